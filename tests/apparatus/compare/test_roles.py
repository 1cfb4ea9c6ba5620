"""Who did it to whom."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.roles import compare_roles

BEAT = "Tomas Cole beat Ada Moor in the final."
PAID = "Tomas Cole paid the fine to Ada Moor."
TABLE = [
    (BEAT, "Ada Moor beat Tomas Cole in the final.", True),
    (BEAT, "Tomas Cole was beaten by Ada Moor in the final.", True),
    (BEAT, "Ada Moor was beaten by Tomas Cole in the final.", False),
    (BEAT, "Tomas Cole defeated Ada Moor in the final.", False),
    (BEAT, "Ada Moor did not beat Tomas Cole in the final.", False),
    (BEAT, "Ada Moor beat Piet Lund in the final.", False),
    (BEAT, "Ada Moor will beat Tomas Cole in the final.", False),
    ("Tomas Cole criticised Ada Moor.", "Ada Moor criticised Tomas Cole.", False),
    ("Tomas Cole met Ada Moor.", "Ada Moor met Tomas Cole.", False),
    (PAID, "Tomas Cole paid the fine to Piet Lund.", True),
    (PAID, "Tomas Cole paid the fine to Ada Moor and Piet Lund.", False),
    (PAID, "Tomas Cole paid the fine.", False),
    (PAID, "Ada Moor paid the fine to Piet Lund.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_who_did_it_to_whom_differs(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [f for a in first for b in second if (f := compare_roles(a, b, 0.6, 0, 1))]
    assert bool(found) == differ
    assert all(f.kind == "actor" for f in found)


def test_recipients_differ_only_where_statements_are_much_alike() -> None:
    ((a,), (b,)) = event(PAID, "Tomas Cole paid the fine to Piet Lund.")
    assert compare_roles(a, b, 0.3, 0, 1) is None
