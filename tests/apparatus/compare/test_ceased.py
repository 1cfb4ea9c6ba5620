"""What has ceased or not come about."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.ceased import compare_ceased

CRITICAL = "Tomas Cole was in a critical condition."
CLOSED = "The Aster Bridge remained closed on Saturday night."
FILE = "Tomas Cole will file a petition over the votes."
TABLE = [
    (CRITICAL, "The condition of Tomas Cole is no longer critical.", True),
    (CRITICAL, "Tomas Cole is not in a critical condition any more.", True),
    (CRITICAL, "Tomas Cole is no longer angry.", False),
    ("The strength of Tomas Cole is needed for the post.", "Tomas Cole no longer has the strength.", False),
    (CRITICAL, "The condition of Tomas Cole was critical.", False),
    ("The condition of Tomas Cole is no longer critical.", "Tomas Cole is no longer in a critical condition.", False),
    (CLOSED, "The Aster Bridge was reopened on Sunday morning.", True),
    (CLOSED, "The Oxley Tunnel was reopened on Sunday morning.", False),
    (CLOSED, "The Aster Bridge was not reopened on Sunday morning.", False),
    ("The Aster Bridge remained closed for three days.", "The Aster Bridge was reopened.", False),
    ("The Aster Bridge had to stay open until nine.", "The Aster Bridge was closed at nine.", False),
    (FILE, "No petition over the votes had been filed.", True),
    (FILE, "Tomas Cole did not file a petition over the votes.", True),
    (FILE, "Ada Moor did not file a petition over the votes.", False),
    (FILE, "Tomas Cole did not file for divorce.", False),
    ("Tomas Cole will pay for the boat.", "Tomas Cole had paid nothing.", True),
    (FILE, "Tomas Cole filed a petition over the votes.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_was_so_differs_from_what_has_ceased(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [f for a in first for b in second if (f := compare_ceased(a, b, 0.6, 0, 1))]
    assert bool(found) == differ
    assert all(f.severity == "update" for f in found)
