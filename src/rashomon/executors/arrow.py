"""A kernel over Arrow: columns from arrays, and a struct of what the kernel gives. Needs the extra `scale`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from rashomon.executors.columns import Column, Columns, Form, Kernel, count, empty

_KINDS = {"int": pa.int64(), "float": pa.float64(), "bytes": pa.large_binary()}


def schema(form: Form) -> pa.Schema:
    """The Arrow schema of rows of this form."""
    return pa.schema([pa.field(name, _KINDS[kind]) for name, kind in form.items()])


def to_table(form: Form, columns: Columns) -> pa.Table:
    """Columns as an Arrow table."""
    return pa.table([_array(columns[name], kind) for name, kind in form.items()], schema=schema(form))


def from_arrays(form: Form, arrays: Sequence[pa.Array | pa.ChunkedArray]) -> Columns:
    """Columns from Arrow arrays, in the order of the form."""
    return {name: _column(array, kind) for (name, kind), array in zip(form.items(), arrays, strict=True)}


def struct_of(kernel: Kernel, form: Form, arrays: Sequence[pa.Array]) -> pa.StructArray:
    """What the kernel makes of rows that stand in these arrays."""
    columns = from_arrays(form, arrays)
    found = kernel.call(columns) if count(columns) else empty(kernel.gives)
    parts = [_array(found[name], kind) for name, kind in kernel.gives.items()]
    return pa.StructArray.from_arrays(parts, fields=list(schema(kernel.gives)))


def listed(struct: pa.StructArray, rows: int) -> pa.LargeListArray:
    """All the structs as the list of the first of so many rows, with nothing beside the others.

    An engine that wants a value for each row it gave gets one, and unfolds them to any number of rows.
    """
    offsets = np.full(rows + 1, len(struct), np.int64)
    offsets[0] = 0
    return pa.LargeListArray.from_arrays(pa.array(offsets), struct)


def _array(column: Column, kind: str) -> pa.Array:
    return pa.array(column, type=_KINDS[kind])


def _column(array: pa.Array | pa.ChunkedArray, kind: str) -> Column:
    if kind == "bytes":
        held: list[bytes] = array.to_pylist()
        return held
    return np.array(array.to_numpy(zero_copy_only=False) if isinstance(array, pa.Array) else array.to_numpy())
