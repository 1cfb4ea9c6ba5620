"""`rashomon watch` from outside: what is printed, the exit codes, a stop."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from loopback import Reply, Web, feed, page, serve

from rashomon.cli import main
from rashomon.store import open_store

TEXT = (
    "A ferry ran aground near Halm on Friday morning and twelve people were hurt, the harbour police said.",
    "Divers will look at the hull on Saturday before the ship is towed to the yard in Olmstad, the owner said.",
)


class Waits:
    """Stands in for the event that ends the pauses: short ones are over at once, the long one is a Ctrl-C."""

    seconds: ClassVar[list[float]] = []

    def wait(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return seconds > 100

    def set(self) -> None:
        pass


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr(import_module("rashomon.cli.watch"), "threading", SimpleNamespace(Event=Waits))
    Waits.seconds.clear()
    with serve() as web:
        web.pages["/feed"] = Reply(200, feed((f"{web.address}/ferry", "Ferry runs aground", "Twelve people hurt.")))
        web.pages["/ferry"] = Reply(200, page("Ferry runs aground", *TEXT))
        yield web


def run(*words: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["watch", *map(str, words)])
    return int(str(ended.value.code))


def listed(folder: Path, *addresses: str) -> Path:
    outlines = "".join(f'<outline xmlUrl="{address}"/>' for address in addresses)
    (folder / "feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    return folder / "feeds.opml"


def test_one_round_prints_what_is_new(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feeds = listed(tmp_path, f"{web.address}/feed")
    assert run(tmp_path / "news.db", feeds, "--once", "--contact", "desk@example.org") == 0
    said = capsys.readouterr()
    assert "1 feed asked, 1 new report\n\nNew\n  event-" in said.out and said.err == ""
    assert {headers["user-agent"] for _, headers in web.asked} == {"rashomon/0.1.0 (+desk@example.org)"}
    assert run(tmp_path / "news.db", feeds, "--once", "-q") == 0
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_fetched_is_told_and_the_rest_is_done(
    web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feeds = listed(tmp_path, f"{web.address}/gone", f"{web.address}/feed", "file:///etc/passwd")
    assert run(tmp_path / "news.db", feeds, "--once") == 1
    said = capsys.readouterr()
    assert "1 new report" in said.out
    assert said.err.splitlines()[1:] == [f"Error: {web.address}/gone: is not found (404)"]


def test_a_stop_between_rounds_ends_it_cleanly(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "news.db", listed(tmp_path, f"{web.address}/feed"), "--every", "30") == 130
    assert capsys.readouterr().err.strip() == "stopped"
    assert 1000 < max(Waits.seconds) <= 1800
    store = open_store(str(tmp_path / "news.db"))
    assert store.size() == 1
    store.close()


def test_a_broken_list_is_told_before_anything_is_made(
    web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "feeds.opml").write_text("<opml><body>", encoding="utf-8")
    assert run(tmp_path / "news.db", tmp_path / "feeds.opml") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "news.db").exists() and web.asked == []
