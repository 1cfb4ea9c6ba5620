"""One report among others: by what a user calls it, and as it stood before at its address."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from rashomon.errors import UsageError
from rashomon.store.rows import rank_of
from rashomon.store.schema import A_DAY, documents, sightings


def versions_of(connection: Connection, id: str) -> list[str]:
    """The ids of all versions of the report that a document is one of, in order of arrival."""
    c = documents.c
    address = connection.scalar(select(c.address).where(c.id == id))
    if address is None:
        return [id]
    return list(connection.scalars(select(c.id).where(c.address == address).order_by(c.arrived)))


def history(connection: Connection, id: str) -> tuple[str, list[tuple[str, str | None]]] | None:
    """The address of a report and its versions, oldest first: ids, and the moments (ISO, UTC) at which they were first
    seen, null where nobody watched. Null for a report with one version, and for a version that stands no more.
    """
    c = documents.c
    address = connection.scalar(select(c.address).where(c.id == id, c.newer.is_(None)))
    if address is None:
        return None
    rows = connection.execute(select(c.id, c.record, c.number).where(c.address == address)).all()
    if len(rows) < 2:
        return None
    ordered = sorted(rows, key=lambda row: rank_of(row.record, row.number % A_DAY))
    question = select(sightings.c.document, sightings.c.seen).where(sightings.c.document.in_([row.id for row in rows]))
    seen = {row.document: row.seen for row in connection.execute(question)}
    return address, [(row.id, _moment(seen.get(row.id))) for row in ordered]


def number_of(connection: Connection, name: str, shown: str) -> int:
    """The number of the document with this id or path, or the beginning of one such id. Raises `UsageError`."""
    c = documents.c
    for found in (c.id == name, c.path == name, c.id.startswith(name, autoescape=True)):
        numbers: list[int] = list(connection.scalars(select(c.number).where(found).limit(2)))
        if len(numbers) == 1:
            return numbers[0]
        if numbers:
            raise UsageError(f"{name}: several reports are called so; give more of the id")
    raise UsageError(f"{name}: no such report in {shown}; rashomon search finds its path")


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
