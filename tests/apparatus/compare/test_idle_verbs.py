"""Verbs too common to be content words, denied in one report and affirmed in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.status import compare_status

USED = "Water cannon was used twice."
TABLE = [
    (USED, "No water cannon was used.", True),
    (USED, "Water cannon was not used.", True),
    (USED, "Tear gas was not used.", False),
    (USED, "Water cannon was used.", False),
    (USED, "Water cannon will not be used.", False),
    (USED, "Water cannon was not used again.", False),
    ("Tomas Cole took the boat.", "Tomas Cole did not take the train.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_common_verb_denied_differs_from_it_affirmed(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_status(a, b, 0.8, 0, 1) for a in first for b in second) == differ


def test_a_common_verb_asks_for_statements_much_alike() -> None:
    ((a,), (b,)) = event(USED, "No water cannon was used.")
    assert compare_status(a, b, 0.3, 0, 1) is None
