"""Bytes to text: byte order marks first, then UTF-8, UTF-16 without a mark, Windows-1252, and a detector's guess.

The text is what the bytes hold, to the last character: a byte order mark stays, no newline is translated.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

_PROBE = 64_000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What names of encodings on pages begin with; others that Python knows are not encodings of text.
_STATED = re.compile(
    r"(?:utf-?(?:8|16|32)|iso|windows|cp\d|koi|gb|big5|euc|s(?:hift)?[-_]?jis|mac|us-ascii|latin|tis)", re.I
)
_MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "an archive or office file", b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x1f\x8b": "a compressed file", b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"7z\xbc\xaf": "an archive", b"Rar!": "an archive", b"\x7fELF": "a program", b"MZ\x90": "a program",
    b"SQLite format": "a database", b"RIFF": "a media file", b"OggS": "a media file", b"ID3": "a media file",
    b"\xd0\xcf\x11\xe0": "an office file", b"wOFF": "a font", b"wOF2": "a font",
    b"\x28\xb5\x2f\xfd": "a compressed file",
}  # fmt: skip


class Undecodable(ValueError):
    """The bytes are no text that can be read; the message says why."""


def decode(raw: bytes, charset: str | None = None) -> str:
    """The text the bytes hold; `charset` is what was stated when they were fetched: it counts where UTF-8 does not fit.

    Raises `Undecodable` for binary data and for bytes no encoding explains.
    """
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            raise Undecodable(f"not a text file: this is {what}; save its text and give that")
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            return _strict(raw, name)
    sixteen = _sixteen(raw)
    if sixteen:
        return _strict(raw, sixteen)
    if _CONTROL.search(raw[:_PROBE]) and len(_CONTROL.findall(raw[:_PROBE])) > 2 + len(raw[:_PROBE]) // 1000:
        raise Undecodable("not a text file: it holds binary data")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(charset) if charset and _STATED.match(charset) else _guess(raw)
    except (UnicodeDecodeError, LookupError):
        return _guess(raw)


def decode_piece(raw: bytes, encoding: str = "utf-8") -> str:
    """The text of a record among others: of the encoding of the rest where its bytes fit.

    Single bytes that do not fit cost their letters and no more.
    """
    try:
        return raw.decode(encoding if _STATED.match(encoding) else "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = raw.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if 2 * wrong <= sum(character > "\x7f" for character in text):
        return text
    try:
        return decode(raw)
    except Undecodable:
        return text


def _strict(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise Undecodable(
            f"its byte order mark says {name.upper()}, but byte {error.start} does not fit; save it as UTF-8"
        ) from None


def _sixteen(raw: bytes) -> str | None:
    """UTF-16 without a mark shows by null bytes on one side of the pairs."""
    probe = raw[: _PROBE // 2 * 2]
    if len(raw) < 4 or len(raw) % 2 or b"\x00" not in probe:
        return None
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    pairs = len(probe) // 2
    if odd + even < 0.05 * pairs:
        return None
    if odd > 0.2 * pairs and even < 0.02 * pairs + 1:
        return "utf-16-le"
    if even > 0.2 * pairs and odd < 0.02 * pairs + 1:
        return "utf-16-be"
    return next((name for name in ("utf-16-le", "utf-16-be") if _reads_well(probe, name)), None)


def _reads_well(probe: bytes, name: str) -> bool:
    """Whether the bytes so read are letters of one or two blocks of Unicode, with blanks between them."""
    text = probe.decode(name, "replace")
    blocks = Counter(ord(character) >> 8 for character in text)
    few = sum(count for _, count in blocks.most_common(3)) >= 0.97 * len(text)
    plain = sum(character.isalpha() or character.isspace() for character in text) >= 0.75 * len(text)
    return few and plain and text.count(" ") + text.count("\n") >= 0.03 * len(text)


def _guess(raw: bytes) -> str:
    """An eight-bit encoding: Windows-1252 where its letters make sense, else the detector's."""
    western = _western(raw)
    if western is not None:
        return western
    best = from_bytes(raw[:_PROBE], preemptive_behaviour=True).best()
    names = [best.encoding] if best else []
    for name in (*names, "cp1252"):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Undecodable("its encoding could not be told; save it as UTF-8")


def _western(raw: bytes) -> str | None:
    """The bytes as Windows-1252 when the signs above ASCII are few and stand as they do in English or western text."""
    high = [byte for byte in raw[:_PROBE] if byte >= 0x80]
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    typographic = sum(
        byte in b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
        for byte in high
    )
    letters = len(
        re.findall(r"(?<=[a-zA-Z])[à-öø-ÿ](?![à-öø-ÿ]{2})|(?<![a-zA-Z])[à-öø-ÿÀ-ÖØ-Þ](?=[a-z])", text[:_PROBE])
    )
    share = len(high) / max(1, len(raw[:_PROBE]))
    return text if share <= 0.12 and typographic + letters >= 0.9 * len(high) else None
