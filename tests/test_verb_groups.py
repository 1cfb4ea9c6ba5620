"""Verb groups: what is one, and what its words say."""

from __future__ import annotations

import pytest

from rashomon.verb_groups import tokens, verb_groups

GROUPS = [
    ("The ferry had been held for two days.", ["had been held"]),
    ("Police did not confirm the report.", ["did not confirm"]),
    ("The wounded were taken to hospital.", ["were taken"]),
    ("Talks will resume on Monday.", ["will resume"]),
    ("The alleged driver fled.", ["fled"]),
    ("Officials meet the families.", ["meet"]),
    ("A red building in the morning", []),
    ("The court hasn't ruled.", ["hasn't ruled"]),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_verb_groups_are_found(text: str, expected: list[str]) -> None:
    assert [text[v.start : v.end] for v in verb_groups(tokens(text, 0, len(text)))] == expected


def test_a_group_tells_voice_negation_and_modal() -> None:
    text = "The bridge may not be opened."
    (verb,) = verb_groups(tokens(text, 0, len(text)))
    assert (verb.base, verb.passive, verb.negated, verb.modal) == ("open", True, True, "may")


def test_a_participle_alone_is_not_finite() -> None:
    text = "The firm fell, closing two mines."
    assert [v.finite for v in verb_groups(tokens(text, 0, len(text)))] == [True, False]
