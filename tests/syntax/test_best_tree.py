"""Scores to trees and marks."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rashomon.syntax.decode import best_marks, best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """One word on the root (-1), every other leads up to it."""
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0 and word not in seen:
            seen.add(word)
            word = heads[word]
        if word >= 0:
            return False
    return True


def all_trees(n: int) -> list[tuple[int, ...]]:
    return [heads for heads in product(range(-1, n), repeat=n) if is_tree(heads)]


def worth(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))


def test_the_best_heads_are_taken_where_they_are_a_tree() -> None:
    #                   root  he  sank  it
    scores = np.array([[0.0, 0.0, 5.0, 1.0], [6.0, 1.0, 0.0, 2.0], [1.0, 0.0, 4.0, 0.0]], np.float32)
    assert best_tree(scores) == [1, -1, 1]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[1.0, 0.0, 9.0], [5.0, 9.0, 0.0]], np.float32)
    assert best_tree(scores) == [1, -1]


def test_only_one_word_hangs_on_the_root() -> None:
    scores = np.array([[9.0, 0.0, 1.0], [9.0, 3.0, 0.0]], np.float32)
    assert best_tree(scores) == [-1, 0]


def test_nothing_has_no_tree() -> None:
    assert best_tree(np.zeros((0, 1), np.float32)) == []


def test_one_word_is_the_root() -> None:
    assert best_tree(np.array([[-50.0, 50.0]], np.float32)) == [-1]


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_no_tree_is_better(n: int) -> None:
    """Against all trees there are."""
    trees = all_trees(n)
    for seed in range(25):
        scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
        found = tuple(best_tree(scores))
        assert is_tree(found)
        assert worth(scores, found) == pytest.approx(max(worth(scores, heads) for heads in trees), abs=1e-5)


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32))))
@settings(max_examples=60)
def test_any_scores_give_a_tree_and_always_the_same(scores: np.ndarray) -> None:
    found = best_tree(scores)
    assert is_tree(tuple(found))
    assert found == best_tree(scores.copy())


ALLOWED = np.array([[True, True, False], [True, True, True], [True, True, True]])  # outside, begin, inside


def test_no_name_begins_inside() -> None:
    scores = np.log(np.array([[0.4, 0.2, 0.4], [0.1, 0.2, 0.7]], np.float32))
    assert best_marks(scores, ALLOWED) == [1, 2]


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, 3), elements=st.floats(-9, 9, width=32))))
@settings(max_examples=60)
def test_no_allowed_row_of_marks_is_better(scores: np.ndarray) -> None:
    def total(row: tuple[int, ...]) -> float:
        return float(sum(scores[i, mark] for i, mark in enumerate(row)))

    rows = [
        row
        for row in product(range(3), repeat=len(scores))
        if all(ALLOWED[a, b] for a, b in zip((0, *row), row, strict=False))
    ]
    found = tuple(best_marks(scores, ALLOWED))
    assert found in rows
    assert total(found) == pytest.approx(max(map(total, rows)), abs=1e-4)
