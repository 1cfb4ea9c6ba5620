"""A list of doers beside a longer one."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.joint import compare_joint

TABLE = [
    ("Norway and Sweden have offered ships.", "Norway, Sweden and Finland have offered ships.", True),
    ("Norway and Sweden have offered ships.", "Finland joined Norway and Sweden in offering ships.", True),
    ("Ohio and Texas have ordered a curfew.", "Ohio, Texas and Florida have ordered a curfew.", True),
    ("Austria and Hungary closed the border.", "Austria, Hungary and Slovenia closed the border.", True),
    ("Ohio and Texas have ordered a curfew.", "Ohio, Texas and others have ordered a curfew.", False),
    ("Ohio has ordered a curfew.", "Ohio and Texas have ordered a curfew.", False),
    ("Ohio and Texas have ordered a curfew.", "Ohio, Texas and Florida have ordered an inquiry.", False),
    ("Ohio and Texas have ordered a curfew.", "Texas and Florida have ordered a curfew.", False),
    ("France and Italy condemned the attack.", "France, Italy and Spain condemned the attack.", False),
    ("France and Italy opened the summit.", "France, Italy and Spain attended the summit.", False),
    ("Austria and Hungary closed the border.", "Austria, Hungary and Slovenia may close the border.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_longer_list_of_doers_differs(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_joint(a, b, 0.6, 0, 1) for a in first for b in second) == differ


def test_who_joined_others_came_later() -> None:
    first, second = event(*TABLE[1][:2])
    finding = next(f for a in first for b in second if (f := compare_joint(a, b, 0.6, 0, 1)))
    assert (finding.severity, finding.value_a) == ("update", "Norway, Sweden")
