"""A deed doubted in one report and stated in the other; a claim that nobody confirmed."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.attribution import compare_attribution

FLAT = "Tomas Cole stole the paintings in May."
CLAIM = "The Orlind Rebel Army claimed responsibility for the attack."
TABLE = [
    (FLAT, "Tomas Cole allegedly stole the paintings in May.", "tension"),
    (FLAT, "Tomas Cole reportedly stole the paintings in May.", "variant"),
    (FLAT, "Tomas Cole is accused of stealing the paintings.", "tension"),
    (FLAT, "Police suspect Tomas Cole of stealing the paintings.", "tension"),
    (FLAT, "Tomas Cole is accused of selling the paintings.", None),
    (FLAT, "Tomas Cole is accused of stealing a car.", None),
    (FLAT, "Ada Moor is accused of stealing the paintings.", None),
    (FLAT, "Ada Moor accused Tomas Cole of stealing the paintings.", None),
    (FLAT, "Tomas Cole stole the paintings at night.", None),
    (CLAIM, "Officials have not confirmed a link with the Orlind Rebel Army.", "tension"),
    (CLAIM, "Officials did not name a suspect or confirm a link with the Orlind Rebel Army.", "tension"),
    (CLAIM, "Officials have confirmed a link with the Orlind Rebel Army.", None),
    (CLAIM, "Officials have not confirmed a link with the Velkan Liberation Front.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_what_is_not_proven_differs_from_what_is_stated(one: str, other: str, severity: str | None) -> None:
    first, second = event(one, other)
    found = [compare_attribution(a, b, 0.5, 0, 1) for a in first for b in second]
    assert next((finding.severity for finding in found if finding), None) == severity


def test_the_words_that_leave_it_open_are_the_value_of_their_side() -> None:
    (a, *_), (b, *_) = event(TABLE[2][1], FLAT)
    finding = compare_attribution(a, b, 0.5, 0, 1)
    assert finding is not None
    assert (finding.value_a, finding.value_b) == ("accuse of", "stated")


SPENT = "Tomas Cole is accused of spending $90,000 of campaign money."
OWNED = [
    (SPENT, "Tomas Cole pleaded guilty to spending $90,000 of campaign money.", True),
    (SPENT, "Tomas Cole pleaded guilty to arson.", False),
    (SPENT, "Ada Moor pleaded guilty to spending $90,000 of campaign money.", False),
    (SPENT, "Tomas Cole did not admit spending campaign money.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), OWNED)
def test_an_accusation_differs_from_what_was_admitted(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [compare_attribution(a, b, 0.3, 0, 1) for a in first for b in second]
    assert any(finding and "guilty" in finding.why for finding in found) == differ


DRIVER = "The driver killed six people on the bridge."
TOLD = [
    (DRIVER, "Tomas Cole is accused of killing six people and wounding nine.", "tension"),
    (DRIVER, "Tomas Cole is believed to have killed six people.", "tension"),
    ("The storm killed six people on the bridge.", "Tomas Cole is accused of killing six people.", None),
    (DRIVER, "Tomas Cole is accused of killing a dog.", None),
    ("Ada Moor killed six people on the bridge.", "Tomas Cole is accused of killing six people.", None),
    ("Six people were killed on the bridge.", "Tomas Cole is accused of killing six people.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TOLD)
def test_one_report_may_name_the_doer_whom_the_other_only_describes(one: str, other: str, severity: str | None) -> None:
    first, second = event(one, other)
    found = [compare_attribution(a, b, 0.5, 0, 1) for a in first for b in second]
    assert next((finding.severity for finding in found if finding), None) == severity


TOLL = "The shelling killed 40 people in Orlind."
PARTIES = [
    (TOLL, "The rebel-run health office said the shelling had killed 40 people.", "tension"),
    (TOLL, "State television said the shelling had killed 40 people.", "tension"),
    (TOLL, "The mayor claimed that the shelling had killed 40 people.", "tension"),
    (TOLL, "The mayor said that the shelling had killed 40 people.", "variant"),
    (TOLL, "The rebel-run health office said the shelling had stopped.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), PARTIES)
def test_the_word_of_a_party_weighs_less_than_a_fact(one: str, other: str, severity: str | None) -> None:
    first, second = event(one, other)
    found = [compare_attribution(a, b, 0.9, 0, 1) for a in first for b in second]
    assert next((finding.severity for finding in found if finding), None) == severity
