"""A number that was counted anew stands beside the old one."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.revisions import compare_revisions, revision

LATER = ("2031-05-04", "2031-05-05")


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Officials raised the death toll from nine to 12", (9, 12)),
        ("The number of injured rose to 140 from about 90", (90, 140)),
        ("The count of missing was revised from 40 to 38", (40, 38)),
        ("The toll rose to 12", None),
        ("The bus runs from nine to 12", None),
        ("Prices rose from 40 to 50 crowns", None),
    ],
)
def test_what_was_counted_anew_is_read(sentence: str, change: tuple[float, float] | None) -> None:
    one, _ = pair(sentence, sentence)
    assert revision(one) == change


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("Police put the marchers at 18,000", "Police raised their estimate from 18,000 to 22,000", True),
        ("The landslide left nine dead", "The toll of the dead was raised from nine to 12", True),
        ("The landslide left nine injured", "The toll of the dead was raised from nine to 12", False),
        ("The landslide left 12 dead", "The toll of the dead was raised from nine to 12", False),
        ("The landslide left eight dead", "The toll of the dead was raised from nine to 12", False),
    ],
)
def test_the_old_number_is_known_by_its_value(old: str, new: str, differ: bool) -> None:
    a, b = pair(old, new, LATER)
    found = compare_revisions(a, b, 0.5, 0, 1)
    assert (found is not None) == differ
    assert found is None or found.severity == "update"
    turned = compare_revisions(b, a, 0.5, 1, 0)
    assert (found is None) == (turned is None)
    if found and turned:
        assert (found.value_a, found.value_b) == (turned.value_b, turned.value_a)


def test_a_later_report_does_not_give_the_number_that_was_replaced_before() -> None:
    a, b = pair("The landslide left nine dead", "The toll of the dead was raised from nine to 12", LATER[::-1])
    assert compare_revisions(a, b, 0.5, 0, 1) is None
