"""How alike statements are, against values worked out by hand and a slow twin."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.features import RIVALS, Matrix, _closest, _contained, _cosine, _shared


def overlap(bags: list[list[str]]) -> tuple[Matrix, Matrix, Matrix]:
    return _cosine(bags), _shared(bags), _contained(bags)


def test_equal_bags_are_wholly_alike_and_strangers_not_at_all() -> None:
    cosine, shared, contained = overlap([["flood", "dam"], ["flood", "dam"], ["strike"]])
    assert cosine[0, 1] == pytest.approx(1) and contained[0, 1] == pytest.approx(1)
    assert shared[0, 1] == pytest.approx(2 * (log(4 / 3) + 0.2))
    assert cosine[0, 2] == contained[0, 2] == shared[0, 2] == 0


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    """Four bags: "flood" stands in three, "dam" in two, each other word in one."""
    cosine, _, contained = overlap([["flood", "dam"], ["flood", "mayor"], ["flood"], ["dam", "crack"]])
    flood, dam, once = log(5 / 4) + 0.2, log(5 / 3) + 0.2, log(5 / 2) + 0.2
    assert cosine[0, 1] == pytest.approx(flood**2 / (sqrt(flood**2 + dam**2) * sqrt(flood**2 + once**2)))
    assert contained[0, 1] == pytest.approx(flood / (flood + dam))
    assert contained[0, 2] == pytest.approx(1)
    assert cosine[0, 3] > cosine[0, 1]


def test_a_word_said_twice_counts_once() -> None:
    twice, once = overlap([["dam", "dam"], ["dam", "mayor"]]), overlap([["dam"], ["dam", "mayor"]])
    assert np.allclose(twice, once)


@pytest.mark.parametrize("bags", [[], [[]], [[], []], [[], ["dam"]]])
def test_an_empty_bag_is_like_nothing(bags: list[list[str]]) -> None:
    for matrix in overlap(bags):
        assert matrix.shape == (len(bags), len(bags))
        assert all(matrix[0] == 0) if bags else True


def slow(bags: Sequence[Sequence[str]], i: int, j: int) -> tuple[float, float, float]:
    weight = {item: log((1 + len(bags)) / (1 + sum(item in bag for bag in bags))) + 0.2 for bag in bags for item in bag}
    a, b = set(bags[i]), set(bags[j])
    if not a or not b:
        return 0.0, 0.0, 0.0
    length = sqrt(sum(weight[x] ** 2 for x in a)) * sqrt(sum(weight[x] ** 2 for x in b))
    smaller = min(sum(weight[x] for x in a), sum(weight[x] for x in b))
    shared = sum(weight[x] for x in a & b)
    return sum(weight[x] ** 2 for x in a & b) / length, shared, shared / smaller


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=6))
def test_matrices_say_what_the_definition_says_pair_by_pair(bags: list[list[str]]) -> None:
    cosine, shared, contained = overlap(bags)
    for i in range(len(bags)):
        for j in range(len(bags)):
            assert (cosine[i, j], shared[i, j], contained[i, j]) == pytest.approx(slow(bags, i, j), abs=1e-9)


def test_what_has_no_rival_is_closer_than_what_has_one() -> None:
    """Two reports: the first statement of A is like one of B's three, the second like all three."""
    alike = np.eye(5)
    alike[0, 2:] = [0.8, 0.1, 0.1]
    alike[1, 2:] = [0.8, 0.8, 0.8]
    alike[2:, :2] = alike[:2, 2:].T
    closest = _closest(alike, ["a", "a", "b", "b", "b"])
    assert closest[0, 2] > closest[1, 2]


def slow_closest(alike: Matrix, documents: Sequence[str], i: int, j: int) -> float:
    def by_chance(one: int, document: str) -> float:
        nearest = sorted((alike[one, k] for k, held in enumerate(documents) if held == document), reverse=True)
        return float(np.mean(nearest[:RIVALS]))

    return float(2 * alike[i, j] - by_chance(i, documents[j]) - by_chance(j, documents[i]))


@settings(max_examples=40)
@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_closeness_is_what_its_definition_says_pair_by_pair(documents: list[str], random: Random) -> None:
    vectors = np.array([[random.uniform(-1, 1) for _ in range(3)] for _ in documents])
    alike = vectors @ vectors.T
    closest = _closest(alike, documents)
    assert np.allclose(closest, closest.T)
    for i in range(len(documents)):
        for j in range(len(documents)):
            assert closest[i, j] == pytest.approx(slow_closest(alike, documents, i, j))
