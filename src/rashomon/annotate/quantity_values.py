"""What a quantity other than a count means: percentages, money, ages, measures, shares, ordinals.

Shares ("half", "two thirds", "one in five") are of kind percent with unit "share" and a value between 0 and 1. The
words counted are the thing shared, bought or ranked, and the person an age is of. Out of scope: plain counts
(`counts`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.annotate.amounts import QUALIFIER, Amount, amount_of
from rashomon.annotate.counted import Sight, counted, governing
from rashomon.annotate.number_words import NUMBER, number_value, ordinal_value
from rashomon.annotate.units import CODES, SIGN, currency_code, measure_unit
from rashomon.model import QuantityKind


class Reading(NamedTuple):
    """A quantity before it has an id: its range and that of the words counted, in the sentence."""

    start: int
    end: int
    kind: QuantityKind
    amount: Amount
    unit: str | None
    of: tuple[int, int] | None


_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7,
    "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10,
}  # fmt: skip
_DECADES = {
    word: 10 * count
    for count, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
_NAMED = r"(?:[A-Z][\w'.-]*[\w.]|Jr\.|Sr\.|II|III)"
_NAME_BEFORE = re.compile(rf"((?:{_NAMED} )*{_NAMED})(?:, | \()$")
_NO_NAME = re.compile(r"\b(?:on|in|No|Nos|Chapter|Section|Article|Volume|Psalm)\.?$")


def reading_of(name: str, match: re.Match[str], sight: Sight, dollar: str) -> Reading | None:
    """What an expression of the sentence means, None where it is no quantity; `dollar` is what "$" stands for."""
    text = sight.text
    if name in ("money", "cents"):
        return _money(name, match, sight, dollar)
    if name.endswith("age"):
        return _decade_age(match, text) if name == "decade_age" else _age(name, match, sight)
    if name == "vote":
        votes = number_value(re.split("-| to ", match["tally"], flags=re.IGNORECASE)[0])
        if votes is None:
            return None
        return Reading(*match.span("tally"), "count", Amount(votes, votes, votes), "vote", None)
    if name == "ordinal":
        return _ordinal(match, sight)
    if name == "ranked":
        rank = float(ordinal_value(match.group()) or 0)
        return Reading(*match.span(), "ordinal", Amount(rank, rank, rank), None, None) if rank else None
    return _measured(name, match, sight)


def _measured(name: str, match: re.Match[str], sight: Sight) -> Reading | None:
    words, unit = match.group(), match.groupdict().get("unit") or ""
    of = counted(sight, *match.span()) or governing(sight, *match.span())
    kind: QuantityKind = "measure" if name in ("measure", "height", "magnitude") else "percent"
    if name == "share":
        amount, named = _share(words), "share"
    elif name == "percent":
        amount, named = amount_of(words), "percentage point" if "point" in unit.casefold() else "percent"
    elif name == "height":
        amount, named = _feet(number_value(match["feet"]), number_value(match["inches"])), "foot"
    elif name == "magnitude":
        amount, named = amount_of(words), "magnitude"
    else:
        amount, named = amount_of(words[: -len(unit)]), measure_unit(unit) or unit
    return Reading(*match.span(), kind, amount, named, of) if amount else None


def _feet(feet: float | None, inches: float | None) -> Amount | None:
    """Feet and inches as feet; None where the inches would make another foot."""
    if feet is None or inches is None or inches >= 12:
        return None
    value = round(feet + inches / 12, 4)
    return Amount(value, value, value)


def _money(name: str, match: re.Match[str], sight: Sight, dollar: str) -> Reading | None:
    words = match.group()
    sign = re.search(SIGN, words, re.IGNORECASE)
    unit = match.groupdict().get("unit") or (sign.group() if sign else "")
    code = currency_code(unit, dollar) if name == "money" else None
    if name == "cents":
        code = "GBP" if match["unit"].casefold() in ("pence", "p") else dollar
    if code is None:
        return None
    words = words.rstrip("p¢") if unit in ("p", "¢") else words
    bare = re.sub(SIGN, "", re.sub(rf"(?<![A-Z])(?:{'|'.join(CODES)})(?![A-Z])", "", words), flags=re.IGNORECASE)
    amount = amount_of(re.sub(r"(?<=[0-9]) ?-? ?m\b", " million", bare, flags=re.IGNORECASE))
    if amount is None:
        return None
    if name == "cents":
        amount = Amount(*(value / 100 if value is not None else None for value in amount))
    glued = unit in ("p", "¢")
    of = (None if glued else counted(sight, *match.span())) or governing(sight, *match.span())
    return Reading(match.start(), match.end(), "money", amount, code, of)


def _age(name: str, match: re.Match[str], sight: Sight) -> Reading | None:
    text = sight.text
    between = amount_of(match["age"])
    value = between.value if between else None
    unit = (match.groupdict().get("unit") or "year").casefold()
    if value is None or (unit == "year" and value > 130):
        return None
    amount = amount_of((match.groupdict().get("bound") or "") + match["age"]) or Amount(value, value, value)
    if name == "age":
        return Reading(*match.span(), "age", amount, unit, counted(sight, *match.span()))
    start, end = match.span("age")
    bearer = _NAME_BEFORE.search(text, 0, start) if name == "apposed_age" else None
    if name == "apposed_age" and (bearer is None or _NO_NAME.search(bearer[1])):
        return None
    return Reading(start, end, "age", amount, unit, bearer.span(1) if bearer else None)


def _decade_age(match: re.Match[str], text: str) -> Reading:
    words = match["age"].casefold()
    first = _DECADES.get(words) or int(words[:2])
    part = (match["part"] or "").casefold()
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    bearer = re.search(r"\b([\w-]+) $", text[: match.start()])
    of = bearer.span(1) if bearer and bearer[1].isalpha() else None
    return Reading(match.start(), match.end(), "age", Amount(None, first + low, first + high), "year", of)


def _share(words: str) -> Amount | None:
    text = words.casefold()
    ratio = re.search(rf"({NUMBER}) (?:in|out of)(?: every)? ({NUMBER})$", text)
    if ratio:
        part, whole = number_value(ratio[1]), number_value(ratio[2])
        if part is None or not whole or part > whole:
            return None
        value = part / whole
    else:
        fraction = re.search(r"([a-z]+?)s?$", text)
        base = _FRACTIONS.get(fraction[1]) if fraction else None
        if base is None:
            return None
        count = re.search(r"\b([a-z]+)[ -][a-z]+$", text)
        value = base * ((number_value(count[1]) if count else None) or 1)
    value = round(value, 4)
    if value > 1:
        return None
    qualifier = re.match(QUALIFIER, text)
    shape = amount_of(f"{qualifier.group()}1000") if qualifier else None
    if shape is None or shape.value is None:
        return Amount(value, value, value)
    low, high = (None if bound is None else round(value * bound / 1000, 4) for bound in (shape.low, shape.high))
    return Amount(value, low, high)


def _ordinal(match: re.Match[str], sight: Sight) -> Reading | None:
    words, text = match.group(), sight.text
    before = text[: match.start()]
    rank = ordinal_value(re.split(r"[ -](?=[a-z]+est\b)", words, flags=re.IGNORECASE)[0])
    if rank is None or re.search(r"\b(?:at|per|every|split|to) $", before, re.IGNORECASE):
        return None
    if words[0].isupper() and before.rstrip(" \"'("):
        return None
    of = counted(sight, *match.span())
    superlative = words.casefold().endswith("est") or re.match(r" most\b", text[match.end() :])
    if of is None and not superlative:
        return None
    return Reading(match.start(), match.end(), "ordinal", Amount(rank, rank, rank), None, of)
