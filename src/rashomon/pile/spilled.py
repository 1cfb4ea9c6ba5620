"""Rows of numbers that are more than memory should hold, in a file that goes with whoever holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import TypeVar
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

ROWS = 1 << 20
"""Rows that are read together."""

Each = TypeVar("Each")


class Spilled:
    """Rows of numbers, added one portion after another and read in the same order."""

    def __init__(self, kind: np.dtype[np.void] | type[np.int64]) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it goes when this does
        finalize(self, self._file.close)
        self._kind = np.dtype(kind)
        self.size = 0

    def add(self, rows: NDArray[np.void] | NDArray[np.int64]) -> None:
        """Adds rows behind all others."""
        self._file.seek(self.size * self._kind.itemsize)
        self._file.write(rows.tobytes())
        self.size += len(rows)

    def read(self, start: int, end: int) -> NDArray[np.void]:
        """The rows from one place to another."""
        self._file.seek(start * self._kind.itemsize)
        return np.frombuffer(self._file.read((end - start) * self._kind.itemsize), self._kind)

    def parts(self) -> Iterator[NDArray[np.void]]:
        """All rows, some at a time."""
        for start in range(0, self.size, ROWS):
            yield self.read(start, min(start + ROWS, self.size))


class Dealt:
    """Rows of numbers, dealt into so many portions, each of which is read by itself."""

    def __init__(self, kind: np.dtype[np.void] | type[np.int64], portions: int) -> None:
        self._rows = Spilled(kind)
        self._none = np.empty(0, kind)
        self._numbers = np.arange(portions + 1)
        self._edges: list[NDArray[np.int64]] = []

    def add(self, rows: NDArray[np.void] | NDArray[np.int64], portion: NDArray[np.int64]) -> None:
        """Adds rows, and says which portion each belongs to."""
        order = np.argsort(portion, kind="stable")
        self._edges.append(self._rows.size + np.searchsorted(portion[order], self._numbers))
        self._rows.add(rows[order])

    def read(self, portion: int) -> NDArray[np.void]:
        """The rows of a portion, in the order in which they came."""
        some = (edges[portion : portion + 2].tolist() for edges in self._edges)
        return np.concatenate([self._none, *(self._rows.read(start, end) for start, end in some)])


def in_portions(things: Iterable[Each], most: int) -> Iterator[list[Each]]:
    """The things in their order, at most so many at a time."""
    waiting = iter(things)
    while some := list(islice(waiting, most)):
        yield some
