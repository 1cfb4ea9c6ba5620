"""What the reader costs beside the sentence encoder: the same sentences, one a run, on the same two threads.

    python benchmarks/reader.py [FOLDER …] [--rounds N]

Each FOLDER is one event; without any, the examples. The sentences of all reports go through the encoder and through the
reader in turn, several rounds, the fastest of each kept; the ratio of one run is the figure. "Reader" counts the model
alone, "with words and trees" also the cutting into words and the decoding.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import rashomon
from rashomon.annotate.sentences import find_sentences
from rashomon.encoder import encode
from rashomon.inference import READER, run_each
from rashomon.syntax import trees_of
from rashomon.syntax.pieces import inputs_of, words_of
from rashomon.text import cut

EXAMPLES = Path(__file__).parent.parent / "examples"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="one event each (default: examples)")
    parser.add_argument("--rounds", type=int, default=5, help="the fastest counts (default: 5)")
    arguments = parser.parse_args()
    folders = arguments.folders or sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    documents = [d for folder in folders for d in rashomon.read(folder, on_problem=lambda problem: None)]
    texts = sorted({cut(d, s.span) for d in documents if d.language in (None, "en") for s in find_sentences(d)})
    words = [words_of(text, 0, len(text)) for text in texts]
    inputs = [inputs_of(found[:120]) for found in words]
    ways: dict[str, Callable[[], object]] = {
        "encoder": lambda: encode(texts),
        "reader": lambda: run_each(READER, inputs),
        "with words and trees": lambda: trees_of([words_of(text, 0, len(text)) for text in texts]),
    }
    seconds = {name: min(timed(way) for _ in range(arguments.rounds)) for name, way in ways.items()}
    print(f"{len(texts)} sentences, {sum(map(len, words)):,} words")
    for name, spent in seconds.items():
        ratio = spent / seconds["encoder"]
        print(f"{name:22} {spent * 1000 / len(texts):6.2f} ms a sentence  {ratio:5.2f} times the encoder")


def timed(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
