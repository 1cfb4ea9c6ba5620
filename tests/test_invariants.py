"""What must hold of any event: copies add nothing, file names mean nothing, a report taken away takes only its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.model import Apparatus

REPORTS = Path(__file__).parents[1] / "examples" / "council"


@pytest.fixture(scope="module")
def whole() -> Apparatus:
    """The apparatus of the event as it lies there."""
    return rashomon.collate(rashomon.read(REPORTS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same reports in a folder that may be changed."""
    return Path(shutil.copytree(REPORTS, tmp_path / "reports"))


def unnamed(apparatus: Apparatus) -> Apparatus:
    """The apparatus without what depends on how files are called."""
    documents = tuple(replace(document, path="", also=(), siglum="") for document in apparatus.documents)
    return replace(apparatus, documents=tuple(sorted(documents, key=lambda document: document.id)))


def by_content(things: tuple[object, ...]) -> list[str]:
    return sorted(map(repr, things))


def test_an_exact_copy_changes_nothing_but_the_paths(whole: Apparatus, folder: Path) -> None:
    shutil.copy(folder / "sentinel.txt", folder / "zz-again.txt")
    again = rashomon.collate(rashomon.read(folder))
    assert [document.also for document in again.documents if document.also] == [("zz-again.txt",)]
    assert unnamed(again) == unnamed(whole)


@pytest.mark.parametrize(
    "rename", [lambda name: f"x-{name}", lambda name: name[::-1].replace(".", "-") + Path(name).suffix]
)
def test_the_names_of_files_mean_nothing(whole: Apparatus, folder: Path, rename: Callable[[str], str]) -> None:
    for file in sorted(folder.iterdir()):
        file.rename(folder / rename(file.name))
    other = unnamed(rashomon.collate(rashomon.read(folder)))
    for kind in ("documents", "statements", "quotes", "dates", "quantities"):
        assert by_content(getattr(other, kind)) == by_content(getattr(unnamed(whole), kind)), kind
    assert {entry.id for entry in other.entries} == {entry.id for entry in whole.entries}


def test_a_report_taken_away_takes_only_what_it_said(whole: Apparatus, folder: Path) -> None:
    gone = next(document for document in whole.documents if document.path == "sentinel.txt")
    (folder / "sentinel.txt").unlink()
    rest = rashomon.collate(rashomon.read(folder))
    for kind in ("statements", "dates", "quantities"):
        kept = {record.span for record in getattr(whole, kind) if record.span.document != gone.id}
        assert {record.span for record in getattr(rest, kind)} == kept, kind


def test_one_report_alone_is_an_apparatus_of_single_entries() -> None:
    alone = rashomon.collate(rashomon.read(REPORTS / "sentinel.txt"))
    assert {entry.kind for entry in alone.entries} == {"single"}
    assert len(alone.origins) == 1
