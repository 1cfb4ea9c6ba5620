"""What is kept of a report to find its copies in a pile of any size: a few dozen keys.

Steps: the running words of the report (without boilerplate, byline and date line), folded and hashed; fingerprints of
every eight words in a row, of which the least of every `WINDOW` neighbours is kept (winnowing: S. Schleimer and others,
"Winnowing: local algorithms for document fingerprinting", 2003); the MinHash of every three words in a row, in bands
(A. Broder, "On the resemblance and containment of documents", 1997). Two reports may be copies when they hold a key in
common: prints find the passage that one has from the other, however long both are, bands find the report that was
edited all over. Whether they are is seen on the text; who meets whom is settled by `meeting`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.copies.fingerprints import STEP, Keys, grams, mixed
from rashomon.copies.passages import SHORTEST, kept_ranges
from rashomon.model import Document
from rashomon.text import level, spelled

VERSION = 1
"""Moves when the same text gives other keys: sketches of different versions cannot be compared."""

WINDOW = 17  # of so many neighbouring fingerprints one is kept
CERTAIN = SHORTEST + WINDOW - 1
"""A run of so many words that two reports share holds a print of both."""

BANDS, ROWS = 8, 4
SHINGLE = 3  # words of a shingle of the MinHash
_SEED = 1

_BASE = np.uint64(0x9E3779B97F4A7C15)
_NONE = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Sketch:
    """The keys of one document, signed 64-bit integers; `size` is the number of its running words.

    `bands` is empty for a document without words, `prints` for one without eight words in a row; both are equal for
    documents with the same running words.
    """

    document: str
    size: int
    bands: tuple[int, ...] = ()
    prints: tuple[int, ...] = ()

    @property
    def keys(self) -> tuple[int, ...]:
        """Bands and prints: all by which this document meets others."""
        return self.bands + self.prints


def sketch(document: Document) -> Sketch:
    """The sketch of a document: a pure function of its running words, the same on every machine."""
    words, held = _hashed(document)
    size = int(held.sum())
    if not size:
        return Sketch(document.id, 0)
    shingles = _grams(words, held, SHINGLE)
    shingles = shingles[shingles != _NONE]
    if not len(shingles):
        shingles = _grams(words[held], held[held], size)
    prints = _winnowed(_grams(words, held, SHORTEST))
    return Sketch(document.id, size, tuple(_bands(shingles).tolist()), tuple(prints.tolist()))


def pack(sketch: Sketch) -> bytes:
    """The sketch without the document's id: little-endian 64-bit integers, size, number of bands, bands, prints."""
    return np.array([sketch.size, len(sketch.bands), *sketch.keys], dtype="<i8").tobytes()


def unpack(document: str, packed: bytes) -> Sketch:
    """The sketch of the document with this id, out of what `pack` made. Raises ValueError on any other length."""
    size, bands, *keys = np.frombuffer(packed, dtype="<i8").tolist()
    return Sketch(document, size, tuple(keys[:bands]), tuple(keys[bands:]))


def packed_keys(packed: bytes) -> NDArray[np.int64]:
    """The keys of a packed sketch, in their order."""
    return np.frombuffer(packed, dtype="<i8", offset=16)


def _hashed(document: Document) -> tuple[Keys, NDArray[np.bool_]]:
    """A hash for each running word, and false where text was left out between two words."""
    text = document.text
    stretches = ("\n".join(spelled(text, start, end)) for start, end in kept_ranges(document))
    folded = level("\n\n".join(stretches)).casefold() + "\n"  # an empty word where text was left out
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    ends = np.flatnonzero(codes == 10)
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts + 1
    places = np.arange(len(codes)) - np.repeat(starts, lengths)
    powers = np.cumprod(np.full(int(lengths.max()), _BASE))
    return mixed(np.add.reduceat(codes * powers[places], starts)), lengths > 1


def _grams(words: Keys, held: NDArray[np.bool_], size: int) -> Keys:
    """A hash for every `size` words in a row, `_NONE` where text was left out among them."""
    found = grams(words, size)
    for place in range(size):
        found[~held[place : place + len(found)]] = _NONE
    return found


def _winnowed(grams: Keys) -> NDArray[np.int64]:
    """The least of every window, each once, in order; a report shorter than a window is one window."""
    if not len(grams):
        return np.empty(0, np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(grams, min(WINDOW, len(grams)))
    least = np.unique(windows.min(axis=1))
    return np.sort(least[least != _NONE].view(np.int64))


def _bands(shingles: Keys) -> NDArray[np.int64]:
    """A key for each band of the MinHash of a set of shingles."""
    digest = RMinHash.digest_matrix_from_flat_token_hashes(shingles, [0, len(shingles)], BANDS * ROWS, _SEED)
    rows = np.array(digest.to_rows()[0], dtype=np.uint64).reshape(BANDS, ROWS)
    bands = np.arange(1, BANDS + 1, dtype=np.uint64)
    for row in range(ROWS):
        bands = mixed(bands * STEP + rows[:, row])
    return bands.view(np.int64)
