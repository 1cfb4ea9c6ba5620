"""Bytes to text: every encoding the reader promises, and what it refuses."""

from __future__ import annotations

import codecs

import pytest

from rashomon.reading.decode import Undecodable, decode

ENGLISH = "“The bridge at Halm is closed,” said Zoë Brandt – it cost £3m.\r\nNobody was hurt…\n"
RUSSIAN = "Мост через реку закрыт, сообщили в мэрии города. Никто не пострадал, занятия в школах отменены. " * 3


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("UTF-8", ENGLISH.encode()),
        ("Windows-1252", ENGLISH.encode("cp1252")),
        ("UTF-16 LE without mark", ENGLISH.encode("utf-16-le")),
        ("UTF-16 BE without mark", ENGLISH.encode("utf-16-be")),
    ],
)
def test_text_is_what_the_bytes_hold(name: str, raw: bytes) -> None:
    assert decode(raw) == ENGLISH, name


@pytest.mark.parametrize(
    ("mark", "name"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_stays(mark: bytes, name: str) -> None:
    assert decode(mark + ENGLISH.encode(name)) == "\ufeff" + ENGLISH


def test_no_newline_is_translated() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_other_encodings_are_detected() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN
    assert decode(RUSSIAN.encode("utf-16-le")) == RUSSIAN


def test_western_letters_are_windows_1252() -> None:
    text = "Der Bürgermeister von Möhlingen sagte, die Brücke bleibe vorläufig geschlossen."
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "an archive or office file"),
        (b"\x89PNG\r\n", "an image"),
        (bytes(range(256)) * 20, "binary data"),
        (codecs.BOM_UTF8 + b"Halm \xff\xfe", "byte 8 does not fit"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(raw)
