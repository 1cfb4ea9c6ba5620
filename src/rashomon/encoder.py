"""Sentence vectors. Every text is taken once and runs alone (`inference`); measuring similarity is not done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.inference import ENCODER, run_each, tokenizer

DIMENSIONS = 384


def encode(texts: Sequence[str], on_progress: Callable[[int, int], None] | None = None) -> NDArray[np.float32]:
    """The vectors of the texts, one row of 384 numbers of length 1 each, in the order given.

    A text longer than 256 sub-words (about 190 English words) is read up to there. An empty text has a vector too.
    `on_progress` is told how many different texts are done, and of how many, now and then.

    Raises `MissingModel` when a file of the model is absent or is not the one this version was made with.
    """
    places: dict[str, int] = {}
    rows = [places.setdefault(text, len(places)) for text in texts]
    if not places:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    encodings = tokenizer().encode_batch([text.encode("utf-8", "replace").decode("utf-8") for text in places])
    inputs = [{"ids": np.array([encoding.ids], dtype=np.int64)} for encoding in encodings]
    vectors = np.stack([output[0][0] for output in run_each(ENCODER, inputs, on_progress)])
    return vectors[rows]
