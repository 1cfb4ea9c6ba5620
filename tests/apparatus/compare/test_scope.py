"""How far a statement reaches: causes, offences, whom an act reached, and until when."""

from __future__ import annotations

import pytest
from build import event
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.compare.scope import compare_scope

TABLE = [
    ("The fire was sparked by a broken cable.", "The fire was sparked by lightning.", "scope"),
    ("The fire was sparked by a broken cable.", "The fire was sparked by an old cable.", None),
    ("The fire was sparked by a broken cable.", "The strike was sparked by low wages.", None),
    ("Ada Moor pleaded guilty to bribery.", "Ada Moor pleaded guilty to one fraud charge.", "scope"),
    ("Ada Moor pleaded guilty to bribery.", "Ada Moor pleaded guilty to one bribery charge.", None),
    ("Ada Moor pleaded guilty to bribery.", "Tomas Cole pleaded guilty to fraud.", None),
    ("Ada Moor pleaded guilty to charges of fraud.", "Ada Moor pleaded guilty to one count of fraud.", "number"),
    ("She admitted 20 counts, including theft and arson.", "She admitted 20 counts of arson and fraud.", "scope"),
    ("She admitted 20 counts, including theft and arson.", "She admitted 20 counts including theft.", None),
    ("She admitted 20 counts, including theft and arson.", "She admitted 12 counts of arson and fraud.", None),
    ("The minister praised the army for rescuing the man.", "The minister praised the army for their rescue.", "scope"),
    ("The minister praised the army for rescuing the man.", "The minister praised the army for his rescue.", None),
    ("The mayor helped free all the sailors.", "The mayor helped free the other fishermen.", "scope"),
    ("The minister called on all nations to help.", "The minister called on other countries to help.", None),
    ("The members of the cell are all affiliated with the league.", "The members include other factions.", None),
    ("The hall counted votes every day.", "The hall counted other papers.", None),
    ("Crews fought several other fires.", "Crews fought several other blazes.", None),
    ("The court heard some arguments.", "The court heard other key cases.", None),
    ("The mayor praised some sitting in the hall.", "The mayor praised other sailors.", None),
    ("The line suspended all sailings until Friday.", "All sailings were suspended until further notice.", "scope"),
    ("The line suspended all sailings until Friday.", "The line suspended all sailings until Saturday.", None),
]


@pytest.mark.parametrize(("one", "other", "kind"), TABLE)
def test_statements_of_one_action_reach_differently(one: str, other: str, kind: str | None) -> None:
    (a, *_), (b, *_) = event(one, other)
    findings = [compare_scope(a, b, 0.9, 0, 1), compare_scope(b, a, 0.9, 1, 0)]
    assert [finding and finding.kind for finding in findings] == [kind, kind]


@pytest.mark.parametrize(("one", "other", "kind"), TABLE)
def test_different_reach_is_never_more_than_a_tension(one: str, other: str, kind: str | None) -> None:
    (a, *_), (b, *_) = event(one, other)
    finding = compare_scope(a, b, 0.9, 0, 1)
    assert finding is None or finding.severity == "tension"


def test_unlikely_pairs_are_left_alone() -> None:
    (a, *_), (b, *_) = event(*TABLE[0][:2])
    assert compare_scope(a, b, 0.001, 0, 1) is None


WORDS = (
    "Ada Moor pleaded guilty to one two counts charges until Friday by fire his their release often event . ,".split()
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
)
def test_any_words_are_compared_alike_both_ways(one: list[str], other: list[str]) -> None:
    reports = event(" ".join(one), " ".join(other))
    for a in reports[0]:
        for b in reports[1]:
            there, back = compare_scope(a, b, 0.9, 0, 1), compare_scope(b, a, 0.9, 1, 0)
            assert (there is None) == (back is None)
