"""The day a report states of itself: date lines, labels, date lines glued to the first sentence.

A string counts as a date line when nothing but labels, weekdays and punctuation is left once date, time and zone are
taken out. What could be two days (03/04/2025) is none. Time of day is kept only where its offset is certain: "ET" or
"CST" name different offsets by season or country, so they leave the day alone. Expressions inside sentences are not
read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# Month names of English and of the larger languages of the European press, full and short.
_MONTHS = """
january jan januar janvier enero gennaio janeiro januari января января́ ocak styczeń stycznia ene
february feb februar février fevrier febrero febbraio fevereiro februari февраля şubat lutego févr fev
march mar märz maerz mars marzo março marco maart марта mart marca
april apr avril abril aprile апреля nisan kwietnia avr abr
may mai mayo maggio maio mei maj мая mayıs maja
june jun juni juin junio giugno junho июня haziran czerwca giu
july jul juli juillet julio luglio julho июля temmuz lipca juil lug
august aug août aout agosto augustus augusti августа ağustos sierpnia ago
september sep sept septembre septiembre settembre setembro сентября eylül września set
october oct oktober octobre octubre ottobre outubro oktober октября ekim października okt out ott
november nov novembre noviembre novembro ноября kasım listopada
december dec dezember décembre decembre diciembre dicembre dezembro декабря aralık grudnia dez dic déc
"""
MONTHS: dict[str, int] = {
    name: number for number, row in enumerate(_MONTHS.strip().splitlines(), start=1) for name in row.split()
}
_MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))

_DIGIT = re.compile(r"\d")
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
    r"(?:[T ]+(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?(?![\w:]))?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de)\s+|[\s-]*)(?P<month>{_MONTH})\b\.?,?"
    r"(?:\s+de\s+|[\s-]*)(?P<y>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y>(?:19|20)\d\d)(?!\d)", re.I
)
_EASTERN = re.compile(r"(?P<y>(?:19|20)\d\d)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]?")
_NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d))(?::(?P<s>\d\d))?(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    r"|(?<![\d:])(?P<h2>\d{1,2})\s*(?P<half2>[ap])\.?\s?m\b\.?"
    r"|(?<!\d)(?P<h4>[0-2]\d)(?P<min4>[0-5]\d)(?=\s*(?:[A-Z]{2,4}|hrs|hours)\b)",
    re.I,
)
_ZONE = re.compile(
    r"(?:\b(?:GMT|UTC)\s*)?(?P<off>[+-−]\d{1,2}(?::?\d\d)?)(?!\d)|\b(?P<name>[A-Z]{1,5})\b|\b(?P<words>Eastern|Central"
    r"|Pacific|Mountain|Moscow|local)(?:\s+(?:Standard|Daylight|Summer))?\s+time\b",
    re.I,
)
# Only abbreviations with one offset; IST, CST, BST's like and seasonless ones (ET, PT) are known but have none.
_OFFSETS = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00",
    "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "sast": "+02:00", "pkt": "+05:00",
}  # fmt: skip
_SECOND_CLOCK = re.compile(r"\(\s*\d{1,2}[:.]?\d\d\s*(?:[ap]\.?m\.?\s*)?[A-Z]{2,5}\s*\)", re.I)
_VAGUE = frozenset("et ct mt pt ist bst cst ast art brt eat wat cat local".split())
_LABEL = re.compile(
    r"\b(?:(?:first|originally|last)\s+)?(?:published|posted|created|released|issued|filed|dated?|updated|modified|"
    r"edited|revised|update|publication|"
    r"pub(?:date)?|day|time|on|at|as of|hrs|hours|online|in print|uhr|le|el|il|à|am|um|"
    r"mon|tues?|wed|thurs?|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b\.?",
    re.I,
)
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised|corrected)\b", re.I)
_AGO = re.compile(
    r"(?:(?:published|posted|updated)\s*:?\s*)?(?:\d+|an?|one|two)\s*(?:min(?:ute)?|hr|hour|day|week)s?\s+ago", re.I
)
LABELLED = re.compile(r"(?:(?:last|first|originally)\s+)?(?:updated|published|posted|corrected|date)\b", re.I)
"""The words a date line opens with that say the day is the report's own."""
_GLUED = re.compile(r"\s*(?:date|published|posted|updated)\s*:?\s*(?=\S*\d)", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a date line says: an ISO day or moment, null for no certain day; `changed`: the day of an update."""

    value: str | None
    changed: bool


def read_date_line(text: str) -> Stated | None:
    """What the line says as a date line; null when it is none."""
    if len(text) > 120:
        return None
    if _AGO.fullmatch(text.strip()):
        return Stated(None, False)
    found = _dates(text)
    if not found:
        return _without_day(text)
    rest = text
    for start, end, _ in reversed(found):
        rest = f"{rest[:start]} ¦ {rest[end:]}"
    pieces = rest.split("¦")
    clocks = [_clock(piece) for piece in pieces]
    if any(re.search(r"[^\W_]", _LABEL.sub(" ", left)) for left, _ in clocks):
        return None
    values: list[tuple[bool, str]] = []
    for index, (_, _, value) in enumerate(found):
        if value is None:
            continue
        clock = clocks[index + 1][1] or (clocks[0][1] if len(found) == 1 else None)
        moment = value if "T" in value or clock is None else f"{value}T{clock}"
        values.append((bool(_CHANGED.search(pieces[index])), moment))
    if not values:
        return Stated(None, False)
    values.sort(key=lambda pair: pair[0])
    return Stated(values[0][1], values[0][0])


def named_day(text: str) -> tuple[str, str] | None:
    """The words before the one full date that a short line ends with, and its day ("The Halm Courier, 2 May 2031")."""
    found = _dates(text) if len(text) <= 80 else []
    start, end, value = found[0] if len(found) == 1 else (0, 0, None)
    if value is None:
        return None
    before, after = text[:start].rstrip(" ,|·•–—-("), text[end:]
    before = re.sub(rf"(?:^|[\s,]+)(?:{_WEEKDAY})$", "", before, flags=re.I).rstrip(" ,|·•–—-(")
    if not before or not 1 <= len(before.split()) <= 5 or re.search(r"[^\W_]", _clock(after)[0]):
        return None
    return before, value[:10]


def read_moment(text: str) -> str | None:
    """The day or moment a metadata field states ("2031-05-02T19:00:00+03:00", "May 2, 2031"); null when unsure."""
    stated = read_date_line(" ".join(text.split()))
    return stated.value if stated else None


def glued_date(text: str) -> tuple[int, int, str | None] | None:
    """A labelled date at the very start of running text ("date 2031-05-02 The …"): its range and day."""
    label = _GLUED.match(text)
    if not label:
        return None
    for start, end, value in _dates(text[: label.end() + 40]):
        if start == label.end():
            return label.start(), end, value[:10] if value else None
    return None


def day_within(text: str) -> str | None:
    """The one day written out in full in a short stretch (the place line of a report); null when none or several."""
    days = {value[:10] for _, _, value in _dates(text) if value}
    return days.pop() if len(days) == 1 else None


def _without_day(text: str) -> Stated | None:
    # "Updated at 7:10 p.m. ET Friday": a date line that names no calendar day
    if not LABELLED.match(text):
        return None
    left, clock = _clock(text)
    if clock is None and left == text:
        return None
    return None if re.search(r"[^\W_]", _LABEL.sub(" ", left)) else Stated(None, False)


def _dates(text: str) -> list[tuple[int, int, str | None]]:
    """All calendar days in the text with their ranges; the value is null where the day is uncertain."""
    found: list[tuple[int, int, str | None]] = []
    if not _DIGIT.search(text):
        return found
    for pattern in (_ISO, _EASTERN, _MONTH_DAY, _DAY_MONTH, _NUMERIC, _COMPACT):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            known, value = _value(match)
            if known:
                found.append((match.start(), match.end(), value))
    return sorted(found)


def _value(match: re.Match[str]) -> tuple[bool, str | None]:
    group = match.groupdict()
    if "a" in group:
        a, b, year = int(group["a"]), int(group["b"]), int(group["y"])
        year += 2000 if year < 100 else 0
        readings = {day for day in (iso_day(year, a, b), iso_day(year, b, a)) if day}
        return bool(readings), readings.pop() if len(readings) == 1 else None
    month = MONTHS[group["month"].casefold()] if "month" in group else int(group["m"])
    day = iso_day(int(group["y"]), month, int(group["d"]))
    if day is None or not group.get("clock"):
        return day is not None, day
    zone = group.get("zone")
    if not zone:
        return True, day
    return True, f"{day}T{group['clock']}{':00' if len(group['clock']) == 5 else ''}{_offset(zone)}"


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day in ISO form, null when there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(piece: str) -> tuple[str, str | None]:
    """The piece without time and zone, and the time with offset where the offset is certain."""
    match = _CLOCK.search(piece)
    if not match:
        return _no_zone(piece), None
    group = match.groupdict()
    hour = int(group["h"] or group["h2"] or group["h4"])
    minute, second = int(group["min"] or group["min4"] or 0), int(group["s"] or 0)
    half = (group["half"] or group["half2"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    offset, rest = None, piece[match.end() :]
    zone = _ZONE.match(rest.lstrip(" (,"))
    if zone:
        name = (zone["name"] or zone["words"] or "").casefold()
        offset = _offset(zone["off"]) if zone["off"] else _OFFSETS.get(name)
        if offset or name in _VAGUE or zone["words"]:
            rest = rest.lstrip(" (,")[zone.end() :]
            plus = re.match(r"\s*([+−-]\d{1,2}(?::?\d\d)?)(?!\d)", rest)
            if plus and name in ("gmt", "utc"):
                offset, rest = _offset(plus[1]), rest[plus.end() :]
    left = piece[: match.start()] + " " + _SECOND_CLOCK.sub(" ", rest)
    if hour > 23 or minute > 59 or second > 59 or offset is None:
        return left, None
    return left, f"{hour:02}:{minute:02}:{second:02}{offset}"


def _no_zone(piece: str) -> str:
    return re.sub(r"\b(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?\b", " ", piece)


def _offset(zone: str) -> str:
    if zone in ("Z", "z"):
        return "+00:00"
    sign = "-" if zone[0] in "-−" else "+"
    digits = re.sub(r"\D", "", zone)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hours):02}:{minutes}"
