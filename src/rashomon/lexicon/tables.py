"""The tables of names and words in this folder, read from their text files once and never changed.

Each file says in its head what it holds and how a line is built. Keys are folded (see `key`) unless a function says
otherwise. Nothing here looks at a report; what a table cannot know is decided by the rules that use it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from anyascii import anyascii

from rashomon.text import fold

Gender = Literal["female", "male"]


def key(text: str) -> str:
    """The form in which table entries are looked up: folded, and in Latin letters without marks."""
    return fold(text if text.isascii() else anyascii(text))


def _lines(name: str) -> Iterator[str]:
    text = files("rashomon.lexicon").joinpath(name).read_text(encoding="utf-8")
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def _sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a file by section; entries are parted by semicolons where a line has one, else by blanks."""
    sections: dict[str, list[str]] = {}
    current = sections.setdefault("", [])
    for line in _lines(name):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        else:
            current.extend(part.strip() for part in (line.split(";") if ";" in line else line.split()))
    return {section: tuple(entry for entry in entries if entry) for section, entries in sections.items()}


@cache
def words(name: str, section: str = "") -> frozenset[str]:
    """The folded entries of one section of a file ("titles", "front")."""
    return frozenset(key(entry) for entry in _sections(f"{name}.txt")[section])


@cache
def given_names() -> Mapping[str, frozenset[Gender]]:
    """Given names with the genders of their bearers."""
    genders: dict[str, set[Gender]] = {}
    for name in words("given_female"):
        genders.setdefault(name, set()).add("female")
    for name in words("given_male"):
        genders.setdefault(name, set()).add("male")
    for full, short in _nickname_lines():
        known = {gender for name in full for gender in genders.get(name, ())}
        for name in full + short:
            if name not in genders or name in short:
                genders.setdefault(name, set()).update(known)
    return {name: frozenset(found) for name, found in genders.items()}


def _nickname_lines() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for line in _lines("nicknames.txt"):
        full, _, short = line.partition(":")
        yield tuple(map(key, full.split())), tuple(map(key, short.split()))


@cache
def name_groups() -> Mapping[str, frozenset[int]]:
    """For a given name or nickname: the numbers of the groups of names it may stand for."""
    groups: dict[str, set[int]] = {}
    for number, (full, short) in enumerate(_nickname_lines()):
        for name in full + short:
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def _fields(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    return parts + [""] * (count - len(parts))


@cache
def places() -> Mapping[str, str]:
    """Names of countries, capitals, regions and large cities as written, with the name under which they are known."""
    found: dict[str, str] = {}
    for name, others, _, capital in (_fields(line, 4) for line in _lines("countries.txt")):
        for form in (name, *others.split(";")):
            found.setdefault(form.strip(), name)
        found.setdefault(capital, capital)
    for name, others in (_fields(line, 2) for line in _lines("regions.txt")):
        for form in (name, *others.split(";")):
            found.setdefault(form.strip(), name)
    for line in _lines("cities.txt"):
        for name in line.split(","):
            found.setdefault(name.strip(), name.strip())
    found.pop("", None)
    return found


@cache
def seats() -> Mapping[str, str]:
    """Buildings and streets by which news calls those who govern from them, as written, with the country's name."""
    found: dict[str, str] = {}
    for names, country, _ in (_fields(line, 3) for line in _lines("seats.txt")):
        for form in names.split(";"):
            found.setdefault(form.strip(), country)
    return found


@cache
def countries() -> frozenset[str]:
    """The names under which countries are known in `places`."""
    return frozenset(_fields(line, 4)[0] for line in _lines("countries.txt"))


@cache
def peoples() -> Mapping[str, str]:
    """Adjectives and words for the people of a country, folded, with the country's name."""
    found: dict[str, str] = {}
    for name, _, adjectives, _ in (_fields(line, 4) for line in _lines("countries.txt")):
        for word in adjectives.split():
            found.setdefault(key(word.replace("-", " ")), name)
    return found


@cache
def organisations() -> Mapping[str, str]:
    """Names of organisations of world-wide use as written, with the name under which they are known."""
    found: dict[str, str] = {}
    inside = False
    for line in _lines("organisations.txt"):
        if line.startswith("["):
            inside = line == "[known]"
        elif inside:
            name, short, others = _fields(line, 3)
            for form in (name, *short.split(";"), *others.split(";")):
                found.setdefault(form.strip(), name)
    found.pop("", None)
    return found


def is_listed(name: str) -> bool:
    """Whether a name, as written, stands in the tables of places or organisations."""
    return name in places() or name in organisations()


@lru_cache(maxsize=4096)
def inhabitants(word: str) -> bool:
    """Whether a folded word is made of a place in the tables and says who lives there ("Bostonians", "Ohioans")."""
    for ending in ("ers", "ians", "ans", "ns", "siders"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and not _folded_places().isdisjoint((stem, stem + "a", stem + "as")):
            return True
    return False


@cache
def _folded_places() -> frozenset[str]:
    return frozenset(key(name) for name in places())


@cache
def kinship() -> Mapping[str, tuple[str, Gender | None]]:
    """Words for relatives, folded, with and without marks: what the relation is called, and the gender of the one
    so called.
    """
    found: dict[str, tuple[str, Gender | None]] = {}
    for word, relation, gender in (_fields(line, 3) for line in _lines("kinship.txt")):
        meaning: tuple[str, Gender | None]
        meaning = (relation, "female" if gender == "female" else "male" if gender == "male" else None)
        found[key(word)] = found[fold(word)] = meaning
    return found


@cache
def is_common(word: str) -> bool:
    """Whether a folded word is an English word that opens sentences: listed as such, or a regular form of one
    listed.
    """
    listed = words("common_words")
    stems = [word]
    if word.endswith("s"):
        stems += [
            word[:-1],
            word[:-2] if word.endswith("es") else word,
            word[:-3] + "y" if word.endswith("ies") else word,
        ]
    return any(stem in listed for stem in stems)
