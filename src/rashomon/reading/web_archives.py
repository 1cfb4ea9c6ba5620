"""The pages inside a web archive (WARC), one at a time; a broken record costs itself alone.

Order: where a record begins and ends; whether another begins there too; its kind; what HTTP wrapped around it. Records
are framed here, since a reader that trusts a wrong length loses all that stands behind it; fastwarc reads the headers.
Of a crawl only pages that were answered with success count, and the text that a record of its own holds.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.reading.streams import LARGEST, RATIO, Damaged, Stream

_BEGINS = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n")
_BEGINS_WITHIN = re.compile(rb"\n(?=WARC/[01]\.\d{1,2}[ \t]*\r?\n[A-Za-z-]+:)")
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,15})[ \t]*\r?$")
_TYPE = re.compile(rb"(?im)^warc-type:[ \t]*(\w+)")
_ID = re.compile(rb"(?im)^warc-record-id:[ \t]*<?(?:urn:uuid:)?([^>\s]{1,100})")
_BLANK = b"\r\n\t \0"
_MOST_HEAD = 64 * 1024
_HELD = ("response", "resource", "conversion")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Capture:
    """A page or text as it was fetched: where it stands, its bytes, its address and the encoding stated for it."""

    place: str
    raw: bytes
    page: bool
    url: str | None = None
    charset: str | None = None
    shortened: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that could not be read, and why."""

    place: str
    problem: str


def read_captures(stream: Stream) -> Iterator[Capture | Lost]:
    """The pages of the archive in its order, and every broken record."""
    for record in _records(stream):
        if isinstance(record, Lost):
            yield record
            continue
        offset, raw = record
        place = _place(raw, offset)
        try:
            capture = _capture(raw, place)
        except (Damaged, OSError, ValueError) as error:
            yield Lost(place, str(error) if isinstance(error, Damaged) else "damaged: its headers cannot be read")
            continue
        if capture is not None:
            yield capture


def _records(stream: Stream) -> Iterator[tuple[int, bytes] | Lost]:
    """Each record that may hold a report, with its offset in the unpacked archive."""
    window = _Window(stream)
    while True:
        try:
            lost = window.go_to_record()
            if lost:
                yield lost
            if not window.data:
                return
            yield from _record(window)
        except Damaged as error:
            yield Lost(_place(bytes(window.data[:_MOST_HEAD]), window.at), str(error))
            window.drop(len(window.data))


def _record(window: _Window) -> Iterator[tuple[int, bytes] | Lost]:
    head = window.head()
    place, at = _place(head, window.at), window.at
    length = _LENGTH.search(head)
    if not head or length is None or _BEGINS_WITHIN.search(head):
        yield Lost(place, "damaged: its headers are broken")
        window.drop(1)
        window.go_to_record()
        return
    size = len(head) + int(length[1])
    kind = _TYPE.search(head)
    if int(length[1]) > LARGEST:
        # whether it is so long or only says so, the next record is where one begins
        yield Lost(place, f"larger than {LARGEST >> 20} MB, or says so: not read")
        window.drop(len(head))
        window.go_to_record()
        return
    wrong = window.wrong_end(len(head), size)
    if wrong is None:
        if kind and kind[1].decode().lower() in _HELD:
            yield at, bytes(window.data[:size])
        window.drop(size)
        return
    what, behind = wrong
    yield Lost(place, what)
    window.drop(behind)


class _Window:
    """What was read of the archive and not yet used: `at` is where it begins."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.data = bytearray()
        self.at = 0

    def drop(self, size: int) -> None:
        self.at += min(size, len(self.data))
        del self.data[:size]

    def fill(self, size: int) -> bool:
        """Whether the window holds so many bytes; false at the end of the archive."""
        while len(self.data) < size:
            piece = self._stream.read1(1 << 16)
            if not piece:
                return False
            self.data += piece
        return True

    def go_to_record(self) -> Lost | None:
        """Goes to where the next record begins, or to the end; what is passed over on the way is told."""
        begun, passed = self.at, False
        while self.fill(1):
            blank = len(self.data) - len(self.data.lstrip(_BLANK))
            if blank:
                self.drop(blank)
                continue
            self.fill(16)
            if _BEGINS.match(self.data):
                break
            passed = True
            found = _BEGINS_WITHIN.search(self.data)
            if found:
                self.drop(found.end())
                break
            # the beginning of a record may be cut by the end of the window
            size = len(self.data)
            self.drop(max(1, size - 64) if self.fill(size + 1) else size)
        return Lost(f"offset {begun}", "damaged: bytes that are no record were passed over") if passed else None

    def head(self) -> bytes:
        """The record's own headers with the blank line behind them; nothing where they do not end."""
        size = 1024
        while True:
            full = self.fill(min(size, _MOST_HEAD))
            end = _HEAD_ENDS.search(self.data, 0, _MOST_HEAD)
            if end:
                return bytes(self.data[: end.end()])
            if not full or size >= _MOST_HEAD:
                return b""
            size *= 4

    def wrong_end(self, head: int, size: int) -> tuple[str, int] | None:
        """What is wrong with a record of this size, and where to go on; null when it ends where it should."""
        try:
            full = self.fill(size)
            if full and self.fill(size + 24) is not None and _goes_on(bytes(self.data[size : size + 24])):
                return None
        except Damaged as error:
            if len(self.data) < size or not error.clean:
                raise
            # what is damaged begins behind this record: it is whole, and the damage is met again
            self._stream = _Told(error.anew(), self._stream)
            return None
        within = _BEGINS_WITHIN.search(self.data, head - 1)
        what = "damaged: it is not as long as it says" if full or within else "cut short: its end is missing"
        return what, within.end() if within else len(self.data) if not full else size


class _Told:
    """A stream whose damage was met too early: it is met once more."""

    def __init__(self, error: Damaged, stream: Stream) -> None:
        self._error: Damaged | None = error
        self._stream = stream

    def read1(self, size: int = -1, /) -> bytes:
        if error := self._error:
            self._error = None
            raise error.anew()
        return self._stream.read1(size)


def _goes_on(behind: bytes) -> bool:
    """Whether what stands behind a record is its end: the two empty lines, or another record, or nothing."""
    rest = behind.lstrip(b"\r\n\0")
    return behind.startswith(b"\r\n\r\n") or not rest or rest.startswith(b"WARC/"[: len(rest)])


def _place(head: bytes, offset: int) -> str:
    found = _ID.search(head.split(b"\r\n\r\n", 1)[0][:_MOST_HEAD])
    return found[1].decode("utf-8", "replace") if found else f"offset {offset}"


def _capture(raw: bytes, place: str) -> Capture | None:
    """The page a record holds; null for pictures, scripts, redirections and the like."""
    # slow to import, and most runs read no archive
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord.from_bytes(raw)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    shortened = record.headers.get("WARC-Truncated") is not None
    if not record.is_http:
        kind = (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if record.record_type == WarcRecordType.response or kind not in (*_PAGES, "text/plain"):
            return None
        return Capture(place, record.reader.read(), kind in _PAGES, url, None, shortened)
    record.parse_http(auto_decode="none")
    headers = record.http_headers
    if (headers.status_code or 0) // 100 != 2 or (record.http_content_type or "").lower() not in _PAGES:
        return None
    payload = record.reader.read()
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        payload = _joined(payload)
    payload = _decoded(payload, (headers.get("Content-Encoding") or "").strip().lower())
    return Capture(place, payload, True, url, (record.http_charset or "").strip("\"' ") or None, shortened)


def _joined(payload: bytes) -> bytes:
    """The chunks of a transfer as one; many archives hold the page joined already."""
    from fastwarc.stream_io import ChunkedReader

    if not re.match(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n", payload):
        return payload
    try:
        return ChunkedReader(io.BytesIO(payload)).read()
    except OSError:
        raise Damaged("damaged: the pieces it was sent in do not fit") from None


def _decoded(payload: bytes, coding: str) -> bytes:
    """The page as it was before it was packed for sending; many archives hold it unpacked already."""
    if coding in ("gzip", "x-gzip") and payload.startswith(b"\x1f\x8b"):
        return _unpacked(payload, 31)
    if coding == "deflate" and not payload.lstrip().startswith(b"<"):
        return _unpacked(payload, 15 if payload[:1] == b"\x78" else -15)
    if coding == "br" and not payload.lstrip().startswith(b"<"):
        from fastwarc.stream_io import BrotliReader

        try:
            page = BrotliReader(io.BytesIO(payload)).read(LARGEST + 1)
        except OSError:
            raise Damaged("damaged: it cannot be unpacked") from None
        if len(page) > LARGEST:
            raise Damaged(f"unpacks to more than {LARGEST >> 20} MB: not read")
        return page
    return payload


def _unpacked(payload: bytes, form: int) -> bytes:
    engine = zlib.decompressobj(form)
    most = max(RATIO * len(payload), 1 << 20)
    try:
        page = engine.decompress(payload, min(most, LARGEST) + 1)
    except zlib.error:
        raise Damaged("damaged: it cannot be unpacked") from None
    if len(page) > min(most, LARGEST):
        raise Damaged(f"unpacks to more than {RATIO} times its size: not read")
    if not engine.eof:
        raise Damaged("cut short: its end is missing")
    return page
