"""Hashes of words that stand in a row, for whole texts at a time.

Keys are unsigned 64-bit integers; all arithmetic wraps around. Somebody may make texts whose hashes collide: what meets
by its hash is compared word by word before anything is said of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEP = np.uint64(0xD6E8FEB86659FD93)

Keys = NDArray[np.uint64]


def grams(words: Keys, size: int) -> Keys:
    """A hash for every `size` words in a row, by the place of the first."""
    count = max(0, len(words) - size + 1)
    found = words[:count].copy()
    for place in range(1, size):
        found *= STEP
        found += words[place : place + count]
    return mixed(found)


def mixed(keys: Keys) -> Keys:
    """Every bit of a key in every bit of its hash (the finaliser of SplitMix64: G. Steele and others, 2014)."""
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
