"""The files inside a tar archive, one at a time, as they stand one behind the other; nothing is written to a disk.

Order: a header of 512 bytes says what follows; of files the bytes are given, links, folders and devices are passed
over; a long name stands in a header of its own before. Where a header is broken the next is looked for, wherever it
stands. `tarfile` understands the headers; its own way through an archive ends at the first broken one, and keeps all.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections import Counter
from collections.abc import Generator, Iterator
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from rashomon.reading.streams import Damaged, Stream, buffered, gather
from rashomon.reading.zips import Member, numbered

MOST_FILES = 5_000_000
"""Eight bytes of each name are held, to tell files of one name apart."""
_BLOCK = 512
_PIECE = 1 << 16
_MAGIC, _MAGIC_AT = b"ustar", 257
_LONG_NAME, _LONG_LINK, _OF_NEXT, _OF_ALL, _SPARSE = b"L", b"K", b"x", b"g", b"S"
_MORE_HOLES, _YET_MORE = 482, 504  # where a header and a block of holes say that another block of holes follows
_MOST_NAMED = 1 << 20  # bytes that say the name of a file
_LOOKED_BACK = 2 * _BLOCK - 1
_MOST_TRIES = 1000
_FIELD = re.compile(rb"(\d{1,7}) ([^=\n]{1,200})=")
_CUT = "cut short: its end is missing"
_NO_HEADER = "damaged: what a file in it is called and how long it is cannot be read; what stands whole was read"
_HOLES = "stored with holes, which is not read here; unpack the archive and give the folder"

_Header = tuple[tarfile.TarInfo, bytes]


class _Said(NamedTuple):
    """What was said of the next file before its own header."""

    name: str = ""
    size: int | None = None
    holes: bool = False


def is_tar(head: bytes) -> bool:
    """Whether bytes that begin so are a tar archive: its first header fits its own checksum."""
    return head[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] == _MAGIC and _understood(head[:_BLOCK]) is not None


def read_tar(stream: Stream) -> Iterator[Member | Damaged]:
    """The files, each to be read before the next is asked for, and what is broken between them.

    Raises `Damaged` where there are more than can be told apart.
    """
    ahead = _Ahead(stream)
    seen: Counter[bytes] = Counter()
    said = _Said()
    while (found := (yield from _next_header(ahead))) is not None:
        header, block = found
        if header.type == _SPARSE:
            _pass_holes(ahead, block)
        body = _Body(ahead, _size(header, said))
        if header.type in (_LONG_NAME, _OF_NEXT):
            raw, error = gather(buffered(body), _MOST_NAMED)
            if error:
                yield error
            said = _with(said, header.type, raw)
        elif header.type not in (_LONG_LINK, _OF_ALL):
            if header.isreg():
                name = (said.name or header.name).removeprefix("./")
                holes = said.holes or header.type == _SPARSE
                yield Member(name, _place(name, seen), partial(_opened, body, holes))
            said = _Said()
        broken = body.pass_over()
        if broken:
            yield broken


def _size(header: tarfile.TarInfo, said: _Said) -> int:
    """How many bytes follow the header: none for links, folders and devices, whatever they say."""
    if not header.isreg() and header.type in tarfile.SUPPORTED_TYPES and header.type not in (_LONG_NAME, _LONG_LINK):
        return 0
    return said.size if said.size is not None and header.isreg() else header.size


def _with(said: _Said, kind: bytes, raw: bytes) -> _Said:
    if kind == _LONG_NAME:
        return said._replace(name=_text(raw.partition(b"\0")[0]))
    fields = _fields(raw)
    name = fields.get(b"GNU.sparse.name") or fields.get(b"path") or b""
    size = fields.get(b"size", b"")
    return _Said(
        _text(name) or said.name,
        int(size) if re.fullmatch(rb"\d{1,18}", size) else said.size,
        said.holes or any(key.startswith(b"GNU.sparse.") for key in fields),
    )


def _fields(raw: bytes) -> dict[bytes, bytes]:
    """Lines of `LENGTH KEY=VALUE`, up to the first that is not as long as it says."""
    fields = {}
    at = 0
    while (match := _FIELD.match(raw, at)) and raw[at + int(match[1]) - 1 : at + int(match[1])] == b"\n":
        fields[match[2]] = raw[match.end() : at + int(match[1]) - 1]
        at = max(at + int(match[1]), match.end())
    return fields


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _place(name: str, seen: Counter[bytes]) -> str:
    key = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    seen[key] += 1
    if len(seen) > MOST_FILES:
        raise Damaged(f"holds more than {MOST_FILES:,} files; unpack it and give the folder")
    return numbered(name, seen[key])


def _opened(body: _Body, holes: bool) -> io.BufferedReader:
    if holes:
        raise Damaged(_HOLES)
    return buffered(body)


def _understood(block: bytes) -> tarfile.TarInfo | None:
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return None
    return header if header.size >= 0 else None


def _next_header(ahead: _Ahead) -> Generator[Damaged, None, _Header | None]:
    """The next header that can be read; what is broken before it is told once. Null at the end of the archive."""
    while True:
        block, error = gather(ahead, _BLOCK)
        if not error and not block.strip(b"\0"):
            if not block:
                if not ahead.ended:
                    yield Damaged(_CUT)
                return None
            ahead.ended = True
            continue
        header = None if error else _understood(block)
        if header is not None:
            ahead.ended = False
            return header, block
        if error or not ahead.ended:
            yield error or Damaged(_NO_HEADER if len(block) == _BLOCK else _CUT)
        ahead.go_to_header(len(block))


def _pass_holes(ahead: _Ahead, block: bytes) -> None:
    more = block[_MORE_HOLES : _MORE_HOLES + 1]
    while more.strip(b"\0"):
        more = gather(ahead, _BLOCK)[0][_YET_MORE : _YET_MORE + 1]


class _Ahead:
    """The bytes of an archive, some of which were looked at before.

    `ended`: its end has been met, or what is broken just here has been told.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._held = b""
        self._recent = b""
        self.ended = False

    def read1(self, size: int = -1, /) -> bytes:
        if self._held:
            piece, self._held = self._held[:size], self._held[size:]
        else:
            piece = self._stream.read1(size)
        self._recent = piece[-_LOOKED_BACK:] if len(piece) >= _LOOKED_BACK else (self._recent + piece)[-_LOOKED_BACK:]
        return piece

    def go_to_header(self, back: int) -> None:
        """Goes to the next header that fits its checksum, or to the end; `back`: bytes read that were no header.

        Where bytes were lost, it may begin in what was taken for the file before.
        """
        self.ended = True
        window = self._recent[-back - _BLOCK + 1 :] if back else b""
        tries = 0
        while tries < _MOST_TRIES:
            at = window.find(_MAGIC, _MAGIC_AT)
            while at >= 0:
                block = window[at - _MAGIC_AT : at - _MAGIC_AT + _BLOCK]
                if len(block) == _BLOCK and _understood(block):
                    self._held = window[at - _MAGIC_AT :] + self._held
                    return
                at = window.find(_MAGIC, at + 1)
            try:
                piece = self.read1(_PIECE)
            except Damaged:
                tries += 1
                continue
            if not piece:
                return
            window = window[-_BLOCK:] + piece


class _Body(io.RawIOBase):
    """The bytes of one file of an archive, up to the next header."""

    def __init__(self, ahead: _Ahead, size: int) -> None:
        self._ahead, self._left, self._padding = ahead, size, -size % _BLOCK

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._left:
            return 0
        piece = self._piece(min(len(buffer), self._left))
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def pass_over(self) -> Damaged | None:
        """Goes to what follows; what is wrong on the way, where it was not met by who read the file."""
        self._left, self._padding = self._left + self._padding, 0
        try:
            while self._left:
                self._left -= len(self._piece(min(_PIECE, self._left)))
        except Damaged as error:
            return error.anew()
        return None

    def _piece(self, size: int) -> bytes:
        """Some bytes. Where there are none, or they are broken, the next header is gone to."""
        try:
            piece = self._ahead.read1(size)
            if not piece:
                raise Damaged(_CUT)
        except Damaged:
            self._left = self._padding = 0
            self._ahead.go_to_header(0)
            raise
        return piece
