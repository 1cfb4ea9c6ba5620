"""How often somebody did wrong."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.often import compare_often, wrong

AT_ONE = "Ada Moor misled voters at one event."
TABLE = [
    (AT_ONE, "Ada Moor misled voters on several occasions.", True),
    (AT_ONE, "Ada Moor misled voters on a few occasions.", True),
    (AT_ONE, "Ada Moor repeatedly made misleading comments on her past.", True),
    ("A paper found an incorrect statement by Ada Moor.", "Ada Moor often exaggerated.", True),
    (AT_ONE, "Ada Moor misled voters at a rally.", False),
    (AT_ONE, "Tomas Cole repeatedly misled voters.", False),
    (AT_ONE, "Ada Moor did not mislead voters on several occasions.", False),
    ("Ada Moor spoke to voters at one event.", "Ada Moor spoke to voters on several occasions.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_wrong_done_once_differs_from_one_done_often(one: str, other: str, differ: bool) -> None:
    (a, *_), (b, *_) = event(one, other)
    finding = compare_often(a, b, 0.3, 0, 1)
    assert (finding is not None) == differ
    assert finding is None or (finding.kind, finding.severity) == ("scope", "tension")


def test_what_stands_under_the_same_verb_counts_too() -> None:
    first = event("Ada Moor said she misspoke at the dinner and may have misspoken on other occasions.")[0]
    assert {told.words for detail in first if (told := wrong(detail))} == {"other occasions"}
