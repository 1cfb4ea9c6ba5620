"""Which of a pile are compared: those that hold keys in common, worked out from packed keys, a block at a time.

Keys are dealt into parts, each key into one; what meets over the keys of a part is dealt into blocks. Each pair belongs
to the block in which the later of the two arrived. So memory is bound by a part and by a block, not by the pile, and
the work grows with the pairs. They are those of `copies.meeting` and `events.meet` for the whole pile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.meeting import meet_in_parts
from rashomon.events import CAP
from rashomon.executors.columns import bucket_of
from rashomon.pile.spilled import ROWS, Dealt, in_portions

BLOCK = 20_000
"""Holders of a block."""
_HALF = np.int64(1 << 32)
_KEY = np.dtype([("key", "<i8"), ("holder", "<i4")])
_KEYS = 40  # of a holder, about
_AT_ONCE = 20_000  # holders
_LOOSE = 2_000_000  # pairs that are held before those that stand there twice are let go

Ints = NDArray[np.int64]
Held = Iterable[tuple[int, Ints]]
"""Holders, by their numbers, with their keys."""
Part = tuple[Ints, Ints]
"""Keys, and beside each its holder."""
Meet = Callable[[Iterable[Part]], Iterable[Ints]]
"""A rule: keys with their holders, those of one key in one part, to pairs of holders."""


def blocks_of_pairs(
    arrivals: Ints, held: Held, meet: Meet, more: Ints | None = None, block: int = BLOCK
) -> Iterator[Ints]:
    """For each block, in the order of arrival: the pairs of holders that meet, as rows of two numbers, in order.

    `arrivals` says when each holder came, `held` goes through the keys of all, `meet` is the rule for keys and holders;
    `more` are pairs that meet whatever they hold.
    """
    block_of = np.empty(len(arrivals), np.int64)
    block_of[np.argsort(arrivals, kind="stable")] = np.arange(len(arrivals)) // block
    blocks = -(-len(arrivals) // block)
    met = Dealt(np.int64, blocks)
    for pairs in chain(meet(_parts(held, len(arrivals))), [] if more is None else [more]):
        met.add(code(pairs[:, 0], pairs[:, 1]), block_of[pairs].max(axis=1, initial=0))
    for number in range(blocks):
        yield decoded(np.unique(met.read(number)))


def _parts(held: Held, holders: int) -> Iterator[Part]:
    """All keys with their holders, those of one key in one part."""
    parts = 1 + holders * _KEYS // (ROWS // 4)  # what meets over them takes more than they do
    rows = Dealt(_KEY, parts)
    for some in in_portions(held, _AT_ONCE):
        made = np.empty(sum(len(keys) for _, keys in some), _KEY)
        made["key"] = np.concatenate([keys for _, keys in some])
        made["holder"] = np.repeat([holder for holder, _ in some], [len(keys) for _, keys in some])
        rows.add(made, bucket_of(made["key"].copy(), parts))
    for number in range(parts):
        part = rows.read(number)
        yield part["key"].copy(), part["holder"].astype(np.int64)


def meet_documents(parts: Iterable[Part]) -> Iterator[Ints]:
    """The pairs of documents that may be copies (`copies.meeting`)."""
    yield meet_in_parts(parts)


def meet_leads(parts: Iterable[Part], cap: int = CAP) -> Iterator[Ints]:
    """The pairs of leads that share a key held by at most `cap`, as `events.meet` finds them; some of them twice."""
    return (_meet_leads(keys, holders, cap) for keys, holders in parts)


def _meet_leads(keys: Ints, holders: Ints, cap: int) -> Ints:
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, np.int64)
    counts = np.diff(np.append(starts, len(keys)))
    few = np.repeat((counts > 1) & (counts <= cap), counts)
    keys, holders = keys[few], holders[few]
    found = [np.empty(0, np.int64)]
    for apart in range(1, cap):
        same = keys[apart:] == keys[:-apart]
        if not same.any():
            break
        found.append(code(holders[:-apart][same], holders[apart:][same]))
        if sum(map(len, found)) > 2 * len(found[0]) + _LOOSE:  # most of them over other keys too
            found = [np.unique(np.concatenate(found))]
    return decoded(np.unique(np.concatenate(found)))


def code(a: Ints, b: Ints) -> Ints:
    """Pairs as one number each, so that sets of pairs can be laid side by side."""
    return a * _HALF + b


def decoded(codes: Ints) -> Ints:
    """Such numbers as rows of two."""
    return np.stack((codes // _HALF, codes % _HALF), axis=1)
