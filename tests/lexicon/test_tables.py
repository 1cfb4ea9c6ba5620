"""The tables are whole, folded, and agree with each other."""

from __future__ import annotations

import pytest

from rashomon.lexicon import tables


def test_every_country_is_known_by_its_own_name() -> None:
    assert len(tables.countries()) > 195
    assert all(tables.places()[name] == name for name in tables.countries())


def test_keys_are_folded() -> None:
    for entry in (*tables.given_names(), *tables.name_groups(), *tables.peoples()):
        assert entry == tables.key(entry)


@pytest.mark.parametrize(
    ("form", "name"), [("U.K.", "United Kingdom"), ("Burma", "Myanmar"), ("Conn.", "Connecticut"), ("Kyiv", "Kyiv")]
)
def test_other_names_lead_to_the_known_one(form: str, name: str) -> None:
    assert tables.places()[form] == name


def test_nicknames_share_the_gender_of_the_full_name() -> None:
    assert tables.given_names()["sasha"] == {"female", "male"}
    assert tables.given_names()["bill"] == {"male"}


def test_kinship_words_say_relation_and_gender() -> None:
    assert tables.kinship()["mother"] == ("mother of", "female")
    assert tables.kinship()["fiancée"] == tables.kinship()["fiancee"] == ("partner of", "female")


@pytest.mark.parametrize(
    ("word", "common"), [("tourists", True), ("agencies", True), ("losses", True), ("hallgren", False)]
)
def test_regular_plurals_are_common_too(word: str, common: bool) -> None:
    assert tables.is_common(word) is common


@pytest.mark.parametrize(
    ("table", "section"),
    [("titles", "front"), ("titles", "role"), ("organisations", "head"), ("places", "head"), ("not_names", "opening")],
)
def test_sections_hold_words(table: str, section: str) -> None:
    assert len(tables.words(table, section)) > 40
    assert "" not in tables.words(table, section)


def test_inhabitants_are_told_by_their_place() -> None:
    made = ("bostonians", "new yorkers", "floridians", "ohioans", "londoners", "virginians")
    assert all(tables.inhabitants(word) for word in made)
    assert not any(tables.inhabitants(word) for word in ("sanders", "evans", "turners", "boston", "parkers"))
