"""How big a body is."""

from __future__ import annotations

import pytest
from told import differ

VELK = "Velk Glass, which has 31,000 employees in 14 countries, is to close a works."
TABLE = [
    ("Velk Glass, which has 31,000 staff in 12 countries, is to close a works.", {"14", "12"}),
    ("Velk Glass, which employs 34,500 people, is to close a works.", {"31000", "34500"}),
    ("Velk Glass, which employs 31,240 people, is to close a works.", set()),
    ("Velk Glass, which employs more than 20,000 people, is to close a works.", set()),
    ("Velk Glass, which has 12 shops, is to close a works.", set()),
    ("Velk Glass is to close a works, where 620 people work in 3 halls.", set()),
    ("Velk Glass will have 12 factories in 3 countries.", set()),
    ("Velk Glass, which has several factories in many countries, is to close a works.", set()),
]


@pytest.mark.parametrize(("other", "values"), TABLE)
def test_another_size_is_a_difference(other: str, values: set[str]) -> None:
    assert [row[2] for row in differ(VELK, other)] == ([values] if values else [])


def test_a_mother_of_several_has_no_number_of_children() -> None:
    assert not differ("Ada Moor, a mother of several, was hurt.", "Ada Moor, a mother of two, was hurt.")
