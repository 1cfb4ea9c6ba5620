"""The way from paths to documents: what is found, named, joined, refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rashomon.errors import Unreadable, UsageError
from rashomon.reading import read_overrides, read_paths

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
MAYOR = (
    "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning and still was."
)
HTML = f"<!doctype html><html><body><h1>River floods Halm</h1><p>{RIVER}</p><p>{MAYOR}</p></body></html>"


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_is_read_at_any_depth_in_order(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "b.txt": RIVER,
            "a/z.md": MAYOR,
            "a/.hidden.txt": "no",
            ".git/x.txt": "no",
            "style.css": "p{}",
            "i.png": b"\x89PNG",
        },
    )
    assert [(d.path, d.media_type) for d in read_paths([tmp_path])] == [
        ("a/z.md", "text/markdown"),
        ("b.txt", "text/plain"),
    ]


def test_a_file_goes_by_its_name_and_longer_where_two_would_share_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"one/a.txt": RIVER, "two/a.txt": MAYOR})
    monkeypatch.chdir(tmp_path)
    assert [d.path for d in read_paths(["one/a.txt"])] == ["a.txt"]
    assert [d.path for d in read_paths(["one/a.txt", "two/a.txt"])] == ["one/a.txt", "two/a.txt"]
    assert [d.path for d in read_paths(["one", "two"])] == ["one/a.txt", "two/a.txt"]


def test_the_folder_of_a_saved_page_is_part_of_the_page(tmp_path: Path) -> None:
    put(
        tmp_path, {"page.html": HTML, "page_files/ad.html": HTML, "page_files/x.txt": RIVER, "other_files/y.txt": MAYOR}
    )
    assert [d.path for d in read_paths([tmp_path])] == ["other_files/y.txt", "page.html"]


def test_a_page_names_the_bytes_it_came_from(tmp_path: Path) -> None:
    (document,) = read_paths([put(tmp_path, {"page": HTML})])
    assert (document.media_type, document.raw) == ("text/html", document.sha256)
    assert document.text.split("\n")[0] == "River floods Halm"


def test_a_saved_archive_is_read(tmp_path: Path) -> None:
    archive = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
        f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}\r\n--B--\r\n"
    )
    (document,) = read_paths([put(tmp_path, {"page.mhtml": archive})])
    assert document.media_type == "text/html"


def test_text_is_the_file_as_decoded(tmp_path: Path) -> None:
    raw = f"\ufeff\r\n River floods Halm\r\n\r\n{RIVER}\r\n\t".encode()
    (document,) = read_paths([put(tmp_path, {"a.txt": raw})])
    assert document.text == raw.decode()
    assert document.id == f"d-{document.sha256[:12]}"
    assert document.language == "en"


def test_identical_files_are_one_document(tmp_path: Path) -> None:
    put(tmp_path, {"b.txt": RIVER, "a.txt": RIVER, "c/d.txt": RIVER})
    (document,) = read_paths([tmp_path])
    assert (document.path, document.also) == ("a.txt", ("b.txt", "c/d.txt"))


def test_the_order_of_arguments_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": RIVER, "b.txt": MAYOR, "c.html": HTML})
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.html")]
    assert read_paths(files) == read_paths(reversed(files)) == read_paths([tmp_path])


def test_lines_of_records_have_paths_of_their_own(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"title": "River floods Halm", "text": text}) for text in (RIVER, MAYOR))
    documents = read_paths([put(tmp_path, {"all.jsonl": lines})])
    assert [d.path for d in documents] == ["all.jsonl#1", "all.jsonl#2"]
    assert all(d.raw == d.sha256 for d in documents)


def test_json_without_a_report_is_passed_over_in_a_folder_and_named_otherwise(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "a.txt": RIVER,
            "settings.json": '{"a": 1}',
            "apparatus.json": '{"format": "rashomon/apparatus", "documents": [{"text": "x"}]}',
        },
    )
    assert [d.path for d in read_paths([tmp_path])] == ["a.txt"]
    with pytest.raises(Unreadable, match=r"settings.json: no report in this record"):
        read_paths([tmp_path / "settings.json"])


def test_standard_input_holds_texts_or_records() -> None:
    texts = f"River floods Halm\n\n{RIVER}\f\n\fMayor closes the bridge\n\n{MAYOR}\n".encode()
    assert [d.path for d in read_paths(["-"], stdin=texts)] == ["-#1", "-#2"]
    assert [d.path for d in read_paths(["-"], stdin=RIVER.encode())] == ["-"]
    lines = "\n".join(json.dumps({"text": text}) for text in (RIVER, MAYOR)).encode()
    assert [d.path for d in read_paths(["-"], stdin=lines)] == ["-#1", "-#2"]


def test_the_day_of_the_command_fills_only_gaps(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": RIVER, "b.txt": f"River floods Halm\n\nHalm Post\n2024-05-14\n\n{MAYOR}"})
    assert [d.published for d in read_paths([tmp_path], published="15 May 2024")] == ["2024-05-15", "2024-05-14"]
    with pytest.raises(UsageError, match="--published"):
        read_paths([tmp_path], published="yesterday")


def test_a_table_overrides_what_was_found(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"in/a.txt": RIVER, "in/b.txt": MAYOR, "meta.csv": "path,publisher,published\nb.txt,Halm Post,2024-05-13\n"},
    )
    documents = read_paths([tmp_path / "in"], overrides=read_overrides(tmp_path / "meta.csv"), published="2024-05-20")
    assert [(d.publisher, d.published) for d in documents] == [(None, "2024-05-20"), ("Halm Post", "2024-05-13")]


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "empty: there is nothing to read in it"),
    "blank.txt": (" \n\t\n", "empty: there is nothing to read in it"),
    "binary.txt": (bytes(range(256)) * 9, "not a text file: it holds binary data"),
    "really.txt": (b"%PDF-1.4", "a PDF file"),
    "mark.txt": (b"\xef\xbb\xbfHalm \xff\xfe", "byte 8 does not fit"),
    "page.html": ("<html><body></body></html>", "no report found in this page"),
    "record.json": ('{"text": "a"', "broken JSON at line 1"),
    "long.txt": (b"The river rose. " * 200_000, "too long for a report: 3,200,000 characters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_costs_the_others_nothing(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    put(tmp_path, {"good.txt": RIVER, name: content})
    problems: list[Unreadable] = []
    documents = read_paths([tmp_path], on_problem=problems.append)
    assert [d.path for d in documents] == ["good.txt"]
    assert [problem.path for problem in problems] == [name]
    assert reason in problems[0].reason
    assert "\n" not in str(problems[0])


def test_a_broken_record_costs_only_itself(tmp_path: Path) -> None:
    lines = [json.dumps({"text": RIVER, "n": number}) for number in range(9)]
    lines[6] = "{"
    problems: list[Unreadable] = []
    documents = read_paths([put(tmp_path, {"all.jsonl": "\n".join(lines)})], on_problem=problems.append)
    assert len(documents) == 8
    assert [problem.path for problem in problems] == ["all.jsonl#7"]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, {"river.txt": RIVER})
    with pytest.raises(Unreadable, match=r"no such file; did you mean .*river.txt\?"):
        read_paths([tmp_path / "rivr.txt"])


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, *__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    put(tmp_path, {"a.txt": RIVER})
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unreadable, match=r"a.txt: cannot be opened: permission denied"):
        read_paths([tmp_path])


def test_files_about_a_folder_are_not_reports(tmp_path: Path) -> None:
    put(tmp_path, {"README.md": RIVER, "LICENSE": MAYOR, "a.txt": MAYOR})
    assert [d.path for d in read_paths([tmp_path])] == ["a.txt"]
    assert [d.path for d in read_paths([tmp_path / "README.md"])] == ["README.md"]


def test_a_link_back_to_the_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, {"in/a.txt": RIVER})
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    assert [d.path for d in read_paths([tmp_path])] == ["in/a.txt"]


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(Unreadable, match="cannot be listed: permission denied"):
        read_paths([tmp_path])


def test_links_that_lead_round_in_a_circle_cost_only_themselves(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": RIVER})
    (tmp_path / "b.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    problems: list[Unreadable] = []
    assert [d.path for d in read_paths([tmp_path], on_problem=problems.append)] == ["a.txt"]
    assert [problem.path for problem in problems] == ["b.txt", "c.txt"]
