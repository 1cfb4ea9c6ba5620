"""States of one thing that exclude each other: holds / collapsed, hunted / dead, planned / done, denied / affirmed.

Three ways, each asking for a greater likelihood that the statements speak of one thing: opposite words beside a common
subject; the same verb planned in one report and done in the other; the same verb denied in one and affirmed in the other.
"""

from __future__ import annotations

from rashomon.apparatus.compare.dates import same_predicate
from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.lexicon.opposites import opposed
from rashomon.model import Severity
from rashomon.text import cut

OPPOSED, PLANNED, DENIED = 0.25, 0.45, 0.35


def compare_status(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the states two statements give one thing."""
    return _opposed(a, b, likely, i, j) or _denied(a, b, likely, i, j) or _planned(a, b, likely, i, j)


def _opposed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if likely < OPPOSED or a.statement.polarity != b.statement.polarity:
        return None
    states = opposed(frozenset(a.terms), frozenset(b.terms))
    if states is None or not _common_subject(a, b, states):
        return None
    return Finding(
        "status", _severity(a, b), likely, f"states that exclude each other: {states[0]} / {states[1]}", i, j, *states
    )


def _common_subject(a: Detail, b: Detail, states: tuple[str, str]) -> bool:
    """Whether the two share a word or name beside the states themselves."""
    shared = (set(a.terms) & set(b.terms)) - set(states)
    return bool(shared)


def _denied(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if likely < DENIED or a.statement.polarity == b.statement.polarity or not same_predicate(a, b):
        return None
    words = a.statement.polarity, b.statement.polarity
    return Finding("status", _severity(a, b), likely, f"{words[0]} here, {words[1]} there: {a.predicate}", i, j, *words)


def _planned(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    modalities = a.statement.modality, b.statement.modality
    if likely < PLANNED or "planned" not in modalities or "asserted" not in modalities or not same_predicate(a, b):
        return None
    verbs = [cut(d.document, d.statement.predicate) for d in (a, b) if d.statement.predicate]
    return Finding("status", "update", likely, f"still to come / done: {verbs[0]} / {verbs[1]}", i, j, *modalities)


def _severity(a: Detail, b: Detail) -> Severity:
    return "update" if is_update(a, b) else "contradiction"
