"""Which statements speak of the same point.

First the likelihood that two statements share a fact: a logistic function of the features, with the weights below.
Then groups: from the likeliest pair downwards, a group takes in further statements as long as each is likely enough
beside every member, so likeness is carried on only where it holds ("A like B, B like C" is not enough). A statement
may stand in several groups; two groups never hold the same statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

import numpy as np

from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import FEATURES, Matrix

WEIGHTS = {
    "shared words": 0.29,
    "numbers": 2.24,
    "dates": 1.59,
    "sentence words": 2.55,
    "sentence names": 0.41,
    "passage vectors": 4.95,
    "closest": 2.71,
}
"""Fitted by `evaluation/fit_alignment.py`; each set of the fit was scored with weights from the others."""
BIAS = -6.32
SEED = 0.35
"""A pair this likely begins a group."""
JOIN = 0.25
"""A further statement must be this likely beside every member."""
DISTINCT = 0.7
"""A group of which two thirds stand in another is listed only when its seed is this likely."""


def scored(features: Iterable[Matrix], names: Sequence[str] = FEATURES, onto: Matrix | float = 0.0) -> Matrix:
    """The weighted sum of features, given with their names, on top of one of others."""
    weighted = (WEIGHTS[name] * matrix for name, matrix in zip(names, features, strict=True))
    scores: Matrix = reduce(np.add, weighted, np.asarray(onto))
    return scores


def likelihoods(scores: Matrix) -> Matrix:
    """The likelihood that two statements share a fact, for all pairs: array (statements, statements), symmetric.

    `scores` is the weighted sum of all features (`scored`).
    """
    chances = 1 / (1 + np.exp(-(scores + BIAS)))
    np.fill_diagonal(chances, 0)
    rounded: Matrix = np.round(chances, 6)
    return rounded


def group_statements(
    details: Sequence[Detail], likely: Matrix, seed: float = SEED, join: float = JOIN, distinct: float = DISTINCT
) -> list[tuple[int, ...]]:
    """Groups of indices of statements on one point, each from at least two documents, likeliest seed first."""
    return [group for _, group in seeded_groups(details, likely, seed, join, distinct)]


def seeded_groups(
    details: Sequence[Detail], likely: Matrix, seed: float = SEED, join: float = JOIN, distinct: float = DISTINCT
) -> list[tuple[tuple[int, int], tuple[int, ...]]]:
    """The groups of `group_statements`, each behind the pair that began it."""
    document = [detail.document.id for detail in details]
    pairs: list[tuple[int, int]] = [(a, b) for a, b in np.argwhere(np.triu(likely >= seed)).tolist()]
    seeds = sorted(
        (-float(likely[a, b]), sorted((details[a].statement.span, details[b].statement.span)), a, b)
        for a, b in pairs
        if document[a] != document[b]
    )
    groups: list[tuple[tuple[int, int], tuple[int, ...]]] = []
    known: list[frozenset[int]] = []
    covered: set[tuple[int, int]] = set()
    for score, _, a, b in seeds:
        if (a, b) in covered:
            continue
        group = _grow(details, likely, (a, b), join)
        covered.update((x, y) for x in group for y in group)
        members = frozenset(group)
        if -score >= distinct or not any(_mostly_in(members, other) for other in known):
            groups.append(((a, b), tuple(group)))
            known.append(members)
    return groups


def _mostly_in(group: frozenset[int], known: frozenset[int]) -> bool:
    """Whether at most a third of a group is new beside a known one."""
    return len(group - known) * 3 <= len(group)


def _grow(details: Sequence[Detail], likely: Matrix, pair: tuple[int, int], join: float) -> list[int]:
    """The pair and, one by one, the statement whose least likelihood beside the members is greatest.

    Two statements of one document stand in one group only when neither lies inside the other.
    """
    group = list(pair)
    least = np.minimum(likely[pair[0]], likely[pair[1]])
    near: list[int] = np.flatnonzero(least >= join).tolist()
    fitting = [row for row in near if not any(_nested(details[row], details[member]) for member in group)]
    while fitting:
        best = min((-float(least[row]), details[row].statement.span, row) for row in fitting)[2]
        group.append(best)
        least = np.minimum(least, likely[best])
        fitting = [row for row in fitting if least[row] >= join and not _nested(details[row], details[best])]
    return sorted(group)


def _nested(a: Detail, b: Detail) -> bool:
    one, other = a.statement.span, b.statement.span
    return one.document == other.document and one.start < other.end and other.start < one.end
