"""Numbers as written in English, in figures and in words: a pattern that finds them, and their value.

`NUMBER` matches `1,200`, `3.5 million`, `two hundred and fifty-one`, `two dozen`, `a hundred`; `number_value` reads it.
`ORDINAL` and `ordinal_value` do the same for `35th`, `sixth`. Patterns have no groups, and expect levelled text and
`re.IGNORECASE`. Vague numbers (`dozens`, `several`) and bounds are in `amounts`. Out of scope: Roman numerals.
"""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
MAGNITUDE: dict[str, float] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "million": 1e6,
    "crore": 1e7,
    "bn": 1e9,
    "bln": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "trillion": 1e12,
}
_ORDINAL_ONES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ORDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(_ORDINAL_ONES) if value}
    | {word: 10 * value for value, word in enumerate(_ORDINAL_TENS, 2)}
    | {"hundredth": 100, "thousandth": 1000}
)

_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])})\b)?|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
_WORDS = (
    rf"(?:half a (?:dozen|million|billion|trillion)\b|(?:a|{_SMALL})[- ]{LARGE}\b(?: {LARGE}\b)*(?:(?: and |"
    rf" |, ){_SMALL} {LARGE}\b(?: {LARGE}\b)*)*"
    rf"(?:(?: and | ){_SMALL}\b)?|{_SMALL}\b)"
)
FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?: ?[½¼¾]| [1-3]/[2-4]|\.[0-9]+)?)"
_SHORT = r"(?:(?:mn|mln|bn|bln|tn|trn|k|m)\b)"
NUMBER = rf"(?:(?<![\w.,$])(?<![A-Za-z]-){FIGURES}(?:[- ]{LARGE}\b|(?:bn|mn|k)\b)?(?!\w|[.,][0-9])|\b{_WORDS}(?!\w))"
MONEY_NUMBER = rf"(?:{FIGURES}(?:[- ]?(?:{LARGE}\b|{_SHORT}))?(?![\w]|[.,][0-9])|\b{_WORDS})"
ORDINAL = (
    rf"(?:\b[0-9]+(?:st|nd|rd|th)\b|\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_ORDINAL_ONES[1:10])})\b"
    rf"|\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b)"
)


def number_value(text: str) -> float | None:
    """The value of a number as matched by `NUMBER`; None if the words make no number."""
    text = text.casefold().strip()
    match = re.match(FIGURES, text)
    if match:
        value = _figures(match.group())
        rest = text[match.end() :].strip(" -")
        return _clean(value * MAGNITUDE[rest]) if rest in MAGNITUDE else value if not rest else None
    if text.startswith("half a "):
        return MAGNITUDE[text[7:]] / 2
    total = current = 0.0
    for word in re.findall(r"[a-z]+", text):
        if word in SMALL:
            current += SMALL[word]
        elif word == "a":
            current += 1
        elif word == "hundred" or word == "dozen":
            current = (current or 1) * MAGNITUDE[word]
        elif word in MAGNITUDE:
            total = (
                (total + (current or 1)) * MAGNITUDE[word]
                if total and MAGNITUDE[word] > total
                else total + (current or 1) * MAGNITUDE[word]
            )
            current = 0
        elif word != "and":
            return None
    return total + current


def ordinal_value(text: str) -> int | None:
    """The rank an ordinal names: `35th` 35, `twenty-first` 21."""
    text = text.casefold()
    match = re.match(r"[0-9]+", text)
    if match:
        return int(match.group())
    tens, _, ones = text.rpartition("-")
    rank = ORDINALS.get(ones)
    return rank + SMALL.get(tens, 0) if rank is not None else None


def _figures(text: str) -> float:
    whole = re.match(r"[0-9.,]+", text)
    value = float(whole.group().replace(",", "")) if whole else 0.0
    fraction = re.search(r"([1-3])/([2-4])$", text)
    if fraction:
        return value + int(fraction[1]) / int(fraction[2])
    return value + {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(text[-1], 0.0)


def _clean(value: float) -> float:
    """The value without the noise of binary fractions (4.35 × 10⁶ is 4350000)."""
    return round(value, 6)
