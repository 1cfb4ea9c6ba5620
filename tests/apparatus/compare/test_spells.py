"""Beginnings and ends of one state."""

from __future__ import annotations

import numpy as np
import pytest
from build import event, pair

from rashomon.apparatus.compare import find_differences
from rashomon.apparatus.compare.spells import compare_spells

TABLE = [
    ("The border will stay closed until Friday", "The border will be closed through Sunday", "tension"),
    ("The border will stay closed until Saturday", "The border will be closed through Friday", None),
    ("Schools will be shut through next week", "Schools will remain closed until Wednesday", "tension"),
    ("Schools will be shut through next week", "Schools will reopen next week", None),
    ("The bridge is closed until Monday", "The bridge is closed until the divers are done", "tension"),
    ("The bridge is closed until further notice", "The bridge is closed until the divers are done", None),
    ("All sailings are suspended until Friday", "All sailings are suspended until further notice", "tension"),
    ("The airport will be closed until June 3", "The airport will be closed until the end of the month", "tension"),
    ("The airport will be closed until May 30", "The airport will be closed until the end of the month", None),
    ("The plant will close by the end of June", "The plant will close by the end of September", "tension"),
    ("The plant will close by the end of June", "The miners will vote by the end of September", None),
    ("Ibarra has led the party since 2019", "Ibarra has led the party for six years", "tension"),
    ("Ibarra has led the party since 2019", "Ibarra has led the party for 12 years", None),
    ("Ibarra has led the party since 2019", "Ibarra led the party for six years", None),
    ("The miners have been on strike since March", "The miners have been on strike since February", None),
    ("The pilots have been striking since March", "The pilots have been striking since February 3", "tension"),
    ("The pilots have been striking since March", "The pilots have been striking since March 3", None),
    ("The dam had held until Friday", "The dam will hold until Tuesday", "tension"),
    ("The hall will stay closed until Wednesday", "The hall is to reopen on Friday", "tension"),
    ("The hall will stay closed through Thursday", "The hall is to reopen on Friday", None),
    ("The hall will stay closed until Wednesday", "The baths are to reopen on Friday", None),
    ("Flights are suspended until Monday", "Flights will resume on Thursday", "tension"),
    ("Flights are suspended until Monday", "Flights resumed after Monday", None),
    ("The court sat until Friday", "The jury heard the widow until Tuesday", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_edges_of_one_state_part_where_no_day_fits_both(one: str, other: str, severity: str | None) -> None:
    finding = compare_spells(*pair(one + ".", other + "."), 0.5, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_a_later_end_in_a_later_report_is_an_update() -> None:
    one, other = "The curfew will be kept until Monday.", "The curfew will be kept until Thursday."
    finding = compare_spells(*pair(one, other, ("2031-05-02", "2031-05-04")), 0.5, 0, 1)
    assert finding is not None and finding.severity == "update"
    finding = compare_spells(*pair(one, other, ("2031-05-04", "2031-05-02")), 0.5, 0, 1)
    assert finding is not None and finding.severity == "tension"


def test_unlike_statements_of_nothing_in_common_are_not_compared() -> None:
    one, other = "The border is closed until Friday.", "Schools are closed until Sunday."
    assert compare_spells(*pair(one, other), 0.5, 0, 1) is None


def test_an_end_is_compared_though_its_report_tells_the_other_too() -> None:
    one = "The border will be closed through Friday. It had been said that the border will be closed until Tuesday."
    details = [detail for report in event(one, "The border will be closed until Tuesday.") for detail in report]
    likely = np.full((len(details), len(details)), 0.9)
    assert any(f.kind == "date" and "two ends" in f.why for f in find_differences(details, likely))
