"""PostgreSQL gives what SQLite gives."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pile_sample import dump, examples, groups, report
from rashomon import pile
from rashomon.errors import UsageError
from rashomon.pile import keeping
from rashomon.store import Database, open_store

KILLING = Path(__file__).parent / "killing.py"
ODD = [
    report(
        "The café burned.\x00 Half a pair: \ud800. 東京で洪水が発生した。", "2031-05-02", url="https://example.org/a"
    ),
    report("Two cafés burned, said Zoë Brandt.", "2031-05-03", url="https://example.org/a"),
    report("Nothing is known of the day: Straße, İstanbul, ½ well-known.", None),
]


def filled(name: str) -> Database:
    """A store with examples and odd reports, grouped."""
    opened = open_store(name, writing=True, create=True)
    pile.add(opened, [*examples("ferry", "flood", "council"), *ODD])
    opened.keep_problems([("a.zip#b", "is \x00 broken")])
    pile.group(opened)
    return opened


def without_index(text: str) -> list[str]:
    """A dump without the places of words, which only one of the two tells."""
    return [line for line in text.splitlines() if not line.startswith("words: ")]


def test_both_hold_and_find_the_same(url: str, tmp_path: Path) -> None:
    file, server = filled(str(tmp_path / "pile.db")), filled(url)
    assert without_index(dump(server)) == without_index(dump(file))
    assert groups(server) == groups(file)
    assert server.events(2) == file.events(2)
    everything = [document.id for document in (*examples("ferry", "flood", "council"), *ODD)]
    assert server.documents(everything) == file.documents(everything)
    for query in (
        "the",
        "cafe",
        "ferry captain",
        '"red lantern"',
        "well-known",
        "洪水",
        "水洪",
        "strasse",
        "istanbul",
        "1 2",
    ):
        for options in ({}, {"name": "Zoe Brandt"}, {"between": (date(2026, 1, 1), date(2031, 5, 2))}, {"most": 2}):
            assert server.search(query, **options) == file.search(query, **options), query  # type: ignore[arg-type]
    for number in [each.number for each in file.listed()]:
        assert server.events_of(number) == file.events_of(number)
    file.close()
    server.close()


def test_what_is_beyond_measure_fits_too(url: str) -> None:
    words = " ".join(f"{n:064}" for n in range(20_000))
    long = report(
        f"Sir {'A' * 9_000} met {' '.join('Vega' for _ in range(3_000))}. {words} {'東' * 60_000}",
        url="https://example.org/" + "x" * 9_000,
        path="p" * 4_000,
        also=("q" * 4_000,),
    )
    opened = open_store(url, writing=True, create=True)
    pile.add(opened, [long])
    opened.keep_problems([("r" * 9_000, "s" * 9_000)])
    assert [hit.document for hit in opened.search(f"{7:064}")] == [long.id]
    assert opened.documents([long.id])[0].text == long.text
    opened.close()


def test_adding_twice_changes_nothing_on_a_server(url: str) -> None:
    opened = filled(url)
    before = dump(opened)
    pile.add(opened, [*examples("ferry", "flood", "council"), *ODD])
    assert pile.is_grouped(opened)
    assert dump(opened) == before
    opened.close()


def test_a_second_writer_on_a_server_is_told_so(url: str) -> None:
    first, second = (open_store(url, writing=True, create=True) for _ in range(2))
    with first.changing():
        with pytest.raises(UsageError, match="another run is writing to this store"):
            pile.add(second, ODD)
        assert second.size() == 0  # reading goes on
    assert len(pile.add(second, ODD).new) == 3
    first.close()
    second.close()


def test_what_was_shown_is_kept_on_a_server(url: str) -> None:
    opened = open_store(url, writing=True, create=True)
    pile.add(opened, examples("ferry"))
    pile.group(opened)
    (event,) = opened.events(2)
    shown = pile.lay_side_by_side(opened, event)
    pile.keep(opened, shown)
    again = pile.lay_side_by_side(opened, event)
    assert again.kept and again.apparatus == shown.apparatus
    assert keeping.from_bytes(keeping.to_bytes(shown.apparatus)) == shown.apparatus
    opened.close()


def test_a_server_without_a_store_is_none(url: str) -> None:
    with pytest.raises(UsageError, match="is an empty database"):
        open_store(url)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_killed_on_a_server_a_run_is_taken_up(url: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(KILLING), str(tmp_path / "whole.db"), "0", "0", "1"], check=True)
    subprocess.run([sys.executable, str(KILLING), url, "5", "6", "55"], check=True)
    file, server = open_store(str(tmp_path / "whole.db")), open_store(url)
    assert without_index(dump(server)) == without_index(dump(file))
    file.close()
    server.close()
