"""A number that one report gives, and another says has been replaced: "18,000 marchers" beside "police raised their
estimate from 18,000 to 22,000", "the toll rose to 12 from nine".

The old number is known by its value, so what is counted need not be said in the same words; the verb must be one of
counting anew, or what it moves a word for a count.
"""

from __future__ import annotations

import re

from rashomon.annotate.number_words import NUMBER, number_value
from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.measures import STATE_OF
from rashomon.text import cut, fold

LIKELY = 0.1
"""Statements less likely to share a fact are not compared."""
_ANEW = re.compile(
    r"\b(?:revis|rais|lower|correct|updat|upgrad|downgrad|adjust|increas|reduc|cut|r[io]se|climb|jump|gr[eo]w|went up)"
)
_COUNT = re.compile(
    r"\b(?:tolls?|numbers?|counts?|estimates?|tall(?:y|ies)|figures?|totals?|dead|injured|missing|wounded)\b"
)
_SOME = "(?:about |some |at least |around )?"
_FROM_TO = re.compile(rf"\bfrom {_SOME}({NUMBER}) to {_SOME}({NUMBER})")
_TO_FROM = re.compile(rf"\bto {_SOME}({NUMBER}),? (?:up |down )?from {_SOME}({NUMBER})")


def compare_revisions(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """A number in one statement that the other says was replaced by another."""
    if likely < LIKELY:
        return None
    for new, old, first in ((a, b, False), (b, a, True)):
        change = revision(new)
        if change is None or revision(old) or old.published > new.published:
            continue
        before, now = change
        said = next((q for q in old.quantities if q.kind == "count" and q.value == before), None)
        if said is None or any(q.value == now for q in old.quantities) or _is_of_others(new, old):
            continue
        words = cut(old.document, said.span)
        values = (f"{before:.10g}", f"{now:.10g}")
        why = f"a number that was counted anew: {words} / {values[1]}"
        if first:
            return Finding("number", "update", likely, why, i, j, *values, words, values[1])
        return Finding("number", "update", likely, why, i, j, values[1], values[0], values[1], words)
    return None


@once
def revision(detail: Detail) -> tuple[float, float] | None:
    """The number that a statement says was replaced, and the one that replaced it."""
    words = fold(detail.words)
    if not _ANEW.search(words) or not _COUNT.search(words):
        return None
    if found := _FROM_TO.search(words):
        before, now = number_value(found[1]), number_value(found[2])
    elif found := _TO_FROM.search(words):
        before, now = number_value(found[2]), number_value(found[1])
    else:
        return None
    return (before, now) if before is not None and now is not None and before != now else None


def _is_of_others(new: Detail, old: Detail) -> bool:
    """Whether the statements tell of other states ("the number of dead rose", "nine were hurt")."""
    ones, others = ({STATE_OF[form] for form in detail.terms if form in STATE_OF} for detail in (new, old))
    return bool(ones and others) and not ones & others
