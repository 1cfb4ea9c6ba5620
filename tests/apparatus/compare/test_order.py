"""Which of two deeds came first."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.order import compare_order, turns

BEFORE = "Tomas Cole resigned hours before the vote."
LEARNED = "The miners were told at a meeting before the announcement to the press."
TABLE = [
    (BEFORE, "Tomas Cole stepped down minutes after the vote.", True),
    (BEFORE, "Tomas Cole quit when the vote had already been taken.", True),
    (BEFORE, "The council voted after Tomas Cole had resigned.", False),
    (BEFORE, "The council voted before Tomas Cole resigned.", True),
    (BEFORE, "Tomas Cole resigned days before the vote.", False),
    (BEFORE, "Ada Moor resigned minutes after the vote.", False),
    (BEFORE, "Tomas Cole resigned minutes after the concert.", False),
    (BEFORE, "Tomas Cole did not resign until after the vote.", False),
    (BEFORE, "Tomas Cole may have resigned after the vote.", False),
    (BEFORE, "Tomas Cole resigned after noon.", False),
    ("Tomas Cole left the island after he sold the boat.", "Tomas Cole left before the boat was sold.", True),
    ("Having sold the boat, Tomas Cole left the island.", "Tomas Cole left the island before he sold the boat.", True),
    (LEARNED, "The miners learned of it by telephone after the announcement had been made.", True),
    (LEARNED, "The miners learned of it before the announcement.", False),
    ("Tomas Cole was shot first.", "Ada Moor was shot first.", True),
    ("Tomas Cole spoke first.", "Ada Moor was shot first.", False),
    ("Tomas Cole was first shot in May.", "Ada Moor was shot first.", False),
    ("Tomas Cole was shot first.", "Ada Moor was not shot first.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_two_deeds_told_in_reversed_order_differ(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [f for a in first for b in second if (f := compare_order(a, b, 0.5, 0, 1))]
    assert bool(found) == differ
    assert all(f.kind == "order" and f.severity == "contradiction" for f in found)


def test_what_stands_before_a_judge_is_no_deed() -> None:
    ((detail,),) = event("Tomas Cole appeared before the judge.")
    assert turns(detail) == []
