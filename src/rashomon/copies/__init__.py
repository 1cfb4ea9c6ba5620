"""Who repeats whom, and which reports count once.

Steps: the running words of every document are indexed; every pair is searched for shared passages; pairs that share
more than two pens would write become a `Copy` with the share of each side, and a direction where something tells it;
copies that make up most of a report tie it to the other, and tied reports are one `Origin`. What a report quotes from
the same speaker as another is not a copy. Whether two reports tell of one event is not asked here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from rashomon.copies.direction import common_sources, direction
from rashomon.copies.origins import find_origins
from rashomon.copies.passages import (
    Index,
    Passage,
    RunningText,
    equal_passages,
    index,
    running_text,
    shared_passages,
)
from rashomon.model import Copy, Document, Span

__all__ = ["find_copies", "find_origins"]

WHOLLY = 0.6  # share of one side from which it is a copy as a whole
ENOUGH = 10  # own words of a single passage; two pens do meet in eight ("to take place in the next few weeks")

_Side = tuple[Document, RunningText, Index]


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The pairs of documents that share passages, in the order of the documents; `a` stands before `b` in it.

    Shares are shares of the running words. Two reports with the same running words are copies, however short.
    """
    keys: dict[str, int] = {}
    sides: list[_Side] = []
    for document in documents:
        running = running_text(document, keys)
        sides.append((document, running, index(running)))
    found = (_copy(sides[i], sides[j]) for i, j in _meetings(sides))
    return common_sources([copy for copy in found if copy is not None])


def _meetings(sides: Sequence[_Side]) -> list[tuple[int, int]]:
    """The pairs that share a fingerprint, or all their words: only these can be copies."""
    holders: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    met: set[tuple[int, int]] = set()
    for number, (_, running, fingerprints) in enumerate(sides):
        for fingerprint in {*fingerprints, tuple(key for key in running.keys if key >= 0)}:
            met.update((earlier, number) for earlier in holders[fingerprint])
            holders[fingerprint].append(number)
    return sorted(met)


def _copy(side_a: _Side, side_b: _Side) -> Copy | None:
    a, words_a, index_a = side_a
    b, words_b, index_b = side_b
    passages = equal_passages(words_a, words_b)
    if passages is None:
        passages = shared_passages(words_a, words_b, index_a, index_b)
        if not _are_enough(passages, words_a, words_b):
            return None
    shared = sum(passage.size for passage in passages)
    share_of_a, share_of_b = round(shared / words_a.size(), 2), round(shared / words_b.size(), 2)
    spans = tuple(
        (_span(a, words_a, passage.a, passage.size), _span(b, words_b, passage.b, passage.size)) for passage in passages
    )
    way, why = direction(a, b, share_of_a, share_of_b, spans)
    kind: Literal["wholly", "partly"] = "wholly" if max(share_of_a, share_of_b) >= WHOLLY else "partly"
    return Copy(a.id, b.id, share_of_a, share_of_b, kind, way, why, spans)


def _are_enough(passages: Sequence[Passage], a: RunningText, b: RunningText) -> bool:
    if len(passages) != 1:
        return len(passages) > 1
    start_a, start_b, size = passages[0]
    return sum(a.own[start_a + k] and b.own[start_b + k] for k in range(size)) >= ENOUGH


def _span(document: Document, running: RunningText, start: int, size: int) -> Span:
    return Span(document.id, running.ranges[start][0], running.ranges[start + size - 1][1])
