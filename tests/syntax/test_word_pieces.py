"""Words as a treebank cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.syntax.pieces import LONGEST, SHAPES, inputs_of, shape_of, windows, words_of


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ana Lint's ferry sank.", "Ana Lint 's ferry sank ."),
        ("They didn't pay and can't, or cannot.", "They did n't pay and ca n't , or can not ."),
        ("It’s “over”, he’d said", "It 's \" over \" , he 'd said"),
        ("a six-member team at 10:30 a.m.", "a six - member team at 10:30 a.m."),
        ("$1,200.50, or 5% more", "$ 1,200.50 , or 5 % more"),
        ("the U.S. and Dr. Moor", "the U.S. and Dr. Moor"),
        ("its 3rd win in the 1990s", "its 3rd win in the 1990s"),
        ("See https://halm.example/a?b=1 now!!", "See https://halm.example/a?b=1 now !!"),
        ("Sean O'Dell and the crews' boats", "Sean O'Dell and the crews ' boats"),
        ("", ""),
    ],
)
def test_words(text: str, cut: str) -> None:
    assert " ".join(word.text for word in words_of(text, 0, len(text))) == cut


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Before. The ferry sank."
    assert [text[w.start : w.end] for w in words_of(text, 8, len(text))] == ["The", "ferry", "sank", "."]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("ferry", "lower"),
        ("Ferry", "initial"),
        ("UN", "capitals"),
        ("McAllen", "mixed"),
        ("1990s", "lower"),
        ("1990", "digits"),
        (",", "mark"),
        ("Ж", "initial"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_each_word_knows_its_first_sub_word() -> None:
    words = words_of("Orvelhaven sank", 0, 15)
    inputs = inputs_of(words)
    assert inputs["firsts"].tolist()[0][0] == 1
    assert inputs["ids"].shape == inputs["shapes"].shape
    assert inputs["shapes"][0, 1] == SHAPES.index("initial")
    assert inputs["shapes"][0, -2] == SHAPES.index("lower")


def test_a_long_sentence_is_read_in_pieces() -> None:
    words = words_of("boat " * 600, 0, 3000)
    runs = windows(words)
    assert [word for run in runs for word in run] == words
    assert all(inputs_of(run)["ids"].size <= LONGEST for run in runs)


def test_a_word_of_any_length_fits() -> None:
    words = words_of("x" * 5000, 0, 5000)
    assert all(inputs_of(run)["ids"].size <= LONGEST for run in windows(words))


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_words_lie_in_order_and_leave_out_only_blanks(text: str) -> None:
    words = words_of(text, 0, len(text))
    at = 0
    for word in words:
        assert text[at : word.start].strip() == ""
        assert at <= word.start < word.end
        at = word.end
    assert text[at:].strip() == ""
