"""The one place that runs models: their files, their sessions, and a pass over many inputs.

A file is read once a process and its checksum is compared with `models/SHA256SUMS`. Every input runs alone, without
padding, on one session that two threads share: 8-bit activations take their range from all that is in a run, so in
a batch an answer would depend on its neighbours; alone it is the same in any company, in any order, with any number of
threads. So a pass can be begun before its answer is asked for (`begin_each`), and runs beside what Python does
meanwhile. Nothing here trains or downloads.

ONNX Runtime's packages for Linux and macOS report their use to its maker from 1.29 on, unless they are told not to
before they are first imported. That is why this module imports it late, and alone writes a variable of the environment.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.errors import MissingModel

if TYPE_CHECKING:
    import onnxruntime

THREADS = 2
MODELS = Path(__file__).parent / "models"
ENCODER = "encoder.onnx"
READER = "reader.onnx"
_TOKENIZER = "tokenizer.json"
_SUMS = "SHA256SUMS"
_SWITCH = 0.00005  # seconds after which a thread that waits for the interpreter's lock is given it
_TOGETHER = 4  # passes that a thread takes on at once: each taking costs about a fiftieth of a pass
_ERRORS_ONLY = 3  # ONNX Runtime's severities: 0 verbose, 1 info, 2 warning, 3 error, 4 fatal

Inputs = dict[str, NDArray[np.int64]]
Outputs = list[NDArray[np.float32]]


@contextmanager
def threads() -> Iterator[Executor]:
    """Threads for passes begun ahead; what is still waiting at the end is dropped.

    A pass runs without the interpreter's lock but needs it to begin, and the thread that does everything else would
    hand it over every 5 ms only, twice as long as a pass takes.
    """
    before = sys.getswitchinterval()
    if before > _SWITCH:
        sys.setswitchinterval(_SWITCH)
    pool = ThreadPoolExecutor(THREADS)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
        if before > _SWITCH:
            sys.setswitchinterval(before)


def begin_each(name: str, inputs: Sequence[Inputs], pool: Executor) -> list[Callable[[], Outputs]]:
    """Begins what `run_each` does on the threads of a pool, and gives for each input what waits for its answer."""
    if not inputs:
        return []
    session = _session(MODELS, name)
    begun: list[Callable[[], Outputs]] = []
    for first in range(0, len(inputs), _TOGETHER):
        few = inputs[first : first + _TOGETHER]
        passes = pool.submit(_run, session, few)
        begun += [partial(_answer, passes, number) for number in range(len(few))]
    return begun


def _run(session: onnxruntime.InferenceSession, inputs: Sequence[Inputs]) -> list[Outputs]:
    return [session.run(None, values) for values in inputs]


def _answer(passes: Future[list[Outputs]], number: int) -> Outputs:
    return passes.result()[number]


def run_each(name: str, inputs: Sequence[Inputs]) -> list[Outputs]:
    """What the model of this name (`ENCODER`, `READER`) answers to each of the inputs, in their order.

    Raises `MissingModel` when the file is absent or is not the one this version was made with.
    """
    with threads() as pool:
        return [answer() for answer in begin_each(name, inputs, pool)]


@cache
def tokenizer() -> Tokenizer:
    """Text to the sub-words both models were trained on, at most 256 with the marks at the ends.

    Raises `MissingModel` like `run_each`.
    """
    return Tokenizer.from_str(_read(MODELS, _TOKENIZER).decode("utf-8"))


def model_digests() -> tuple[tuple[str, str], ...]:
    """The files of the models with their SHA-256 as the package states them, by name; for the manifest."""
    return tuple(sorted(_stated(MODELS).items()))


@cache
def _session(folder: Path, name: str) -> onnxruntime.InferenceSession:
    """A session that answers on the thread it is asked from, from a file with the right checksum."""
    onnxruntime = _silent_runtime()
    graph = _read(folder, name)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.use_deterministic_compute = True
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


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
    """The bytes of a file of a model; raises `MissingModel` if they are not the ones the package was made with."""
    content = _open(folder / name)
    if hashlib.sha256(content).hexdigest() != _stated(folder).get(name):
        raise MissingModel(f"{folder / name}: not the file this version was made with; install the package again")
    return content


def _open(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise MissingModel(f"{path}: a file of the models is missing; install the package again") from None
