"""What a noun takes for granted in one report and the other denies."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.presumed import compare_presumed

NEVER = "Tomas Cole never served in the navy."
TABLE = [
    ("Tomas Cole spoke of his service in the navy.", NEVER, True),
    ("Tomas Cole's service in the navy was short.", NEVER, True),
    ("Tomas Cole's service in the army was short.", NEVER, False),
    ("Tomas Cole spoke of his alleged service in the navy.", NEVER, False),
    ("Ada Moor's service in the navy was short.", NEVER, False),
    ("Tomas Cole's service in the navy was short.", "Tomas Cole served in the navy.", False),
    ("Tomas Cole's service in the navy was short.", "Tomas Cole never lived in the navy port.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_is_taken_for_granted_differs_from_its_denial(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_presumed(a, b, 0.3, 0, 1) for a in first for b in second) == differ
