"""Imports point one way: from what a user touches down to the records."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "rashomon"
LAYERS = (  # each may import from those above it, and a package from itself
    {"model", "errors"},
    {"text", "order", "components", "inference"},
    {"lexicon", "encoder", "syntax"},
    {"reading", "annotate", "clauses", "terms"},
    {"copies", "entities", "event", "events", "antecedents", "differing_words", "altered"},
    {"bodies"},
    {"speakers", "renderings", "store", "executors"},
    {"statements", "timeline", "framing"},
    {"apparatus"},
    {"run"},
    {"explain"},
    {"export"},
    {"summary"},
    {"pile"},
    {"watch"},
    {"__init__"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
FILES = sorted(SOURCE.rglob("*.py"))


def part(module: str) -> str:
    """The module or subpackage right below `rashomon` that a dotted name leads to; the door itself is `__init__`."""
    return [*module.split("."), "__init__"][1]


def imported(tree: ast.AST) -> set[str]:
    """The parts of the house that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {part(alias.name) for alias in node.names if alias.name.split(".")[0] == "rashomon"}
        elif isinstance(node, ast.ImportFrom) and node.module == "rashomon":
            names = {alias.name for alias in node.names}
            found |= {name if name in LEVEL else "__init__" for name in names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rashomon."):
            found.add(part(node.module or ""))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_point_down(file: Path) -> None:
    own = file.relative_to(SOURCE).parts[0].removesuffix(".py")
    others = imported(ast.parse(file.read_text(encoding="utf-8"))) - {own}
    assert {own, *others} <= set(LEVEL), "a new module: give it its place in LAYERS"
    upward = {name for name in others if LEVEL[name] >= LEVEL[own]}
    constants = {"__init__"} if own == "run" else set()  # the version, which the program states in what it writes
    assert upward <= constants


def test_imports_are_absolute() -> None:
    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level], file
