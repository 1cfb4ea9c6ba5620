"""Lists of sums of money: "£400 on hats, £250 at the zoo and £90 for a cab" says three things that may be wrong singly.

A run of at least three sums in one clause, each behind a comma, a semicolon or "and", is a list; each sum with what it
was for is an item of its own inside the clause. Trees of such lists are seldom right, so the marks between the sums
decide. Out of scope: lists of head counts ("three men, two women and a child"), whose parts say little alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.clauses.cutting import Clause, Range

_LEAST = 3
"""Sums from which on they are a list."""
_LONGEST = 120
"""Code points an item may have."""
_BETWEEN = re.compile(r"(?:\s*[,;]\s*(?:and|plus|or)?|\s+(?:and|plus))\s*(?:an?\s+)?$")
_LAST = re.compile(r"[,;](?!\d)|\s(?:and|but|while|which|who)\b")


def listed_sums(text: str, clause: Clause, sums: Sequence[Range]) -> list[Clause]:
    """The items of the lists in a clause, by start; `sums` are the ranges of all sums of the document, by start."""
    runs: list[list[Range]] = []
    for start, end in (held for held in sums if clause.start <= held[0] and held[1] <= clause.end):
        before = runs[-1][-1] if runs else None
        if before and start - before[1] <= _LONGEST and _BETWEEN.search(text, before[1], start):
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return [Clause(*item) for run in runs if len(run) >= _LEAST for item in _items(text, run, clause.end)]


def _items(text: str, run: Sequence[Range], end: int) -> list[Range]:
    """Each sum up to the mark before the next one; the last up to the next mark or conjunction."""
    found = []
    for number, (start, after) in enumerate(run):
        last = number == len(run) - 1
        mark = _LAST.search(text, after, end) if last else _BETWEEN.search(text, after, run[number + 1][0])
        stop = mark.start() if mark else end
        if after + 1 < stop <= after + _LONGEST:
            found.append((start, stop))
    return found
