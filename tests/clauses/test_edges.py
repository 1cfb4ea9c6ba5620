"""No range ends inside a word or a pair of marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clauses.edges import whole, without_marks


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Noor al-Sadi spoke", "Noor al", "Noor al-Sadi"),
        ("a dazed-looking man", "looking man", "dazed-looking man"),
        ("he worked-until he left", "he worked", "he worked"),
        ("a bad case-will be heard", "a bad case", "a bad case"),
        ("a dam—the oldest", "a dam", "a dam"),
        ('he was "glad to help" them', 'was "glad to help', 'was "glad to help"'),
        ("it made things “worse.”", "it made things “worse", "it made things “worse.”"),
        ("the “failed plan” ended", "failed plan” ended", "“failed plan” ended"),
        ('he was "glad" and left', "he was", "he was"),
    ],
)
def test_the_edge_moves_out_to_the_whole(text: str, part: str, expected: str) -> None:
    start = text.index(part)
    first, last = whole(text, start, start + len(part), 0, len(text))
    assert text[first:last] == expected


def test_the_edge_stays_within_its_bounds() -> None:
    assert whole('"glad"', 1, 5, 1, 5) == (1, 5)
    assert whole("al-Sadi", 0, 2, 0, 4) == (0, 4)


@given(st.text('ab-‑"“”., ', max_size=20), st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=60)
def test_it_only_grows(text: str, start: int, end: int) -> None:
    start, end = without_marks(text, min(start, len(text)), min(max(start, end), len(text)))
    if start < end:
        first, last = whole(text, start, end, 0, len(text))
        assert 0 <= first <= start < end <= last <= len(text)
