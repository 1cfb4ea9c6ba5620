"""What bounds leave open, and which later number an earlier one cannot have meant."""

from __future__ import annotations

import pytest

from rashomon.apparatus.compare.bounds import has_risen, is_another_size, look_alike, vague_apart
from rashomon.model import Quantity, Span


def number(value: float | None, low: float | None, high: float | None) -> Quantity:
    return Quantity("q", Span("d", 0, 1), "count", value, low, high, None, None)


DOZENS, HUNDREDS, THOUSANDS = number(None, 24, 99), number(None, 200, 999), number(None, 2000, 9999)


@pytest.mark.parametrize(
    ("vague", "other", "apart"),
    [
        (DOZENS, number(150, 150, None), True),
        (DOZENS, number(110, 110, 110), False),
        (DOZENS, number(20, 20, 20), False),
        (DOZENS, number(9, 9, 9), True),
        (HUNDREDS, number(100_000, 100_000, None), True),
        (HUNDREDS, number(1200, 1200, 1200), False),
        (HUNDREDS, number(49, 49, 49), True),
        (HUNDREDS, number(8, 8, 8), False),
        (THOUSANDS, number(75_000, 75_000, 75_000), False),
        (THOUSANDS, number(1000, 1000, None), False),
        (DOZENS, HUNDREDS, False),
    ],
)
def test_a_vague_number_reaches_some_way_beyond_its_range(vague: Quantity, other: Quantity, apart: bool) -> None:
    assert vague_apart(vague, other) == vague_apart(other, vague) == apart


@pytest.mark.parametrize(
    ("earlier", "later", "risen"),
    [
        (number(170, 170, None), number(200, 200, None), True),
        (number(170, 170, None), number(174, 174, 174), False),
        (number(170, 170, 170), number(200, 200, None), False),
        (number(200, 200, None), number(170, 170, None), False),
        (number(5, 4, None), number(29, 29, 29), False),
        (number(4, 4, None), number(40, 40, 40), False),
    ],
)
def test_a_lower_bound_is_overtaken_by_a_later_number_of_its_size(
    earlier: Quantity, later: Quantity, risen: bool
) -> None:
    assert has_risen(earlier, later) == risen


def test_a_number_many_times_another_is_of_another_size() -> None:
    assert is_another_size(number(10_000, None, None), number(490e9, None, None))
    assert not is_another_size(number(12, None, None), number(50, None, None))
    assert not is_another_size(DOZENS, number(50, None, None))


def test_trillions_are_compared_by_their_own_digits() -> None:
    assert not look_alike(2.2e12, 2.7e12)
    assert look_alike(2.25e12, 2.75e12)
