"""The timeline: what the statements of entries date, in order, one moment a period."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Date, DateKind, Entry, Holder, Reading, Span, Statement
from rashomon.timeline import make_timeline


def date(
    name: str, earliest: str | None, latest: str | None, kind: DateKind = "date", value: str | None = None
) -> Date:
    place = int(name[1:])
    return Date(name, Span("a", place, place + 1), kind, value or earliest, earliest, latest, "explicit")


def statement(name: str, *dates: str) -> Statement:
    return Statement(name, Span("a", 0, 5), "body", Holder("report"), dates=dates)


def entry(name: str, *statements: str) -> Entry:
    return Entry(name, "single", Span("a", 0, 5), (Reading(None, statements, ("a",), 1),))


def test_moments_stand_from_early_to_late() -> None:
    dates = [
        date("d1", "2031-05-04", "2031-05-04"),
        date("d2", "2031-05-01", "2031-05-31"),
        date("d3", "2031-05-01", "2031-05-01"),
    ]
    moments = make_timeline([entry("e", "s")], [statement("s", "d1", "d2", "d3")], dates)
    assert [(moment.earliest[8:], moment.latest[8:]) for moment in moments] == [
        ("01", "01"),
        ("01", "31"),
        ("04", "04"),
    ]


def test_expressions_of_one_period_are_one_moment_with_all_its_entries_and_words() -> None:
    dates = [date("d1", "2031-05-04", "2031-05-04"), date("d2", "2031-05-04", "2031-05-04")]
    moments = make_timeline(
        [entry("x", "s1"), entry("w", "s2"), entry("v", "s1", "s2")],
        [statement("s1", "d2"), statement("s2", "d1")],
        dates,
    )
    (moment,) = moments
    assert moment.entries == ("x", "w", "v")
    assert moment.spans == (dates[0].span, dates[1].span)


def test_an_entry_stands_at_every_moment_it_names() -> None:
    dates = [date("d1", "2031-05-04", "2031-05-04"), date("d2", "2031-05-05", "2031-05-05")]
    moments = make_timeline([entry("e", "s1", "s2")], [statement("s1", "d1"), statement("s2", "d2")], dates)
    assert [moment.entries for moment in moments] == [("e",), ("e",)]


@pytest.mark.parametrize(
    ("kind", "earliest", "latest"),
    [("duration", None, None), ("set", None, None), ("date", None, None), ("date", "2031-05-04", None)],
)
def test_what_has_no_day_has_no_place(kind: DateKind, earliest: str | None, latest: str | None) -> None:
    assert make_timeline([entry("e", "s")], [statement("s", "d1")], [date("d1", earliest, latest, kind)]) == ()


def test_a_date_outside_every_entry_has_no_place() -> None:
    assert make_timeline([], [statement("s", "d1")], [date("d1", "2031-05-04", "2031-05-04")]) == ()


@pytest.mark.parametrize(
    ("earliest", "latest", "precision"),
    [
        ("2031-05-04", "2031-05-04", "day"),
        ("2031-05-01", "2031-05-31", "month"),
        ("2032-02-01", "2032-02-29", "month"),
        ("2031-02-01", "2031-02-27", "span"),
        ("2031-01-01", "2031-12-31", "year"),
        ("2030-01-01", "2039-12-31", "span"),
        ("2031-05-04", "2031-05-05", "span"),
    ],
)
def test_precision_is_that_of_the_period(earliest: str, latest: str, precision: str) -> None:
    (moment,) = make_timeline([entry("e", "s")], [statement("s", "d1")], [date("d1", earliest, latest)])
    assert moment.precision == precision


@pytest.mark.parametrize(
    ("values", "precision"),
    [
        (["2031-05-04T14:00"], "time"),
        (["2031-05-04T14:00", "2031-05-04T14:00"], "time"),
        (["2031-05-04T14:00", "2031-05-04T16:30"], "day"),
    ],
)
def test_a_time_of_day_is_known_only_where_all_agree(values: list[str], precision: str) -> None:
    dates = [date(f"d{n}", "2031-05-04", "2031-05-04", "time", value) for n, value in enumerate(values)]
    (moment,) = make_timeline([entry("e", "s")], [statement("s", *(one.id for one in dates))], dates)
    assert moment.precision == precision


DAYS = st.dates().map(lambda day: day.isoformat())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(DAYS, DAYS).map(lambda pair: tuple(sorted(pair))), max_size=6))
def test_every_resolved_date_of_an_entry_is_at_one_moment(periods: list[tuple[str, str]]) -> None:
    dates = [date(f"d{n}", *period) for n, period in enumerate(periods)]
    moments = make_timeline([entry("e", "s")], [statement("s", *(one.id for one in dates))], dates)
    assert sorted(span for moment in moments for span in moment.spans) == [one.span for one in dates]
    assert [(moment.earliest, moment.latest) for moment in moments] == sorted(set(periods))
