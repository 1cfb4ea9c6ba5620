"""Web archives: which records are pages, what HTTP wrapped around them, and broken records."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broken_parts import capture
from rashomon.reading import read_paths
from rashomon.reading.streams import Unpacked, buffered
from rashomon.reading.web_archives import Capture, Lost, read_captures

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
PAGE = f"<!doctype html><html><body><h1>River floods Halm</h1><p>{RIVER}</p><p>{RIVER}</p></body></html>".encode()
PACKED, CHUNKED = "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"


def found(raw: bytes) -> list[Capture | Lost]:
    return list(read_captures(io.BytesIO(raw)))


def other(kind: str, body: bytes, content: str) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://x.example\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def test_a_page_is_a_document_with_its_address(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(other("warcinfo", b"software: x", "application/warc-fields") + capture(PAGE, 7))
    (document,) = read_paths([tmp_path / "a.warc"])
    assert document.path == "a.warc#00000000-0000-4000-8000-000000000007"
    assert (document.url, document.media_type) == (f"https://courier.example/{zlib.crc32(PAGE)}", "text/html")


def test_a_page_of_an_archive_is_the_page_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(capture(PAGE, 1)))
    (tmp_path / "b.html").write_bytes(PAGE)
    (document,) = read_paths([tmp_path])
    assert document.also == ("b.html",)


def test_text_taken_from_pages_is_read_too() -> None:
    (text,) = found(other("conversion", RIVER.encode(), "text/plain"))
    assert text == Capture("offset 0", RIVER.encode(), False, "https://x.example")


@pytest.mark.parametrize(
    "record",
    [
        other("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        other("metadata", b"fetchTimeMs: 9", "application/warc-fields"),
        other("resource", b"\x89PNG", "image/png"),
        capture(b"\x89PNG", 1, kind="image/png"),
        capture(PAGE, 1).replace(b"200 OK", b"404 No"),
    ],
)
def test_what_is_no_page_is_passed_over(record: bytes) -> None:
    assert found(record) == []


@pytest.mark.parametrize(
    ("body", "wrapping"),
    [
        (gzip.compress(PAGE), PACKED),
        (PAGE, PACKED),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), CHUNKED),
        (PAGE, CHUNKED),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(PAGE)), gzip.compress(PAGE)), PACKED + CHUNKED),
    ],
)
def test_what_http_wrapped_is_unwrapped(body: bytes, wrapping: str) -> None:
    (page,) = found(capture(body, 1, coding=wrapping))
    assert isinstance(page, Capture) and page.raw == PAGE


def test_the_stated_encoding_is_kept(tmp_path: Path) -> None:
    text = "Река поднялась в городе Хальм во вторник после двух дней дождя, сообщили чиновники. " * 4
    page = f"<html><body><h1>Река</h1><p>{text}</p></body></html>".encode("cp1251")
    raw = capture(page, 1).replace(b"charset=utf-8", b"charset=cp1251")
    (tmp_path / "a.warc").write_bytes(with_its_length(raw))
    (document,) = read_paths([tmp_path])
    assert text.strip() in document.text


def with_its_length(raw: bytes) -> bytes:
    """The record with its length made right again."""
    head, _, block = raw.partition(b"\r\n\r\n")
    before, _, _ = head.rpartition(b": ")
    return before + b": %d\r\n\r\n" % (len(block) - 4) + block


BAD = {
    "too long": capture(PAGE, 9, length="5000"),
    "too short": capture(PAGE, 9, length="50"),
    "far too long": capture(PAGE, 9, length="99999999999"),
    "no number": capture(PAGE, 9, length="many"),
    "no page": b"this is not a record\r\n\r\n",
    "no head": b"WARC/1.1\r\nWARC-Type: response\r\n",
    "half packed": capture(gzip.compress(PAGE)[:-20], 9, coding=PACKED),
    "half in pieces": capture(b"fffff\r\n" + PAGE[:50], 9, coding=CHUNKED),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_costs_itself(bad: str, packed: bool) -> None:
    records = [capture(PAGE, 1), BAD[bad], capture(PAGE, 2), capture(PAGE, 3)]
    raw = b"".join(gzip.compress(record) if packed else record for record in records)
    stream = buffered(Unpacked(io.BytesIO(raw))) if packed else io.BytesIO(raw)
    read = list(read_captures(stream))
    assert [one.place[-1] for one in read if isinstance(one, Capture)] == ["1", "2", "3"]
    assert len([one for one in read if isinstance(one, Lost)]) == 1


def test_an_archive_that_was_cut_keeps_all_before(tmp_path: Path) -> None:
    raw = capture(PAGE, 1) + capture(PAGE, 2)
    first, second = found(raw[:-40])
    assert isinstance(first, Capture) and second == Lost(
        "00000000-0000-4000-8000-000000000002", "cut short: its end is missing"
    )


PIECES = st.sampled_from(
    [
        capture(PAGE, 1),
        capture(PAGE, 2, length="9"),
        b"WARC/1.0\r\n",
        b"Content-Length: 4\r\n\r\n",
        b"\r\n",
        b"x",
        b"\0",
        PAGE,
    ]
)


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=6), st.integers(0, 300))
def test_any_bytes_are_read_to_their_end(pieces: list[bytes], cut: int) -> None:
    raw = b"".join(pieces)
    raw = raw[: max(0, len(raw) - cut)]
    assert found(raw) == found(raw)
