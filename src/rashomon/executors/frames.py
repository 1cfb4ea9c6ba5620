"""Daft does the work, on the cores of this machine or on a Ray cluster. Needs the extra `scale`.

Rows lie in folders of Parquet files. A kernel is a batch function over the columns; what must come together is first
dealt into buckets by a partitioned write, and bucket after bucket is grouped or joined, so that memory is bound by a
bucket and not by the pile (Daft's own group-by and join hold all rows). Every plan ends in files: a step that was done
is not done again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import count as numbers
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import cast

import daft
import pyarrow.parquet as parquet
from daft import DataFrame, DataType, Expression, Series, col, lit

from rashomon.executors.arrow import from_arrays, listed, struct_of, to_table
from rashomon.executors.columns import Columns, Form, Kernel, Rows, count

LOAD = 48_000_000
"""Bytes of compressed Parquet in a bucket, for each worker of a cluster."""
_BATCH, _LIGHT = 4_096, 131_072  # rows that a kernel sees at a time, and one that is not heavy
_KINDS = {"int": DataType.int64(), "float": DataType.float64(), "bytes": DataType.binary()}

Made = Callable[..., Expression]


class DaftExecutor:
    """Does the work with Daft on `workers` cores; with `address` (HOST:PORT) on the Ray cluster whose head is there.

    A process has one runner for good: raises `daft`'s own error where another is set already.
    """

    def __init__(self, folder: str | Path, address: str | None = None, workers: int = 2, load: int = LOAD) -> None:
        self._folder, self._workers, self._load = Path(folder), workers, load
        self._names = numbers()
        self._address = address

    def __enter__(self) -> DaftExecutor:
        if self._address is None:
            daft.set_runner_native(num_threads=self._workers)
        else:
            daft.set_runner_ray(address=self._address)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._address is not None:
            import ray

            ray.shutdown()

    def put(self, form: Form, batches: Iterable[Columns]) -> Rows:
        """Keeps columns; each batch is a file."""
        folder = self._new()
        for number, batch in enumerate(batches):
            if count(batch):
                parquet.write_table(to_table(form, batch), folder / f"{number:06d}.parquet", compression="zstd")
        return Rows(form, str(folder))

    def read(self, rows: Rows) -> Iterator[Columns]:
        """The rows, some at a time."""
        for path in _files(Path(rows.folder)):
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(_BATCH, columns=list(rows.form)):
                    yield from_arrays(rows.form, batch.columns)

    def size(self, rows: Rows) -> int:
        """The number of rows."""
        return sum(parquet.read_metadata(path).num_rows for path in _files(Path(rows.folder)))

    def map(self, kernel: Kernel, rows: Rows) -> Rows:
        """What the kernel makes of some rows at a time."""
        if not _files(Path(rows.folder)):
            return self.put(kernel.gives, [])
        made = _over_batches(kernel, rows.form, self._workers if kernel.heavy else 1)
        found = _frame(Path(rows.folder)).select(made(*map(col, rows.form)).alias("made")).explode("made")
        return self._write(kernel.gives, [found.where(col("made").not_null()).select(col("made").unnest())])

    def gather(self, kernel: Kernel, rows: Rows, by: str) -> Rows:
        """What the kernel makes of the rows, those with equal `by` together."""
        buckets = self._buckets(rows)
        dealt = self._deal(rows, by, buckets)
        made = _over_groups(kernel, rows.form)
        plans = (
            _frame(files)
            .with_column("hand", col(by).hash(seed=1) % lit(self._workers))
            .groupby("hand")
            .map_groups(made(*map(col, rows.form)).alias("made"))
            .select(col("made").unnest())
            for files in _held(dealt, buckets)
        )
        found = self._write(kernel.gives, plans)
        shutil.rmtree(dealt)
        return found

    def join(self, rows: Rows, on: str, others: Rows, by: str, adds: dict[str, str]) -> Rows:
        """The rows with columns of the other row whose `by` is their `on`."""
        buckets = max(self._buckets(rows), self._buckets(others))
        left, right = self._deal(rows, on, buckets), self._deal(others, by, buckets)
        form = {**rows.form, **{new: others.form[old] for old, new in adds.items()}}
        plans = (
            _frame(files)
            .join(
                _frame(right / files.name).select(
                    col(by).alias("beside"), *(col(old).alias(new) for old, new in adds.items())
                ),
                left_on=on,
                right_on="beside",
            )
            .select(*form)
            for files in _held(left, buckets)
            if _files(right / files.name)
        )
        found = self._write(form, plans)
        shutil.rmtree(left)
        shutil.rmtree(right)
        return found

    def together(self, *rows: Rows) -> Rows:
        """All rows of several, of one form."""
        frames = [_frame(Path(one.folder)).select(*one.form) for one in rows if _files(Path(one.folder))]
        return self._write(rows[0].form, frames)

    def drop(self, *rows: Rows) -> None:
        """Forgets rows that nobody asks for any more."""
        for one in rows:
            shutil.rmtree(one.folder)

    def _new(self) -> Path:
        folder = self._folder / f"{next(self._names):04d}"
        folder.mkdir(parents=True)
        return folder

    def _write(self, form: Form, plans: Iterable[DataFrame]) -> Rows:
        folder = self._new()
        for plan in plans:
            plan.write_parquet(str(folder), compression="zstd")
        return Rows(form, str(folder))

    def _buckets(self, rows: Rows) -> int:
        return max(1, ceil(sum(path.stat().st_size for path in _files(Path(rows.folder))) / self._load))

    def _deal(self, rows: Rows, by: str, buckets: int) -> Path:
        """A folder with a folder for each bucket, in which the rows lie that fall into it."""
        folder = self._new()
        if _files(Path(rows.folder)):
            frame = _frame(Path(rows.folder)).with_column("bucket", col(by).hash() % lit(buckets))
            frame.write_parquet(str(folder), partition_cols=["bucket"], compression="zstd")
        return folder


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet")) if folder.is_dir() else []


def _held(dealt: Path, buckets: int) -> list[Path]:
    folders = [dealt / f"bucket={bucket}" for bucket in range(buckets)]
    return [folder for folder in folders if _files(folder)]


def _frame(folder: Path) -> DataFrame:
    return daft.read_parquet(str(folder / "*.parquet"))


def _struct(form: Form) -> DataType:
    kinds: DataType = DataType.struct({name: _KINDS[kind] for name, kind in form.items()})
    return kinds


def _over_batches(kernel: Kernel, form: Form, workers: int) -> Made:
    """A Daft function for the kernel that gives a list for a row (`arrow.listed`), in so many processes of its own:
    Python works on one core a process.
    """
    kind = DataType.list(_struct(kernel.gives))

    def made(*columns: Series) -> object:
        return listed(struct_of(kernel, form, [column.to_arrow() for column in columns]), len(columns[0]))

    class OverBatches:
        @daft.method.batch(return_dtype=kind, batch_size=_BATCH)
        def made(self, *columns: Series) -> object:
            return made(*columns)

    if workers == 1:
        return cast(Made, daft.func.batch(return_dtype=kind, batch_size=_LIGHT)(made))
    return cast(Made, daft.cls(OverBatches, max_concurrency=workers, use_process=True)().made)


def _over_groups(kernel: Kernel, form: Form) -> Made:
    """A Daft function for the kernel that gives any number of rows for a group."""

    def made(*columns: Series) -> object:
        return struct_of(kernel, form, [column.to_arrow() for column in columns])

    return cast(Made, daft.func.batch(return_dtype=_struct(kernel.gives))(made))
