"""Which rows belong together, over columns of integers: the part of meeting and joining that fits into memory.

`met` and `settled` together are one rule over keys, the same as `copies.meeting` and `events.meeting` have for a pile
in memory: a key that few hold lets all of its holders meet; a key that more hold lets each meet the first alone, where
the two share enough such keys, or lets nobody meet. `met` sees all holders of a key, `settled` all votes for a pair.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from rashomon.executors.columns import Columns, Form, Ints, Kernel, Rows, ints, take

if TYPE_CHECKING:
    from rashomon.executors import Executor

KEYS: Form = {"key": "int", "document": "int"}
VOTES: Form = {"a": "int", "b": "int", "few": "int"}
PAIRS: Form = {"a": "int", "b": "int"}


def met(rows: Columns, most: int, enough: int | None) -> Columns:
    """For rows of `KEYS`, all of a key together, no row twice: the pairs that meet, and how many stock keys speak for
    others.

    `few` is 0 for a pair that a key of at most `most` holders lets meet; else the number of keys, held by more, that
    the two share with `a` as the first holder. Those are left out where `enough` is null.
    """
    order = np.lexsort((ints(rows, "document"), ints(rows, "key")))
    keys, holders = ints(rows, "key")[order], ints(rows, "document")[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    counts = np.diff(np.append(starts, len(keys)))
    few = np.repeat((counts > 1) & (counts <= most), counts)
    a, b = _neighbours(keys[few], holders[few], most)
    votes = np.zeros(len(a), np.int64)
    if enough is not None:
        stock = counts > most
        firsts = np.repeat(holders[starts[stock]], counts[stock])
        others = holders[np.repeat(stock, counts)]
        pairs, shared = distinct(firsts[firsts != others], others[firsts != others])
        a, b = np.append(a, pairs["a"]), np.append(b, pairs["b"])
        votes = np.append(votes, shared)
    return {"a": a, "b": b, "few": votes}


def _neighbours(keys: Ints, holders: Ints, most: int) -> tuple[Ints, Ints]:
    """Every two holders of one key, each pair once; rows lie in order."""
    a, b = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for apart in range(1, most):
        same = keys[apart:] == keys[:-apart]
        if not same.any():
            break
        a.append(holders[:-apart][same])
        b.append(holders[apart:][same])
    pairs, _ = distinct(np.concatenate(a), np.concatenate(b))
    return ints(pairs, "a"), ints(pairs, "b")


def distinct(a: Ints, b: Ints) -> tuple[Columns, Ints]:
    """The pairs, each once and in order, and how often each stood there."""
    order = np.lexsort((b, a))
    a, b = a[order], b[order]
    new = np.flatnonzero(np.append(True, (a[1:] != a[:-1]) | (b[1:] != b[:-1]))) if len(a) else np.empty(0, np.intp)
    return {"a": a[new], "b": b[new]}, np.diff(np.append(new, len(a)))


def settled(votes: Columns, enough: int) -> Columns:
    """For rows of `VOTES`, all of a pair together: the pairs that meet, each once."""
    order = np.lexsort((ints(votes, "few"), ints(votes, "b"), ints(votes, "a")))
    a, b, few = (ints(votes, name)[order] for name in ("a", "b", "few"))
    starts = np.flatnonzero(np.append(True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])))
    meets = (few[starts] == 0) | (np.add.reduceat(few, starts) >= enough)
    return {"a": a[starts][meets], "b": b[starts][meets]}


def matched(rows: Columns, on: str, others: Columns, by: str, adds: dict[str, str]) -> Columns:
    """The rows that have another row with `by` equal to their `on`, with the columns `adds` of it under new names.

    No two of the others have the same `by`; there is at least one.
    """
    order = np.argsort(ints(others, by), kind="stable")
    known, asked = ints(others, by)[order], ints(rows, on)
    places = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    found = known[places] == asked
    beside = take(others, order[places[found]])
    return take(rows, found) | {new: beside[old] for old, new in adds.items()}


def meet(executor: Executor, rows: Rows, most: int, enough: int | None, more: Rows | None = None) -> Rows:
    """The pairs of documents that meet over keys, each once: rows of `KEYS`, no row twice, to rows of `PAIRS`.

    `more` are rows of `VOTES` for pairs that meet anyway.
    """
    votes = executor.gather(Kernel(partial(met, most=most, enough=enough), VOTES), rows, "key")
    all_votes = votes + more if more is not None else votes
    pairs = executor.gather(Kernel(partial(settled, enough=enough or 1), PAIRS), all_votes, "a")
    executor.drop(votes)
    return pairs
