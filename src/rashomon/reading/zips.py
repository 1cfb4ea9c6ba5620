"""The files inside a zip archive, one at a time, each with what is wrong with it.

Order: the list at the end of the archive; without one, or with one that does not fit, the files as they stand one
behind the other, up to where the archive breaks off. Sizes are judged before anything is unpacked.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from rashomon.reading.streams import RATIO, Damaged, Unpacked, buffered

MOST_FILES = 500_000
"""The list of an archive is held while it is read: half a kilobyte a file."""
_SMALL = 1 << 20
_LOCAL = struct.Struct("<4s5H3L2H")
_LIST_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_UTF8 = 0x800
_LOCKED, _SIZED_BEHIND = 1, 8
_OFFICE = ("[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml", "META-INF/MANIFEST.MF")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, the same with a number where another has it, and how its bytes are had.

    That raises `Damaged` where they cannot be.
    """

    name: str
    place: str
    open: Callable[[], io.BufferedReader]


def is_office_file(names: list[str]) -> bool:
    """Whether an archive with files of these names is a document or a program rather than a pile of files."""
    return any(name in names for name in _OFFICE)


def read_zip(file: BinaryIO) -> tuple[list[Member] | Iterator[Member], Damaged | None]:
    """The files of the archive, sorted by name, or as they stand where its list is broken, with the word for that.

    Raises `Damaged` where it holds more than can be listed.
    """
    _check_size(file)
    try:
        listed = [info for info in zipfile.ZipFile(file).infolist() if not info.filename.endswith("/")]
        if not all(_is_there(file, info) for info in listed):
            raise zipfile.BadZipFile
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error, MemoryError):
        return _one_by_one(file), Damaged("damaged: its list of files is missing or broken; what stands whole was read")
    seen: Counter[str] = Counter()
    listed.sort(key=lambda info: (info.filename, info.header_offset))
    members = [Member(info.filename, _place(info.filename, seen), partial(_opened, file, info)) for info in listed]
    return members, None


def _place(name: str, seen: Counter[str]) -> str:
    """The name as it may be shown, with a number where another file of the archive has it too."""
    seen[name] += 1
    return numbered(name, seen[name])


def numbered(name: str, times: int) -> str:
    """A name met for the first or another time, as it may be shown."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
    return shown if times == 1 else f"{shown}~{times}"


def _check_size(file: BinaryIO) -> None:
    """The number of files stands in the last bytes; what it says is believed, and only too many is acted on."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _LIST_END.size:
        return
    count, length = _LIST_END.unpack_from(tail, at)[4:6]
    behind = tail.rfind(b"PK\x06\x06", 0, at)
    if behind >= 0 and len(tail) >= behind + 48:
        count, length = struct.unpack_from("<2Q", tail, behind + 32)
    # each file takes a line of 46 bytes at least: a number that does not fit is damage, not size
    if count * 46 <= length <= size and (count > MOST_FILES or length > 400 * MOST_FILES):
        raise Damaged(f"holds more than {MOST_FILES:,} files; unpack it and give the folder")


def _is_there(file: BinaryIO, info: zipfile.ZipInfo) -> bool:
    """Whether a file of the archive begins where its list says: bytes lost or put in move all behind them."""
    if info.header_offset < 0:
        return False
    file.seek(info.header_offset)
    return file.read(4) == b"PK\x03\x04"


def _opened(file: BinaryIO, info: zipfile.ZipInfo) -> io.BufferedReader:
    if info.flag_bits & _LOCKED:
        raise Damaged("locked with a password; unpack it and give the folder")
    _check_ratio(info.compress_size, info.file_size)
    file.seek(info.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        raise Damaged("cut short: its end is missing")
    start = info.header_offset + _LOCAL.size + sum(_LOCAL.unpack(head)[9:11])
    return _unpacked(_Slice(file, start, info.compress_size), info.compress_type, info.CRC)


def _check_ratio(packed: int, size: int) -> None:
    if size > _SMALL and size > RATIO * max(packed, 1):
        raise Damaged(f"says it unpacks to more than {RATIO} times its size: not read")


def _unpacked(packed: _Slice, method: int, crc: int | None) -> io.BufferedReader:
    if method == _DEFLATED:
        return buffered(Unpacked(packed, member=True, crc=crc))
    if method == _STORED:
        return buffered(_Summed(packed, crc))
    raise Damaged("packed in a way that is not read here (deflate is); unpack it and give the folder")


def _one_by_one(file: BinaryIO) -> Iterator[Member]:
    """The files by their own headers, where no list leads to them; the length of some shows only at their end."""
    size = file.seek(0, os.SEEK_END)
    seen: Counter[str] = Counter()
    at = 0
    while (at := _next_header(file, at)) >= 0:
        file.seek(at)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size:
            return
        flags, method, crc, packed, length, named, extra = (_LOCAL.unpack(head)[i] for i in (2, 3, 6, 7, 8, 9, 10))
        name = file.read(named).decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        start = at + _LOCAL.size + named + extra
        unsized = bool(flags & _SIZED_BEHIND) or packed == 0xFFFFFFFF
        if not name.endswith("/"):
            what = _Slice(file, start, size - start if unsized else packed)
            opened = partial(_by_header, what, flags, method, None if unsized else crc, packed, length)
            yield Member(name, _place(name, seen), opened)
        at = start if unsized or start + packed > size else start + packed


def _by_header(what: _Slice, flags: int, method: int, crc: int | None, packed: int, length: int) -> io.BufferedReader:
    if flags & _LOCKED:
        raise Damaged("locked with a password; unpack it and give the folder")
    if crc is not None:
        _check_ratio(packed, length)
    elif method == _STORED:
        raise Damaged("damaged: where it ends stands in the archive's list, which is broken")
    return _unpacked(what, method, crc)


def _next_header(file: BinaryIO, at: int) -> int:
    """Where the next header of a file stands; -1 when there is none."""
    file.seek(at)
    before = b""
    while piece := file.read(1 << 16):
        found = (before + piece).find(b"PK\x03\x04")
        if found >= 0:
            return at - len(before) + found
        at += len(piece)
        before = piece[-3:]
    return -1


class _Slice:
    """A range of a file, whoever else reads it meanwhile."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._at, self._end = file, start, start + size

    def read1(self, size: int = -1, /) -> bytes:
        left = self._end - self._at
        self._file.seek(self._at)
        piece = self._file.read(left if size < 0 else min(size, left))
        self._at += len(piece)
        return piece


class _Summed(io.RawIOBase):
    """What is stored unpacked, with its checksum and length looked at when its end is met."""

    def __init__(self, packed: _Slice, crc: int | None) -> None:
        self._packed, self._crc, self._sum = packed, crc, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._packed.read1(len(buffer))
        buffer[: len(piece)] = piece
        self._sum = zlib.crc32(piece, self._sum)
        if not piece and self._crc not in (None, self._sum):
            self._crc = self._sum
            raise Damaged("damaged: its checksum does not match")
        return len(piece)
