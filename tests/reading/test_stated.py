"""Days a report states of itself: spellings, times, zones, and what is too unsure to say."""

from __future__ import annotations

import pytest

from rashomon.reading.stated import day_within, glued_date, read_date_line


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("2024-05-14", "2024-05-14"),
        ("2024/05/14", "2024-05-14"),
        ("20240514", "2024-05-14"),
        ("May 14, 2024", "2024-05-14"),
        ("14 May 2024", "2024-05-14"),
        ("14th of May, 2024", "2024-05-14"),
        ("Tue., Sept. 3, 2024", "2024-09-03"),
        ("Published: Tuesday 14 May 2024", "2024-05-14"),
        ("Posted on May 14, 2024 at 6:05 p.m.", "2024-05-14"),
        ("14/05/2024", "2024-05-14"),
        ("05/14/2024", "2024-05-14"),
        ("05/05/2024", "2024-05-05"),
        ("14.5.2024", "2024-05-14"),
        ("14. Mai 2024, 18:05 Uhr", "2024-05-14"),
        ("le 14 mai 2024", "2024-05-14"),
        ("14 de mayo de 2024", "2024-05-14"),
        ("14 мая 2024", "2024-05-14"),
        ("2024年5月14日", "2024-05-14"),
        ("2024-05-14T19:00:00+03:00", "2024-05-14T19:00:00+03:00"),
        ("2024-05-14T19:00:00.123Z", "2024-05-14T19:00:00+00:00"),
        ("2024-05-14 19:00 +0300", "2024-05-14T19:00:00+03:00"),
        ("14 May 2024 18:05 GMT", "2024-05-14T18:05:00+00:00"),
        ("May 14, 2024 7:05 PM GMT+2", "2024-05-14T19:05:00+02:00"),
        ("May 14, 2024 12:05 am EDT", "2024-05-14T00:05:00-04:00"),
        ("Published 14 May 2024 | Updated 15 May 2024", "2024-05-14"),
        ("Updated 15 May 2024 · Published 14 May 2024", "2024-05-14"),
    ],
)
def test_a_date_line_gives_its_day(line: str, value: str) -> None:
    stated = read_date_line(line)
    assert stated is not None
    assert stated.value == value


@pytest.mark.parametrize(
    "line", ["03/04/2024", "Updated at 4:30 p.m. ET Thursday", "3 hours ago", "Posted: 05.06.2024"]
)
def test_what_names_no_certain_day_is_a_date_line_without_one(line: str) -> None:
    stated = read_date_line(line)
    assert stated is not None
    assert stated.value is None


@pytest.mark.parametrize(
    "line", ["14 May 2024 9:00 am ET", "14 May 2024 18:05 BST", "14 May 2024 18:05 IST", "14 May 2024 18:05"]
)
def test_a_time_whose_offset_is_unsure_leaves_the_day(line: str) -> None:
    stated = read_date_line(line)
    assert stated is not None
    assert stated.value == "2024-05-14"


@pytest.mark.parametrize(
    "line",
    [
        "On May 14, 2024, the bridge was closed.",
        "Halm",
        "Budget 2024",
        "31 February 2024",
        "99/99/2024",
        "",
        "May we go on?",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert read_date_line(line) is None


def test_a_labelled_date_glued_to_the_first_sentence() -> None:
    text = " date 2024-05-14 The river rose."
    found = glued_date(text)
    assert found is not None
    assert (text[found[0] : found[1]].strip(), found[2]) == ("date 2024-05-14", "2024-05-14")
    assert glued_date("The date 2024-05-14 is known.") is None


def test_a_place_line_with_a_year_gives_its_day() -> None:
    assert day_within("HALM, May 14, 2024 (AP) —") == "2024-05-14"
    assert day_within("HALM, May 14 (AP) —") is None
