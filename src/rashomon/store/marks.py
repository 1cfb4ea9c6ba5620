"""Single values that are kept beside the tables: how far the work has come, and by what it was done."""

from __future__ import annotations

from sqlalchemy import Connection, select

from rashomon.store.schema import about


def mark(connection: Connection, name: str) -> str | None:
    """What is noted under a name; null for nothing."""
    return connection.scalar(select(about.c.value).where(about.c.name == name))


def set_mark(connection: Connection, name: str, value: object) -> None:
    """Notes a value under a name."""
    if connection.execute(about.update().where(about.c.name == name).values(value=str(value))).rowcount == 0:
        connection.execute(about.insert(), {"name": name, "value": str(value)})
