"""From what the user calls a store to an open database: a path is a file of SQLite, a URL a server of PostgreSQL.

A store is opened to read or to write. Any number of readers may read while one writes: in a file, the write-ahead log
gives each the state at the beginning of its question.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from rashomon.errors import UsageError
from rashomon.store.lock import only_writer
from rashomon.store.migrations import migrate, version_of
from rashomon.store.schema import VERSION

_SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")
_PAGES = -64 * 1024  # kilobytes of pages that SQLite keeps in memory
_PATIENCE = 20_000  # milliseconds to wait for a change of another process


def open_engine(name: str, *, writing: bool, create: bool = False) -> Engine:
    """The database behind a path or URL, brought to this version.

    Raises `UsageError` where there is none (unless `create`), where it cannot be opened, or is none of ours.
    """
    engine = _server(name) if name.startswith(_SERVERS) else _file(name, writing, create)
    shown = shown_name(name)
    try:
        with engine.connect() as connection:
            version = version_of(connection, shown)
        if version == 0 and not create:
            raise UsageError(f"{shown}: is an empty database; rashomon add {shown} PATH… makes a store of it")
        if version < VERSION:
            if not writing:
                engine.dispose()
                engine = _for_writing(name)
            with only_writer(engine, shown), changing(engine) as connection:
                migrate(connection, shown)
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        engine.dispose()
        raise UsageError(f"{shown}: {_reason(problem)}") from None
    except BaseException:
        engine.dispose()
        raise
    return engine


def _for_writing(name: str) -> Engine:
    return _server(name) if name.startswith(_SERVERS) else _file(name, writing=True, create=False)


def shown_name(name: str) -> str:
    """A store's name as it may be shown: without a password."""
    if "://" not in name or "@" not in name:
        return name
    scheme, rest = name.split("://", 1)
    who, where = rest.rsplit("@", 1)
    return f"{scheme}://{who.split(':', 1)[0]}@{where}"


def _reason(problem: Exception) -> str:
    """What a database says of itself, in a line."""
    first = str(getattr(problem, "orig", None) or problem).strip().splitlines()[0]
    if "not a database" in first:
        return "is no database; name another file"
    if "locked" in first:
        return "another run is writing to this store; run this again when it has ended"
    return f"cannot be opened: {first}"


def _server(name: str) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise UsageError(
            f"{shown_name(name)}: a store on a server needs psycopg: pip install 'rashomon[postgres]'"
        ) from None
    url = "postgresql+psycopg://" + name.split("://", 1)[1]
    return create_engine(url)


def _file(name: str, writing: bool, create: bool) -> Engine:
    file = Path(name)
    if "://" in name:
        raise UsageError(f"{name.split('://', 1)[0]}: no such kind of store; give a path, or postgresql://…")
    if file.is_dir():
        raise UsageError(f"{name}: is a folder; name a file for the store")
    if not file.exists():
        if not create:
            raise UsageError(f"{name}: no such store; rashomon add {name} PATH… makes it")
        if not file.parent.is_dir():
            raise UsageError(f"{name}: there is no folder {file.parent}")
    engine = create_engine(f"sqlite:///{file}", creator=_connector(file, writing))
    event.listen(engine, "connect", _settle if writing else _settle_reader)
    event.listen(engine, "begin", _begin)
    return engine


def _connector(file: Path, writing: bool) -> Callable[[], sqlite3.Connection]:
    """Opens the file by hand: we begin transactions ourselves, which the module would do too late to be safe.

    Who reads only still opens it to write, where allowed, so that the last to leave can tidy up the log.
    """
    where = file.absolute().as_uri()
    modes = ("mode=rwc",) if writing else ("mode=rw", "mode=ro", "immutable=1")

    def connect() -> sqlite3.Connection:
        for mode in modes:
            try:
                opened = sqlite3.connect(f"{where}?{mode}", uri=True, isolation_level=None, timeout=_PATIENCE / 1000)
                opened.execute("SELECT count(*) FROM sqlite_master")
            except sqlite3.OperationalError:
                if mode == modes[-1]:
                    raise
            else:
                return opened
        raise AssertionError("no mode")

    return connect


def _settle_reader(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA cache_size = {_PAGES}")
    connection.execute("PRAGMA query_only = 1")


def _settle(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = 1")
    connection.execute(f"PRAGMA cache_size = {_PAGES}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("changing") else "BEGIN")


def changing(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that changes the store: nobody else changes it meanwhile."""
    return engine.execution_options(changing=True).begin()
