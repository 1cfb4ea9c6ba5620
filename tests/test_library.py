"""The door of the library: what it offers, what it costs, and that the README tells the truth about it."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import rashomon
from rashomon import model, run

ROOT = Path(__file__).parents[1]


def test_everything_offered_is_there_and_in_order() -> None:
    assert rashomon.__all__ == sorted(rashomon.__all__)
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)


def test_every_record_is_offered() -> None:
    records = {name for name, thing in vars(model).items() if dataclasses.is_dataclass(thing)}
    assert records <= set(rashomon.__all__)


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert rashomon.__version__ == project["version"]
    assert f"rashomon {rashomon.__version__}" == run.PROGRAM


@pytest.mark.parametrize("module", ["rashomon", "rashomon.cli"])
def test_the_door_is_light(module: str) -> None:
    heavy = ["numpy", "onnxruntime", "trafilatura", "tokenizers", "lxml", "rich", "rashomon.run"]
    code = f"import {module}, sys; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"


def test_what_is_found_in_one_report_is_at_hand() -> None:
    code = "import rashomon; print(rashomon.annotate.annotate.__name__)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "annotate"
    with pytest.raises(AttributeError, match="no attribute 'compare'"):
        rashomon.compare  # noqa: B018


def test_files_to_apparatus_to_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve people were hurt in Marle on Friday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Fourteen people were hurt in Marle on Friday.", encoding="utf-8")
    apparatus = rashomon.collate(rashomon.read(tmp_path, published="2031-05-02"))
    written = json.loads(rashomon.to_json(apparatus))
    assert [document["siglum"] for document in written["documents"]] == ["A", "B"]
    assert [document["published"] for document in written["documents"]] == ["2031-05-02"] * 2


def test_metadata_overrides_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve people were hurt in Marle on Friday.", encoding="utf-8")
    table = tmp_path / "meta.csv"
    table.write_text("path,publisher,published,url\na.txt,The Marle Gazette,2031-05-02,\n", encoding="utf-8")
    (document,) = rashomon.read([tmp_path / "a.txt"], metadata=table)
    assert (document.publisher, document.published) == ("The Marle Gazette", "2031-05-02")


def test_a_file_that_cannot_be_read_raises_unless_somebody_listens(tmp_path: Path) -> None:
    with pytest.raises(rashomon.Unreadable, match="nowhere"):
        rashomon.read([tmp_path / "nowhere.txt"])
    heard: list[rashomon.Unreadable] = []
    assert rashomon.read([tmp_path / "nowhere.txt"], on_problem=heard.append) == []
    assert len(heard) == 1


def test_nothing_is_an_error() -> None:
    with pytest.raises(rashomon.NothingToCollate):
        rashomon.collate([])
