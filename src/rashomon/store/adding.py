"""New documents into the tables: a batch is one change, whole or not at all.

A document that is there already (the same id) changes nothing, but a new path of it is noted. A document with the
address of another is a version of it: all are kept, and `newer` of the others names the one that stands for the report
now: a whole report before an excerpt, then the latest published, then the latest to arrive. A page fetched again whose
text did not change is no version; its path is noted with the one that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from rashomon.model import Document
from rashomon.store.marks import mark, set_mark
from rashomon.store.portions import portions
from rashomon.store.rows import LONGEST, accepted, address_of, day_of, rank_of, to_row
from rashomon.store.schema import A_DAY, documents, leads, names, paths, problems, sketches


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with what is kept beside it: its sketch, its leads (range and bytes), the forms of its names, and its
    words as they are searched, with a blank between them.
    """

    document: Document
    sketch: bytes
    leads: tuple[tuple[int, int, bytes], ...]
    names: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch: ids of the new documents, how many were there already, and which reports were altered:
    the id of the version that stood for the report before, and of the new one.
    """

    new: tuple[str, ...] = ()
    known: int = 0
    altered: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Version:
    number: int
    id: str
    record: str
    text: str
    newer: int | None


@dataclass(slots=True)
class _Batch:
    rows: list[dict[str, Any]] = field(default_factory=list)
    beside: list[tuple[int, str]] = field(default_factory=list)
    superseded: dict[int, int] = field(default_factory=dict)
    altered: list[tuple[str, str]] = field(default_factory=list)


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of those documents that are in the store."""
    found: dict[str, int] = {}
    for some in portions(sorted(set(ids))):
        question = select(documents.c.id, documents.c.number).where(documents.c.id.in_(some))
        found.update((row.id, row.number) for row in connection.execute(question))
    return found


def keep(connection: Connection, batch: Sequence[Kept]) -> Added:
    """Adds the documents of a batch, in their order."""
    there = numbers_of(connection, (kept.document.id for kept in batch))
    versions = _versions(connection, batch)
    arrived = int(mark(connection, "arrived") or 0)
    made = _Batch()
    new: list[Kept] = []
    for kept in batch:
        document = kept.document
        if document.id in there:
            made.beside += [(there[document.id], path) for path in (document.path, *document.also)]
            continue
        row = to_row(document)
        day = day_of(document)
        number = (day.toordinal() if day else 0) * A_DAY + arrived + 1
        same = _place(versions, row, number, made)
        if same is not None:
            there[document.id] = same
            made.beside.append((same, document.path))
            continue
        arrived += 1
        there[document.id] = number
        made.rows.append({**row, "number": number, "arrived": arrived, "newer": None})
        made.beside += [(number, path) for path in document.also]
        new.append(kept)
    _write(connection, made, new, there)
    set_mark(connection, "arrived", arrived)
    return Added(tuple(kept.document.id for kept in new), len(batch) - len(new), tuple(made.altered))


def keep_problems(connection: Connection, found: Iterable[tuple[str, str]]) -> None:
    """Notes what could not be read, and why, each once."""
    rows = [(accepted(path)[:LONGEST], accepted(reason)[:LONGEST]) for path, reason in dict.fromkeys(found)]
    insert_missing(connection, problems, [{"path": path, "reason": reason} for path, reason in rows])


def _versions(connection: Connection, batch: Sequence[Kept]) -> dict[str, list[_Version]]:
    addresses = sorted({address for kept in batch if (address := address_of(kept.document))})
    found: dict[str, list[_Version]] = {}
    c = documents.c
    for some in portions(addresses):
        question = select(c.address, c.number, c.id, c.record, c.text, c.newer).where(c.address.in_(some))
        for address, *rest in connection.execute(question):
            found.setdefault(address, []).append(_Version(*rest))
    return found


def _place(versions: dict[str, list[_Version]], row: dict[str, Any], number: int, made: _Batch) -> int | None:
    """Puts a document among the versions of its address; the number of the one that has the same text, if any has."""
    if row["address"] is None:
        return None
    known = versions.setdefault(row["address"], [])
    for version in known:
        if version.text == row["text"] and _excerpt(version.record) == _excerpt(row["record"]):
            return version.number
    before = next((version for version in known if version.newer is None), None)
    known.append(_Version(number, row["id"], row["record"], row["text"], None))
    now = max(known, key=lambda version: rank_of(version.record, version.number % A_DAY))
    for version in known:
        newer = None if version is now else now.number
        if newer != version.newer:
            made.superseded[version.number] = now.number
            version.newer = newer
    if before is not None and now is not before:
        made.altered.append((before.id, now.id))
    return None


def _excerpt(record: str) -> bool:
    return rank_of(record, 0)[0]


def _write(connection: Connection, made: _Batch, new: Sequence[Kept], number: dict[str, int]) -> None:
    for row in made.rows:
        row["newer"] = made.superseded.pop(row["number"], None)
    if new:
        connection.execute(documents.insert(), made.rows)
        ordered = sorted(((number[kept.document.id], kept) for kept in new), key=lambda pair: pair[0])
        _index(connection, ordered)
        insert_all(connection, sketches, ((at, kept.sketch) for at, kept in ordered))
        insert_all(connection, leads, ((at, *lead) for at, kept in ordered for lead in kept.leads))
        insert_all(connection, names, ((accepted(name), at) for at, kept in ordered for name in kept.names))
    for old, now in made.superseded.items():
        connection.execute(documents.update().where(documents.c.number == old).values(newer=now))
    _note_paths(connection, made.beside)


def insert_all(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Inserts rows with a value for every column, in their order; meant for many small ones."""
    made = list(rows)
    if made:
        sign = "?" if connection.dialect.name == "sqlite" else "%s"
        columns = ", ".join(connection.dialect.identifier_preparer.format_column(column) for column in table.columns)
        values = ", ".join([sign] * len(table.columns))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({values})", made)


def _index(connection: Connection, ordered: Sequence[tuple[int, Kept]]) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "INSERT INTO words (rowid, text) VALUES (?, ?)", [(number, kept.words) for number, kept in ordered]
        )
    else:
        connection.exec_driver_sql(
            "INSERT INTO words (document, vector) VALUES (%s, array_to_tsvector(%s))",
            [(number, sorted(set(kept.words.split()))) for number, kept in ordered],
        )


def _note_paths(connection: Connection, beside: Iterable[tuple[int, str]]) -> None:
    """Notes paths of documents that came under another path before."""
    rows = [(number, accepted(path)[:LONGEST]) for number, path in dict.fromkeys(beside)]
    if not rows:
        return
    own: dict[int, str] = {}
    for some in portions(sorted({number for number, _ in rows})):
        question = select(documents.c.number, documents.c.path).where(documents.c.number.in_(some))
        own.update((row.number, row.path) for row in connection.execute(question))
    insert_missing(
        connection,
        paths,
        [{"document": number, "path": path} for number, path in rows if path != own[number][:LONGEST]],
    )


def insert_missing(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    """Inserts rows whose key is not there yet."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as into_file

        connection.execute(into_file(table).on_conflict_do_nothing(), rows)
    else:
        from sqlalchemy.dialects.postgresql import insert as into_server

        connection.execute(into_server(table).on_conflict_do_nothing(), rows)
