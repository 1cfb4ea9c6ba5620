"""Days and durations of the same thing.

Two dates meet when their statements very likely share a fact and have the same predicate. Periods without a common
day differ; one inside the other is the same day said more or less exactly, a variant. Only dates whose days are known
count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.apparatus.compare.finding import Finding, is_update, same_predicate
from rashomon.apparatus.details import Detail
from rashomon.model import Date, Severity
from rashomon.text import cut, fold

LIKELY = 0.5
LIKELY_DURATION = 0.5
_MORE = re.compile(r"(?:more than|over|at least|longer than)\b")
_LESS = re.compile(r"(?:less than|under|up to|at most)\b")
_OFFSET = re.compile(r"\b(?:later|earlier|after|before|ago|old)\b")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
"""Days in a unit of an ISO duration."""
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWDHS])")


def compare_dates(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the days of two statements, null when some day fits both or none is known."""
    if likely < LIKELY or not same_predicate(a, b) or a.statement.modality != b.statement.modality:
        return None
    ones, others = _days(a), _days(b)
    if len(ones) != 1 or len(others) != 1:
        return None
    one, other = ones[0], others[0]
    severity: Severity
    if _meet(one, other):
        if (one.earliest, one.latest) == (other.earliest, other.latest):
            return None
        severity, reason = "variant", "said more exactly"
    elif _is_year_guessed(one, other):
        return None
    elif is_update(a, b) and a.statement.modality == "planned":
        severity, reason = "update", "another day"
    else:
        severity, reason = "contradiction", "no day fits both"
    days = _said(one), _said(other)
    return Finding("date", severity, likely, f"{reason}: {days[0]} / {days[1]}", i, j, *days)


def compare_durations(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the durations of two statements, where it is more than a rounding."""
    if likely < LIKELY_DURATION or not same_predicate(a, b):
        return None
    ones, others = _durations(a), _durations(b)
    doers = a.doers, b.doers
    if all(doers) and not doers[0] & doers[1]:
        return None
    if len(ones) != 1 or len(others) != 1 or _near(ones[0][1], others[0][1]):
        return None
    words = cut(a.document, ones[0][0].span), cut(b.document, others[0][0].span)
    if _within(words[0], ones[0][1], others[0][1]) or _within(words[1], others[0][1], ones[0][1]):
        return None
    return Finding("duration", "contradiction", likely, f"two durations: {words[0]} / {words[1]}", i, j, *words)


def _days(detail: Detail) -> Sequence[Date]:
    return [d for d in detail.dates if d.kind in ("date", "time") and d.earliest and d.latest]


def _durations(detail: Detail) -> list[tuple[Date, float]]:
    found = []
    for date in detail.dates:
        if _OFFSET.search(fold(cut(detail.document, date.span))):
            continue
        match = _DURATION.fullmatch(date.value or "") if date.kind == "duration" else None
        if match:
            found.append((date, float(match.group(1)) * _DAYS["T" * ("T" in match.group()) + match.group(2)]))
    return found


def _is_year_guessed(one: Date, other: Date) -> bool:
    """Whether only the year parts the two, and it is stated by no more than one of them ("in April" / "in 2017")."""
    guessed = [date for date in (one, other) if date.anchor != "explicit" and "-" in (date.value or "")]
    years = {(date.value or "")[:4] for date in (one, other)}
    coarse = any(len(date.value or "") == 4 for date in (one, other))
    return bool(guessed) and len(years) == 2 and coarse


def _near(one: float, other: float) -> bool:
    """Whether two lengths of time may be roundings of one."""
    return abs(one - other) <= 0.15 * max(one, other)


def _within(words: str, length: float, other: float) -> bool:
    """Whether a length of time said as a bound ("more than a year") leaves room for another."""
    said = fold(words)
    return bool((_MORE.match(said) and other >= length) or (_LESS.match(said) and other <= length))


def _meet(one: Date, other: Date) -> bool:
    return max(one.earliest or "", other.earliest or "") <= min(one.latest or "", other.latest or "")


def _said(date: Date) -> str:
    return date.value or f"{date.earliest}/{date.latest}"
