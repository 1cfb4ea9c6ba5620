"""An affair before a stage in one report, past it in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.chains import compare_chains, stage

DAYS = "2026-03-02", "2026-03-04"
TABLE = [
    ("Prosecutors will charge Lina Voss.", "A jury convicted Lina Voss.", True),
    ("Lina Voss has not been charged.", "Lina Voss was sentenced to two years.", True),
    ("Lina Voss was never arrested.", "Lina Voss was released without charge.", True),
    ("The assembly will debate the bill.", "The assembly passed the bill.", True),
    ("The harbour will be closed.", "The harbour was reopened.", True),
    ("Search teams will search the wreck.", "Divers found the wreck.", True),
    ("Prosecutors charged Lina Voss.", "A jury convicted Lina Voss.", False),
    ("A jury will convict Lina Voss.", "Prosecutors charged Lina Voss.", False),
    ("Prosecutors will charge Lina Voss.", "A jury convicted Ole Brandt.", False),
    ("Prosecutors may charge Lina Voss.", "A jury convicted Lina Voss.", False),
    ("The assembly will debate the bill.", "The assembly passed the budget.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_stage_not_reached_differs_from_one_past_it(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other, days=DAYS)
    found = {f.severity for a in first for b in second if (f := compare_chains(a, b, 0.4, 0, 1))}
    assert found == ({"update"} if differ else set())


def test_on_one_day_a_denied_stage_contradicts() -> None:
    first, second = event(TABLE[2][0], TABLE[2][1], days=(DAYS[0],) * 2)
    assert {f.severity for a in first for b in second if (f := compare_chains(a, b, 0.4, 0, 1))} == {"contradiction"}


def test_the_earlier_report_is_not_past_it() -> None:
    first, second = event(TABLE[0][0], TABLE[0][1], days=DAYS[::-1])
    assert not any(compare_chains(a, b, 0.4, 0, 1) for a in first for b in second)


def test_a_stage_is_of_somebody() -> None:
    (a, *_), _ = event("They were released.", "It rained.")
    assert stage(a) is None
