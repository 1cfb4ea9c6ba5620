"""Archives and packed files: what is read of them, under which path, and what is passed over or refused."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest

from broken_parts import capture, zipped
from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading import read_paths, stream_paths
from rashomon.reading.streams import Damaged, Unpacked, buffered, gather, whole

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
MAYOR = (
    "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning and still was."
)
PAGE = f"<!doctype html><html><body><h1>River floods Halm</h1><p>{RIVER}</p><p>{MAYOR}</p></body></html>".encode()
LINES = "\n".join(json.dumps({"text": text}) for text in (RIVER, MAYOR)).encode()


def read(path: Path, name: str, raw: bytes) -> tuple[list[Document], list[str]]:
    (path / name).write_bytes(raw)
    problems: list[Unreadable] = []
    documents = list(stream_paths([path / name], on_problem=problems.append))
    return documents, [str(problem) for problem in problems]


def test_the_files_of_a_zip_stand_behind_its_name(tmp_path: Path) -> None:
    documents, problems = read(
        tmp_path, "all.zip", zipped({"in/b.txt": MAYOR.encode(), "a.html": PAGE, "c.jsonl": LINES})
    )
    assert [document.path for document in documents] == [
        "all.zip#a.html", "all.zip#c.jsonl#1", "all.zip#c.jsonl#2", "all.zip#in/b.txt",
    ]  # fmt: skip
    assert not problems


def test_a_packed_file_keeps_its_name(tmp_path: Path) -> None:
    assert [d.path for d in read(tmp_path, "a.txt.gz", gzip.compress(RIVER.encode()))[0]] == ["a.txt.gz"]
    assert [d.path for d in read(tmp_path, "a.jsonl.gz", gzip.compress(LINES))[0]] == ["a.jsonl.gz#1", "a.jsonl.gz#2"]
    assert read(tmp_path, "a.md.gz", gzip.compress(RIVER.encode()))[0][0].media_type == "text/markdown"


def test_what_is_packed_is_the_document_that_it_is_unpacked(tmp_path: Path) -> None:
    (packed,), _ = read(tmp_path, "a.html.gz", gzip.compress(PAGE))
    (plain,), _ = read(tmp_path, "a.html", PAGE)
    (member,), _ = read(tmp_path, "a.zip", zipped({"a.html": PAGE}))
    assert packed.id == plain.id == member.id and packed.text == plain.text == member.text


def test_the_kind_is_told_by_content(tmp_path: Path) -> None:
    documents, _ = read(tmp_path, "a.txt", zipped({"x.txt": RIVER.encode()}))
    assert [document.path for document in documents] == ["a.txt#x.txt"]


def test_archives_in_a_folder_are_read_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"x.txt": RIVER.encode()}))
    (tmp_path / "b.txt").write_text(MAYOR)
    assert [document.path for document in read_paths([tmp_path])] == ["a.zip#x.txt", "b.txt"]


@pytest.mark.parametrize(
    "name",
    ["a.png", ".hidden.txt", "__MACOSX/a.txt", "in/.git/a.txt", "README.md", "page_files/ad.html", "a.css", "b.pdf"],
)
def test_an_archive_is_sifted_as_a_folder_is(tmp_path: Path, name: str) -> None:
    documents, problems = read(tmp_path, "a.zip", zipped({"page.html": PAGE, name: b"x" * 99}))
    assert [document.path for document in documents] == ["a.zip#page.html"]
    assert not problems


def test_an_office_file_is_named_when_given_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    office = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert read(tmp_path, "a.docx", office)[1] == [
        "a.docx: not a text file: this is an archive or office file; save its text and give that"
    ]
    assert read(tmp_path, "b.zip", zipped({"in.zip": office, "a.txt": RIVER.encode()}))[1] == []


def test_an_archive_without_a_report_is_told_when_given(tmp_path: Path) -> None:
    assert read(tmp_path, "a.zip", zipped({"a.png": b"x"}))[1] == [
        "a.zip: no report in it: it holds no file that may be one"
    ]


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", RIVER)
        archive.writestr("a.txt", MAYOR)
    documents, _ = read(tmp_path, "a.zip", target.getvalue())
    assert [(d.path, d.text) for d in documents] == [("a.zip#a.txt", RIVER), ("a.zip#a.txt~2", MAYOR)]


def test_archives_stand_in_each_other_only_so_deep(tmp_path: Path) -> None:
    deep = zipped({"a.txt": RIVER.encode()})
    for _ in range(3):
        deep = zipped({"in.zip": deep})
    assert [d.path for d in read(tmp_path, "a.zip", deep)[0]] == ["a.zip#in.zip#in.zip#in.zip#a.txt"]
    documents, problems = read(tmp_path, "a.zip", zipped({"in.zip": deep}))
    assert not documents
    assert problems == ["a.zip#in.zip#in.zip#in.zip#in.zip#a.txt: archives inside archives, more than 4 deep: not read"]


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": RIVER.encode(), "b.txt": MAYOR.encode()}, zipfile.ZIP_STORED))
    raw[raw.index(b"river")] = ord("R")
    documents, problems = read(tmp_path, "a.zip", bytes(raw))
    assert [document.path for document in documents] == ["a.zip#b.txt"]
    assert problems == ["a.zip#a.txt: damaged: its checksum does not match"]


def test_an_archive_without_its_list_is_read_file_by_file(tmp_path: Path) -> None:
    raw = zipped({"a.txt": RIVER.encode(), "b.html": PAGE})
    documents, problems = read(tmp_path, "a.zip", raw[: raw.index(b"PK\x01\x02")])
    assert [document.path for document in documents] == ["a.zip#a.txt", "a.zip#b.html"]
    assert problems == ["a.zip: damaged: its list of files is missing or broken; what stands whole was read"]


def test_standard_input_may_be_an_archive_or_a_stream() -> None:
    raw = zipped({"a.txt": RIVER.encode()})
    assert [d.path for d in read_paths(["-"], stdin=raw)] == ["-#a.txt"]
    assert [d.path for d in stream_paths(["-"], stdin=io.BytesIO(raw))] == ["-#a.txt"]
    assert [d.path for d in stream_paths(["-"], stdin=io.BytesIO(gzip.compress(LINES)))] == ["-#1", "-#2"]


def test_a_collection_of_web_pages_is_read_by_its_archives(tmp_path: Path) -> None:
    files = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": gzip.compress(capture(PAGE, 1)),
        "pages/pages.jsonl": json.dumps({"url": "https://courier.example/1", "text": RIVER}).encode(),
        "logs/crawl.log": RIVER.encode(),
    }
    documents, problems = read(tmp_path, "a.wacz", zipped(files))
    assert [document.path for document in documents] == [
        "a.wacz#archive/data.warc.gz#00000000-0000-4000-8000-000000000001"
    ]
    assert not problems


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": bytes(4_000_000), "b.txt": RIVER.encode()})
    documents, problems = read(tmp_path, "a.zip", bomb)
    assert [document.path for document in documents] == ["a.zip#b.txt"]
    assert problems == ["a.zip#a.txt: says it unpacks to more than 200 times its size: not read"]


def test_the_members_of_gzip_are_one_stream() -> None:
    assert whole(buffered(Unpacked(io.BytesIO(gzip.compress(b"ab") + gzip.compress(b"cd") + bytes(512))))) == b"abcd"


def test_behind_a_broken_member_the_next_is_read() -> None:
    members = [gzip.compress(text.encode()) for text in (RIVER, MAYOR, RIVER)]
    members[1] = members[1][:20] + b"\xff" * 20 + members[1][40:]
    stream = buffered(Unpacked(io.BytesIO(b"".join(members))))
    before, error = gather(stream, 10_000)
    behind, again = gather(stream, 10_000)
    assert before.startswith(RIVER.encode()) and behind.endswith(RIVER.encode())
    assert isinstance(error, Damaged) and again is None


def test_all_before_a_cut_is_read() -> None:
    engine = zlib.compressobj(6, zlib.DEFLATED, 31)
    raw = engine.compress(RIVER.encode()) + engine.flush(zlib.Z_SYNC_FLUSH)
    text, error = gather(buffered(Unpacked(io.BytesIO(raw))), 10_000)
    assert text == RIVER.encode() and str(error) == "cut short: its end is missing"


def test_where_bytes_were_put_in_all_files_are_found(tmp_path: Path) -> None:
    raw = zipped({"a.txt": RIVER.encode(), "b.txt": MAYOR.encode()})
    middle = raw.index(b"PK\x03\x04", 4)
    documents, problems = read(tmp_path, "a.zip", raw[:middle] + b"put in" + raw[middle:])
    assert [document.text for document in documents] == [RIVER, MAYOR]
    assert problems == ["a.zip: damaged: its list of files is missing or broken; what stands whole was read"]


def test_xml_of_another_kind_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(
        "<?xml version='1.0'?><urlset><url><loc>https://x.example</loc></url></urlset>"
    )
    (tmp_path / "a.txt").write_text(RIVER)
    assert [document.path for document in read_paths([tmp_path])] == ["a.txt"]


def test_where_the_first_bytes_are_damaged_the_name_tells(tmp_path: Path) -> None:
    archive = b"damaged/" + capture(PAGE, 1)[8:] + capture(PAGE.replace(b"Halm", b"Sel"), 2)
    assert [d.text[:10] for d in read(tmp_path, "a.warc", archive)[0]] == ["River floo"]
    packed = b"\0\0" + gzip.compress(b"x")[2:] + gzip.compress(RIVER.encode())
    assert [d.text for d in read(tmp_path, "a.txt.gz", packed)[0]] == [RIVER]
