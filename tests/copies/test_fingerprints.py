"""Words and hashes in whole columns: the same as word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies.fingerprints import grams, word_keys, word_ranges
from rashomon.text import words

PIECES = st.lists(st.sampled_from([*"aZß9٣½-'’‑.,_ \n–“é堰𝔸😀", "ab", "co-op", "1,200.5", "don’t"]), max_size=25).map(
    "".join
)


def ranges_by_hand(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(word.start, word.end) for start, end in kept for word in words(text, start, end)]


@pytest.mark.parametrize(
    "text", ["", "a", "co-op's 1,200.5 m", "B12", "-a- 'b' 3.", "rock ’n’ roll", "x_y", "5-year-old"]
)
def test_words_are_found_where_they_stand(text: str) -> None:
    starts, ends = word_ranges(text, [(0, len(text))])
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == ranges_by_hand(text, [(0, len(text))])


@settings(max_examples=60, deadline=None)
@given(PIECES | st.text(max_size=40), st.integers(0, 12), st.integers(0, 12))
def test_words_are_those_of_the_slow_way(text: str, start: int, size: int) -> None:
    kept = [(a, b) for a, b in ((0, min(start, len(text))), (start + size + 1, len(text))) if a < b]
    starts, ends = word_ranges(text, kept)
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == ranges_by_hand(text, kept)


@pytest.mark.parametrize("size", range(1, 12))
def test_words_in_a_row_are_the_digits_of_a_number(size: int) -> None:
    found = grams(np.arange(10, 20, dtype=np.uint64), size).tolist()
    rows = [range(10 + start, 10 + start + size) for start in range(10 - size + 1)]
    step = 0xD6E8FEB86659FD93
    assert found == [sum(word * step ** (size - 1 - place) for place, word in enumerate(row)) % 2**64 for row in rows]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Straße", "STRAßE", True),
        ("ΝΈΟΣ", "νέος", True),
        ("mayor’s", "Mayor's", True),
        ("gate", "gates", False),
        ("İ", "i", False),
    ],
)
def test_words_are_hashed_as_they_are_compared(one: str, other: str, same: bool) -> None:
    keys, starts, cut = word_keys(f"{one} {other}", [(0, len(one) + len(other) + 1)])
    assert (keys[0] == keys[1]) is np.bool_(same)
    assert (starts.tolist(), cut.tolist()) == ([0, len(one) + 1], [False, False])
