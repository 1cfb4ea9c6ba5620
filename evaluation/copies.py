"""How many known copies of a pile are found, and how fast.

    python evaluation/copies.py FOLDER [--misses]

FOLDER holds `articles.jsonl.gz`, one report a line with "id", "text" and perhaps "publisher", "published" (a day), and
`reuse_pairs.json`, rows of [share, id, id]: pairs known to share so much of their 8-word sequences. Such a list is made
by a machine and leaves some out, so all sequences of all reports are counted here too, and every pair that shares two
fifths of those of one side is looked up. "Met" are pairs that are compared on the text; "copies" and "same words" are
what comes of it (words that both quote are no copy), each with its passages. The run fails when a pair of two fifths or
more comes out as neither.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from rashomon.copies import SameWords, compared, find_pile_origins, sketches
from rashomon.copies.fingerprints import grams
from rashomon.copies.meeting import meetings
from rashomon.copies.pile import neighbours_together
from rashomon.model import Copy, Document
from rashomon.text import fold, spelled

LONGEST = 64  # documents that hold a sequence, beyond which it says nothing
STEPS = (0.9, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
ASKED = 0.4
Pair = tuple[str, str]
Shares = dict[Pair, float]


def main() -> None:
    """Reads, finds, counts; prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--misses", action="store_true", help="list the pairs of two fifths that were not found")
    arguments = parser.parse_args()
    documents = {document.id: document for document in documents_of(arguments.folder / "articles.jsonl.gz")}
    start = time.perf_counter()
    known = list(sketches(documents.values()))
    sketched = time.perf_counter()
    met = meetings(known)
    paired = time.perf_counter()
    found = {(one.a, one.b): one for one in compared(neighbours_together(met), documents.__getitem__)}
    done = time.perf_counter()
    words = sum(one.size for one in known)
    print(f"{len(documents):,} reports, {words:,} running words, {sum(len(one.keys) for one in known):,} keys")
    print(f"sketching {sketched - start:.1f} s, {(sketched - start) / words * 400_000:.2f} ms for 400 words")
    print(f"meeting {paired - sketched:.1f} s, {len(met):,} pairs; comparing them {done - paired:.1f} s")
    same = sum(isinstance(one, SameWords) for one in found.values())
    print(f"{len(found) - same:,} copies, {same:,} pairs that quote the same words")
    origins = find_pile_origins(documents, [one for one in found.values() if isinstance(one, Copy)])
    several = [len(origin.documents) for origin in origins if len(origin.documents) > 1]
    print(f"{len(several):,} origins of several reports, the largest of {max(several, default=0)}")
    listed = {
        (min(a, b), max(a, b)): share
        for share, a, b in json.loads((arguments.folder / "reuse_pairs.json").read_text(encoding="utf-8"))
        if a in documents and b in documents
    }
    counted = counted_shares(list(documents.values()))
    missed = print_table("listed", listed, 0, set(met), found)
    missed += print_table("counted here", counted, ASKED, set(met), found)
    if arguments.misses:
        print(*(f"missed: {a} {b}" for a, b in missed), sep="\n")
    sys.exit(1 if missed else 0)


def documents_of(path: Path) -> Iterable[Document]:
    """The reports of a file of JSON lines, under the ids they have there."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Document(
                record["id"],
                record["id"],
                record["id"],
                "text/plain",
                record["text"],
                publisher=record.get("publisher") or None,
                published=(record.get("published") or "")[:10] or None,
            )


def counted_shares(documents: Sequence[Document]) -> Shares:
    """The pairs that share two fifths of the 8-word sequences of one side or more, found by counting all of them."""
    numbers: dict[str, int] = {}
    held = []
    for document in documents:
        words = [numbers.setdefault(fold(word), len(numbers)) for word in spelled(document.text)]
        held.append(np.unique(grams(np.array(words, dtype=np.uint64), 8)))
    sizes = np.array([len(one) for one in held])
    keys, holders = np.concatenate(held), np.repeat(np.arange(len(held)), sizes)
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    _, place, times = np.unique(keys, return_inverse=True, return_counts=True)
    telling = (times[place] > 1) & (times[place] <= LONGEST)
    keys, holders = keys[telling], holders[telling]
    codes = [np.empty(0, np.int64)]
    for apart in range(1, LONGEST):
        same = keys[apart:] == keys[:-apart]
        codes.append(holders[:-apart][same] * len(held) + holders[apart:][same])
    pairs, shared = np.unique(np.concatenate(codes), return_counts=True)
    left, right = pairs // len(held), pairs % len(held)
    shares = shared / np.minimum(sizes[left], sizes[right])
    ids = [document.id for document in documents]
    return {
        (min(ids[a], ids[b]), max(ids[a], ids[b])): float(share)
        for a, b, share in zip(left.tolist(), right.tolist(), shares, strict=True)
        if share >= ASKED
    }


def print_table(
    name: str, shares: Shares, floor: float, met: set[Pair], found: dict[Pair, Copy | SameWords]
) -> list[Pair]:
    """Prints what became of the pairs of a share from `floor` on; gives those of two fifths that were not found."""
    print(f"\n{name:12} {'pairs':>6} {'met':>6} {'copies':>7} {'same words':>11} {'found':>7}")
    for step in STEPS:
        pairs = [pair for pair, share in shares.items() if share >= step]
        if pairs and step >= floor:
            copies = sum(isinstance(found.get(pair), Copy) for pair in pairs)
            same = sum(isinstance(found.get(pair), SameWords) for pair in pairs)
            print(
                f"share {step:3.1f}    {len(pairs):6} {sum(pair in met for pair in pairs):6} {copies:7} {same:11} "
                f"{(copies + same) / len(pairs):7.3f}"
            )
    return sorted(pair for pair, share in shares.items() if share >= ASKED and pair not in found)


if __name__ == "__main__":
    main()
