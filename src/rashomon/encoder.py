"""Sentence vectors and their products. Every text is taken once and runs alone (`inference`); what a product means is
not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon.inference import ENCODER, Outputs, begin_each, threads, tokenizer

DIMENSIONS = 384
_PIECE = 24
"""Rows and columns of a product worked out at once. Larger ones the matrix library splits between threads, which go on
turning for a tenth of a second each time; and what it gives might then depend on their number.
"""
Real = TypeVar("Real", np.float32, np.float64)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Vectors on their way: the threads that make them, and the pass of each text that was begun so far."""

    pool: Executor
    passes: dict[str, Callable[[], Outputs]] = field(default_factory=dict)


def begin(texts: Sequence[str], ahead: Ahead) -> None:
    """Begins on the vectors of texts that `encode` will be asked for; raises as it does."""
    new = [text for text in dict.fromkeys(texts) if text not in ahead.passes]
    encodings = tokenizer().encode_batch_fast([text.encode("utf-8", "replace").decode("utf-8") for text in new])
    inputs = [{"ids": np.array([encoding.ids], dtype=np.int64)} for encoding in encodings]
    ahead.passes.update(zip(new, begin_each(ENCODER, inputs, ahead.pool), strict=True))


def encode(texts: Sequence[str], ahead: Ahead | None = None) -> NDArray[np.float32]:
    """The vectors of the texts, one row of 384 numbers of length 1 each, in the order given.

    A text longer than 256 sub-words (about 190 English words) is read up to there. An empty text has a vector too.
    `ahead` holds what was begun before.

    Raises `MissingModel` when a file of the model is absent or is not the one this version was made with.
    """
    if ahead is None:
        with threads() as pool:
            return encode(texts, Ahead(pool))
    begin(texts, ahead)
    vectors = [ahead.passes[text]()[0][0] for text in texts]
    return np.stack(vectors) if vectors else np.zeros((0, DIMENSIONS), dtype=np.float32)


def products(vectors: NDArray[Real]) -> NDArray[Real]:
    """The dot product of every two rows: a symmetric array (rows, rows)."""
    found = np.empty((len(vectors), len(vectors)), dtype=vectors.dtype)
    for i in range(0, len(vectors), _PIECE):
        for j in range(i, len(vectors), _PIECE):
            piece = vectors[i : i + _PIECE] @ vectors[j : j + _PIECE].T
            found[i : i + _PIECE, j : j + _PIECE] = piece
            found[j : j + _PIECE, i : i + _PIECE] = piece.T
    return found
