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


def in_portions(things: Iterable[Each], most: int) -> Iterator[list[Each]]:
    """The things in their order, at most so many at a time."""
    waiting = iter(things)
    while some := list(islice(waiting, most)):
        yield some
