"""Hashes of the words of a text, and of words that stand in a row, for whole texts at a time.

Keys are unsigned 64-bit integers; all arithmetic wraps around. Somebody may make texts whose hashes collide: what meets
by its hash is compared word by word before anything is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.text import level

Keys = NDArray[np.uint64]
Places = NDArray[np.intp]

NONE = np.uint64(2**64 - 1)  # in the place of what has no key

_STEP = 0xD6E8FEB86659FD93
_BASE = 0x9E3779B97F4A7C15
_BACK = pow(_BASE, -1, 2**64)

_LETTER, _DIGIT, _IN_A_WORD, _IN_A_NUMBER = 1, 2, 3, 4
_JOINTS = {"-": _IN_A_WORD, "'": _IN_A_WORD, "’": _IN_A_WORD, "‑": _IN_A_WORD, ".": _IN_A_NUMBER, ",": _IN_A_NUMBER}
_BMP = 1 << 16
_TABLE = 1 << 14
_STAND_IN = 0xF0000  # where the private letters begin


def word_ranges(text: str, kept: Sequence[tuple[int, int]]) -> tuple[Places, Places]:
    """Where the words in the ranges `kept` begin and end: those of `text.words`, found in whole columns."""
    kinds = _kinds(text)
    held = np.zeros(len(text), np.bool_)
    for start, end in kept:
        held[start:end] = True
    return _words(kinds * held)


def word_keys(text: str, kept: Sequence[tuple[int, int]]) -> tuple[Keys, Places, NDArray[np.bool_]]:
    """For each word in the ranges `kept`: a hash, where it begins, and whether text was left out in front of it.

    Words are hashed as they are compared, levelled and casefolded; only a letter that folds to two stays one.
    """
    starts, ends = word_ranges(text, kept)
    cut = np.zeros(len(starts) + 1, np.bool_)
    cut[np.searchsorted(starts, [start for start, _ in kept[1:]])] = True
    return _hashed(_folded(text), starts, ends), starts, cut[:-1]


def grams(words: Keys, size: int) -> Keys:
    """A hash for every `size` words in a row, at least one, by the place of the first.

    The words are the digits of a number; one of eight is put together of two of four.
    """
    if size == 1:
        return words
    half = size // 2
    halves = grams(words, half)
    count = max(0, len(words) - 2 * half + 1)
    found: Keys = halves[:count] * _powers(_STEP, half + 1)[half]
    found += halves[half : half + count]
    if size % 2:
        found = found[:-1] * _powers(_STEP, 2)[1]
        found += words[size - 1 :]
    return found


def mixed(keys: Keys) -> Keys:
    """Every bit of a key in every bit of its hash (the finaliser of SplitMix64: G. Steele and others, 2014)."""
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))


def _hashed(text: str, starts: Places, ends: Places) -> Keys:
    """The hash of every range: a polynomial of its letters, taken from the sums over the text up to each place."""
    sums = np.zeros(len(text) + 1, np.uint64)
    np.cumsum(_codes(text) * _powers(_BASE, len(text)), out=sums[1:])
    return mixed((sums[ends] - sums[starts]) * _powers(_BACK, len(text) + 1)[starts])


def _folded(text: str) -> str:
    folded = level(text).casefold()
    if len(folded) == len(text):
        return folded
    for letter in sorted(set(text)):
        if len(letter.casefold()) > 1:
            text = text.replace(letter, chr(_STAND_IN + ord(letter.lower()[0])))
    return level(text).casefold()


def _powers(base: int, count: int) -> Keys:
    return _table_of_powers(base, max(_TABLE, 1 << count.bit_length()))[:count]


@lru_cache(maxsize=8)
def _table_of_powers(base: int, count: int) -> Keys:
    powers = np.full(count, base, np.uint64)
    powers[:1] = 1
    return np.cumprod(powers, dtype=np.uint64)


def _words(kinds: NDArray[np.uint8]) -> tuple[Places, Places]:
    """Where words and numbers begin and end: letters with a joint between two, digits with a joint between two."""
    around = np.zeros(len(kinds) + 2, np.uint8)
    around[1:-1] = kinds
    before, after = around[:-2], around[2:]
    joint = (kinds > _DIGIT) & (before == after) & (before + 2 == kinds)
    around[1:-1][kinds > _DIGIT] = 0
    around[1:-1][joint] = before[joint]
    changes = around[1:] != around[:-1]
    starts = np.flatnonzero(changes[:-1] & (around[1:-1] > 0))
    ends = np.flatnonzero(changes[1:] & (around[1:-1] > 0)) + 1
    return starts, ends


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _kinds(text: str) -> NDArray[np.uint8]:
    """The kind of every character: letter, digit, joint or nothing."""
    codes = _codes(text)
    beyond = codes >= _BMP
    if not beyond.any():
        return _kinds_of_plane()[codes]
    kinds = _kinds_of_plane()[np.where(beyond, 0, codes)]
    kinds[beyond] = [_kind(chr(code)) for code in codes[beyond].tolist()]
    return kinds


@cache
def _kinds_of_plane() -> NDArray[np.uint8]:
    return np.array([_kind(chr(code)) for code in range(_BMP)], np.uint8)


def _kind(character: str) -> int:
    if character.isdecimal():
        return _DIGIT
    return _LETTER if character.isalnum() else _JOINTS.get(character, 0)
