"""What a time expression means: for every pattern the function that reads it.

Nothing is invented: a reader that lacks the day an expression hangs on gives a null value, and one that sees no time at
all gives None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.annotate import date_fixed as fixed
from rashomon.annotate import date_relative as relative
from rashomon.annotate import durations
from rashomon.annotate.date_reading import Around, Reading

_READERS: dict[str, Callable[[re.Match[str], Around], Reading | None]] = {
    "day": fixed.read_day,
    "iso": fixed.read_iso,
    "numeric": fixed.read_numeric,
    "month": fixed.read_month,
    "months": fixed.read_months,
    "years": fixed.read_years,
    "year": fixed.read_year,
    "decade": fixed.read_decade,
    "century": fixed.read_century,
    "season": fixed.read_season,
    "quarter": fixed.read_quarter,
    "weekday": relative.read_weekday,
    "deictic": relative.read_deictic,
    "overnight": relative.read_overnight,
    "calendar": relative.read_calendar,
    "ago": relative.read_ago,
    "offset": relative.read_offset,
    "leading": relative.read_unknown,
    "vague_offset": relative.read_loose,
    "adjacent": relative.read_adjacent,
    "daytime": relative.read_daytime,
    "past": relative.read_past,
    "recent": relative.read_recent,
    "duration": durations.read_duration,
    "vague_duration": durations.read_vague,
    "every": durations.read_set,
    "times": durations.read_set,
    "basis": durations.read_set,
    "often": durations.read_set,
}


def reading_of(name: str, match: re.Match[str], around: Around) -> Reading | None:
    """What the expression that the pattern `name` matched means, None where it is no time after all."""
    return _READERS[name](match, around)
