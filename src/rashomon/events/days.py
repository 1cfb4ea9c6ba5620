"""The days a report names in its beginning, and the counted things it names: what tells one happening from the next.

Days are found by pattern alone: "July 21", "21 July", "Dec. 15"; and, where the day of publication is known, weekdays
and "today", "yesterday", "tomorrow", counted from it (a bare weekday is the last one before). A label is a noun that is
counted through a series, with its number: "Day 2", "the third round", "Game Four". Spelled months and English
only; the full reading of dates is for reports that are collated (`annotate.dates`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.events.background import number_of

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_WEEKDAY = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTH_PATTERN = (
    r"(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = re.compile(
    rf"\b{_MONTH_PATTERN}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:]?\d)"
    rf"|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_PATTERN}(?![\w])"
    r"|\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(today|tonight|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_SPOKEN = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_VALUE = {name: n for names in (_ORDINALS, _CARDINALS) for n, name in enumerate(names, 1)}
_VALUE |= {name: n for n, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
# Nouns of series whose members are happenings of their own. Written from general knowledge of news.
_SERIES = (
    "day|night|week|weekend|game|match|matchday|round|leg|stage|set|heat|race|test|part|chapter|episode|season|series|volume|session"
    "|phase|wave|trial|hearing|debate|edition|lesson|lap|inning|quarter|half|semi-?final|proposition|measure|amendment"
    "|flight|apollo|mission|launch"
)
_LABEL = re.compile(
    rf"\b({_SERIES})\s+(?:no\.?\s*|number\s+|#)?(\d{{1,4}}|{'|'.join(_CARDINALS)}|[IVX]{{1,4}})\b(?![.,:]\d|\s*(?:percent|%))"
    rf"|\b(\d{{1,3}})(?:st|nd|rd|th)\s+({_SERIES})\b|\b({'|'.join(_ORDINALS)})\s+({_SERIES})\b",
    re.IGNORECASE,
)


def days_named(text: str, published: date | None) -> tuple[int, ...]:
    """The days named in a text, each as month times 100 and day, rising."""
    return tuple(sorted({found for match in _DAY.finditer(text) if (found := _month_and_day(match, published))}))


def _month_and_day(match: re.Match[str], published: date | None) -> int | None:
    month, day, other_day, other_month, weekday, spoken = match.groups()
    if month or other_month:
        number = int(day or other_day)
        return _MONTH[(month or other_month)[:3].lower()] * 100 + number if 1 <= number <= 31 else None
    if published is None:
        return None
    back = -_SPOKEN[spoken.lower()] if spoken else (published.weekday() - _WEEKDAY[weekday.lower()]) % 7
    try:
        meant = published - timedelta(days=back)
    except OverflowError:
        return None
    return meant.month * 100 + meant.day


def labels_named(text: str) -> tuple[tuple[int, int], ...]:
    """The counted things named in a text: the number of the noun (`number_of`) and its value, rising."""
    return tuple(sorted({label for match in _LABEL.finditer(text) if (label := _label(match))}))


def _label(match: re.Match[str]) -> tuple[int, int] | None:
    noun, value, figure, its_noun, ordinal, ordinals_noun = match.groups()
    written = (value or figure or ordinal).lower()
    number = int(written) if written.isdigit() else _VALUE.get(written)
    return (number_of((noun or its_noun or ordinals_noun).lower()), number) if number else None
