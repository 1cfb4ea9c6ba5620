"""One thing in the words of two camps."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.camps import compare_camps

KNOWN = "Officials said the rebels had deliberately avoided the crowded market."
TABLE = [
    (KNOWN, "Analysts said the rebels had deliberately avoided the market.", True),
    (KNOWN, "Some experts believe the rebels deliberately avoided the market.", True),
    (KNOWN, "Police said the rebels had deliberately avoided the market.", False),
    (KNOWN, "The rebels deliberately avoided the market.", False),
    (KNOWN, "Analysts said the rebels were short of money.", False),
    ("Neighbours said a woman had died in the crush.", "Police said a woman had died in the crush.", True),
    (
        "Police and witnesses said a woman had died in the crush.",
        "Police said a woman had died in the crush.",
        False,
    ),
    ("His lawyer said the votes were counted twice.", "Officials said the votes were counted twice.", True),
    (
        "The district attorney said the votes were counted twice.",
        "Officials said the votes were counted twice.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_one_thing_in_the_words_of_two_camps_differs(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_camps(a, b, 0.6, 0, 1) for a in first for b in second) == differ


def test_the_holders_are_the_values() -> None:
    first, second = event(*TABLE[0][:2])
    finding = next(f for a in first for b in second if (f := compare_camps(a, b, 0.6, 0, 1)))
    assert (finding.kind, finding.severity) == ("attribution", "tension")
    assert (finding.value_a, finding.value_b) == ("Officials", "Analysts")


def test_the_unlike_are_left_alone() -> None:
    first, second = event(*TABLE[0][:2])
    assert not any(compare_camps(a, b, 0.2, 0, 1) for a in first for b in second)
