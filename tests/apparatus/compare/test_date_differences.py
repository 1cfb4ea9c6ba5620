"""Days and durations of one deed."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.dates import compare_dates, compare_durations

TABLE = [
    ("The ferry sank on 3 May 2031", "The ferry sank on 2 May 2031", "contradiction"),
    ("The ferry sank on 3 May 2031", "The ferry sank in May 2031", "variant"),
    ("The ferry sank on 3 May 2031", "The ferry sank on Saturday", None),
    ("The ferry sank on 3 May 2031", "The ferry was raised on 4 May 2031", None),
    ("The ferry sank", "The ferry sank on 2 May 2031", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_days_differ_as_an_editor_would_say(one: str, other: str, severity: str | None) -> None:
    finding = compare_dates(*pair(one, other), 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_durations_of_one_deed_are_compared_in_one_unit() -> None:
    finding = compare_durations(*pair("The strike lasted 12 days", "The strike lasted 21 days"), 0.9, 0, 1)
    assert finding is not None and finding.kind == "duration"
    assert compare_durations(*pair("The strike lasted 12 days", "The strike lasted two weeks"), 0.9, 0, 1) is None
