"""What lies between documents, as rows and back: sketches and leads that are compared, copies and ties that are found.

`about` says how far the comparing has come, in order of arrival (`copies_to`, `ties_to`), so that a run that was
stopped goes on from there. What is found is written together with the mark that says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from rashomon.model import Copy, Span
from rashomon.store.adding import Kept, insert_missing
from rashomon.store.marks import mark, set_mark
from rashomon.store.portions import portions
from rashomon.store.rows import accepted
from rashomon.store.schema import A_DAY, copies, documents, leads, sketches, ties

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as grouping sees it: id, number, and the number of the version that stands for its report where that
    is another.
    """

    id: str
    number: int
    newer: int | None

    @property
    def arrived(self) -> int:
        """Its place in the order of arrival, from 1."""
        return self.number % A_DAY


@dataclass(frozen=True, slots=True)
class KeptTie:
    """A tie as it is kept: document and first code point of either lead, score, veto and reasons."""

    a: int
    a_start: int
    b: int
    b_start: int
    score: float
    vetoed: bool
    why: tuple[str, ...]


def prepared_anew(connection: Connection, version: str) -> None:
    """Forgets what was found between documents by sketches and leads of another version than this.

    Where none was noted before, all are of this version; else `prepared_to` says how many were made anew.
    """
    if mark(connection, "prepared") is not None:
        for table in (copies, ties):
            connection.execute(delete(table))
        for name in ("prepared_to", "copies_to", "ties_to", "grouped_to"):
            set_mark(connection, name, 0)
    set_mark(connection, "prepared", version)


def keep_prepared(connection: Connection, batch: Sequence[tuple[int, Kept]], to: int) -> None:
    """Writes sketches and leads in place of those that were, and that all up to this arrival are made anew."""
    for number, kept in batch:
        connection.execute(sketches.update().where(sketches.c.document == number).values(sketch=kept.sketch))
        connection.execute(delete(leads).where(leads.c.document == number))
        rows = [{"document": number, "start": start, "end": end, "lead": content} for start, end, content in kept.leads]
        connection.execute(leads.insert(), rows)
    set_mark(connection, "prepared_to", to)


def listed(connection: Connection) -> Iterator[Listed]:
    """All documents, in the order of their ids."""
    c = documents.c
    question = select(c.id, c.number, c.newer).order_by(c.id)
    for id, number, newer in connection.execution_options(yield_per=_AT_ONCE).execute(question):
        yield Listed(id, number, newer)


def packed_sketches(connection: Connection) -> Iterator[tuple[int, bytes]]:
    """The packed sketches of all documents, by number."""
    question = select(sketches.c.document, sketches.c.sketch).order_by(sketches.c.document)
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(question)


def list_leads(connection: Connection) -> Iterator[tuple[int, int, int]]:
    """The leads of all documents, by number and place: number, first and last code point."""
    question = select(leads.c.document, leads.c.start, leads.c.end).order_by(leads.c.document, leads.c.start)
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(question)


def packed_leads(connection: Connection) -> Iterator[tuple[int, int, bytes]]:
    """The packed leads of all documents, by number and place: number, first code point, bytes."""
    question = select(leads.c.document, leads.c.start, leads.c.lead).order_by(leads.c.document, leads.c.start)
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(question)


def leads_of(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, int, bytes]]:
    """The packed leads of some documents: number, first code point, bytes."""
    found: list[tuple[int, int, bytes]] = []
    c = leads.c
    for some in portions(numbers):
        question = select(c.document, c.start, c.lead).where(c.document.in_(some))
        found.extend((number, first, lead) for number, first, lead in connection.execute(question))
    return found


def keep_copies(connection: Connection, found: Iterable[tuple[int, int, Copy]], to: int) -> None:
    """Writes copies not there yet, by the numbers of their documents, and that all up to this arrival are compared."""
    rows = [
        {
            "a": a,
            "b": b,
            "share_of_a": copy.share_of_a,
            "share_of_b": copy.share_of_b,
            "kind": copy.kind,
            "direction": copy.direction,
            "why": accepted(copy.why),
            "passages": json.dumps([(x.start, x.end, y.start, y.end) for x, y in copy.passages]),
        }
        for a, b, copy in found
    ]
    insert_missing(connection, copies, rows)
    set_mark(connection, "copies_to", to)


def all_copies(connection: Connection, of: Sequence[int] | None = None) -> Iterator[tuple[int, int, Copy]]:
    """All copies with the numbers of their documents, by these; `of`: only those between these documents."""
    question = select(copies).order_by(copies.c.a, copies.c.b)
    if of is not None:
        question = question.where(copies.c.a.in_(of), copies.c.b.in_(of))
    for rows in connection.execution_options(yield_per=_AT_ONCE).execute(question).partitions():
        ids: dict[int, str] = {}
        for some in portions(sorted({row.a for row in rows} | {row.b for row in rows})):
            named = select(documents.c.number, documents.c.id).where(documents.c.number.in_(some))
            ids.update((number, id) for number, id in connection.execute(named))
        yield from ((row.a, row.b, _copy(row, ids[row.a], ids[row.b])) for row in rows)


def _copy(row: Any, a: str, b: str) -> Copy:
    passages = tuple((Span(a, *place[:2]), Span(b, *place[2:])) for place in json.loads(row.passages))
    return Copy(a, b, row.share_of_a, row.share_of_b, row.kind, row.direction, row.why, passages)


def keep_ties(connection: Connection, found: Iterable[KeptTie], to: int) -> None:
    """Writes ties that are not there yet, and that all up to this arrival are compared."""
    rows = [
        {
            **{name: getattr(tie, name) for name in ("a", "a_start", "b", "b_start", "score")},
            "vetoed": int(tie.vetoed),
            "why": json.dumps(tie.why),
        }
        for tie in found
    ]
    insert_missing(connection, ties, rows)
    set_mark(connection, "ties_to", to)


def scores_of_ties(connection: Connection) -> Iterator[tuple[int, int, int, int, float, int]]:
    """All ties without their reasons, by their documents: document and first code point of either lead, score, veto."""
    c = ties.c
    question = select(c.a, c.a_start, c.b, c.b_start, c.score, c.vetoed).order_by(c.a, c.a_start, c.b, c.b_start)
    for rows in connection.execution_options(yield_per=_AT_ONCE).execute(question).partitions():
        yield from rows


def all_ties(connection: Connection, of: Sequence[int] | None = None) -> Iterator[KeptTie]:
    """All ties, by their documents; `of`: only those between leads of these documents."""
    question = select(ties).order_by(ties.c.a, ties.c.a_start, ties.c.b, ties.c.b_start)
    if of is not None:
        question = question.where(ties.c.a.in_(of), ties.c.b.in_(of))
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(question):
        yield KeptTie(
            row.a, row.a_start, row.b, row.b_start, row.score, bool(row.vetoed), tuple(json.loads(row.why))
        )  # fmt: skip
