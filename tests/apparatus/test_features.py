"""How alike statements are, against values worked out by hand and a slow twin."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.features import _overlap


def test_equal_bags_are_wholly_alike_and_strangers_not_at_all() -> None:
    cosine, contained = _overlap([["flood", "dam"], ["flood", "dam"], ["strike"]])
    assert cosine[0, 1] == pytest.approx(1) and contained[0, 1] == pytest.approx(1)
    assert cosine[0, 2] == contained[0, 2] == 0


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    """Four bags: "flood" stands in three, "dam" in two, each other word in one."""
    cosine, contained = _overlap([["flood", "dam"], ["flood", "mayor"], ["flood"], ["dam", "crack"]])
    flood, dam, once = log(5 / 4) + 0.2, log(5 / 3) + 0.2, log(5 / 2) + 0.2
    assert cosine[0, 1] == pytest.approx(flood**2 / (sqrt(flood**2 + dam**2) * sqrt(flood**2 + once**2)))
    assert contained[0, 1] == pytest.approx(flood / (flood + dam))
    assert contained[0, 2] == pytest.approx(1)
    assert cosine[0, 3] > cosine[0, 1]


def test_a_word_said_twice_counts_once() -> None:
    twice, once = _overlap([["dam", "dam"], ["dam", "mayor"]]), _overlap([["dam"], ["dam", "mayor"]])
    assert np.allclose(twice, once)


@pytest.mark.parametrize("bags", [[], [[]], [[], []], [[], ["dam"]]])
def test_an_empty_bag_is_like_nothing(bags: list[list[str]]) -> None:
    for matrix in _overlap(bags):
        assert matrix.shape == (len(bags), len(bags))
        assert all(matrix[0] == 0) if bags else True


def slow(bags: Sequence[Sequence[str]], i: int, j: int) -> tuple[float, float]:
    weight = {item: log((1 + len(bags)) / (1 + sum(item in bag for bag in bags))) + 0.2 for bag in bags for item in bag}
    a, b = set(bags[i]), set(bags[j])
    if not a or not b:
        return 0.0, 0.0
    length = sqrt(sum(weight[x] ** 2 for x in a)) * sqrt(sum(weight[x] ** 2 for x in b))
    smaller = min(sum(weight[x] for x in a), sum(weight[x] for x in b))
    return sum(weight[x] ** 2 for x in a & b) / length, sum(weight[x] for x in a & b) / smaller


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=6))
def test_matrices_say_what_the_definition_says_pair_by_pair(bags: list[list[str]]) -> None:
    cosine, contained = _overlap(bags)
    for i in range(len(bags)):
        for j in range(len(bags)):
            assert (cosine[i, j], contained[i, j]) == pytest.approx(slow(bags, i, j), abs=1e-9)
