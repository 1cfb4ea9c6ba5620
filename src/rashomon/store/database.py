"""A store on a database: the tables of `schema` behind the few questions that a pile asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import OperationalError

from rashomon.errors import UsageError
from rashomon.model import Document
from rashomon.store import adding, searching
from rashomon.store.adding import Added, Kept
from rashomon.store.lock import only_writer
from rashomon.store.opening import open_engine, shown_name
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
        with self._change() as connection:
            return adding.keep(connection, batch)

    def keep_problems(self, found: Iterable[tuple[str, str]]) -> None:
        """Notes paths that could not be read, with the reasons."""
        with self._change() as connection:
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
            for start in range(0, len(ids), 500):
                c = documents.c
                question = select(c.number, c.record, c.text).where(c.id.in_(ids[start : start + 500]))
                rows = connection.execute(question).all()
                also: dict[int, list[str]] = {}
                beside = select(paths).where(paths.c.document.in_([row.number for row in rows])).order_by(paths.c.path)
                for row in connection.execute(beside):
                    also.setdefault(row.document, []).append(row.path)
                for row in rows:
                    document = to_document(row.record, row.text, tuple(also.get(row.number, ())))
                    found[document.id] = document
        return [found[name] for name in ids]

    def versions(self, id: str) -> list[str]:
        """The ids of all versions of the report that a document is one of, in order of arrival."""
        with self.engine.begin() as connection:
            c = documents.c
            address = connection.scalar(select(c.address).where(c.id == id))
            if address is None:
                return [id]
            return list(connection.scalars(select(c.id).where(c.address == address).order_by(c.arrived)))

    def search(
        self, query: str, name: str | None = None, between: tuple[date, date] | None = None, most: int = 20
    ) -> list[searching.Hit]:
        """The documents that hold all words asked for; see `searching.search`."""
        with self.engine.begin() as connection:
            return searching.search(connection, query, name, between, most)

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        try:
            with self.engine.begin() as connection:
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
