"""None in one report, some in the other."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.absences import LIKELY, compare_absences

TABLE = [
    ("No arrests have been made.", "Police arrested a man of 40.", "contradiction"),
    ("Police made no arrests.", "Officers made five arrests on the bridge.", "contradiction"),
    ("No warning was given.", "The dam operator warned the town.", "contradiction"),
    ("No arrests have been made.", "Police did not arrest anybody.", None),
    ("No arrests have been made.", "Police may arrest a man of 40.", None),
    ("No other arrests have been made.", "Police arrested a man of 40.", None),
    ("No immediate decision was made.", "The council decided to close the pool.", None),
    ("No arrests were made on Monday 3 May 2031.", "Police arrested a man on Thursday 6 May 2031.", None),
    ("No arrests have been made.", "Police made no arrests.", None),
    ("There was no rain.", "Police arrested a man of 40.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_none_differs_from_some_of_one_deed(one: str, other: str, severity: str | None) -> None:
    a, b = pair(one, other)
    found, turned = compare_absences(a, b, LIKELY, 0, 1), compare_absences(b, a, LIKELY, 0, 1)
    assert (found.severity if found else None) == severity
    assert (turned.severity if turned else None) == severity
    if found and turned:
        assert (found.value_a, found.label_a) == (turned.value_b, turned.label_b)


def test_a_later_report_brings_it_up_to_date() -> None:
    a, b = pair("No arrests have been made.", "Police arrested a man of 40.", ("2031-05-04", "2031-05-05"))
    found = compare_absences(a, b, LIKELY, 0, 1)
    assert found is not None and found.severity == "update"
    assert compare_absences(a, b, LIKELY - 0.01, 0, 1) is None
