"""Kinship and marriage told otherwise."""

from __future__ import annotations

import pytest
from told import differ

PAIR = "Ada Moor ran the mill. Her husband, Ivo Lind, was lost."
DIFFERENT = [
    (PAIR, "Ada Moor ran the mill. Her brother, the baker Ivo Lind, was lost.", {"spouse", "sibling"}),
    (PAIR, "Ivo Lind, who was engaged to Ada Moor, was lost.", {"spouse", "promised"}),
    (PAIR, "Ivo Lind, who is a cousin of Ada Moor, was lost.", {"spouse", "cousin"}),
    (PAIR, "Ivo Lind, who is divorced from Ada Moor, was lost.", {"spouse", "former spouse"}),
    (PAIR, "Ivo Lind was lost. He was going to marry Ada Moor in June.", {"spouse", "promised"}),
    (
        "Ivo Lind, a cook who is not related to the captain, was hurt.",
        "The cook Ivo Lind is the captain's nephew, the report says.",
        {"no relation", "nephew or niece"},
    ),
    (
        "Gil Pryce, who is Ada Moor's brother-in-law, was charged.",
        "Ada Moor's cousin Gil Pryce was charged.",
        {"sibling-in-law", "cousin"},
    ),
]
ALIKE = [
    (PAIR, "Ada Moor's husband Ivo Lind was lost."),
    (PAIR, "Ivo Lind was lost, said his wife, Ada Moor."),
    (PAIR, "Ivo Lind was lost, said his widow, Ada Moor."),
    (PAIR, "Ada Moor wept. Her brother, Gil Moor, was lost."),
    ("Tom Moor's son, Ivo Moor, was lost.", "Ivo Moor was lost, said his father, Tom Moor."),
    ("Tom Moor's son, Ivo Moor, was lost.", "Ivo Moor's mother, Ada Moor, and his wife, Lea Moor, were lost."),
    ("Ada Moor and her fiancé, Ivo Lind, left.", "Ada Moor and her partner, Ivo Lind, left."),
    (PAIR, "Ada Moor ran the mill. Her husband and her brother, Gil Moor, were lost."),
    ("Ada Moor's stepfather, Ivo Lind, left.", "Ada Moor's former teacher, Ivo Lind, left."),
]


@pytest.mark.parametrize(("one", "other", "values"), DIFFERENT)
def test_ties_that_exclude_each_other(one: str, other: str, values: set[str]) -> None:
    for texts in ((one, other), (other, one)):
        found = differ(*texts)
        assert [row[:2] for row in found] == [("relation", "contradiction")]
        assert found[0][2] == values or len(found[0][2] & values) == 1


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_ties_that_go_together(one: str, other: str) -> None:
    assert not [row for row in differ(one, other) if row[0] == "relation"]


def test_a_looser_word_is_a_tension() -> None:
    one, other = "Ada Moor's partner, Ivo Lind, left.", "Ada Moor's husband, Ivo Lind, left."
    assert differ(one, other) == [("relation", "tension", {"partner", "spouse"})]
