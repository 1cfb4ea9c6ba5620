"""Times of the day as ranges of minutes."""

from __future__ import annotations

from itertools import product

import pytest

from rashomon.apparatus.compare.clocks import ROUND, Clock, clock_of, fit
from rashomon.model import Date, Span

RANGES = [
    ("05:00", "5 a.m.", "It began at ", (300, 300)),
    ("05:00", "shortly before 5 a.m.", "", (285, 300)),
    ("05:00", "5 a.m.", "It began shortly after ", (300, 315)),
    ("05:00", "around 5 a.m.", "", (285, 315)),
    ("05:00", "5 a.m.", "It was over before ", (float("-inf"), 300)),
    ("05:00", "5 a.m.", "Before dawn, at ", (300, 300)),
]


@pytest.mark.parametrize(("value", "words", "before", "minutes"), RANGES)
def test_words_beside_a_time_widen_it(value: str, words: str, before: str, minutes: tuple[float, float]) -> None:
    date = Date("t", Span("d", 0, 1), "time", f"2031-05-04T{value}", "2031-05-04", "2031-05-04", "published")
    clock = clock_of(date, words, before)
    assert clock is not None and (clock.low, clock.high) == minutes


def test_a_part_of_the_day_is_no_time() -> None:
    date = Date("t", Span("d", 0, 1), "time", "2031-05-04TEV", "2031-05-04", "2031-05-04", "published")
    assert clock_of(date, "Sunday evening", "") is None


def _fits(one: Clock, other: Clock) -> bool:
    """The slow twin: whether some minute of one is near enough to some minute of the other."""
    reach = ROUND if one.minute % ROUND == 0 or other.minute % ROUND == 0 else 0
    minutes = range(40)
    ones = [m for m in minutes if one.low <= m <= one.high]
    return any(abs(x - y) <= reach for x in ones for y in minutes if other.low <= y <= other.high)


def test_fit_is_what_trying_all_minutes_finds() -> None:
    clocks = [Clock(low, high, low, False) for low, high in product(range(0, 32, 3), range(0, 39, 4)) if low <= high]
    for one, other in product(clocks, repeat=2):
        assert (fit(one, other) != "apart") == _fits(one, other)
        assert fit(one, other) == fit(other, one)
