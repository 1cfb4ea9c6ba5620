"""What is still to come in one report, told in the other by what came of it: "the council will meet to discuss the
dam" / "the council approved the dam", "will travel to Orvel on Sunday" / "laid a wreath on Sunday", "would be the first
strike in years" / "is the first strike in years".

A body that is to meet, vote or rule must be the one that decided, on something both name behind the verb. Who is to
travel must be the one who did there, on the day stated, what visitors do. What would be must be said in the words in
which it then is. Always updates; a report of an earlier day cannot tell what came of it. Deeds told by the same verb or
its noun are compared in `status` and `courses`.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, on_one_day, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.text import fold

LIKELY, LIKELY_TRIP, LIKELY_WORDS = 0.1, 0.15, 0.5
_SITTING = frozenset("meet discuss consider vote debate rule decide convene weigh deliberate review hear".split())
_DECIDED = frozenset(
    """
    condemn approve reject pass adopt impose endorse uphold overturn convict acquit sentence block elect defeat clear
    ban authorise authorize ratify dismiss order demand strike suspend expel fine appoint back
    """.split()
)
_TRAVELLING = frozenset("travel visit fly head tour go arrive come".split())
_VISITING = frozenset("lay meet tour visit address thank walk inspect console greet speak attend arrive land".split())
_FORETOLD = ("will be ", "would be ", "'ll be ", "is to be ")
_LITTLE = 2
"""Content words that what is foretold and what came must share at least."""


def compare_outcomes(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between what is still to come and what came of it."""
    if likely < LIKELY:
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if one.published[:10] > other.published[:10] or not one_time(one, other) or _is_before(other, one):
            continue
        if not (_is_decided(one, other) or _is_there(one, other, likely) or _has_come(one, other, likely)):
            continue
        values = ("to come", "came about") if first else ("came about", "to come")
        why = f"still to come in one, what came of it in the other: {one.said} / {other.said}"
        return Finding("status", "update", likely, why, i, j, *values, a.said, b.said)
    return None


def _is_before(deed: Detail, plan: Detail) -> bool:
    """Whether a deed is dated before the report that has it ahead, or may be: nothing tells when that was written."""
    days = [date.latest for date in deed.dates if date.latest]
    return bool(days) and (not plan.published or max(days) < plan.published[:10])


@once
def awaits(detail: Detail) -> bool:
    """Whether a statement tells of a sitting or journey to come, or foretells what would be."""
    if detail.statement.polarity != "affirmed":
        return False
    if detail.standing == "coming" and detail.predicate in (_SITTING | _TRAVELLING):
        return True
    return _foretells(detail)


def _foretells(detail: Detail) -> bool:
    there = fold(detail.words).startswith("there ")
    return detail.predicate is None and not there and f"{fold(detail.said)} ".startswith(_FORETOLD)


def _is_decided(one: Detail, other: Detail) -> bool:
    """Whether a body that was to meet has decided on the same thing."""
    if one.predicate not in _SITTING or one.standing != "coming" or not _is_done(other, _DECIDED):
        return False
    if not (one.doers & other.doers if one.doers and other.doers else one.about & other.about):
        return False
    return bool(one.behind & other.behind)


def _is_there(one: Detail, other: Detail, likely: float) -> bool:
    """Whether somebody who was to travel did on that day what visitors do."""
    if likely < LIKELY_TRIP or one.predicate not in _TRAVELLING or one.standing != "coming":
        return False
    persons = {entity.id for entity in one.around if entity.kind == "person"}
    return bool(one.doers & other.doers & persons) and on_one_day(one, other) and _is_done(other, _VISITING)


def _has_come(one: Detail, other: Detail, likely: float) -> bool:
    """Whether what would be is said to be, or to have been, in the same words."""
    if likely < LIKELY_WORDS or not _foretells(one) or other.predicate is not None:
        return False
    if other.standing not in ("present", "done") or other.statement.polarity == "denied" or not other.said:
        return False
    rest = one.behind, other.behind
    return len(rest[0] & rest[1]) >= max(_LITTLE, len(min(rest, key=len)) - 1)


def _is_done(detail: Detail, verbs: frozenset[str]) -> bool:
    made = detail.statement
    told = detail.standing == "done" and made.polarity == "affirmed" and made.modality == "asserted"
    return told and detail.predicate in verbs
