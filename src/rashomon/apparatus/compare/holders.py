"""Whose a thing is: "a Sarnian trawler" / "an Ostrian trawler", "in Ostrian waters" / "in international waters".

A thing is a country's by the word for its people, by its name or by a possessive before the noun. Two reports differ
where the same deed was done to a thing of another country's, or in another's waters or airspace. People are left out:
those of two sides may all have been hurt. Out of scope: where somebody is from (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.opposites import same_deed
from rashomon.lexicon.tables import countries, peoples, places
from rashomon.model import DifferenceKind
from rashomon.text import cut, fold

LIKELY, LIKELY_ON_IT = 0.35, 0.1
_THINGS = frozenset(
    """
    base camp outpost garrison barracks warship ship tanker vessel boat ferry trawler freighter frigate submarine
    carrier plane aircraft airliner jet fighter bomber helicopter drone satellite rocket missile probe embassy consulate
    mission refinery plant pipeline convoy truck tank port airport airfield dam reactor
    """.split()
)
_GROUNDS = frozenset("water airspace territory soil side".split())
"""What is anybody's or nobody's, so that a thing cannot be in two of them at once."""
_ATTACKING = frozenset("target hit strike fire launch attack shell bomb raid pound bombard".split())
"""Verbs by which one attack is told."""
_FURTHER = frozenset("second third fourth another other further".split())
_NOBODYS = "international"
_BESIDE = ("amod", "compound", "nmod")
_CASES = frozenset("in inside over into within from on".split())


def compare_holders(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the countries whose a thing of one deed is."""
    if likely < LIKELY_ON_IT or a.statement.polarity != b.statement.polarity or not one_time(a, b):
        return None
    deed = likely >= LIKELY and _one_act(a, b)
    ones, others = held(a), held(b)
    for one, of in ones:
        for other, whose in others:
            if one.head != other.head or of & whose or not (deed or one.head in _GROUNDS):
                continue
            if _has(others, one.head, of) or _has(ones, one.head, whose):
                continue
            words = " ".join(cut(a.document, one.span).split()), " ".join(cut(b.document, other.span).split())
            kind: DifferenceKind = "place" if one.head in _GROUNDS else "relation"
            return Finding(kind, "tension", likely, f"whose it is: {words[0]} / {words[1]}", i, j, *words)
    return None


def _one_act(a: Detail, b: Detail) -> bool:
    if not a.predicate or not b.predicate:
        return False
    if {a.predicate, b.predicate} <= _ATTACKING:
        return True
    return act_of(a.predicate) == act_of(b.predicate) or same_deed(a.predicate, b.predicate)


def _has(things: Sequence[tuple[Noun, frozenset[str]]], head: str, whose: frozenset[str]) -> bool:
    """Whether a statement tells of such a thing of these too."""
    return any(noun.head == head and of & whose for noun, of in things)


@once
def held(detail: Detail) -> list[tuple[Noun, frozenset[str]]]:
    """The things of a statement that are some country's, with the countries."""
    nouns = [n for n in detail.nouns if n.head in _THINGS or (n.head in _GROUNDS and _CASES & set(n.case.split()))]
    nouns = [noun for noun in nouns if not _FURTHER & set(noun.before)]
    return [(noun, of) for noun in nouns if (of := _whose(detail, noun))]


def _whose(detail: Detail, noun: Noun) -> frozenset[str]:
    tokens = detail.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == noun.place), None)
    if at is None:
        return frozenset()
    before = [t.text for i, t in enumerate(tokens) if t.head == at and i < at and t.label in _BESIDE]
    found = {peoples().get(fold(word)) or places().get(word, "") for word in before} & (countries() | {""})
    if noun.head in _GROUNDS and _NOBODYS in before:
        found.add(_NOBODYS)
    return frozenset(found) - {""}
