"""Shares of one group in one state or the opposite one."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.shares import compare_shares

TABLE = [
    ("Nearly half of the sailors may have died", "24 of the 59 sailors are believed to be alive", "tension"),
    ("Nearly half of the sailors died", "24 of the 59 sailors are alive", "contradiction"),
    ("More than half of the sailors died", "24 of the 59 sailors are alive", None),
    ("About 40 percent of the sailors are alive", "24 of the 59 sailors are alive", None),
    ("A third of the sailors died", "12 of the 24 sailors died", "contradiction"),
    ("A third of the sailors died", "12 of the 24 pilots died", None),
    ("A third of the sailors were hurt", "12 of the 24 sailors were freed", None),
    ("A third of the sailors voted", "12 of the 24 sailors voted", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_shares_part_where_the_group_cannot_hold_both(one: str, other: str, severity: str | None) -> None:
    a, b = pair(one, other)
    for first, second in ((a, b), (b, a)):
        finding = compare_shares(first, second, 0.9, 0, 1)
        assert (finding.severity if finding else None) == severity
