"""Dates that hang on another day: weekdays, "yesterday", "last month", "two years ago", "the following week".

They hang on the day of reference, or, where the words point into the text ("the following month", "two days later"), on
the date before them in the same or the sentence before. Without that day the value is null.
"""

from __future__ import annotations

import re
from datetime import date

from rashomon.annotate.amounts import Amount, amount_of
from rashomon.annotate.calendar import (
    Direction,
    Unit,
    bounds,
    day_of,
    make_day,
    shifted,
    week_of,
    weekday_near,
    weekend_of,
)
from rashomon.annotate.date_patterns import PARTS, WEEKDAYS
from rashomon.annotate.date_reading import UNKNOWN, Around, Reading, dated, group, narrowed, part_of_day
from rashomon.annotate.durations import iso_duration, simple_duration

_LONG_AGO = 6
_TO = re.compile(r"\b(?:until|till|through) $", re.IGNORECASE)


def read_weekday(match: re.Match[str], around: Around) -> Reading | None:
    """A weekday, with its part of the day."""
    which = group(match, "which") or ""
    number = WEEKDAYS[match["weekday"][:3].casefold()]
    if around.reference is None:
        known = [day for day in around.stand_ins if day.weekday() == number]
        reading = dated(known[-1].isoformat(), "event") if known else UNKNOWN
    else:
        reading = _not_before(_weekday_of(around.reference, number, which, around), number, match, around)
        if (
            not which
            and (group(match, "third") or "") == "early"
            and _days_back(around.reference, reading) == _LONG_AGO
        ):
            # a report dated a day ago was written on: nobody says "early Thursday" of six days ago
            reading = dated(shifted(around.reference.isoformat(), 1, "day"), around.anchor)
    if reading.value is None:
        return reading
    part = PARTS[match["part"].casefold()] if match["part"] else part_of_day(match)
    return reading._replace(value=reading.value + part)


def _not_before(reading: Reading, number: int, match: re.Match[str], around: Around) -> Reading:
    """The reading, or the first such weekday since the day before it where that begins what this one ends ("earlier
    this week, … through Saturday")."""
    begun = day_of(around.same.earliest) if around.same else None
    day = day_of(reading.earliest)
    if begun is None or day is None or day >= begun or not _TO.search(around.sentence, 0, match.start()):
        return reading
    found = weekday_near(begun, number, "future")
    return dated(found.isoformat(), reading.anchor) if found else reading


def _days_back(reference: date, reading: Reading) -> int | None:
    day = day_of(reading.earliest)
    return (reference - day).days if day else None


def _weekday_of(reference: date, number: int, which: str, around: Around) -> Reading:
    if which.startswith("the "):
        base = day_of(around.near.earliest) if around.near else None
        if base is None:
            return UNKNOWN
        ahead = not which.endswith("previous")
        moved = shifted(base.isoformat(), 1 if ahead else -1, "day")
        found = weekday_near(day_of(moved) or base, number, "future" if ahead else "past")
        return dated(found.isoformat() if found else None, "event")
    look: Direction = around.look
    if which in ("last", "this past", "past"):
        look = "past"
    elif which in ("next", "this coming", "coming", "this"):
        look = "future"
    found = weekday_near(reference, number, look)
    if found == reference and which in ("last", "next", "past"):
        moved = shifted(found.isoformat(), -1 if look == "past" else 1, "week")
        found = day_of(moved)
    return dated(found.isoformat() if found else None, around.anchor)


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}


def read_deictic(match: re.Match[str], around: Around) -> Reading | None:
    """ "Yesterday", "later today", "last night"."""
    word = group(match, "word")
    if word and match.group()[0].isupper() and re.search(r"[\w,] $", around.sentence[: match.start()]):
        return None
    if around.reference is None:
        return UNKNOWN
    offset = _DEICTIC[word] if word else -1 if group(match, "which") == "last" else 0
    part = part_of_day(match) if group(match, "part") else "TNI" if word == "tonight" else ""
    reading = dated(shifted(around.reference.isoformat(), offset, "day"), around.anchor)
    return reading._replace(value=reading.value + part) if reading.value else reading


def read_overnight(match: re.Match[str], around: Around) -> Reading | None:
    """The night before the day of reference and that day."""
    if around.reference is None:
        return UNKNOWN
    before = shifted(around.reference.isoformat(), -1, "day")
    return dated(f"{before}/{around.reference.isoformat()}", around.anchor)


def read_calendar(match: re.Match[str], around: Around) -> Reading | None:
    """ "Last week", "earlier this year", "next month"."""
    if around.reference is None:
        return UNKNOWN
    which = group(match, "which") or ""
    offset = -1 if which == "last" else 1 if which in ("next", "the coming") else 0
    unit = match["unit"].casefold()
    third = group(match, "third") or ""
    value = _calendar_value(around.reference, unit, offset, which, around.look)
    reading = dated(value, around.anchor)
    if offset == 0 and third.startswith("earlier"):
        return reading._replace(latest=around.reference.isoformat())
    if offset == 0 and third.startswith("later"):
        return reading._replace(earliest=around.reference.isoformat())
    return narrowed(reading, match) if unit in ("month", "year", "decade") else reading


def _calendar_value(reference: date, unit: str, offset: int, which: str, look: Direction) -> str | None:
    if unit == "week":
        return week_of(reference, offset)
    if unit == "weekend":
        past = which in ("last", "this past") or (which != "next" and look == "past")
        offset = 0 if reference.weekday() >= 5 else -1 if past else 0
        return weekend_of(reference, 1 if which == "next" else offset)
    if unit == "month":
        return shifted(f"{reference.year:04d}-{reference.month:02d}", offset, "month")
    if unit == "year":
        return shifted(f"{reference.year:04d}", offset, "year")
    size = 10 if unit == "decade" else 100
    start = (reference.year // size + offset) * size
    return f"{start:04d}/{start + size - 1:04d}"


def read_ago(match: re.Match[str], around: Around) -> Reading | None:
    """ "Three days ago": counted back from the reference, in the precision of the unit."""
    if around.reference is None:
        return UNKNOWN
    code = simple_duration(match.group())
    if code is None:
        return Reading("date", None, None, around.reference.isoformat(), around.anchor)
    count, unit = code
    if unit in ("second", "minute", "hour"):
        return Reading("time", None, None, around.reference.isoformat(), around.anchor)
    precise = {"day": around.reference.isoformat(), "week": around.reference.isoformat()}.get(unit)
    base = precise or (f"{around.reference:%Y-%m}" if unit == "month" else f"{around.reference.year:04d}")
    reading = dated(shifted(base, -count, unit), around.anchor)
    amount = amount_of(match.group()[: match.start("unit") - match.start()])
    return _bounded(reading, base, count, unit, amount) if amount else reading


def _bounded(reading: Reading, base: str, count: int, unit: Unit, amount: Amount) -> Reading:
    """The reading with the days that "more than", "nearly" or "about" leave room for; its value stays.

    `count` is the amount in units: "more than two decades" are at least 20 years.
    """
    if reading.value is None or not amount.value or amount.low == amount.high:
        return reading
    first, last = (
        dated(shifted(base, -int(end * count / amount.value), unit), reading.anchor) if end is not None else UNKNOWN
        for end in (amount.high, amount.low)
    )
    return reading._replace(earliest=first.earliest, latest=last.latest)


def read_offset(match: re.Match[str], around: Around) -> Reading | None:
    """ "24 days later": a length, with the days it leads to where the date it hangs on is known."""
    length = match.group()[: match.start("side") - match.start()]
    value = iso_duration(length)
    reading = Reading("duration", value, None, None, "unknown")
    side = match["side"].casefold()
    code = simple_duration(length)
    follows = side in ("later", "afterward", "afterwards", "earlier", "beforehand", "prior")
    if (
        code is None
        or not follows
        or around.near is None
        or around.near.value is None
        or around.near.kind not in ("date", "time", "duration")
    ):
        return reading
    base = around.near.value if around.near.kind == "date" else around.near.earliest
    if around.near.kind == "duration":
        base = _coarse(around.near)
    count = code[0] if side in ("later", "afterward", "afterwards") else -code[0]
    moved = dated(shifted(base, count, code[1]) if base else None, "event")
    return reading._replace(earliest=moved.earliest, latest=moved.latest, anchor=moved.anchor)


def _coarse(reading: Reading) -> str | None:
    """The ISO value of the days a reading spans: a day, a month or a year."""
    if not reading.earliest or not reading.latest:
        return None
    for length in (10, 7, 4):
        ends = bounds(reading.earliest[:length])
        if ends and ends[1].isoformat() == reading.latest and ends[0].isoformat() == reading.earliest:
            return reading.earliest[:length]
    return None


def read_loose(match: re.Match[str], around: Around) -> Reading | None:
    """ "Days after …": when is not said; after a date and a comma it bounds what it hangs on."""
    side = group(match, "side")
    attached = around.same and re.search(r", $", around.sentence[: match.start()])
    if side in ("after", "earlier") and attached and around.same:
        return Reading("date", None, None, around.same.latest, "event")
    if side in ("before", "later") and attached and around.same:
        return Reading("date", None, around.same.earliest, None, "event")
    return UNKNOWN


def read_adjacent(match: re.Match[str], around: Around) -> Reading | None:
    """ "The following month", "that night": beside the date before it."""
    which, unit = match["which"].casefold(), match["unit"].casefold()
    side = group(match, "side")
    base = around.near.earliest if around.near and around.near.value else None
    day = day_of(base)
    if day is None or around.near is None or not base:
        return UNKNOWN
    offset = (
        1
        if "following" in which or "next" in which or side == "after"
        else -1
        if "previous" in which or "preceding" in which or side == "before"
        else 0
    )
    part = PARTS.get(unit)
    if part or unit == "day":
        if around.near.earliest != around.near.latest:
            return UNKNOWN
        reading = dated(shifted(base, offset, "day"), "event")
        return reading._replace(value=reading.value + part) if part and reading.value else reading
    if unit == "week":
        return dated(week_of(day, offset), "event")
    if unit == "weekend":
        return dated(weekend_of(day, max(offset, 0)), "event")
    if unit == "month" and around.near.latest and around.near.latest[:7] == base[:7]:
        return dated(shifted(base[:7], offset, "month"), "event")
    if unit == "year":
        return dated(shifted(base[:4], offset, "year"), "event")
    return UNKNOWN


def read_daytime(match: re.Match[str], around: Around) -> Reading | None:
    """ "In the evening": of the day before it, nothing where none is near."""
    near = around.near if around.look != "unknown" else around.same
    return read_adjacent(match, around) if near and near.value and near.earliest == near.latest else None


def read_past(match: re.Match[str], around: Around) -> Reading | None:
    """ "The past twenty years": a length that ends or begins with the reference."""
    some = group(match, "some") or "a"
    words = f"{some} {match['unit']}"
    value = iso_duration(words)
    code = simple_duration(words)
    ahead = any(word in match["which"].casefold() for word in ("next", "coming"))
    if around.reference is None or code is None or code[1] in ("second", "minute", "hour"):
        return Reading("duration", value, None, None, "unknown")
    moved = _day_shift(around.reference, code[0] if ahead else -code[0], code[1])
    ends = sorted((moved, around.reference.isoformat())) if moved else [None, None]
    return Reading("duration", value, ends[0], ends[1], around.anchor)


def _day_shift(day: date, count: int, unit: Unit) -> str | None:
    """The day moved by months or years to the same day of the month, the 28th at most."""
    if unit in ("day", "week"):
        return shifted(day.isoformat(), count, unit)
    months = day.year * 12 + day.month - 1 + count * (1 if unit == "month" else 12)
    found = make_day(months // 12, months % 12 + 1, min(day.day, 28) if day.day > 28 else day.day)
    return found.isoformat() if found else None


def read_recent(match: re.Match[str], around: Around) -> Reading | None:
    """ "In recent weeks": before the reference, "in the coming weeks": after it."""
    if around.reference is None:
        return UNKNOWN
    day = around.reference.isoformat()
    ahead = "coming" in match.group().casefold()
    return Reading("date", None, day if ahead else None, None if ahead else day, around.anchor)


def read_unknown(match: re.Match[str], around: Around) -> Reading | None:
    """ "In the days before …": when is not said."""
    return UNKNOWN
