"""Which of two reports has its words from the other.

The first of these that tells: one names the publisher of the other, or credits it; both credit one agency; one was
published before the other; one shows by its edits that it took; the shorter is the beginning of the longer. What tells
both ways tells nothing. Time, edits and length give way where both have words of one other report: then that is their
common source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal, TypeVar

from rashomon.copies.edits import INTRODUCED, MARKED, TOLD, taker_by_edits
from rashomon.copies.outlets import outlet_places, same_outlet, same_publisher
from rashomon.model import Copy, Document, Span

Direction = Literal["a from b", "b from a", "common source", "unknown"]
_Ordered = TypeVar("_Ordered", str, datetime)

_LATER, _LATER_SHORTER = "published later", "published later, and shorter"
_BEGINNING = "the shorter is the beginning of the longer"
_UNKNOWN = "nothing tells which was first"
_BOTH = "both have words of one other report"
_WEAK = (_LATER, _LATER_SHORTER, TOLD, INTRODUCED, MARKED, _BEGINNING, _UNKNOWN)

_CONTAINED = 0.9  # share from which a report is nothing but a piece of the other
_LONGER = 1.25  # times the words of the piece


def direction(
    a: Document, b: Document, share_of_a: float, share_of_b: float, passages: Sequence[tuple[Span, Span]]
) -> tuple[Direction, str]:
    """The direction of a copy and the reason in fixed words. `passages` are the shared spans, `a`'s then `b`'s."""
    in_a, in_b = [span for span, _ in passages], [span for _, span in passages]
    if found := _one_way(_credits(a, b), _credits(b, a)):
        return found, "one credits the publisher of the other"
    if found := _one_way(_names(a, b, in_a), _names(b, a, in_b)):
        return found, "one names the publisher of the other"
    agencies = [credit for credit in sorted(a.credits) if any(same_outlet(credit, other) for other in b.credits)]
    if agencies:
        return "common source", f"both credit {agencies[0]}"
    if in_time := _by_time(a, b, share_of_a, share_of_b):
        return in_time
    if edited := taker_by_edits(a, b, passages):
        return ("a from b" if edited[0] else "b from a"), edited[1]
    return _by_length(share_of_a, share_of_b, in_a, in_b)


def common_sources(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """The copies, those that only time, edits or length directed turned to a common source where there is one."""
    givers: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.direction in ("a from b", "b from a"):
            taker, giver = (copy.a, copy.b) if copy.direction == "a from b" else (copy.b, copy.a)
            givers[taker].add(giver)
    return tuple(
        replace(copy, direction="common source", why=_BOTH)
        if copy.why in _WEAK and givers[copy.a] & givers[copy.b]
        else copy
        for copy in copies
    )


def _by_time(a: Document, b: Document, share_of_a: float, share_of_b: float) -> tuple[Direction, str] | None:
    order = _order(a.published, b.published)
    if order < 0:
        return "b from a", _LATER_SHORTER if share_of_b > share_of_a else _LATER
    if order > 0:
        return "a from b", _LATER_SHORTER if share_of_a > share_of_b else _LATER
    return None


def _by_length(
    share_of_a: float, share_of_b: float, in_a: Sequence[Span], in_b: Sequence[Span]
) -> tuple[Direction, str]:
    if _is_beginning(share_of_b, share_of_a, in_a):
        return "b from a", _BEGINNING
    if _is_beginning(share_of_a, share_of_b, in_b):
        return "a from b", _BEGINNING
    return "unknown", _UNKNOWN


def _one_way(a_takes: bool, b_takes: bool) -> Direction | None:
    if a_takes == b_takes:
        return None
    return "a from b" if a_takes else "b from a"


def _credits(taker: Document, giver: Document) -> bool:
    """Whether the one credits the other's publisher ("AP" is the Associated Press)."""
    if giver.publisher is None or same_publisher(taker, giver):
        return False
    return any(same_outlet(credit, giver.publisher) for credit in taker.credits)


def _names(taker: Document, giver: Document, shared: Sequence[Span]) -> bool:
    """Whether the one names the other's publisher, as a report does that passes on what another reported.

    Not in the shared passages: they say the same whoever copied.
    """
    if giver.publisher is None or same_publisher(taker, giver):
        return False
    places = outlet_places(taker.text, giver.publisher)
    return any(not any(span.start <= place < span.end for span in (*shared, *taker.boilerplate)) for place, _ in places)


def _order(a: str | None, b: str | None) -> int:
    """Negative when the first was published before the second, 0 when nothing tells: days, or moments with offset."""
    if not a or not b:
        return 0
    if "T" in a and "T" in b:
        first, second = (datetime.fromisoformat(moment) for moment in (a, b))
        if first.tzinfo is not None and second.tzinfo is not None:
            return _sign(first.astimezone(UTC), second.astimezone(UTC))
    return _sign(a[:10], b[:10])


def _sign(a: _Ordered, b: _Ordered) -> int:
    return (a > b) - (a < b)


def _is_beginning(share: float, share_of_longer: float, places: Sequence[Span]) -> bool:
    """Whether a report is contained in a longer one and the shared places stand before all that is only in the longer.

    `places` are the shared spans in the longer report. Agencies are cut from the end.
    """
    if share < _CONTAINED or share < _LONGER * share_of_longer or not places:
        return False
    first, last = min(places).start, max(places).end
    return first <= (last - first) * (1 - _CONTAINED)
