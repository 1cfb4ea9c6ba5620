"""Many values, as many at a time as one question to a database may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

TOGETHER = 500
_Value = TypeVar("_Value")


def portions(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in their order, at most `TOGETHER` at a time."""
    for start in range(0, len(values), TOGETHER):
        yield values[start : start + TOGETHER]
