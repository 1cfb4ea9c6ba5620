"""Where sentences are cut: the table shows each clause on a line of its own, as a reader would mark it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clauses import cut_clauses

SENTENCES = [
    (
        "The mayor opened the bridge on Monday, and two buses crossed it.",
        ["The mayor opened the bridge on Monday", "two buses crossed it"],
    ),
    (
        "They were taken from the harbour and released the following spring.",
        ["They were taken from the harbour", "released the following spring"],
    ),
    (
        "The pilot, who had flown for ten years, survived the crash.",
        ["The pilot, who had flown for ten years, survived the crash", "who had flown for ten years"],
    ),
    (
        "While rescuers searched the river, police closed the road.",
        ["While rescuers searched the river", "police closed the road"],
    ),
    (
        "The council approved the plan; the ministry rejected it.",
        ["The council approved the plan", "the ministry rejected it"],
    ),
    (
        "She was freed on Friday after being held for nine weeks.",
        ["She was freed on Friday", "after being held for nine weeks"],
    ),
    ("Three dead in harbour fire", ["Three dead in harbour fire"]),
    ("The alarm was given at 5:20 a.m. by a guard.", ["The alarm was given at 5:20 a.m. by a guard"]),
    (
        "The deal failed in March, with the company closing both mines.",
        ["The deal failed in March", "with the company closing both mines"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_is_cut_where_a_reader_would_cut_it(sentence: str, expected: list[str]) -> None:
    assert [sentence[c.start : c.end] for c in cut_clauses(sentence, 0, len(sentence))] == expected


def test_the_range_limits_the_cut() -> None:
    text = "Ignore this. The dam broke. Ignore that."
    clauses = cut_clauses(text, 13, 27)
    assert [text[c.start : c.end] for c in clauses] == ["The dam broke"]


def test_a_clause_knows_its_verb() -> None:
    text = "Two men were not found."
    (clause,) = cut_clauses(text, 0, len(text))
    assert clause.verb is not None
    assert (clause.verb.base, clause.verb.negated, clause.verb.passive) == ("find", True, True)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_cut_into_ranges_of_itself(text: str) -> None:
    for clause in cut_clauses(text, 0, len(text)):
        words = text[clause.start : clause.end]
        assert words and words == words.strip()


@settings(max_examples=40)
@given(st.lists(st.sampled_from([s for s, _ in SENTENCES] + [", who", " and", ";", " —", " said"]), max_size=5))
def test_no_two_clauses_cross(pieces: list[str]) -> None:
    text = " ".join(pieces)
    clauses = cut_clauses(text, 0, len(text))
    for a in clauses:
        for b in clauses:
            apart = a.end <= b.start or b.end <= a.start
            nested = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or nested
