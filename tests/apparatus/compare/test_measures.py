"""Which numbers measure one thing, and how alike their statements must be."""

from __future__ import annotations

import pytest
from build import details, event, pair
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.compare.bounds import look_alike
from rashomon.apparatus.compare.fates import around, states
from rashomon.apparatus.compare.measures import (
    ALONE,
    LEADING,
    LOOK_ALIKE,
    MUCH_AROUND,
    NEVER,
    SAME_NOUN,
    SAME_STATE,
    happen_apart,
    is_rest,
    is_whole,
    least_likelihood,
    with_doer,
)

ALIKE = [
    (48_500_000, 45_800_000, True),
    (1988, 1998, True),
    (415, 425, True),
    (4.25, 4.26, True),
    (415, 415, False),
    (41, 14, False),
    (415, 426, False),
    (415, 4151, False),
    (4150, 4250, True),
    (123, 231, False),
]


@pytest.mark.parametrize(("one", "other", "alike"), ALIKE)
def test_numbers_that_a_slip_of_the_pen_parts_look_alike(one: float, other: float, alike: bool) -> None:
    assert look_alike(one, other) == look_alike(other, one) == alike


def test_an_unknown_number_looks_like_none() -> None:
    assert not look_alike(None, 415)


@settings(max_examples=60)
@given(st.integers(100, 99_999), st.integers(100, 99_999))
def test_looking_alike_is_one_digit_changed_or_two_swapped(one: int, other: int) -> None:
    """The definition tried out: every digit changed, every two digits swapped."""
    a, b = (str(n).strip("0") for n in (one, other))
    changed = {a[:i] + digit + a[i + 1 :] for i in range(len(a)) for digit in "0123456789"}
    swapped = {a[:i] + a[j] + a[i + 1 : j] + a[i] + a[j + 1 :] for i in range(len(a)) for j in range(i + 1, len(a))}
    expected = a != b and len(a) == len(b) >= 3 and b in changed | swapped
    assert look_alike(one, other) == expected


FLOOD = "Five people died in the flood."
APART = [
    ("The dam broke on 3 May 2031.", "The dam broke on 9 May 2031.", False),
    ("The dam broke on 3 May 2031.", "The dam broke on 3 May 1987.", True),
    ("The dam broke in 1987.", "The dam broke on 3 May 2031.", True),
    ("The dam broke on 3 May 1987, and again on 5 May 2031.", "The dam broke on 3 May 2031.", False),
    ("The dam broke in 1987.", FLOOD, True),
    ("The dam broke.", FLOOD, False),
]


@pytest.mark.parametrize(("one", "other", "apart"), APART)
def test_happenings_of_other_years_are_apart(one: str, other: str, apart: bool) -> None:
    assert happen_apart(*pair(one, other)) == apart


def test_without_any_day_nothing_is_apart() -> None:
    assert not happen_apart(*pair("The dam broke.", "The dam broke in 1987.", (None, None)))


def numbers(text: str, test: object) -> list[bool]:
    (detail,) = details(text)
    return [test(detail, quantity) for quantity in detail.quantities]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("24 of the 59 miners are alive", [False, True]),
        ("24 miners and 59 guards are alive", [False, False]),
        ("59 miners are alive", [False]),
    ],
)
def test_a_whole_is_the_number_that_a_part_is_taken_from(text: str, whole: list[bool]) -> None:
    assert numbers(text, is_whole) == whole


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("two other women were hurt", [True]),
        ("three more people were hurt", [True]),
        ("she wrote to six new countries", [True]),
        ("the other two people were hurt", [True]),
        ("more than 30 people were hurt", [False]),
        ("30 people were hurt", [False]),
    ],
)
def test_others_are_counted_beside_somebody(text: str, rest: list[bool]) -> None:
    assert numbers(text, is_rest) == rest


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The storm killed five people", {"dead"}),
        ("12 people were wounded", {"injured"}),
        ("There were 12 survivors", {"alive"}),
        ("The ship carried 24 sailors", set()),
    ],
)
def test_the_state_counted_is_named_by_noun_or_verb(text: str, state: set[str]) -> None:
    (detail,) = details(text)
    assert states(detail, detail.quantities[0]) == state


def test_words_around_a_number_end_at_the_next_number() -> None:
    (detail,) = details("The ship carried 24 sailors and 31 lorries")
    assert [sorted(around(detail, quantity)) for quantity in detail.quantities] == [
        ["carry", "sailor", "ship"],
        ["lorry"],
    ]


LEAST = [
    ("Five people were killed in the flood", "The flood killed seven people", LEADING),
    ("Two people were taken to two hospitals", "Four people are in hospital", NEVER),
    ("The ship carried 24 sailors", "On board were 31 sailors", SAME_NOUN),
    ("The bridge cost $48.5 million", "The town paid $45.8 million", LOOK_ALIKE),
    ("The town paid $30 million for the old bridge", "For the old bridge the town paid $90 million", MUCH_AROUND),
    ("Five people were killed", "Five people were injured", NEVER),
    ("The ship carried 24 sailors", "The ship carried 24 lorries", NEVER),
    ("The bridge is 40 metres long", "The bridge is 40 years old", NEVER),
    ("Two people were killed", "Two more people were killed", NEVER),
    ("The town raised $30 million in the third quarter", "The town raised $46 million in the fourth quarter", NEVER),
]


@pytest.mark.parametrize(("one", "other", "least"), LEAST)
def test_the_stronger_the_sign_the_less_likeness_is_asked(one: str, other: str, least: float) -> None:
    a, b = pair(one, other)
    assert least_likelihood(a, a.quantities[0], b, b.quantities[0]) == least
    assert least_likelihood(b, b.quantities[0], a, a.quantities[0]) == least


def test_the_whole_of_a_part_is_not_the_part_of_another() -> None:
    a, b = pair("24 of the 59 miners are alive", "31 miners are alive")
    assert least_likelihood(a, a.quantities[0], b, b.quantities[0]) < NEVER
    assert least_likelihood(a, a.quantities[1], b, b.quantities[0]) == NEVER


def test_far_from_the_beginning_of_a_report_tolls_must_be_more_alike() -> None:
    lead, later = pair("Five people were killed in the flood", "\n\n" * 500 + "The flood killed seven people")
    assert least_likelihood(lead, lead.quantities[0], later, later.quantities[0]) == SAME_STATE


def test_a_toll_of_two_places_is_not_that_of_one() -> None:
    (one,), (other,) = event(
        "The floods killed 31 people in Cardiff and Swansea.", "Torrents killed 22 people in Swansea."
    )
    assert least_likelihood(one, one.quantities[0], other, other.quantities[0]) == NEVER


def test_whoever_did_it_is_counted_when_he_is_among_them() -> None:
    (detail,) = details("Eight people died on the train, the killer among them")
    assert with_doer(detail, detail.quantities[0]) is True


WORDS = [
    ("The harbour town has 40 police officers", "The harbour town has 30 policemen", SAME_NOUN),
    ("The couple paid for a school for three children", "The couple paid for a school for two kids", SAME_NOUN),
    (
        "About 300 people came to Mill Square for the vigil",
        "Some 200 people, by a police estimate, stood in Mill Square",
        ALONE,
    ),
    ("About 300 people came to Mill Square", "Some 200 people slept in a church", NEVER),
    ("The couple have three children", "The couple have two boats", NEVER),
]


@pytest.mark.parametrize(("one", "other", "least"), WORDS)
def test_words_for_one_kind_of_people_count_the_same(one: str, other: str, least: float) -> None:
    a, b = pair(one, other)
    assert least_likelihood(a, a.quantities[0], b, b.quantities[0]) == least


def test_what_two_known_doers_did_is_counted_apart() -> None:
    (one,), (other,) = event("Ada Moor won six seats.", "Tomas Cole won nine seats.")
    assert least_likelihood(one, one.quantities[0], other, other.quantities[0]) == NEVER
    (one,), (other,) = event("Ada Moor won six seats.", "Ada Moor won nine seats.")
    assert least_likelihood(one, one.quantities[0], other, other.quantities[0]) == SAME_NOUN
