"""Who meets whom: all over rare keys, the first alone over stock, and the same in any order."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies.meeting import ENOUGH, STOCK, meet, meet_in_parts, meetings
from rashomon.copies.sketch import Sketch

Rows = list[tuple[int, int]]


def met(rows: Rows) -> list[tuple[int, int]]:
    keys, holders = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    return [(a, b) for a, b in meet(keys, holders).tolist()]


def met_by_hand(rows: Rows) -> list[tuple[int, int]]:
    """The rule as it is written."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for key, holder in sorted(rows):
        holders[key].append(holder)
    pairs = {pair for held in holders.values() if len(held) <= STOCK for pair in combinations(held, 2)}
    stock = Counter((held[0], other) for held in holders.values() if len(held) > STOCK for other in held[1:])
    return sorted(pairs | {pair for pair, shared in stock.items() if shared >= ENOUGH})


def test_holders_of_a_rare_key_all_meet() -> None:
    assert met([(7, 0), (7, 2), (7, 3), (8, 1), (8, 3), (9, 4)]) == [(0, 2), (0, 3), (1, 3), (2, 3)]


def test_nobody_meets_over_a_stock_phrase() -> None:
    assert met([(key, holder) for key in range(ENOUGH - 1) for holder in range(10_000)]) == []


def test_one_text_printed_everywhere_meets_its_first_holder() -> None:
    everywhere = [(key, holder) for key in range(40) for holder in range(2_000)]
    assert met(everywhere) == [(0, holder) for holder in range(1, 2_000)]


def test_a_rare_key_brings_holders_of_stock_together_too() -> None:
    stock = [(1, holder) for holder in range(STOCK + 1)]
    assert met([*stock, (2, 5), (2, 6)]) == [(5, 6)]


def test_no_keys_no_pairs() -> None:
    assert met([]) == []
    assert meetings([]) == []
    assert meetings([Sketch("a", 0), Sketch("b", 0)]) == []


def test_the_order_of_arrival_changes_nothing() -> None:
    sketches = [Sketch(f"d{number}", 9, (), (number // 2, -1 - number // 3)) for number in range(12)]
    shuffled = random.Random(3).sample(sketches, len(sketches))
    assert meetings(shuffled) == meetings(sketches) != []


ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 20), st.integers(1, 40)), max_size=9).map(
    lambda blocks: sorted({(key, start + step) for key, start, count in blocks for step in range(count)})
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_pairs_are_those_of_the_slow_way_in_any_order_and_in_parts(rows: Rows, chance: random.Random) -> None:
    expected = met_by_hand(rows)
    chance.shuffle(rows)
    assert met(rows) == expected
    parts = [[row for row in rows if row[0] % 3 == part] for part in range(3)]
    columns = [tuple(np.array(part, dtype=np.int64).reshape(-1, 2).T) for part in parts]
    assert [tuple(pair) for pair in meet_in_parts([(keys, holders) for keys, holders in columns]).tolist()] == expected
