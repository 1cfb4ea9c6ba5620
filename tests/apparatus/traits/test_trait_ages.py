"""Ages of one person that leave no birthday."""

from __future__ import annotations

import pytest
from told import differ, findings

MOOR = "Ada Moor, 53, was found on Tuesday."
TABLE = [
    ("Moor, 52, was found. Ada Moor had gone out.", True),
    ("A 54-year-old nurse, Ada Moor, was found on Tuesday.", True),
    ("Ada Moor, a nurse from Orvel, aged 54, was found.", True),
    ("Ada Moor, a 54-year-old nurse, was found.", True),
    ("Ada Moor was found. She is 54 years old.", True),
    ("Ada Moor, 53, was found.", False),
    ("Ada Moor's son Ivo Moor, 22, was found.", False),
    ("Ada Moor, 53-year-old nurse, was found.", False),
    ("Ada Moor, 24, was found.", False),
    ("Ada Moor was found. She was 31 when she came to Orvel in 2009.", False),
    ("Ada Moor, 2 children and a dog were found.", False),
    ("Ada Moor, 12 of her friends said, was found.", False),
    ("Ada Moor lost to Ida Lind, 6-4.", False),
]


@pytest.mark.parametrize(("other", "found"), TABLE)
def test_two_ages_of_one_day_differ(other: str, found: bool) -> None:
    expected = [("number", "contradiction")] if found else []
    assert [row[:2] for row in differ(MOOR, other)] == expected


def test_a_birthday_between_two_reports_is_possible_when_there_are_days_enough() -> None:
    other = "Ada Moor, 54, was found."
    assert not differ(MOOR, other, days=("2031-05-04", "2031-09-20"))
    assert differ(MOOR, other, days=("2031-05-04", "2031-05-20"))[0][1] == "tension"
    assert differ(MOOR, other, days=("2031-09-20", "2031-05-04"))[0][1] == "contradiction"


def test_an_age_of_then_is_set_beside_one_of_now() -> None:
    then = "Ada Moor was found. She was 25 when she came to Orvel in 2009."
    assert differ(MOOR, then)[0][2] == {"53", "25"}


def test_a_report_with_two_ages_of_one_name_tells_of_two_people() -> None:
    assert not differ(MOOR, "Ada Moor, 52, was found. Ada Moor, 71, was not.")


def test_the_reason_names_both_ages() -> None:
    (finding,) = findings(MOOR, "Ada Moor, 54, was found.")
    assert finding.why == "two ages of one person: 53 / 54"
    assert finding.a != finding.b


def test_a_birthday_is_an_age() -> None:
    assert differ(MOOR, "Ada Moor, who was born in Orvel in 1975, was found on Tuesday.")
    assert not differ(MOOR, "Ada Moor, who was born in Orvel in 1977, was found on Tuesday.")
