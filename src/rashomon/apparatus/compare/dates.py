"""Days and durations of the same thing.

Two dates meet when their statements very likely share a fact and have the same predicate. Periods without a common day
differ; one inside the other is the same day said more or less exactly, a variant. Only dates whose days are known count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.model import Date
from rashomon.text import cut

LIKELY = 0.7
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWDHS])")


def compare_dates(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the days of two statements, null when some day fits both or none is known."""
    if likely < LIKELY or not same_predicate(a, b):
        return None
    ones, others = _days(a), _days(b)
    if len(ones) != 1 or len(others) != 1:
        return None
    one, other = ones[0], others[0]
    if not _meet(one, other):
        if is_update(a, b) and "planned" in (a.statement.modality, b.statement.modality):
            return Finding(
                "date", "update", likely, f"another day: {_said(one)} / {_said(other)}", i, j, _said(one), _said(other)
            )
        return Finding(
            "date",
            "contradiction",
            likely,
            f"no day fits both: {_said(one)} / {_said(other)}",
            i,
            j,
            _said(one),
            _said(other),
        )
    if (one.earliest, one.latest) != (other.earliest, other.latest):
        return Finding(
            "date",
            "variant",
            likely,
            f"said more exactly: {_said(one)} / {_said(other)}",
            i,
            j,
            _said(one),
            _said(other),
        )
    return None


def compare_durations(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the durations of two statements, in the same unit."""
    if likely < LIKELY or not same_predicate(a, b):
        return None
    ones, others = _durations(a), _durations(b)
    if len(ones) != 1 or len(others) != 1 or ones[0][1:] == others[0][1:] or ones[0][2] != others[0][2]:
        return None
    words = cut(a.document, ones[0][0].span), cut(b.document, others[0][0].span)
    return Finding("duration", "contradiction", likely, f"two durations: {words[0]} / {words[1]}", i, j, *words)


def same_predicate(a: Detail, b: Detail) -> bool:
    """Whether the main verbs of two statements are one verb."""
    return a.predicate is not None and a.predicate == b.predicate


def _days(detail: Detail) -> Sequence[Date]:
    return [d for d in detail.dates if d.kind in ("date", "time") and d.earliest and d.latest]


def _durations(detail: Detail) -> list[tuple[Date, float, str]]:
    found = []
    for date in detail.dates:
        match = _DURATION.fullmatch(date.value or "") if date.kind == "duration" else None
        if match:
            found.append((date, float(match.group(1)), match.group(2)))
    return found


def _meet(one: Date, other: Date) -> bool:
    return max(one.earliest or "", other.earliest or "") <= min(one.latest or "", other.latest or "")


def _said(date: Date) -> str:
    return date.value or f"{date.earliest}/{date.latest}"
