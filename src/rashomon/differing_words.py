"""In which words renderings of one utterance differ.

The first rendering (of the earliest report) is the measure; each other one is laid beside it word by word, case and
typography levelled (`difflib`, no junk). A piece that stops early or starts late differs by what it leaves out, but the
words cut off at its ends are not listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from rashomon.model import Document, Quote, Span
from rashomon.text import Word, fold, words

Difference = Literal["none", "wording", "omission", "addition"]
_Placed = tuple[str, Word]


def compare_renderings(
    documents: Mapping[str, Document], quotes: Sequence[Quote]
) -> tuple[Difference, tuple[Span, ...]]:
    """How the renderings differ as a whole, and the spans of the words that differ, in order."""
    first = _placed(documents, quotes[0])
    kinds: set[Difference] = set()
    spans: set[Span] = set()
    for quote in quotes[1:]:
        other = _placed(documents, quote)
        short, long = sorted((len(first), len(other)))
        piece = {quote.kind, quotes[0].kind} != {"direct"} or 2 * short < long
        kind, left, right = _beside(first, other, piece)
        kinds.add(kind)
        spans.update(_runs(first, left))
        spans.update(_runs(other, right))
    kinds.discard("none")
    difference: Difference = "none" if not kinds else kinds.pop() if len(kinds) == 1 else "wording"
    return difference, tuple(sorted(spans))


def _placed(documents: Mapping[str, Document], quote: Quote) -> list[_Placed]:
    return [(s.document, w) for s in quote.content for w in words(documents[s.document].text, s.start, s.end)]


def _beside(
    first: Sequence[_Placed], other: Sequence[_Placed], cut_ends: bool
) -> tuple[Difference, list[int], list[int]]:
    """The kind of difference and the places of the words that differ on either side."""
    a, b = [fold(w.text) for _, w in first], [fold(w.text) for _, w in other]
    steps = [s for s in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if s[0] != "equal"]
    if not steps:
        return "none", [], []
    tags = {step[0] for step in steps}
    kind: Difference = "omission" if tags == {"delete"} else "addition" if tags == {"insert"} else "wording"
    if cut_ends:
        steps = [
            s for s in steps if not _at_end(s[0], (s[1], s[2]), len(a)) and not _at_end(s[0], (s[3], s[4]), len(b))
        ]
    left = [i for s in steps for i in range(s[1], s[2])]
    right = [j for s in steps for j in range(s[3], s[4])]
    return kind, left, right


def _at_end(tag: str, part: tuple[int, int], length: int) -> bool:
    """Words that only one side has, before the other begins or after it ends."""
    return tag in {"delete", "insert"} and part[0] < part[1] and (part[0] == 0 or part[1] == length)


def _runs(placed: Sequence[_Placed], places: Sequence[int]) -> list[Span]:
    """Neighbouring words as one span; a stretch border or another document parts them."""
    runs: list[Span] = []
    previous = -2
    for i in places:
        document, word = placed[i]
        together = i == previous + 1 and runs and runs[-1].document == document
        if together and word.start - placed[previous][1].end <= 3:
            runs[-1] = Span(document, runs[-1].start, word.end)
        else:
            runs.append(Span(document, word.start, word.end))
        previous = i
    return runs
