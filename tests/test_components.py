"""What hangs together, checked against walking every way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.components import components

ties = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=10)


def walked(start: int, pairs: list[tuple[int, int]]) -> frozenset[int]:
    """The slow twin: everything reached from a number by taking every tie in both directions until nothing is new."""
    reached = {start}
    while more := {b for pair in pairs for a, b in (pair, pair[::-1]) if a in reached} - reached:
        reached |= more
    return frozenset(reached)


@given(ties)
def test_groups_are_what_walking_reaches(pairs: list[tuple[int, int]]) -> None:
    groups = components(9, pairs)
    assert {frozenset(group) for group in groups} == {walked(number, pairs) for number in range(9)}
    assert groups == sorted(sorted(group) for group in groups)


@given(ties, st.randoms(use_true_random=False))
def test_the_order_of_the_ties_does_not_matter(pairs: list[tuple[int, int]], random: object) -> None:
    shuffled = [pair[::-1] for pair in pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert components(9, shuffled) == components(9, pairs)


def test_nothing_is_in_no_group() -> None:
    assert components(0, []) == []
    assert components(2, []) == [[0], [1]]
