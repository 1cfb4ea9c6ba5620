"""Days and times of the same thing.

Two dates meet when their statements very likely share a fact and have the same predicate, or tell of one deed by act
and parties (`deeds`). Periods without a common day differ; one inside the other is the same day said more or less
exactly, a variant. Times of one day are compared to the minute (`clocks`). Only dates whose days are known count.
"""

from __future__ import annotations

import re
from datetime import date as Day

from rashomon.apparatus.compare.clocks import Clock, Fit, clock_of, fit
from rashomon.apparatus.compare.deeds import one_deed, other_parties, same_act
from rashomon.apparatus.compare.finding import Finding, is_update, same_predicate
from rashomon.apparatus.details import Detail
from rashomon.lexicon.acts import ONCE, act_of
from rashomon.model import Date, Severity
from rashomon.text import cut, fold

LIKELY, LIKELY_ACT = 0.5, 0.35
LIKELY_DEED = 0.04
"""The likelihood asked of statements that tell of one deed by act and parties."""
_WEEK = 7
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
_ROUNDING = 0.2
"""The share of a length by which the day it leads to may be missed."""
_STEPS = 5
_PRONOUNS = frozenset("he she it they".split())
_PART_OF_DAY = re.compile(r"T[A-Z]{2}$")
_APART = ("appos", "parataxis", "conj", "acl", "list")
"""Labels of words that tell of something else than the verb above them."""


def compare_dates(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the days of two statements, null when some day fits both or none is known."""
    alike = likely >= (LIKELY if same_predicate(a, b) else LIKELY_ACT) and _one_act(a, b) and not other_parties(a, b)
    if not alike and not (likely >= LIKELY_DEED and one_deed(a, b)):
        return None
    ones, others = ([d for d in _days(x) if _hangs_on_verb(x, d)] for x in (a, b))
    if len(ones) != 1 or len(others) != 1 or a.statement.modality != b.statement.modality:
        return None
    one, other = ones[0], others[0]
    clocks = _clock(a, one), _clock(b, other)
    if clocks[0] and clocks[1] and (_meet(one, other) or not (clocks[0].stated and clocks[1].stated)):
        return _times(a, one, b, other, fit(clocks[0], clocks[1]), likely, i, j)
    severity: Severity
    if _meet(one, other):
        if (one.earliest, one.latest) == (other.earliest, other.latest) or one.value == other.value:
            return None
        severity, reason = "variant", "said more exactly"
    elif (
        _within_rounding(one, other)
        or _is_year_guessed(one, other)
        or _is_week_guessed(one, other)
        or _is_one_quoted_word(a, one, b, other)
    ):
        return None
    elif is_update(a, b) and a.statement.modality == "planned":
        severity, reason = "update", "another day"
    else:
        severity, reason = "contradiction", "no day fits both"
    days = _said(one), _said(other)
    return Finding("date", severity, likely, f"{reason}: {days[0]} / {days[1]}", i, j, *days)


def _one_act(a: Detail, b: Detail) -> bool:
    """Whether the main verbs are one, or of one act that comes about once, of doers that may be one."""
    if same_predicate(a, b):
        return True
    if not same_act(a, b) or act_of(a.predicate) not in ONCE or a.standing != b.standing:
        return False
    heads = _subject(a), _subject(b)
    return bool(a.doers & b.doers) or heads[0] == heads[1] or bool(_PRONOUNS & set(heads))


def _subject(detail: Detail) -> str:
    span = detail.statement.subject
    return fold(cut(detail.document, span)) if span else ""


def _times(a: Detail, one: Date, b: Detail, other: Date, fits: Fit, likely: float, i: int, j: int) -> Finding | None:
    """The difference between two times of the day."""
    if fits == "same":
        return None
    severity: Severity = "variant"
    reason = "the same time, said more loosely"
    if fits == "apart":
        severity, reason = (
            ("update" if is_update(a, b) and a.statement.modality == "planned" else "contradiction"),
            ("two times of one deed"),
        )
    words = cut(a.document, one.span), cut(b.document, other.span)
    return Finding("date", severity, likely, f"{reason}: {words[0]} / {words[1]}", i, j, *words)


def _clock(detail: Detail, date: Date) -> Clock | None:
    before = detail.document.text[detail.sentence.start : date.span.start]
    clock = clock_of(date, cut(detail.document, date.span), before)
    days = [d for d in detail.dates if d is not date and d.kind == "date" and _meet(d, date)]
    return clock._replace(stated=True) if clock and days else clock


def _days(detail: Detail) -> list[Date]:
    """The days and times of a statement; a time takes in the day it stands with ("5 p.m. on Tuesday")."""
    known = [d for d in detail.dates if (d.kind in ("date", "time") or _is_reckoned(d)) and d.earliest and d.latest]
    times = [d for d in known if "T" in (d.value or "")]
    return [d for d in known if d in times or not any(_meet(d, time) for time in times)]


def _is_reckoned(date: Date) -> bool:
    """Whether a length leads to a day from another date of the text ("two decades earlier")."""
    return date.kind == "duration" and date.anchor == "event"


def _within_rounding(one: Date, other: Date) -> bool:
    """Whether two dates lie no farther apart than the length one is reckoned by may be rounded."""
    lengths = [
        float(m[1]) * _DAYS[m[2]] for d in (one, other) if _is_reckoned(d) and (m := _LENGTH.match(d.value or ""))
    ]
    ends = [Day.fromisoformat((d or "")[:10]) for d in (one.earliest, one.latest, other.earliest, other.latest)]
    gap = (max(ends[0], ends[2]) - min(ends[1], ends[3])).days
    return bool(lengths) and gap <= _ROUNDING * max(lengths)


def _hangs_on_verb(detail: Detail, date: Date) -> bool:
    """Whether a date tells when the verb of its statement came about, as far as the tree knows."""
    tokens, predicate = detail.tokens, detail.statement.predicate
    word = next((i for i, t in enumerate(tokens) if date.span.start <= t.start < date.span.end), None)
    if word is None or predicate is None:
        return True
    for _ in range(_STEPS):
        if tokens[word].head < 0 or predicate.start <= tokens[word].start < predicate.end:
            return True
        if tokens[word].label in _APART:
            return False
        word = tokens[word].head
    return predicate.start <= tokens[word].start < predicate.end


def _is_week_guessed(one: Date, other: Date) -> bool:
    """Whether only the week parts two days, and a bare weekday told one of them ("early Thursday")."""
    gap = abs((Day.fromisoformat((one.earliest or "")[:10]) - Day.fromisoformat((other.earliest or "")[:10])).days)
    return _WEEK - 1 <= gap <= _WEEK + 1 and "published" in (one.anchor, other.anchor)


def _is_year_guessed(one: Date, other: Date) -> bool:
    """Whether only the year parts the two, and it is stated by no more than one of them ("in April" / "in 2017")."""
    guessed = [date for date in (one, other) if date.anchor != "explicit" and "-" in (date.value or "")]
    years = {(date.value or "")[:4] for date in (one, other)}
    coarse = any(len(date.value or "") == 4 for date in (one, other))
    return bool(guessed) and len(years) == 2 and coarse


def _meet(one: Date, other: Date) -> bool:
    return max(one.earliest or "", other.earliest or "") <= min(one.latest or "", other.latest or "")


def _is_one_quoted_word(a: Detail, one: Date, b: Detail, other: Date) -> bool:
    """Whether both quote one word for the day ("tonight"), which is reckoned from when it was said, not printed."""
    return bool(a.statement.quote and b.statement.quote) and _folded(a, one) == _folded(b, other)


def _folded(detail: Detail, date: Date) -> str:
    return fold(cut(detail.document, date.span))


def _said(date: Date) -> str:
    """The day or the days; a part of the day ("tonight") is left out."""
    days = f"{date.earliest}/{date.latest}" if date.earliest != date.latest else str(date.earliest)
    return days if _is_reckoned(date) or date.value is None or _PART_OF_DAY.search(date.value) else date.value
