"""What the words around a number do to it: bounds ("at least", "nearly"), vague numbers ("dozens"), ranges.

Bounds are included and follow the looseness of news: "more than 50" is 50 and up, "up to five" five and down, "nearly
2,000" from nine tenths to 2,000, "about 40" 40 give or take a tenth. A vague plural begins at two of its kind and
ends below the next word a writer would have reached for ("hundreds": 200 to 999). The value of a range is its upper
end. Patterns expect levelled text and `re.IGNORECASE`. Out of scope: what is counted (`counted`), units (`units`).
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from rashomon.annotate.number_words import LARGE, NUMBER, SMALL, number_value
from rashomon.annotate.units import CODES, SIGN

_LOW = (
    r"at least|at minimum|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|"
    r"(?<!no )(?<!not )more than|greater than|over|well over|just over|upwards? of|in excess of|north "
    r"of|above|topped|topping|"
    r"tops|exceeded|"
    r"exceeding|exceeds|exceed|surpassed|surpassing|surpasses"
)
_HIGH = (
    r"up to|as many as|as much as|as few as|no more than|not more than|at most|a maximum of|maximum of|"
    r"maximum|fewer than|"
    r"less than|under|below|within"
)
_NEAR = r"nearly|almost|just under|just below|close to|approaching|nearing|just shy of"
_ABOUT = (
    r"about|around|approximately|roughly|some|an estimated|estimated|circa|somewhere around|in the region of|"
    r"~|literally"
)
QUALIFIER = rf"(?:(?:{_LOW}|{_HIGH}|{_NEAR}|{_ABOUT}) )"
AFTER = r"(?: or so| or more| or fewer| or less|-plus| plus(?= [A-Za-z])|\+)"
_KINDS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I))
    for kind, words in (("low", _LOW), ("near", _NEAR), ("high", _HIGH), ("about", _ABOUT))
)

VAGUE_PLURALS: dict[str, tuple[float, float | None]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, None),
    "tens of billions": (20_000_000_000, None),
    "hundreds of billions": (200_000_000_000, None),
    "trillions": (2_000_000_000_000, None),
}
VAGUE_NUMBERS: dict[str, tuple[float, float | None]] = {
    "several": (3, None),
    "a few": (3, None),
    "a couple of": (2, 3),
    "a couple": (2, 3),
}
VAGUE = rf"\b(?:{'|'.join(sorted(VAGUE_PLURALS, key=len, reverse=True))})\b"
BEGINNING = (
    rf"(?:(?:{_LOW}|{_HIGH}|{_NEAR}|{_ABOUT}) |(?<![\w.,$])[0-9]|{SIGN}|\b(?:{'|'.join(CODES).lower()}|"
    rf"{'|'.join(plural.partition(' ')[0] for plural in VAGUE_PLURALS)}|"
    rf"(?:an? )?(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|a[- ]{LARGE}|{'|'.join(SMALL)}))"
)
"""Where patterns that begin with `QUALIFIER`, needed or not, and an amount or a share begin, in small letters."""
RANGE = rf"{NUMBER}(?: ?- ?| to | or | and |/){NUMBER}"

_NUMBER = re.compile(NUMBER, re.I)
_VAGUE = tuple(
    (phrase, re.compile(rf"\b{phrase}\b"), table[phrase])
    for table in (VAGUE_PLURALS, VAGUE_NUMBERS)
    for phrase in sorted(table, key=len, reverse=True)
)
_SEVERAL = re.compile(r"\b(several|a few|a couple(?: of)?) (dozen|hundred|thousand|million|billion)\b")


class Amount(NamedTuple):
    """A number with its bounds, both included; a null bound is open, a null value vague."""

    value: float | None
    low: float | None
    high: float | None


def amount_of(words: str) -> Amount | None:
    """The amount that levelled words state: qualifier, number or range, and what follows it; None without a number."""
    text = words.casefold()
    if match := _SEVERAL.search(text):
        scale = number_value(f"1 {match[2]}") or 1
        return Amount(None, (2 if "couple" in match[1] else 3) * scale, 10 * scale - 1)
    for phrase, pattern, bounds in _VAGUE:
        if phrase in text and pattern.search(text):
            return Amount(None, *bounds)
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    values = [number_value(match.group()) for match in found]
    if values[0] is None:
        return None
    if len(values) > 1 and values[1] is not None:
        return _range(text, found, values[0], values[1])
    return _bounded(text[: found[0].start()], values[0], text[found[0].end() :])


def _range(text: str, found: list[re.Match[str]], first: float, second: float) -> Amount:
    magnitude = re.search(r"(?:million|billion|trillion|thousand|mn|bn|tn|m|k)$", found[1].group())
    if magnitude and first < 1000 and (scale := number_value("1 " + magnitude.group())):
        first *= scale
    low, high = sorted((first, second))
    kind = _kind(text[: found[0].start()])
    if kind == "low":
        return Amount(high, low, None)
    return Amount(high, low, high)


def _bounded(before: str, value: float, after: str) -> Amount:
    kind = _kind(before)
    if re.match(r"\s*(?:or more|-plus|plus\b|\+)", after):
        kind = "low"
    elif re.match(r"\s*(?:or fewer|or less)", after):
        kind = "high"
    elif re.match(r"\s*or so", after):
        kind = "about"
    if kind == "low":
        return Amount(value, value, None)
    if kind == "high":
        return Amount(value, None, value)
    whole = value == int(value) and value >= 2
    low, high = round(value * 0.9, 6), round(value * 1.1, 6)
    if whole:
        low, high = float(math.floor(low)), float(math.ceil(high))
    if kind == "near":
        return Amount(value, low, value)
    if kind == "about":
        return Amount(value, low, high)
    return Amount(value, value, value)


def _kind(before: str) -> str | None:
    """The last of the bounding words; the stricter ones win where two stand together ("at least some")."""
    for kind, pattern in _KINDS:
        if pattern.search(before):
            return kind
    return None
