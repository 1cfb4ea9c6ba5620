"""Which in a row somebody or something is: "the third governor" beside "the fourth man to govern".

Two ordinals meet when they say of one and the same who it is, and their statements share a word beside the
ordinal for what is counted in a row. Out of scope: places in a table or a race, which change.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.compare.numbers import plain
from rashomon.apparatus.details import Detail
from rashomon.lexicon.measures import VAGUE
from rashomon.model import Quantity
from rashomon.terms import terms
from rashomon.text import cut

LIKELY = 0.1
_SHARED = 2
"""Content words both statements must have behind their ordinals."""
_CHANGING = frozenset("place round quarter inning set game half day week month year time term hour half part".split())
_TITLES = frozenset("lady family minister secretary responder gentleman lieutenant sergeant amendment".split())
"""Behind an ordinal that counts nothing: "the first lady"."""


def compare_ranks(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the ordinals that two statements give one person or thing."""
    if likely < LIKELY or not a.doers & b.doers or a.statement.polarity != b.statement.polarity:
        return None
    for one in _ordinals(a):
        for other in _ordinals(b):
            shared = _behind(a, one) & _behind(b, other)
            if one.value == other.value or len(shared) < _SHARED:
                continue
            words = cut(a.document, one.span), cut(b.document, other.span)
            why = f"another place in the row: {words[0]} / {words[1]}"
            values = plain(one.value or 0), plain(other.value or 0)
            return Finding("number", "contradiction", likely, why, i, j, *values, *words)
    return None


def _ordinals(detail: Detail) -> list[Quantity]:
    """The ordinals behind the verb of a statement, which say of its subject which in a row it is."""
    predicate = detail.statement.predicate
    return [
        q
        for q in detail.quantities
        if q.kind == "ordinal" and q.value and predicate and q.span.start >= predicate.end and not _passing(detail, q)
    ]


def _passing(detail: Detail, quantity: Quantity) -> bool:
    """Whether the ordinal counts what comes again and again ("the third quarter"), or nothing ("the first lady")."""
    of = quantity.of
    counted = {form for form, _ in terms(detail.document.text, of.start, of.end)} if of else set()
    return bool(counted & (_CHANGING | _TITLES))


def _behind(detail: Detail, quantity: Quantity) -> set[str]:
    """The content words behind an ordinal up to the end of its statement."""
    return {form for form, _ in terms(detail.document.text, quantity.span.end, detail.statement.span.end)} - VAGUE
