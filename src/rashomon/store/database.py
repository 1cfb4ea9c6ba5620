"""A store on a database: the tables of `schema` behind the few questions that a pile asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import OperationalError

from rashomon.altered import History, Version
from rashomon.errors import UsageError
from rashomon.model import Copy, Document
from rashomon.store import adding, between, happenings, marks, searching, versions
from rashomon.store.adding import Added, Kept
from rashomon.store.between import KeptTie, Listed
from rashomon.store.happenings import Head, KeptChange, KeptEvent, KeptMember, Portion
from rashomon.store.lock import only_writer
from rashomon.store.opening import changing, open_engine, shown_name
from rashomon.store.portions import portions
from rashomon.store.rows import to_document
from rashomon.store.schema import documents, paths, problems


@dataclass(frozen=True, slots=True)
class Database:
    """A store in a file or on a server. `shown` is its name without a password."""

    engine: Engine
    shown: str

    def close(self) -> None:
        """Ends all connections; a file is whole by itself then."""
        self.engine.dispose()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """What happens inside is the work of the only writer. Raises `UsageError` where there is another."""
        with only_writer(self.engine, self.shown):
            yield

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids whose documents are in the store."""
        with self.engine.begin() as connection:
            return set(adding.numbers_of(connection, ids))

    def keep(self, batch: Sequence[Kept]) -> Added:
        """Adds a batch of documents, all or none."""
        with self.change() as connection:
            return adding.keep(connection, batch)

    def keep_problems(self, found: Iterable[tuple[str, str]]) -> None:
        """Notes paths that could not be read, with the reasons."""
        with self.change() as connection:
            adding.keep_problems(connection, found)

    def problems(self) -> list[tuple[str, str]]:
        """Paths that could not be read, with the reasons, in order."""
        with self.engine.begin() as connection:
            question = select(problems.c.path, problems.c.reason).order_by(problems.c.path, problems.c.reason)
            return [(row.path, row.reason) for row in connection.execute(question)]

    def size(self) -> int:
        """How many documents the store holds, all versions counted."""
        with self.engine.begin() as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The documents with these ids, in their order. Raises `KeyError` for one that is not there."""
        found: dict[str, Document] = {}
        with self.engine.begin() as connection:
            c = documents.c
            for some in portions(ids):
                question = select(c.number, c.record, c.text).where(c.id.in_(some))
                rows = connection.execute(question).all()
                also: dict[int, list[str]] = {}
                beside = select(paths).where(paths.c.document.in_([row.number for row in rows])).order_by(paths.c.path)
                for row in connection.execute(beside):
                    also.setdefault(row.document, []).append(row.path)
                for row in rows:
                    document = to_document(row.record, row.text, tuple(also.get(row.number, ())))
                    found[document.id] = document
        return [found[name] for name in ids]

    def search(
        self, query: str, name: str | None = None, between: tuple[date, date] | None = None, most: int = 20
    ) -> list[searching.Hit]:
        """The documents that hold all words asked for; see `searching.search`."""
        with self.engine.begin() as connection:
            return searching.search(connection, query, name, between, most)

    def versions(self, id: str) -> list[str]:
        """The ids of all versions of the report that a document is one of, in order of arrival."""
        with self.engine.begin() as connection:
            return versions.versions_of(connection, id)

    def histories(self, ids: Sequence[str]) -> list[History]:
        """The versions, oldest first, of those of these documents that have earlier ones and stand now."""
        made = []
        with self.engine.begin() as connection:
            found = [history for id in ids if (history := versions.history(connection, id))]
        for address, known in found:
            documents = self.documents([id for id, _ in known])
            seen = [moment for _, moment in known]
            pairs = zip(documents, seen, strict=True)
            made.append(History(address, tuple(Version(document, moment) for document, moment in pairs)))
        return made

    def mark(self, name: str) -> str | None:
        """What is noted under a name; null for nothing."""
        with self.engine.begin() as connection:
            return marks.mark(connection, name)

    def listed(self) -> Iterator[Listed]:
        """All documents, in the order of their ids."""
        with self.engine.begin() as connection:
            yield from between.listed(connection)

    def prepared_anew(self, version: str) -> None:
        """Forgets what was found between documents by sketches and leads of another version."""
        with self.change() as connection:
            between.prepared_anew(connection, version)

    def keep_prepared(self, batch: Sequence[tuple[int, Kept]], to: int) -> None:
        """Sketches and leads of documents, by number, in place of those that were; all up to this arrival have them."""
        with self.change() as connection:
            between.keep_prepared(connection, batch, to)

    def packed_sketches(self) -> Iterator[tuple[int, bytes]]:
        """The packed sketches of all documents: number, bytes."""
        with self.engine.begin() as connection:
            yield from between.packed_sketches(connection)

    def list_leads(self) -> Iterator[tuple[int, int, int]]:
        """The leads of all documents: number, first and last code point."""
        with self.engine.begin() as connection:
            yield from between.list_leads(connection)

    def packed_leads(self) -> Iterator[tuple[int, int, bytes]]:
        """The packed leads of all documents: number, first code point, bytes."""
        with self.engine.begin() as connection:
            yield from between.packed_leads(connection)

    def leads_of(self, numbers: Sequence[int]) -> list[tuple[int, int, bytes]]:
        """The packed leads of these documents: number, first code point, bytes."""
        with self.engine.begin() as connection:
            return between.leads_of(connection, numbers)

    def keep_copies(self, found: Sequence[tuple[int, int, Copy]], to: int) -> None:
        """Copies with the numbers of their documents; all up to this arrival are compared."""
        with self.change() as connection:
            between.keep_copies(connection, found, to)

    def all_copies(self, of: Sequence[int] | None = None) -> Iterator[tuple[int, int, Copy]]:
        """All copies with the numbers of their documents; `of`: only those between these."""
        with self.engine.begin() as connection:
            yield from between.all_copies(connection, of)

    def keep_ties(self, found: Sequence[KeptTie], to: int) -> None:
        """Ties; all up to this arrival are compared."""
        with self.change() as connection:
            between.keep_ties(connection, found, to)

    def scores_of_ties(self) -> Iterator[tuple[int, int, int, int, float, int]]:
        """All ties without their reasons: document and first code point of either lead, score, veto."""
        with self.engine.begin() as connection:
            yield from between.scores_of_ties(connection)

    def all_ties(self, of: Sequence[int] | None = None) -> Iterator[KeptTie]:
        """All ties; `of`: only those between leads of these documents."""
        with self.engine.begin() as connection:
            yield from between.all_ties(connection, of)

    def all_members(self) -> Iterator[tuple[str, KeptMember]]:
        """All members with the ids of their events."""
        with self.engine.begin() as connection:
            yield from happenings.all_members(connection)

    def members_of(self, events: Sequence[str]) -> dict[str, list[KeptMember]]:
        """The members of some events, by event, both in order."""
        with self.engine.begin() as connection:
            return happenings.members_of_many(connection, events)

    def keep_events(self, portions: Iterable[Portion], to: int) -> None:
        """Events in place of what they were, those that are gone taken away; all up to this arrival are grouped.

        The portions are asked for while the change is being made, and all of them are kept or none.
        """
        with self.change() as connection:
            happenings.keep_events(connection, portions, to)

    def event(self, name: str) -> KeptEvent:
        """The event with this id, or the beginning of one; raises `UsageError` for none or several."""
        with self.engine.begin() as connection:
            return happenings.event(connection, name, self.shown)

    def events(
        self, least: int = 1, between: tuple[date, date] | None = None, most: int | None = None
    ) -> list[KeptEvent]:
        """The events of at least so many reports with a day between two, the latest first."""
        return list(self.each_event(least, between, most))

    def each_event(
        self, least: int = 1, between: tuple[date, date] | None = None, most: int | None = None
    ) -> Iterator[KeptEvent]:
        """The same, one after another."""
        days = (between[0].isoformat(), between[1].isoformat()) if between else None
        with self.engine.begin() as connection:
            yield from happenings.list_events(connection, least, days, most)

    def members(self, event: str) -> list[KeptMember]:
        """The members of an event."""
        with self.engine.begin() as connection:
            return happenings.members_of(connection, event)

    def events_of(self, number: int) -> list[str]:
        """The events that a document, or a passage of it, is in."""
        with self.engine.begin() as connection:
            return happenings.events_of(connection, number)

    def changes(self, event: str) -> list[KeptChange]:
        """What became of an event, in order of time."""
        with self.engine.begin() as connection:
            return happenings.changes_of(connection, event)

    def heads(self, numbers: Sequence[int]) -> dict[int, Head]:
        """Documents as a list shows them, by number."""
        with self.engine.begin() as connection:
            return happenings.heads(connection, numbers)

    def number(self, name: str) -> int:
        """The number of the document with this id or path, or the beginning of one such id; raises `UsageError`."""
        with self.engine.begin() as connection:
            return versions.number_of(connection, name, self.shown)

    def apparatus(self, event: str, version: str) -> bytes | None:
        """What was made of this version of an event, if it was."""
        with self.engine.begin() as connection:
            return happenings.apparatus(connection, event, version)

    def keep_apparatus(self, event: str, version: str, made: bytes) -> None:
        """What was made of a version of an event, in place of what was there."""
        with self.change() as connection:
            happenings.keep_apparatus(connection, event, version, made)

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """A transaction: what is done with the connection is kept whole or not at all.

        Raises `UsageError` where somebody else is writing.
        """
        try:
            with changing(self.engine) as connection:
                yield connection
        except OperationalError as problem:
            if "locked" in str(problem.orig):
                raise UsageError(f"{self.shown}: another run is writing to this store; run this again") from None
            raise


def open_store(name: str, *, writing: bool = False, create: bool = False) -> Database:
    """The store behind a path (a file of SQLite) or a URL (`postgresql://…`), brought to this version.

    Raises `UsageError` where there is none (unless `create`), where it cannot be opened, or is none of ours.
    """
    return Database(open_engine(name, writing=writing, create=create), shown_name(name))
