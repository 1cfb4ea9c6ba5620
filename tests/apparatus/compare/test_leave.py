"""Leave asked for, given, refused and turned down."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.leave import compare_leave

DAYS = "2026-03-01", "2026-03-02"
TABLE = [
    ("Sahrun barred Lina Voss from entering the country.", "Sahrun will let Lina Voss enter the country.", "update"),
    ("Orvel did not allow the divers to enter the cave.", "Orvel allowed the divers to enter the cave.", "update"),
    ("The league is considering a request from Marle United.", "The league approved the request.", "update"),
    ("The court granted bail to Lina Voss.", "The court denied bail to Lina Voss.", "update"),
    ("Sahrun will allow Lina Voss to travel.", "Lina Voss rejected the offer to let her travel.", "update"),
    ("The board invited Ole Brandt to speak at the hearing.", "The board did not allow Ole Brandt to speak.", "update"),
    ("Sahrun barred Lina Voss from entering the country.", "Orvel let Lina Voss enter the country.", ""),
    ("Sahrun barred Lina Voss from entering.", "Sahrun let Ole Brandt enter.", ""),
    ("The judge granted a request to block the sale.", "The judge blocked the sale.", ""),
    ("The house needs to block the bill.", "The house allowed the bill.", ""),
    ("The court denied bail to Lina Voss.", "The court refused bail to Lina Voss.", ""),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_leave_differs_by_the_answer(one: str, other: str, severity: str) -> None:
    first, second = event(one, other, days=DAYS)
    found = {f.severity for a in first for b in second if (f := compare_leave(a, b, 0.4, 0, 1))}
    assert found == ({severity} if severity else set())


def test_on_one_day_it_is_a_tension() -> None:
    one, other = TABLE[0][:2]
    first, second = event(one, other, days=(DAYS[0],) * 2)
    assert {f.severity for a in first for b in second if (f := compare_leave(a, b, 0.4, 0, 1))} == {"tension"}


def test_an_answer_of_an_earlier_day_is_no_answer() -> None:
    first, second = event("The league is considering a request.", "The league approved the request.", days=DAYS[::-1])
    assert not any(compare_leave(a, b, 0.7, 0, 1) for a in first for b in second)
