"""What was done in one report and left undone in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.undone import compare_undone, undone

PAID = "Tomas Cole paid the fine for the boat."
TABLE = [
    (PAID, "Tomas Cole failed to pay the fine.", True),
    (PAID, "Tomas Cole refused to pay the fine.", True),
    (PAID, "Tomas Cole never tried to pay the fine.", True),
    (PAID, "It does not appear that Tomas Cole ever sought to pay the fine.", True),
    (PAID, "Tomas Cole left the court without paying the fine.", True),
    (PAID, "Tomas Cole did not leave the court without paying the fine.", False),
    (PAID, "Tomas Cole did not fail to pay the fine.", False),
    (PAID, "Tomas Cole tried to pay the fine.", False),
    (PAID, "Ada Moor failed to pay the fine.", False),
    (PAID, "Tomas Cole failed to paint the boat.", False),
    ("After Tomas Cole paid the fine the boat was returned.", "Tomas Cole failed to pay the fine.", False),
    ("Tomas Cole paid the fine on 4 May 2031.", "Tomas Cole failed to pay the fine on 2 May 2030.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_was_done_differs_from_what_was_left_undone(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_undone(a, b, 0.5, 0, 1) for a in first for b in second) == differ


def test_an_act_of_somebody_known_and_one_of_others_must_be_much_alike() -> None:
    (done,), (left,) = event("The four sailors ate the rice.", "Tomas Cole refused to eat the food.")
    assert compare_undone(done, left, 0.2, 0, 1) is None
    (done,), (left,) = event("Tomas Cole ate the rice.", "Tomas Cole refused to eat the food.")
    assert compare_undone(done, left, 0.2, 0, 1) is not None


def test_an_act_left_undone_is_told_with_the_words_that_say_so() -> None:
    ((detail,),) = event("Tomas Cole refused to open the gate.")
    assert [(act.verb, act.words) for act in undone(detail)] == [("open", "refused to open")]
