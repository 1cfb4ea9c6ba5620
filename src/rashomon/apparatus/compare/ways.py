"""Done to somebody in one report, done by himself in the other: fired / resigned, arrested / gave himself up, freed /
escaped, killed / took his own life.

Whom the first deed reached must be the one who did the second. Both must be told as done, of days that do not lie
apart. An office is lost in one way only, and so is a life; a man may be freed while he flees, so that is a tension.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import NOT_TOLD, Finding, one_time
from rashomon.apparatus.compare.patients import patients
from rashomon.apparatus.details import Detail, once
from rashomon.model import Severity
from rashomon.text import fold

LIKELY = 0.003
_LINES = """
fire dismiss sack oust boot | resign quit step
arrest capture apprehend catch | surrender
free release rescue liberate | escape flee
kill murder slay | suicide
"""
_WAYS = [tuple(frozenset(side.split()) for side in line.split("|")) for line in _LINES.strip().splitlines()]
_VERBS = {*(verb for way in _WAYS for side in way for verb in side), *"commit hang take shoot turn give".split()}
_ONCE = frozenset("fire kill".split())
_TO_HIMSELF = ("himself", "herself", "themselves", "own life")


def compare_ways(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between what was done to somebody and what he did himself."""
    if likely < LIKELY or not (tells_of_ways(a) and tells_of_ways(b)) or not one_time(a, b):
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        deeds = _deed(one), _deed(other)
        line = next((n for n, way in enumerate(_WAYS) if deeds[0] in way[0] and deeds[1] in way[1]), None)
        if line is None or not (_is_told(one) and _is_told(other)) or not _reached(one) & _doers(other):
            continue
        severity: Severity = "contradiction" if _WAYS[line][0] & _ONCE else "tension"
        values = (one.said, other.said) if first else (other.said, one.said)
        why = f"done to somebody in one, by himself in the other: {values[0]} / {values[1]}"
        return Finding("status", severity, likely, why, i, j, *values)
    return None


def tells_of_ways(detail: Detail) -> bool:
    """Whether the verb of a statement may stand on a side of the table."""
    return detail.predicate in _VERBS


@once
def _deed(detail: Detail) -> str:
    """The deed of a statement; what somebody does to himself is no deed done to somebody."""
    deed, words = detail.predicate or "", fold(detail.words)
    if deed == "commit" and "suicide" in detail.terms:
        return "suicide"
    if any(word in words for word in _TO_HIMSELF):
        return (
            "suicide" if deed in ("kill", "hang", "take", "shoot") else "surrender" if deed in ("turn", "give") else ""
        )
    return deed


def _is_told(detail: Detail) -> bool:
    made = detail.statement
    if made.polarity != "affirmed" or made.modality != "asserted" or detail.standing != "done":
        return False
    return not fold(detail.words).startswith(NOT_TOLD)


def _reached(detail: Detail) -> frozenset[str]:
    """Whom the deed of a statement reached."""
    predicate = detail.statement.predicate
    verbs = [t for t in detail.tokens if predicate and predicate.start <= t.start < predicate.end and t.tag == "VERB"]
    return patients(detail, verbs[-1].start)[0] if verbs else frozenset()


def _doers(detail: Detail) -> frozenset[str]:
    """Who did it, also where he says so himself ("I resigned")."""
    return detail.doers or frozenset(entity for entity in detail.about if entity == detail.statement.holder.entity)
