"""The metadata table: what it may say and how its errors read."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import Unreadable, UsageError
from rashomon.model import Document
from rashomon.reading.overrides import Override, apply_overrides, check_day, read_overrides


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "meta.csv"
    path.write_text(text, encoding="utf-8")
    return path


def document(path: str) -> Document:
    return Document(id=f"d-{path}", path=path, sha256="", media_type="text/plain", text="", publisher="Found")


def test_a_table_is_read_by_path(tmp_path: Path) -> None:
    path = table(
        tmp_path, 'path,publisher,published,url\na.txt,"Post, The",14 May 2024,\n\nb.txt,,,https://b.example/\n'
    )
    assert read_overrides(path) == {
        "a.txt": Override("Post, The", "2024-05-14", None),
        "b.txt": Override(None, None, "https://b.example/"),
    }


def test_semicolons_and_a_byte_order_mark(tmp_path: Path) -> None:
    assert read_overrides(table(tmp_path, "\ufeffpath;publisher\na.txt;Halm Post\n")) == {
        "a.txt": Override("Halm Post")
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,publisher\n", "line 1: no column is called path"),
        ("path,publishr\n", r"line 1: no column is called 'publishr' \(did you mean publisher\?\)"),
        ("path,url,url\n", "line 1: the column url stands twice"),
        ("path,published\na.txt,2024-05-14\nb.txt,soon\n", "line 3: 'soon' is not a day; write it as 2031-05-02"),
        ("path,published\na.txt,03/04/2024\n", "line 2: 03/04/2024 may be 2024-03-04 or 2024-04-03"),
        ("path,url\n,x\n", "line 2: the path is empty"),
        ("path,url\na.txt,x\na.txt,y\n", "line 3: a.txt stands here a second time"),
        ("path,url\na.txt,x,y\n", "line 2: 3 cells, but the first line names 2 columns"),
    ],
)
def test_errors_name_the_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_overrides(table(tmp_path, text))


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_overrides(tmp_path / "no.csv")


def test_what_is_stated_takes_the_place_of_what_was_found() -> None:
    stated = {"a.txt": {"publisher": "Post", "url": None}}
    documents = apply_overrides([document("a.txt"), document("b.txt"), document("in/a.txt")], stated, [])
    assert [d.publisher for d in documents] == ["Post", "Found", "Found"]


def test_a_longer_path_means_the_report_it_ends_with() -> None:
    (stated,) = apply_overrides([document("a.txt")], {"./in/a.txt": Override("Post")}, [])
    assert stated.publisher == "Post"


def test_a_path_that_means_no_report_is_told() -> None:
    with pytest.raises(UsageError, match=r"names a.tx, which is not among the reports; did you mean a.txt\?"):
        apply_overrides([document("a.txt")], {"a.tx": Override("Post")}, [])


def test_a_report_that_could_not_be_read_may_stand_in_the_table() -> None:
    assert apply_overrides([], {"bad.txt": Override("Post")}, ["bad.txt"]) == []


def test_days_of_the_command_line() -> None:
    assert check_day("May 2, 2031", "--published") == "2031-05-02"
    with pytest.raises(UsageError, match="2025-02-30"):
        check_day("2025-02-30", "--published")
