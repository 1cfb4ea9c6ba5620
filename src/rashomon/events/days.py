"""The days a beginning names, and the counted things of its headline: what tells one happening from the next like it.

A day is a month with a day ("July 21", "21 July", "Dec. 15"): the words of a form that is filled in every week are the
same but for these. A label is a noun that counts a series, with its number ("Day 2", "Game Four", "the 3rd round"), or
the magnitude of a quake; "in the third round" only tells when. English only; the full reading of dates is for reports
that are collated (`annotate.dates`).
"""

from __future__ import annotations

import re

from rashomon.events.background import number_of

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH_PATTERN = (
    r"(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = re.compile(
    rf"\b{_MONTH_PATTERN}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:]?\d)"
    rf"|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_PATTERN}(?!\w)"
)

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_VALUE = {name: number for names in (_ORDINALS, _CARDINALS) for number, name in enumerate(names, 1)}
_VALUE |= {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
# Nouns of series each member of which is a happening of its own. Written from general knowledge of news.
_SERIES = (
    "day|night|week|game|match|matchday|round|leg|stage|heat|race|test|part|chapter|episode|season|volume|session"
    "|phase|trial|hearing|debate|edition|quarter|semi-?final|proposition|amendment|flight|apollo|mission"
)
# Of these an ordinal numbers a series too; "the second day" is counted from anything.
_RANKED = "game|match|round|leg|stage|heat|race|test|trial|hearing|debate|episode|season|semi-?final|flight"
_LABEL = re.compile(
    rf"\b(?<!\bin )(?<!\bin the )({_SERIES})\s+(?:no\.?\s*|number\s+|#)?"
    rf"(\d{{1,4}}|{'|'.join(_CARDINALS)}|[IVX]{{1,4}})\b"
    r"(?![.,:]\d|\s*(?:percent|%))"
    rf"|\b(?<!\bin )(?<!\bin the )(\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\s+({_RANKED})\b",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"\bmagnitude[- ](?:of )?(\d\.\d)\b|\b(\d\.\d)[- ]magnitude\b", re.IGNORECASE)
_QUAKE = number_of("magnitude")
TOLERANCE = {_QUAKE: 5}
"""By how much values of a label may differ: first magnitudes, in tenths, are corrected by some tenths."""


def days_named(text: str) -> tuple[int, ...]:
    """The days named in a text, each as month times 100 and day, rising."""
    return tuple(sorted({found for match in _DAY.finditer(text) if (found := _month_and_day(match))}))


def _month_and_day(match: re.Match[str]) -> int | None:
    month, day, other_day, other_month = match.groups()
    number = int(day or other_day)
    return _MONTH[(month or other_month)[:3].lower()] * 100 + number if 1 <= number <= 31 else None


def labels_named(text: str) -> tuple[tuple[int, int], ...]:
    """The counted things named in a text: the number of the noun (`number_of`) and its value, rising."""
    labels = {label for match in _LABEL.finditer(text) if (label := _label(match))}
    labels |= {(_QUAKE, round(10 * float(match[1] or match[2]))) for match in _MAGNITUDE.finditer(text)}
    return tuple(sorted(labels))


def _label(match: re.Match[str]) -> tuple[int, int] | None:
    noun, value, rank, its_noun = match.groups()
    written = (value or rank).lower()
    figure = re.match(r"\d+", written)
    number = int(figure[0]) if figure else _VALUE.get(written)
    return (number_of((noun or its_noun).lower()), number) if number is not None else None
