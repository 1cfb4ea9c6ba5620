"""Times of the day: whether two of them can be one, read with the words around them ("shortly before 5 a.m.").

A time is a range of minutes. Bare times are exact to the minute, but those said in quarters of an hour or fives may be
rounded. Out of scope: parts of the day ("in the evening") and time zones.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rashomon.model import Date
from rashomon.text import fold

ROUND = 5
"""Minutes by which a time told in fives may be off without anybody calling it wrong."""
_LOOSE = 15
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_SHORTLY = r"(?:shortly|just|soon|right|minutes|moments|a few minutes|a little) "
_AFTER = re.compile(rf"\b{_SHORTLY}(?:after|past)\b")
_BEFORE = re.compile(rf"\b{_SHORTLY}before\b|\b(?:nearly|almost|close to|not quite)\b")
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some time around|circa|or so)\b")
_BOUND_AFTER = re.compile(r"\b(?:after|since|from|(?<!half )(?<!quarter )(?<!minutes )past)\b")
_BOUND_BEFORE = re.compile(r"\b(?:before|by|until|till)\b")
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|tomorrow|tonight)\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d+ [a-z]{3,}\b"
)
Fit = Literal["same", "loose", "apart"]


class Clock(NamedTuple):
    """A range of minutes of the day, both included; `stated` tells whether the words name the day too."""

    low: float
    high: float
    minute: int
    stated: bool


def clock_of(date: Date, words: str, before: str) -> Clock | None:
    """The time of the day of an expression, null where it has none; `before` are the words in front of it."""
    found = _CLOCK.search(date.value or "")
    if not found:
        return None
    minute = 60 * int(found[1]) + int(found[2])
    said = f"{fold(before)[-24:]} {fold(words)}".split(",")[-1]
    low, high = float(minute), float(minute)
    if _AFTER.search(said):
        high += _LOOSE
    elif _BEFORE.search(said):
        low -= _LOOSE
    elif _ABOUT.search(said):
        low, high = low - _LOOSE, high + _LOOSE
    elif _BOUND_AFTER.search(said):
        high = float("inf")
    elif _BOUND_BEFORE.search(said):
        low = float("-inf")
    return Clock(low, high, minute, bool(_DAY.search(fold(words))))


def fit(one: Clock, other: Clock) -> Fit:
    """Whether two times are the same, one only said more loosely, or cannot both be right."""
    if (one.low, one.high, one.minute) == (other.low, other.high, other.minute):
        return "same"
    if max(one.low, other.low) <= min(one.high, other.high):
        return "loose"
    rounded = one.minute % ROUND == 0 or other.minute % ROUND == 0
    gap = max(one.low, other.low) - min(one.high, other.high)
    return "loose" if rounded and gap <= ROUND else "apart"
