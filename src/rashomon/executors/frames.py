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

LOAD = 32_000_000
"""Bytes of a bucket, as numbers lie in memory; a kernel takes up to ten times as much."""
_BATCH, _LIGHT = 4_096, 131_072  # rows that a kernel sees at a time, and one that is not heavy
_MORSEL, _ROW_GROUP = 32_768, 8_000_000  # rows, bytes
_KINDS = {"int": DataType.int64(), "float": DataType.float64(), "bytes": DataType.binary()}

_THERE = {"DO_NOT_TRACK": "1", "DAFT_PROGRESS_BAR": "0"}  # what holds in the processes of a cluster
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
            import ray

            ray.init(self._address, log_to_driver=False, runtime_env={"env_vars": _THERE})
            daft.set_runner_ray(address=self._address, noop_if_initialized=True)
        daft.set_execution_config(  # all of these are what is held at a time
            scantask_max_parallel=self._workers,
            default_morsel_size=_MORSEL,
            parquet_target_row_group_size=_ROW_GROUP,
            parquet_target_filesize=8 * _ROW_GROUP,
        )
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
        return Rows(form, (str(folder),))

    def read(self, rows: Rows, *names: str) -> Iterator[Columns]:
        """The rows, some at a time."""
        form = {name: rows.form[name] for name in names or rows.form}
        for path in _files(*rows.folders):
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(_LIGHT, columns=list(form)):
                    yield from_arrays(form, batch.columns)

    def size(self, rows: Rows) -> int:
        """The number of rows."""
        return sum(parquet.read_metadata(path).num_rows for path in _files(*rows.folders))

    def map(self, kernel: Kernel, rows: Rows) -> Rows:
        """What the kernel makes of some rows at a time."""
        if not _files(*rows.folders):
            return self.put(kernel.gives, [])
        made = _over_batches(kernel, rows.form, self._workers if kernel.heavy else 1)
        found = _frame(*rows.folders).select(made(*map(col, rows.form)).alias("made")).explode("made")
        return self._write(kernel.gives, [found.where(col("made").not_null()).select(col("made").unnest())])

    def gather(self, kernel: Kernel, rows: Rows, by: str) -> Rows:
        """What the kernel makes of the rows, those with equal `by` together."""
        made = _over_groups(kernel, rows.form)
        buckets = self._dealt(rows, by, self._buckets(rows))
        plans = (
            _frame(*folders)
            .with_column("hand", col(by).hash(seed=1) % lit(self._workers))
            .groupby("hand")
            .map_groups(made(*map(col, rows.form)).alias("made"))
            .select(col("made").unnest())
            for folders in buckets
            if _files(*folders)
        )
        found = self._write(kernel.gives, plans)
        self._forget(rows, buckets)
        return found

    def join(self, rows: Rows, on: str, others: Rows, by: str, adds: dict[str, str]) -> Rows:
        """The rows with columns of the other row whose `by` is their `on`.

        Others that fit into memory are held, and the rows go by; else both are dealt.
        """
        buckets = self._buckets(others, by, *adds)
        left, right = self._dealt(rows, on, buckets), self._dealt(others, by, buckets)
        form = {**rows.form, **{new: others.form[old] for old, new in adds.items()}}
        wanted = [col(by).alias("beside"), *(col(old).alias(new) for old, new in adds.items())]
        plans = (
            _frame(*some).join(_frame(*beside).select(*wanted), left_on=on, right_on="beside").select(*form)
            for some, beside in zip(left, right, strict=True)
            if _files(*some) and _files(*beside)
        )
        found = self._write(form, plans)
        self._forget(rows, left)
        self._forget(others, right)
        return found

    def drop(self, *rows: Rows) -> None:
        """Forgets rows that nobody asks for any more."""
        for one in rows:
            for folder in one.folders:
                shutil.rmtree(folder)

    def _new(self) -> Path:
        folder = self._folder / f"{next(self._names):04d}"
        folder.mkdir(parents=True)
        return folder

    def _write(self, form: Form, plans: Iterable[DataFrame]) -> Rows:
        folder = self._new()
        for plan in plans:
            plan.write_parquet(str(folder), compression="zstd")
        return Rows(form, (str(folder),))

    def _buckets(self, rows: Rows, *names: str) -> int:
        form = {name: rows.form[name] for name in names or rows.form}
        return max(1, ceil(sum(_weight(path, form) for path in _files(*rows.folders)) / self._load))

    def _dealt(self, rows: Rows, by: str, buckets: int) -> list[tuple[str, ...]]:
        """The folders of each bucket, in which the rows lie that fall into it; a single bucket is where they are."""
        if buckets == 1:
            return [rows.folders]
        folder = self._new()
        if _files(*rows.folders):
            frame = _frame(*rows.folders).with_column("bucket", col(by).hash() % lit(buckets))
            frame.write_parquet(str(folder), partition_cols=["bucket"], compression="zstd")
        return [(str(folder / f"bucket={bucket}"),) for bucket in range(buckets)]

    def _forget(self, rows: Rows, buckets: list[tuple[str, ...]]) -> None:
        if buckets != [rows.folders]:
            shutil.rmtree(Path(buckets[0][0]).parent)


def _files(*folders: str) -> list[Path]:
    return [path for folder in folders if Path(folder).is_dir() for path in sorted(Path(folder).glob("*.parquet"))]


def _weight(path: Path, form: Form) -> int:
    """About how many bytes these columns of a file take in memory: a number eight, and what is packed as it is."""
    known = parquet.read_metadata(path)
    columns = [known.row_group(g).column(c) for g in range(known.num_row_groups) for c in range(known.num_columns)]
    packed = [each for each in columns if form.get(each.path_in_schema) == "bytes"]
    inside: int = sum(each.total_uncompressed_size for each in packed)
    numbers: int = 8 * known.num_rows * len(form)
    return inside + numbers


def _frame(*folders: str) -> DataFrame:
    return daft.read_parquet([str(path) for path in _files(*folders)])


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
