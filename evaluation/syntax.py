"""How well the reader knows syntax: attachment and parts of speech on treebanks, with their words.

usage: python evaluation/syntax.py FILE.conllu … [--full GRAPH.onnx] [--floor LABELLED]

The sentences of all files are counted together. Unlabelled and labelled attachment count every word, marks included,
and universal labels; heads are those of the decoded tree. `--full` scores another graph too, as `build.py --full`
writes it, to see what 8 bits cost.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rashomon import inference
from rashomon.model import Tree
from rashomon.syntax import trees_of
from rashomon.text import Word


class Row(NamedTuple):
    """A word of a treebank; its head counts from 1 and 0 is the root."""

    word: str
    tag: str
    head: int
    label: str


class Figures(NamedTuple):
    """Shares of words, 0 to 1."""

    words: int
    unlabelled: float
    labelled: float
    tags: float

    def __str__(self) -> str:
        shares = f"unlabelled {self.unlabelled:.4f}  labelled {self.labelled:.4f}  tags {self.tags:.4f}"
        return f"{self.words:,} words  {shares}"


def sentences(path: Path) -> Iterator[list[Row]]:
    """The sentences of a file; parts of words and empty nodes are left out, labels are universal."""
    rows: list[Row] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = line.split("\t")
        if cells[0].isdigit():
            rows.append(Row(cells[1], cells[3], int(cells[6]), cells[7].split(":")[0]))
        elif not line.strip() and rows:
            yield rows
            rows = []


def read(gold: Sequence[Sequence[Row]]) -> tuple[Tree, ...]:
    """The reader's trees over the treebank's words."""
    return trees_of([[Word(row.word, 0, len(row.word)) for row in rows] for rows in gold])


def score(gold: Sequence[Sequence[Row]], trees: Sequence[Tree]) -> Figures:
    """The shares of words that hang where they should, with the right label, and have the right part of speech."""
    pairs = [
        (row, token)
        for rows, tree in zip(gold, trees, strict=True)
        for row, token in zip(rows, tree.tokens, strict=True)
    ]
    attached = [(row, token) for row, token in pairs if row.head == token.head + 1]
    labelled = sum(row.label == token.label for row, token in attached)
    tagged = sum(row.tag == token.tag for row, token in pairs)
    words = max(1, len(pairs))
    return Figures(len(pairs), len(attached) / words, labelled / words, tagged / words)


def with_graph(graph: Path, gold: Sequence[Sequence[Row]]) -> tuple[Tree, ...]:
    """`read` with another graph in the reader's place."""
    original = inference._read
    inference._session.cache_clear()
    inference._read = lambda folder, name: graph.read_bytes()
    try:
        return read(gold)
    finally:
        inference._read = original
        inference._session.cache_clear()


def main(arguments: Sequence[str] | None = None) -> int:
    """Scores and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.conllu")
    parser.add_argument("--full", type=Path, metavar="GRAPH.onnx", help="another graph to score on the same words")
    parser.add_argument("--floor", type=float, default=0.0, metavar="LABELLED", help="fail below this attachment")
    args = parser.parse_args(arguments)
    gold = [rows for path in sorted(args.files) for rows in sentences(path)]
    figures = score(gold, read(gold))
    print(f"shipped  {figures}")
    if args.full:
        print(f"full     {score(gold, with_graph(args.full, gold))}")
    if figures.labelled < args.floor:
        print(f"below: labelled attachment is {figures.labelled:.4f}, the floor is {args.floor:g}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
