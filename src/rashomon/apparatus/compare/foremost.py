"""The foremost of its kind in one report, one of several in the other: "the worst flood in a century" / "one of the
worst floods in a century", "the country's largest bank" / "among the largest banks".

The superlative must be one, what it is said of must share a word, and what stands right behind it must not differ. A
tension at most: who says "one of" does not rule out that it is the first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.terms import terms
from rashomon.text import level

LIKELY = 0.2
_STEMS = """
    bigg larg great high low long short deep wid broad strong weak fast slow old young rich poor deadli bloodi costli
    heavi hott cold cool warm dri wett busi strict tough harsh hard fierc grav dirti wealthi mighti dark bright lengthi
    tall small cheap grimm earli clos saf
    """.split()
_WORD = rf"(?:(?:{'|'.join(_STEMS)})est|worst|best|most (?!of\b|recent|likely)[a-z]{{4,}})"
_SIGNS = ("est", "worst", "most ")
"""One of them stands in every superlative: most statements hold none."""
_SOME = re.compile(
    rf"\b(?:among|one of|some of|(?:two|three|four|five) of)\b(?:\W+[\w’']+){{0,4}}?\W+({_WORD})\b", re.I
)
_FIRST = re.compile(rf"(?:\bthe|['’]s|\bits|\btheir|\bhis|\bher)\s+({_WORD})\b", re.I)
_BEHIND = 3
"""Content words behind a superlative that tell what it is said of."""


class Foremost(NamedTuple):
    """A superlative: its word, whether there are several, the words as written, the content words right behind it."""

    word: str
    several: bool
    words: str
    behind: frozenset[str]


def compare_foremost(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between what is the foremost of its kind and what is one of several."""
    if likely < LIKELY or not (set(a.terms) & set(b.terms)) or not one_time(a, b):
        return None
    for one in foremost(a):
        for other in foremost(b):
            if one.word != other.word or one.several == other.several:
                continue
            if one.behind and other.behind and not one.behind & other.behind:
                continue
            why = f"the foremost in one, one of several in the other: {one.words} / {other.words}"
            return Finding("scope", "tension", likely, why, i, j, one.words, other.words)
    return None


@once
def foremost(detail: Detail) -> list[Foremost]:
    """The superlatives of a statement, each word once."""
    text = level(detail.words)
    found: dict[str, Foremost] = {}
    if not any(sign in text.casefold() for sign in _SIGNS):
        return []
    for several, pattern in ((True, _SOME), (False, _FIRST)):
        for match in pattern.finditer(text):
            behind = frozenset(form for form, _ in terms(text, match.end(), len(text))[:_BEHIND])
            words = " ".join(detail.words[match.start() : match.end()].split()).lstrip("'’s ")
            word = match[1].casefold()
            found.setdefault(word, Foremost(word, several, words, behind))
    return list(found.values())
