"""The commands of a store as a user meets them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from pile_sample import EXAMPLES, dump
from rashomon import cli
from rashomon.cli import terminal
from rashomon.cli.events import _line
from rashomon.store import KeptEvent, open_store


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The program in this process, exit code and both streams as a shell would see them."""

    def program() -> None:
        cli.main([str(argument) for argument in arguments])

    return CliRunner().invoke(click.Command("rashomon", callback=program), [], input=stdin, standalone_mode=False)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A store with the reports of two examples."""
    file = tmp_path / "news.db"
    assert run("add", file, EXAMPLES / "ferry", EXAMPLES / "flood", "-q").exit_code == 0
    return file


def test_add_says_what_became_of_the_reports(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    first, again = run("add", file, EXAMPLES / "ferry"), run("add", file, EXAMPLES / "ferry")
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == "4 new, 0 there already; the store holds 4 reports\n"
    assert again.stdout == "0 new, 4 there already; the store holds 4 reports\n"
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]


def test_what_cannot_be_read_is_said_and_kept_and_the_rest_is_added(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    (tmp_path / "empty.txt").write_text("")
    result = run("add", file, tmp_path / "nowhere.txt", EXAMPLES / "ferry", tmp_path / "empty.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("4 new, ")
    assert result.stderr.count("Error: ") == 2
    opened = open_store(str(file))
    assert sorted(Path(path).name for path, _ in opened.problems()) == ["empty.txt", "nowhere.txt"]
    opened.close()


def test_nothing_to_add_has_a_code_of_its_own(tmp_path: Path) -> None:
    result = run("add", tmp_path / "news.db", tmp_path / "nowhere.txt")
    assert result.exit_code == 3
    assert "nothing to add" in result.stderr


def test_standard_input_is_added(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"The ferry {n} was late at Osterby harbour."}) + "\n" for n in range(3))
    result = run("add", tmp_path / "news.db", "-", "--published", "2031-05-02", stdin=lines)
    assert result.stdout.startswith("3 new"), result.stderr
    assert json.loads(run("search", tmp_path / "news.db", "osterby", "--json").stdout)[0]["day"] == "2031-05-02"


def held(news: Path, least: int = 2) -> list[KeptEvent]:
    """The events that a store holds, the latest first."""
    assert run("events", news).exit_code == 0
    opened = open_store(str(news))
    found = opened.events(least)
    opened.close()
    return found


def test_events_are_listed_the_latest_first(news: Path) -> None:
    result = run("events", news)
    found = held(news)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in result.stdout.splitlines()[::2]] == [event.id for event in found]
    assert [line.strip() for line in result.stdout.splitlines()[1::2]] == [event.title for event in found]
    assert [event.last for event in found] == sorted((event.last for event in found), reverse=True)
    assert {event.reports > 1 for event in found} == {True}
    assert [event["id"] for event in json.loads(run("events", news, "--json").stdout)] == [e.id for e in found]
    assert len(run("events", news, "--most", "1").stdout.splitlines()) == 2
    assert run("events", news, "--least", "1").stdout.count("event-") == len(held(news, 1))
    assert run("events", news, "--between", "2025-01-01", "2025-12-31").stdout.count("event-") < len(found)
    assert run("events", news, "--least", "9").stdout == "no event with 9 reports among 9\n"


@pytest.mark.parametrize(
    ("counts", "days", "line"),
    [
        ((5, 3), ("2031-05-02", "2031-05-04"), "event-1  2031-05-02 – 2031-05-04  5 reports of 3 origins"),
        ((2, 1), ("2031-05-02", "2031-05-02"), "event-1  2031-05-02  2 reports of 1 origin"),
        ((1, 1), (None, None), "event-1  no day  1 report"),
    ],
)
def test_an_event_in_a_line(counts: tuple[int, int], days: tuple[str | None, str | None], line: str) -> None:
    event = KeptEvent("event-1", "v-1", "The title", *days, *counts, publishers=1)
    assert _line(event) == f"{line}\n  The title\n"


def test_events_explains_an_event_and_two_reports(news: Path) -> None:
    event = held(news)[0].id
    whole = run("events", news, "--explain", event.removeprefix("event-")[:6])
    assert event in whole.stdout and " · " in whole.stdout
    two = run("events", news, "--explain", "courier.txt", "evening-lamp.txt")
    assert two.stdout.startswith("These two are in no event together.\n"), two.stderr
    copied = run("events", news, "--explain", "daily-plough.txt", "evening-lamp.txt")
    assert "word for word; common source: both credit Uplands News Agency" in copied.stdout
    assert json.loads(run("events", news, "--explain", event, "--json").stdout)["event"]["id"] == event


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["events", "NEWS", "x"], "--explain takes one event"),
        (["events", "NEWS", "--explain"], "--explain takes one event"),
        (["events", "NEWS", "--explain", "x"], "no such event; rashomon events"),
        (["events", "NEWS", "--explain", "x", "courier.txt"], "no such report"),
        (["events", "NEWS", "--between", "2031-05-02", "2031-05-01"], "is before"),
        (["events", "NEWS", "--between", "yesterday", "today"], "YYYY-MM-DD"),
        (["show", "NEWS", "x"], "no such event; rashomon events"),
        (["search", "NEWS", "…"], "holds no word"),
        (["search", "nowhere.db", "fire"], "no such store; rashomon add"),
        (["show", "nowhere.db", "x"], "no such store"),
    ],
)
def test_a_mistake_is_answered_in_a_line(news: Path, arguments: list[str], said: str) -> None:
    result = run(*[str(news) if argument == "NEWS" else argument for argument in arguments])
    assert result.exit_code == 2
    assert said in result.stderr and "Traceback" not in result.stderr
    assert result.stdout == ""


def test_show_writes_what_collate_writes(news: Path, tmp_path: Path) -> None:
    event = held(news)[0].id
    shown = run("show", news, event, "-o", tmp_path / "shown")
    assert (shown.exit_code, shown.stderr) == (0, "")
    paths = [
        document["path"] for document in json.loads((tmp_path / "shown" / "apparatus.json").read_text())["documents"]
    ]
    files = [file for path in paths for file in EXAMPLES.glob(f"*/{path}")]
    assert run("collate", *files, "-o", tmp_path / "collated", "-q").exit_code == 0
    for file in (tmp_path / "collated").iterdir():
        assert (tmp_path / "shown" / file.name).read_bytes() == file.read_bytes()
    again = run("show", news, event, "-o", tmp_path / "again")
    assert again.stdout == shown.stdout.replace("shown", "again")
    assert run("show", news, event, "-o", tmp_path / "again").exit_code == 2


def test_search_shows_slices_with_their_places(news: Path) -> None:
    result = run("search", news, "ferry", "--most", "2")
    assert result.exit_code == 0
    assert result.stdout.endswith("the 2 newest are shown; --most 10 shows more\n")
    for hit in json.loads(run("search", news, "ferry captain", "--json").stdout):
        opened = open_store(str(news))
        text = opened.documents([hit["document"]])[0].text
        opened.close()
        assert text[hit["excerpt"]["start"] : hit["excerpt"]["end"]] == hit["words"]
        assert {text[span["start"] : span["end"]].casefold() for span in hit["found"]} <= {"ferry", "captain"}
    assert run("search", news, "zeppelin").stdout == "no report found\n"


def test_while_another_writes_the_events_are_those_of_before(news: Path) -> None:
    before = run("events", news).stdout
    assert run("add", news, EXAMPLES / "council", "-q").exit_code == 0
    opened = open_store(str(news), writing=True)
    with opened.changing():
        result = run("events", news)
        refused = run("add", news, EXAMPLES / "lantern")
    opened.close()
    assert (result.exit_code, result.stdout) == (0, before)
    assert "Warning: " in result.stderr and "another run is writing" in result.stderr
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert len(run("events", news).stdout) > len(before)


def test_a_reader_s_commands_leave_the_store_as_it_is(news: Path) -> None:
    run("events", news)
    opened = open_store(str(news))
    before = dump(opened)
    opened.close()
    for arguments in (
        ["events", news],
        ["search", news, "ferry"],
        ["events", news, "--explain", "courier.txt", "standard.txt"],
    ):
        assert run(*arguments).exit_code == 0
    opened = open_store(str(news))
    assert dump(opened) == before
    opened.close()


def test_a_terminal_is_told_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(SystemExit):
        cli.main(["add", str(tmp_path / "news.db"), str(EXAMPLES / "ferry")])
    assert "adding: 4 new, 0 there already …" in capsys.readouterr().err
