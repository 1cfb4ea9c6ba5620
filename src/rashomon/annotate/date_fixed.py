"""Dates that name a place in the calendar: days, months, years, decades, centuries, seasons, quarters.

A month or day without a year takes, in this order, the year of an earlier date it points back to ("the October
attack"), then the year nearest to the reference in the direction the sentence looks; without either its value is
null.
"""

from __future__ import annotations

import re
from datetime import date

from rashomon.annotate.calendar import Direction, bounds, day_of, make_day, month_near, season
from rashomon.annotate.date_patterns import MONTHS
from rashomon.annotate.date_reading import UNKNOWN, Around, Reading, dated, group, narrowed, part_of_day
from rashomon.annotate.number_words import ordinal_value
from rashomon.model import Anchor

_ATTRIBUTE = re.compile(
    r" (?!(?:and|or|in|at|on|to|when|after|before|for|with|by|as|that|which|who|but|was|is|were|are|had|has|"
    r"will)\b)[a-z]"
)


def read_day(match: re.Match[str], around: Around) -> Reading | None:
    """A day of a month, with or without a year, a range of days, or a part of the day."""
    month, day = _month_number(match["month"]), int(re.match("[0-9]+", match["day"])[0])  # type: ignore[index]
    year = _year_named(match, around)
    base = dated(f"{year[0]}-{month:02d}-{day:02d}", year[1]) if year else _yearless(month, day, match, around)
    if base.value is None:
        return base if make_day(2024, month, day) else None
    if match["to"]:
        last = int(re.match("[0-9]+", match["to"])[0])  # type: ignore[index]
        return dated(f"{base.value}/{base.value[:8]}{last:02d}", base.anchor)
    return base._replace(value=base.value + part_of_day(match))


def read_iso(match: re.Match[str], around: Around) -> Reading | None:
    """A day or moment in ISO 8601."""
    reading = dated(match["iso"], "explicit")
    if reading.value is None:
        return None
    return reading._replace(kind="time", value=f"{match['iso']}T{match['clock']}") if match["clock"] else reading


def read_numeric(match: re.Match[str], around: Around) -> Reading | None:
    """A day in figures with a full year; where day and month could be either, it has bounds and no value."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["mark"] == "." or a > 12:
        a, b = b, a
    elif b <= 12 and a != b:
        both = sorted(d.isoformat() for m, n in ((a, b), (b, a)) if (d := make_day(year, m, n)))
        return Reading("date", None, both[0], both[-1], "explicit") if both else None
    found = make_day(year, a, b)
    return dated(found.isoformat(), "explicit") if found else None


def read_month(match: re.Match[str], around: Around) -> Reading | None:
    """A month, of a stated year, of "last year", or without one."""
    month = _month_number(match["month"])
    which = group(match, "which")
    if year := _year_named(match, around):
        base = dated(f"{year[0]}-{month:02d}", year[1])
    elif which and around.reference:
        base = dated(_month_of(which, month, around.reference, around.look), around.anchor)
    else:
        base = _yearless(month, None, match, around)
    return narrowed(base, match)


def _month_of(which: str, month: int, reference: date, look: Direction) -> str | None:
    """ "Last May" is the latest May that is over, however long ago; "next May" the first that has not begun."""
    if which == "this":
        return month_near(reference, month, None, look)
    step = int(month <= reference.month) if which == "next" else -int(month >= reference.month)
    return f"{reference.year + step:04d}-{month:02d}"


def _year_named(match: re.Match[str], around: Around) -> tuple[str, Anchor] | None:
    """The year the expression states, in figures or as "last year", with its anchor."""
    if stated := group(match, "year"):
        return stated, "explicit"
    relative = group(match, "relative")
    if relative in ("that", "the same"):
        last = around.near.earliest if around.near else next((v for v in reversed(around.earlier)), None)
        return (last[:4], "event") if last else None
    if relative and around.reference:
        offset = {"this": 0, "last": -1, "next": 1}[relative]
        return f"{around.reference.year + offset:04d}", around.anchor
    return None


def read_months(match: re.Match[str], around: Around) -> Reading | None:
    """A range of months."""
    first, last = _month_number(match["month"]), _month_number(match["month2"])
    if match["year2"]:
        year2 = int(match["year2"])
        year = int(group(match, "year") or (year2 if first <= last else year2 - 1))
        return dated(f"{year:04d}-{first:02d}/{year2:04d}-{last:02d}", "explicit")
    if around.reference is None:
        return UNKNOWN
    end = month_near(around.reference, last, None, around.look)
    start = month_near(around.reference, first, None, around.look)
    if not start or not end or start > end:
        return UNKNOWN
    return dated(f"{start}/{end}", around.anchor)


def read_years(match: re.Match[str], around: Around) -> Reading | None:
    """A range of years."""
    first, last = match["year"], match["year2"]
    text = match.group().casefold()
    if " and " in text and not text.startswith("between"):
        return None
    last = last if len(last) == 4 else first[:2] + last
    return dated(f"{first}/{last}", "explicit") if first < last else None


_COUNTED = re.compile(
    r"[ -](?:people|men|women|children|troops|soldiers|workers|jobs|members|dollars|euros|pounds|miles|"
    r"kilomet\w+|met(?:er|re)s|feet|acres|"
    r"hectares|tons|tonnes|homes|houses|votes|police|officers|prisoners|residents|times|percent|per cent|"
    r"square|years|days|"
    r"hours|mg|calories|passengers|students|delegates|seats|rooms|words|pages|points|fans|victims|others|more|"
    r"deaths|cases)\b"
)


def read_year(match: re.Match[str], around: Around) -> Reading | None:
    """A year in figures, unless it counts something ("2000 people")."""
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    if match.group() == match["year"]:
        cued = re.search(
            r"\b(?:in|since|until|till|by|from|during|of|for|before|after|late|early|mid|year|and|to|through|"
            r"the|a|his|her|its|their|this|our|'s|s')[ -]\(?$|[,(]\s?$",
            before,
            re.IGNORECASE,
        )
        bounded = re.search(r"\b(?:since|until|by|before|after) (?:at least|about|around) $", before, re.IGNORECASE)
        counted = r"(?:No\.|number|nearly|almost|some|about|over|than|least|exactly|another|all) $"
        if _COUNTED.match(after) or (not bounded and re.search(counted, before, re.IGNORECASE)):
            return None
        if int(match["year"]) < 1800 and not cued:
            return None
        if not cued and not re.search(r"[a-z.,;:)'\"] $|^$", before, re.IGNORECASE):
            return None
    return narrowed(dated(match["year"], "explicit"), match)


def read_decade(match: re.Match[str], around: Around) -> Reading | None:
    """A decade, or its early, middle or late years."""
    digits = match["decade"]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 30 else 2000 + int(digits)
    return narrowed(dated(f"{start:04d}/{start + 9:04d}", "explicit"), match)


def read_century(match: re.Match[str], around: Around) -> Reading | None:
    """A century."""
    rank = ordinal_value(match["ordinal"])
    if not rank or not 2 <= rank <= 30:
        return None
    return narrowed(dated(f"{100 * (rank - 1):04d}/{100 * rank - 1:04d}", "explicit"), match)


def read_season(match: re.Match[str], around: Around) -> Reading | None:
    """A season of a stated year, or the last, this or next one."""
    name = match["season"].casefold()
    if group(match, "year"):
        return dated(season(int(match["year"]), name), "explicit")
    if around.reference is None:
        return UNKNOWN
    which = group(match, "which") or ""
    if not which and around.look == "unknown":
        return None
    years = [season(around.reference.year + offset, name) for offset in (-2, -1, 0, 1, 2)]
    ends = [(v, b) for v in years if v and (b := bounds(v))]
    if which == "next":
        later = [v for v, b in ends if b[0] > around.reference]
        return dated(later[0] if later else None, around.anchor)
    past = [v for v, b in ends if (b[1] < around.reference if which == "last" else b[0] <= around.reference)]
    if which in ("", "this", "this coming") and around.look == "future":
        ahead = [v for v, b in ends if b[1] >= around.reference]
        return dated(ahead[0] if ahead else None, around.anchor)
    return dated(past[-1] if past else None, around.anchor)


def read_quarter(match: re.Match[str], around: Around) -> Reading | None:
    """A quarter of a year."""
    number = int(match["n"]) if match["n"] else ordinal_value(match["q"]) or 1
    year = match["year"].casefold()
    if not year.isdigit():
        if around.reference is None:
            return UNKNOWN
        return dated(_quarter_value(around.reference.year - (year == "last year"), number), around.anchor)
    return dated(_quarter_value(int(year), number), "explicit")


def _quarter_value(year: int, number: int) -> str:
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"


def _yearless(month: int, day: int | None, match: re.Match[str], around: Around) -> Reading:
    pointing = _points_back(match, around)
    known = [v for v in around.earlier if re.fullmatch(rf"[0-9]{{4}}-{month:02d}(?:-[0-9]{{2}})?", v)]
    if day and f"-{month:02d}-{day:02d}" in [v[4:] for v in known]:
        return dated(next(v for v in reversed(known) if v.endswith(f"-{month:02d}-{day:02d}")), "event")
    if around.look == "past" and around.reference and not day:
        known = [v for v in known if v <= f"{around.reference:%Y-%m}"]
    introduced = re.search(r"\ban? (?:[a-z]+ )?$", around.sentence[: match.start()]) and _ATTRIBUTE.match(
        around.sentence[match.end() :]
    )
    if known and not introduced and (pointing or around.look != "future" or around.reference is None):
        return dated(known[-1][:7] + (f"-{day:02d}" if day else ""), "event")
    if pointing and around.same and around.same.anchor == "explicit" and (first := day_of(around.same.earliest)):
        sides = (month_near(first, month, day, "past"), month_near(first, month, day, "future"))
        near = [value for value in sides if value]
        near.sort(key=lambda v: abs((bounds(v) or (first, first))[0] - first))
        return dated(near[0] if near else None, "event")
    if re.search(r"\bthat $", around.sentence[: match.start()], re.IGNORECASE) and around.earlier:
        return dated(f"{around.earlier[-1][:4]}-{month:02d}" + (f"-{day:02d}" if day else ""), "event")
    if around.reference is None:
        return UNKNOWN
    look = "unknown" if pointing or _is_owned(match, around) else around.look
    return dated(month_near(around.reference, month, day, look), around.anchor)


def _points_back(match: re.Match[str], around: Around) -> bool:
    """Whether the date describes a thing taken as known: "the October attack"."""
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    return bool(re.search(r"\b(?:the|that|those|these) $", before, re.IGNORECASE) and _ATTRIBUTE.match(after))


def _is_owned(match: re.Match[str], around: Around) -> bool:
    """Whether the date describes a thing of somebody: "the president's November order"."""
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    return bool(re.search(r"(?:'s|s'|\bhis|\bher|\bits|\btheir) $", before) and _ATTRIBUTE.match(after))


def _month_number(name: str) -> int:
    return MONTHS[name[:3].casefold()]
