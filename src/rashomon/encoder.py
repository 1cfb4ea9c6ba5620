"""Sentence vectors: the one place that runs the encoder.

Steps: load model and tokenizer once a process (their checksums are compared with `models/SHA256SUMS`); take every text
once; run each alone, without padding, on one of two sessions of one thread each; put the vectors in the order of the
texts. 8-bit activations take their range from all that is in a run, so in a batch a vector would depend on its
neighbours; alone, a text has the same vector in any company, in any order, with any number of threads. Nothing here
trains, downloads or measures similarity.

ONNX Runtime's packages for Linux and macOS report their use to its maker from 1.29 on, unless they are told not to
before they are first imported. That is why this module imports it late, and alone writes a variable of the environment.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.errors import MissingModel

if TYPE_CHECKING:
    import onnxruntime

DIMENSIONS = 384
THREADS = 2
MODELS = Path(__file__).parent / "models"
_SUMS = "SHA256SUMS"
_GRAPH = "encoder.onnx"
_TOKENIZER = "tokenizer.json"
_ERRORS_ONLY = 3  # ONNX Runtime's severities: 0 verbose, 1 info, 2 warning, 3 error, 4 fatal


class _Model(NamedTuple):
    tokenizer: Tokenizer
    sessions: tuple[onnxruntime.InferenceSession, ...]


def encode(texts: Sequence[str], on_progress: Callable[[int, int], None] | None = None) -> NDArray[np.float32]:
    """The vectors of the texts, one row of 384 numbers of length 1 each, in the order given.

    A text longer than 256 sub-words (about 190 English words) is read up to there. An empty text has a vector too.
    `on_progress` is told how many different texts are done, and of how many, now and then.

    Raises `MissingModel` when a file of the model is absent or is not the one this version was made with.
    """
    places: dict[str, int] = {}
    rows = [places.setdefault(text, len(places)) for text in texts]
    vectors = np.zeros((len(places), DIMENSIONS), dtype=np.float32)
    if not places:
        return vectors
    model = _load(MODELS)
    encodings = model.tokenizer.encode_batch([text.encode("utf-8", "replace").decode("utf-8") for text in places])
    # Longest first in pairs of equal work: the two threads end at about the same time.
    order = sorted(range(len(places)), key=lambda row: -len(encodings[row].ids))
    done = [0] * THREADS

    def work(thread: int) -> None:
        session = model.sessions[thread]
        for row in order[thread::THREADS]:
            ids = np.array([encodings[row].ids], dtype=np.int64)
            vectors[row] = session.run(None, {"ids": ids})[0][0]
            done[thread] += 1
            if on_progress is not None and thread == 0 and done[0] % 32 == 0:
                on_progress(sum(done), len(places))

    if len(places) == 1:
        work(0)
    else:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(work, range(THREADS)))
    if on_progress is not None:
        on_progress(len(places), len(places))
    return vectors[rows]


def model_digests() -> tuple[tuple[str, str], ...]:
    """The files of the encoder with their SHA-256 as the package states them, by name; for the manifest."""
    return tuple(sorted(_stated(MODELS).items()))


@cache
def _load(folder: Path) -> _Model:
    """The tokenizer and one session a thread, from files with the right checksums."""
    onnxruntime = _silent_runtime()
    graph, tokenizer = (_read(folder, name) for name in (_GRAPH, _TOKENIZER))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.use_deterministic_compute = True
    sessions = tuple(
        onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"]) for _ in range(THREADS)
    )
    return _Model(Tokenizer.from_str(tokenizer.decode("utf-8")), sessions)


def _silent_runtime() -> Any:
    """ONNX Runtime, told to report nothing: no file in the user's cache, no connection."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # where the caller's program had imported it before
    return onnxruntime


@cache
def _stated(folder: Path) -> dict[str, str]:
    """Name to SHA-256, as written in the list of checksums."""
    lines = _open(folder / _SUMS).decode("ascii").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines if line.strip())}


def _read(folder: Path, name: str) -> bytes:
    """The bytes of a file of the model; raises `MissingModel` if they are not the ones the package was made with."""
    content = _open(folder / name)
    if hashlib.sha256(content).hexdigest() != _stated(folder).get(name):
        raise MissingModel(f"{folder / name}: not the file this version was made with; install the package again")
    return content


def _open(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise MissingModel(f"{path}: the sentence encoder is missing; install the package again") from None
