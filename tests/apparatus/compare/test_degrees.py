"""How great one thing was, in words of degree."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.degrees import compare_degrees, tells_of_degrees

STORM = "The storm caused extensive damage in Orlind."
TABLE = [
    (STORM, "The storm caused no major damage in Orlind.", True),
    (STORM, "There was only minor damage in Orlind.", True),
    (STORM, "There was moderate damage, officials said.", True),
    (STORM, "The storm caused heavy damage.", False),
    (STORM, "The storm may cause minor damage in Orlind.", False),
    (STORM, "The storm caused minor damage in Velkan.", False),
    (STORM, "The storm caused no minor damage in Orlind.", False),
    ("The quake caused no major damage.", "The quake caused slight damage.", False),
    ("The quake caused minor to moderate damage.", "The quake caused moderate damage.", False),
    ("Ada Moor won by a narrow margin.", "Ada Moor won by a wide margin.", True),
    ("Turnout was high and the party won a narrow victory.", "The party won a crushing victory.", True),
    ("A small fire broke out on the ferry.", "A massive fire broke out on the ferry.", True),
    ("A small fire broke out on the ferry.", "Another massive fire broke out on the ferry.", False),
    ("The driver had minor injuries.", "A passenger had serious injuries.", False),
    ("The union called a small strike.", "The union called a large meeting.", False),
    ("The bridge was badly damaged.", "The bridge was slightly damaged.", True),
    ("The bridge was badly damaged.", "The tower was slightly damaged.", False),
    ("The bridge was badly damaged.", "The bridge was severely damaged.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_one_thing_of_two_degrees_differs(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = [
        compare_degrees(a, b, 0.5, 0, 1) for a in first for b in second if tells_of_degrees(a) and tells_of_degrees(b)
    ]
    assert any(found) == differ


def test_the_phrases_of_degree_are_the_values() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    finding = compare_degrees(a, b, 0.5, 0, 1)
    assert finding is not None
    assert (finding.kind, finding.severity) == ("scope", "tension")
    assert (finding.value_a, finding.value_b) == ("extensive damage", "no major damage")


def test_the_unlike_have_no_common_degree() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    assert compare_degrees(a, b, 0.05, 0, 1) is None
