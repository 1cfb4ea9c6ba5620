"""In whose name: a fact in one report, a belief or another's word in the other.

"Allegedly", "suspected" and "accused of" beside a flat statement are a tension, since they mark what is not proven; a
statement that one report makes itself and the other gives as somebody's word is a variant.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, same_predicate
from rashomon.apparatus.details import Detail
from rashomon.text import cut, fold

LIKELY = 0.6
_UNPROVEN = re.compile(
    r"\b(?:allegedly|purportedly|(?:is|are|was|were) (?:alleged|suspected|accused)|accused of|suspected of)\b"
)


def compare_attribution(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the names in which two statements of one thing are made."""
    if likely < LIKELY or not same_predicate(a, b):
        return None
    unproven = _UNPROVEN.search(fold(a.words)), _UNPROVEN.search(fold(b.words))
    if bool(unproven[0]) != bool(unproven[1]):
        word = (unproven[0] or unproven[1]).group()  # type: ignore[union-attr]
        values = (word, "stated") if unproven[0] else ("stated", word)
        return Finding(
            "attribution", "tension", likely, f"not proven in one, stated in the other: {word}", i, j, *values
        )
    held = _holder(a), _holder(b)
    if (held[0] == "") != (held[1] == ""):
        values = held[0] or "stated", held[1] or "stated"
        return Finding(
            "attribution",
            "variant",
            likely,
            f"the report's own word / the word of another: {values[0]} / {values[1]}",
            i,
            j,
            *values,
        )
    return None


def _holder(detail: Detail) -> str:
    """The words for whoever says it, '' when the report itself does."""
    holder = detail.statement.holder
    if holder.kind == "report":
        return ""
    return cut(detail.document, holder.span) if holder.span else "quoted words"
