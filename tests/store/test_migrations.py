"""An older store is led to the newer tables; what is none of ours is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from rashomon import pile
from rashomon.errors import UsageError
from rashomon.store import open_store
from rashomon.store.schema import VERSION

OLD = Path(__file__).parent / "version_1.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 left it."""
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    return file


def tables_of(file: Path) -> dict[str, Any]:
    """Columns and indexes of all tables."""
    with sqlite3.connect(file) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: (
                connection.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}')").fetchall(),
                sorted(connection.execute(f"SELECT name, \"unique\" FROM pragma_index_list('{name}')").fetchall()),
            )
            for name in names
        }


@pytest.mark.parametrize("writing", [False, True])
def test_an_old_store_gets_the_tables_of_a_new_one(old: Path, tmp_path: Path, writing: bool) -> None:
    open_store(str(tmp_path / "new.db"), writing=True, create=True).close()
    opened = open_store(str(old), writing=writing)
    assert opened.mark("schema") == str(VERSION)
    opened.close()
    assert tables_of(old) == tables_of(tmp_path / "new.db")


def test_an_old_store_keeps_all_it_held_and_goes_on(old: Path) -> None:
    opened = open_store(str(old), writing=True)
    gazette, coast = opened.documents(["d-000000000001", "d-000000000002"])
    assert gazette.text.startswith("Ferry burns\n") and coast.also == ("coast-2.txt",)
    assert opened.problems() == [("c.txt", "no text")]
    assert [hit.document for hit in opened.search("ferry", name="Zoe Brandt")] == [coast.id, gazette.id]
    assert pile.add(opened, [gazette]).known == 1
    pile.group(opened)
    assert len(opened.events(1)) in (1, 2)
    assert opened.mark("prepared") == pile.PREPARED
    opened.close()


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.store import migrations

    def fail(connection: object) -> None:
        migrations._watched(connection)  # type: ignore[arg-type]
        raise UsageError("the disk is full")

    before = old.read_bytes()
    monkeypatch.setattr(migrations, "STEPS", {1: fail})
    with pytest.raises(UsageError):
        open_store(str(old), writing=True)
    monkeypatch.undo()
    with sqlite3.connect(old) as connection:
        assert connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone() == ("1",)
    assert len(tables_of(old)) < 25 and before


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "newer.db"
    open_store(str(file), writing=True, create=True).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE about SET value = '99' WHERE name = 'schema'")
    with pytest.raises(UsageError, match=r"newer\.db: was made by a newer rashomon \(store version 99"):
        open_store(str(file))


@pytest.mark.parametrize("create", [False, True])
def test_another_program_s_database_is_left_alone(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE letters (words TEXT)")
    before = tables_of(file)
    with pytest.raises(UsageError, match="is a database, but no store of rashomon"):
        open_store(str(file), writing=create, create=create)
    assert tables_of(file) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a database at all, but a letter of some length" * 50, "is no database; name another file"),
        (b"", "is an empty database; rashomon add"),
    ],
)
def test_what_is_no_store_is_said_in_a_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "letter.db").write_bytes(content)
    with pytest.raises(UsageError, match=said):
        open_store(str(tmp_path / "letter.db"))
    assert (tmp_path / "letter.db").read_bytes() == content


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.db", "no such store; rashomon add"),
        (".", "is a folder"),
        ("mysql://server/news", "no such kind of store"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "postgresql://nobody@127.0.0.1:1/none: cannot be opened"),
    ],
)
def test_a_store_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=said) as caught:
        open_store(name)
    assert "secret" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
