"""Which of a pile are compared: those that hold keys in common, worked out from packed keys, a block at a time.

Whoever arrived in a block meets all who share a key with it, in the block or before or after it; so memory is bound by
the keys of a block and of those it meets, not by the pile. Each pair belongs to the block in which the later of the two
arrived. The pairs are those of `copies.meeting` and `events.meet` for the whole pile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon.events import CAP

BLOCK = 50_000
"""Holders of a block."""
_HALF = np.int64(1 << 32)

Ints = NDArray[np.int64]
Held = Iterable[tuple[int, Ints]]
"""Holders, by their numbers, with their keys."""


def blocks_of_pairs(
    arrivals: Ints,
    held: Callable[[], Held],
    meet: Callable[[Ints, Ints], Ints],
    more: Ints | None = None,
    block: int = BLOCK,
) -> Iterator[Ints]:
    """For each block, in the order of arrival: the pairs of holders that meet, as rows of two numbers, in order.

    `arrivals` says when each holder came, `held` goes through the keys of all, `meet` is the rule for keys and holders;
    `more` are pairs that meet whatever they hold.
    """
    order = np.argsort(arrivals, kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    for start in range(0, len(order), block):
        inside = (rank >= start) & (rank < start + block)
        keys, holders = _keys_of(held, None if len(order) <= block else inside)
        pairs = meet(keys, holders)
        if more is not None and len(more):
            pairs = decoded(np.union1d(code(pairs[:, 0], pairs[:, 1]), code(more[:, 0], more[:, 1])))
        later = np.maximum(rank[pairs[:, 0]], rank[pairs[:, 1]])
        yield pairs[(later >= start) & (later < start + block)]


def meet_leads(keys: Ints, holders: Ints, cap: int = CAP) -> Ints:
    """The pairs that share a key held by at most `cap`, as `events.meet` finds them."""
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
        found.append(np.unique(code(holders[:-apart][same], holders[apart:][same])))
    return decoded(np.unique(np.concatenate(found)))


def code(a: Ints, b: Ints) -> Ints:
    """Pairs as one number each, so that sets of pairs can be laid side by side."""
    return a * _HALF + b


def decoded(codes: Ints) -> Ints:
    """Such numbers as rows of two."""
    return np.stack((codes // _HALF, codes % _HALF), axis=1)


def _keys_of(held: Callable[[], Held], inside: NDArray[np.bool_] | None) -> tuple[Ints, Ints]:
    """All keys with their holders; where only some are `inside`, those keys that one of these holds."""
    wanted = None
    if inside is not None:
        some = [keys for holder, keys in held() if inside[holder]]
        wanted = np.unique(np.concatenate([np.empty(0, np.int64), *some]))
    parts: list[tuple[Ints, Ints]] = [(np.empty(0, np.int64), np.empty(0, np.int64))]
    for numbers, keys in _in_chunks(held()):
        if wanted is not None:
            places = np.searchsorted(wanted, keys)
            kept = wanted[np.minimum(places, len(wanted) - 1)] == keys if len(wanted) else np.zeros(len(keys), np.bool_)
            numbers, keys = numbers[kept], keys[kept]
        parts.append((keys, numbers))
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _in_chunks(held: Held, most: int = 5_000) -> Iterator[tuple[Ints, Ints]]:
    """Holders and keys side by side, some at a time."""
    numbers: list[int] = []
    keys: list[Ints] = []
    for number, these in held:
        numbers.append(number)
        keys.append(these)
        if len(numbers) == most:
            yield np.repeat(np.array(numbers, np.int64), [len(each) for each in keys]), np.concatenate(keys)
            numbers, keys = [], []
    if numbers:
        yield np.repeat(np.array(numbers, np.int64), [len(each) for each in keys]), np.concatenate(keys)
