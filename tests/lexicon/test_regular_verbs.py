"""Regular verbs that only their endings give away."""

from __future__ import annotations

import pytest

from rashomon.lexicon.verbs import lemma
from rashomon.terms import term


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("murdered", "murder"),
        ("murdering", "murder"),
        ("diagnosed", "diagnose"),
        ("buried", "bury"),
        ("robbed", "rob"),
        ("collided", "collide"),
        ("blamed", "blame"),
        ("shelling", "shell"),
    ],
)
def test_an_ending_tells_the_verb(form: str, base: str) -> None:
    assert lemma(form) == base
    assert term(form) == term(base) == base


@pytest.mark.parametrize("noun", ["plots", "ships", "label", "blast"])
def test_what_may_be_a_noun_is_no_verb_without_an_ending(noun: str) -> None:
    assert lemma(noun) is None


@pytest.mark.parametrize("word", ["hundred", "wedding", "housing", "during"])
def test_nouns_that_end_alike_stay_what_they_are(word: str) -> None:
    assert lemma(word) in (None, "hundr")
