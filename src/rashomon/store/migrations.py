"""Leads a store of an older version to the tables of `schema`, a step a version, each whole or not at all.

A step is written once and never changed: it states the tables as they were when it was made, in SQL of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, inspect, select

from rashomon.errors import UsageError
from rashomon.store.schema import VERSION, about, create

STEPS: Mapping[int, Callable[[Connection], None]] = {}
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
