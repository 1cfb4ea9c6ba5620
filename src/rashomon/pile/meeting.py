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
_LOOSE = 2_000_000  # pairs that are held before those that stand there twice are let go

Ints = NDArray[np.int64]
Turns = NDArray[np.int8]
Held = Iterable[tuple[int, Ints]]
"""Holders, by their numbers, with their keys."""
Meet = Callable[[Ints, Ints, Turns], Ints]
"""A rule: keys and their holders to pairs of these; of those that came in later blocks it need not tell."""


def blocks_of_pairs(
    arrivals: Ints,
    held: Callable[[], Held],
    meet: Meet,
    more: Ints | None = None,
    block: int = BLOCK,
    cap: int | None = None,
) -> Iterator[Ints]:
    """For each block, in the order of arrival: the pairs of holders that meet, as rows of two numbers, in order.

    `arrivals` says when each holder came, `held` goes through the keys of all, `meet` is the rule for keys and holders;
    `more` are pairs that meet whatever they hold. Of a key that more than `cap` hold `meet` need not be told.
    """
    order = np.argsort(arrivals, kind="stable")
    turn = np.empty(len(order), np.int8)
    for start in range(0, len(order), block):
        turn[order[:start]], turn[order[start : start + block]], turn[order[start + block :]] = -1, 0, 1
        yield _met(held, meet, more, turn, cap)


def _met(held: Callable[[], Held], meet: Meet, more: Ints | None, turn: Turns, cap: int | None) -> Ints:
    """The pairs of one block; what it took to find them is let go before they are compared."""
    pairs = meet(*_keys_of(held, None if not turn.any() else turn == 0, cap), turn)
    if more is not None and len(more):
        pairs = decoded(np.union1d(code(pairs[:, 0], pairs[:, 1]), code(more[:, 0], more[:, 1])))
    of_block: Ints = pairs[turn[pairs].max(axis=1, initial=-1) == 0]
    return of_block


def meet_leads(keys: Ints, holders: Ints, turn: Turns, cap: int = CAP) -> Ints:
    """The pairs that share a key held by at most `cap`, as `events.meet` finds them; those whose later is of the block.

    `turn` says for each holder whether it came in an earlier block (-1), in this one, or in a later one (1).
    """
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, np.int64)
    counts = np.diff(np.append(starts, len(keys)))
    here = np.repeat((counts > 1) & (counts <= cap), counts) & (turn[holders] <= 0)
    keys, holders = keys[here], holders[here].astype(np.int64)
    now = turn[holders] == 0
    found = [np.empty(0, np.int64)]
    for apart in range(1, cap):
        same = keys[apart:] == keys[:-apart]
        if not same.any():
            break
        same &= now[apart:] | now[:-apart]
        found.append(np.unique(code(holders[:-apart][same], holders[apart:][same])))
        if sum(map(len, found)) > 2 * len(found[0]) + _LOOSE:  # most of them over other keys too
            found = [np.unique(np.concatenate(found))]
    return decoded(np.unique(np.concatenate(found)))


def code(a: Ints, b: Ints) -> Ints:
    """Pairs as one number each, so that sets of pairs can be laid side by side."""
    return a * _HALF + b


def decoded(codes: Ints) -> Ints:
    """Such numbers as rows of two."""
    return np.stack((codes // _HALF, codes % _HALF), axis=1)


def _keys_of(held: Callable[[], Held], inside: NDArray[np.bool_] | None, cap: int | None) -> tuple[Ints, Ints]:
    """All keys with their holders; where only some are `inside`, those keys that one of these holds, by place."""
    if inside is None:
        every = list(_in_chunks(held()))
        none = np.empty(0, np.int64)
        return np.concatenate([none, *(keys for _, keys in every)]), np.concatenate([none, *(n for n, _ in every)])
    some = [keys for holder, keys in held() if inside[holder]]
    wanted = np.unique(np.concatenate([np.empty(0, np.int64), *some]))
    counts = np.zeros(len(wanted), np.int64)
    parts = [(np.empty(0, np.int32), np.empty(0, np.int32))]
    for numbers, keys in _in_chunks(held()) if len(wanted) else ():
        places = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
        kept = wanted[places] == keys
        np.add.at(counts, places[kept], 1)
        if cap is not None:
            kept &= counts[places] <= cap
        parts.append((places[kept].astype(np.int32), numbers[kept].astype(np.int32)))
    places, holders = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    few = counts[places] <= cap if cap is not None else np.ones(len(places), np.bool_)
    return places[few], holders[few]


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
