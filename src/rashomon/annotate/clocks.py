"""Times of day: which half of the day a time in words means, and which day.

A time that says neither a.m. nor p.m. ("half past six") takes the half from the part of the day named with it or in its
sentence, else it is the nearer one to the time stated before it; alone, one to five are afternoon. The day is the one
named with it, one of its sentence, the one that the sentences before speak of, else the day of reference; the small
hours of a night belong to the day after it. Out of scope: time zones, times that are no round hour without a cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rashomon.annotate.calendar import Direction, day_of, shifted, weekday_near
from rashomon.annotate.date_patterns import WEEKDAYS
from rashomon.annotate.date_reading import UNKNOWN, Reading, dated, group
from rashomon.annotate.number_words import number_value
from rashomon.model import Anchor


class Found(NamedTuple):
    """An expression in its sentence, with what it means."""

    sentence: int
    name: str
    match: re.Match[str]
    start: int
    end: int
    look: Direction
    reading: Reading


_STAMP = re.compile(r"\W*(?:(?:last|first) )?(?:updated?|published|posted)(?: at)?:? [0-9]", re.IGNORECASE)
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_HALVES = re.compile(
    r"\b(?:(?:in|by|during|through|that) (?:the )?|(?:this|last|yesterday|tomorrow|at|until|early|late|[a-z]+day) )"
    r"(?P<half>morning|afternoon|evening|night|dawn|lunchtime)\b(?![ -](?:shift|watch|train|flight|class)e?s?\b)"
    r"|\b(?P<to>tonight)\b",
    re.IGNORECASE,
)
_MINUTES = {"half": 30, "quarter": 15, "a quarter": 15}
_WORDED = re.compile(
    r"(?P<minutes>[a-z]+(?:[ -](?:quarter|five))?)(?: minutes)? (?P<side>past|to) (?P<hour>[a-z]+|[0-9]+)"
)
_MIDNIGHT = re.compile(r"\b(?:at|since|until|till|by|before|after|around) midnight$", re.IGNORECASE)
_EVENING = 18
_AT_ONCE = 6
"""Sentences before a time of day in which another may say which half of the day is meant."""
_NEAR = 4
"""Sentences before a time of day in which its day may lie further back than a week."""
_WEEK, _LATELY = timedelta(days=7), timedelta(days=60)
CLOCKS = ("clock", "hour")
"""The patterns of times of day."""


def clocked(item: Found, found: Sequence[Found], done: Sequence[Found], day: date | None, anchor: Anchor) -> Found:
    """A time of day with its day and hour; `found` are all expressions of the report, `done` the times before it."""
    moment = clock_of(item.match["clock"])
    if moment is None:
        return item
    hour, minute, sure = moment
    if not sure or (hour < 12 and (group(item.match, "part") or group(item.match, "half"))):
        hour = _in_half(hour, minute, item, done)
    base = _day(item, hour, found, day, anchor)
    clock = f"{hour:02d}:{minute:02d}"
    if base.earliest is None:
        return item._replace(reading=Reading("time", f"T{clock}", None, None, "unknown"))
    return item._replace(reading=Reading("time", f"{base.earliest}T{clock}", base.earliest, base.latest, base.anchor))


def clock_of(words: str) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether the words say which half of the day; None if they are no time of day."""
    text = words.casefold().replace(".", ":", 1) if re.match(r"[0-9]+\.[0-9]", words) else words.casefold()
    if text in _NAMED:
        return int(_NAMED[text][:2]), 0, True
    if worded := _WORDED.fullmatch(text):
        hour, minutes = number_value(worded["hour"]), worded["minutes"]
        count = _MINUTES.get(minutes, number_value(minutes))
        if hour is None or count is None or not 1 <= hour <= 12 or not count < 60:
            return None
        total = int(hour) % 12 * 60 + int(count if worded["side"] == "past" else -count)
        return total // 60 % 12, total % 60, False
    match = re.match(r"([0-9]{1,2})(?::?([0-9]{2}))? ?(a|p)?", text)
    if match is None:
        value = number_value(text.split()[0])
        return (int(value), 0, False) if value is not None and 1 <= value <= 12 else None
    hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0) if match[3] else int(match[1])
    return (hour, int(match[2] or 0), bool(match[3] or match[2])) if hour < 24 else None


def _in_half(hour: int, minute: int, item: Found, done: Sequence[Found]) -> int:
    """The hour in 24 hours of a time that may be before or after noon."""
    near = group(item.match, "part") or (f"this {half}" if (half := group(item.match, "half")) else "")
    halves = {(found["half"] or found["to"]).casefold() for found in _HALVES.finditer(near or item.match.string)}
    hour %= 12
    if len(halves) == 1:
        half = halves.pop()
        if half in ("night", "tonight"):
            return hour + 12 if hour >= 6 else hour
        return hour + 12 if half in ("afternoon", "evening") else hour or 12
    last = next((o for o in reversed(done) if o.sentence >= item.sentence - _AT_ONCE), None)
    stated = re.search(r"T(\d\d):(\d\d)", (last.reading.value or "") if last else "")
    if stated:
        before = int(stated[1]) * 60 + int(stated[2])
        return min((hour, hour + 12), key=lambda h: (abs(h * 60 + minute - before), h))
    return hour + 12 if hour < 6 else hour


def _day(item: Found, hour: int, found: Sequence[Found], day: date | None, anchor: Anchor) -> Reading:
    """The day of a time: named with it, in its sentence, in the last sentence that names one, else the reference."""
    if day and (own := _own_day(item, hour, day)):
        return dated(own, anchor)
    if not _STAMP.match(item.match.string):
        days = [o for o in found if o.name not in CLOCKS and _one_day(o.reading)]
        near = [o for o in days if o.sentence == item.sentence]
        if near:
            nearest = min(near, key=lambda o: (min(abs(o.start - item.end), abs(item.start - o.end)), o.start))
            return _night_over(nearest.reading, hour)
        before = [o for o in days if o.sentence < item.sentence and _is_meant(o, item, hour, day)]
        if before:
            before = [o for o in before if o.sentence == before[-1].sentence]
            before = [o for o in before if day and o.reading.earliest == day.isoformat()] or before
            base = before[-1].reading
            ends = (
                _MIDNIGHT.search(item.match.string, 0, item.match.end("clock")) and day and day_of(base.earliest) != day
            )
            return dated(shifted(base.value or "", 1, "day"), base.anchor) if ends else _night_over(base, hour)
    return dated(day.isoformat(), anchor) if day else UNKNOWN


def _own_day(item: Found, hour: int, day: date) -> str | None:
    """The day named with the time: "9 p.m. Tuesday", "noon today", "three this morning"."""
    weekday = group(item.match, "weekday") or group(item.match, "eve")
    if weekday:
        close = weekday_near(day, WEEKDAYS[weekday[:3]], item.look)
        return close.isoformat() if close else None
    part = group(item.match, "part") or ""
    if not (named := re.match(r"today|tonight|yesterday|tomorrow|this|last", part)):
        return None
    offset = {"yesterday": -1, "tomorrow": 1, "last": -1 if hour >= 6 else 0}.get(named[0], 0)
    return shifted(day.isoformat(), offset, "day")


def _night_over(base: Reading, hour: int) -> Reading:
    """The day after, for the small hours of a night."""
    if hour >= 6 or not (base.value or "").endswith(("TEV", "TNI")):
        return base
    return dated(shifted(base.value or "", 1, "day"), base.anchor)


def _is_meant(base: Found, item: Found, hour: int, day: date | None) -> bool:
    """Whether a time of a later sentence may be of this day: one of the week that ends with the reference, or named
    just before; the evening of a day whose morning is news is not told yet."""
    stated = day_of(base.reading.earliest)
    told = stated == day and item.look == "past" and hour >= _EVENING and (base.reading.value or "").endswith("TMO")
    if stated is None or told:
        return False
    days = _LATELY if base.sentence >= item.sentence - _NEAR else _WEEK
    return day is None or timedelta(0) <= day - stated < days


def _one_day(reading: Reading) -> bool:
    return reading.kind == "date" and reading.earliest is not None and reading.earliest == reading.latest
