"""Two reports compared on their text: the copy they make, or none.

A `Side` is a report made ready, once, for any number of comparisons; both sides of a comparison must have been made
with the same numbering of words. Which reports are worth comparing is settled before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rashomon.copies.direction import direction
from rashomon.copies.passages import (
    Index,
    Passage,
    RunningText,
    equal_passages,
    index,
    running_text,
    shared_passages,
    shared_runs,
)
from rashomon.model import Copy, Document, Span

WHOLLY = 0.6  # share of one side from which it is a copy as a whole
ENOUGH = 10  # own words of a single passage; two pens do meet in eight ("to take place in the next few weeks")


@dataclass(frozen=True, slots=True)
class SameWords:
    """Words two documents share that do not make one a copy of the other; `why` says so in fixed words.

    As in a `Copy`, `passages` are the shared spans, `a`'s then `b`'s, and shares are of the running text, 0 to 1.
    """

    a: str
    b: str
    share_of_a: float
    share_of_b: float
    why: str
    passages: tuple[tuple[Span, Span], ...]


class Side(NamedTuple):
    """A report ready to be compared: its running words and their fingerprints."""

    document: Document
    words: RunningText
    held: Index


def side(document: Document, keys: dict[str, int]) -> Side:
    """The report made ready. `keys` numbers the folded words and grows: one for all sides compared."""
    words = running_text(document, keys)
    return Side(document, words, index(words))


def compare(a: Side, b: Side) -> Copy | None:
    """What two reports share beyond what two pens would write, and which way it went; null for too little."""
    passages = equal_passages(a.words, b.words)
    if passages is None:
        passages = shared_passages(a.words, b.words, a.held, b.held)
        if not _are_enough(passages, a.words, b.words):
            return None
    share_of_a, share_of_b, spans = _shared(a, b, passages)
    way, why = direction(a.document, b.document, share_of_a, share_of_b, spans)
    kind: Literal["wholly", "partly"] = "wholly" if max(share_of_a, share_of_b) >= WHOLLY else "partly"
    return Copy(a.document.id, b.document.id, share_of_a, share_of_b, kind, way, why, spans)


def same_words(a: Side, b: Side, why: str) -> SameWords | None:
    """All that two reports share in runs of eight words or more, whosever words they are; null for nothing."""
    runs = shared_runs(a.words, b.words, a.held, b.held)
    if not runs:
        return None
    share_of_a, share_of_b, spans = _shared(a, b, runs)
    return SameWords(a.document.id, b.document.id, share_of_a, share_of_b, why, spans)


def _shared(a: Side, b: Side, passages: Sequence[Passage]) -> tuple[float, float, tuple[tuple[Span, Span], ...]]:
    """The share of each side, and the spans."""
    shared = sum(passage.size for passage in passages)
    spans = tuple((_span(a, passage.a, passage.size), _span(b, passage.b, passage.size)) for passage in passages)
    return round(shared / a.words.size(), 2), round(shared / b.words.size(), 2), spans


def _are_enough(passages: Sequence[Passage], a: RunningText, b: RunningText) -> bool:
    if len(passages) != 1:
        return len(passages) > 1
    start_a, start_b, size = passages[0]
    return sum(a.own[start_a + k] and b.own[start_b + k] for k in range(size)) >= ENOUGH


def _span(side: Side, start: int, size: int) -> Span:
    return Span(side.document.id, side.words.starts[start], side.words.ends[start + size - 1])
