"""An affair that has not come to one stage in one report, and is past it in the other: "will be charged" / "was
convicted", "was never arrested" / "was released without charge", "has not been signed" / "was ratified".

Stages stand in an order (`rashomon.lexicon.courses`): who was convicted was charged before. Both statements must tell
it of one person or thing, whichever way round their verbs are. What a later report tells is an update; a stage denied
on the day on which a later one is told is a contradiction. One stage told twice is compared in `status` and `courses`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rashomon.apparatus.compare.finding import Finding, is_update, one_time
from rashomon.apparatus.compare.patients import main_verb, patients
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.courses import RANKS
from rashomon.model import Severity

LIKELY, LIKELY_THING = 0.03, 0.2
_OF_DOERS = frozenset("plead appeal land resign".split())
"""Verbs of stages that their subject, not their object, comes to."""


class Stage(NamedTuple):
    """Where an affair stands: chain and rank of a verb, whether it is there, and whose affair it is."""

    ranks: dict[str, int]
    state: Literal["ahead", "not", "done"]
    persons: frozenset[str]
    things: frozenset[str]


def compare_chains(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a stage not yet come to and a later one that has."""
    if likely < LIKELY:
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        before, after = stage(one), stage(other)
        if before is None or after is None or before.state == "done" or after.state != "done":
            continue
        if not _is_past(before, after) or not _is_of_one(before, after, likely) or not one_time(one, other):
            continue
        if one.published[:10] > other.published[:10]:
            continue
        values = ("before", "past") if first else ("past", "before")
        severity: Severity = "contradiction" if before.state == "not" and not is_update(a, b) else "update"
        why = f"a stage not reached in one, a later one told in the other: {one.said} / {other.said}"
        return Finding("status", severity, likely, why, i, j, *values, a.said, b.said)
    return None


def tells_of_stages(detail: Detail) -> bool:
    """Whether a statement tells where an affair stands."""
    return stage(detail) is not None


@once
def stage(detail: Detail) -> Stage | None:
    """The stage a statement tells of."""
    made = detail.statement
    ranks = RANKS.get(detail.predicate or "")
    if ranks is None or made.modality not in ("asserted", "planned"):
        return None
    if detail.standing == "unreal" or (detail.standing == "present" and made.polarity == "affirmed"):
        return None
    denied = made.polarity == "denied"
    if denied and detail.standing == "coming":
        return None
    verb = main_verb(detail)
    if verb < 0:
        return None
    reached = detail.predicate not in _OF_DOERS
    ids, nouns = patients(detail, detail.tokens[verb].start) if reached else (detail.doers, frozenset[str]())
    if not ids and not nouns:
        return None
    return Stage(ranks, "not" if denied else "ahead" if detail.standing == "coming" else "done", ids, nouns)


def _is_past(before: Stage, after: Stage) -> bool:
    """Whether the second stage presupposes the first."""
    return any(rank < after.ranks[chain] for chain, rank in before.ranks.items() if chain in after.ranks)


def _is_of_one(before: Stage, after: Stage, likely: float) -> bool:
    if before.persons and after.persons:
        return bool(before.persons & after.persons)
    return likely >= LIKELY_THING and bool(before.things & after.things)
