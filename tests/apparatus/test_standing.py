"""Whether what is told was, is, or is still to come."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.apparatus.standing import Standing, standing_of
from rashomon.model import Document, Span
from rashomon.statements import make_statements


def standings(text: str) -> list[Standing]:
    document = Document("d-1", "1.txt", "", "text/plain", text, published="2031-05-04", language="en")
    notes = annotate(document)
    return [standing_of(document, statement) for statement in make_statements(document, notes, (), notes.quotes)]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The bridge was closed on Monday.", "done"),
        ("The crew has left the island.", "done"),
        ("The mayor backed down on Monday.", "done"),
        ("The bridge is closed.", "present"),
        ("The bridge remains closed.", "present"),
        ("The drone threatened the ship.", "done"),
        ("The union threatened to strike.", "coming"),
        ("The council meets every week.", "present"),
        ("The bridge will be closed on Monday.", "coming"),
        ("The mayor is expected to resign on Monday.", "coming"),
        ("The mayor has agreed to resign.", "coming"),
        ("The plan would help the island.", "unreal"),
        ("The mayor should resign.", "unreal"),
        ("The mayor might resign.", "unreal"),
        ("The crew is trying to stop the leak.", "unreal"),
        ("The union is threatening to strike.", "coming"),
    ],
)
def test_a_predicate_tells_where_in_time_its_deed_stands(text: str, standing: Standing) -> None:
    assert standings(text)[0] == standing


def test_the_infinitive_of_a_headline_is_still_to_come() -> None:
    text = "Mayor Ona Reyes to resign after protests\n\nIt rained."
    head = Span("d-1", 0, text.index("\n"))
    document = Document("d-1", "1.txt", "", "text/plain", text, published="2031-05-04", language="en", headline=head)
    notes = annotate(document)
    first = make_statements(document, notes, (), notes.quotes)[0]
    assert (first.part, standing_of(document, first)) == ("headline", "coming")


def test_would_in_somebodys_words_is_still_to_come() -> None:
    assert standings("The mayor said she would resign.")[-1] == "coming"


@given(st.text(alphabet="abc IF ?!.'\n", max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_has_standings(text: str) -> None:
    assert set(standings(text)) <= {"done", "present", "coming", "unreal"}
