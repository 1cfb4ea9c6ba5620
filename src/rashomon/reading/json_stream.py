"""JSON Lines and arrays of any size, an object at a time, without holding the whole.

Order: a line or an item; what it holds; a broken one comes with its problem and the others all the same. What is
larger than a report can be is passed over without being held. What is small is read by `json_text`, with the same
outcome.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from rashomon.reading.decode import Undecodable, decode, decode_piece
from rashomon.reading.json_text import checked, next_object, read_line, whole_letters
from rashomon.reading.records import LISTS, Record, is_report
from rashomon.reading.streams import LARGEST, Damaged, Stream, gather, too_large

_PIECE = 1 << 18
_NEAR = 16
_PROBED = 200
_MOST_ENVELOPE = 100_000
LINES = re.compile("")
"""Stands for JSON Lines."""
_OBJECT_LINE = re.compile(rb"(?:^|\n)(?:\xef\xbb\xbf)?[ \t]*\{[^\n]*\}[ \t\r]*(?:\n|$)")
_ARRAY = re.compile(r"\s*\[")
_LIST = re.compile(rf"[^\0]{{0,{_MOST_ENVELOPE}}}?\"(?:{'|'.join(LISTS)})\"\s*:\s*\[\s*(?=\{{)", re.I)
_LINE = 200
_ITEM = re.compile(r"[\s,]*(?=[^\s,])")


def read_lines(stream: Stream) -> Iterator[Record]:
    """The records of lines that are not blank, by the number of the line."""
    for number, line in _lines(stream):
        if isinstance(line, str):
            yield Record(number, {}, line)
            continue
        text = decode_piece(line).strip("\ufeff \t\r")
        if text:
            yield from read_line(number, text)


def how_built(head: bytes) -> re.Pattern[str] | None:
    """How a long JSON file that begins so holds its records: `LINES`, or what stands before the first item of its list.

    Null for what is no JSON, and for one object that is no list.
    """
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    lines = [line.strip() for line in start.split(b"\n")[:_PROBED]]
    full = [line for line in lines[:-1] if line]
    objects = sum(line.startswith(b"{") and line.endswith(b"}") for line in full)
    if start.startswith(b"[") and 2 * objects <= len(full):
        return _ARRAY
    if objects and (2 * objects >= len(full) or any(map(_is_report, full))):
        return LINES
    if not start.startswith(b"{"):
        return None
    if _LIST.match(start[:_MOST_ENVELOPE].decode("utf-8", "replace")):
        return _LIST
    return LINES if len(lines) == 1 and len(head) > _PIECE else None


def is_mixed_lines(raw: bytes) -> bool:
    """Whether the bytes are lines of records of which a few are no text: each line is then decoded alone."""
    if _is_utf8(raw) or not _OBJECT_LINE.search(raw):
        return False
    lines = [line for line in raw.split(b"\n") if line.strip()]
    objects = [line for line in lines if line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and _is_object(line)]
    wrong = [line for line in lines if not _is_utf8(line)]
    known = sum(_is_utf8(line) and not line.isascii() for line in objects)
    return bool(objects) and (len(wrong) <= known or not all(map(_is_text, wrong)))


def _lines(stream: Stream) -> Iterator[tuple[int, bytes | str]]:
    """Each line with its number, or what is wrong with it in its place."""
    number, held, size = 1, [b""], 0
    while True:
        try:
            piece = stream.read1(_PIECE)
        except Damaged as error:
            if size <= LARGEST and _is_object(b"".join(held)):
                yield number, b"".join(held)
                number += 1
            yield number, str(error)
            number, held, size = number + 1, [b""], 0
            continue
        first, *others = piece.split(b"\n") if piece else (b"", b"")
        size += len(first)
        if size <= LARGEST:
            held.append(first)
        else:
            held.clear()
        if others:
            yield number, b"".join(held) if size <= LARGEST else str(too_large())
            yield from enumerate(others[:-1], start=number + 1)
            number, held, size = number + len(others), [others[-1]], len(others[-1])
        if not piece:
            return


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_text(line: bytes) -> bool:
    try:
        return bool(decode(line))
    except Undecodable:
        return False


def _is_report(line: bytes) -> bool:
    return _is_object(line) and is_report(json.loads(line))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read_items(stream: Stream, opening: re.Pattern[str]) -> Iterator[Record]:
    """The records of an array, by their number; `opening` matches what stands before its first item."""
    window = _Window(stream)
    window.more()
    begin = opening.match(window.text)
    window.at = begin.end() if begin else 0
    number = 0
    while window.go_to(_ITEM) and window.text[window.at] != "]":
        number += 1
        try:
            yield checked(number, whole_letters(window.item()))
        except (ValueError, RecursionError) as error:
            what = str(error) if isinstance(error, Damaged) else "broken JSON"
            yield Record(number, {}, f"{what}; the other records were read")
            if not window.go_behind():
                break
    if window.error:
        yield Record(number + 1, {}, str(window.error))


class _Window:
    """What was read of a long text: the next item begins at `at`; `error` is where the stream was found broken."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._json = json.JSONDecoder(strict=False)
        self.text = ""
        self.at = 0
        self.error: Damaged | None = None

    def more(self) -> bool:
        """Reads as much again as is held; false at the end. The beginning of the line is kept: it shows the indent."""
        if self.error:
            return False
        used = max(0, self.at - _LINE)
        raw, self.error = gather(self._stream, max(_PIECE, len(self.text) - used))
        self.text, self.at = self.text[used:] + self._decoder.decode(raw), self.at - used
        return bool(raw)

    def go_to(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern, which matches blanks before something, matches here; goes behind it."""
        while not (found := pattern.match(self.text, self.at)):
            if not self.more():
                return False
        self.at = found.end()
        return True

    def item(self) -> object:
        """The value that begins here. Raises what is wrong with it once all of it that can be was read."""
        while True:
            try:
                item, self.at = self._json.raw_decode(self.text, self.at)
                return item
            except json.JSONDecodeError as error:
                if not error.msg.startswith("Unterminated string") and error.pos < len(self.text) - _NEAR:
                    raise
                if len(self.text) - self.at > LARGEST:
                    raise too_large() from None
                if not self.more():
                    raise

    def go_behind(self) -> bool:
        """Goes to the object behind a broken one; false when there is none."""
        begin = self.at
        while (again := next_object(self.text, begin)) is None:
            self.at = max(begin + 1, len(self.text) - _LINE)
            if not self.more():
                return False
            begin = self.at
        self.at = again
        return True
