"""Bounds around a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.amounts import VAGUE_PLURALS, Amount, amount_of


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("70", Amount(70, 70, 70)),
        ("no fewer than 70", Amount(70, 70, None)),
        ("no more than 70", Amount(70, None, 70)),
        ("almost 70", Amount(70, 63, 70)),
        ("around 70", Amount(70, 63, 77)),
        ("70-plus", Amount(70, 70, None)),
        ("5 to 10 million", Amount(10e6, 5e6, 10e6)),
        ("between 3 and 5", Amount(5, 3, 5)),
        ("about one", Amount(1, 0.9, 1.1)),
        ("scores", Amount(None, 40, 199)),
        ("hundreds of thousands", Amount(None, 200_000, 999_999)),
        ("a couple of", Amount(None, 2, 3)),
    ],
)
def test_words_bound_a_number(words: str, amount: Amount) -> None:
    assert amount_of(words) == amount


def test_words_without_a_number_are_no_amount() -> None:
    assert amount_of("at least as far") is None


def test_vague_plurals_do_not_begin_where_they_end() -> None:
    assert all(high is None or low < high for low, high in VAGUE_PLURALS.values())


@settings(max_examples=60)
@given(
    st.sampled_from(["", "at least ", "up to ", "nearly ", "about ", "some ", "exactly "]),
    st.integers(0, 10**9),
    st.sampled_from(["", " or so", " or more", " million"]),
)
def test_a_value_lies_within_its_bounds(before: str, number: int, after: str) -> None:
    amount = amount_of(f"{before}{number:,}{after}")
    assert amount is not None and amount.value is not None
    assert amount.low is None or amount.low <= amount.value
    assert amount.high is None or amount.value <= amount.high
