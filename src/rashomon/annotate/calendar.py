"""Arithmetic on ISO days of any precision: bounds, shifts, and the nearest weekday, month or day of a year.

A value is `2031`, `2031-05`, `2031-05-02`, an interval of two such (`2030-11/2030-12`), or a day with a part of day
or a clock time (`2031-05-02TEV`, `2031-05-02T14:40`). Days outside the years 1 to 9999 are no days: functions return
None. Out of scope: time zones, calendars other than the Gregorian.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "unknown"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?", re.ASCII)
_MONTHS: dict[Unit, int] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SOON = 3
_FAR = 300


def day_of(text: str | None) -> date | None:
    """The day an ISO day or moment begins with, None if there is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a value, both included."""
    first, _, last = value.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return (start[0], end[1]) if start and end else None


def _bounds(value: str) -> tuple[date, date] | None:
    match = _ISO.fullmatch(value)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1 <= year <= 9999 or month > 12:
        return None
    if day:
        found = make_day(year, month, day)
        return (found, found) if found else None
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def shifted(value: str, count: int, unit: Unit) -> str | None:
    """The value moved by `count` units, in the coarser precision of value and unit; hours and less do not move a day.

    `shifted("2030-08-09", 24, "day")` is `2030-09-02`, `shifted("2030-12", 1, "month")` is `2031-01`.
    """
    match = _ISO.fullmatch(value.partition("/")[0])
    if not match:
        return None
    precision = 3 if match[3] else 2 if match[2] else 1
    start = _bounds(match[0])
    if start is None:
        return None
    if unit in _MONTHS:
        months = start[0].year * 12 + start[0].month - 1 + count * _MONTHS[unit]
        if not 12 <= months < 120000:
            return None
        year, month = divmod(months, 12)
        if unit == "month" and precision >= 2:
            return f"{year:04d}-{month + 1:02d}"
        return f"{year:04d}"
    if precision < 3:
        return None
    days = {"week": 7, "day": 1}.get(unit, 0) * count
    try:
        return (start[0] + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def weekday_near(reference: date, weekday: int, direction: Direction) -> date | None:
    """The day with this weekday (Monday 0) nearest to the reference in this direction, the reference itself included.

    Without a direction the nearer of the two is taken. A weekday six days back is taken for tomorrow only then.
    """
    back = (reference.weekday() - weekday) % 7
    ahead = (weekday - reference.weekday()) % 7
    forward = direction == "future" or (direction == "unknown" and ahead < back and ahead <= _SOON)
    try:
        return reference + timedelta(days=ahead if forward else -back)
    except OverflowError:
        return None


def month_near(reference: date, month: int, day: int | None, direction: Direction) -> str | None:
    """The month, or day of a year, nearest to the reference in this direction, the current one included.

    Without a direction the past is taken, unless the coming one is three times nearer. A month or day more than
    300 days off is never meant by its bare name, whatever the direction.
    """
    year = reference.year
    here = (month, day or reference.day)
    now = (reference.month, reference.day)
    before, after = (year, year + 1) if here < now else (year, year) if here == now else (year - 1, year)
    if day is None and month == reference.month:
        return f"{year:04d}-{month:02d}"
    gap_back, gap_ahead = _gap(reference, before, month, day), _gap(reference, after, month, day)
    forward = direction == "future" or (direction == "unknown" and gap_ahead * 3 < gap_back)
    if max(gap_back, gap_ahead) > _FAR:
        forward = gap_ahead < gap_back
    year = after if forward else before
    if day is None:
        return f"{year:04d}-{month:02d}"
    found = make_day(year, month, day)
    return found.isoformat() if found else None


def _gap(reference: date, year: int, month: int, day: int | None) -> int:
    other = make_day(year, month, min(day or 15, 28))
    return abs((other - reference).days) if other else 10**6


def week_of(day: date, offset: int = 0) -> str | None:
    """The week of a day, Monday to Sunday, as an interval; `offset` in weeks."""
    return _stretch(day, -day.weekday() + 7 * offset, 6)


def weekend_of(day: date, offset: int = 0) -> str | None:
    """Saturday and Sunday of the week of a day, as an interval; `offset` in weeks."""
    return _stretch(day, 5 - day.weekday() + 7 * offset, 1)


def _stretch(day: date, start: int, length: int) -> str | None:
    try:
        first = day + timedelta(days=start)
        return f"{first.isoformat()}/{(first + timedelta(days=length)).isoformat()}"
    except OverflowError:
        return None


def season(year: int, name: str) -> str | None:
    """A northern season as an interval of months, wide enough for the meteorological and the astronomical one."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    if not 1 <= year < 9999:
        return None
    end = f"{year + 1:04d}-03" if first == 12 else f"{year:04d}-{first + 3:02d}"
    return f"{year:04d}-{first:02d}/{end}"


def part_of(value: str, part: str) -> str | None:
    """Early, middle or late in a year, decade or month: a third of it, counted generously (they overlap)."""
    ends = bounds(value)
    if ends is None:
        return None
    first, last = ends
    years = last.year - first.year + 1
    if years > 1:
        low, high = {
            "early": (0, years // 3),
            "mid": (years * 4 // 10, years * 6 // 10),
            "late": (years * 6 // 10, years - 1),
        }[part]
        return f"{first.year + low:04d}/{first.year + high:04d}"
    if len(value) == 4:
        low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return f"{value}-{low:02d}/{value}-{high:02d}"
    if len(value) == 7:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (20, last.day)}[part]
        return f"{value}-{low:02d}/{value}-{high:02d}"
    return None
