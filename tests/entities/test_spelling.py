"""Words of names compared across spellings, with the reason in fixed words."""

from __future__ import annotations

import pytest

from rashomon.entities.person_names import read_name
from rashomon.entities.spelling import family, family_gender, given_likeness, likeness


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Marn", "Márn", "same spelling"),
        ("Gousarin", "Gusarin", "transliteration"),
        ("Kharin", "Harin", "transliteration"),
        ("Yevgenia", "Evgenia", "transliteration"),
        ("Vasili", "Vasily", "transliteration"),
        ("Lotti", "Loti", "transliteration"),
        ("Трофимов", "Trofimov", "same spelling"),
        ("Dramović", "Dramovitch", "transliteration"),
        ("Dramowitsch", "Dramovich", "transliteration"),
        ("Djamir", "Jamir", "transliteration"),
        ("Redhouan", "Redwan", "transliteration"),
        ("Chrastin", "Krastin", "transliteration"),
        ("Karel", "Karl", "spelling"),
        ("Marina", "Marena", "spelling"),
        ("Marn", "Moor", "different"),
    ],
)
def test_why_two_words_are_alike(a: str, b: str, why: str) -> None:
    assert likeness(a, b)[1] == why
    assert likeness(b, a) == likeness(a, b)


def test_two_known_given_names_of_two_other_letters_are_two() -> None:
    assert given_likeness("Hassan", "Hussain") == (0.3, "two given names")
    assert given_likeness("Mohammed", "Muhammad")[0] > 0.7


@pytest.mark.parametrize(("a", "b"), [("Bill", "William"), ("Kolya", "Nikolai"), ("Dick", "Richard"), ("Pepe", "José")])
def test_nicknames(a: str, b: str) -> None:
    assert given_likeness(a, b)[1] == "nickname"


@pytest.mark.parametrize(
    ("name", "male", "gender"),
    [
        ("Dramova", "dramov", "female"),
        ("Dramov", "dramov", "male"),
        ("Wisnieska", "wisnieski", "female"),
        ("Moor", "moor", None),
    ],
)
def test_family_names_of_women_and_men(name: str, male: str, gender: str | None) -> None:
    assert family(name) == male
    assert family_gender(name) == gender


@pytest.mark.parametrize(
    ("form", "given", "last", "suffix"),
    [
        ("Ivo “Dragan” Marn", ("Ivo", "Dragan"), "Marn", ""),
        ("Jo L. Marn Jr.", ("Jo", "L."), "Marn", "jr"),
        ("Ursula van der Brecken", ("Ursula",), "van der Brecken", ""),
    ],
)
def test_parts_of_a_name(form: str, given: tuple[str, ...], last: str, suffix: str) -> None:
    name = read_name(form)
    assert (name.given, name.family, name.suffix) == (given, last, suffix)
