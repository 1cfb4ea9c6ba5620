"""When something became of somebody."""

from __future__ import annotations

import pytest
from told import differ

NAMED = "Ines Marn was named Orvel's third press adviser in April 2028."
DIFFERENT = [
    (NAMED, "Ines Marn, who was appointed press adviser to succeed Ivo Lind in March 2028, was dismissed."),
    (
        "Ines Marn, who was born on 3 May 1980, was hurt on Friday.",
        "Ines Marn was born on 9 May 1980.",
    ),
    ("Ada Moor, mayor since 2014, was hurt on Friday.", "Ada Moor, the mayor since 2016, was hurt on Friday."),
    ("Ines Marn joined Orvel Glass in 2009.", "Ines Marn, who joined Orvel Glass in 2012, was dismissed on Friday."),
]
ALIKE = [
    (NAMED, "Ines Marn was named head of the council in March 2028."),
    (NAMED, "Ines Marn was not named press adviser in March 2028."),
    (NAMED, "Ines Marn was named press adviser after Ivo Lind left in March 2028."),
    (NAMED, "Ines Marn, who was named press adviser in 2028, was dismissed on Friday."),
    (NAMED, "Ines Marn was named press adviser three years ago."),
    ("Ines Marn was elected mayor in 2014.", "Ines Marn was elected mayor in 2018."),
    ("Ines Marn joined Orvel Glass in 2009.", "Ines Marn joined the Orvel Guild in 2012."),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_dates_of_one_act_that_lie_apart(one: str, other: str) -> None:
    assert [row[1] for row in differ(one, other)] == ["contradiction"]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_dates_that_go_together(one: str, other: str) -> None:
    assert not differ(one, other)
