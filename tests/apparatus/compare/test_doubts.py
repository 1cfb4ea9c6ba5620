"""A deed left open beside its noun in one report, told as a fact in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.doubts import compare_doubts

FLAT = "Tomas Cole resigned over the affair with a singer."
TABLE = [
    (FLAT, "Tomas Cole resigned over an alleged affair with a singer.", "tension"),
    ("Tomas Cole committed suicide in his cell.", "Tomas Cole was found dead after an apparent suicide.", "variant"),
    (FLAT, "Tomas Cole resigned over an alleged bribe.", None),
    ("Tomas Cole resigned over allegations of an affair.", "Tomas Cole resigned over an alleged affair.", None),
    ("Tomas Cole had no affair.", "Tomas Cole resigned over an alleged affair.", None),
    ("The affair of Ada Moor ended in May.", "The alleged affair of Tomas Cole ended in May.", None),
    (FLAT, "Tomas Cole resigned over the alleged letter to a singer.", None),
    ("Ada Moor condemned the attack.", "Ada Moor condemned the suspected Dutch attack.", None),
    ("Ada Moor condemned the Dutch attack.", "Ada Moor condemned the suspected Dutch attack.", "tension"),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_a_word_of_doubt_beside_a_noun_differs_from_the_noun_alone(one: str, other: str, severity: str | None) -> None:
    first, second = event(one, other)
    found = [compare_doubts(a, b, 0.5, 0, 1) for a in first for b in second]
    assert next((finding.severity for finding in found if finding), None) == severity


def test_the_phrases_are_the_values() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    finding = compare_doubts(a, b, 0.5, 0, 1)
    assert finding is not None
    assert (finding.value_a, finding.value_b) == ("the affair with a singer", "an alleged affair with a singer")


FELL = "Tomas Cole fell from the bridge."
LIKELY = [
    (FELL, "The coroner said it was highly likely that Tomas Cole fell from the bridge.", True),
    (FELL, "Tomas Cole may have fallen from the bridge.", True),
    (FELL, "Tomas Cole may have fallen from a horse.", False),
    (FELL, "Ada Moor may have fallen from the bridge.", False),
    (FELL, "Tomas Cole is likely to fall from the bridge.", False),
    ("Tomas Cole did not fall from the bridge.", "Tomas Cole may have fallen from the bridge.", False),
    ("The ferry was hit by a mine.", "It is likely that the ferry was hit by an old mine.", True),
    ("The ferry was hit by a mine.", "It is likely that the ferry was hit by a wave.", False),
    ("The ferry was hit by a mine.", "If, as is likely, the ferry was hit by a mine, the insurer pays.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), LIKELY)
def test_what_is_likely_differs_from_what_is_told(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_doubts(a, b, 0.5, 0, 1) for a in first for b in second) == differ
