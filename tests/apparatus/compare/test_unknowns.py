"""What one report does not know and another tells."""

from __future__ import annotations

import pytest
from build import event, pair

from rashomon.apparatus.compare.unknowns import compare_unknowns

TABLE = [
    ("The attacker's identity has not been revealed", "The gunman was named by police as Oda Brenn", True),
    ("Police have not identified the suspect", "Police identified the suspect as Oda Brenn", True),
    ("The cause of the fire is unknown", "The cause of the fire was an old heater", True),
    ("The motive of the attacker is unclear", "The cause of the fire was an old heater", False),
    ("Police have not identified the suspect", "Police identified the victim as Oda Brenn", False),
    ("Police have not identified the suspect", "Police will identify the suspect on Monday", False),
    ("Police have not identified the suspect", "Police did not name the suspect", False),
    ("Police did not release the suspect", "The suspect was named as Oda Brenn", False),
]


@pytest.mark.parametrize(("one", "other", "found"), TABLE)
def test_an_answer_meets_its_question(one: str, other: str, found: bool) -> None:
    for ordered in ((one, other), (other, one)):
        finding = compare_unknowns(*pair(*ordered), 0.5, 0, 1)
        assert (finding is not None) == found
        assert finding is None or finding.severity == "update"


def test_unlikely_pairs_do_not_meet() -> None:
    assert compare_unknowns(*pair(*TABLE[0][:2]), 0.001, 0, 1) is None


JAMMED = "The rifle jammed during the attack."
WHETHER = [
    (JAMMED, "It is not clear whether the rifle jammed.", True),
    (JAMMED, "The officer declined to say whether the rifle jammed.", True),
    (JAMMED, "The officer asked whether the rifle jammed.", False),
    (JAMMED, "It is not clear whether the rifle fired.", False),
    (JAMMED, "It is not clear whether the engine jammed.", False),
    ("The rifle did not jam.", "It is not clear whether the rifle jammed.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), WHETHER)
def test_what_is_left_open_differs_from_what_is_told(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [compare_unknowns(a, b, 0.3, 0, 1) for a in first for b in second]
    assert any(finding and "left open" in finding.why for finding in found) == differ
