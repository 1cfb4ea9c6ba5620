"""The foremost of its kind, or one of several."""

from __future__ import annotations

import pytest
from build import event
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.compare.foremost import LIKELY, compare_foremost

TABLE = [
    ("It was the worst flood in a century.", "It was one of the worst floods in a century.", True),
    ("Orvel is the country's largest bank.", "Orvel is among the country's largest banks.", True),
    ("The fire is the deadliest in history.", "The fire is one of the deadliest in history.", True),
    ("It is the most expensive bridge of all.", "It is one of the most expensive bridges.", True),
    ("It was the worst flood in a century.", "It was the worst flood in memory.", False),
    ("It was one of the worst floods.", "It was among the worst floods.", False),
    ("It was the worst flood in a century.", "It was one of the largest floods in a century.", False),
    ("The march was the largest protest so far.", "The march passed one of the largest banks.", False),
    ("Most of the bridge is the oldest part.", "One of the bridges is most likely old.", False),
    ("The bridge was closed.", "One of the oldest bridges was closed.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_the_foremost_is_more_than_one_of_several(one: str, other: str, differ: bool) -> None:
    (a, *_), (b, *_) = event(one, other)
    for found in (compare_foremost(a, b, 0.5, 0, 1), compare_foremost(b, a, 0.5, 1, 0)):
        assert (found is not None) == differ
        assert found is None or (found.kind, found.severity) == ("scope", "tension")


def test_unlikely_pairs_are_left_alone() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    assert compare_foremost(a, b, LIKELY - 0.01, 0, 1) is None


WORDS = "The one of among the worst most largest expensive flood bridges was is Orvel ’s , . best".split()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
)
def test_any_words_are_looked_at_alike_both_ways(one: list[str], other: list[str]) -> None:
    reports = event(" ".join(one), " ".join(other))
    for a in reports[0]:
        for b in reports[1]:
            there, back = compare_foremost(a, b, 0.9, 0, 1), compare_foremost(b, a, 0.9, 1, 0)
            assert (there is None) == (back is None)
