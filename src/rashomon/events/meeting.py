"""Which leads are compared at all: those that share a key that not everybody holds.

A key is made of a word, or of two, and of the time: a heavy word with the fortnight of publication (each lead stands in
two, so that all within a week meet), and two heavy words whenever. A key that more than `CAP` leads hold is stock and
lets nobody meet; two reports of one happening share others. So the number of pairs grows with the number of leads, and
a store (an index on keys), worker processes and a distributed join find the same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from rashomon.events.weighing import Weighed

if TYPE_CHECKING:
    from rashomon.events.lead import Lead

CAP = 128
"""Leads that may hold a key before it is stock."""
WINDOW = 7
"""Days: leads published no further apart meet over one heavy word."""
_ALONE = 10  # heaviest words that make a key each
_PAIRED = 6  # heaviest words that make a key with each other


def keys_of(found: Sequence[Weighed], day: int | None) -> tuple[int, ...]:
    """The keys of a lead, rising, from its weighed words and its day of publication."""
    heavy = [word.number for word in sorted(found, key=lambda word: (-word.weight, word.number))]
    times = ("",) if day is None else (str(day // WINDOW), str(day // WINDOW + 1))
    keys = {_key("one", time, word) for word in heavy[:_ALONE] for time in times}
    keys |= {_key("two", *pair) for pair in combinations(sorted(heavy[:_PAIRED]), 2)}
    return tuple(sorted(keys))


def _key(*parts: object) -> int:
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def meet(leads: Sequence[Lead], cap: int = CAP) -> Iterator[tuple[int, int]]:
    """The pairs of leads that share a key held by at most `cap`, each once, as numbers in the sequence, rising."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, lead in enumerate(leads):
        for key in lead.keys:
            holders[key].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) <= cap for pair in combinations(numbers, 2)}
    yield from sorted(pairs)
