"""The table for a spreadsheet: whole, exact, and not to be run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from rashomon.export.readings_csv import COLUMNS, defused, to_csv


def rows(headline: str = "Bridge closes after crack is found") -> list[dict[str, str]]:
    text = to_csv(samples.bridge(headline))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_there_is_a_line_for_every_statement_of_every_reading() -> None:
    table = [(row["entry"], row["reading"], row["value"], row["siglum"], row["words"]) for row in rows()]
    assert table == [
        ("stuck", "1", "12", "A", "12 people were stuck on it"),
        ("stuck", "2", "14", "B", "14 people were stuck"),
        ("closed", "1", "", "A", "The Orrin Bridge was closed on Friday"),
        ("closed", "1", "", "B", "The Orrin Bridge was closed on Friday"),
        ("toll", "1", "", "A", "The toll house stayed open"),
        ("buses", "1", "", "B", "Buses were diverted"),
    ]


def test_a_line_says_how_the_readings_part_and_where_the_words_come_from() -> None:
    first = rows()[0]
    assert (first["kind"], first["difference"], first["severity"]) == ("differing", "number", "contradiction")
    assert (first["publisher"], first["published"], first["path"]) == ("The Marle Gazette", "2031-05-02", "a.txt")
    report = samples.bridge().documents[0]
    assert report.text[int(first["start"]) : int(first["end"])] == first["words"]


def test_excel_is_told_the_encoding_and_lines_end_as_the_standard_wants() -> None:
    text = to_csv(samples.bridge())
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    assert text.count("\n") == text.count("\r\n") == 7


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-5", "@SUM(A1)", "  =1", "\t=1", "\rx", "\tplain", "\n=1", "\xa0=1", "＝1"]
)
def test_what_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "plain", "a=b", "12", "“=1”", "– a dash", "'quoted"])
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


def test_a_hostile_headline_is_defused_in_its_cell() -> None:
    assert rows('=HYPERLINK("http://x.example","a, b")')[0]["headline"] == '\'=HYPERLINK("http://x.example","a, b")'


@given(st.text())
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert not defused(cell).lstrip().startswith(("=", "+", "-", "@"))
    assert defused(cell).endswith(cell)
