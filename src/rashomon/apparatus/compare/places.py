"""Where: the same deed in two places.

Places are compared by entity when the statements very likely share a fact and have one predicate. Names that differ
by a letter or two are the graver case, since a reader takes them for one place.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.apparatus.compare.finding import Finding, same_predicate
from rashomon.apparatus.details import Detail
from rashomon.lexicon.tables import is_listed
from rashomon.model import Entity
from rashomon.text import fold

LIKELY = 0.8
LIKELY_NEAR = 0.08
LIKELY_TWO = 0.3
"""That of names that look alike where some report knows both."""
_NEAR = 2
_OF_THE_LAND = re.compile(r"n|an|ian|i|s|er")
"""Endings that make the name of a land the word for what is of it, which is no other place."""
_COMMON = frozenset(
    """
    the of air base force joint airport international city county district province state region island islands lake
    river mount mountain port bay square street road avenue bridge park station university college hospital prison jail
    court house hall center centre tower building new old saint san fort camp naval military field beach village town
    """.split()
)
_SIDES = frozenset("north south east west northern southern eastern western upper lower".split())
_DOUBLED = re.compile(r"([a-z])\1")
"""Letters that one spelling doubles and another does not."""


def compare_places(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the places of two statements."""
    ones, others = _places(a), _places(b)
    ids = {place.id for place in ones} & {place.id for place in others}
    if ids or not ones or not others or likely < LIKELY_NEAR:
        return None
    for one in ones:
        for other in others:
            if _near(one, other) and likely >= (LIKELY_TWO if _holds_both(one, other) else LIKELY_NEAR):
                why = f"names of places that look alike: {one.name} / {other.name}"
                return Finding("place", "contradiction", likely, why, i, j, one.name, other.name)
    one_place, other_place = _stated(a, ones), _stated(b, others)
    if likely < LIKELY or not same_predicate(a, b) or not one_place or not other_place:
        return None
    if _of_others(a, b):
        return None
    if _own_words(one_place) & _own_words(other_place):
        why = f"one place, by another name: {one_place.name} / {other_place.name}"
        return Finding("place", "variant", likely, why, i, j, one_place.name, other_place.name)
    why = f"two places of one deed: {one_place.name} / {other_place.name}"
    return Finding("place", "tension", likely, why, i, j, one_place.name, other_place.name)


def _stated(detail: Detail, places: list[Entity]) -> Entity | None:
    """The place that stands after a preposition of place, when the statement names no other."""
    span = detail.statement.place
    if span is None or len(places) != 1:
        return None
    return next((p for p in places for form in p.forms for held in form.spans if held == span), None)


def tells_of_places(detail: Detail) -> bool:
    """Whether a statement names a place."""
    return bool(_places(detail))


def _places(detail: Detail) -> list[Entity]:
    return [entity for entity in detail.entities if entity.kind == "place"]


def _holds_both(one: Entity, other: Entity) -> bool:
    """Whether some report names both, and so knows them for two."""
    ones, others = ({span.document for form in place.forms for span in form.spans} for place in (one, other))
    return bool(ones & others)


def _of_others(a: Detail, b: Detail) -> bool:
    """Whether the subjects are counted off ("the first stage" / "the second stage"), and so are two."""
    ones, others = _rank(a), _rank(b)
    return ones is not None and others is not None and ones != others


def _own_words(place: Entity) -> set[str]:
    """The words of a name that no other place has: "Andrews" of "Andrews Air Force Base", none of "North Lint"."""
    words = fold(place.name).split()
    return set() if _SIDES & set(words) else set(words) - _COMMON


def _rank(detail: Detail) -> float | None:
    """The ordinal in the subject of a statement."""
    subject = detail.statement.subject
    inside = (
        q for q in detail.quantities if q.kind == "ordinal" and subject and subject.start <= q.span.start < subject.end
    )
    return next((q.value for q in inside), None)


def _near(one: Entity, other: Entity) -> bool:
    a, b = (_DOUBLED.sub(r"\1", fold(place.name)) for place in (one, other))
    if _OF_THE_LAND.fullmatch(b.removeprefix(a)) or _OF_THE_LAND.fullmatch(a.removeprefix(b)):
        return False
    if all(is_listed(place.name) for place in (one, other)):  # two that everybody knows for two
        return False
    return len(a) > 4 and len(b) > 4 and 0 < DamerauLevenshtein.distance(a, b) <= _NEAR and a[0] == b[0]
