"""Named patterns over one sentence: which of them match, the longest at each place, none overlapping.

Dates and quantities are both found so. Most patterns cannot match most sentences: each names a small pattern of letters
or digits that its matches hold (`needs`), which is looked for first. Many begin alike: with an amount and what bounds
it. Where one may begin is looked up once a sentence (`BEGINNING`), and they are tried there alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from rashomon.annotate.amounts import BEGINNING, QUALIFIER

_BEGINNING = re.compile(rf"(?={BEGINNING})")
_OPENINGS = (rf"(?i:{QUALIFIER}", rf"(?i:(?P<bound>{QUALIFIER})")
_ANYWHERE = re.compile("(?=.|\n)")
_FOLDED_ALONE = re.compile("[ıſİ]")  # letters that `re` takes for i and s, but that are none in lower case


class Expression(NamedTuple):
    """A pattern, its name, its place among the patterns, and whether it begins as amounts do."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    amount: bool


Known = Mapping[re.Pattern[str], Sequence[Expression]]


def expressions(patterns: Sequence[tuple[str, str]], needs: Mapping[str, str]) -> Known:
    """The compiled patterns by what they need. Raises `KeyError` for a name without an entry in `needs`."""
    known: dict[re.Pattern[str], list[Expression]] = {re.compile(needs[name]): [] for name, _ in patterns}
    for rank, (name, pattern) in enumerate(patterns):
        each = Expression(name, rank, re.compile(pattern), pattern.startswith(_OPENINGS))
        known[re.compile(needs[name])].append(each)
    return known


def matches(text: str, known: Known, busy: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[str, re.Match[str]]]:
    """Names and matches outside the `busy` ranges, from left to right, the longest first at each place.

    Of two of one length the pattern of the lower rank wins.
    """
    small = text.lower()
    places = [match.start() for match in (_ANYWHERE if _FOLDED_ALONE.search(text) else _BEGINNING).finditer(small)]
    found = {
        (match.start(), -match.end(), each.rank): (each, match)
        for needs, those in known.items()
        if needs.search(small)
        for each in those
        for match in _outside(each, text, busy, 0, places)
        if match.end() > match.start()
    }
    waiting = list(found)
    heapify(waiting)
    at = 0
    while waiting:
        start, end, rank = key = heappop(waiting)
        each, match = found[key]
        if start >= at:
            at = -end
            yield each.name, match
        elif -end > at and (rest := next(_outside(each, text, busy, at, places), None)):
            # what a longer match before it took away may leave another
            key = (rest.start(), -rest.end(), rank)
            if rest.end() > rest.start() and key not in found:
                found[key] = each, rest
                heappush(waiting, key)


def _outside(
    each: Expression, text: str, busy: Sequence[tuple[int, int]], at: int, places: Sequence[int]
) -> Iterator[re.Match[str]]:
    """The matches from a place on, outside the ranges; one that runs into a range hides none that begins later."""
    while match := _first(each, text, at, places):
        a, b = match.span()
        if any(start < b and a < end for start, end in busy):
            at = a + 1
        else:
            yield match
            at = max(b, a + 1)


def _first(each: Expression, text: str, at: int, places: Sequence[int]) -> re.Match[str] | None:
    """The first match from a place on; `places` are those where an amount may begin."""
    if not each.amount:
        return each.pattern.search(text, at)
    tried = (each.pattern.match(text, place) for place in places[bisect_left(places, at) :])
    return next(filter(None, tried), None)
