"""Bytes that come as they are asked for, packed or plain, and where they are broken.

Order: a stream is read in pieces; a gzip or deflate stream is unpacked on the way; the first bytes tell its kind.
Whoever reads meets `Damaged` once where bytes are broken, cut short or unpack to far more than they are: all before
that place has been given, and a further read goes on behind it where there is something to go on from.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zlib import _Decompress as Engine

LARGEST = 64 * 1024 * 1024
"""The most bytes one report, record or page may have."""
RATIO = 200
"""How many times its size something may unpack to; text shrinks to a tenth, in tables to a hundredth."""
_PIECE = 16 * 1024
_MOST_KEPT = 64 * 1024
_MOST_RESUMED = 10_000
_MAGIC = b"\x1f\x8b\x08"


class Damaged(ValueError):
    """Bytes that are broken or missing, and what is wrong; `clean`: a packed member had ended well just before."""

    def __init__(self, what: str, *, clean: bool = False) -> None:
        super().__init__(what)
        self.clean = clean

    def anew(self) -> Damaged:
        """The same to be raised again: it holds on to nothing that was read where it was met first."""
        return Damaged(str(self), clean=self.clean)


class Stream(Protocol):
    """What is asked of a stream: some bytes, at most so many, none at its end."""

    def read1(self, size: int = ..., /) -> bytes: ...


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A stream that can be peeked into."""
    return io.BufferedReader(raw, 4 * _PIECE)


def gather(stream: Stream, most: int) -> tuple[bytes, Damaged | None]:
    """What stands before the end, the first broken place or the size `most`, and what is wrong at that place."""
    pieces: list[bytes] = []
    size = 0
    try:
        while size < most and (piece := stream.read1(min(most - size, 1 << 20))):
            pieces.append(piece)
            size += len(piece)
    except Damaged as error:
        return b"".join(pieces), error.anew()
    return b"".join(pieces), None


def whole(stream: Stream, most: int = LARGEST) -> bytes:
    """All of a stream. Raises `Damaged` where it is broken or larger than `most`."""
    raw, error = gather(stream, most + 1)
    if len(raw) > most:
        raise too_large()
    if error:
        raise error.anew()
    return raw


def too_large() -> Damaged:
    """The word for what is larger than a report can be."""
    return Damaged(f"larger than {LARGEST >> 20} MB: too large for reports; split it")


class Chained(io.RawIOBase):
    """Bytes that were read already, what was wrong behind them, and then the stream they came from."""

    def __init__(self, head: bytes, error: Damaged | None, rest: Stream) -> None:
        self._head, self._error, self._rest = memoryview(head), error, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        if error := self._error:
            self._error = None
            raise error.anew()
        piece = self._rest.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Unpacked(io.RawIOBase):
    """A gzip stream of any number of members, or with `member` one deflated member of an archive, unpacked.

    Behind a broken gzip member the next one is looked for; `crc` is what the member of an archive must sum to.
    """

    def __init__(self, packed: Stream, *, member: bool = False, crc: int | None = None) -> None:
        self._packed = packed
        self._member = member
        self._crc, self._sum = crc, 0
        self._engine: Engine | None = self._started() if member else None
        self._data = b""
        self._ready = memoryview(b"")
        self._error: Damaged | None = None
        self._lost = False
        self._over = False
        self._taken = self._made = 0
        self._since = b""
        self._resumed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            if error := self._error:
                self._error = None
                raise error.anew()
            if self._over:
                return 0
            self._step()
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def left(self) -> bytes:
        """What was taken from the packed stream and stands behind the member."""
        return self._data

    def _more(self) -> bytes:
        try:
            return self._packed.read1(_PIECE)
        except Damaged as error:
            self._wrong(str(error))
            return b""

    def _started(self) -> Engine:
        return zlib.decompressobj(-15 if self._member else 31)

    def _step(self) -> None:
        if not self._data:
            self._data = self._more()
            if not self._data:
                if self._engine is not None:
                    self._wrong("cut short: its end is missing")
                    self._resume(b"")
                self._over = self._over or not self._data
                return
        if self._engine is None and not self._next_member():
            return
        if not self._error:  # what is wrong before a member is told before it is given
            self._unpack()

    def _next_member(self) -> bool:
        """Goes to where a member of the gzip stream begins; padding between members is no damage."""
        at = self._data.find(_MAGIC)
        skipped = self._data[:at] if at >= 0 else self._data[:-2]
        if skipped.strip(b"\0"):
            self._wrong("damaged: it holds bytes that are not packed")
        if at < 0:
            more = self._more()
            if not more:
                self._data, self._over = b"", True
                return False
            self._data = self._data[-2:] + more
            return False
        self._data = self._data[at:]
        self._engine = self._started()
        return True

    def _unpack(self) -> None:
        engine = self._engine
        assert engine is not None
        data, before = self._data, engine.copy()
        try:
            out = engine.decompress(data, 4 * _PIECE)
        except zlib.error:
            out, used = _up_to_damage(before, data)
            self._give(out)
            self._wrong("damaged: it cannot be unpacked")
            self._since += data[: max(used, 1)]
            self._resume(data[max(used, 1) :])
            return
        self._data = engine.unused_data if engine.eof else engine.unconsumed_tail
        used = len(data) - len(self._data)
        self._since += data[:used] if len(self._since) < _MOST_KEPT else b""
        self._taken += used
        self._give(out)
        if engine.eof:
            if self._crc is not None and self._crc != self._sum:
                self._wrong("damaged: its checksum does not match")
            self._stop(self._data)
        elif self._made > LARGEST and self._made > RATIO * self._taken:
            self._ready = memoryview(b"")
            self._wrong(f"unpacks to more than {RATIO} times its size: not read further")
            self._stop(self._data)

    def _give(self, out: bytes) -> None:
        self._ready = memoryview(out)
        self._made += len(out)
        if out:
            self._lost = False
        if self._crc is not None:
            self._sum = zlib.crc32(out, self._sum)

    def _wrong(self, what: str) -> None:
        """Damage is told once, until something could be read again."""
        if not self._lost:
            self._error = Damaged(what, clean=not self._made)
        self._lost = True

    def _resume(self, rest: bytes) -> None:
        """Stops where a member is broken: what broke it may have been read over the beginning of the next."""
        at = self._since.find(_MAGIC, 1) if self._may_resume() else -1
        self._resumed += at >= 0
        self._stop(self._since[at:] + rest if at >= 0 else rest)

    def _may_resume(self) -> bool:
        return not self._member and len(self._since) < _MOST_KEPT and self._resumed < _MOST_RESUMED

    def _stop(self, rest: bytes) -> None:
        self._engine, self._data = None, rest
        self._since = b""
        self._taken = self._made = 0
        self._over = self._over or self._member


def _up_to_damage(engine: Engine, data: bytes) -> tuple[bytes, int]:
    """What unpacks before the broken place, and about where that is."""
    out: list[bytes] = []
    for at in range(0, len(data), 64):
        try:
            out.append(engine.decompress(data[at : at + 64]))
        except zlib.error:
            return b"".join(out), at
    return b"".join(out), len(data)
