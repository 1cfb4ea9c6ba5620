"""How sure a difference is: the probability that an editor who reads both passages accepts it.

Odds by its kind, more where something beside the likeness of the statements speaks for it: a name or a predicate that
two reports share in it, a third report. Harmless differences have odds of their own kind alone. All constants are
fitted by `evaluation/calibrate.py` on rows judged against gold. Few rows of a kind have been judged: offsets are drawn
towards 0, so that a kind nobody has judged stands at the rate of all together.

The likelihood that two statements share a fact is not asked again: every comparison has its own least likelihood, and
of the rows that pass, the likelier ones hold no more often.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from rashomon.apparatus.details import Detail
from rashomon.model import DifferenceKind, Severity

BIAS = 1.05
TIED = 1.2
THIRD = 0.32
KINDS: Mapping[DifferenceKind, float] = {
    "number": 0.25,
    "date": 0.2,
    "place": 0.24,
    "actor": 0.13,
    "attribution": -1.21,
    "status": -0.34,
    "relation": 0.63,
    "scope": 0.41,
    "quote": 0.43,
    "order": -0.26,
}
HARMLESS = 1.86
HARMLESS_KINDS: Mapping[DifferenceKind, float] = {
    "number": 0.22,
    "date": -1.56,
    "name": 0.84,
    "attribution": 0.51,
    "quote": 0.72,
}
HURRIED = 0.5
"""Below this confidence a difference is not shown, unless asked for: it would rather not hold."""


def confidence(kind: DifferenceKind, severity: Severity, said: Sequence[Detail]) -> float:
    """The probability, 0 to 1, two decimals, for a row over the statements in `said`."""
    if severity == "variant":
        odds = HARMLESS + HARMLESS_KINDS.get(kind, 0.0)
    else:
        odds = BIAS + KINDS.get(kind, 0.0) + TIED * tied(said) + THIRD * several(said)
    return round(1 / (1 + math.exp(-odds)), 2)


def tied(said: Sequence[Detail]) -> bool:
    """Whether two of the statements, of different reports, share a name or a predicate."""
    held: dict[str, set[str]] = {}
    for detail in said:
        shared = {entity.id for entity in detail.entities} | (
            {f"verb {detail.predicate}"} if detail.predicate else set()
        )
        for thing in sorted(shared):
            held.setdefault(thing, set()).add(detail.document.id)
    return any(len(documents) > 1 for documents in held.values())


def several(said: Sequence[Detail]) -> bool:
    """Whether more than two reports speak."""
    return len({detail.document.id for detail in said}) > 2
