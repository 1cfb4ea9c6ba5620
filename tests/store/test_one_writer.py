"""One writes, many read."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pile_sample import examples, report
from rashomon import pile
from rashomon.errors import UsageError
from rashomon.store import open_store
from rashomon.store.lock import only_writer


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    file = str(tmp_path / "pile.db")
    first, second = (open_store(file, writing=True, create=True) for _ in range(2))
    with first.changing(), pytest.raises(UsageError, match=r"pile\.db: another run is writing to this store"):
        pile.add(second, [report("Words.")])
    assert len(pile.add(second, [report("Words.")]).new) == 1
    first.close()
    second.close()
    assert [path.name for path in tmp_path.iterdir()] == ["pile.db"]


def test_readers_read_on_while_one_writes(tmp_path: Path) -> None:
    file = str(tmp_path / "pile.db")
    documents = examples("ferry", "flood")
    writer = open_store(file, writing=True, create=True)
    pile.add(writer, documents[:3])
    readers = [open_store(file) for _ in range(3)]
    seen = []

    def look(_added: object) -> None:
        seen.append([reader.size() for reader in readers])
        assert all(reader.search("the") for reader in readers)

    pile.add(writer, documents, on_batch=look)
    assert seen == [[len(documents)] * 3]
    with writer.change() as connection:
        connection.exec_driver_sql("DELETE FROM problems")
        assert [reader.size() for reader in readers] == [len(documents)] * 3
    for each in (*readers, writer):
        each.close()


def test_a_reader_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pile.db"
    open_store(str(file), writing=True, create=True).close()
    reader = open_store(str(file))
    with pytest.raises(Exception, match="readonly"):
        reader.keep_problems([("a", "b")])
    reader.close()


def test_a_store_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    """In a folder where nothing may be written, too; who is root may write everywhere."""
    if os.geteuid() == 0 and not Path("/usr/bin/setpriv").exists():
        pytest.skip("cannot give up the rights of root here")
    folder = tmp_path / "shelf"
    folder.mkdir()
    opened = open_store(str(folder / "pile.db"), writing=True, create=True)
    pile.add(opened, [report("The ferry was late.")])
    opened.close()
    (folder / "pile.db").chmod(0o444)
    folder.chmod(0o555)
    for outer in (*tmp_path.parents[:-2], tmp_path):
        if outer.stat().st_uid == os.geteuid() and "pytest" in str(outer):
            outer.chmod(0o755)
    store = str(folder / "pile.db")
    script = f"from rashomon.store import open_store; print(len(open_store({store!r}).search('ferry')))"
    rights = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run([*rights, sys.executable, "-c", script], capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr


def test_a_lock_that_a_killed_run_left_behind_hinders_nobody(tmp_path: Path) -> None:
    file = tmp_path / "pile.db"
    (tmp_path / "pile.db-lock").touch()
    opened = open_store(str(file), writing=True, create=True)
    with only_writer(opened.engine, opened.shown):
        pass
    opened.close()
    assert not (tmp_path / "pile.db-lock").exists()


def test_foreign_keys_hold_and_the_log_is_written_ahead(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "pile.db"), writing=True, create=True)
    with opened.change() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        with pytest.raises(Exception, match="FOREIGN KEY"):
            connection.exec_driver_sql("INSERT INTO names VALUES ('vega', 7)")
    opened.close()
    with sqlite3.connect(tmp_path / "pile.db") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
