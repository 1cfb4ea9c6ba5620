"""How alike two statements are, as named features from 0 to 1, for all pairs of an event at once.

Each feature is a square matrix over the statements, in their order; `FEATURES` is the list of them, and the weights in
`align` are one a feature. Frequencies are counted inside the event: a name or word that stands everywhere says little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.apparatus.details import Detail
from rashomon.terms import terms
from rashomon.text import cut

Matrix = NDArray[np.float64]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]
FEATURES = (
    "clause vectors",
    "sentence vectors",
    "words",
    "words contained",
    "names",
    "names contained",
    "numbers",
    "dates",
    "sentence words",
    "sentence names",
)


def feature_matrices(details: Sequence[Detail], encode: Encode) -> Iterator[Matrix]:
    """A symmetric matrix (statements, statements) a feature, in the order of `FEATURES`; one by one: they are big."""
    texts = [*(detail.words for detail in details), *(cut(detail.document, detail.sentence) for detail in details)]
    for vectors in np.split(encode(texts).astype(np.float64), 2):
        yield np.clip(vectors @ vectors.T, 0, 1)
    yield from _overlap([list(detail.terms) for detail in details])
    yield from _overlap([[entity.id for entity in detail.entities] for detail in details])
    yield _overlap([[f"{q.kind} {q.value}" for q in detail.quantities if q.value] for detail in details])[1]
    yield _overlap([[f"{d.earliest} {d.latest}" for d in detail.dates if d.earliest] for detail in details])[1]
    yield _overlap([[form for form, _ in terms(cut(d.document, d.sentence))] for d in details])[0]
    yield _overlap([[entity.id for entity in detail.around] for detail in details])[1]


def _overlap(bags: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
    """Weighted cosine of all pairs of bags, and the share of the smaller bag's weight that the other holds.

    Weights are inverse frequencies over the bags, log((1 + n) / (1 + df)) + 0.2; empty bags are like nothing.
    """
    n = len(bags)
    frequency = Counter(item for bag in bags for item in set(bag))
    column = {item: index for index, item in enumerate(sorted(frequency))}
    if not column:
        return np.zeros((n, n)), np.zeros((n, n))
    held = np.zeros((n, len(column)))
    for row, bag in enumerate(bags):
        for item in bag:
            held[row, column[item]] = 1
    weight = np.array([np.log((1 + n) / (1 + frequency[item])) + 0.2 for item in sorted(frequency)])
    common = (held * weight**2) @ held.T
    norm = np.sqrt(np.diag(common))
    cosine = common / np.maximum(np.outer(norm, norm), 1e-9)
    mass = (held * weight) @ held.T
    total = np.diag(mass)
    contained = mass / np.maximum(np.minimum.outer(total, total), 1e-9)
    return cosine, contained
