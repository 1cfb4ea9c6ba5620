"""Which new report contradicts what was held: the entries of an apparatus that part the new from the old.

An entry counts where it is a contradiction or an update, a new report stands behind one reading, a report that was held
stands behind another, and neither stands behind both. Where reports that were held already disputed the point, the new
one takes a side in it; those entries come last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rashomon.model import Apparatus, Entry, Reading, Span

_GRAVE = ("contradiction", "update")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one report on a point, and the value compared, null where only the words differ."""

    document: str
    value: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry whose readings part new reports from held ones. `number` is its place in the apparatus, from 1;
    `disputed`: reports that were held already differed."""

    entry: Entry
    number: int
    new: tuple[Said, ...]
    held: tuple[Said, ...]
    disputed: bool


def find_conflicts(apparatus: Apparatus, fresh: Collection[str]) -> tuple[Conflict, ...]:
    """The conflicts between the reports with the ids `fresh` and the others, new disputes first."""
    spans = {statement.id: statement.span for statement in apparatus.statements}
    found = []
    for number, entry in enumerate(apparatus.entries, start=1):
        if entry.difference is None or entry.difference.severity not in _GRAVE:
            continue
        new, held = _sides(entry.readings, fresh)
        if new and held:
            behind = [set(reading.witnesses) - set(fresh) for reading in entry.readings]
            disputed = any(a - b and b - a for at, a in enumerate(behind) for b in behind[:at])
            said = [_said(entry.readings, side, spans) for side in (new, held)]
            found.append(Conflict(entry, number, said[0], said[1], disputed))
    return tuple(sorted(found, key=lambda conflict: (conflict.disputed, conflict.number)))


def _sides(readings: Sequence[Reading], fresh: Collection[str]) -> tuple[set[str], set[str]]:
    """The new reports that part from a held one, and the held ones that they part from."""
    new: set[str] = set()
    held: set[str] = set()
    for one in readings:
        for other in readings:
            a = {name for name in one.witnesses if name in fresh and name not in other.witnesses}
            b = {name for name in other.witnesses if name not in fresh and name not in one.witnesses}
            if one is not other and a and b:
                new |= a
                held |= b
    return new, held


def _said(readings: Iterable[Reading], side: Collection[str], spans: dict[str, Span]) -> tuple[Said, ...]:
    """What the reports of one side say, one saying a report and reading."""
    said: dict[tuple[str, str | None], Said] = {}
    for reading in readings:
        for name in reading.statements:
            span = spans[name]
            if span.document in side:
                said.setdefault((span.document, reading.value), Said(span.document, reading.value, span))
    return tuple(said.values())
