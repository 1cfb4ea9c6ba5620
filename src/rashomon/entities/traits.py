"""What reports say of a person in passing: party, home and age, by which later sentences call them.

"Ada Moor (D-Ill.)", "Republican Sen. Ivo Marn of Texas", "Jo Dorn, 39," and "39-year-old Jo Dorn". Party and home are
one over the event; an age is of the report that gives it, since reports of different days may differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.entities.units import Unit
from rashomon.lexicon.tables import key, organisations, peoples, places
from rashomon.model import Document

_LETTERS = {"R": "Republican Party", "D": "Democratic Party"}
_TAG = re.compile(r"(?: MORE)?,? ?\(?(?P<letter>[RD])[-‑–] ?(?P<home>[A-Z][\w.]*(?: [A-Z][\w.]*)?)(?=[),;]|$)")
_FROM = re.compile(r",? (?:an? (?P<party>[A-Z]\w+) )?(?:of|from) (?P<home>[A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_AGED = re.compile(r",? (?:\(|aged )?(?P<age>\d{1,2})(?=[,.;)]|$)")
_OLD = re.compile(r"\b(?P<age>\d{1,2})-year-old (?:[\w-]+,? ){0,4}$")
_MEMBER = re.compile(r"\b(?P<party>[A-Z]\w+) (?:[A-Z][\w.]+ ){0,2}$")


class Traits(NamedTuple):
    """Parties and homes by the names of the tables, and ages by document."""

    parties: frozenset[str]
    homes: frozenset[str]
    ages: Mapping[str, frozenset[int]]


def traits_of(
    documents: Mapping[str, Document], units: Sequence[Unit], entity_of: Mapping[int, str]
) -> dict[str, Traits]:
    """For each person of the event: what is said of them beside their names."""
    parties: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, set[str]] = defaultdict(set)
    ages: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, unit in enumerate(units):
        if unit.kind != "person":
            continue
        entity = entity_of[number]
        for text, _ in unit.titles:
            parties[entity] |= {party for word in text.split() if (party := party_of(word))}
            homes[entity] |= {home for word in _stretches(text) if (home := home_of(word))}
        for span in unit.spans:
            text = documents[span.document].text
            behind, before = text[span.end : span.end + 60], text[max(0, span.start - 70) : span.start]
            tag, origin = _TAG.match(behind), _FROM.match(behind)
            parties[entity] |= {_LETTERS[tag["letter"]]} if tag else set()
            parties[entity] |= _party_beside(origin, before)
            homes[entity] |= _homes_in(tag) | _homes_in(origin)
            ages[entity][span.document] |= {int(m["age"]) for m in (_AGED.match(behind), _OLD.search(before)) if m}
    return {
        entity: Traits(
            frozenset(parties[entity]),
            frozenset(homes[entity]),
            {document: frozenset(found) for document, found in ages[entity].items()},
        )
        for entity in sorted({entity_of[n] for n, unit in enumerate(units) if unit.kind == "person"})
    }


def party_of(word: str) -> str | None:
    """The party that a word names by its members ("Democrat", "Tories"), as the tables know it."""
    found = organisations().get(word.strip(",.")) or ""
    return found if found.endswith(" Party") else None


def home_of(name: str) -> str | None:
    """The country or region a name or adjective is of ("Ill.", "Texas", "Norwegian"), None for anything else."""
    found = places().get(name) or places().get(name.strip(",.")) or peoples().get(key(name))
    return found.removesuffix(" State") if found else None


def _stretches(text: str) -> list[str]:
    parts = text.split()
    return [" ".join(parts[at : at + length]) for at in range(len(parts)) for length in (1, 2)]


def _party_beside(origin: re.Match[str] | None, before: str) -> set[str]:
    member = _MEMBER.search(before)
    said = [origin["party"]] if origin and origin["party"] else []
    said += [member["party"]] if member else []
    return {party for word in said if (party := party_of(word))}


def _homes_in(match: re.Match[str] | None) -> set[str]:
    if match is None:
        return set()
    first = match["home"].split()[0]
    home = home_of(match["home"]) or home_of(first)
    return {home} if home else set()
