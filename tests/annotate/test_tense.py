"""Which way a clause looks."""

from __future__ import annotations

import pytest

from rashomon.annotate.tense import direction


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("The mill burned on DAY.", "past"),
        ("On DAY, the mill burned.", "past"),
        ("The mill was shut on DAY.", "past"),
        ("They swept the quay on DAY.", "past"),
        ("The mill will open on DAY.", "future"),
        ("On DAY, the mill will open.", "future"),
        ("Police said the mill would open on DAY.", "future"),
        ("The mill is scheduled to open on DAY.", "future"),
        ("She is running to lead the town in DAY.", "future"),
        ("The vote is set for DAY.", "future"),
        ("They clashed ahead of DAY.", "future"),
        ("The talks were extended until DAY.", "future"),
        ("The mill will stay closed until DAY.", "future"),
        ("The men will be heard on DAY.", "future"),
        ("She was hurt at work and must be taken home on DAY.", "future"),
        ("The mill is shut through DAY.", "future"),
        ("The owners are keeping the mill closed until DAY.", "future"),
        ("They have until DAY to pay.", "future"),
        ("He gave the owners until DAY to pay.", "future"),
        ("The mill was closed until DAY.", "past"),
        ("The owner could not be reached on DAY.", "past"),
        ("The mill has been closed since DAY.", "past"),
        ("The mill, a DAY landmark", "unknown"),
        ("Rallies may follow DAY's vote.", "unknown"),
        ("Mill burns DAY", "unknown"),
    ],
)
def test_the_verbs_tell(sentence: str, way: str) -> None:
    start = sentence.index("DAY")
    assert direction(sentence, start, start + 3) == way
