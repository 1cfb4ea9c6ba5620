"""The ground for a use of force, as a fact and in the word of those who used it."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.justified import compare_justified

FACT = "The army launched the offensive to halt mortar fire from the hills."
SHOT = "An officer shot Tomas Cole in self-defense outside the bank."
TABLE = [
    (FACT, "The army said its offensive was in response to mortar fire from the hills.", True),
    (FACT, "The military said that the operation was prompted by mortar attacks.", True),
    (FACT, "The offensive was in response to mortar fire from the hills.", False),
    (FACT, "The army said its offensive was in response to a kidnapping.", False),
    (FACT, "Ada Moor said the offensive was in response to mortar fire.", False),
    (FACT, "The army said mortar fire from the hills killed a farmer.", False),
    (FACT, "The army said the budget was cut to halt mortar fire.", False),
    (SHOT, "Police said an officer shot Tomas Cole in self-defense.", True),
    (SHOT, "Police said an officer shot Tomas Cole because he was late.", False),
    (SHOT, "Police said an officer shot Tomas Cole outside the bank.", False),
    (
        "The police fired tear gas to disperse strikers.",
        "The union said the police fired tear gas to disperse strikers.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_ground_in_the_word_of_a_side_differs_from_a_fact(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_justified(a, b, 0.5, 0, 1) for a in first for b in second) == differ


def test_the_side_is_the_value() -> None:
    first, second = event(*TABLE[0][:2])
    finding = next(f for a in first for b in second if (f := compare_justified(a, b, 0.5, 0, 1)))
    assert (finding.kind, finding.severity) == ("attribution", "tension")
    assert (finding.value_a, finding.value_b) == ("stated", "The army")
