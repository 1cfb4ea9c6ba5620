"""Which in a row somebody is."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.ranks import LIKELY, compare_ranks

TABLE = [
    (
        "Mina Tarn was the third harbour master of Kelm",
        "Tarn was the fourth woman to serve as harbour master of Kelm",
        True,
    ),
    ("Mina Tarn was the third harbour master of Kelm", "Tarn was the third harbour master of Kelm", False),
    ("Mina Tarn was the third harbour master of Kelm", "Ole Brandt was the fourth harbour master of Kelm", False),
    ("Mina Tarn was the third harbour master of Kelm", "Tarn is in the fourth year as harbour master of Kelm", False),
    ("Mina Tarn was the third harbour master of Kelm", "Tarn was the first to see the whale", False),
    ("Mina Tarn opened the third harbour fair of Kelm", "Tarn met the first lady at the harbour fair of Kelm", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_ordinals_of_one_person_in_one_row(one: str, other: str, differ: bool) -> None:
    ours, theirs = event(f"{one}. Ole Brandt was there.", f"{other}. Mina Tarn and Ole Brandt were there.")
    assert any(compare_ranks(a, b, LIKELY, 0, 1) for a in ours for b in theirs) == differ
