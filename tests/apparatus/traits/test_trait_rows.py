"""Places in a row, numbers of children, kinds of ships, duty."""

from __future__ import annotations

import pytest
from told import differ

DIFFERENT = [
    (
        "Ines Marn was named Ada Lint's third national security adviser in May.",
        "Ines Marn was the fourth person to serve Ada Lint as national security advisor.",
        ("number", "contradiction", {"3", "4"}),
    ),
    (
        "Ines Marn becomes the first woman to run Orvel.",
        "Ines Marn will be the second woman to lead the island.",
        ("number", "contradiction", {"1", "2"}),
    ),
    (
        "Ines Marn, a mother of two, was hurt on Friday.",
        "Ines Marn, a mother of three, was hurt on Friday.",
        ("number", "contradiction", {"2", "3"}),
    ),
    (
        "Ines Marn, a mother of two, was hurt on Friday.",
        "Ines Marn has three children.",
        ("number", "contradiction", {"2", "3"}),
    ),
    (
        "The ferry Morning Star sank off Orvel.",
        "The oil tanker Morning Star sank off Orvel.",
        ("relation", "tension", {"ferry", "tanker"}),
    ),
    (
        "Sergeant Ines Marn, an off-duty officer, fired twice.",
        "Sergeant Ines Marn, who was on duty in the square, fired twice.",
        ("status", "contradiction", {"on duty", "off duty"}),
    ),
]
ALIKE = [
    ("Ines Marn was the first black mayor of Orvel.", "Ines Marn was the fourth mayor of Orvel."),
    ("Ines Marn was the first woman to lead the guild.", "Ines Marn was the second judge to resign."),
    ("Ines Marn was the first victim of the fire.", "The second victim of the flood was Ines Marn."),
    ("Ines Marn was with her two young children.", "Ines Marn, a mother of four, was hurt on Friday."),
    ("Two of Ines Marn's children were hurt.", "Ines Marn, a mother of four, was hurt on Friday."),
    ("Ines Marn, a grandmother of six, was hurt.", "Ines Marn, a mother of two, was hurt on Friday."),
    ("The trawler Morning Star sank off Orvel.", "The fishing boat Morning Star sank off Orvel."),
    ("Ines Marn, an off-duty officer, fired twice.", "Ivo Lind, who was on duty in the square, called Ines Marn."),
]


@pytest.mark.parametrize(("one", "other", "row"), DIFFERENT)
def test_values_that_exclude_each_other(one: str, other: str, row: tuple[str, str, set[str]]) -> None:
    assert differ(one, other) == differ(other, one) == [row]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_values_that_go_together(one: str, other: str) -> None:
    assert not differ(one, other)
