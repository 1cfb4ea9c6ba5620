"""Offices held, left, or of another kind."""

from __future__ import annotations

import pytest
from told import differ

DIFFERENT = [
    ("Mayor Ines Marn appealed for calm.", "Former mayor Ines Marn appealed for calm.", "contradiction"),
    (
        "Ines Marn, the chairman of Orvel Glass, won the vote on Friday.",
        "The ex-chairman of Orvel Glass, Ines Marn, won the vote on Friday.",
        "contradiction",
    ),
    (
        "Ines Marn, the director of Orvel Glass, left the hall on Friday.",
        "Ada Moor dismissed Ines Marn as director.",
        "contradiction",
    ),
    (
        "Ines Marn, the finance minister, left the hall on Friday.",
        "Trade minister Ines Marn left the hall on Friday.",
        "contradiction",
    ),
    (
        "Deputy finance minister Ines Marn left the hall on Friday.",
        "Ines Marn, the deputy trade minister, left the hall on Friday.",
        "contradiction",
    ),
    ("Ines Marn resigned as finance minister.", "Ines Marn was sacked as fisheries minister.", "contradiction"),
    (
        "Ines Marn, the chief executive, left the hall on Friday.",
        "Chairman Ines Marn left the hall on Friday.",
        "tension",
    ),
    ("The ship was led by Captain Ivo Moor.", "The ship was led by Commodore Ivo Moor.", "tension"),
]
ALIKE = [
    ("Former President Ines Marn spoke to the crowd on Friday.", "President Ines Marn spoke to the crowd on Friday."),
    ("Former mayor Ines Marn spoke to the crowd on Friday.", "In 1999, mayor Ines Marn opened the bridge."),
    (
        "Former mayor Ines Marn spoke to the crowd on Friday.",
        "Ines Marn, mayor of Orvel from 1991 to 1999, spoke to the crowd on Friday.",
    ),
    (
        "Former Orvel mayor Ines Marn spoke to the crowd on Friday.",
        "Ines Marn, the mayor of Tarn, spoke to the crowd on Friday.",
    ),
    (
        "Ines Marn, the former head of the guild, spoke to the crowd on Friday.",
        "Ines Marn, head of the council, spoke to the crowd on Friday.",
    ),
    ("Former mayor Ines Marn spoke to the crowd on Friday.", "Deputy mayor Ines Marn spoke to the crowd on Friday."),
    (
        "Former mayor Ines Marn spoke to the crowd on Friday.",
        "Ines Marn and Ivo Moor, the mayor, spoke to the crowd on Friday.",
    ),
    (
        "Ines Marn, the chairman and chief executive, left the hall on Friday.",
        "Ines Marn, the chief executive, left the hall on Friday.",
    ),
    (
        "Ines Marn, the defense minister, left the hall on Friday.",
        "Defence minister Ines Marn left the hall on Friday.",
    ),
    ("Ines Marn, the French minister, left the hall on Friday.", "Finance minister Ines Marn left the hall on Friday."),
    ("Lt. Col. Ivo Moor spoke to the crowd on Friday.", "Colonel Ivo Moor spoke to the crowd on Friday."),
    ("General Ivo Moor spoke to the crowd on Friday.", "Commander Ivo Moor spoke to the crowd on Friday."),
    (
        "Deputy finance minister Ines Marn left the hall on Friday.",
        "Trade minister Ines Marn left the hall on Friday.",
    ),
    (
        "The mayor, Ivo Moor, left the hall on Friday.",
        "Ines Marn stepped down last year. Ivo Moor replaced him as mayor.",
    ),
    ("Attorney General Ivo Moor spoke to the crowd on Friday.", "Captain Ivo Moor spoke to the crowd on Friday."),
    (
        "Ines Marn dismissed Ivo Moor as director.",
        "Ines Marn, the director of the board, spoke to the crowd on Friday.",
    ),
]


@pytest.mark.parametrize(("one", "other", "severity"), DIFFERENT)
def test_offices_that_exclude_each_other(one: str, other: str, severity: str) -> None:
    for texts in ((one, other), (other, one)):
        assert [row[:2] for row in differ(*texts)] == [("relation", severity)]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_offices_that_go_together(one: str, other: str) -> None:
    assert not differ(one, other)


def test_an_office_left_by_a_later_report_is_an_update() -> None:
    held, left = (
        "Ines Marn, the director of Orvel Glass, spoke to the crowd on Friday.",
        "Ines Marn, former director of Orvel Glass, spoke to the crowd on Friday.",
    )
    assert differ(held, left, days=("2031-05-04", "2031-05-06"))[0][1] == "update"
    assert differ(held, left, days=("2031-05-06", "2031-05-04"))[0][1] == "contradiction"
