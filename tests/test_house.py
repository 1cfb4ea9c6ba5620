"""The rules of the house that a machine can see."""

from __future__ import annotations

import ast
import dataclasses
import functools
import re
import statistics
import subprocess
from pathlib import Path

import pytest

from rashomon import model

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rashomon"
FILES = sorted(SOURCE.rglob("*.py"))
STAGES = [file for file in FILES if file.parent.name != "cli" and file.name != "__main__.py"]
CLOSETS = {"utils", "util", "helpers", "common", "misc", "manager", "service", "handler", "base"}
OTHER_WORDS = re.compile(r"(?:^|_)(?:articles|story|stories|claims?|clusters?)(?:_|$)", re.IGNORECASE)
OUTSIDE = {"socket", "ssl", "http", "urllib", "requests", "random", "secrets", "time", "uuid"}
OUTSIDE_NAMES = {"environ", "getenv", "now", "today", "utcnow", "sleep", "getlocale", "expanduser", "home"}


@functools.cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def short(file: Path) -> str:
    return str(file.relative_to(SOURCE))


def test_no_file_is_long_and_most_are_short() -> None:
    sizes = {short(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert not {name: size for name, size in sizes.items() if size > 400}
    assert statistics.median(sizes.values()) <= 150


@pytest.mark.parametrize("file", FILES, ids=short)
def test_a_function_fits_a_screen(file: Path) -> None:
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 50]


def test_no_file_is_a_closet() -> None:
    assert not [short(file) for file in FILES if file.stem in CLOSETS]


@pytest.mark.parametrize("file", FILES, ids=short)
def test_a_module_says_what_it_is_for_and_a_public_function_what_it_gives(file: Path) -> None:
    module = tree(file)
    assert ast.get_docstring(module), "no docstring"
    public = [
        node
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not [node.name for node in public if not ast.get_docstring(node)]


@pytest.mark.parametrize("file", STAGES, ids=short)
def test_a_stage_hears_only_its_arguments(file: Path) -> None:
    heard = []
    written = {
        id(node.value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    }
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            heard += [alias.name for alias in node.names if alias.name.split(".")[0] in OUTSIDE]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OUTSIDE:
            heard += [f"{node.module}.{alias.name}" for alias in node.names]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("print", "input", "hash")
        ):
            heard.append(node.func.id)
        elif isinstance(node, ast.Attribute) and node.attr in OUTSIDE_NAMES and id(node) not in written:
            heard.append(node.attr)
    assert not [name for name in heard if name not in ("urllib.parse", "urllib.parse.urlsplit", "urllib.parse.urljoin")]


@pytest.mark.parametrize("file", STAGES, ids=short)
def test_a_module_keeps_no_state(file: Path) -> None:
    assert not [node for node in ast.walk(tree(file)) if isinstance(node, ast.Global)]


@pytest.mark.parametrize("file", FILES, ids=short)
def test_a_thing_has_one_word(file: Path) -> None:
    names = {node.name for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    names |= {node.arg for node in ast.walk(tree(file)) if isinstance(node, ast.arg)}
    names |= {
        node.id for node in ast.walk(tree(file)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    assert not {name for name in names if OTHER_WORDS.search(name)}


def test_every_record_is_frozen_and_slotted() -> None:
    records = [thing for thing in vars(model).values() if isinstance(thing, type) and dataclasses.is_dataclass(thing)]
    assert len(records) > 20
    for record in records:
        assert record.__dataclass_params__.frozen and hasattr(record, "__slots__"), record  # type: ignore[attr-defined]


def test_every_record_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").casefold()
    records = [name for name, thing in vars(model).items() if dataclasses.is_dataclass(thing)]
    words = [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold() for name in records]
    assert not [word for word in words if not re.search(rf"\b{word}", glossary)]


def test_no_file_names_a_machine() -> None:
    """Paths of somebody's own machine do not belong in what everybody gets."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    named = []
    for name in listed:
        file = ROOT / name
        if file.suffix in (".py", ".md", ".toml", ".json", ".txt", ".js", ".css", ".html") and file.exists():
            text = file.read_text(encoding="utf-8", errors="replace")
            if re.search(r"(?<![\w.])/(?:home|root|work|Users)/\w", text) and file != Path(__file__):
                named.append(name)
    assert not named


def test_every_test_file_has_a_name_of_its_own() -> None:
    names = [file.name for file in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
