"""Ways through a tree. Words are numbered from 0 in the order of the sentence; the root's head is -1."""

from __future__ import annotations

from collections.abc import Container, Sequence

from rashomon.model import Token


def children(tokens: Sequence[Token]) -> list[list[int]]:
    """For each word the words that hang on it, in order."""
    hanging: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head >= 0:
            hanging[token.head].append(i)
    return hanging


def below(hanging: Sequence[Sequence[int]], word: int, without: Container[int] = ()) -> list[int]:
    """The word and all that hangs on it, in order; nothing that hangs on the words in `without`, nor these."""
    found, queue = [], [word]
    while queue:
        at = queue.pop()
        found.append(at)
        queue += [i for i in hanging[at] if i not in without] if without else hanging[at]
    return sorted(found)


def reach(tokens: Sequence[Token], words: Sequence[int]) -> tuple[int, int]:
    """The half-open code points from the first to the last of these words."""
    return tokens[min(words)].start, tokens[max(words)].end
