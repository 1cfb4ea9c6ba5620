"""References without a name that have one candidate only: "the prime minister", "the Élysée leader", "Marn's wife".

A description is an article, perhaps words for a country or a past office, and a word of office. It belongs to a person
named in the same document whose titles hold that office (and that country, where one is named). Of two candidates the
one is taken of whom the report tells, by far the oftener named; else there is no link.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

from rashomon.annotate.name_chunks import people
from rashomon.entities.offices import office_of, one_word
from rashomon.entities.passing import by_age, by_party, the_couple
from rashomon.entities.traits import Traits, traits_of
from rashomon.entities.units import Unit
from rashomon.lexicon.tables import key, kinship, peoples, places, seats, words
from rashomon.model import Annotations, Document, Relation, Span

_DEFINITE = re.compile(r"\b[Tt]he((?:[ \u00a0][^\W\d_][\w.-]*){1,4})")
_OWNED = re.compile(rf"^['’]s?\s+(?:late\s+|former\s+|elder\s+|younger\s+|eldest\s+)?({'|'.join(sorted(kinship()))})\b")
_LEADERS = frozenset(
    {"president", "prime minister", "chancellor", "king", "queen", "supreme leader", "emir", "sultan", "first minister"}
)
_PLAIN = frozenset("former ex late then current new outgoing acting then-".split())


_STANDS_OUT = 5
"""How many times as often as a namesake in office is named of whom the report tells."""


@cache
def _seat_words() -> frozenset[str]:
    return frozenset(word for seat in seats() for word in seat.split())


def find_descriptions(
    documents: Mapping[str, Document],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    entity_of: Mapping[int, str],
    relations: Sequence[Relation],
) -> dict[str, tuple[tuple[str, Span], ...]]:
    """For each entity, its descriptions with their places, in order."""
    found: dict[str, set[tuple[str, Span]]] = defaultdict(set)
    traits = traits_of(documents, units, entity_of)
    for annotation in annotations:
        document = documents[annotation.document]
        here = {entity_of[n] for n, unit in enumerate(units) if unit.document == document.id and unit.kind == "person"}
        persons = _offices_in(here, units, entity_of, traits)
        known = {entity: traits[entity] for entity in sorted(here)}
        places = Counter({e: _places(document, units, entity_of, e) for e in sorted(here)})
        for entity, span in (*by_party(document, known), *by_age(document, annotation, known)):
            found[entity].add((document.text[span.start : span.end], span))
        for entity, span in the_couple(document, relations, here):
            found[entity].add((document.text[span.start : span.end], span))
        for sentence in annotation.sentences:
            for match in _DEFINITE.finditer(document.text, sentence.span.start, sentence.span.end):
                described, end = _longest(document.text, match, persons, places)
                if described:
                    span = Span(document.id, match.start(), end)
                    found[described].add((document.text[span.start : span.end], span))
    for entity, text, span in _relatives(documents, units, entity_of, relations):
        found[entity].add((text, span))
    return {entity: tuple(sorted(items, key=lambda item: (item[1], item[0]))) for entity, items in found.items()}


@cache
def _trades() -> frozenset[str]:
    """Words for what many people in one report may be: no description by themselves."""
    offices = (
        "president premier minister chancellor governor mayor senator congressman leader chairman ambassador judge"
    )
    return (
        words("titles", "role") - frozenset(offices.split()) - frozenset("commissioner pope rabbi king queen".split())
    )


def _offices_in(
    here: Collection[str], units: Sequence[Unit], entity_of: Mapping[int, str], traits: Mapping[str, Traits]
) -> dict[str, set[tuple[str, str | None]]]:
    """For each of these persons: offices held, with the country or region each is of, by titles anywhere in the
    event.
    """
    persons: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for number, unit in enumerate(units):
        if entity_of[number] in here:
            for text, _ in unit.titles:
                office = office_of(text)
                if office:
                    country = _country(text.split())
                    homes = traits[entity_of[number]].homes if country is None else frozenset[str]()
                    persons[entity_of[number]].update((office, where) for where in (country, *sorted(homes)))
    return persons


def _country(parts: Sequence[str]) -> str | None:
    for length in (2, 1):
        for at in range(len(parts) - length + 1):
            if found := _land(" ".join(parts[at : at + length]).strip(",")):
                return found
    return None


@lru_cache(maxsize=1 << 12)
def _land(name: str) -> str | None:
    return seats().get(name) or places().get(name) or (peoples().get(key(name)) if people(name) else None)


def _longest(
    text: str, match: re.Match[str], persons: Mapping[str, set[tuple[str, str | None]]], places: Mapping[str, int]
) -> tuple[str | None, int]:
    """The person whom the longest description from this "the" on fits, and where it ends."""
    ends = [match.start(1) + m.end() for m in re.finditer(r"\S+", match.group(1))]
    for end in reversed(ends):
        entity = _described(text, text[match.start(1) : end].split(), end, persons, places)
        if entity:
            return entity, end
    return None, match.end()


def _described(
    text: str, parts: list[str], end: int, persons: Mapping[str, set[tuple[str, str | None]]], places: Mapping[str, int]
) -> str | None:
    """The one person the words fit, or the one of whom the report tells; None where nobody stands out among several,
    none fits, or a name or an "of" follows."""
    following = text[end : end + 4]
    if re.match(r"\s[^\W\d_]", following) and (following[1].isupper() or following.startswith(" of ")):
        return None
    if end < len(text) and (text[end].isalnum() or text[end] == "-"):
        return None
    if key(parts[-1]) in _PLAIN or _country(parts[-1:]):
        return None
    country = _country(parts[:-1])
    office = office_of(" ".join(part for part in parts if not _country([part]) and key(part) not in _PLAIN))
    left = [part for part in parts if not _country([part]) and key(part) not in _PLAIN and part not in _seat_words()]
    if not office or office != one_word(key(" ".join(left))):
        return None
    leads = office == "leader" and country is not None
    fitting = {
        entity: {where for held, where in offices if held == office or (leads and held in _LEADERS)}
        for entity, offices in persons.items()
    }
    if office in _trades():
        return None
    chosen = [e for e, wheres in fitting.items() if wheres and (country is None or country in wheres)]
    if country and not chosen and not leads:
        chosen = [e for e, wheres in fitting.items() if None in wheres]
    if len(chosen) > 1 and country is None and not any(key(part) in _PLAIN for part in parts):
        chosen.sort(key=lambda entity: (-places[entity], entity))
        return chosen[0] if places[chosen[0]] >= _STANDS_OUT * places[chosen[1]] else None
    return chosen[0] if len(chosen) == 1 else None


def _places(document: Document, units: Sequence[Unit], entity_of: Mapping[int, str], entity: str) -> int:
    return sum(len(u.spans) for n, u in enumerate(units) if u.document == document.id and entity_of[n] == entity)


def _relatives(
    documents: Mapping[str, Document],
    units: Sequence[Unit],
    entity_of: Mapping[int, str],
    relations: Sequence[Relation],
) -> list[tuple[str, str, Span]]:
    """ "Marn's wife" where one wife of Marn is known by name."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in relations:
        known[(relation.kind, relation.object)].add(relation.subject)
    found = []
    for number, unit in enumerate(units):
        if unit.kind != "person":
            continue
        for span in unit.spans:
            text = documents[span.document].text
            match = _OWNED.match(text[span.end : span.end + 40])
            if not match:
                continue
            subjects = known[(kinship()[match.group(1)][0], entity_of[number])]
            end = span.end + match.end()
            if len(subjects) == 1 and not text[end : end + 2].startswith(", "):
                found.append((next(iter(subjects)), text[span.start : end], Span(span.document, span.start, end)))
    return found
