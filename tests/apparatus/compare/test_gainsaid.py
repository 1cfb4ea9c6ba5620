"""What somebody denies in one report and the other tells."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.gainsaid import LIKELY, compare_gainsaid

DOWNED = "A warship shot down the drone on Monday."
TABLE = [
    (DOWNED, "The minister denied that the drone had been shot down.", True),
    (DOWNED, "The minister rejected reports that the drone was shot down.", True),
    (DOWNED, "The army dismissed claims from the capital that the drone was shot down.", True),
    (DOWNED, "The minister denied reports that any of its drones had been shot down.", True),
    ("The factory burned on Monday.", "The firm denied that the factory burned.", True),
    (DOWNED, "The minister did not deny that the drone had been shot down.", False),
    (DOWNED, "The minister said that the drone had been shot down.", False),
    (DOWNED, "The minister denied that the plane had been shot down.", False),
    (DOWNED, "The minister denied that the drone had been sold.", False),
    (DOWNED, "The minister denied the pilot leave after the drone was shot down.", False),
    ("The minister denied that the drone was shot down.", "The army denied that the drone was shot down.", False),
    ("The drone was not shot down.", "The minister denied that the drone was shot down.", False),
    ("The army may have shot down the drone.", "The minister denied that the drone was shot down.", False),
    ("If the army shot down the drone, it will pay.", "The minister denied that the drone was shot down.", False),
    ("The bank fired Ada Moor.", "The bank denied that it had fired Tomas Cole.", False),
    ("Ada Moor struck the guard.", "Tomas Cole denied that he struck the guard.", False),
    (
        "The drone was shot down on 2 May 2030.",
        "The minister denied that the drone was shot down on 4 May 2031.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_is_denied_differs_from_what_is_told(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    for ones, others in ((first, second), (second, first)):
        found = [finding for a in ones for b in others if (finding := compare_gainsaid(a, b, 0.5, 0, 1))]
        assert bool(found) == differ
        assert all(finding.severity == "contradiction" for finding in found)


def test_unlikely_pairs_are_left_alone() -> None:
    first, second = event(*TABLE[0][:2])
    assert not any(compare_gainsaid(a, b, LIKELY - 0.01, 0, 1) for a in first for b in second)
