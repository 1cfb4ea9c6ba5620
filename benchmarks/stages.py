"""How fast each stage is, how much longer the whole takes than its passes of the models, and what a cold start costs.

    python benchmarks/stages.py [FOLDER …] [--rounds N]

Each FOLDER is one event; without any, the examples. Every stage is timed inside whole collations (the functions that
`rashomon.run` calls are wrapped, nothing is run apart), several rounds, the fastest kept. The models run beside the
stages, so a stage's time holds what it waits for, and none holds the models' own. These are timed apart: behind every
collation the very passes that it made (the reader's and the encoder's, each input as often as it ran) are run alone on
the same threads, with nothing beside them. The ratio is that of the two: of the fastest whole of each event to the
fastest round of its passes alone, in seconds on the clock, and again in seconds of processor time. Then the program is
started anew as a user starts it; then the passages of two long texts are found once by the index and once by looking at
all pairs of places. Seconds depend on the machine; the shares and ratios, all taken in one run, much less.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import rashomon
from rashomon import encoder, inference, run
from rashomon.copies.passages import SHORTEST, RunningText, index, running_text, shared_passages
from rashomon.model import Document
from rashomon.syntax import read

STAGES = {  # name in `rashomon.run`: what it is called in the table
    "annotate_each": "annotate",
    "find_copies": "copies",
    "find_origins": "origins",
    "resolve_entities": "entities",
    "resolve_speakers": "speakers",
    "utterances": "utterances",
    "group_quotes": "renderings",
    "make_statements": "statements",
    "prepare": "details",
    "find_points": "points",
    "lay_out": "apparatus",
    "make_timeline": "timeline",
    "find_framing": "framing",
}
EXAMPLES = Path(__file__).parent.parent / "examples"
Seconds = defaultdict[str, float]
Passes = dict[str, list[inference.Inputs]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="one event each (default: the examples)"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="collations of each event; the fastest counts (default: 3)"
    )
    arguments = parser.parse_args()
    folders = arguments.folders or sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    cold = [cold_start(folder) for folder in folders]  # first, while this process is small: a child inherits its peak
    events = [rashomon.read(folder, on_problem=print) for folder in folders]
    start = time.perf_counter()
    for folder in folders:
        rashomon.read(folder, on_problem=lambda problem: None)
    reading = time.perf_counter() - start
    documents = [document for event in events for document in event]
    size = sum(len(document.text) for document in documents)
    print(f"{len(events)} events, {len(documents)} documents, {size:,} code points\n")
    print_stages(fastest(events, arguments.rounds), reading, len(documents))
    print("\ncold start: the whole program in a new process, from the command to the written folder")
    for folder, (seconds, megabytes) in zip(folders, cold, strict=True):
        print(f"  {folder.name:24} {seconds:6.2f} s   peak memory {megabytes:4.0f} MB")
    print_copies(documents)


def fastest(events: Sequence[Sequence[Document]], rounds: int) -> Seconds:
    """The seconds of each stage over all events, of the round whose whole was fastest for each; the models are warm."""
    total: Seconds = defaultdict(float)
    for event in events:
        passes = passes_of(event)
        spent = [one_round(event, passes) for _ in range(rounds)]
        best = min(spent, key=lambda each: each["whole"])
        for alone in ("processor", "passes", "passes, processor"):
            best[alone] = min(each[alone] for each in spent)
        for stage, seconds in best.items():
            total[stage] += seconds
    return total


def passes_of(event: Sequence[Document]) -> Passes:
    """The inputs that one collation runs the models on, by model."""
    passes: Passes = defaultdict(list)
    begin_each = inference.begin_each

    def noting(name: str, inputs: Sequence[inference.Inputs], pool: Any) -> Any:
        passes[name] += inputs
        return begin_each(name, inputs, pool)

    modules: tuple[Any, ...] = (encoder, read)
    for module in modules:
        module.begin_each = noting
    try:
        rashomon.collate(event)
    finally:
        for module in modules:
            module.begin_each = begin_each
    return passes


def one_round(event: Sequence[Document], passes: Passes) -> Seconds:
    """One collation, then its passes alone."""
    spent: Seconds = defaultdict(float)
    originals = {name: getattr(run, name) for name in STAGES}
    try:
        for name, stage in STAGES.items():
            setattr(run, name, clocked(originals[name], stage, spent))
        start, processor = time.perf_counter(), time.process_time()
        rashomon.collate(event)
        spent["whole"], spent["processor"] = time.perf_counter() - start, time.process_time() - processor
    finally:
        for name, original in originals.items():
            setattr(run, name, original)
    start, processor = time.perf_counter(), time.process_time()
    for name, inputs in passes.items():
        inference.run_each(name, inputs)
    spent["passes"], spent["passes, processor"] = time.perf_counter() - start, time.process_time() - processor
    return spent


def clocked(function: Callable[..., Any], stage: str, spent: Seconds) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.perf_counter() - start

    return timed


def print_stages(spent: Seconds, reading: float, documents: int) -> None:
    whole = spent["whole"]
    rows = [("reading", reading), *((stage, spent[stage]) for stage in STAGES.values())]
    rows.append(("the rest", whole - sum(seconds for _, seconds in rows[1:])))
    print(f"{'stage':12} {'ms':>9} {'share':>7} {'documents/s':>12}")
    for stage, seconds in rows:
        share = "" if stage == "reading" else f"{seconds / whole:7.1%}"
        print(f"{stage:12} {seconds * 1000:9.1f} {share:>7} {documents / max(seconds, 1e-9):12,.0f}")
    print(f"{'collate':12} {whole * 1000:9.1f} {1:7.1%} {documents / whole:12,.1f}")
    for clock, collated, alone in (("", "whole", "passes"), (", processor time", "processor", "passes, processor")):
        print(
            f"\na collation takes {spent[collated] / spent[alone]:.2f} times its passes alone{clock}: "
            f"{spent[collated] * 1000:.0f} ms to {spent[alone] * 1000:.0f} ms",
            end="",
        )
    print()


def cold_start(folder: Path) -> tuple[float, float]:
    """Seconds and peak memory (MB) of `rashomon collate FOLDER -o …` in a process of its own."""
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-c", _CHILD, "collate", str(folder), "-o", str(Path(target) / "out")]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{folder}: the program ended with {done.returncode}: {done.stderr.strip()}")
    return seconds, float(done.stderr.rsplit("peak ", 1)[1]) / 1024


_CHILD = """
import atexit, resource, sys
atexit.register(lambda: print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))
from rashomon.cli import main
main()
"""


def print_copies(documents: Sequence[Document]) -> None:
    """Passages by the index against passages by looking at every pair of places, on two long texts made of them all."""
    keys: dict[str, int] = {}
    a, b = (running_text(joined(documents[half::2], str(half)), keys) for half in (0, 1))
    by_index, everywhere = float("inf"), float("inf")
    for _ in range(3):
        start = time.perf_counter()
        passages = shared_passages(a, b, index(a), index(b))
        middle = time.perf_counter()
        runs_everywhere(a, b)
        by_index = min(by_index, middle - start)
        everywhere = min(everywhere, time.perf_counter() - middle)
    print(
        f"\n{len(passages)} passages shared by texts of {a.size():,} and {b.size():,} words: by the index "
        f"{by_index * 1000:.1f} ms, by all places {everywhere * 1000:.0f} ms, {everywhere / by_index:.0f} times"
    )


def joined(documents: Sequence[Document], name: str) -> Document:
    """One document with the texts of all."""
    return Document(name, name, name, "text/plain", "\n\n".join(document.text for document in documents))


def runs_everywhere(a: RunningText, b: RunningText) -> int:
    """The number of maximal runs of equal words, found the obvious way."""
    runs = 0
    for i, key in enumerate(a.keys):
        for j, other in enumerate(b.keys):
            if key != other or (i and j and a.keys[i - 1] == b.keys[j - 1]):
                continue
            size = 1
            while i + size < len(a.keys) and j + size < len(b.keys) and a.keys[i + size] == b.keys[j + size]:
                size += 1
            runs += size >= SHORTEST
    return runs


if __name__ == "__main__":
    main()
    print(f"\npeak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
