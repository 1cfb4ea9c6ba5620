"""How and where somebody is: "in critical condition" / "in a coma", "under house arrest" / "in jail" / "free on bail".

States that nouns tell, behind a preposition or "condition": a person is in one of them at a time. Two reports differ
where they put one person, by name, into two of them at times that do not lie apart; a state of an earlier or later
day is an update.
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, is_update, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.model import Severity, Span
from rashomon.text import cut, fold

LIKELY = 0.003
_HEALTH = frozenset("critical serious grave severe stable fair good satisfactory".split())
_GRAVE = frozenset("serious grave severe".split())
_LOCKED = frozenset("jail prison custody cell".split())
_STAYING = ("hold", "detain", "remain", "stay", "sit", "keep", None)
_BEHIND = frozenset(("in", "on", "under", "at", "into", "from", "inside", "behind"))


class State(NamedTuple):
    """A state: what it is a state of, which it is, and the words for it."""

    of: str
    name: str
    span: Span


def compare_conditions(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the states two statements put one person into."""
    if likely < LIKELY or a.statement.polarity != b.statement.polarity or not one_time(a, b):
        return None
    ones, others = states_of(a), states_of(b)
    if not ones or not others or not _persons(a) & _persons(b):
        return None
    for one in ones:
        for other in others:
            if one.of != other.of or one.name == other.name:
                continue
            values = cut(a.document, one.span), cut(b.document, other.span)
            severity: Severity = "update" if is_update(a, b) else "tension"
            why = f"one person in two states: {values[0]} / {values[1]}"
            return Finding("status", severity, likely, why, i, j, *values)
    return None


def tells_of_conditions(detail: Detail) -> bool:
    """Whether a statement tells of a state somebody is in."""
    return bool(states_of(detail))


@once
def states_of(detail: Detail) -> list[State]:
    """The states that the nouns of a statement tell, where it tells how things are or were."""
    if detail.standing not in ("done", "present") or detail.statement.polarity == "denied":
        return []
    found = []
    for noun in detail.nouns:
        if noun.case not in _BEHIND:
            continue
        if noun.head == "condition" and (named := _HEALTH & noun.kind):
            found.append(State("health", "serious" if named <= _GRAVE else min(named), noun.span))
        elif noun.head == "coma":
            found.append(State("health", "coma", noun.span))
        elif noun.head == "arrest" and "house" in noun.kind:
            found.append(State("freedom", "house arrest", noun.span))
        elif detail.predicate in _STAYING and (noun.head in _LOCKED or "detention" in noun.kind):
            found.append(State("freedom", "jail", noun.span))
        elif noun.head in ("bail", "bond") and detail.predicate in ("free", "release", None) and noun.case == "on":
            found.append(State("freedom", "at large", noun.span))
    return found


@once
def _persons(detail: Detail) -> frozenset[str]:
    """The persons in the subject or object, or, before "who", all whom the sentence names."""
    persons = {entity.id for entity in detail.around if entity.kind == "person"}
    subject = detail.statement.subject
    if subject is not None and fold(cut(detail.document, subject)) == "who":
        return frozenset(persons)
    return frozenset(persons & (detail.doers | detail.about | detail.touched))
