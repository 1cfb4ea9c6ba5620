"""Scores to decisions: the best tree, and the best row of name marks.

`best_tree` is the maximum spanning arborescence with one word on the root (Chu and Liu 1965, Edmonds 1967): a tree with
two such words costs more than any arc can bring, so the best tree has one. `best_marks` is the best row of BIO marks in
which no name begins inside (Viterbi 1967).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """The head of each word, from scores (words, 1 + words) whose column 0 is the root; heads count from 0, root -1.

    Of equally good trees the one found first by lower numbers is taken; the answer depends on the scores alone.
    """
    arcs = scores.astype(np.float64)
    n = len(arcs)
    if n == 0:
        return []
    arcs[np.arange(n), np.arange(1, n + 1)] = -np.inf
    heads = arcs.argmax(axis=1)
    if (heads == 0).sum() != 1 or _cycle(heads) is not None:
        finite = arcs[np.isfinite(arcs)]
        arcs[:, 0] -= (finite.max() - finite.min() + 1) * (n + 1)
        heads = np.array(_arborescence(arcs))
    return [int(head) - 1 for head in heads]


def _cycle(heads: NDArray[np.intp]) -> list[int] | None:
    """The words of a circle of heads (words count from 1 in `heads`, and from 0 in the answer), if there is one."""
    done: set[int] = set()
    for first in range(len(heads)):
        path: dict[int, int] = {}
        at = first
        while at >= 0 and at not in done and at not in path:
            path[at] = len(path)
            at = int(heads[at]) - 1
        if at in path:
            return list(path)[path[at] :]
        done |= path.keys()
    return None


def _arborescence(arcs: Scores) -> list[int]:
    """Heads (0 is the root) of the best tree, several words on the root allowed; circles become one word."""
    heads = arcs.argmax(axis=1)
    circle = _cycle(heads)
    if circle is None:
        return [int(head) for head in heads]
    n = len(arcs)
    inside = np.array(circle)
    rest = np.array([word for word in range(n) if word not in set(circle)], dtype=np.intp)
    kept = arcs[inside, heads[inside]]
    columns = np.concatenate([[0], rest + 1])
    # The circle becomes the last word of a smaller graph; entering it at a word gives up that word's arc in the circle.
    smaller = np.full((len(rest) + 1, len(rest) + 2), -np.inf)
    smaller[:-1, :-1] = arcs[np.ix_(rest, columns)]
    leaving = arcs[np.ix_(rest, inside + 1)]
    smaller[:-1, -1] = leaving.max(axis=1) if len(rest) else -np.inf
    entering = arcs[np.ix_(inside, columns)] - kept[:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    found = _arborescence(smaller)
    result = [int(head) for head in heads]
    for i, word in enumerate(rest):
        last = found[i] == len(rest) + 1
        result[word] = int(inside[leaving[i].argmax()]) + 1 if last else int(columns[found[i]])
    result[int(inside[entering[:, found[-1]].argmax()])] = int(columns[found[-1]])
    return result


def best_marks(scores: NDArray[np.float32], allowed: NDArray[np.bool_]) -> list[int]:
    """The best row of marks, from scores (words, marks) and `allowed` (marks, marks): which may follow which.

    The first mark is judged as if mark 0 (outside) stood before it. Where the best mark of each word alone may follow
    the one before it, these are the best row.
    """
    alone = scores.argmax(axis=1)
    if allowed[np.concatenate([[0], alone[:-1]]), alone].all():
        return [int(mark) for mark in alone]
    step = np.where(allowed, 0.0, -np.inf)
    total = scores[0] + step[0]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + step
        back.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    marks = [int(total.argmax())]
    for before in reversed(back):
        marks.append(int(before[marks[-1]]))
    return marks[::-1]
