"""Whether two leads tell of one happening, how surely, and why.

Steps: what the two have in common, by few measures; a veto where a counted thing tells them apart ("Day 2", "Day 21");
else a score, the likelihood that they tell of one happening, by a logistic weighting of the measures; the reasons in
fixed words. Where the words leave it unsure, vectors of the openings are asked, if the caller has any to give. A tie is
a function of two leads and of nothing else in the pile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from rashomon.events.lead import Lead, Member
from rashomon.events.weighing import UNIT

Encode = Callable[[Sequence[Member]], NDArray[np.float32]]
"""Gives the vectors of the openings of these members, one row each of length 1 (`lead.opening`, `encoder.encode`)."""

FLOOR = 0.02
"""Ties of a lower score are not kept: they count as none."""
UNSURE = (0.2, 0.8)
"""Scores by words alone between which vectors are asked."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How two leads hang together: `a` < `b`; `score` from 0 to 1, two decimals; `why` in fixed words, the weightiest
    first. A vetoed tie has the score 0 and the one reason for the veto.
    """

    a: Member
    b: Member
    score: float
    why: tuple[str, ...]
    vetoed: bool = False


def tie(a: Lead, b: Lead, likeness: float | None = None) -> Tie:
    """The tie of two leads. `likeness` is the cosine of the vectors of their openings, where they were asked."""
    if b.member < a.member:
        a, b = b, a
    veto = _veto(a, b)
    if veto:
        return Tie(a.member, b.member, 0.0, (veto,), vetoed=True)
    shared = _cosine(a, b)
    score = 1 / (1 + exp(-(28 * shared - 6)))
    return Tie(a.member, b.member, round(score, 2), ("the same telling words",))


def _veto(a: Lead, b: Lead) -> str | None:
    values_a, values_b = dict(a.labels), dict(b.labels)
    if any(values_a[noun] != values_b[noun] for noun in values_a.keys() & values_b.keys()):
        return "another of a counted series"
    return None


def _cosine(a: Lead, b: Lead) -> float:
    weights = dict(zip(a.words, a.weights, strict=True))
    return sum(weights.get(word, 0) * weight for word, weight in zip(b.words, b.weights, strict=True)) / UNIT**2


def find_ties(leads: Sequence[Lead], pairs: Iterable[tuple[int, int]], encode: Encode | None = None) -> Iterator[Tie]:
    """The ties of these pairs of leads (`meeting.meet`) that are vetoed or score `FLOOR` or more, in their order.

    `encode` is asked once for the leads of all pairs that the words leave unsure.
    """
    for first, second in pairs:
        found = tie(leads[first], leads[second])
        if found.vetoed or found.score >= FLOOR:
            yield found
