"""Numbers in words and figures: every number a speller writes is read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.number_words import NUMBER, ORDINAL, number_value, ordinal_value

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{spell(number // size)} {name}" + (f"{joint}{spell(rest)}" if rest else "")
    raise AssertionError


@settings(max_examples=60)
@given(st.integers(0, 9_999) | st.sampled_from([20_000, 300_000, 2_000_000, 5_000_300]))
def test_what_is_spelled_is_read_back(number: int) -> None:
    match = re.search(NUMBER, f"of {spell(number)} boats", re.IGNORECASE)
    assert match is not None and match.group() == spell(number)
    assert number_value(match.group()) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567", 1234567),
        ("4.35 million", 4350000),
        ("1.5bn", 1.5e9),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500000),
        ("5 1/2", 5.5),
        ("Twenty-One", 21),
    ],
)
def test_figures_and_magnitudes(text: str, value: float) -> None:
    match = re.search(NUMBER, text, re.IGNORECASE)
    assert match is not None and match.group() == text
    assert number_value(text) == value


@pytest.mark.parametrize("text", ["COVID-19", "G7", "MI5", "A320s", "1990s", "first", "tension", "someone"])
def test_a_number_inside_a_word_is_none(text: str) -> None:
    assert re.search(NUMBER, text, re.IGNORECASE) is None


@pytest.mark.parametrize(("text", "rank"), [("first", 1), ("35th", 35), ("twenty-first", 21), ("ninetieth", 90)])
def test_ranks(text: str, rank: int) -> None:
    match = re.search(ORDINAL, text, re.IGNORECASE)
    assert match is not None and match.group() == text
    assert ordinal_value(text) == rank
