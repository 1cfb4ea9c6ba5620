"""The same work on one core, on several, on Daft, or on a cluster: which copies and groups a whole pile holds.

`Executor` says what can be done with rows: a kernel over them, a kernel over those that belong together, a join;
meeting over keys (`matching`) and connected components (`stars`) are made of these. `LocalExecutor` does it in one
process or several, with the standard library and numpy; `DaftExecutor` (the extra `scale`) by Daft's plans over Parquet
files, on this machine or on a Ray cluster. Rows go from one step to the next on disk, so a pile may be larger than
memory. What comes out is the same set of rows, however it was done; who shows it puts it in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from rashomon.errors import UsageError
from rashomon.executors.columns import Columns, Form, Kernel, Rows
from rashomon.executors.local import LocalExecutor

__all__ = ["Columns", "Executor", "Form", "Kernel", "LocalExecutor", "Rows", "executor"]


class Executor(Protocol):
    """What can be done with rows, wherever it is done. Rows come out in no particular order."""

    def __enter__(self) -> Self:
        """Ready to work until the `with` ends."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Lets go of processes and connections."""

    def put(self, form: Form, batches: Iterable[Columns]) -> Rows:
        """Keeps columns; a batch is what a kernel will see at once."""

    def read(self, rows: Rows, *names: str) -> Iterator[Columns]:
        """The rows, some at a time; only the columns named, where any are."""

    def size(self, rows: Rows) -> int:
        """The number of rows."""

    def map(self, kernel: Kernel, rows: Rows) -> Rows:
        """What a kernel makes of the rows, whichever of them it sees at a time."""

    def gather(self, kernel: Kernel, rows: Rows, by: str) -> Rows:
        """What a kernel makes of the rows, where those with equal `by` are in one call, perhaps with others."""

    def join(self, rows: Rows, on: str, others: Rows, by: str, adds: dict[str, str]) -> Rows:
        """The rows with columns of the other row whose `by` is their `on`; no two others have one `by`."""

    def drop(self, *rows: Rows) -> None:
        """Forgets rows that nobody asks for any more."""


def executor(name: str, folder: str | Path) -> Executor:
    """The executor a name stands for: `serial`, `processes` or `processes:N`, `daft`, `ray:HOST:PORT`.

    `folder` is where rows are kept between the steps; every machine of a cluster must see it under this name. Raises
    `UsageError` for another name, or where the extra `scale` is not installed.
    """
    kind, _, rest = name.partition(":")
    if kind == "serial" and not rest:
        return LocalExecutor(folder)
    if kind == "processes" and (not rest or rest.isdecimal()):
        return LocalExecutor(folder, int(rest or 2))
    if name == "daft":
        return _daft(folder, None)
    if kind == "ray" and rest:
        return _daft(folder, rest)
    raise UsageError(f"{name}: no such executor; there are serial, processes[:N], daft and ray:HOST:PORT")


def _daft(folder: str | Path, address: str | None) -> Executor:
    os.environ["DO_NOT_TRACK"] = "1"  # Daft tells its makers that it was imported, otherwise
    os.environ["DAFT_PROGRESS_BAR"] = "0"
    try:
        from rashomon.executors.frames import DaftExecutor
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is not installed: pip install 'rashomon[scale]'") from error
    return DaftExecutor(folder, address)
