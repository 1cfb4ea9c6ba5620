"""Ways through a tree."""

from __future__ import annotations

from rashomon.model import Token
from rashomon.syntax import below, children, reach


def tree(rows: str) -> list[Token]:
    """A word, its label and the number of its head (from 1, 0 the root) a line, as a treebank writes them."""
    tokens, at = [], 0
    for row in rows.split(","):
        word, label, head = row.split()
        tokens.append(Token(word, at, at + len(word), "X", int(head) - 1, label))
        at += len(word) + 1
    return tokens


FERRY = tree("The det 2, ferry nsubj 6, that nsubj 4, burned acl 2, has aux 6, sunk root 0")


def test_children() -> None:
    assert children(FERRY) == [[], [0, 3], [], [2], [], [1, 4]]


def test_below_is_the_word_and_all_that_hangs_on_it() -> None:
    assert below(children(FERRY), 1) == [0, 1, 2, 3]


def test_below_can_leave_branches_out() -> None:
    assert below(children(FERRY), 1, without={3}) == [0, 1]


def test_reach() -> None:
    assert reach(FERRY, [1, 0]) == (0, 9)
