"""Time expressions in one report: dates, times of day, durations, sets, each with the days it may be.

Order: the day of reference (moved by a line "Updated … Thursday"); the expressions of every sentence from left to
right, each able to hang on those before it; then clock times, which take their day from the sentence around them, else
from the reference. Date lines are read too, except for the day of publication, which is the document's. Out of scope:
holidays, time zones (clock times are kept as written), languages other than English.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import takewhile
from typing import Literal

from rashomon.annotate.calendar import day_of, weekday_near
from rashomon.annotate.clocks import CLOCKS, Found, clocked
from rashomon.annotate.date_patterns import WEEKDAYS, time_expressions
from rashomon.annotate.date_reading import Around, Reading
from rashomon.annotate.date_values import reading_of
from rashomon.annotate.tense import direction
from rashomon.model import Anchor, Date, Document, Sentence, Span
from rashomon.text import content_id, level

_UPDATED = re.compile(
    r"^\W*(?:last )?updated?:?\b[^\n]{0,40}?\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE | re.MULTILINE,
)
_UPDATED_WITHIN = 3
_WITHIN = 4
_TIME = Reading("time", None, None, None, "unknown")
_BEGUN = re.compile(r"\b(?:open|clos|start|begin|beg[au]n|end|arriv|resum|finish)[a-z]*(?: again)? at $", re.IGNORECASE)


def find_dates(
    document: Document,
    sentences: tuple[Sentence, ...],
    reference: str | None,
    anchor: Literal["published", "event"] = "published",
) -> tuple[Date, ...]:
    """All time expressions by start and end.

    `reference` is the ISO day or moment the document was published (`anchor` published) or the day of the event as
    other reports give it (`anchor` event); without it only full dates, and weekdays that a full date of the same
    document settles, get a value.
    """
    text = level(document.text.replace("—", ";"))
    day = _updated(text, day_of(reference))
    stretches = _stretches(document, sentences)
    found: list[Found] = []
    stand_ins = _full_dates(text, stretches) if day is None else ()
    for number, (start, end) in enumerate(stretches):
        words = text[start:end]
        for name, match in time_expressions(words):
            around = _around(number, words, match, start, text, found, day, anchor, stand_ins)
            reading = _TIME if name in CLOCKS else reading_of(name, match, around)
            if name == "hour" and not _is_hour(number, match, found):
                continue
            if reading is not None and not _is_publication(document, start, match, reading):
                a, b = _extent(match, start)
                found.append(Found(number, name, match, a, b, around.look, reading))
    clocks: list[Found] = []
    for item in found:
        if item.name in CLOCKS:
            clocks.append(clocked(item, found, clocks, day, anchor))
    read = [*clocks, *(item for item in found if item.name not in CLOCKS)]
    return tuple(
        _date(document, item) for item in sorted(read, key=lambda item: (item.start, item.end)) if item.reading.kind
    )


def _updated(text: str, day: date | None) -> date | None:
    match = _UPDATED.search(text) if day else None
    if day is None or match is None:
        return day
    later = weekday_near(day, WEEKDAYS[match[1][:3].casefold()], "future")
    return later if later and later - day <= timedelta(days=_UPDATED_WITHIN) else day


def _stretches(document: Document, sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """The ranges to be read, in order: the sentences, and the date lines outside them."""
    ranges = {(s.span.start, s.span.end) for s in sentences}
    ranges |= {(p.span.start, p.span.end) for p in document.parts if p.kind == "dateline"}
    return sorted(ranges)


def _full_dates(text: str, stretches: list[tuple[int, int]]) -> tuple[date, ...]:
    """The days the document states in full, used as a calendar where the day of publication is unknown."""
    days: list[date] = []
    for start, end in stretches:
        for name, match in time_expressions(text[start:end]):
            if name in ("day", "iso"):
                around = Around(text[start:end], None, "unknown", "unknown", None, None, (), ())
                reading = reading_of(name, match, around)
                if reading and reading.earliest and (day := day_of(reading.earliest)):
                    days.append(day)
    return tuple(days)


def _around(
    number: int,
    words: str,
    match: re.Match[str],
    start: int,
    text: str,
    found: list[Found],
    day: date | None,
    anchor: Anchor,
    stand_ins: tuple[date, ...],
) -> Around:
    recent = takewhile(lambda item: item.sentence >= number - _WITHIN, reversed(found))
    placed = [item for item in recent if item.reading.earliest and item.reading.latest and item.reading.kind != "set"]
    same = next((item for item in placed if item.sentence == number), None)
    before = next((item for item in placed if item.sentence == number - 1), None)
    opens = not any(character.isalnum() for character in words[: match.start()])
    line = before is not None and ("\n" not in text[before.end : start] or opens)
    last = placed[0] if placed else None
    said = match.group().casefold().split()
    back = last and ("the" in said or ("that" in said and "\n" not in text[last.end : start]))
    near = same or (before if line else last if back else None)
    earlier = tuple(item.reading.value for item in found if item.reading.kind == "date" and item.reading.value)
    return Around(
        sentence=words,
        reference=day,
        anchor=anchor if day else "unknown",
        look=direction(words, match.start(), match.end()),
        near=near.reading if near else None,
        same=same.reading if same else None,
        earlier=earlier,
        stand_ins=stand_ins,
    )


_LEVEL = re.compile(
    r"\b(?:toll|number|total|count|figure|rate|score|shares?|prices?|stood|stands?|put|puts|remain(?:s|ed)?|valued?|"
    r"estimated?|priced?|aged?|school|child|boy|girl)\b[^.;,]* (?:at|to|by|from)(?: about| around)? $",
    re.IGNORECASE,
)


def _is_hour(number: int, match: re.Match[str], found: list[Found]) -> bool:
    """Whether a bare number after "at" is a time of day: another stands near, or something begins or ends."""
    near = any(item.name in CLOCKS and item.sentence >= number - 1 for item in found)
    begun = _BEGUN.search(match.string, 0, match.start()) is not None
    return begun or (near and _LEVEL.search(match.string, 0, match.start()) is None)


def _is_publication(document: Document, start: int, match: re.Match[str], reading: Reading) -> bool:
    """Whether a date line merely states the day of publication."""
    at = start + match.start()
    inside = any(p.kind == "dateline" and p.span.start <= at < p.span.end for p in document.parts)
    return (
        inside
        and reading.earliest is not None
        and reading.earliest == reading.latest == (document.published or "")[:10]
    )


def _extent(match: re.Match[str], start: int) -> tuple[int, int]:
    """The range of the expression in the document."""
    return start + match.start(), start + match.start() + len(match.group().rstrip("'( "))


def _date(document: Document, item: Found) -> Date:
    span = Span(document.id, item.start, item.end)
    reading = item.reading
    return Date(
        id=content_id("t", document.id, span.start, span.end, reading.value),
        span=span,
        kind=reading.kind,
        value=reading.value,
        earliest=reading.earliest,
        latest=reading.latest,
        anchor=reading.anchor,
    )
