"""What hangs together over pairs, also when the pairs do not fit into memory.

In memory by labels that sink; beyond it by turning the pairs into stars, in which every number is paired with the
least of its component: each number tells its larger neighbours of its least one, then its smaller ones, in turn, until
nothing changes (R. Kiveris and others, "Connected components in MapReduce and beyond", 2014; the rounds grow with the
logarithm of the largest component).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from rashomon.executors.columns import Columns, Form, Ints, Kernel, Rows, bucket_of, count, in_parts, ints, joined, take
from rashomon.executors.matching import PAIRS, distinct

if TYPE_CHECKING:
    from rashomon.executors import Executor

COMPONENTS: Form = {"node": "int", "first": "int", "size": "int"}
IN_MEMORY = 100_000_000
"""Pairs up to which components are found in memory; what stands in them takes 32 bytes each."""
_LARGE = 500_000  # rows looked at together
_WHOLE = 1 << 40
_PRINT: Form = {"rows": "int", "print": "int"}


def components(executor: Executor, pairs: Rows, nodes: Rows | None = None, in_memory: int = IN_MEMORY) -> Rows:
    """Each number that stands in a pair (columns `a` and `b`) or in the first column of `nodes`, with the least number
    it hangs together with, and how many hang together: rows of `COMPONENTS`.
    """
    if executor.size(pairs) <= in_memory:
        found = _sunk(executor, pairs, nodes)
        return executor.put(COMPONENTS, in_parts(found, _LARGE))
    both = executor.map(Kernel(_downward, PAIRS), pairs)
    rows = executor.gather(Kernel(_small_star, PAIRS), both, "a")
    executor.drop(both)
    before = None
    while (now := _print(executor, rows)) != before:
        before = now
        both = executor.map(Kernel(_both_ways, PAIRS), rows)
        large = executor.gather(Kernel(_large_star, PAIRS), both, "a")
        small = executor.gather(Kernel(_small_star, PAIRS), large, "a")
        executor.drop(rows, both, large)
        rows = small
    ends = executor.map(Kernel(_with_centres, PAIRS), rows)
    alone = executor.map(Kernel(_with_themselves, PAIRS), pairs)
    if nodes is not None:
        alone += executor.map(Kernel(_alone, PAIRS), nodes)
    single = executor.gather(Kernel(_leaves, PAIRS), ends + alone, "a")
    named = executor.gather(Kernel(_sized, COMPONENTS), single, "b")
    executor.drop(rows, ends, alone, single)
    return named


def _sunk(executor: Executor, pairs: Rows, more: Rows | None) -> Columns:
    """The components of pairs that are gone through twice: what stands in them is in memory, the pairs are not."""
    nodes = np.empty(0, np.int64)
    if more is not None:
        (name, *_) = more.form
        nodes = np.unique(np.concatenate([nodes, *(ints(columns, name) for columns in executor.read(more, name))]))
    for some in _in_large(executor.read(pairs, "a", "b")):
        nodes = np.unique(np.concatenate((nodes, ints(some, "a"), ints(some, "b"))))
    least = np.arange(len(nodes), dtype=np.int64)
    for some in _in_large(executor.read(pairs, "a", "b")):
        found = firsts({name: least[np.searchsorted(nodes, ints(some, name))] for name in ("a", "b")})
        sunk = np.arange(len(nodes), dtype=np.int64)
        sunk[found["node"]] = found["first"]
        least = sunk[least]
    return {"node": nodes, "first": nodes[least], "size": np.bincount(least, minlength=len(nodes))[least]}


def _in_large(batches: Iterable[Columns]) -> Iterator[Columns]:
    held: list[Columns] = []
    for batch in batches:
        held.append(batch)
        if sum(map(count, held)) >= _LARGE:
            yield joined(PAIRS, held)
            held = []
    if held:
        yield joined(PAIRS, held)


def firsts(ties: Columns) -> dict[str, Ints]:
    """The components of pairs: each number that stands in one, and the least it hangs together with.

    Labels sink to the least neighbour and are shortened on the way (Y. Shiloach and U. Vishkin, "An O(log n) parallel
    connectivity algorithm", 1982).
    """
    nodes, ends = np.unique(np.concatenate((ints(ties, "a"), ints(ties, "b"))), return_inverse=True)
    one, other = ends[: len(ends) // 2], ends[len(ends) // 2 :]
    least = np.arange(len(nodes))
    while True:
        before = least.copy()
        low = np.minimum(before[one], before[other])
        for end in (one, other):
            np.minimum.at(least, before[end], low)
        while not np.array_equal(shorter := least[least], least):
            least = shorter
        if np.array_equal(before, least):
            return {"node": nodes, "first": nodes[least]}


def _downward(rows: Columns) -> Columns:
    a, b = ints(rows, "a"), ints(rows, "b")
    return {"a": np.maximum(a, b), "b": np.minimum(a, b)}


def _both_ways(rows: Columns) -> Columns:
    a, b = ints(rows, "a"), ints(rows, "b")
    return {"a": np.append(a, b), "b": np.append(b, a)}


def _large_star(rows: Columns) -> Columns:
    """Every larger neighbour is paired with the least of a number and its neighbours."""
    a, b, least = _least(rows)
    larger = b > a
    return distinct(b[larger], np.minimum(a, least)[larger])[0]


def _small_star(rows: Columns) -> Columns:
    """A number and its neighbours, all smaller than it, are paired with the least of them."""
    a, b, least = _least(rows)
    others = b != least
    return distinct(np.append(b[others], a), np.append(least[others], least))[0]


def _least(rows: Columns) -> tuple[Ints, Ints, Ints]:
    """The pairs in order, and beside each the least neighbour of its first number."""
    pairs, _ = distinct(ints(rows, "a"), ints(rows, "b"))
    a, b = ints(pairs, "a"), ints(pairs, "b")
    starts = np.flatnonzero(np.append(True, a[1:] != a[:-1]))
    return a, b, np.repeat(b[starts], np.diff(np.append(starts, len(a))))


def _with_centres(rows: Columns) -> Columns:
    a, b = ints(rows, "a"), ints(rows, "b")
    centres = np.unique(b)
    return {"a": np.append(a, centres), "b": np.append(b, centres)}


def _with_themselves(rows: Columns) -> Columns:
    return take({"a": rows["a"], "b": rows["b"]}, ints(rows, "a") == ints(rows, "b"))


def _alone(rows: Columns) -> Columns:
    (name, *_) = rows
    return {"a": ints(rows, name), "b": ints(rows, name)}


def _leaves(rows: Columns) -> Columns:
    """Each number with its centre, which is the least it is paired with."""
    a, _, least = _least(rows)
    new = np.append(True, a[1:] != a[:-1])
    return {"a": a[new], "b": least[new]}


def _sized(rows: Columns) -> Columns:
    _, places, counts = np.unique(ints(rows, "b"), return_inverse=True, return_counts=True)
    return {"node": rows["a"], "first": rows["b"], "size": counts[places].astype(np.int64)}


def _print(executor: Executor, rows: Rows) -> tuple[int, int]:
    """The number of pairs and a sum over them: equal when nothing changed."""
    prints = executor.map(Kernel(_summed, _PRINT), rows)
    size = total = 0
    for columns in executor.read(prints):
        size += int(ints(columns, "rows").sum())
        total += sum(ints(columns, "print").tolist())
    executor.drop(prints)
    return size, total % _WHOLE


def _summed(rows: Columns) -> Columns:
    a, b = ints(rows, "a"), ints(rows, "b")
    mixed = bucket_of(a, _WHOLE) ^ bucket_of(b + 1, _WHOLE)
    return {"rows": np.array([len(a)]), "print": np.array([mixed.sum() % _WHOLE])}
