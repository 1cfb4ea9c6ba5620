"""Rows as columns, and what is done to them: the one form in which every executor hands rows to a kernel.

A kernel is a pure function from columns to columns that knows nothing of where it runs. Integers are signed 64-bit
numbers, so that keys, documents and pairs lie in memory as they lie on disk; all else is bytes, packed by who made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Column = Ints | Floats | list[bytes]
Columns = dict[str, Column]
"""Columns of one length, by name."""
Form = Mapping[str, str]
"""The columns that rows have, in order, by name: `int`, `float` or `bytes`."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """A function from columns to columns, and the form of what it gives; the number of rows may differ.

    `call` must be a function of a module, or a `partial` of one, so that another process can find it. It is never asked
    about no rows. `heavy` is one that takes long in Python, so that it is worth a process of its own.
    """

    call: Callable[[Columns], Columns] | partial[Columns]
    gives: Form
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that lie in folders, in the format of the executor that put them there."""

    form: Form
    folders: tuple[str, ...]

    def __add__(self, other: Rows) -> Rows:
        """The rows of both, which have one form."""
        return Rows(self.form, self.folders + other.folders)


def ints(columns: Columns, name: str) -> Ints:
    """A column of integers."""
    column = columns[name]
    assert isinstance(column, np.ndarray)
    return column.astype(np.int64, copy=False)


def floats(columns: Columns, name: str) -> Floats:
    """A column of floats."""
    column = columns[name]
    assert isinstance(column, np.ndarray)
    return column.astype(np.float64, copy=False)


def contents(columns: Columns, name: str) -> list[bytes]:
    """A column of bytes."""
    column = columns[name]
    assert isinstance(column, list)
    return column


def count(columns: Columns) -> int:
    """The number of rows."""
    return len(next(iter(columns.values())))


def empty(form: Form) -> Columns:
    """No rows, of this form."""
    return {name: _column((), kind) for name, kind in form.items()}


def from_rows(form: Form, rows: Iterable[tuple[object, ...]]) -> Columns:
    """Columns of this form from tuples."""
    parts = list(zip(*rows, strict=True))
    if not parts:
        return empty(form)
    return {name: _column(part, kind) for (name, kind), part in zip(form.items(), parts, strict=True)}


def to_rows(columns: Columns) -> Iterator[tuple[object, ...]]:
    """The rows as tuples of plain integers, floats and bytes."""
    return zip(*(column if isinstance(column, list) else column.tolist() for column in columns.values()), strict=True)


def take(columns: Columns, places: NDArray[np.intp] | NDArray[np.bool_]) -> Columns:
    """The rows at these places, or those that are marked."""
    numbers = np.flatnonzero(places) if places.dtype == np.bool_ else places
    return {
        name: [column[place] for place in numbers.tolist()] if isinstance(column, list) else column[numbers]
        for name, column in columns.items()
    }


def joined(form: Form, parts: Iterable[Columns]) -> Columns:
    """All rows of all parts, one after another."""
    held = [part for part in parts if count(part)]
    if len(held) == 1:
        return held[0]
    together: Columns = {}
    for name, kind in form.items():
        columns = [part[name] for part in held]
        if kind == "bytes":
            together[name] = [content for column in columns for content in column]
        else:
            together[name] = (
                np.concatenate([np.asarray(column) for column in columns]) if columns else _column((), kind)
            )
    return together


def in_batches(form: Form, rows: Iterable[tuple[object, ...]], most: int) -> Iterator[Columns]:
    """Tuples as columns, at most so many rows at a time."""
    held: list[tuple[object, ...]] = []
    for row in rows:
        held.append(row)
        if len(held) == most:
            yield from_rows(form, held)
            held = []
    if held:
        yield from_rows(form, held)


def in_parts(columns: Columns, most: int) -> Iterator[Columns]:
    """The rows, at most so many at a time."""
    for start in range(0, count(columns), most):
        yield {name: column[start : start + most] for name, column in columns.items()}


def bucket_of(numbers: Ints, buckets: int) -> Ints:
    """Which of so many buckets a number falls into: by its mixed bits, the same on every machine."""
    mixed = numbers.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    return (mixed % np.uint64(buckets)).astype(np.int64)


def _column(values: Iterable[object], kind: str) -> Column:
    if kind == "bytes":
        return [value for value in values if isinstance(value, bytes)]
    if kind == "int":
        return np.array(list(values), dtype=np.int64)
    return np.array(list(values), dtype=np.float64)
