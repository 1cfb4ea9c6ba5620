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
from rashomon.pile.spilled import Spilled, in_portions

BLOCK = 20_000
"""Holders of a block."""
_HALF = np.int64(1 << 32)
_KEY = np.dtype([("key", "<i8"), ("holder", "<i4")])
_AT_ONCE = 5_000  # holders
_LOOSE = 2_000_000  # pairs that are held before those that stand there twice are let go

Ints = NDArray[np.int64]
Turns = NDArray[np.int8]
Held = Iterable[tuple[int, Ints]]
"""Holders, by their numbers, with their keys."""
Meet = Callable[[Ints, Ints, Turns], Ints]
"""A rule: keys and their holders to pairs of these; of those that came in later blocks it need not tell."""


def blocks_of_pairs(
    arrivals: Ints,
    held: Held,
    meet: Meet,
    more: Ints | None = None,
    block: int = BLOCK,
    cap: int | None = None,
) -> Iterator[Ints]:
    """For each block, in the order of arrival: the pairs of holders that meet, as rows of two numbers, in order.

    `arrivals` says when each holder came, `held` goes through the keys of all, `meet` is the rule for keys and holders;
    `more` are pairs that meet whatever they hold. Of a key that more than `cap` hold `meet` need not be told.
    """
    rows = _spilled(held)
    order = np.argsort(arrivals, kind="stable")
    turn = np.empty(len(order), np.int8)
    for start in range(0, len(order), block):
        turn[order[:start]], turn[order[start : start + block]], turn[order[start + block :]] = -1, 0, 1
        yield _met(rows, meet, more, turn, cap)


def _met(rows: Spilled, meet: Meet, more: Ints | None, turn: Turns, cap: int | None) -> Ints:
    """The pairs of one block; what it took to find them is let go before they are compared."""
    pairs = meet(*_keys_of(rows, None if not turn.any() else turn == 0, cap), turn)
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


def _spilled(held: Held) -> Spilled:
    """All keys with their holders, in a file."""
    rows = Spilled(_KEY)
    for some in in_portions(held, _AT_ONCE):
        made = np.empty(sum(len(keys) for _, keys in some), _KEY)
        made["key"] = np.concatenate([keys for _, keys in some])
        made["holder"] = np.repeat([holder for holder, _ in some], [len(keys) for _, keys in some])
        rows.add(made)
    return rows


def _keys_of(rows: Spilled, inside: NDArray[np.bool_] | None, cap: int | None) -> tuple[Ints, Ints]:
    """All keys with their holders; where only some are `inside`, those keys that one of these holds, by place."""
    if inside is None:
        every = rows.read(0, rows.size)
        return every["key"], every["holder"]
    some = [part["key"][inside[part["holder"]]] for part in rows.parts()]
    wanted = np.unique(np.concatenate([np.empty(0, np.int64), *some]))
    counts = np.zeros(len(wanted), np.int64)
    parts = [(np.empty(0, np.int32), np.empty(0, np.int32))]
    for part in rows.parts() if len(wanted) else ():
        places = np.minimum(np.searchsorted(wanted, part["key"]), len(wanted) - 1)
        kept = wanted[places] == part["key"]
        counts += np.bincount(places[kept], minlength=len(wanted))
        if cap is not None:
            kept &= counts[places] <= cap
        parts.append((places[kept].astype(np.int32), part["holder"][kept]))
    places, holders = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    few = counts[places] <= cap if cap is not None else np.ones(len(places), np.bool_)
    return places[few], holders[few]
