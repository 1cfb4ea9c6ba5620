"""One deed in two places."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.places import LIKELY, LIKELY_NEAR, LIKELY_TWO, compare_places

TABLE = [
    ("The fair opened in Norway.", "The fair opened in Sweden.", "tension"),
    ("The fair opened in Norway.", "The fair opened in Norway at noon.", None),
    ("The fair opened in Norway.", "The fair closed in Sweden.", None),
    ("The fair opened in Norway.", "The fair opened.", None),
    ("The fair opened in Norway.", "The fair opened in Sweden and Denmark.", None),
    ("The ship sank near Tarnbury Island.", "The ship sank near Tarnburn Island.", "contradiction"),
    ("The nurse spoke of stopping it in Africa.", "The nurse spoke of protecting America.", None),
    ("The envoy flew to Slovakia.", "The envoy flew to Slovenia.", "tension"),
    ("The ship sank near Maarib Island.", "The ship sank near Marib Island.", None),
    ("He landed at Joint Base Orvel.", "He landed at Orvel Air Force Base.", "variant"),
    ("He landed at North Tarn Airport.", "He landed at South Tarn Airport.", "tension"),
    ("The first stage fell into Norway.", "The second stage fell into Sweden.", None),
    ("The first stage fell into Norway.", "The first stage fell into Sweden.", "tension"),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_places_of_one_deed_differ_as_an_editor_would_say(one: str, other: str, severity: str | None) -> None:
    (a,), (b,) = event(one, other)
    finding = compare_places(a, b, 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_places_that_only_differ_need_a_likelier_pair_than_names_that_look_alike() -> None:
    (a,), (b,) = event(*TABLE[0][:2])
    assert compare_places(a, b, LIKELY, 0, 1) is not None
    assert compare_places(a, b, LIKELY - 0.01, 0, 1) is None
    (c,), (d,) = event(*TABLE[5][:2])
    assert compare_places(c, d, LIKELY_NEAR, 0, 1) is not None
    assert compare_places(c, d, LIKELY_NEAR - 0.01, 0, 1) is None


def test_names_that_one_report_holds_both_are_told_from_each_other() -> None:
    (a,), (b, _) = event(
        "The ship sank near Tarnbury Island.", "The ship sank near Tarnburn Island. Tarnbury Island is far."
    )
    assert compare_places(a, b, LIKELY_TWO, 0, 1) is not None
    assert compare_places(a, b, LIKELY_TWO - 0.01, 0, 1) is None


def test_a_land_and_what_is_of_it_are_no_two_places() -> None:
    (a, *_), (b, *_) = event("The firm comes from Lethonia.", "The firm comes from the Lethonian capital.")
    assert compare_places(a, b, 0.9, 0, 1) is None
