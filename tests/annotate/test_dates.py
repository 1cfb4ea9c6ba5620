"""Time expressions: what is found in a report, what it means, and what is left open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.dates import find_dates
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Date, Part, Span
from samples import document

FRIDAY = "2031-05-02"


def dates(text: str, reference: str | None = FRIDAY, anchor: str = "published") -> list[tuple[str, str | None]]:
    return [(text[d.span.start : d.span.end], d.value) for d in found(text, reference, anchor)]


def found(text: str, reference: str | None = FRIDAY, anchor: str = "published") -> tuple[Date, ...]:
    report = document("a", text)
    return find_dates(report, find_sentences(report), reference, anchor)  # type: ignore[arg-type]


def one(text: str, reference: str | None = FRIDAY) -> Date:
    (only,) = found(text, reference)
    return only


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam broke on March 3, 2029.", "March 3, 2029", "2029-03-03"),
        ("The dam broke on Mar. 3, 2029.", "Mar. 3, 2029", "2029-03-03"),
        ("The dam broke on 3 March 2029.", "3 March 2029", "2029-03-03"),
        ("The dam broke on the 3rd of March 2029.", "the 3rd of March 2029", "2029-03-03"),
        ("The dam broke on Saturday, March 3, 2029.", "Saturday, March 3, 2029", "2029-03-03"),
        ("The dam broke on 2029-03-03.", "2029-03-03", "2029-03-03"),
        ("Lee stands by in this Saturday, Mar. 3, 2029, picture.", "this Saturday, Mar. 3, 2029", "2029-03-03"),
        ("They were held in April and May of 2029.", "April and May of 2029", "2029-04/2029-05"),
        ("He ruled between 2007 and 2011.", "between 2007 and 2011", "2007/2011"),
        ("The dam broke on 23/03/2029.", "23/03/2029", "2029-03-23"),
        ("The dam broke in March 2029.", "March 2029", "2029-03"),
        ("The fair ran March 5-7, 2029.", "March 5-7, 2029", "2029-03-05/2029-03-07"),
        ("It rained in November–December 2029.", "November–December 2029", "2029-11/2029-12"),
        ("From May 2028 through June 2029 it was shut.", "From May 2028 through June 2029", "2028-05/2029-06"),
        ("He served from 2007 to 2011.", "from 2007 to 2011", "2007/2011"),
        ("She led the port 2007–11.", "2007–11", "2007/2011"),
        ("The mill opened in 1987.", "1987", "1987"),
        ("It has been shut since at least 2011.", "2011", "2011"),
        ("They left the town in the late 1990s.", "the late 1990s", "1996/1999"),
        ("They left in the 1970s.", "the 1970s", "1970/1979"),
        ("The wall is from the 17th century.", "the 17th century", "1600/1699"),
        ("It closed in the summer of 2029.", "the summer of 2029", "2029-06/2029-09"),
        ("Sales rose in the third quarter of 2029.", "the third quarter of 2029", "2029-07/2029-09"),
    ],
)
def test_a_full_date_needs_no_reference(text: str, words: str, value: str) -> None:
    assert dates(text, None) == [(words, value)]
    assert one(text, None).anchor == "explicit"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned on Wednesday.", "2031-04-30"),
        ("It burned on Friday.", "2031-05-02"),
        ("It burned last Friday.", "2031-04-25"),
        ("They will vote on Wednesday.", "2031-05-07"),
        ("They meet next Monday.", "2031-05-05"),
        ("A vote is scheduled for Sunday.", "2031-05-04"),
        ("She spoke late Wednesday.", "2031-04-30TEV"),
        ("She spoke Wednesday evening.", "2031-04-30TEV"),
        ("She spoke Wednesday morning.", "2031-04-30TMO"),
        ("She spoke on Wednesday afternoon.", "2031-04-30TAF"),
        ("She spoke Wednesday night.", "2031-04-30TNI"),
        ("She spoke yesterday.", "2031-05-01"),
        ("She will speak later today.", "2031-05-02"),
        ("She will speak tomorrow.", "2031-05-03"),
        ("She left last night.", "2031-05-01TNI"),
        ("It happened overnight.", "2031-05-01/2031-05-02"),
        ("They met this week.", "2031-04-28/2031-05-04"),
        ("They met last week.", "2031-04-21/2031-04-27"),
        ("They met this weekend.", "2031-04-26/2031-04-27"),
        ("They met last month.", "2031-04"),
        ("They met last year.", "2030"),
        ("They met last summer.", "2030-06/2030-09"),
        ("They met in February.", "2031-02"),
        ("They met last June.", "2030-06"),
        ("They meet next April.", "2032-04"),
        ("She announced her plans for the mill on Sunday.", "2031-04-27"),
        ("A vote is due after the fire on Monday that left two dead.", "2031-04-28"),
        ("They met in November.", "2030-11"),
        ("They will meet in November.", "2031-11"),
        ("They met on December 16.", "2030-12-16"),
        ("They met on June 16.", "2031-06-16"),
        ("The trial is set for June 16.", "2031-06-16"),
        ("They met two years ago.", "2029"),
        ("They met three days ago.", "2031-04-29"),
        ("They met more than two years ago.", "2029"),
        ("They met in early October last year.", "2030-10"),
    ],
)
def test_a_bare_date_is_read_from_the_day_of_publication(text: str, value: str) -> None:
    only = one(text)
    assert (only.value, only.anchor) == (value, "published")


def test_the_anchor_says_that_the_day_comes_from_other_reports() -> None:
    assert [d.anchor for d in found("It burned on Wednesday.", FRIDAY, "event")] == ["event"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They met earlier this year.", "2031-01-01", "2031-05-02"),
        ("They met earlier this month.", "2031-05-01", "2031-05-02"),
        ("They met some years ago.", None, "2031-05-02"),
        ("They met in early 2029.", "2029-01-01", "2029-04-30"),
        ("They met in February.", "2031-02-01", "2031-02-28"),
        ("He was chief for the past twenty years.", "2011-05-02", "2031-05-02"),
    ],
)
def test_the_bounds_are_days_and_included(text: str, earliest: str | None, latest: str) -> None:
    only = one(text)
    assert (only.earliest, only.latest) == (earliest, latest)


@pytest.mark.parametrize("text", ["It burned on Wednesday.", "They met in February.", "They met yesterday."])
def test_without_a_reference_a_bare_date_has_no_value(text: str) -> None:
    only = one(text, None)
    assert (only.value, only.earliest, only.latest, only.anchor) == (None, None, None, "unknown")


def test_without_a_reference_a_full_date_settles_its_own_weekday_only() -> None:
    text = "The bridge on April 16, 2031. It burned on Wednesday. It was sold on Friday."
    assert [value for _, value in dates(text, None)] == ["2031-04-16", "2031-04-16", None]


def test_a_month_takes_the_year_it_was_given_before() -> None:
    text = "It burned in October 2028. Those who fled in the October fire came back."
    assert [value for _, value in dates(text)] == ["2028-10", "2028-10"]


def test_a_known_day_takes_the_year_of_the_date_beside_it() -> None:
    text = "He was freed in November 2028, but his aunt died in the October 9 storm."
    assert [value for _, value in dates(text)] == ["2028-11", "2028-10-09"]


def test_a_new_thing_does_not_take_an_old_year() -> None:
    text = "She spoke in March 2028. In a heated March debate she denied it."
    assert [value for _, value in dates(text)] == ["2028-03", "2031-03"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It was taken on Aug. 9, 2028, and freed the following month.", "2028-09-01", "2028-09-30"),
        ("It was taken on Aug. 9, 2028, and freed 24 days later.", "2028-09-02", "2028-09-02"),
        ("He was hired in March 2028. A year later he left.", "2029-01-01", "2029-12-31"),
        ("It was taken on Aug. 9, 2028. That night it rained.", "2028-08-09", "2028-08-09"),
        ("It was taken. It was freed 24 days later.", None, None),
    ],
)
def test_a_date_may_hang_on_the_one_before_it(text: str, earliest: str | None, latest: str | None) -> None:
    last = found(text)[-1]
    assert (last.earliest, last.latest) == (earliest, latest)
    assert last.anchor == ("event" if earliest else "unknown")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("73 days", "P73D"),
        ("more than a year", "P1Y"),
        ("about 50 minutes", "PT50M"),
        ("46 to 57 months", "P46M/P57M"),
        ("two and a half years", "P2.5Y"),
        ("half an hour", "PT30M"),
        ("a quarter of an hour", "PT15M"),
        ("fewer than 24 hours", "PT24H"),
        ("two years and three months", "P27M"),
        ("a year and two months", "P14M"),
        ("an hour and twenty minutes", "PT80M"),
        ("between 51 and 63 months", "P51M/P63M"),
        ("six of those years", "P6Y"),
        ("the year and a half", "P1.5Y"),
        ("an hour", "PT1H"),
        ("several weeks", None),
    ],
)
def test_a_duration_has_a_length_and_no_place_in_time(words: str, value: str | None) -> None:
    only = one(f"It lasted {words}.")
    assert (only.kind, only.value, only.earliest) == ("duration", value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It hit at 2:40 p.m. on Thursday.", "2031-05-01T14:40"),
        ("It hit at midday Thursday.", "2031-05-01T12:00"),
        ("It hit by Thursday noon.", "2031-05-01T12:00"),
        ("It burned on Thursday.\nThe roof fell at 9:30 p.m.", "2031-05-01T21:30"),
        ("It hit at 14:30 GMT.", "2031-05-02T14:30"),
        ("It hit at 2100 GMT on the day.", "2031-05-02T21:00"),
        ("It burned on Thursday.\nUpdated at 9:30 p.m.", "2031-05-02T21:30"),
        ("The plane lands at 2 a.m. Saturday in Varn.", "2031-05-03T02:00"),
        ("The court sits on June 23 at 3 p.m.", "2031-06-23T15:00"),
        ("It hit shortly after 8:20 a.m. local time.", "2031-05-02T08:20"),
    ],
)
def test_a_clock_time_takes_the_day_around_it(text: str, value: str) -> None:
    assert value in [v for _, v in dates(text) if v and "T" in v]


def test_one_moment_in_two_zones_is_one_time() -> None:
    assert dates("It began at 8:12 a.m. (3:12 a.m. ET).") == [("8:12 a.m. (3:12 a.m. ET)", "2031-05-02T08:12")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They meet every day.", "every day"),
        ("They meet twice a week.", "twice a week"),
        ("He repeatedly denied it.", "repeatedly"),
    ],
)
def test_how_often_is_a_set(text: str, words: str) -> None:
    only = one(text)
    assert (text[only.span.start : only.span.end], only.kind) == (words, "set")


@pytest.mark.parametrize(
    "text",
    [
        "May said she may march on.",
        "Read it in USA Today.",
        "The Today show was on.",
        "Watch: 04:05",
        "It cost 1,999 in all.",
        "Some 2000 people came.",
        "Promises that fall flat.",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_an_update_moves_the_day_of_reference() -> None:
    text = "Updated at 7:10 p.m. ET Saturday\nIt burned yesterday, police said Saturday morning."
    assert [value for _, value in dates(text)][1:] == ["2031-05-02", "2031-05-03TMO"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was jailed in 2016 to 10 years of work.", [("2016", "2016"), ("10 years", "P10Y")]),
        ("The law failed in 2013 and 2015, again.", [("2013", "2013"), ("2015", "2015")]),
    ],
)
def test_two_times_side_by_side_are_no_range(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


def test_the_date_line_is_not_a_date_of_the_report() -> None:
    text = "May 2, 2031\nIt burned on May 1, 2031."
    report = document("a", text, published=FRIDAY, parts=(Part("dateline", Span("a", 0, 11)),))
    assert [d.value for d in find_dates(report, find_sentences(report), FRIDAY)] == ["2031-05-01"]


WORDS = st.sampled_from(
    (
        "on in the of at May 3 31 2029 Wednesday October, night last week 12 to 1990s ago later 9:30 p.m. "
        "two years — ’s İ 😀 . \n"
    ).split(" ")
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60),
    st.sampled_from([None, FRIDAY, "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_valid_dates(text: str, reference: str | None) -> None:
    report = document("a", text)
    sentences = find_sentences(report)
    result = find_dates(report, sentences, reference)
    assert result == find_dates(report, sentences, reference)
    assert list(result) == sorted(result, key=lambda d: (d.span.start, d.span.end))
    for d in result:
        words = text[d.span.start : d.span.end]
        assert words and words == words.strip()
        for day in (d.earliest, d.latest):
            assert day is None or date.fromisoformat(day)
        if d.earliest and d.latest:
            assert d.earliest <= d.latest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It broke in May 2029. In June of that year it was mended.", "June of that year", "2029-06"),
        ("It opens in December 2031. In December it lost its roof.", "December", "2030-12"),
        ("It was shut in the winter.", "the winter", "2030-12/2031-03"),
        ("The trial starts in the summer.", "the summer", "2031-06/2031-09"),
        ("They landed on Thursday and flew on in the evening.", "the evening", "2031-05-01TEV"),
        ("It sank on Thursday. Two died. The sea was rough that night.", "that night", "2031-05-01TNI"),
        ("The law takes effect on Sunday.", "Sunday", "2031-05-04"),
    ],
)
def test_words_that_hang_on_what_stands_before(text: str, words: str, value: str) -> None:
    assert dates(text)[-1] == (words, value)


@pytest.mark.parametrize(
    "text", ["The birds sing in the spring.", "He swims in the morning.", "She likes the summer.", "An hour is long."]
)
def test_seasons_and_hours_that_are_no_time_of_the_report(text: str) -> None:
    assert dates(text) == []


def test_that_night_is_not_sought_in_another_paragraph() -> None:
    assert dates("It sank on Thursday.\nShe spoke.\nNobody slept that night.")[-1] == ("that night", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police caught him early Saturday.", "2031-05-03TMO"),
        ("Police caught him early Thursday.", "2031-05-01TMO"),
        ("Police caught him on Saturday.", "2031-04-26"),
    ],
)
def test_early_on_the_day_after_the_report_was_dated_is_not_a_week_ago(text: str, value: str) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They met more than two decades ago.", None, "2011-12-31"),
        ("They met nearly two decades ago.", "2011-01-01", "2021-12-31"),
        ("They met two decades ago.", "2011-01-01", "2011-12-31"),
    ],
)
def test_a_bound_leaves_room_on_its_side(text: str, earliest: str | None, latest: str) -> None:
    date = one(text)
    assert (date.earliest, date.latest) == (earliest, latest)
