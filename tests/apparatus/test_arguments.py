"""The phrases beside a verb."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "compare"))

from build import event

TABLE = [
    ("The guard found the key.", {"subject": "guard", "object": "key"}),
    ("The key was found by a guard.", {"subject": "key", "by": "guard"}),
    ("The guard is accused of stealing the key.", {"subject": "guard", "of": "steal"}),
    ("The guard who found the key left.", {"subject": "guard", "object": "key"}),
    ("The guard pleaded guilty to theft.", {"subject": "guard", "to": "theft"}),
]


@pytest.mark.parametrize(("text", "roles"), TABLE)
def test_each_phrase_stands_under_its_role(text: str, roles: dict[str, str]) -> None:
    ((first, *_),) = event(text)
    assert {argument.role: argument.head for argument in first.arguments} == roles


def test_a_pronoun_stands_for_whom_it_takes_up() -> None:
    (details,) = event("Ada Moor won the vote. She thanked her voters.")
    assert details[-1].arguments[0].entities == details[0].arguments[0].entities != frozenset()


def test_coordinated_nouns_are_joined() -> None:
    ((first, *_),) = event("The mayor and his wife bought the house.")
    subject = first.arguments[0]
    assert (subject.joined, subject.many) == (("mayor", "wife"), True)


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="abc ABC.,'\n", max_size=60))
def test_arguments_are_slices_without_blanks_at_the_edges(text: str) -> None:
    for detail in event("The cat sat. " + text)[0]:
        for argument in detail.arguments:
            held = detail.document.text[argument.span.start : argument.span.end]
            assert held and held == held.strip()
