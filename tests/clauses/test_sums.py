"""Which sums of a sentence are items of a list, and where each item ends."""

from __future__ import annotations

import re

import pytest

from rashomon.clauses import Clause, listed_sums

TABLE = [
    (
        "the bills came to $400 on hats, $2,500.50 at the Gull Inn and over $90 for a cab, she said",
        ["$400 on hats", "$2,500.50 at the Gull Inn", "over $90 for a cab"],
    ),
    (
        "He bought a $700 lamp, a $65 rug, and a $1,200 desk while on leave",
        ["$700 lamp", "$65 rug", "$1,200 desk"],
    ),
    ("They paid $400 for hats and $90 for a cab", []),
    ("The price rose from $400 to $450 and, when the war came, they asked $900", []),
    ("It cost $400, $450, $500", []),
]


@pytest.mark.parametrize(("text", "items"), TABLE)
def test_a_list_of_sums_is_taken_apart(text: str, items: list[str]) -> None:
    sums = [match.span() for match in re.finditer(r"(?:over )?\$[\d,.]*\d", text)]
    found = listed_sums(text, Clause(0, len(text)), sums)
    assert [text[clause.start : clause.end] for clause in found] == items


def test_sums_of_other_clauses_are_left_alone() -> None:
    text = "It took $4 in tea, $5 in milk and $6 in rye"
    sums = [match.span() for match in re.finditer(r"\$\d", text)]
    assert listed_sums(text, Clause(0, 20), sums) == []
