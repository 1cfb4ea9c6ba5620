"""The lists of words agree with themselves and with the form in which reports are compared."""

from __future__ import annotations

import pytest

from rashomon.lexicon import framing, opposites
from rashomon.lexicon.measures import STATE_OF, VAGUE
from rashomon.terms import term


@pytest.mark.parametrize("table", [opposites.STATES, opposites.OUTCOMES])
def test_no_word_is_its_own_opposite(table: tuple[tuple[frozenset[str], frozenset[str]], ...]) -> None:
    assert not [left & right for left, right in table if left & right]


def test_outcomes_exclude_each_other_both_ways() -> None:
    for left, right in opposites.OUTCOMES:
        for one in left:
            for other in right:
                assert opposites.opposed(one, other) and opposites.opposed(other, one)


def test_a_state_is_overtaken_by_those_that_end_it_and_not_the_other_way_round() -> None:
    words = sorted(opposites.LASTING)
    for one in words:
        for other in words:
            ends = any(one in left and other in right for left, right in opposites.STATES)
            assert opposites.overtaken(one, other) == ends


def test_states_are_written_in_the_form_in_which_words_are_compared() -> None:
    words = {word for left, right in opposites.STATES + opposites.OUTCOMES for word in left | right}
    assert {word: term(word) for word in words if term(word) != word} == {}


def test_measures_are_written_in_the_form_in_which_words_are_compared() -> None:
    words = [piece for word in (*STATE_OF, *VAGUE) for piece in word.split("-") if piece != "taking"]
    assert {word: term(word) for word in words if term(word) not in (word, None)} == {}


def test_a_word_of_framing_stands_in_one_colour_of_its_family() -> None:
    for family in (*framing.FATES, *framing.HAPPENINGS, *framing.DEEDS):
        words = [word for colour in family for word in colour]
        assert len(words) == len(set(words)), family
        assert len(family) > 1


@pytest.mark.parametrize(
    ("plural", "one"), [("gunmen", "gunman"), ("parties", "party"), ("rebels", "rebel"), ("loss", "loss")]
)
def test_the_singular_of_a_noun(plural: str, one: str) -> None:
    assert framing.singular(plural) == one
