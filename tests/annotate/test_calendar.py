"""Days and their arithmetic, against slow twins that count day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.calendar import (
    bounds,
    month_near,
    part_of,
    season,
    shifted,
    week_of,
    weekday_near,
    weekend_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2029", date(2029, 1, 1), date(2029, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2028-02-03", date(2028, 2, 3), date(2028, 2, 3)),
        ("2028-02-03TEV", date(2028, 2, 3), date(2028, 2, 3)),
        ("2028-11/2029-02", date(2028, 11, 1), date(2029, 2, 28)),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "28", "2028-13", "2028-02-30", "P3D", "0000"])
def test_what_is_no_day_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@given(DAYS, st.integers(-400, 400))
def test_days_are_counted_one_by_one(day: date, count: int) -> None:
    slow = day
    for _ in range(abs(count)):
        slow += timedelta(days=1 if count > 0 else -1)
    assert shifted(day.isoformat(), count, "day") == slow.isoformat()


@pytest.mark.parametrize(
    ("value", "count", "unit", "moved"),
    [
        ("2028-12", 1, "month", "2029-01"),
        ("2028-03-31", -1, "month", "2028-02"),
        ("2028-03-31", 2, "year", "2030"),
        ("2028", 1, "year", "2029"),
        ("2028", 3, "day", None),
        ("9999", 1, "year", None),
        ("9999-12-31", 1, "day", None),
    ],
)
def test_the_coarser_precision_stays(value: str, count: int, unit: str, moved: str | None) -> None:
    assert shifted(value, count, unit) == moved  # type: ignore[arg-type]


@settings(max_examples=60)
@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_found_by_walking(day: date, weekday: int) -> None:
    back = next(d for n in range(7) if (d := day - timedelta(days=n)).weekday() == weekday)
    ahead = next(d for n in range(7) if (d := day + timedelta(days=n)).weekday() == weekday)
    assert weekday_near(day, weekday, "past") == back
    assert weekday_near(day, weekday, "future") == ahead
    assert weekday_near(day, weekday, "unknown") in (back, ahead)


@pytest.mark.parametrize(
    ("month", "day", "direction", "value"),
    [
        (2, None, "past", "2031-02"),
        (11, None, "past", "2030-11"),
        (11, None, "future", "2031-11"),
        (5, None, "past", "2031-05"),
        (6, 16, "future", "2031-06-16"),
        (6, 16, "unknown", "2031-06-16"),
        (5, 1, "future", "2031-05-01"),
        (2, 30, "past", None),
    ],
)
def test_a_bare_month_is_the_nearest_one(month: int, day: int | None, direction: str, value: str | None) -> None:
    assert month_near(date(2031, 5, 2), month, day, direction) == value  # type: ignore[arg-type]


@given(DAYS)
def test_a_week_holds_its_day_and_its_weekend(day: date) -> None:
    first, last = bounds(week_of(day) or "") or (day, day)
    assert first <= day <= last and (first.weekday(), (last - first).days) == (0, 6)
    assert (bounds(weekend_of(day) or "") or (day, day))[1] == last


def test_a_winter_ends_in_the_next_year() -> None:
    assert season(2029, "winter") == "2029-12/2030-03"


@pytest.mark.parametrize(
    ("value", "part", "expected"),
    [
        ("1990/1999", "early", "1990/1993"),
        ("1990/1999", "mid", "1994/1996"),
        ("1990/1999", "late", "1996/1999"),
        ("2029", "late", "2029-09/2029-12"),
        ("2029-03", "early", "2029-03-01/2029-03-10"),
        ("2029-03-04", "early", None),
    ],
)
def test_a_part_of_a_stretch(value: str, part: str, expected: str | None) -> None:
    assert part_of(value, part) == expected
