"""Leads a store of an older version to the tables of `schema`, a step a version, each whole or not at all.

A step is written once and never changed: it states the tables as they were when it was made, in SQL of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, inspect, select, text

from rashomon.errors import UsageError
from rashomon.store.schema import VERSION, about, create

_WATCHED = """
CREATE TABLE feeds (feed {word} NOT NULL PRIMARY KEY, address {word} NOT NULL, etag TEXT, modified TEXT,
  again_at {real} NOT NULL, failures INTEGER NOT NULL, gone INTEGER NOT NULL);
CREATE TABLE pages (address {word} NOT NULL PRIMARY KEY, feed {word} NOT NULL, entry TEXT NOT NULL, document {word},
  etag TEXT, modified TEXT, first_at {real} NOT NULL, again_at {real}, failures INTEGER NOT NULL);
CREATE INDEX pages_by_time ON pages (again_at);
CREATE TABLE sightings (document {word} NOT NULL PRIMARY KEY, seen {real} NOT NULL);
CREATE TABLE hosts (name {word} NOT NULL PRIMARY KEY, robots TEXT, robots_until {real} NOT NULL,
  free_at {real} NOT NULL, overloaded INTEGER NOT NULL);
CREATE INDEX documents_in_order ON documents (id, number, newer);
INSERT INTO about (name, value) SELECT 'arrived', CAST(count(*) AS TEXT) FROM documents;
INSERT INTO about (name, value) VALUES ('prepared', 'as version 1 did')
"""


def _watched(connection: Connection) -> None:
    """1 to 2: what `watch` keeps, and all that grouping asks of every document in one index."""
    server = connection.dialect.name == "postgresql"
    types = {"word": 'TEXT COLLATE "C"', "real": "DOUBLE PRECISION"} if server else {"word": "TEXT", "real": "FLOAT"}
    for statement in _WATCHED.format(**types).split(";"):
        connection.execute(text(statement))


STEPS: Mapping[int, Callable[[Connection], None]] = {1: _watched}
"""From each older version to the next."""


def version_of(connection: Connection, shown: str) -> int:
    """The version of the store; 0 for an empty database. Raises `UsageError` where it is no store, or a newer one."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if not {"about", "documents"} <= tables:
        raise UsageError(f"{shown}: is a database, but no store of rashomon; name another")
    version = int(connection.scalar(select(about.c.value).where(about.c.name == "schema")) or 0)
    if version > VERSION:
        raise UsageError(
            f"{shown}: was made by a newer rashomon (store version {version}, this one knows {VERSION}); "
            "install that one"
        )
    return version


def migrate(connection: Connection, shown: str) -> None:
    """Makes the tables, or leads them to `VERSION`, inside the transaction of the connection."""
    version = version_of(connection, shown)
    if version == 0:
        create(connection)
        return
    for step in range(version, VERSION):
        STEPS[step](connection)
    connection.execute(about.update().where(about.c.name == "schema").values(value=str(VERSION)))
