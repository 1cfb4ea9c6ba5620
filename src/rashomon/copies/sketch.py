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
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.copies.fingerprints import NONE, Keys, grams, mixed, word_keys
from rashomon.copies.passages import SHORTEST, kept_ranges
from rashomon.model import Document

VERSION = 1
"""Moves when the same text gives other keys: sketches of different versions cannot be compared."""

WINDOW = 17  # of so many neighbouring fingerprints one is kept
CERTAIN = SHORTEST + WINDOW - 1
"""A run of so many words that two reports share holds a print of both."""

BANDS, ROWS = 8, 4
SHINGLE = 3  # words of a shingle of the MinHash
_SEED = 1


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
    words, cut = word_keys(document.text, list(kept_ranges(document)))
    if not len(words):
        return Sketch(document.id, 0)
    shingles = _grams(words, cut, SHINGLE)
    shingles = shingles[shingles != NONE]
    if not len(shingles):
        shingles = grams(words, len(words))
    prints = _winnowed(_grams(words, cut, SHORTEST))
    return Sketch(document.id, len(words), tuple(_bands(shingles).tolist()), tuple(prints.tolist()))


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


def _grams(words: Keys, cut: NDArray[np.bool_], size: int) -> Keys:
    """A hash for every `size` words in a row, `NONE` where text was left out among them."""
    found = grams(words, size)
    for place in np.flatnonzero(cut).tolist():
        found[max(0, place - size + 1) : place] = NONE
    return found


def _winnowed(grams: Keys) -> NDArray[np.int64]:
    """The least of every window, each once, in order; a report shorter than a window is one window."""
    size, window = 1, min(WINDOW, len(grams))
    least = grams
    while size < window:
        step = min(size, window - size)
        least = np.minimum(least[:-step], least[step:])
        size += step
    return _distinct(_distinct(least[least != NONE]).view(np.int64), in_order=True)


def _distinct(keys: NDArray[Any], in_order: bool = False) -> NDArray[Any]:
    """The keys without those that stand right after themselves."""
    if in_order:
        keys = np.sort(keys)
    new = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return keys[new]


def _bands(shingles: Keys) -> NDArray[np.int64]:
    """A key for each band of the MinHash of a set of shingles."""
    digest = RMinHash.digest_matrix_from_flat_token_hashes(shingles, [0, len(shingles)], BANDS * ROWS, _SEED)
    rows = np.array(digest.to_rows()[0], dtype=np.uint64).reshape(BANDS, ROWS)
    return mixed(grams(rows.T, ROWS)[0] + np.arange(BANDS, dtype=np.uint64)).view(np.int64)
