"""The countries somebody is of."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.origins import compare_origins

DUTCH = "Tomas Cole, a Dutch hostage, was freed."
TABLE = [
    (DUTCH, "The Belgian tourist Tomas Cole was freed.", True),
    (DUTCH, "Tomas Cole, a Dutch-Turkish citizen, was freed.", True),
    (DUTCH, "Tomas Cole, a Dutch-Turkish hostage, was freed.", False),
    (DUTCH, "Tomas Cole, a Dutch citizen, was freed.", False),
    (DUTCH, "Ada Moor, a Belgian tourist, was freed.", False),
    ("Tomas Cole, an American hostage, was freed.", "Tomas Cole, a Korean-American citizen, was freed.", False),
    ("Ada Moor and Tomas Cole, a Dutch hostage, were freed.", "Ada Moor, a Belgian tourist, was freed.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_one_person_of_other_countries_differs(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_origins(a, b, 0.1, 0, 1) for a in first for b in second) == differ
