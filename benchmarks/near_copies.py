"""How fast copies are looked for beside datasketch, and what each finds.

    python benchmarks/near_copies.py [FOLDER] [--reports N] [--rounds N]

needs datasketch (dependency group `benchmarks`). The same reports go three ways, from text to the pairs that may be
copies: our sketches and meetings; datasketch with 128 permutations and threshold 0.5; datasketch with our bands. All
cut the text into the same words; datasketch hashes every three in a row, a report at a time. FOLDER holds
`articles.jsonl.gz` and `reuse_pairs.json` (see `evaluation/copies.py`); without it a pile is made up, N reports of 400
words of which one in three is a copy: edited, cut, or a passage in another report. The fastest of the rounds counts.
"Found" is the part of the known pairs, with two fifths of one side in common, that come out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from datasketch import MinHash, MinHashLSH

from rashomon.copies import sketches
from rashomon.copies.meeting import meetings
from rashomon.copies.sketch import BANDS, ROWS, SHINGLE
from rashomon.model import Document
from rashomon.text import fold, spelled

sys.path.insert(0, str(Path(__file__).parent.parent / "evaluation"))
from copies import ASKED, documents_of

Pairs = set[tuple[str, str]]
Way = Callable[[Sequence[Document]], Pairs]


def main() -> None:
    """Runs each way and prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("--reports", type=int, default=4000, help="of the pile made up (default: 4000)")
    parser.add_argument("--rounds", type=int, default=2, help="the fastest counts (default: 2)")
    arguments = parser.parse_args()
    documents, known = read(arguments.folder) if arguments.folder else made_up(arguments.reports)
    ways: dict[str, Way] = {
        "sketches and meetings": by_sketches,
        "datasketch, 128 permutations": lambda documents: by_datasketch(documents, 128),
        f"datasketch, {BANDS} bands of {ROWS}": lambda documents: by_datasketch(documents, BANDS * ROWS, (BANDS, ROWS)),
    }
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents):,} reports, {words:,} words, {len(known):,} pairs known")
    ours = 0.0
    for name, way in ways.items():
        seconds, found = min((timed(way, documents) for _ in range(arguments.rounds)), key=lambda result: result[0])
        ours = ours or seconds
        recall = len(known & found) / len(known)
        print(f"{name:30} {seconds:7.2f} s {seconds / ours:6.1f} times ours, {len(found):7,} pairs, found {recall:.3f}")


def timed(way: Way, documents: Sequence[Document]) -> tuple[float, Pairs]:
    """Seconds of processor time, and the pairs."""
    start = time.process_time()
    found = way(documents)
    return time.process_time() - start, found


def by_sketches(documents: Sequence[Document]) -> Pairs:
    """Our way."""
    return set(meetings(sketches(documents)))


def by_datasketch(documents: Sequence[Document], permutations: int, bands: tuple[int, int] | None = None) -> Pairs:
    """The way of datasketch: MinHash and its index, threshold 0.5 where no bands are given."""
    index = MinHashLSH(threshold=0.5, num_perm=permutations, params=bands)
    found = set()
    for document in documents:
        words = [fold(word) for word in spelled(document.text)]
        shingles = {" ".join(words[start : start + SHINGLE]).encode() for start in range(len(words) - SHINGLE + 1)}
        hashed = MinHash(num_perm=permutations)
        hashed.update_batch(list(shingles))
        found |= {(min(document.id, other), max(document.id, other)) for other in index.query(hashed)}
        index.insert(document.id, hashed)
    return found


def read(folder: Path) -> tuple[list[Document], Pairs]:
    """The reports of a folder and the pairs of two fifths on its list."""
    documents = list(documents_of(folder / "articles.jsonl.gz"))
    held = {document.id for document in documents}
    listed = json.loads((folder / "reuse_pairs.json").read_text(encoding="utf-8"))
    return documents, {(min(a, b), max(a, b)) for share, a, b in listed if share >= ASKED and {a, b} <= held}


def made_up(count: int) -> tuple[list[Document], Pairs]:
    """So many reports, always the same, and the pairs of which one has two fifths of itself from the other."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(2, 9))) for _ in range(30_000)]
    cumulative = [0.0]
    for rank in range(1, len(vocabulary) + 1):
        cumulative.append(cumulative[-1] + 1 / rank)

    def words(size: int) -> list[str]:
        return chance.choices(vocabulary, cum_weights=cumulative[1:], k=size)

    texts = [words(400) for _ in range(count)]
    known: Pairs = set()
    for number, other in pairwise(range(0, count, 3)):
        source, place = texts[number], other - 1
        match chance.randrange(3):
            case 0:  # edited all over
                texts[place] = [word if chance.random() > 0.05 else chance.choice(vocabulary) for word in source]
            case 1:  # cut from the end
                texts[place] = source[: chance.randint(100, 300)]
            case _:  # a passage in a report of its own
                start = chance.randint(0, 200)
                texts[place] = [*words(150), *source[start : start + 180], *words(50)]
        known.add((f"d{number:07}", f"d{place:07}"))
    return [_document(f"d{number:07}", " ".join(text)) for number, text in enumerate(texts)], known


def _document(name: str, text: str) -> Document:
    return Document(name, name, name, "text/plain", text)


if __name__ == "__main__":
    main()
