"""Who repeats whom, and which reports count once.

Steps: the running words of every document are indexed; every pair is searched for shared passages; pairs that share
more than two pens would write become a `Copy` with the share of each side, and a direction where something tells it;
copies that make up most of a report tie it to the other, and tied reports are one `Origin`. What a report quotes from
the same speaker as another is not a copy. Whether two reports tell of one event is not asked here.

`find_copies` does so for the reports of one event, all at once; `find_pile_copies` for any number of them, over the
`sketch` of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from rashomon.copies.comparison import SameWords, Side, compare, side
from rashomon.copies.direction import common_sources
from rashomon.copies.origins import find_origins, find_pile_origins
from rashomon.copies.pile import compared, copies_of, copy_of, find_pile_copies
from rashomon.copies.sketch import Sketch, pack, sketch, sketches, unpack
from rashomon.model import Copy, Document

__all__ = [
    "SameWords",
    "Sketch",
    "compared",
    "copies_of",
    "copy_of",
    "find_copies",
    "find_origins",
    "find_pile_copies",
    "find_pile_origins",
    "pack",
    "sketch",
    "sketches",
    "unpack",
]


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The pairs of documents that share passages, in the order of the documents; `a` stands before `b` in it.

    Shares are shares of the running words. Two reports with the same running words are copies, however short.
    """
    keys: dict[str, int] = {}
    sides = [side(document, keys) for document in documents]
    found = (compare(sides[i], sides[j]) for i, j in _meetings(sides))
    return common_sources([copy for copy in found if copy is not None])


def _meetings(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """The pairs that share a fingerprint, or all their words: only these can be copies."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    met: set[tuple[int, int]] = set()
    for number, one in enumerate(sides):
        whole = tuple(key for key in one.words.keys if key >= 0)
        for held in (*np.unique(one.held.fingerprints).tolist(), whole):
            met.update((earlier, number) for earlier in holders[held])
            holders[held].append(number)
    return sorted(met)
