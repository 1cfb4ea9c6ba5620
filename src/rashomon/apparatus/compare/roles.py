"""Who did it to whom: doer and sufferer exchanged ("Cole beat Moor" / "Moor beat Cole"), or another recipient ("paid
the sum to the council" / "to the mayor").

An act must be one verb, and of a kind that goes one way: two may well criticise, hit or meet each other. Recipients
differ where the statements are much alike, and neither names the other's. Out of scope: verbs for one act seen from its
two ends (to buy, to sell).
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.verbs import BE
from rashomon.model import Entity
from rashomon.text import cut, fold

LIKELY, LIKELY_RECEIVED = 0.05, 0.5
_ONE_WAY = frozenset(
    """
    beat defeat kill murder shoot stab ram rescue save hire acquire sue phone telephone telephon ring invite replace
    succeed overtake overtook arrest rob betray drown push carry
    """.split()
)
"""Verbs for what one does to the other and not the other to him, in compared form."""
_GIVING = frozenset(
    "give send hand pay sell offer award lend donate deliver transfer lease grant promise urge warn".split()
)


class Parts(NamedTuple):
    """Who did it and to whom: entities, each with the words for them."""

    doers: frozenset[str]
    others: frozenset[str]


def compare_roles(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between who did it to whom."""
    if likely < LIKELY or not a.predicate or not b.predicate or act_of(a.predicate) != act_of(b.predicate):
        return None
    if a.statement.polarity != b.statement.polarity or not one_time(a, b):
        return None
    return _exchanged(a, b, likely, i, j) or (_received(a, b, likely, i, j) if likely >= LIKELY_RECEIVED else None)


def tells_of_parts(detail: Detail) -> bool:
    """Whether a statement tells of something that one does or gives to another."""
    return detail.predicate in _ONE_WAY or detail.predicate in _GIVING


def _exchanged(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if a.predicate not in _ONE_WAY or not {a.standing, b.standing} <= {"done", "present"}:
        return None
    one, other = parts(a), parts(b)
    if not (one.doers & other.others and one.others & other.doers):
        return None
    if one.doers & other.doers or one.others & other.others or one.doers & one.others or other.doers & other.others:
        return None
    names = _name(a, one.doers), _name(b, other.doers)
    why = f"doer and sufferer exchanged: {names[0]} {a.said} / {names[1]} {b.said}"
    return Finding("actor", "contradiction", likely, why, i, j, *names)


def _received(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Recipients of one thing: given to one in one report, to the other in the other."""
    if a.predicate not in _GIVING or not a.doers & b.doers:
        return None
    found = [_recipients(detail) for detail in (a, b)]
    if not all(found) or {e.id for e in found[0]} & {e.id for e in found[1]} or found[0][0].kind != found[1][0].kind:
        return None
    if {e.id for e in found[0]} & {e.id for e in b.around} or {e.id for e in found[1]} & {e.id for e in a.around}:
        return None
    names = found[0][0].name, found[1][0].name
    return Finding("actor", "tension", likely, f"two recipients of one thing: {names[0]} / {names[1]}", i, j, *names)


@once
def parts(detail: Detail) -> Parts:
    """Who did it to whom, whichever voice tells it."""
    predicate = detail.statement.predicate
    words = fold(cut(detail.document, predicate)).split() if predicate else []
    passive = bool(BE.intersection(words[:-1])) and not words[-1].endswith("ing")
    held = {role: frozenset[str]() for role in ("subject", "object", "by", "with", "against", "to")}
    for argument in detail.arguments:
        if argument.role in held and not argument.deed and len(argument.joined) < 2:
            held[argument.role] |= argument.entities
    if passive:
        return Parts(held["by"], held["subject"])
    return Parts(held["subject"] or detail.doers, held["object"] or held["against"])


def _recipients(detail: Detail) -> list[Entity]:
    """People and bodies that a thing is given to: behind "to", or the first of two objects."""
    ids = {entity for x in detail.arguments if x.role == "to" and not x.deed for entity in x.entities}
    return [e for e in detail.entities if e.id in ids and e.kind in ("person", "organisation")]


def _name(detail: Detail, ids: frozenset[str]) -> str:
    return next(entity.name for entity in (*detail.around, *detail.entities) if entity.id in ids)
