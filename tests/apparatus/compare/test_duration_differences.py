"""Lengths of time of one thing."""

from __future__ import annotations

import pytest
from build import event, pair

from rashomon.apparatus.compare.durations import compare_durations

TABLE = [
    ("The strike lasted 12 days", "The strike lasted 21 days", True),
    ("The strike lasted 12 days", "The strike lasted two weeks", False),
    ("The strike lasted more than a year", "The strike lasted 498 days", False),
    ("The strike lasted more than a year", "The strike lasted 98 days", True),
    ("The strike lasted 46 to 57 months", "The strike lasted nearly five years", False),
    ("The strike lasted 46 to 57 months", "The strike lasted 80 months", True),
    ("The strike lasted 12 days", "The strike will begin 21 days later", False),
    ("The strike lasted 12 days", "The strike will last 21 days", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_lengths_differ_where_no_rounding_explains_it(one: str, other: str, differ: bool) -> None:
    finding = compare_durations(*pair(one, other), 0.9, 0, 1)
    assert bool(finding) == differ
    assert finding is None or (finding.kind, finding.severity) == ("duration", "contradiction")


TERMS = [
    ("Ole Brandt was sentenced to 15 years", "Brandt was sentenced to 10 years", True),
    ("Ole Brandt was sentenced to 15 years", "Mina Tarn was sentenced to 10 years", False),
    ("Ole Brandt was sentenced to 15 years", "Brandt was sentenced to more than 10 years", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TERMS)
def test_terms_are_compared_for_one_person(one: str, other: str, differ: bool) -> None:
    (a, *_), (b, *_) = event(f"{one}. Reporters were there.", f"{other}. Reporters were there.")
    assert bool(compare_durations(a, b, 0.2, 0, 1)) == differ


def test_less_and_more_than_one_length_are_in_tension() -> None:
    finding = compare_durations(
        *pair("The strike lasted nearly a year", "The strike lasted more than a year"), 0.9, 0, 1
    )
    assert finding is not None and finding.severity == "tension"
    assert compare_durations(*pair("The strike lasted nearly a year", "The strike lasted a year"), 0.9, 0, 1) is None


def test_how_long_somebody_was_in_one_place_is_told_by_more_than_one_verb() -> None:
    a, b = pair("Passengers were in the water for about 40 minutes.", "Some spent nearly two hours in the water.")
    found = compare_durations(a, b, 0.7, 0, 1)
    assert found is not None
    assert found.severity == "contradiction"


def test_nearly_a_time_is_not_any_shorter_time() -> None:
    a, b = pair(
        "The miners waited in the church for nearly five hours.", "The miners were in the church for four hours."
    )
    assert compare_durations(a, b, 0.7, 0, 1) is None


THINGS = [
    ("Both sides agreed to a 72-hour truce", "A five-day ceasefire has begun", True),
    ("Both sides agreed to a 72-hour truce", "A three-day ceasefire has begun", False),
    ("Both sides agreed to a 72-hour truce", "A five-day visit has begun", False),
    ("The nurses went on a two-day strike", "The five-day strike of the nurses shut wards", True),
    ("The clerks get two weeks' pay", "The clerks will receive three weeks' wages", True),
    ("The clerks get two weeks' pay", "The clerks will wait three weeks", False),
    ("A five-year-old boy was hurt", "A two-year-old boy was hurt", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), THINGS)
def test_lengths_of_one_thing_are_compared_whatever_the_verb(one: str, other: str, differ: bool) -> None:
    assert bool(compare_durations(*pair(one + ".", other + "."), 0.4, 0, 1)) == differ


PLEAS = [
    ("Prosecutors had asked for five years", "The state wanted six years", True),
    ("Prosecutors had asked for five years", "Her lawyers wanted six months", False),
    ("Prosecutors had asked for five years", "The court gave her six years", False),
    ("Her lawyer sought two years", "The defence asks for six months", True),
]


@pytest.mark.parametrize(("one", "other", "differ"), PLEAS)
def test_what_one_side_of_a_court_asks_for_is_compared(one: str, other: str, differ: bool) -> None:
    assert bool(compare_durations(*pair(one + ".", other + "."), 0.15, 0, 1)) == differ
