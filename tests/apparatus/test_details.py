"""What a statement has at hand: its state, its verb, its days, whether it tells of an earlier word."""

from __future__ import annotations

import pytest

from rashomon.annotate import annotate
from rashomon.apparatus.details import Detail, make_details
from rashomon.entities import resolve_entities
from rashomon.model import Document
from rashomon.statements import make_statements


def details_of(text: str, published: str | None = "2031-05-04") -> list[Detail]:
    document = Document("d-1", "1.txt", "", "text/plain", text, published=published, language="en")
    notes = annotate(document)
    entities, _ = resolve_entities([document], [notes])
    statements = make_statements(document, notes, entities, notes.quotes)
    made = make_details([document], [notes], statements, entities)
    assert [detail.statement for detail in made] == list(statements)
    return list(made)


@pytest.mark.parametrize(
    ("text", "predicate", "state"),
    [
        ("The bridge collapsed.", "collapse", "collapse"),
        ("The bridge had been closed.", "close", "close"),
        ("The bridge is open.", None, "open"),
        ("The bridge remains closed.", "remain", "close"),
    ],
)
def test_a_linking_verb_gives_its_state_to_what_it_links(text: str, predicate: str | None, state: str) -> None:
    detail = details_of(text)[0]
    assert (detail.predicate, detail.state) == (predicate, state)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Police had earlier said five people were missing.", True),
        ("Police initially put the toll at five.", True),
        ("The ministry corrected its figure to five.", True),
        ("Five people were missing, said the police.", False),
        ("The train left earlier than planned.", False),
    ],
)
def test_a_word_that_was_taken_back_is_an_earlier_one(text: str, earlier: bool) -> None:
    assert {detail.earlier for detail in details_of(text)} == {earlier}


def test_days_are_those_of_the_whole_sentence_and_of_no_other() -> None:
    details = details_of("The dam broke on 3 May 2031 and the mayor fled. The school was closed on 5 May 2031.")
    assert {detail.words: detail.days for detail in details} == {
        "The dam broke on 3 May 2031": ("2031-05-03",),
        "the mayor fled": ("2031-05-03",),
        "The school was closed on 5 May 2031": ("2031-05-05",),
    }


def test_around_a_statement_stand_the_entities_of_its_sentence() -> None:
    details = details_of("Ada Moor said that the gate was closed. Ivo Marn left.")
    gate = next(detail for detail in details if detail.words == "the gate was closed")
    assert gate.entities == ()
    assert [entity.name for entity in gate.around] == ["Ada Moor"]


def test_without_a_day_of_publication_there_is_none() -> None:
    assert details_of("The dam broke.", None)[0].published == ""
