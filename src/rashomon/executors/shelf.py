"""Packed records in one file, found by their numbers: what kernels ask for while they compare pairs.

A pair is two numbers; what stands behind them is read where it is needed, instead of being carried along with every
pair. Every process, and every machine of a cluster, must see the folder. An index of 16 bytes a record is mapped, not
loaded.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from rashomon.executors.columns import Ints


def shelve(folder: str | Path, records: Iterable[tuple[int, bytes]]) -> str:
    """Writes records with their numbers, no number twice, into a new folder, and gives its name."""
    folder = Path(folder)
    folder.mkdir(parents=True)
    numbers, ends = array("q"), array("q", [0])
    with (folder / "records").open("wb") as file:
        for number, record in records:
            file.write(record)
            numbers.append(number)
            ends.append(ends[-1] + len(record))
    known, places = np.frombuffer(numbers, np.int64), np.frombuffer(ends, np.int64)
    order = np.argsort(known, kind="stable")
    np.save(folder / "numbers.npy", known[order])
    np.save(folder / "places.npy", np.stack((places[:-1][order], places[1:][order]), axis=1))
    return str(folder)


class Shelf:
    """A folder that `shelve` wrote, open for reading inside a `with`."""

    def __init__(self, folder: str | Path) -> None:
        self._file = (Path(folder) / "records").open("rb", buffering=0)
        self._numbers = np.load(Path(folder) / "numbers.npy", mmap_mode="r")
        self._places = np.load(Path(folder) / "places.npy", mmap_mode="r")

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def records(self, numbers: Sequence[int] | Ints) -> Iterator[bytes]:
        """The records with these numbers, in their order. Raises `KeyError` where there is none."""
        wanted = np.asarray(numbers, np.int64)
        rows = np.searchsorted(self._numbers, wanted)
        known = rows < len(self._numbers)
        known[known] = self._numbers[rows[known]] == wanted[known]
        if not known.all():
            raise KeyError(int(wanted[~known][0]))
        for start, end in self._places[rows].tolist():
            self._file.seek(start)
            yield self._file.read(end - start)

    def record(self, number: int) -> bytes:
        """The record with this number. Raises `KeyError` where there is none."""
        return next(self.records([number]))
