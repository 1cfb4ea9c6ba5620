"""What is kept of a report to find its copies in a pile of any size: a few dozen keys.

Steps: the running words of the report (without boilerplate, byline and date line), folded and hashed; fingerprints of
every eight words in a row, of which the least of every `WINDOW` neighbours is kept (winnowing: S. Schleimer and others,
"Winnowing: local algorithms for document fingerprinting", 2003); the MinHash of every three words in a row, in bands
(A. Broder, "On the resemblance and containment of documents", 1997). Two reports may be copies when they hold a key in
common: prints find the passage that one has from the other, however long both are, bands find the report that was
edited all over. Whether they are is seen on the text; who meets whom is settled by `meeting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.copies.fingerprints import NONE, Keys, Places, grams, mixed, word_keys
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

TOGETHER = 1 << 16  # characters that are read at a time, more where one document has more

Numbers = NDArray[np.int64]


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
    return next(sketches([document]))


def sketches(documents: Iterable[Document]) -> Iterator[Sketch]:
    """The sketch of each document, in their order: as `sketch`, in a third of the time, some read at once."""
    some: list[Document] = []
    held = 0
    for document in documents:
        if some and held + len(document.text) > TOGETHER:
            yield from _sketches(some)
            some, held = [], 0
        some.append(document)
        held += len(document.text)
    if some:
        yield from _sketches(some)


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


def _sketches(documents: Sequence[Document]) -> Iterator[Sketch]:
    """Sketches of documents read as one text in which no word and no run of words reaches from one into the next."""
    places = np.cumsum([0, *(len(document.text) + 1 for document in documents)])
    kept = [
        (place + start, place + end)
        for place, document in zip(places.tolist(), documents, strict=False)
        for start, end in kept_ranges(document)
    ]
    words, starts, cut = word_keys("\n".join(document.text for document in documents), kept)
    firsts = np.searchsorted(starts, places)
    bands, prints = _bands(words, cut, firsts), _prints(_grams(words, cut, SHORTEST), firsts)
    for number, document in enumerate(documents):
        yield Sketch(document.id, int(firsts[number + 1] - firsts[number]), bands[number], prints[number])


def _grams(words: Keys, cut: NDArray[np.bool_], size: int) -> Keys:
    """A hash for every `size` words in a row, `NONE` where text was left out among them."""
    found = grams(words, size)
    for place in np.flatnonzero(cut).tolist():
        found[max(0, place - size + 1) : place] = NONE
    return found


def _bands(words: Keys, cut: NDArray[np.bool_], firsts: Places) -> list[tuple[int, ...]]:
    """The keys of the bands for each document; `firsts` are the numbers of their first words, and that of all words."""
    shingles = _grams(words, cut, SHINGLE)
    whole = np.flatnonzero(shingles != NONE)
    ends = np.searchsorted(whole, firsts)
    digests = _digests(shingles[whole], ends)
    for number in np.flatnonzero(np.diff(ends) == 0).tolist():
        first, end = firsts[number : number + 2].tolist()
        if first < end:  # too short for a shingle: it is one
            digests[number] = _digests(grams(words[first:end], end - first), np.array([0, 1]))[0]
    keys = mixed(grams(digests.T, ROWS)[0].T + np.arange(BANDS, dtype=np.uint64)).view(np.int64)
    return [tuple(row) if size else () for row, size in zip(keys.tolist(), np.diff(firsts).tolist(), strict=True)]


def _digests(shingles: Keys, ends: Places) -> Keys:
    """The MinHash of each document: rows of bands of numbers."""
    found = RMinHash.digest_matrix_from_flat_token_hashes(shingles, ends.astype(np.uint64), BANDS * ROWS, _SEED)
    return np.array(found.to_rows(), np.uint64).reshape(-1, BANDS, ROWS)


def _prints(fingerprints: Keys, firsts: Places) -> list[tuple[int, ...]]:
    """The least of every window, each once, in order; a document shorter than a window is one window."""
    counts = np.diff(firsts) - SHORTEST + 1
    windows = np.maximum(counts - WINDOW + 1, 0)
    holders = np.repeat(np.arange(len(counts)), windows)
    nth = np.arange(len(holders)) - np.repeat(np.cumsum(windows) - windows, windows)
    least = _least(fingerprints)[firsts[holders] + nth]
    for number in np.flatnonzero((counts > 0) & (windows == 0)).tolist():
        one = fingerprints[firsts[number] : firsts[number] + counts[number]].min()
        holders, least = np.append(holders, number), np.append(least, one)
    holders, signed = _distinct(holders[least != NONE], least[least != NONE].view(np.int64))
    order = np.lexsort((signed, holders))
    holders, signed = _distinct(holders[order], signed[order])
    ends, keys = np.searchsorted(holders, np.arange(len(counts) + 1)).tolist(), signed.tolist()
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _least(fingerprints: Keys) -> Keys:
    """The least of every `WINDOW` in a row, by the place of the first."""
    size = 1
    while size < WINDOW:
        step = min(size, WINDOW - size)
        fingerprints = np.minimum(fingerprints[:-step], fingerprints[step:])
        size += step
    return fingerprints


def _distinct(holders: Places, keys: Numbers) -> tuple[Places, Numbers]:
    """The rows without those that are like the row before."""
    new = np.ones(len(keys), np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (holders[1:] != holders[:-1])
    return holders[new], keys[new]
