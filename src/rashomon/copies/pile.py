"""Copies over a pile of any size: keys, then pairs that hold keys in common, then the text.

What tells of a copy among the reports of one event tells little among a million on everything: ten words in a row, or
twice eight. In a pile a copy has a passage of `LONG` words, or makes up two fifths of one side. Two reports that share
`LONG` words in a row always meet, stock apart (see `meeting`), so that comparing all pairs would find the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rashomon.copies.comparison import Side, compare, side
from rashomon.copies.direction import common_sources
from rashomon.copies.meeting import meetings
from rashomon.copies.origins import ties
from rashomon.copies.sketch import CERTAIN, Sketch
from rashomon.model import Copy, Document
from rashomon.text import words

LONG = CERTAIN  # words of a passage
_HELD = 128  # sides kept ready at a time; a side of 1,000 words takes half a megabyte


def find_pile_copies(sketches: Iterable[Sketch], document_of: Callable[[str], Document]) -> tuple[Copy, ...]:
    """The copies of a pile, by the ids of the two documents; `a` is the smaller id.

    `document_of` gives the document with an id; it is asked for those that meet others, some more than once.
    The result depends on the set of documents alone. Of one text printed more than `meeting.STOCK` times every print
    is compared to the one with the smallest id, not every one to every other.
    """
    return common_sources(list(copies_of(meetings(sketches), document_of)))


def copies_of(pairs: Iterable[tuple[str, str]], document_of: Callable[[str], Document]) -> Iterator[Copy]:
    """The copies among pairs of ids, each compared on the text, in the order of the pairs.

    Fast when pairs with the same first id stand together. `direction.common_sources` is left to whoever has all.
    """
    keys: dict[str, int] = {}

    @lru_cache(maxsize=_HELD)
    def ready(document: str) -> Side:
        return side(document_of(document), keys)

    for a, b in pairs:
        copy = _in_a_pile(ready(min(a, b)), ready(max(a, b)))
        if copy is not None:
            yield copy


def copy_of(a: Document, b: Document) -> Copy | None:
    """The copy two documents of a pile make, the one with the smaller id first; null for none."""
    return next(copies_of([(a.id, b.id)], {a.id: a, b.id: b}.__getitem__), None)


def _in_a_pile(a: Side, b: Side) -> Copy | None:
    copy = compare(a, b)
    if copy is None or ties(copy):
        return copy
    text = a.document.text
    longest = max(sum(1 for _ in words(text, span.start, span.end)) for span, _ in copy.passages)
    return copy if longest >= LONG else None
