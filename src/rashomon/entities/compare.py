"""Two units compared: same, different or unsure, with a score and the reason in fixed words.

Persons: family name, given names (spelling, transliteration, nicknames, initials), suffix, gender. Everything else: the
tables of known names, the same words in another order, acronyms, shortened forms. Each feature is a function of its
own;
the first that decides gives the reason.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.entities.spelling import bones, family, given_likeness, likeness, plain, without_article
from rashomon.entities.units import LEGAL, Unit
from rashomon.lexicon.tables import countries, given_names, key, organisations, peoples, places, seats, words
from rashomon.model import Judgement


class Decision(NamedTuple):
    """What a comparison found."""

    judgement: Judgement
    score: float
    why: str


_DIFFERENT = Decision("different", 0.0, "different names")
_FILLERS = frozenset("of the for and & on in a de du des la le al".split()) | LEGAL
_GENERIC = frozenset(
    "river lake mount mt kibbutz strip city region group peninsula agency magazine newspaper festival news "
    "media".split()
)
_BODIES = frozenset("department service force company corporation organization association".split())
_CHAMBERS = frozenset("senate house commons lords parliament parliamentary congressional assembly".split())
_ONE_WORD = {
    "mt": "mount",
    "st": "saint",
    "subway": "metro",
    "underground": "metro",
    "tube": "metro",
    "dept": "department",
    "centre": "center",
    "labour": "labor",
    "defence": "defense",
    "theatre": "theater",
    "organisation": "organization",
    "harbour": "harbor",
}
_DIRECTIONS = frozenset("north south east west northern southern eastern western new upper lower central".split())


def compare(a: Unit, b: Unit) -> Decision:
    """Judges two units whose names are full (persons with given and family name, anything else)."""
    if "person" in (a.kind, b.kind):
        return _persons(a, b) if a.kind == b.kind else _DIFFERENT
    return _things(a, b)


def keys(unit: Unit) -> frozenset[str]:
    """Blocking keys: units that `compare` can call the same or unsure share at least one."""
    if unit.kind == "person":
        if unit.name.family:
            last = without_article(unit.name.family.split()[-1])
            return frozenset({bones(family(last)) or plain(unit.name.family)})
        return frozenset({plain(unit.form)})
    found = {"b:" + _bare(unit.form), _canonical(unit)}
    found.update("w:" + bones(word) for word in _content(unit.form))
    letters = acronym_letters(unit.form)
    if letters:
        found.add("a:" + letters)
    found.update("a:" + initials for initials in initials_of(unit.form))
    return frozenset(found)


def rivals(a: Unit, b: Unit) -> bool:
    """Whether two units that are different must stay so even when a third is like both ("Arl Post", "Bex Post")."""
    seat = a.kind != b.kind and a.form in seats() and b.form in seats()
    return seat or a.kind == b.kind == "person" or (len(_content(a.form)) > 1 and len(_content(b.form)) > 1)


def _persons(a: Unit, b: Unit) -> Decision:
    if not (a.name.family and b.name.family):
        same = not a.name.family and not b.name.family and plain(a.form) == plain(b.form)
        return Decision("same", 0.9, "same single name") if same and not _genders_clash(a, b) else _DIFFERENT
    family_score, family_why = _families(a, b)
    if family_score < 0.7:
        return _DIFFERENT
    if _genders_clash(a, b):
        return Decision("different", 0.0, "one family, another gender")
    if _suffix_clash(a, b):
        return Decision("different", 0.0, "another generation")
    given_score, given_why = _given(a, b)
    if given_score < 0.7:
        return Decision("different", 0.0, "one family, another given name")
    score = round(family_score * given_score, 2)
    why = f"family name: {family_why}; given name: {given_why}"
    return Decision("same" if score >= 0.6 else "unsure", score, why)


def _families(a: Unit, b: Unit) -> tuple[float, str]:
    left, right = without_article(a.name.family), without_article(b.name.family)
    if plain(left) == plain(right):
        return 1.0, "same spelling"
    score, why = likeness(family(left.split()[-1]), family(right.split()[-1]))
    if score == 1.0:
        why = (
            "form for women and men" if plain(left) != plain(right) and len(left.split()) == len(right.split()) else why
        )
    return score, why


def _genders_clash(a: Unit, b: Unit) -> bool:
    return a.gender is not None and b.gender is not None and a.gender != b.gender


def _suffix_clash(a: Unit, b: Unit) -> bool:
    """Jr. and Sr.; Jr. and the same name without it under other titles."""
    if a.name.suffix == b.name.suffix:
        return False
    if a.name.suffix and b.name.suffix:
        return True
    left = {plain(title).split()[-1] for title, _ in a.titles if plain(title)}
    right = {plain(title).split()[-1] for title, _ in b.titles if plain(title)}
    return bool(left and right and not left & right)


def _given(a: Unit, b: Unit) -> tuple[float, str]:
    """The best pair of given names, unless the first names and the middle initials contradict."""
    pairs = [
        (given_likeness(x, y), x, y) for x in a.name.given for y in b.name.given if len(plain(x)) and len(plain(y))
    ]
    if not pairs:
        return 0.0, "different"
    first = given_likeness(a.name.given[0], b.name.given[0])
    if first[0] >= 0.7:
        return first
    if _one_letter_lost(a, b):
        return 0.75, "spelling"
    best = max((score for (score, why), x, y in pairs if min(len(plain(x)), len(plain(y))) > 1), default=0.0)
    return (best * 0.95, "another given name of the same bearer") if best >= 0.9 else (0.0, "different")


def _one_letter_lost(a: Unit, b: Unit) -> bool:
    """Whether two reports write a given name with a letter more or less, and the tables do not know both."""
    left, right = plain(a.name.given[0]), plain(b.name.given[0])
    known = left in given_names() and right in given_names()
    if known or a.document == b.document or min(len(left), len(right)) < 5 or left[0] != right[0]:
        return False
    short, long = sorted((left, right), key=len)
    dropped = any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return len(long) == len(short) + 1 and dropped and long[-1] == short[-1]


def _things(a: Unit, b: Unit) -> Decision:
    for feature in (
        _seat_and_government,
        _same_words,
        _same_known,
        _same_content,
        _same_acronym,
        _shortened,
        _misspelt,
    ):
        decision = feature(a, b)
        if decision is not None:
            return decision
    return _DIFFERENT


def _seat_and_government(a: Unit, b: Unit) -> Decision | None:
    """A building by which a government is called is not the government ("at the Kremlin", "the Kremlin said")."""
    if a.kind != b.kind and {a.kind, b.kind} == {"organisation", "place"} and a.form in seats() and b.form in seats():
        return Decision("different", 0.0, "the building and those who govern from it")
    return None


def _same_words(a: Unit, b: Unit) -> Decision | None:
    return Decision("same", 1.0, "same words") if _bare(a.form) == _bare(b.form) else None


def _bare(form: str) -> str:
    return key(form).removeprefix("the ").replace(".", "").replace("-", " ")


def _canonical(unit: Unit) -> str:
    form = unit.form
    table = places().get(form) or organisations().get(form) or _folded_tables(form)
    return "k:" + (table or _bare(form))


def _folded_tables(form: str) -> str | None:
    if not form.isupper() or len(form) < 4:
        return None
    title = form.title()
    return places().get(title) or organisations().get(title)


def _same_known(a: Unit, b: Unit) -> Decision | None:
    if _canonical(a) == _canonical(b):
        return Decision("same", 0.97, "known names of one thing")
    left, right = _canonical(a), _canonical(b)
    if left[2:] in _known() and right[2:] in _known():
        return Decision("different", 0.0, "known as two things")
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(places().values()) | frozenset(organisations().values())


@lru_cache(maxsize=4096)
def _content(form: str) -> tuple[str, ...]:
    """The words that carry a name: without fillers, peoples as their country, singular."""
    parts = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*\.?", form)
    found: list[str] = []
    at = 0
    while at < len(parts):
        length, country = _country_at(parts, at)
        name = parts[at]
        plainer = plain(country or parts[at].replace(".", "")).replace(" ", "")
        plainer = _ONE_WORD.get(plainer, plainer)
        at += length
        if plainer and (plainer not in _FILLERS or name == "LA"):
            found.append(plainer if country else _singular(plainer))
    return tuple(found)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural and len(word) > 4 else word


def _country_at(parts: list[str], at: int) -> tuple[int, str]:
    """How many words from `at` on name a country, its people or a place of several words, and which; else 1 and ''."""
    for length in (3, 2, 1):
        name = " ".join(parts[at : at + length])
        country = places().get(name) or peoples().get(key(name)) or ""
        if (country in countries() or (country and length > 1)) and len(parts) - at >= length:
            return length, country
    return 1, ""


def _same_content(a: Unit, b: Unit) -> Decision | None:
    left, right = _content(a.form), _content(b.form)
    if len(left) > 1 and sorted(left) == sorted(right):
        return Decision("same", 0.93, "same words in another order")
    return None


_MIXED = re.compile(r"[A-Z]{1,3}(?:o|f|fo)[A-Z]{1,3}")
"""Acronyms that keep the small letter of "of" or "for" ("DoJ", "MoD", "DfE")."""


def acronym_letters(form: str) -> str:
    """The letters of an acronym ("F.B.I." is "fbi"), '' for anything else."""
    letters = form.replace(".", "")
    if _MIXED.fullmatch(letters):
        letters = letters.upper()
    return letters.casefold() if letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 7 else ""


def initials_of(form: str) -> frozenset[str]:
    """The acronyms a name of several words may have: with and without its small words."""
    parts = re.findall(r"[^\W_]+", form)
    if len(parts) < 2:
        return frozenset()
    every = "".join(part[0] for part in parts).casefold()
    capital = "".join(part[0] for part in parts if part[0].isupper()).casefold()
    return frozenset(x for x in (every, capital) if len(x) >= 2)


def _same_acronym(a: Unit, b: Unit) -> Decision | None:
    for short, long in ((a, b), (b, a)):
        letters = acronym_letters(short.form)
        if letters and letters in initials_of(long.form):
            if len(letters) >= 3 or a.document == b.document:
                return Decision("same", 0.85, "acronym")
            return Decision("unsure", 0.5, "acronym of two letters")
    return None


def _shortened(a: Unit, b: Unit) -> Decision | None:
    """One form is the other without a generic word, a country, or the rest of the name."""
    short, long = sorted((a, b), key=lambda unit: (len(_content(unit.form)), unit.first))
    few, many = _content(short.form), _content(long.form)
    if not few or len(few) >= len(many) or any(word not in many for word in few):
        return None
    extra = [word for word in many if word not in few]
    last = key(short.form.split()[-1])
    headed = few[-1] == many[-1]
    together = short.document == long.document
    known = short.form in organisations()
    paper = last in words("organisations", "paper") and not known
    if together and headed and len(few) == 1 and paper and long.kind != "place":
        return Decision("same", 0.8, "newspaper by its last word")
    if any(word in _DIRECTIONS for word in extra):
        return None
    if all(word in _GENERIC for word in extra) and not (
        short.form in places() and peoples().get(key(long.form.split()[0]))
    ):
        return Decision("same", 0.88, "generic word left out")
    if _is_place(short) or _is_place(long) or "place" in (short.kind, long.kind):
        return None
    around = _lands() if organisations().get(short.form, "").endswith(" Party") else _somewhere()
    placed = all(word in around for word in extra) and many[-len(few) :] == few
    if placed and (known or last in words("organisations", "head") or long.kind == "organisation"):
        return Decision("same", 0.85, "country or place left out")
    if headed and len(few) > 1 and all(word in _CHAMBERS for word in extra):
        return Decision("same", 0.75, "chamber left out")
    if headed and (len(few) >= 3 or (len(few) == 2 and few[0] == many[0])):
        return Decision("same", 0.75, "word left out")
    if len(few) >= 2 and many[: len(few)] == few and all(word in _BODIES for word in extra):
        return Decision("same", 0.75, "last word left out")
    closing = all(word in words("organisations", "head") for word in extra)
    if together and many[: len(few)] == few and closing and not known:
        return Decision("same", 0.75, "last word left out")
    return None


@cache
def _somewhere() -> frozenset[str]:
    return frozenset(plain(name).replace(" ", "") for name in places())


@cache
def _lands() -> frozenset[str]:
    return frozenset(plain(name).replace(" ", "") for name in places() if places()[name] in countries())


def _is_place(unit: Unit) -> bool:
    """Whether the tables or its last word make the form a place, whatever its sentence suggested."""
    last = key(unit.form.split()[-1])
    return unit.form in places() or (last in words("places", "head") and last not in words("organisations", "head"))


def _misspelt(a: Unit, b: Unit) -> Decision | None:
    left, right = _content(a.form), _content(b.form)
    if len(left) != len(right) or len("".join(left)) < 7:
        return None
    scores = [likeness(x, y)[0] for x, y in zip(left, right, strict=True)]
    if min(scores) >= 0.95 or (min(scores) >= 0.9 and len(left) > 1):
        return Decision("same", round(min(scores) * 0.9, 2), "spelling")
    return Decision("unsure", 0.5, "spelling") if min(scores) >= 0.75 and len(left) > 1 else None
