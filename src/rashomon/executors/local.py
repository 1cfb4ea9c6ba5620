"""One machine without more libraries: in this process, or in several.

Rows lie in files of pickled columns, a few thousand rows a part; a kernel sees a part at a time. What must come
together is first dealt into buckets, files of rows whose column falls into one bucket, of a size that fits into memory;
then each bucket is a task. Memory is bound by a bucket for each worker, whatever the size of the pile.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import count as numbers
from itertools import pairwise
from math import ceil
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeVar

import numpy as np

from rashomon.executors.columns import Columns, Form, Kernel, Rows, bucket_of, count, ints, joined, take
from rashomon.executors.matching import matched

LOAD = 64_000_000
"""Bytes on disk of a bucket."""

Task = TypeVar("Task")


class LocalExecutor:
    """Does the work with `workers` processes, 1 for none but this, and keeps rows in `folder`."""

    def __init__(self, folder: str | Path, workers: int = 1, load: int = LOAD) -> None:
        self._folder, self._workers, self._load = Path(folder), workers, load
        self._names = numbers()
        self._pool = get_context("spawn").Pool(workers) if workers > 1 else None

    def __enter__(self) -> LocalExecutor:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()

    def put(self, form: Form, batches: Iterable[Columns]) -> Rows:
        """Keeps columns; each batch is a part."""
        folder = self._new()
        for number, batch in enumerate(batches):
            with (folder / f"{number:06d}").open("wb") as file:
                _append(file, batch)
        return Rows(form, (str(folder),))

    def read(self, rows: Rows, *names: str) -> Iterator[Columns]:
        """The rows, some at a time."""
        for columns in _read(*_parts(rows)):
            yield {name: columns[name] for name in names or rows.form}

    def size(self, rows: Rows) -> int:
        """The number of rows."""
        return sum(count(columns) for columns in self.read(rows))

    def map(self, kernel: Kernel, rows: Rows) -> Rows:
        """What the kernel makes of each part."""
        folder = self._new()
        tasks = [(part, folder / f"{number:06d}") for number, part in enumerate(_parts(rows))]
        self._each(partial(_map, kernel), tasks)
        return Rows(kernel.gives, (str(folder),))

    def gather(self, kernel: Kernel, rows: Rows, by: str) -> Rows:
        """What the kernel makes of the rows, those with equal `by` together in one call."""
        folder, buckets = self._new(), self._buckets(rows)
        dealt = self._deal(rows, by, buckets)
        tasks = [(dealt / f"{bucket:05d}", folder / f"{bucket:05d}") for bucket in range(buckets)]
        self._each(partial(_gather, kernel, rows.form), tasks)
        self._forget(dealt)
        return Rows(kernel.gives, (str(folder),))

    def join(self, rows: Rows, on: str, others: Rows, by: str, adds: dict[str, str]) -> Rows:
        """The rows with columns of the other row whose `by` is their `on` (`matched`)."""
        folder, buckets = self._new(), max(self._buckets(rows), self._buckets(others))
        left, right = self._deal(rows, on, buckets), self._deal(others, by, buckets)
        names = [f"{bucket:05d}" for bucket in range(buckets)]
        work = partial(_join, rows.form, on, others.form, by, adds)
        self._each(work, [(left / name, right / name, folder / name) for name in names])
        self._forget(left)
        self._forget(right)
        return Rows({**rows.form, **{new: others.form[old] for old, new in adds.items()}}, (str(folder),))

    def drop(self, *rows: Rows) -> None:
        """Forgets rows that nobody asks for any more."""
        for one in rows:
            for folder in one.folders:
                self._forget(Path(folder))

    def _new(self) -> Path:
        folder = self._folder / f"{next(self._names):04d}"
        folder.mkdir(parents=True)
        return folder

    def _buckets(self, rows: Rows) -> int:
        return max(1, ceil(sum(part.stat().st_size for part in _parts(rows)) / self._load))

    def _deal(self, rows: Rows, by: str, buckets: int) -> Path:
        """A folder with a folder for each bucket, in which the rows lie that fall into it."""
        folder = self._new()
        for bucket in range(buckets):
            (folder / f"{bucket:05d}").mkdir()
        parts = _parts(rows)
        hands = min(len(parts), self._workers)
        self._each(partial(_deal, by, buckets, folder), [(parts[hand::hands], f"{hand:06d}") for hand in range(hands)])
        return folder

    def _each(self, work: Callable[[Task], None], tasks: list[Task]) -> None:
        if self._pool is None:
            for task in tasks:
                work(task)
            return
        for _ in self._pool.imap_unordered(work, tasks):
            pass

    def _forget(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        folder.rmdir()


def _parts(rows: Rows) -> list[Path]:
    return [part for folder in rows.folders for part in sorted(Path(folder).iterdir())]


def _read(*parts: Path) -> Iterator[Columns]:
    for part in parts:
        with part.open("rb") as file:
            while file.peek(1):
                yield pickle.load(file)


def _append(file: BinaryIO, columns: Columns) -> None:
    if count(columns):
        pickle.dump(columns, file, pickle.HIGHEST_PROTOCOL)


def _map(kernel: Kernel, task: tuple[Path, Path]) -> None:
    source, target = task
    with target.open("wb") as file:
        for columns in _read(source):
            _append(file, kernel.call(columns))


def _deal(by: str, buckets: int, folder: Path, task: tuple[list[Path], str]) -> None:
    """Deals the rows of some parts; each bucket gets a file of this task's own."""
    parts, name = task
    with ExitStack() as stack:
        files = [stack.enter_context((folder / f"{bucket:05d}" / name).open("wb")) for bucket in range(buckets)]
        for columns in _read(*parts):
            home = bucket_of(ints(columns, by), buckets)
            order = np.argsort(home, kind="stable")
            edges = np.searchsorted(home[order], np.arange(buckets + 1))
            for bucket, (start, end) in enumerate(pairwise(edges.tolist())):
                if start < end:
                    _append(files[bucket], take(columns, order[start:end]))


def _gather(kernel: Kernel, form: Form, task: tuple[Path, Path]) -> None:
    source, target = task
    columns = joined(form, _read(*sorted(source.iterdir())))
    with target.open("wb") as file:
        if count(columns):
            _append(file, kernel.call(columns))


def _join(form: Form, on: str, other: Form, by: str, adds: dict[str, str], task: tuple[Path, Path, Path]) -> None:
    left, right, target = task
    others = joined(other, _read(*sorted(right.iterdir())))
    with target.open("wb") as file:
        for columns in _read(*sorted(left.iterdir())) if count(others) else ():
            _append(file, matched(columns, on, others, by, adds))
