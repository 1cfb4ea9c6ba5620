"""What was to come in one report, told in the other by what came of it."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.outcomes import compare_outcomes

DAYS = "2026-03-02", "2026-03-04"
TABLE = [
    ("The council will meet on the dam on Tuesday.", "The council approved the dam on Tuesday.", True),
    ("The court will rule on the closure.", "The court upheld the closure.", True),
    ("The jury will weigh the case against Ole Brandt.", "The jury convicted Ole Brandt.", True),
    ("Minister Ona Reyes will travel to Orvel on Tuesday.", "Minister Ona Reyes laid a wreath on Tuesday.", True),
    ("It would be the first strike of nurses in thirty years.", "It is the first strike of nurses in years.", True),
    ("The council will meet on the dam.", "The court approved the dam.", False),
    ("The council will meet on the dam.", "The council approved the school.", False),
    ("The court will hear the case of the dam.", "In 2013 the court upheld the dam.", False),
    ("The council met on the dam.", "The council approved the dam.", False),
    ("Ona Reyes will travel to Orvel on Tuesday.", "Ole Brandt laid a wreath on Tuesday.", False),
    ("Ona Reyes will travel to Orvel on Friday.", "Ona Reyes laid a wreath on Tuesday.", False),
    ("It would be the first strike in thirty years.", "It is the largest crowd in the city.", False),
    ("There could be rain at the final.", "There was rain at the final.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_came_of_it_is_an_update(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other, days=DAYS)
    found = {f.severity for a in first for b in second if (f := compare_outcomes(a, b, 0.6, 0, 1))}
    assert found == ({"update"} if differ else set())


def test_an_earlier_report_cannot_tell_what_came_of_it() -> None:
    first, second = event(TABLE[1][0], TABLE[1][1], days=DAYS[::-1])
    assert not any(compare_outcomes(a, b, 0.6, 0, 1) for a in first for b in second)
