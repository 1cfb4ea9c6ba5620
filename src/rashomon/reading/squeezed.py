"""Bytes packed with bzip2 or xz, unpacked as they are asked for.

As with gzip (`streams`), whoever reads meets `Damaged` once where they are broken, cut short or unpack to far more than
they are; here nothing behind that place is looked for. What else is packed so that it cannot be read has its word.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Protocol

from rashomon.reading.streams import LARGEST, RATIO, Damaged, Stream

_PIECE = 16 * 1024
_MEMORY = 128 * 1024 * 1024  # what xz may ask for to unpack; its strongest setting needs half
_BZIP2 = (b"1AY&SY", b"\x17rE8P\x90")  # what stands behind "BZh" and a digit: a block, or the end
_XZ = b"\xfd7zXZ\x00"
_ZSTD = b"\x28\xb5\x2f\xfd"


class _Engine(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


def engine_for(head: bytes) -> Callable[[], _Engine] | None:
    """What unpacks bytes that begin so; null where they are not packed in one of these ways.

    Raises `Damaged` where they are packed in a way that cannot be read here.
    """
    try:
        if head.startswith(b"BZh") and head[4:10] in _BZIP2:
            from bz2 import BZ2Decompressor

            return BZ2Decompressor
        if head.startswith(_XZ):
            from lzma import FORMAT_XZ, LZMADecompressor

            return lambda: LZMADecompressor(FORMAT_XZ, _MEMORY)
    except ImportError:  # some builds of Python are without them
        raise Damaged("packed in a way that this Python cannot read; unpack it and give what comes of it") from None
    if head.startswith(_ZSTD):
        raise Damaged("packed with zstd, which is not read here; unpack it (zstd -d) and give what comes of it")
    return None


class Squeezed(io.RawIOBase):
    """A stream of one packed part or several, one behind the other, unpacked."""

    def __init__(self, packed: Stream, make: Callable[[], _Engine]) -> None:
        self._packed, self._make = packed, make
        self._engine: _Engine | None = make()
        self._data, self._ready = b"", memoryview(b"")
        self._taken = self._made = 0
        self._over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._over:
            try:
                self._step()
            except Damaged:
                self._over = True
                raise
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _more(self) -> bytes:
        self._data = self._packed.read1(_PIECE)
        self._taken += len(self._data)
        return self._data

    def _step(self) -> None:
        if self._engine is None and not self._next_part():
            return
        engine = self._engine
        assert engine is not None
        if engine.needs_input and not self._data and not self._more():
            raise Damaged("cut short: its end is missing")
        data, self._data = self._data, b""
        try:
            out = engine.decompress(data, 4 * _PIECE)
        except Exception as error:  # each of the two raises its own
            if "Memory usage limit" in str(error):
                raise Damaged(f"asks for more than {_MEMORY >> 20} MB of memory; unpack it and give that") from None
            raise Damaged("damaged: it cannot be unpacked") from None
        self._made += len(out)
        if self._made > LARGEST and self._made > RATIO * self._taken:
            raise Damaged(f"unpacks to more than {RATIO} times its size: not read further")
        self._ready = memoryview(out)
        if engine.eof:
            self._data, self._engine = engine.unused_data, None

    def _next_part(self) -> bool:
        """Goes to where another part begins, over what pads the one before; false at the end."""
        self._data = self._data.lstrip(b"\0")
        while not self._data:
            if not self._more():
                self._over = True
                return False
            self._data = self._data.lstrip(b"\0")
        self._engine = self._make()
        return True
