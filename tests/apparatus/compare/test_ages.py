"""Ages of one person at different times."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta
from itertools import product

import pytest
from build import event

from rashomon.apparatus.compare.ages import LIKELY, compare_ages, may_be

TABLE = [
    ("Mina Tarn vanished at age 16", "Tarn was last seen in the harbour when she was 17", "contradiction"),
    ("Mina Tarn vanished at age 16", "Tarn was 16 when she was kidnapped", None),
    ("Mina Tarn vanished at age 16", "Mina Tarn, 26, spoke to nobody", None),
    ("Mina Tarn vanished at age 16 on 4 May 2021", "Mina Tarn, 26, spoke to nobody", None),
    ("Mina Tarn vanished at age 16 on 4 May 2021", "Mina Tarn, 31, spoke to nobody", "tension"),
    ("Mina Tarn was born on 4 May 2001", "Mina Tarn, 35, spoke to nobody", "tension"),
    ("Mina Tarn was born on 4 May 2001", "Mina Tarn, 29, spoke to nobody", None),
    ("Mina Tarn vanished at age 16", "Ole Brandt was 17 when he vanished", None),
    ("Mina Tarn vanished at age 16", "Mina Tarn married at age 24", None),
    ("Mina Tarn vanished at age 16", "Mina Tarn's 17-year-old daughter vanished", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_ages_part_where_no_birthday_joins_them(one: str, other: str, severity: str | None) -> None:
    ours, theirs = event(f"Mina Tarn is known here. {one}.", f"Mina Tarn and Ole Brandt are known here. {other}.")
    found = {f.severity for a in ours for b in theirs if (f := compare_ages(a, b, LIKELY, 0, 1))}
    assert found == ({severity} if severity else set())


def _some_birthday(one: int, day: Day, other: int, later: Day) -> bool:
    """The slow twin: whether some birthday makes somebody so old on both days."""
    births = (day - timedelta(days=366 * (one + 1) - n) for n in range(366 * 2 + one))
    return any(_years(birth, day) == one and _years(birth, later) == other for birth in births)


def _years(birth: Day, day: Day) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def test_may_be_is_what_trying_all_birthdays_finds() -> None:
    day = Day(2021, 5, 4)
    for later, other in product((Day(2021, 12, 30), Day(2023, 5, 3), Day(2026, 5, 4), Day(2026, 9, 9)), range(18, 28)):
        if _some_birthday(20, day, other, later):
            assert may_be(20, day, other, later) and may_be(other, later, 20, day)
        elif may_be(20, day, other, later):
            assert _some_birthday(20, day, other, later + timedelta(days=2)) or _some_birthday(
                20, day, other, later - timedelta(days=2)
            )
