"""How long something lasted or how often it happened: ISO 8601 durations from words, and sets.

`two and a half years` is `P2.5Y`, `20 to 30 months` `P20M/P30M`, `a year and two months` `P14M`; vague lengths
("several weeks", "long-term") keep their span and have no value. A duration has no place in time unless it hangs on a
date (`date_relative`).
"""

from __future__ import annotations

import re

from rashomon.annotate.amounts import amount_of
from rashomon.annotate.calendar import Unit
from rashomon.annotate.date_reading import Around, Reading, group
from rashomon.annotate.number_words import number_value

_UNITS: dict[str, Unit] = {
    "sec": "second", "min": "minute", "hou": "hour", "hr": "hour", "hrs": "hour", "day": "day", "nig": "day",
    "wee": "week", "mon": "month", "yea": "year", "yr": "year", "yrs": "year", "dec": "decade", "cen": "century",
}  # fmt: skip
_EVERY: dict[str, Unit] = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annual": "year", "annually": "year", "morning": "day", "afternoon": "day", "evening": "day",
}  # fmt: skip
_LETTERS: dict[str, Unit] = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year",
}  # fmt: skip
_CODES: dict[Unit, str] = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "year": "P{}Y",
}  # fmt: skip


_COMPOUND = re.compile(
    r"(?P<first>[0-9]+|[a-z-]+) (?P<unit>year|hour)s?(?:,? and|,)? (?P<second>[0-9]+|[a-z-]+) (?:month|minute)s?"
)


def unit_of(words: str) -> Unit | None:
    """The unit a word names; fortnights and weekends are none of their own."""
    word = words.casefold()
    return _UNITS.get(word) or (_UNITS.get(word[:3]) if not word.startswith("weekend") else None)


def iso_duration(words: str) -> str | None:
    """A duration in ISO 8601 (`73 days` is `P73D`, `20 to 30 months` `P20M/P30M`); None if it is vague."""
    text = words.casefold().replace("-", " ")
    unit = next(
        (u for word in re.findall(r"[a-z]+", text) if (u := unit_of(word)) and word not in ("second", "minimum")), None
    )
    if unit is None or re.search(r"\b(?:several|few|some|many)\b(?! ?[0-9])", text):
        return None
    quarter = re.search(r"\b(a|three) quarters? of an hour", text)
    if quarter:
        return "PT45M" if quarter[1] == "three" else "PT15M"
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
    second = re.search(r"(?: to | or |^between .* and |(?<=[0-9a-z])-(?=[0-9])|(?<=[a-z])-(?=[a-z]+ ))", words)
    if second and amount.low is not None and amount.high is not None and amount.low < amount.high:
        return f"{_code(unit, amount.low)}/{_code(unit, amount.high)}"
    return _code(unit, amount.value + half)


def simple_duration(words: str) -> tuple[int, Unit] | None:
    """A whole number of one unit, None for halves, ranges and vague words."""
    code = iso_duration(words)
    found = re.fullmatch(r"P(T?)([0-9]+)([SMHDWY])", code or "")
    if not found:
        return None
    return int(found[2]), _LETTERS[found[1] + found[3]]


def read_duration(match: re.Match[str], around: Around) -> Reading | None:
    """A length of time, or None where the words are part of something else."""
    before, after = around.sentence[: match.start()], around.sentence[match.end() :]
    text = match.group().casefold()
    if re.search(r"\b(?:every|each) $", before, re.IGNORECASE):
        return None
    if text in ("one day", "one night") or re.match(r" (?:per cent|percent)", after):
        return None
    if re.search(r"[$€£] ?$|[A-Z]\w*-$", before):
        return None
    compound = _COMPOUND.fullmatch(text)
    if compound:
        first, second = (1.0 if n in ("a", "an") else number_value(n) for n in compound.group("first", "second"))
        if first is None or second is None:
            return None
        code = f"PT{first * 60 + second:g}M" if compound["unit"] == "hour" else f"P{first * 12 + second:g}M"
        return Reading("duration", code, None, None, "explicit")
    return Reading("duration", iso_duration(match.group()), None, None, "explicit")


def read_vague(match: re.Match[str], around: Around) -> Reading | None:
    """A length that no number states ("long-term")."""
    return Reading("duration", "P1Y" if match.group().casefold() == "yearlong" else None, None, None, "explicit")


def read_set(match: re.Match[str], around: Around) -> Reading | None:
    """How often: "every day" is P1D; vague frequencies have no value."""
    name = group(match, "unit") or ""
    unit = _EVERY.get(name) or unit_of(name)
    value = None
    if unit and not group(match, "times"):
        value = iso_duration(re.sub(r"(?i)every|each|other|single", "", match.group())) or (
            _code(unit, 1) if "other" not in match.group() else None
        )
    return Reading("set", value, None, None, "explicit")


def _code(unit: Unit, count: float) -> str:
    if unit in ("decade", "century"):
        return f"P{count * (10 if unit == 'decade' else 100):g}Y"
    if unit == "hour" and count == 0.5:
        return "PT30M"
    if unit == "year" and count == 0.5:
        return "P6M"
    return _CODES[unit].format(f"{count:.10g}")
