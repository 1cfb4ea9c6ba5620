"""Who meets over keys, and what hangs together: in pieces the same as at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import meeting
from rashomon.executors import LocalExecutor
from rashomon.executors.columns import bucket_of, from_rows, in_batches, to_rows
from rashomon.executors.matching import KEYS, PAIRS, meet
from rashomon.executors.stars import components, firsts

HELD = st.sets(st.tuples(st.integers(-3, 6), st.integers(0, 12)), max_size=60)
TIES = st.lists(st.tuples(st.integers(-5, 30), st.integers(-5, 30)), max_size=40)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalExecutor]:
    """An executor with buckets of a few rows."""
    with LocalExecutor(tmp_path_factory.mktemp("rows"), load=400) as hands:
        yield hands


@given(HELD)
@settings(max_examples=40)
def test_meeting_in_buckets_is_the_rule_of_copies(small: LocalExecutor, held: set[tuple[int, int]]) -> None:
    rows = small.put(KEYS, in_batches(KEYS, sorted(held), 7))
    found = sorted(pair for columns in small.read(meet(small, rows, 3, 2)) for pair in to_rows(columns))
    few, votes = set[tuple[int, int]](), dict[tuple[int, int], int]()
    for key in {key for key, _ in held}:
        holders = sorted(holder for other, holder in held if other == key)
        if len(holders) <= 3:
            few.update(combinations(holders, 2))
        else:
            for other in holders[1:]:
                votes[holders[0], other] = votes.get((holders[0], other), 0) + 1
    assert found == sorted(few | {pair for pair, count in votes.items() if count >= 2})


def test_the_rule_is_that_of_copies_at_its_own_limits(small: LocalExecutor) -> None:
    random = np.random.default_rng(1)
    held = sorted({(int(key), int(holder)) for key, holder in random.integers(0, (40, 120), (3_000, 2))})
    keys = from_rows(KEYS, held)
    expected = meeting.meet(np.asarray(keys["key"]), np.asarray(keys["document"])).tolist()
    rows = small.put(KEYS, in_batches(KEYS, held, 500))
    met = meet(small, rows, meeting.STOCK, meeting.ENOUGH)
    assert sorted(list(pair) for columns in small.read(met) for pair in to_rows(columns)) == expected


@given(TIES)
@settings(max_examples=40)
def test_components_are_those_of_a_walk(small: LocalExecutor, ties: list[tuple[int, int]]) -> None:
    home = {number: {number} for tie in ties for number in tie}
    for a, b in ties:
        together = home[a] | home[b]
        home.update(dict.fromkeys(together, together))
    expected = sorted((number, min(inside), len(inside)) for number, inside in home.items())
    rows = small.put(PAIRS, in_batches(PAIRS, ties, 5))
    for in_memory in (100, 0):
        found = components(small, rows, in_memory=in_memory)
        assert sorted(row for columns in small.read(found) for row in to_rows(columns)) == expected
    assert firsts(from_rows(PAIRS, ties))["node"].tolist() == sorted(home)


def test_buckets_take_negative_numbers_and_spread_them() -> None:
    numbers = np.arange(-500, 500)
    buckets = bucket_of(numbers, 8)
    assert set(buckets.tolist()) == set(range(8))
    assert np.bincount(buckets).max() < 250


def test_what_is_forgotten_lies_nowhere(tmp_path: Path) -> None:
    with LocalExecutor(tmp_path / "rows") as hands:
        rows = hands.put(PAIRS, in_batches(PAIRS, [(1, 2)], 1))
        hands.drop(meet(hands, hands.put(KEYS, []), 2, None), rows)
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
