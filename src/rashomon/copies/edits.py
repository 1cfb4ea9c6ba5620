"""Whose words shared passages are, by what stands in and around them.

Three signs, each looked for on both sides; one that stands on one side alone speaks. The shared words say what the
publisher of one report was told or found out ("told The Marle Gazette"): they are its own. A line that ends in a colon
leads into a passage in one report alone: it sets out what another wrote. Square brackets or dots stand in the shared
words of one report alone: it marks what it put in or left out. Signs that speak for both sides tell nothing. What these
are worth, and what others are not, is measured in docs/decisions/0020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.copies.outlets import outlet_places, same_publisher
from rashomon.model import Document, Span
from rashomon.text import spelled

TOLD = "the shared words say what the publisher of one was told"
INTRODUCED = "one leads into the shared words with a line of its own"
MARKED = "one marks what it changed in the shared words"

_BESIDE = 12  # code points before the name of an outlet: "told the"
_LINE = 4  # words of a line that leads into a passage; a speaker's name in a transcript has fewer
_LED_INTO = 100  # code points of a passage that is set out as another's
_LINE_IN = 400  # code points in which that line is looked for
_BEFORE = 150  # code points in which the other report may lead into it too
_PUT_IN = 200  # code points between two passages in the report that marks them
_LEFT_OUT = 4000  # the same in the report that has what was left out
_TELLING = 3  # words that dots stand for, at least

_TOLD = re.compile(r"\b(?:told|by|to|with) (?:[Tt]he )?$")
_FOUND_OUT = re.compile(
    r"(?:'s|’s)? (?:was|were|has|have|had) (?:been )?(?:told|shown|learn(?:ed|t)|seen|obtained|reviewed)\b"
)
_INSERTED = re.compile(r"(?:^|(?<=\S)) ?\[[^\]\n]*[^\W\d_][^\]\n]*\]|\[\w\]\w")
_DOTS = re.compile(r"(?:…|\. ?\. ?\.)")
_AT_ONCE = re.compile(r"[\s.,;:”\"’']{0,3}?[\[(]?(?:…|\. ?\. ?\.)")
_POST = "(@"  # the account that stands under a post: both have it from there

Passages = Sequence[tuple[Span, Span]]


def taker_by_edits(a: Document, b: Document, passages: Passages) -> tuple[bool, str] | None:
    """Whether `a` is the one that took, and the sign in fixed words; null where none speaks or they disagree.

    `passages` are the shared spans, `a`'s then `b`'s.
    """
    turned = [(right, left) for left, right in passages]
    signs = (
        (_told(a, b, passages), _told(b, a, turned), TOLD),
        (_leads_in(a, b, passages), _leads_in(b, a, turned), INTRODUCED),
        (_marks(a, b, passages), _marks(b, a, turned), MARKED),
    )
    spoken = [(a_takes, why) for a_takes, b_takes, why in signs if a_takes != b_takes]
    return spoken[0] if len({a_takes for a_takes, _ in spoken}) == 1 else None


def _told(taker: Document, giver: Document, passages: Passages) -> bool:
    """Whether the shared words, as the one has them, say what the publisher of the other was told or has found out."""
    if giver.publisher is None or same_publisher(taker, giver):
        return False
    text = taker.text
    return any(
        any(span.start <= start < span.end for span, _ in passages)
        and (_TOLD.search(text, max(0, start - _BESIDE), start) or _FOUND_OUT.match(text, end))
        for start, end in outlet_places(text, giver.publisher)
    )


def _leads_in(taker: Document, giver: Document, passages: Passages) -> bool:
    """Whether a line that ends in a colon stands before a passage in the one, and no colon before it in the other."""
    return any(
        span.end - span.start >= _LED_INTO
        and _POST not in taker.text[span.start : span.end]
        and _ends_in_colon(taker.text, span.start)
        and ":" not in giver.text[max(0, other.start - _BEFORE) : other.start]
        for span, other in passages
    )


def _ends_in_colon(text: str, place: int) -> bool:
    """Whether a sentence of some words stands before the place and ends in a colon; a speaker's name is too short."""
    line = text[max(0, place - _LINE_IN) : place].rstrip(" \n\t\"“‘'>—–-").rpartition("\n")[2]
    return line.endswith(":") and len(spelled(re.split(r"(?<=[.!?])\s", line)[-1])) >= _LINE


def _marks(taker: Document, giver: Document, passages: Passages) -> bool:
    """Whether brackets or dots stand in or between the passages of the one, and none there in the other."""
    return any(
        (_INSERTED.search(own) and "[" not in other) or _stand_for(own, other)
        for own, other in _both(taker, giver, passages)
    )


def _stand_for(own: str, other: str) -> bool:
    """Whether dots follow the passage at once and stand for words of the other report."""
    return (
        _AT_ONCE.match(own) is not None
        and not _DOTS.search(other)
        and len(spelled(other)) >= _TELLING + len(spelled(own))
    )


def _both(taker: Document, giver: Document, passages: Passages) -> Iterator[tuple[str, str]]:
    """The passages, and what stands between each and the next where both have them in this order."""
    ordered = sorted(passages)
    for span, other in ordered:
        yield taker.text[span.start : span.end], giver.text[other.start : other.end]
    for (span, other), (next_span, next_other) in pairwise(ordered):
        if next_span.start - span.end <= _PUT_IN and 0 <= next_other.start - other.end <= _LEFT_OUT:
            yield taker.text[span.end : next_span.start], giver.text[other.end : next_other.start]
