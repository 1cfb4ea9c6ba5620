"""On what ground something was done."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.grounds import compare_grounds

DEAL = "Tomas Cole was freed in May as part of a ceasefire deal."
ILL = "Ada Moor was hospitalized for heart problems."
TABLE = [
    (DEAL, "Tomas Cole was released as a gesture to the bishop.", True),
    (DEAL, "Tomas Cole was released in a prisoner exchange.", True),
    (DEAL, "Tomas Cole's release was the result of long talks.", True),
    (DEAL, "Tomas Cole was released under an agreement with the rebels.", False),
    (DEAL, "Ada Moor was released as a gesture to the bishop.", False),
    (DEAL, "Tomas Cole was greeted as a gesture to the bishop.", False),
    (DEAL, "Tomas Cole was not released as a gesture to the bishop.", False),
    (ILL, "Ada Moor was treated for exhaustion.", True),
    (ILL, "Ada Moor was later treated for problems with her heart.", False),
    (ILL, "Ada Moor was treated for two weeks.", False),
    (ILL, "Tomas Cole was treated for exhaustion.", False),
    ("Ada Moor resigned over the audit.", "Ada Moor resigned for health reasons.", False),
    ("Ada Moor resigned over the audit.", "Ada Moor resigned because of an illness.", True),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_grounds_of_one_act_differ(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_grounds(a, b, 0.5, 0, 1) for a in first for b in second) == differ


def test_the_phrases_are_the_values() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    finding = compare_grounds(a, b, 0.5, 0, 1)
    assert finding is not None
    assert (finding.kind, finding.severity) == ("scope", "tension")
    assert (finding.value_a, finding.value_b) == ("part of a ceasefire deal", "a gesture to the bishop")
