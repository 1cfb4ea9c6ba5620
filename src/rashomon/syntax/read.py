"""A document's sentences to trees and names: the one place that runs the reader.

Sentences are cut into words (`pieces`), each runs alone (`inference`), and its scores become one tree and the names in
it (`decode`). The reader knows English alone: documents in other languages have no trees. A sentence longer than the
reader takes is read in pieces, the later ones hanging on the first as `parataxis`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from rashomon.inference import READER, Outputs, begin_each, threads
from rashomon.model import Document, EntityKind, Named, Sentence, Token, Tree
from rashomon.syntax.decode import best_marks, best_tree
from rashomon.syntax.pieces import inputs_of, windows, words_of
from rashomon.syntax.pipeline import Pipeline, is_for, trees_by
from rashomon.syntax.universal import LABELS
from rashomon.text import Word

TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
MARKS = "O B-PER I-PER B-ORG I-ORG B-LOC I-LOC B-OTH I-OTH".split()
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "other")
_ALLOWED = np.array([[not b.startswith("I") or (a != "O" and a[2:] == b[2:]) for b in MARKS] for a in MARKS])


def read_trees(document: Document, sentences: Sequence[Sentence], pipeline: Pipeline | None = None) -> tuple[Tree, ...]:
    """The tree of each sentence, in their order; none at all for a document that is not in English.

    With a `pipeline`, documents in its language are read by it instead. Raises `MissingModel` when the reader's file is
    absent or is not the one this version was made with.
    """
    with threads() as pool:
        return begin_trees(document, sentences, pipeline, pool)()


def begin_trees(
    document: Document, sentences: Sequence[Sentence], pipeline: Pipeline | None, pool: Executor
) -> Callable[[], tuple[Tree, ...]]:
    """Begins what `read_trees` does on the threads of a pool, and gives the rest to be done: it waits for the trees."""
    if pipeline is not None and is_for(pipeline, document):
        return partial(trees_by, pipeline, document, sentences)
    if document.language not in (None, "en"):
        return tuple
    return _begin([words_of(document.text, s.span.start, s.span.end) for s in sentences], pool)


def trees_of(sentences: Sequence[Sequence[Word]]) -> tuple[Tree, ...]:
    """The tree of each sentence given as words, in their order. Raises `MissingModel` like `read_trees`."""
    with threads() as pool:
        return _begin(sentences, pool)()


def _begin(sentences: Sequence[Sequence[Word]], pool: Executor) -> Callable[[], tuple[Tree, ...]]:
    cut = [windows(words) for words in sentences]
    passes = begin_each(READER, [inputs_of(run) for runs in cut for run in runs], pool)

    def trees() -> tuple[Tree, ...]:
        answers = iter(passes)
        return tuple(_joined([_tree(run, next(answers)()) for run in runs]) for runs in cut)

    return trees


def _tree(words: Sequence[Word], output: Outputs) -> Tree:
    """One run's scores to its tree: arcs (words, 1 + words), labels (the same, by label), tags and marks by word."""
    arcs, labels, tags, marks = output
    heads = best_tree(_log(arcs))
    scores = _log(marks)
    chances = np.exp(scores)
    rows = np.arange(len(words))
    governed = np.array(heads, dtype=np.intp) >= 0
    names = labels[rows, np.array(heads, dtype=np.intp) + 1]
    names[:, LABELS.index("root")] = np.where(governed, -np.inf, np.inf)
    kinds = np.column_stack([chances[:, 0], chances[:, 1::2] + chances[:, 2::2]]).tolist()
    found = zip(words, tags.argmax(axis=1).tolist(), heads, names.argmax(axis=1).tolist(), kinds, strict=True)
    tokens = [
        Token(word.text, word.start, word.end, TAGS[tag], head, LABELS[label], tuple(kind))
        for word, tag, head, label, kind in found
    ]
    return Tree(tuple(tokens), tuple(_names(tokens, best_marks(scores, _ALLOWED))) if tokens else ())


def _names(tokens: Sequence[Token], marks: Sequence[int]) -> list[Named]:
    """The names in a row of marks; `score` is the mean chance of their kind over their words."""
    found: list[tuple[int, int, int]] = []
    for i, mark in enumerate(marks):
        if mark % 2:
            found.append((i, i + 1, (mark - 1) // 2))
        elif mark:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return [
        Named(first, end, KINDS[kind], sum(t.chances[kind + 1] for t in tokens[first:end]) / (end - first))
        for first, end, kind in found
    ]


def _joined(trees: Sequence[Tree]) -> Tree:
    """Several trees as one."""
    if len(trees) == 1:
        return trees[0]
    tokens: list[Token] = []
    names: list[Named] = []
    for tree in trees:
        shift = len(tokens)
        root = next((i for i, token in enumerate(tokens) if token.head < 0), -1)
        for token in tree.tokens:
            loose = token.head < 0 and root >= 0
            head = root if loose else token.head + shift if token.head >= 0 else -1
            tokens.append(token._replace(head=head, label="parataxis" if loose else token.label))
        names.extend(Named(n.first + shift, n.end + shift, n.kind, n.score) for n in tree.names)
    return Tree(tuple(tokens), tuple(names))


def _log(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores to the logarithms of chances, row by row."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    logs: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logs
