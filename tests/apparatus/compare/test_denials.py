"""Denied as a whole by somebody, laid at his door in the other report."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.denials import compare_denials

DENIED = "Tomas Cole has denied any involvement in the fire."
TABLE = [
    (DENIED, "Tomas Cole was responsible for the fire.", True),
    (DENIED, "Tomas Cole was behind the fire.", True),
    (DENIED, "Police accused Tomas Cole of setting the fire.", True),
    ("Tomas Cole denies all charges.", "Tomas Cole pleaded guilty to arson.", True),
    ("Tomas Cole denies all charges.", "Tomas Cole was convicted of arson.", True),
    ("Tomas Cole denies all charges.", "Tomas Cole pleaded not guilty to arson.", False),
    (DENIED, "Ada Moor was responsible for the fire.", False),
    (DENIED, "Tomas Cole was not responsible for the fire.", False),
    (DENIED, "Tomas Cole may be responsible for the fire.", False),
    ("Tomas Cole denied the request.", "Tomas Cole was responsible for the fire.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_denial_differs_from_what_is_laid_at_the_same_door(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_denials(a, b, 0.1, 0, 1) for a in first for b in second) == differ


def test_a_plea_of_another_day_is_an_update() -> None:
    (a, *_), (b, *_) = event("Tomas Cole denies all charges.", "Tomas Cole pleaded guilty to arson on Monday.")
    finding = compare_denials(a, b, 0.1, 0, 1)
    assert finding is not None
    assert (finding.severity, finding.value_a, finding.value_b) == ("contradiction", "denied", "not denied")
