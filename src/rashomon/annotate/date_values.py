"""What a time expression means: a value, the days it may be, and what it hangs on.

Every reader takes the match, its surroundings (`Around`) and gives a `Reading`; nothing is invented: where the day of
reference is missing the value is null and the anchor unknown. Yearless months take, in this order, the year of an
earlier date they point back to ("the October attack"), then the year nearest to the reference in the direction the
sentence looks. "Two days later" hangs on the date before it in the same or the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from rashomon.annotate.amounts import amount_of
from rashomon.annotate.calendar import (
    Direction,
    Unit,
    bounds,
    day_of,
    make_day,
    month_near,
    part_of,
    season,
    shifted,
    week_of,
    weekday_near,
    weekend_of,
)
from rashomon.annotate.date_patterns import MONTHS, PARTS, WEEKDAYS
from rashomon.annotate.number_words import ordinal_value
from rashomon.model import Anchor, DateKind


class Reading(NamedTuple):
    """A time expression understood: `value` as in `model.Date`, first and last day as ISO days."""

    kind: DateKind
    value: str | None
    earliest: str | None
    latest: str | None
    anchor: Anchor


class Around(NamedTuple):
    """What surrounds an expression: the sentence (levelled), the reference, where the clause looks, earlier dates.

    `near` is the date the expression may hang on (same sentence or the one before), `same` the last one of the same
    sentence, `earlier` all values stated before in the document, `stand_ins` its full dates, used without reference.
    """

    sentence: str
    reference: date | None
    anchor: Anchor
    look: Direction
    near: Reading | None
    same: Reading | None
    earlier: tuple[str, ...]
    stand_ins: tuple[date, ...]


UNKNOWN = Reading("date", None, None, None, "unknown")
_UNITS: dict[str, Unit] = {
    "sec": "second", "min": "minute", "hou": "hour", "hr": "hour", "hrs": "hour", "day": "day", "nig": "day", "wee": "week",
    "mon": "month", "yea": "year", "yr": "year", "yrs": "year", "dec": "decade", "cen": "century",
}  # fmt: skip
_CODES: dict[Unit, str] = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y",
    "decade": "P{}0Y", "century": "P{}00Y",
}  # fmt: skip
_ATTRIBUTE = re.compile(
    r" (?!(?:and|or|in|at|on|to|when|after|before|for|with|by|as|that|which|who|but|was|is|were|are|had|has|will)\b)[a-z]"
)
_THIRD = re.compile(r"earl|begin|start|mid|late|end", re.IGNORECASE)


def reading_of(name: str, match: re.Match[str], around: Around) -> Reading | None:
    """What the expression means, None where it is no time after all."""
    return _READERS[name](match, around)


def dated(value: str | None, anchor: Anchor, kind: DateKind = "date") -> Reading:
    """A reading whose days are those of its value."""
    ends = bounds(value) if value else None
    if ends is None:
        return UNKNOWN._replace(kind=kind)
    return Reading(kind, value, ends[0].isoformat(), ends[1].isoformat(), anchor)


def unit_of(words: str) -> Unit | None:
    """The unit a word names; fortnights and weekends are none of their own."""
    word = words.casefold()
    return _UNITS.get(word) or (_UNITS.get(word[:3]) if not word.startswith("weekend") else None)


def iso_duration(words: str) -> str | None:
    """A duration in ISO 8601 (`498 days` is `P498D`, `46 to 57 months` `P46M/P57M`); None if it is vague."""
    text = words.casefold().replace("-", " ")
    unit = next(
        (u for word in re.findall(r"[a-z]+", text) if (u := unit_of(word)) and word not in ("second", "minimum")), None
    )
    if unit is None or re.search(r"\b(?:several|few|some|many)\b(?! ?[0-9])", text):
        return None
    half = 0.5 if "half" in text else 0.0
    amount = amount_of(re.sub(r"[ -]and[ -]a[ -]half|\bhalf\b", "", words))
    if amount is None or amount.value is None:
        whole = (
            0.0
            if re.search(r"half[ -]an?\b", words.casefold())
            else 1.0
            if re.search(r"\b(?:an?|one)\b", text)
            else None
        )
        return _code(unit, whole + half) if whole is not None and whole + half else None
    second = re.search(r"(?: to | or |(?<=[0-9a-z])-(?=[0-9])|(?<=[a-z])-(?=[a-z]+ ))", words)
    if second and amount.low is not None and amount.high is not None and amount.low < amount.high:
        return f"{_code(unit, amount.low)}/{_code(unit, amount.high)}"
    return _code(unit, amount.value + half)


def _code(unit: Unit, count: float) -> str:
    if unit in ("decade", "century"):
        return f"P{count * (10 if unit == 'decade' else 100):g}Y"
    if unit == "hour" and count == 0.5:
        return "PT30M"
    if unit == "year" and count == 0.5:
        return "P6M"
    return _CODES[unit].format(f"{count:.10g}")


def _group(match: re.Match[str], name: str) -> str | None:
    found = match.groupdict().get(name)
    return found.casefold() if found else None


def _part(match: re.Match[str]) -> str:
    part = _group(match, "part") or _group(match, "of")
    if part:
        return PARTS[part]
    third = _group(match, "third")
    return {"early": "TMO", "late": "TEV"}.get(third or "", "")


def _within(reading: Reading, match: re.Match[str]) -> Reading:
    """The reading narrowed to its early, middle or late part, where the expression names one."""
    third = _THIRD.search(_group(match, "third") or "")
    if not third or reading.value is None:
        return reading
    part = "early" if third[0] in ("earl", "begin", "start") else "mid" if third[0] == "mid" else "late"
    narrowed = part_of(reading.value, part)
    return dated(narrowed, reading.anchor) if narrowed else reading


def _yearless(month: int, day: int | None, match: re.Match[str], around: Around) -> Reading:
    pointing = _points_back(match, around)
    known = [v for v in around.earlier if re.fullmatch(rf"[0-9]{{4}}-{month:02d}(?:-[0-9]{{2}})?", v)]
    if day and f"-{month:02d}-{day:02d}" in [v[4:] for v in known]:
        return dated(next(v for v in reversed(known) if v.endswith(f"-{month:02d}-{day:02d}")), "event")
    if known and (pointing or around.look != "future" or around.reference is None):
        return dated(known[-1][:7] + (f"-{day:02d}" if day else ""), "event")
    if pointing and around.same and around.same.anchor == "explicit" and (first := day_of(around.same.earliest)):
        near = [v for look in ("past", "future") if (v := month_near(first, month, day, look))]  # type: ignore[arg-type]
        near.sort(key=lambda v: abs((bounds(v) or (first, first))[0] - first))
        return dated(near[0] if near else None, "event")
    if re.search(r"\bthat $", around.sentence[: match.start()], re.IGNORECASE) and around.earlier:
        return dated(f"{around.earlier[-1][:4]}-{month:02d}" + (f"-{day:02d}" if day else ""), "event")
    if around.reference is None:
        return UNKNOWN
    return dated(month_near(around.reference, month, day, around.look), around.anchor)


def _points_back(match: re.Match[str], around: Around) -> bool:
    """Whether the date describes a thing taken as known: "the October attack"."""
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    return bool(re.search(r"\b(?:the|that|those|these) $", before, re.IGNORECASE) and _ATTRIBUTE.match(after))


def _month_number(name: str) -> int:
    return MONTHS[name[:3].casefold()]


def _day(match: re.Match[str], around: Around) -> Reading | None:
    month, day = _month_number(match["month"]), int(re.match("[0-9]+", match["day"])[0])  # type: ignore[index]
    base = (
        dated(f"{match['year']}-{month:02d}-{day:02d}", "explicit")
        if match["year"]
        else _yearless(month, day, match, around)
    )
    if base.value is None:
        return base if make_day(2024, month, day) else None
    if match["to"]:
        last = int(re.match("[0-9]+", match["to"])[0])  # type: ignore[index]
        return dated(f"{base.value}/{base.value[:8]}{last:02d}", base.anchor)
    return base._replace(value=base.value + _part(match))


def _iso(match: re.Match[str], around: Around) -> Reading | None:
    reading = dated(match["iso"], "explicit")
    if reading.value is None:
        return None
    return reading._replace(kind="time", value=f"{match['iso']}T{match['clock']}") if match["clock"] else reading


def _numeric(match: re.Match[str], around: Around) -> Reading | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["mark"] == "." or a > 12:
        a, b = b, a
    elif b <= 12 and a != b:
        both = sorted(d.isoformat() for m, n in ((a, b), (b, a)) if (d := make_day(year, m, n)))
        return Reading("date", None, both[0], both[-1], "explicit") if both else None
    found = make_day(year, a, b)
    return dated(found.isoformat(), "explicit") if found else None


def _month(match: re.Match[str], around: Around) -> Reading | None:
    month = _month_number(match["month"])
    which = _group(match, "which")
    if _group(match, "year"):
        base = dated(f"{match['year']}-{month:02d}", "explicit")
    elif which and around.reference:
        look: Direction = "future" if which == "next" else "past" if which == "last" else around.look
        value = month_near(around.reference, month, None, look)
        base = dated(
            shifted(value, -1 if which == "last" else 1, "year")
            if value and which != "this" and month == around.reference.month
            else value,
            around.anchor,
        )
        if which != "this" and month == around.reference.month and value:
            base = dated(f"{int(value[:4]) + (1 if which == 'next' else -1):04d}{value[4:]}", around.anchor)
    else:
        base = _yearless(month, None, match, around)
    return _within(base, match)


def _months(match: re.Match[str], around: Around) -> Reading | None:
    first, last = _month_number(match["month"]), _month_number(match["month2"])
    if match["year2"]:
        year2 = int(match["year2"])
        year = int(_group(match, "year") or (year2 if first <= last else year2 - 1))
        return dated(f"{year:04d}-{first:02d}/{year2:04d}-{last:02d}", "explicit")
    if around.reference is None:
        return UNKNOWN
    end = month_near(around.reference, last, None, around.look)
    start = month_near(around.reference, first, None, around.look)
    if not start or not end or start > end:
        return UNKNOWN
    return dated(f"{start}/{end}", around.anchor)


def _years(match: re.Match[str], around: Around) -> Reading | None:
    first, last = match["year"], match["year2"]
    text = match.group().casefold()
    if " and " in text and not text.startswith("between"):
        return None
    last = last if len(last) == 4 else first[:2] + last
    return dated(f"{first}/{last}", "explicit") if first < last else None


_COUNTED = re.compile(
    r"[ -](?:people|men|women|children|troops|soldiers|workers|jobs|members|dollars|euros|pounds|miles|kilomet\w+|met(?:er|re)s|feet|acres|"
    r"hectares|tons|tonnes|homes|houses|votes|police|officers|prisoners|residents|times|percent|per cent|square|years|days|"
    r"hours|mg|calories|passengers|students|delegates|seats|rooms|words|pages|points|fans|victims|others|more|deaths|cases)\b"
)


def _year(match: re.Match[str], around: Around) -> Reading | None:
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    if match.group() == match["year"]:
        cued = re.search(
            r"\b(?:in|since|until|till|by|from|during|of|for|before|after|late|early|mid|year|and|to|through|the|a|his|her|its|their|this|our|'s|s')[ -]\(?$|[,(]\s?$",
            before,
            re.IGNORECASE,
        )
        if _COUNTED.match(after) or re.search(
            r"(?:No\.|number|nearly|almost|some|about|over|than|least|exactly|another|all) $", before, re.IGNORECASE
        ):
            return None
        if int(match["year"]) < 1800 and not cued:
            return None
        if not cued and not re.search(r"[a-z.,;:)'\"] $|^$", before, re.IGNORECASE):
            return None
    return _within(dated(match["year"], "explicit"), match)


def _decade(match: re.Match[str], around: Around) -> Reading | None:
    digits = match["decade"]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 30 else 2000 + int(digits)
    return _within(dated(f"{start:04d}/{start + 9:04d}", "explicit"), match)


def _century(match: re.Match[str], around: Around) -> Reading | None:
    rank = ordinal_value(match["ordinal"])
    if not rank or not 2 <= rank <= 30:
        return None
    return _within(dated(f"{100 * (rank - 1):04d}/{100 * rank - 1:04d}", "explicit"), match)


def _season(match: re.Match[str], around: Around) -> Reading | None:
    name = match["season"].casefold()
    if _group(match, "year"):
        return dated(season(int(match["year"]), name), "explicit")
    if around.reference is None:
        return UNKNOWN
    which = _group(match, "which") or ""
    years = [season(around.reference.year + offset, name) for offset in (-2, -1, 0, 1, 2)]
    ends = [(v, b) for v in years if v and (b := bounds(v))]
    if which == "next":
        later = [v for v, b in ends if b[0] > around.reference]
        return dated(later[0] if later else None, around.anchor)
    past = [v for v, b in ends if (b[1] < around.reference if which == "last" else b[0] <= around.reference)]
    if which.startswith("this") and around.look == "future":
        ahead = [v for v, b in ends if b[1] >= around.reference]
        return dated(ahead[0] if ahead else None, around.anchor)
    return dated(past[-1] if past else None, around.anchor)


def _quarter(match: re.Match[str], around: Around) -> Reading | None:
    number = int(match["n"]) if match["n"] else ordinal_value(match["q"]) or 1
    year = match["year"].casefold()
    if not year.isdigit():
        if around.reference is None:
            return UNKNOWN
        return dated(_quarter_value(around.reference.year - (year == "last year"), number), around.anchor)
    return dated(_quarter_value(int(year), number), "explicit")


def _quarter_value(year: int, number: int) -> str:
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"


def _weekday(match: re.Match[str], around: Around) -> Reading | None:
    which = _group(match, "which") or ""
    number = WEEKDAYS[match["weekday"][:3].casefold()]
    if around.reference is None:
        known = [day for day in around.stand_ins if day.weekday() == number]
        reading = dated(known[-1].isoformat(), "event") if known else UNKNOWN
    else:
        reading = _weekday_of(around.reference, number, which, around)
    if reading.value is None:
        return reading
    part = PARTS[match["part"].casefold()] if match["part"] else _part(match)
    return reading._replace(value=reading.value + part)


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


def _deictic(match: re.Match[str], around: Around) -> Reading | None:
    word = _group(match, "word")
    if word and re.search(r"[A-Z]\w* $", around.sentence[: match.start()]) and match.group()[0].isupper():
        return None
    if around.reference is None:
        return UNKNOWN
    offset = _DEICTIC[word] if word else -1 if _group(match, "which") == "last" else 0
    part = _part(match) if _group(match, "part") else "TNI" if word == "tonight" else ""
    reading = dated(shifted(around.reference.isoformat(), offset, "day"), around.anchor)
    return reading._replace(value=reading.value + part) if reading.value else reading


def _overnight(match: re.Match[str], around: Around) -> Reading | None:
    if around.reference is None:
        return UNKNOWN
    before = shifted(around.reference.isoformat(), -1, "day")
    return dated(f"{before}/{around.reference.isoformat()}", around.anchor)


def _calendar(match: re.Match[str], around: Around) -> Reading | None:
    if around.reference is None:
        return UNKNOWN
    which = _group(match, "which") or ""
    offset = -1 if which == "last" else 1 if which in ("next", "the coming") else 0
    unit = match["unit"].casefold()
    third = _group(match, "third") or ""
    value = _calendar_value(around.reference, unit, offset, which, around.look)
    reading = dated(value, around.anchor)
    if offset == 0 and third.startswith("earlier"):
        return reading._replace(latest=around.reference.isoformat())
    if offset == 0 and third.startswith("later"):
        return reading._replace(earliest=around.reference.isoformat())
    return _within(reading, match) if unit in ("month", "year", "decade") else reading


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


def _ago(match: re.Match[str], around: Around) -> Reading | None:
    if around.reference is None:
        return UNKNOWN
    code = _simple(match.group())
    if code is None:
        return Reading("date", None, None, around.reference.isoformat(), around.anchor)
    count, unit = code
    if unit in ("second", "minute", "hour"):
        return Reading("time", None, None, around.reference.isoformat(), around.anchor)
    precise = {"day": around.reference.isoformat(), "week": around.reference.isoformat()}.get(unit)
    base = precise or (f"{around.reference:%Y-%m}" if unit == "month" else f"{around.reference.year:04d}")
    return dated(shifted(base, -count, unit), around.anchor)


def _simple(words: str) -> tuple[int, Unit] | None:
    """A whole number of one unit, None for halves, ranges and vague words."""
    code = iso_duration(words)
    found = re.fullmatch(r"P(T?)([0-9]+)([SMHDWY])", code or "")
    if not found:
        return None
    unit: Unit | None = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year"}.get(found[3])  # type: ignore[assignment]
    return int(found[2]), unit or ("minute" if found[1] else "month")


def _offset(match: re.Match[str], around: Around) -> Reading | None:
    value = iso_duration(match["some"] + " " + match["unit"])
    reading = Reading("duration", value, None, None, "unknown")
    side = match["side"].casefold()
    code = _simple(match["some"] + " " + match["unit"])
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


def _loose(match: re.Match[str], around: Around) -> Reading | None:
    """ "Days after …": when is not said; after a date and a comma it bounds what it hangs on."""
    side = _group(match, "side")
    attached = around.same and re.search(r", $", around.sentence[: match.start()])
    if side in ("after", "earlier") and attached and around.same:
        return Reading("date", None, None, around.same.latest, "event")
    if side in ("before", "later") and attached and around.same:
        return Reading("date", None, around.same.earliest, None, "event")
    return UNKNOWN


def _adjacent(match: re.Match[str], around: Around) -> Reading | None:
    which, unit = match["which"].casefold(), match["unit"].casefold()
    side = _group(match, "side")
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


def _past(match: re.Match[str], around: Around) -> Reading | None:
    some = _group(match, "some") or "a"
    words = f"{some} {match['unit']}"
    value = iso_duration(words)
    code = _simple(words)
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


def _duration(match: re.Match[str], around: Around) -> Reading | None:
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    text = match.group().casefold()
    if re.search(r"\b(?:every|each) $", before, re.IGNORECASE):
        return None
    if text in ("one day", "one night") or re.match(r" (?:per cent|percent)", after):
        return None
    if re.search(r"[$€£] ?$|[A-Z]\w*-$", before):
        return None
    compound = re.fullmatch(r"([0-9]+|[a-z-]+) (years?|hours?)(?: and|,)? ([0-9]+|[a-z-]+) (months?|minutes?)", text)
    if compound:
        first, second = amount_of(compound[1]), amount_of(compound[3])
        if first and second and first.value is not None and second.value is not None:
            head = "PT{:g}H{:g}M" if compound[2].startswith("h") else "P{:g}Y{:g}M"
            return Reading("duration", head.format(first.value, second.value), None, None, "explicit")
    return Reading("duration", iso_duration(match.group()), None, None, "explicit")


def _vague(match: re.Match[str], around: Around) -> Reading | None:
    return Reading("duration", "P1Y" if match.group().casefold() == "yearlong" else None, None, None, "explicit")


def _recent(match: re.Match[str], around: Around) -> Reading | None:
    if around.reference is None:
        return UNKNOWN
    day = around.reference.isoformat()
    ahead = "coming" in match.group().casefold()
    return Reading("date", None, day if ahead else None, None if ahead else day, around.anchor)


def _set(match: re.Match[str], around: Around) -> Reading | None:
    unit = unit_of(_group(match, "unit") or "")
    value = None
    if unit and not _group(match, "times"):
        value = iso_duration(re.sub(r"(?i)every|each|other|single", "", match.group())) or (
            _code(unit, 1) if "other" not in match.group() else None
        )
    return Reading("set", value, None, None, "explicit")


def _unknown(match: re.Match[str], around: Around) -> Reading | None:
    return UNKNOWN


_READERS: dict[str, Callable[[re.Match[str], Around], Reading | None]] = {
    "iso": _iso, "numeric": _numeric, "day": _day, "months": _months, "month": _month, "years": _years, "year": _year,
    "decade": _decade, "century": _century, "season": _season, "quarter": _quarter, "weekday": _weekday,
    "deictic": _deictic, "overnight": _overnight, "calendar": _calendar, "ago": _ago, "offset": _offset,
    "leading": _unknown, "vague_offset": _loose, "adjacent": _adjacent, "past": _past, "recent": _recent,
    "duration": _duration, "vague_duration": _vague, "every": _set, "times": _set, "basis": _set, "often": _set,
}  # fmt: skip
