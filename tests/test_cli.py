"""The commands as a user meets them: what they print where, what they write, how they end."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import rashomon
import samples
from rashomon import cli
from rashomon.cli import terminal
from rashomon.errors import Unreadable
from rashomon.export import folder as folders

PROGRAM = [sys.executable, "-m", "rashomon"]


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The program in this process, exit code and both streams as a shell would see them."""

    def program() -> None:
        cli.main([str(argument) for argument in arguments])

    return CliRunner().invoke(click.Command("rashomon", callback=program), [], input=stdin, standalone_mode=False)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gazette.txt").write_text(samples.GAZETTE, encoding="utf-8")
    (folder / "coast.txt").write_text(samples.COAST, encoding="utf-8")
    return folder


@pytest.fixture
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stages give the apparatus of the bridge at once: these tests are about the command alone."""
    monkeypatch.setattr(rashomon, "collate", lambda documents, **options: samples.bridge())


# -------------------------------------------------------------------------------------------------------------- collate
@pytest.mark.usefixtures("instant")
def test_without_a_folder_the_summary_is_printed_and_nothing_written(reports: Path) -> None:
    before = sorted(reports.parent.rglob("*"))
    result = run("collate", reports)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Bridge closes after crack is found\n")
    assert sorted(reports.parent.rglob("*")) == before


@pytest.mark.usefixtures("instant")
def test_a_folder_gets_the_four_files_and_the_user_is_told_where(reports: Path, tmp_path: Path) -> None:
    result = run("collate", reports, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(folders.NAMES.values())
    assert result.stdout.endswith(f"\nThe page: {tmp_path / 'out' / 'index.html'}\n")


@pytest.mark.usefixtures("instant")
@pytest.mark.parametrize(
    ("chosen", "files"),
    [("json", ["apparatus.json"]), ("csv,md", ["readings.csv", "summary.md"]), (" MD , md", ["summary.md"])],
)
def test_only_the_chosen_formats_are_written(reports: Path, tmp_path: Path, chosen: str, files: list[str]) -> None:
    result = run("collate", reports, "-o", tmp_path / "out", "--format", chosen)
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == files
    assert f"Written: {tmp_path / 'out' / files[0]}" in result.stdout


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("htm", "did you mean 'html'?"),
        ("markdown", "did you mean 'md'?"),
        ("jsn,md", "'json'?"),
        ("x", "html, json, csv, md"),
    ],
)
def test_an_unknown_format_is_answered_with_the_nearest(reports: Path, wrong: str, hint: str) -> None:
    result = run("collate", reports, "-o", reports / "out", "--format", wrong)
    assert result.exit_code == 2
    assert hint in result.stderr


@pytest.mark.usefixtures("instant")
def test_a_folder_that_exists_is_left_alone(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "summary.md").write_text("mine")
    result = run("collate", reports, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert [path.read_text() for path in (tmp_path / "out").iterdir()] == ["mine"]


@pytest.mark.usefixtures("instant")
def test_force_replaces_our_files_and_nothing_else(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "mine").mkdir(parents=True)
    (tmp_path / "out" / "mine" / "note.txt").write_text("mine")
    (tmp_path / "out" / "summary.md").write_text("old")
    assert run("collate", reports, "-o", tmp_path / "out", "--force").exit_code == 0
    assert (tmp_path / "out" / "mine" / "note.txt").read_text() == "mine"
    assert (tmp_path / "out" / "summary.md").read_text(encoding="utf-8").startswith("# Bridge closes")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "reports"]


@pytest.mark.usefixtures("instant")
def test_an_empty_folder_may_be_filled(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("collate", reports, "-o", tmp_path / "out").exit_code == 0


@pytest.mark.usefixtures("instant")
def test_a_file_in_the_place_of_the_folder_is_a_mistake(reports: Path) -> None:
    result = run("collate", reports, "-o", reports / "coast.txt", "--force")
    assert result.exit_code == 2
    assert "is a file; name a folder" in result.stderr


@pytest.mark.usefixtures("instant")
def test_a_run_that_dies_midway_leaves_nothing(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folders, "_move", die)
    result = run("collate", reports, "-o", tmp_path / "out")
    assert result.exit_code == 130
    assert result.stderr.strip() == "stopped"
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


@pytest.mark.usefixtures("instant")
def test_quiet_is_quiet(reports: Path, tmp_path: Path) -> None:
    result = run("collate", reports, "-o", tmp_path / "out", "-q")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "out" / "index.html").exists()


@pytest.mark.usefixtures("instant")
def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_done(reports: Path) -> None:
    result = run("collate", reports, reports / "nowhere.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "nowhere.txt" in result.stderr
    assert result.stdout.startswith("Bridge closes")


def test_nothing_to_collate_has_a_code_of_its_own(tmp_path: Path) -> None:
    result = run("collate", tmp_path / "nowhere.txt")
    assert result.exit_code == 3
    assert "nothing to collate" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("instant")
def test_a_report_of_something_else_is_named(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rashomon.apparatus as stage

    monkeypatch.setattr(stage, "strangers", lambda apparatus: ("b",), raising=False)
    result = run("collate", reports)
    assert result.exit_code == 0
    assert result.stderr == "Warning: b.txt seems to tell of something else: no name, day or point is shared\n"


@pytest.mark.parametrize("day", ["2031-13-01", "yesterday", "May 2"])
def test_a_day_that_is_none_is_a_usage_error(reports: Path, day: str) -> None:
    result = run("collate", reports, "--published", day)
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.stderr


def test_a_metadata_file_must_be_there(reports: Path) -> None:
    assert run("collate", reports, "--metadata", reports / "none.csv").exit_code == 2


@pytest.mark.usefixtures("instant")
def test_standard_input_is_a_path_like_others() -> None:
    result = run("collate", "-", stdin=f"{samples.GAZETTE}\f{samples.COAST}".encode())
    assert result.exit_code == 0, result.stderr


@pytest.mark.usefixtures("instant")
def test_the_options_that_change_content_are_kept(reports: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("path,publisher\ngazette.txt,The Gazette\n", encoding="utf-8")
    given = ["--metadata", table, "--published", "2031-05-02", "--format", "json"]
    assert run("collate", reports, "-o", tmp_path / "out", *given).exit_code == 0
    options = json.loads((tmp_path / "out" / "apparatus.json").read_text(encoding="utf-8"))["manifest"]["options"]
    assert options == {"metadata": hashlib.sha256(table.read_bytes()).hexdigest(), "published": "2031-05-02"}


def test_a_confidence_that_is_not_the_usual_one_is_kept(reports: Path, tmp_path: Path) -> None:
    assert run("collate", reports, "-o", tmp_path / "out", "--min-confidence", "0.9", "--format", "json").exit_code == 0
    options = json.loads((tmp_path / "out" / "apparatus.json").read_text(encoding="utf-8"))["manifest"]["options"]
    assert options == {"min_confidence": "0.9"}


@pytest.mark.parametrize("wrong", ["1.2", "-0.1", "high", "nan"])
def test_a_confidence_that_is_none_is_refused(reports: Path, wrong: str) -> None:
    result = run("collate", reports, "--min-confidence", wrong)
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_commands_arguments_reach_the_stages(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rashomon.reading

    seen: dict[str, object] = {}

    def read_paths(paths: object, **options: object) -> list[object]:
        seen.update(options, paths=paths)
        return []

    monkeypatch.setattr(rashomon.reading, "read_paths", read_paths)
    run("collate", reports, "-", "--published", "20310502", stdin=b"words")
    assert (seen["paths"], seen["published"]) == ((str(reports), "-"), "2031-05-02")
    given = seen["stdin"]
    assert (given if isinstance(given, bytes) else given.read()) == b"words"  # type: ignore[attr-defined]


# ----------------------------------------------------------------------------------------------------------------- read
def test_read_shows_what_was_understood(reports: Path) -> None:
    result = run("read", reports / "gazette.txt", "--published", "2031-05-02")
    assert result.exit_code == 0, result.stderr
    for label in (
        "headline",
        "publisher",
        "published",
        "language",
        "boilerplate",
        "names",
        "quotes",
        "dates",
        "quantities",
    ):
        assert f"\n{label}" in result.stdout


def test_read_gives_json_whose_words_stand_where_it_says(reports: Path) -> None:
    result = run("read", reports, "--format", "json")
    records = json.loads(result.stdout)
    assert [record["path"] for record in records] == ["coast.txt", "gazette.txt"]
    for record, text in zip(records, (samples.COAST, samples.GAZETTE), strict=True):
        for found in (*record["names"], *record["dates"], *record["quantities"], *record["boilerplate"]):
            assert text[found["start"] : found["end"]] == found["text"]


# ------------------------------------------------------------------------------------------------------ the whole thing
@pytest.mark.parametrize("command", [[], ["collate"], ["read"]])
def test_help_has_an_example(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout and "\n  rashomon " in result.stdout.replace("\n    rashomon", "\n  rashomon")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["colate"], "collate"),
        (["collate"], "PATH"),
        (["collate", "x", "--fromat", "json"], "--format"),
        (["read", "x", "--format", "xml"], "json"),
    ],
)
def test_a_mistake_is_a_usage_error_with_a_hint(arguments: list[str], hint: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert "Traceback" not in result.stderr


def test_the_version_is_said() -> None:
    assert run("--version").stdout == f"rashomon {rashomon.__version__}\n"


def test_help_answers_at_once() -> None:
    """A third of a second on an idle machine; four times that here, where others may be at work."""
    start = time.perf_counter()
    subprocess.run([*PROGRAM, "--help"], check=True, capture_output=True)
    assert time.perf_counter() - start < 1.6


def test_a_closed_pipe_is_no_error(reports: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "read", str(reports)], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_error_keeps_to_one_line(monkeypatch: pytest.MonkeyPatch, reports: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Unreadable("a\nb.txt", "no text")

    monkeypatch.setattr(rashomon, "collate", fail)
    result = run("collate", reports)
    assert (result.exit_code, result.stderr) == (1, "Error: a b.txt: no text\n")


def test_a_terminal_is_told_what_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.progress("comparing 2 reports", quiet=False):
        time.sleep(0.05)
    assert "comparing 2 reports …" in capsys.readouterr().err
    with terminal.progress("comparing 2 reports", quiet=True):
        time.sleep(0.05)
    assert capsys.readouterr().err == ""


def test_what_the_program_wrote_before_is_no_report(reports: Path) -> None:
    (reports / "out").mkdir()
    for form, name in folders.NAMES.items():
        (reports / "out" / name).write_text(folders._renderer(form)(samples.bridge(), ()), encoding="utf-8")
    result = run("read", reports, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [found["path"] for found in json.loads(result.stdout)] == ["coast.txt", "gazette.txt"]
    named = run("read", reports / "out" / "index.html", reports / "out" / "summary.md")
    assert named.exit_code == 3
    assert named.stderr.count("this program wrote it") == 2


@pytest.mark.usefixtures("instant")
def test_a_folder_where_a_file_would_stand_is_refused_before_anything_is_written(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "readings.csv").mkdir(parents=True)
    result = run("collate", reports, "-o", tmp_path / "out", "--force")
    assert result.exit_code == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["readings.csv"]
