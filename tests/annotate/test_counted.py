"""The words for what is counted."""

from __future__ import annotations

import pytest

from rashomon.annotate.counted import counted_after, governor, is_plural, is_titled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 of the 72 barges were freed", "barges"),
        ("24 of its roughly 300 barges sank", "barges"),
        ("24 more people came", "people"),
        ("24 Tarran police officers came", "Tarran police officers"),
        ("24 people injured in the fire", "people injured"),
        ("24 missing children", "missing children"),
        ("24 dead, they said", "dead"),
        ("24 Swedes, a Dane", "Swedes"),
        ("24 of the town's boats", "town's boats"),
        ("24 in all", None),
        ("24 swam home", None),
        ("24, they said", None),
    ],
)
def test_the_phrase_after_a_number(text: str, words: str | None) -> None:
    found = counted_after(text, 2)
    assert (text[slice(*found)] if found else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire hit the quay, killing # there", "killing"),
        ("The death toll rose to #", "death toll"),
        ("The number of stolen boats stood at #", "stolen boats"),
        ("They came in #", None),
    ],
)
def test_the_words_before_a_number(text: str, words: str | None) -> None:
    found = governor(text, text.index("#"))
    assert (text[slice(*found)] if found else None) == words


def test_plurals() -> None:
    assert all(map(is_plural, ["boats", "policemen", "children", "crew", "others"]))
    assert not any(map(is_plural, ["boat", "virus", "glass", "news", "his"]))


def test_a_headline_is_known_by_its_capitals() -> None:
    assert is_titled("Police Arrest 8 After Blaze at Quay Leaves 4 Dead")
    assert not is_titled("Police arrested 8 people in Orrin after the blaze")
