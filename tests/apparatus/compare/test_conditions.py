"""The state one person is in."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.conditions import compare_conditions

COMA = "Tomas Cole is in a coma."
TABLE = [
    (COMA, "Tomas Cole is in stable condition.", True),
    (COMA, "Ada Moor is in stable condition.", False),
    (COMA, "Tomas Cole is not in stable condition.", False),
    ("Tomas Cole is in grave condition.", "Tomas Cole is in serious condition.", False),
    ("Tomas Cole is under house arrest.", "Tomas Cole is being held in jail.", True),
    ("Tomas Cole is held in prison.", "Tomas Cole is being held in jail.", False),
    ("Tomas Cole is held in prison.", "Tomas Cole was free on bail.", True),
    ("Tomas Cole worked in a prison.", "Tomas Cole was free on bail.", False),
    (COMA, "Tomas Cole is held in prison.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_one_person_in_two_states_differs(one: str, other: str, differ: bool) -> None:
    (a, *_), (b, *_) = event(one, other)
    assert (compare_conditions(a, b, 0.3, 0, 1) is not None) == differ
