"""An older store on a server of PostgreSQL is led to the newer tables too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rashomon import pile
from rashomon.errors import UsageError
from rashomon.store import migrations, open_store
from rashomon.store.schema import VERSION

HERE = Path(__file__).parent
COLUMNS = """
SELECT table_name, column_name, replace(data_type, 'character varying', 'text'), is_nullable, collation_name
FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name
"""  # to the server the two kinds of text are one
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname"
LINKS = """
SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace ORDER BY 1, 2
"""


def as_a_server_has_it(statement: str) -> str:
    """A row of the file of version 1: bytes, and the index of words, are written in another way on a server."""
    statement = re.sub(r"x'([0-9a-f]*)'", r"'\\x\1'", statement)
    row = re.fullmatch(r"INSERT INTO words \(rowid, text\) VALUES \((\d+), ('[^']*')\);", statement)
    return (
        f"INSERT INTO words VALUES ({row[1]}, array_to_tsvector(string_to_array({row[2]}, ' ')))" if row else statement
    )


@pytest.fixture
def old(url: str) -> str:
    """A database as version 1 left it."""
    import psycopg

    rows = (HERE / "version_1.sql").read_text(encoding="utf-8").split("\nINSERT INTO ")[1:]
    with psycopg.connect(url) as connection:
        connection.execute((HERE / "version_1_on_a_server.sql").read_bytes())
        for row in rows:
            connection.execute(as_a_server_has_it(f"INSERT INTO {row.strip()}").encode())
    return url


def asked(url: str, *questions: str) -> list[Any]:
    """What the database says to each of the questions."""
    import psycopg

    with psycopg.connect(url) as connection:
        return [connection.execute(question.encode()).fetchall() for question in questions]


@pytest.mark.parametrize("writing", [False, True])
def test_an_old_store_on_a_server_gets_the_tables_of_a_new_one(old: str, server: Path, writing: bool) -> None:
    import psycopg

    with psycopg.connect(f"host={server} user=desk dbname=postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS new")
        connection.execute("CREATE DATABASE new")
    new = f"postgresql://desk@/new?host={server}"
    open_store(new, writing=True, create=True).close()
    opened = open_store(old, writing=writing)
    assert opened.mark("schema") == str(VERSION)
    opened.close()
    assert asked(old, COLUMNS, INDEXES, LINKS) == asked(new, COLUMNS, INDEXES, LINKS)


def test_an_old_store_on_a_server_keeps_all_it_held_and_goes_on(old: str) -> None:
    opened = open_store(old, writing=True)
    gazette, coast = opened.documents(["d-000000000001", "d-000000000002"])
    assert gazette.text.startswith("Ferry burns\n") and coast.also == ("coast-2.txt",)
    assert opened.problems() == [("c.txt", "no text")]
    assert [hit.document for hit in opened.search("ferry", name="Zoe Brandt")] == [coast.id, gazette.id]
    assert pile.add(opened, [gazette]).known == 1
    pile.group(opened)
    assert len(opened.events(1)) in (1, 2)
    assert opened.mark("prepared") == pile.PREPARED
    opened.close()


def test_a_migration_that_fails_on_a_server_changes_nothing(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: object) -> None:
        migrations._watched(connection)  # type: ignore[arg-type]
        raise UsageError("the disk is full")

    before = asked(old, COLUMNS, INDEXES, LINKS)
    monkeypatch.setattr(migrations, "STEPS", {1: fail})
    with pytest.raises(UsageError, match="the disk is full"):
        open_store(old, writing=True)
    assert asked(old, COLUMNS, INDEXES, LINKS) == before
    assert asked(old, "SELECT value FROM about WHERE name = 'schema'") == [[("1",)]]
