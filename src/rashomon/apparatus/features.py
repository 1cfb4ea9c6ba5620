"""How alike two statements are, as named features, for all pairs of an event at once.

Each feature is a square matrix over the statements, in their order; `FEATURES` is the list of them, and the weights in
`align` are one a feature. Frequencies are counted inside the event: a word that stands everywhere says little. Two
features are no shares: `closest` compares a pair with its rivals (how much liker the two are than either is to the
statements nearest to it in the other's document), and `shared words` is the weight of the common words as such, since
two short clauses are soon alike and say little by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.apparatus.details import Detail
from rashomon.encoder import products
from rashomon.model import Span
from rashomon.terms import terms
from rashomon.text import cut

Matrix = NDArray[np.float64]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]
OF_WORDS = ("shared words", "numbers", "dates", "sentence words", "sentence names")
OF_VECTORS = ("passage vectors", "closest")
FEATURES = (*OF_WORDS, *OF_VECTORS)
RIVALS = 3
"""As many nearest statements of a document stand for what a statement is like there by chance."""
BESIDE = 0.5
"""What the sentence before and the one after weigh in the vector of a passage."""


def feature_matrices(details: Sequence[Detail], encode: Encode) -> Iterator[Matrix]:
    """A symmetric matrix (statements, statements) a feature, in the order of `FEATURES`; one by one: they are big."""
    yield from word_matrices(details)
    yield from vector_matrices(details, encode)


def word_matrices(details: Sequence[Detail]) -> Iterator[Matrix]:
    """Those that ask no vector, in the order of `OF_WORDS`."""
    of_sentence = {d.sentence: [form for form, _ in terms(cut(d.document, d.sentence))] for d in _a_sentence(details)}
    numbers = [[f"{q.kind} {q.value}" for q in detail.quantities if q.value] for detail in details]
    days = [[f"{d.earliest} {d.latest}" for d in detail.dates if d.earliest] for detail in details]
    names = [[entity.id for entity in detail.around] for detail in details]
    yield _shared([detail.terms for detail in details])
    yield _contained(numbers)
    yield _contained(days)
    yield _cosine([of_sentence[detail.sentence] for detail in details])
    yield _contained(names)


def vector_matrices(details: Sequence[Detail], encode: Encode) -> Iterator[Matrix]:
    """Those of the vectors of statements and of their sentences, in the order of `OF_VECTORS`."""
    texts = [*(detail.words for detail in details), *(cut(detail.document, detail.sentence) for detail in details)]
    clauses, sentences = np.split(encode(texts).astype(np.float64), 2)
    passages = _passages(details, sentences)
    yield np.clip(products(passages), 0, 1)
    yield _closest(products(clauses), [detail.document.id for detail in details])


def _a_sentence(details: Sequence[Detail]) -> list[Detail]:
    """One statement of each sentence."""
    return list({detail.sentence: detail for detail in details}.values())


def _passages(details: Sequence[Detail], vectors: Matrix) -> Matrix:
    """The vector of each statement's sentence with those of its neighbours that state something, at length 1."""
    of_sentence: dict[Span, int] = {}
    for row, detail in enumerate(details):
        of_sentence.setdefault(detail.sentence, row)
    passage = {sentence: vectors[row].copy() for sentence, row in of_sentence.items()}
    for before, after in pairwise(sorted(of_sentence)):
        if before.document == after.document:
            passage[before] += BESIDE * vectors[of_sentence[after]]
            passage[after] += BESIDE * vectors[of_sentence[before]]
    together = np.array([passage[detail.sentence] for detail in details]).reshape(vectors.shape)
    length = np.linalg.norm(together, axis=1, keepdims=True)
    lengthened: Matrix = together / np.maximum(length, 1e-9)
    return lengthened


def _closest(alike: Matrix, documents: Sequence[str]) -> Matrix:
    """Cross-domain similarity local scaling (Conneau et al., 2018), between documents instead of languages.

    Twice the likeness of a pair, less the mean likeness of each to its `RIVALS` nearest in the document of the other.
    """
    columns: dict[str, list[int]] = defaultdict(list)
    for column, document in enumerate(documents):
        columns[document].append(column)
    near = np.empty_like(alike)
    for held in columns.values():
        nearest = -np.sort(-alike[:, held], axis=1)[:, :RIVALS]
        near[:, held] = nearest.mean(axis=1, keepdims=True)
    scaled: Matrix = 2 * alike - near - near.T
    return scaled


def _shared(bags: Sequence[Sequence[str]], power: int = 1) -> Matrix:
    """The weight, to a power, of what two bags both hold, for all pairs: array (bags, bags).

    Weights are inverse frequencies over the bags, log((1 + n) / (1 + df)) + 0.2.
    """
    n = len(bags)
    holders: dict[str, list[int]] = defaultdict(list)
    for row, bag in enumerate(bags):
        for item in dict.fromkeys(bag):
            holders[item].append(row)
    shared = np.zeros((n, n))
    own = [0.0] * n  # the diagonal
    for _, holding in sorted(holders.items()):
        weight = float(np.log((1 + n) / (1 + len(holding))) + 0.2) ** power
        for row in holding:
            own[row] += weight
        if len(holding) > 1:
            held = np.array(holding, dtype=np.intp)
            shared[held[:, None], held] += weight
    np.fill_diagonal(shared, own)
    return shared


def _contained(bags: Sequence[Sequence[str]]) -> Matrix:
    """The weight of what both hold as a share of the lighter bag; empty bags are like nothing."""
    shared = _shared(bags)
    total = np.diag(shared)
    share: Matrix = shared / np.maximum(np.minimum.outer(total, total), 1e-9)
    return share


def _cosine(bags: Sequence[Sequence[str]]) -> Matrix:
    """The weighted cosine; empty bags are like nothing."""
    shared = _shared(bags, 2)
    norm = np.sqrt(np.diag(shared))
    cosine: Matrix = shared / np.maximum(np.outer(norm, norm), 1e-9)
    return cosine
