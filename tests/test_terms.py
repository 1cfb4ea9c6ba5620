"""Words as they are compared."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.terms import term, terms


def test_forms_of_one_word_meet() -> None:
    assert {term(word) for word in ("killed", "kills", "killing", "kill")} == {"kill"}
    assert {term(word) for word in ("city", "cities", "City")} == {"city"}


def test_function_words_and_cues_say_nothing() -> None:
    assert [term(word) for word in ("the", "said", "Mr", "had")] == [None] * 4


def test_a_hyphenated_word_is_its_halves() -> None:
    assert [form for form, _ in terms("the union-led strike")] == ["union", "lead", "strike"]


def test_accents_and_possessives_do_not_part_words() -> None:
    assert term("fiancée") == term("fiancee's")


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_each_term_stands_where_it_says(text: str) -> None:
    for _, word in terms(text):
        assert text[word.start : word.end] == word.text
