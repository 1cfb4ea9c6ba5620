"""The summary in the terminal, drawn as it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from rashomon.model import Copy, CountedOnce, Origin, Reading, Worth
from rashomon.summary import shortened, summary


def test_two_reports_as_they_are_shown() -> None:
    assert (
        summary(samples.bridge())
        == """\
Bridge closes after crack is found
2031-05-02 to 2031-05-03 · 2 reports, 2 independent origins

A  The Marle Gazette, 2031-05-02: Bridge closes after crack is found
   a.txt
B  Coast Radio, 2031-05-03: 😀 Orrin Bridge shut
   b.txt

THEY DIFFER (1)

  1 people were stuck
    contradiction · number · confidence 0.90 · 12 against 14
    12 A “12 people were stuck on it”
    14 B “14 people were stuck”

ALL SAY (1)
  2 The Orrin Bridge was closed
    A “The Orrin Bridge was closed on Friday”
    B “The Orrin Bridge was closed on Friday”

ONLY HERE (2)
  3 A “The toll house stayed open”
  4 B “Buses were diverted”

WHO IS WHO (3)
 Lina Voss (person; A, B)
   written  Lina Voss, Voss, Lina Vos
   titles   Mayor
   is       sister of Tom Vos
 Tom Vos (person; B)
   titles  harbour master
 Orrin Bridge (place; A, B)
"""
    )


def test_reports_that_count_once_are_named_with_the_reason() -> None:
    copy = Copy("a", "b", 0.9, 0.95, "wholly", "b from a", "nine tenths word for word", ())
    apparatus = replace(samples.bridge(), origins=(Origin("o", ("a", "b")),), copies=(copy,))
    shown = summary(apparatus)
    assert "2 reports, 1 independent origin\n" in shown
    assert "A and B count once (A and B: nine tenths word for word)" in shown


def test_identical_files_are_one_report() -> None:
    apparatus = samples.bridge()
    a, b = apparatus.documents
    shown = summary(replace(apparatus, documents=(replace(a, also=("copy.txt",)), b)))
    assert "2 files are the same report: a.txt, copy.txt" in shown


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, "no two reports speak of the same point"),
        ({"entries": ()}, "no report makes a statement that could be compared"),
        ({"origins": (Origin("o", ("a", "b")),)}, "all reports repeat one text"),
    ],
)
def test_too_little_to_compare_is_said_with_the_reason(change: dict[str, object], reason: str) -> None:
    apparatus = samples.bridge()
    single = tuple(entry for entry in apparatus.entries if entry.kind == "single")
    assert f"Too little to compare: {reason}." in summary(replace(apparatus, **{"entries": single, **change}))  # type: ignore[arg-type]


def test_one_report_is_too_little() -> None:
    apparatus = samples.bridge()
    alone = replace(
        apparatus, documents=apparatus.documents[:1], entries=apparatus.entries[2:3], origins=apparatus.origins[:1]
    )
    alone = replace(alone, entries=(replace(alone.entries[0], absent=()),), entities=(), relations=())
    assert "Too little to compare: there is one report only." in summary(alone)


def test_a_long_list_ends_with_how_many_more() -> None:
    apparatus = samples.bridge()
    many = tuple(replace(apparatus.entries[2], id=f"toll{number}") for number in range(20))
    assert "   … and 12 more, see the page\n" in summary(replace(apparatus, entries=many))


def test_the_value_of_a_reading_stands_once() -> None:
    apparatus = samples.bridge()
    twice = (Reading("12", ("a2", "a3"), ("a",), 1), apparatus.entries[0].readings[1])
    shown = summary(replace(apparatus, entries=(replace(apparatus.entries[0], readings=twice),)))
    assert shown.count("    12 A") == 1
    assert "       A “The toll house stayed open”" in shown


def test_why_reports_count_once_in_a_row_is_said_below_it() -> None:
    apparatus = samples.bridge()
    reason = CountedOnce(("a", "b"), "speaker", "both have it from Lina Voss", ())
    text = CountedOnce(("a", "b"), "text", "one text", ())
    first, closed, *rest = apparatus.entries
    shown = summary(replace(apparatus, entries=(replace(first, counted_once=(reason, text)), closed, *rest)))
    assert "    A and B count once: both have it from Lina Voss\n" in shown
    assert "one text" not in shown


def test_a_point_of_several_reports_and_one_origin_stands_apart() -> None:
    apparatus = samples.bridge()
    echoed = replace(apparatus.entries[1], kind="single")
    shown = summary(replace(apparatus, entries=(apparatus.entries[0], echoed, *apparatus.entries[2:])))
    assert "FROM ONE ORIGIN (1)\n  2 The Orrin Bridge was closed\n" in shown and "ONLY HERE (2)" in shown


def test_what_only_one_says_stands_by_its_worth_and_with_what_is_under_it() -> None:
    apparatus = samples.bridge()
    toll, buses = apparatus.entries[2:]
    entries = (replace(toll, worth=Worth(0.2, "few words")), replace(buses, worth=Worth(0.5, "a number")))
    shown = summary(replace(apparatus, entries=entries))
    assert shown.index("Buses were") < shown.index("The toll house")
    below = (replace(toll, worth=Worth(0.2, "few words"), under="closed"), apparatus.entries[1])
    shown = summary(replace(apparatus, entries=below))
    assert "ONLY HERE" not in shown and "… and 1 more, see the page" in shown


def test_words_that_steer_a_terminal_do_not_reach_it() -> None:
    shown = summary(samples.bridge("\x1b[2J\x9b31m\x07[red]Bridge[/red]\r\n\u202ekcarc"))
    assert "\x1b" not in shown and "\x9b" not in shown and "\u202e" not in shown and "\r" not in shown
    assert "[red]Bridge[/red] kcarc" in shown


def test_colours_only_when_asked_for() -> None:
    assert "\x1b[" not in summary(samples.bridge())
    assert "\x1b[1;31mcontradiction" in summary(samples.bridge(), colour=True)


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, summary(samples.bridge(), width=width).splitlines())) <= width


@pytest.mark.parametrize(
    ("words", "limit", "keep", "shown"),
    [
        ("one two three", 20, None, "one two three"),
        ("one two three", 9, None, "one two …"),
        ("one two three four five", 10, "five", "… four five"),
        ("one two three four five", 12, "three", "… two three …"),
        ("onetwothree", 5, None, "onetw …"),
    ],
)
def test_long_words_are_cut_at_word_borders(words: str, limit: int, keep: str | None, shown: str) -> None:
    assert shortened(words, limit, keep) == shown


@given(st.text(alphabet="ab c", max_size=60).map(lambda text: " ".join(text.split())), st.integers(5, 30))
def test_what_is_shown_is_a_slice(words: str, limit: int) -> None:
    shown = shortened(words, limit).removeprefix("… ").removesuffix(" …")
    assert shown in words
    assert len(shown) <= limit
