"""More sentences from the same: names exchanged for others of their kind, and letters written as headlines write them.

A name gives way to one of as many words, so the tree stays right. The new names come from the training sets alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from sets import Sample

TITLED = 0.04
CAPITALS = 0.015
_SMALL = frozenset("a an the of in on at to for and or but nor as by from with 's n't is".split())

Pool = dict[tuple[str, int], list[tuple[str, ...]]]


def spans(names: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names of a sentence as ranges of words with their kinds."""
    found: list[tuple[int, int, str]] = []
    for i, name in enumerate(names):
        if name.startswith("B-"):
            found.append((i, i + 1, name[2:]))
        elif name.startswith("I-") and found and found[-1][1] == i and found[-1][2] == name[2:]:
            found[-1] = (found[-1][0], i + 1, name[2:])
    return found


def pool_of(samples: Sequence[Sample]) -> Pool:
    """All names by kind and number of words, each once, in the order of their letters."""
    pool: defaultdict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for sample in samples:
        for start, end, kind in spans(sample.names or ()):
            name = sample.words[start:end]
            if name[0][:1].isupper() and not any(w.startswith(("@", "#")) for w in name):
                pool[kind, end - start].add(name)
    return {key: sorted(names) for key, names in sorted(pool.items())}


def varied(sample: Sample, pool: Pool, exchanged: float, chance: Random) -> Sample:
    """The sample, or one made from it; `exchanged` is the share of sentences whose names give way."""
    words = list(sample.words)
    if sample.names and chance.random() < exchanged:
        for start, end, kind in spans(sample.names):
            others = pool.get((kind, end - start))
            if others and words[start][:1].isupper():
                words[start:end] = chance.choice(others)
    drawn = chance.random()
    if drawn < TITLED:
        words = [w if w in _SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    elif drawn < TITLED + CAPITALS:
        words = [w.upper() for w in words]
    return replace(sample, words=tuple(words))
