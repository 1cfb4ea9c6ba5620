"""Whose a thing is."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.holders import compare_holders

TABLE = [
    ("The missiles hit two Danish bases", "The missiles struck a Norwegian base", True),
    ("The missiles hit two Danish bases", "The missiles struck Danish and Norwegian bases", False),
    ("The missiles hit two Danish bases", "The missiles struck a base near the coast", False),
    ("Rockets were fired at two Danish bases", "The army shelled Norwegian bases", True),
    ("The missiles hit a Danish base", "The missiles hit a second, Norwegian base", False),
    ("The missiles hit two Danish bases", "The general visited a Norwegian base", False),
    ("Gunmen seized a Greek tanker", "Gunmen seized a tanker of Cyprus", False),
    ("Gunmen seized a Greek tanker", "Gunmen seized Cyprus's tanker", True),
    ("Two Danish soldiers were hurt", "Two Norwegian soldiers were hurt", False),
    ("The drone was flying in Omani airspace", "It was hit in international airspace", True),
    ("The drone was flying in Omani airspace", "It was hit in the airspace of Oman", False),
    ("The trawler was in Portuguese waters", "The crew was freed in Spanish waters", True),
    ("The trawler was in Portuguese waters", "The Spanish crew was freed in the waters off the cape", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_a_thing_of_one_deed_is_not_of_two_countries(one: str, other: str, differ: bool) -> None:
    finding = compare_holders(*pair(one + ".", other + "."), 0.4, 0, 1)
    assert bool(finding) == differ


def test_less_likely_pairs_differ_only_in_waters_and_airspace() -> None:
    assert compare_holders(*pair("They hit a Danish base.", "They hit a Norwegian base."), 0.2, 0, 1) is None
    one, other = "The plane fell into Danish waters.", "The plane fell into international waters."
    finding = compare_holders(*pair(one, other), 0.2, 0, 1)
    assert finding is not None and finding.kind == "place"
