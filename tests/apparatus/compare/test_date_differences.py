"""Days and durations of one deed."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.dates import _is_year_guessed, compare_dates, compare_durations
from rashomon.model import Date, Span

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


def test_a_bound_leaves_room_for_what_lies_beyond_it() -> None:
    bound = "The strike lasted more than a year"
    assert compare_durations(*pair(bound, "The strike lasted 498 days"), 0.9, 0, 1) is None
    assert compare_durations(*pair(bound, "The strike lasted 98 days"), 0.9, 0, 1) is not None


def test_a_length_is_compared_for_one_doer_only() -> None:
    both = pair("The strike lasted 12 days", "The strike will begin 21 days later")
    assert compare_durations(*both, 0.9, 0, 1) is None


GUESSED = [
    (("2031-04", "published"), ("2017", "explicit"), True),
    (("2031-04-03", "published"), ("2017", "explicit"), True),
    (("2031-04", "explicit"), ("2017", "explicit"), False),
    (("2031-04", "published"), ("2017-06", "explicit"), False),
    (("2031-04", "published"), ("2031", "explicit"), False),
    (("2030", "published"), ("2017", "explicit"), False),
]


@pytest.mark.parametrize(("one", "other", "guessed"), GUESSED)
def test_a_guessed_year_is_held_against_nobody(one: tuple[str, str], other: tuple[str, str], guessed: bool) -> None:
    dates = [
        Date(f"t{n}", Span("d", n, n + 1), "date", value, None, None, anchor)  # type: ignore[arg-type]
        for n, (value, anchor) in enumerate((one, other))
    ]
    assert _is_year_guessed(*dates) == _is_year_guessed(*reversed(dates)) == guessed
