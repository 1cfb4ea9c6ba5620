"""Copies over a pile of any size: keys, then pairs that hold keys in common, then the text.

What tells of a copy among the reports of one event tells little among a million on everything: ten words in a row, or
twice eight. In a pile a copy has a passage of `LONG` words, or makes up two fifths of one side. Every publisher prints
its own galleries, notices and background again and again: of one publisher, a report is a copy of another when most of
it stands there and they are of the same days, or nearly all. What is shared beside this, and what both quote from a
third, are the `SameWords`. Two reports with `LONG` words in a row in common always meet, stock apart (see `meeting`):
comparing all pairs would find the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache

from rashomon.components import components
from rashomon.copies.comparison import WHOLLY, SameWords, Side, compare, same_words, side
from rashomon.copies.direction import common_sources
from rashomon.copies.meeting import meetings
from rashomon.copies.origins import ONE_ORIGIN
from rashomon.copies.outlets import same_publisher
from rashomon.copies.sketch import CERTAIN, Sketch
from rashomon.model import Copy, Document
from rashomon.text import spelled

LONG = CERTAIN  # words of a passage
ITS_OWN = 0.2  # share of one side from which words that a publisher prints again are more than a notice
NEARLY_ALL = 0.9  # share of one side from which it is the other, whenever it was printed
SAME_DAYS = 2  # days between a report and its next version
_HELD = 1024  # sides kept ready at a time, about 40 kB for 1,000 words
_RENEWED = 1 << 20  # numbered words, after which the numbers begin anew

_AGAIN = "one publisher prints them again"
_QUOTED = "both quote them, or both use a formula"

DocumentOf = Callable[[str], Document]
Pair = tuple[str, str]


def find_pile_copies(sketches: Iterable[Sketch], document_of: DocumentOf) -> tuple[Copy, ...]:
    """The copies of a pile, by the ids of the two documents; `a` is the smaller id.

    `document_of` gives the document with an id; it is asked for those that meet others, some more than once.
    The result depends on the set of documents alone. Of one text printed more than `meeting.STOCK` times every print
    is compared to the one with the smallest id, not every one to every other.
    """
    found = compared(neighbours_together(meetings(sketches)), document_of)
    copies = [shared for shared in found if isinstance(shared, Copy)]
    return common_sources(sorted(copies, key=lambda copy: (copy.a, copy.b)))


def neighbours_together(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, those that hang together one after another: whoever compares them asks for few documents twice."""
    known = sorted(pairs)
    place = {document: number for number, document in enumerate(sorted({one for pair in known for one in pair}))}
    groups = components(len(place), ((place[a], place[b]) for a, b in known))
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    return sorted(known, key=lambda pair: (group_of[place[pair[0]]], pair))


def copies_of(pairs: Iterable[Pair], document_of: DocumentOf) -> Iterator[Copy]:
    """The copies among pairs of ids, each compared on the text, in the order of the pairs; `a` is the smaller id.

    `direction.common_sources` is left to whoever has all copies.
    """
    return (shared for shared in compared(pairs, document_of) if isinstance(shared, Copy))


def compared(pairs: Iterable[Pair], document_of: DocumentOf) -> Iterator[Copy | SameWords]:
    """What pairs of ids share, each compared on the text, in the order of the pairs; nothing where that is little.

    Each pair is compared by itself, whatever stands beside it.
    """
    keys: dict[str, int] = {}

    @lru_cache(maxsize=_HELD)
    def ready(document: str) -> Side:
        return side(document_of(document), keys)

    for pair in pairs:
        if len(keys) > _RENEWED:
            keys.clear()
            ready.cache_clear()
        shared = _shared(ready(min(pair)), ready(max(pair)))
        if shared is not None:
            yield shared


def copy_of(a: Document, b: Document) -> Copy | None:
    """The copy two documents of a pile make, the one with the smaller id first; null for none."""
    return next(copies_of([(a.id, b.id)], {a.id: a, b.id: b}.__getitem__), None)


def _shared(a: Side, b: Side) -> Copy | SameWords | None:
    copy = compare(a, b)
    own = same_publisher(a.document, b.document)
    if copy is not None and (_is_printed_again(a, b, copy) if own else _is_enough(a, copy)):
        return copy
    same = same_words(a, b, _AGAIN if own and copy is not None else _QUOTED)
    if same is None or (own and _share(same) < ITS_OWN):
        return None
    return same if _is_enough(a, same) else None


def _share(shared: Copy | SameWords) -> float:
    return max(shared.share_of_a, shared.share_of_b)


def _is_enough(a: Side, shared: Copy | SameWords) -> bool:
    text = a.document.text
    words = (len(spelled(text, span.start, span.end)) for span, _ in shared.passages)
    return _share(shared) >= ONE_ORIGIN or max(words) >= LONG


def _is_printed_again(a: Side, b: Side, copy: Copy) -> bool:
    """Whether a report is another of the same publisher, perhaps with changes, and not only about the same."""
    share = _share(copy)
    return share >= NEARLY_ALL or (share >= WHOLLY and _days_apart(a.document, b.document) <= SAME_DAYS)


def _days_apart(a: Document, b: Document) -> int:
    """0 where one day is not known."""
    days = [date.fromisoformat(each.published[:10]) for each in (a, b) if each.published and len(each.published) >= 10]
    return abs((days[0] - days[-1]).days) if len(days) == 2 else 0
