"""A gathering still to come in one report, taking place in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.gatherings import compare_gatherings

CAME = "Hundreds gathered for the vigil in Orvel."
TABLE = [
    ("A vigil will be held in Orvel.", CAME, True),
    ("The mayor called on people to attend a vigil in Orvel.", CAME, True),
    ("The vigil in Orvel was held at dusk.", "The planned vigil in Orvel is for the dead.", True),
    ("A vigil was held in Orvel.", CAME, False),
    ("A vigil will be held in Orvel.", "Hundreds may gather for the vigil in Orvel.", False),
    ("A vigil will be held in Orvel.", "Hundreds gathered for the match in Orvel.", False),
    ("A summit will be held in Orvel.", "She travelled there in preparation for the summit.", False),
    ("A meeting will be held in Orvel.", "Hundreds gathered for the meeting in Orvel.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_is_to_come_differs_from_what_has_come(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_gatherings(a, b, 0.4, 0, 1) for a in first for b in second) == differ


def test_the_report_of_an_earlier_day_knows_nothing_of_it() -> None:
    (a, *_), (b, *_) = event("A vigil will be held in Orvel.", CAME)
    finding = compare_gatherings(a, b, 0.4, 0, 1)
    assert finding is not None
    assert (finding.severity, finding.value_a, finding.value_b) == ("update", "coming", "held")
