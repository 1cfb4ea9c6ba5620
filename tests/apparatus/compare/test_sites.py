"""Where one deed was done, told by common nouns."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.sites import compare_sites

HOME = "Tomas Cole hid the money in his home."
NORTH = "Tomas Cole was shot near the north door."
TABLE = [
    (HOME, "Tomas Cole hid the money in his basement.", True),
    (HOME, "Tomas Cole hid the money in a church.", True),
    (HOME, "Tomas Cole hid the money in his house.", False),
    (HOME, "Tomas Cole found the money in a church.", False),
    (HOME, "Tomas Cole did not hide the money in a church.", False),
    (HOME, "Ada Moor hid the money in a church.", False),
    (HOME, "Tomas Cole hid the money in a sack.", False),
    (NORTH, "Tomas Cole was shot at the southern door.", True),
    (NORTH, "Tomas Cole was shot at the northern door.", False),
    (NORTH, "Tomas Cole was shot at the heavy door.", False),
    ("Tomas Cole was shot outside the gate.", "Tomas Cole was shot inside the gate.", True),
    ("Tomas Cole was shot outside the gate.", "Tomas Cole was shot outside the old gate.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_two_places_of_one_deed_differ(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [f for a in first for b in second if (f := compare_sites(a, b, 0.5, 0, 1))]
    assert bool(found) == differ
    assert all(f.kind == "place" and f.severity == "tension" for f in found)


def test_one_thing_read_in_courtrooms_of_two_towns_differs() -> None:
    ((a,), (b,)) = event(
        "The verdict was read in a courtroom in Lisbon.",
        "She handed down the verdict in a courtroom in Oslo.",
    )
    found = compare_sites(a, b, 0.3, 0, 1)
    assert found is not None
    assert found.why.startswith("two places of one deed")
