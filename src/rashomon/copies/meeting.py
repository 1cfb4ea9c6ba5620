"""Which documents of a pile may have words of each other: those that hold keys in common.

The rule, for every key by itself, so that an index, a group-by and a pool of processes give the same pairs:

- a key that at most `STOCK` documents hold lets all of these meet;
- a key that more hold is a stock phrase, or part of one text printed everywhere. It lets each of its holders meet the
  first alone, and only if the two share `ENOUGH` such keys with that document first: a phrase is short, a text is long.

The first holder is the one with the smallest id. Ids are made of content, so the pairs depend on the documents alone,
not on the order in which they came; and they are never more than `STOCK` / 2 times the keys held. One text printed ten
thousand times makes ten thousand pairs, not fifty million. A pair that met may meet no more when others have come: who
adds to a pile keeps what comparing a pair gave, and asks again who meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.sketch import Sketch

STOCK = 32  # documents that hold a key, up to which all of them meet
ENOUGH = 4  # keys held by more that two documents must share

Numbers = NDArray[np.int64]
Counted = tuple[Numbers, Numbers]
_HALF = np.int64(1 << 32)


def meetings(sketches: Iterable[Sketch]) -> list[tuple[str, str]]:
    """The pairs of ids that may be copies, each in order, in order."""
    ordered = sorted(sketches, key=lambda sketch: sketch.document)
    keys = np.fromiter((key for sketch in ordered for key in sketch.keys), np.int64)
    holders = np.repeat(np.arange(len(ordered)), [len(sketch.bands) + len(sketch.prints) for sketch in ordered])
    return [(ordered[a].document, ordered[b].document) for a, b in meet(keys, holders).tolist()]


def meet(keys: Numbers, holders: Numbers) -> Numbers:
    """The pairs of holders that may be copies: rows of two numbers, the smaller first, in order.

    `keys[i]` is a key held by `holders[i]`, in any order, each of the two together once. Holders are numbered from 0
    in the order of their ids, fewer than 2**31.
    """
    return meet_in_parts([(keys, holders)])


def meet_in_parts(parts: Iterable[tuple[Numbers, Numbers]]) -> Numbers:
    """As `meet`, over parts of the rows that are too many to be held at once; a key stands in one part only."""
    met = [np.empty(0, np.int64)]
    stock: list[Counted] = []
    for keys, holders in parts:
        order = np.lexsort((holders, keys))
        keys, holders = keys[order], holders[order].astype(np.int64)
        starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
        counts = np.diff(np.append(starts, len(keys)))
        few = np.repeat((counts > 1) & (counts <= STOCK), counts)
        met.append(_all(keys[few], holders[few]))
        stock.append(_with_first(holders, starts[counts > STOCK], counts[counts > STOCK]))
    met.append(_sharing_enough(stock))
    pairs = np.unique(np.concatenate(met))
    return np.stack((pairs // _HALF, pairs % _HALF), axis=1)


def _all(keys: Numbers, holders: Numbers) -> Numbers:
    """Every two neighbours with one key, as one number."""
    found = [np.empty(0, np.int64)]
    for apart in range(1, STOCK):
        same = keys[apart:] == keys[:-apart]
        if not same.any():
            break
        found.append(np.unique(holders[:-apart][same] * _HALF + holders[apart:][same]))
    return np.unique(np.concatenate(found))


def _with_first(holders: Numbers, starts: Numbers, counts: Numbers) -> Counted:
    """Every holder of stock with its first holder, as one number, and how often."""
    firsts = np.repeat(holders[starts], counts)
    places = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    others = holders[places]
    return np.unique((firsts * _HALF + others)[firsts != others], return_counts=True)


def _sharing_enough(stock: Sequence[Counted]) -> Numbers:
    """The pairs that share enough stock, all parts together."""
    if not stock:
        return np.empty(0, np.int64)
    pairs, place = np.unique(np.concatenate([pairs for pairs, _ in stock]), return_inverse=True)
    shared = np.bincount(place, weights=np.concatenate([times for _, times in stock]), minlength=len(pairs))
    return pairs[shared >= ENOUGH]
