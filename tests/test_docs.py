"""The documentation cannot lie: what it shows is run, what it links to exists, what exists is in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

import rashomon
from rashomon.cli import commands
from rashomon.export.folder import NAMES
from rashomon.export.readings_csv import COLUMNS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("src/**/*.md")])
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONS = [
    (name, option)
    for name, command in commands.commands.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
    if option not in ("-h", "--help")
]


def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(code.strip().splitlines()) <= 11
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    missing = [target for target in targets if target and "://" not in target and not (page.parent / target).exists()]
    assert not missing


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_is_documented_and_has_help(name: str) -> None:
    assert f"## rashomon {name} " in CLI
    assert commands.commands[name].help


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented(command: str, option: str) -> None:
    section = CLI.split(f"## rashomon {command} ")[1].split("\n## ")[0]
    assert re.search(rf"`{option}[ `]", section)


def test_every_documented_option_exists() -> None:
    known = {option for _, option in OPTIONS} | {"--help", "--version"}
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", CLI)) <= known


def test_every_file_written_is_documented() -> None:
    for name in NAMES.values():
        assert f"`{name}`" in CLI


def test_every_exit_code_is_documented() -> None:
    errors = [
        error
        for error in vars(rashomon).values()
        if isinstance(error, type) and issubclass(error, rashomon.RashomonError)
    ]
    assert {str(error.exit_code) for error in errors} | {"0", "130"} == set(
        re.findall(r"^\| (\d+) \|", CLI, re.MULTILINE)
    )


def test_every_field_of_the_format_is_documented() -> None:
    schema = json.loads((ROOT / "src/rashomon/export/schema.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "apparatus-format.md").read_text(encoding="utf-8")
    fields = {field for record in [schema, *schema["$defs"].values()] for field in record["properties"]}
    assert not {field for field in fields if f"`{field}`" not in page and f'"{field}"' not in page}


def test_every_module_is_on_the_tour() -> None:
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", tour))))
    modules = {file.stem for file in (ROOT / "src" / "rashomon").rglob("*.py")} - {"__init__", "__main__"}
    assert not modules - named


def test_decisions_are_numbered_in_a_row() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [record.name[:4] for record in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    assert all(record.read_text(encoding="utf-8").startswith(f"# {record.name[:4]} ") for record in records)


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{rashomon.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_table_has_no_column_twice() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
