"""A store whose events an executor worked out is the store that one process makes, row for row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from invented import invented
from pile_sample import dump, examples
from rashomon import pile
from rashomon.errors import UsageError
from rashomon.model import Document
from rashomon.store import Database, open_store

REPORTS = [
    *examples("ferry"),
    *(replace(document, url=f"https://example.org/{place % 41}") for place, document in enumerate(invented(60))),
]
"""Some stand at the address of an earlier one, and are taken for new versions of it."""


def grouped(file: Path, batches: list[list[Document]], by: str | None) -> str:
    store = open_store(str(file), writing=True, create=True)
    for number, batch in enumerate(batches):
        pile.add(store, batch)
        pile.group(store, by=(by, file.with_suffix(f".{number}")) if by else None)
    found = dump(store)
    store.close()
    return found


@pytest.mark.parametrize("cut", [len(REPORTS), 25], ids=["at once", "one half after the other"])
def test_an_executor_leaves_the_store_that_one_process_leaves(tmp_path: Path, cut: int) -> None:
    batches = [some for some in (REPORTS[:cut], REPORTS[cut:]) if some]
    assert grouped(tmp_path / "b.db", batches, "serial") == grouped(tmp_path / "a.db", batches, None)


def test_a_run_that_was_stopped_while_it_wrote_is_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = grouped(tmp_path / "a.db", [REPORTS], None)
    store = open_store(str(tmp_path / "b.db"), writing=True, create=True)
    pile.add(store, REPORTS)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Database, "keep_events", stop)
        with pytest.raises(KeyboardInterrupt):
            pile.group(store, by=("serial", tmp_path / "first"))
    pile.group(store, by=("serial", tmp_path / "second"))
    assert dump(store) == expected
    store.close()


def test_an_unknown_executor_is_told(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "a.db"), writing=True, create=True)
    pile.add(store, REPORTS[:2])
    for _ in range(2):  # also where there is nothing to do
        with pytest.raises(UsageError, match="no such executor"):
            pile.group(store, by=("spark", tmp_path))
        pile.group(store)
    store.close()
