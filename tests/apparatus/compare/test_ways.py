"""Done to somebody in one report, done by himself in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.ways import compare_ways

FIRED = "The board fired Ada Moor on Monday."
TABLE = [
    (FIRED, "Ada Moor resigned on Monday.", "contradiction"),
    ("Ada Moor was fired by the board.", "Ada Moor resigned.", "contradiction"),
    ("The mayor fired the adviser Ada Moor.", "Ada Moor resigned.", "contradiction"),
    ("Police arrested Tomas Cole.", "Tomas Cole surrendered to police.", "tension"),
    ("Soldiers freed Tomas Cole.", "Tomas Cole escaped from the farm.", "tension"),
    (FIRED, "Tomas Cole resigned on Monday.", None),
    (FIRED, "Ada Moor did not resign.", None),
    (FIRED, "Ada Moor may resign.", None),
    (FIRED, "Ada Moor offered to resign.", None),
    ("Ada Moor fired the cook.", "Ada Moor resigned.", None),
    ("The board fired Ada Moor in May 2029.", "Ada Moor resigned in March 2031.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_what_was_done_to_somebody_differs_from_what_he_did(one: str, other: str, severity: str | None) -> None:
    first, second = event(one, other)
    found = [compare_ways(a, b, 0.1, 0, 1) for a in first for b in second]
    assert next((finding.severity for finding in found if finding), None) == severity
