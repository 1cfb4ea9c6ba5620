"""Nobody hurt in one report, somebody in the other."""

from __future__ import annotations

import numpy as np
import pytest
from build import pair

from rashomon.apparatus.compare import find_differences
from rashomon.apparatus.compare.casualties import compare_casualties

DAYS = ("2031-05-04", "2031-05-05")
TABLE = [
    ("No one was hurt", "An old man died on the hill road", True),
    ("Nobody has been injured", "Two sailors were injured", True),
    ("No injuries were reported", "Two sailors were hurt", True),
    ("Nobody was killed", "Two sailors were hurt", False),
    ("No one was hurt", "In 1987 two sailors drowned off the island", False),
    ("No one was hurt in the second crash on the road to the harbour of the island", "Two sailors were hurt", False),
    ("No one was hurt", "Two sailors may have been hurt", False),
    ("The captain was not hurt", "Two sailors were hurt", False),
    ("No one was charged", "An old man died on the hill road", False),
]


@pytest.mark.parametrize(("one", "other", "found"), TABLE)
def test_nobody_meets_somebody(one: str, other: str, found: bool) -> None:
    for ordered in ((one, other), (other, one)):
        finding = compare_casualties(*pair(*ordered, DAYS), 0.0, 0, 1)
        assert (finding is not None) == found
        assert finding is None or (finding.severity, finding.likely) == ("update", 0.3)


def test_unlike_words_do_not_keep_them_apart() -> None:
    details = pair(*TABLE[0][:2], DAYS)
    assert len(find_differences(details, np.zeros((2, 2)))) == 1
