"""Seats of power: a building where somebody is, a government where it speaks."""

from __future__ import annotations

import pytest

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.entities import resolve_entities
from rashomon.lexicon.tables import countries, seats
from rashomon.model import Annotations, Document
from rashomon.syntax import read_trees


def read(text: str) -> tuple[Document, Annotations]:
    document = Document("d0", "d0.txt", "0" * 64, "text/plain", text)
    sentences = find_sentences(document)
    trees = read_trees(document, sentences)
    return document, Annotations("d0", sentences, find_mentions(document, sentences, trees), trees=trees)


def kinds(text: str, seat: str) -> list[str]:
    document, notes = read(text)
    return [m.kind for m in notes.mentions if document.text[m.span.start : m.span.end] == seat]


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("She met the farmers at the White House on Monday.", "White House"),
        ("They left the Blue House after an hour.", "Blue House"),
        ("Marn visited Downing Street on Monday.", "Downing Street"),
        ("The Kremlin meeting lasted an hour.", "Kremlin"),
        ("She received them at the Kremlin in Moscow.", "Kremlin"),
        ("Crowds gathered outside the Pentagon.", "Pentagon"),
        ("They talked on the lawn of Rideau Hall.", "Rideau Hall"),
        ("The envoys went to the White House by bus.", "White House"),
    ],
)
def test_a_seat_where_somebody_is_is_a_place(text: str, seat: str) -> None:
    assert kinds(text, seat) == ["place"]


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("The White House said nothing on Monday.", "White House"),
        ("A statement from the Blue House denied it.", "Blue House"),
        ("The Kremlin's strategy failed.", "Kremlin"),
        ("Downing Street has not answered.", "Downing Street"),
        ("The plan was sent to the Pentagon for approval.", "Pentagon"),
        ("A Pentagon spokesman would not say more.", "Pentagon"),
        ("They want to hear it from the Kremlin.", "Kremlin"),
    ],
)
def test_a_seat_that_speaks_or_acts_is_a_government(text: str, seat: str) -> None:
    assert kinds(text, seat) == ["organisation"]


def test_the_building_and_the_government_are_two() -> None:
    document, notes = read("The Kremlin denied it. She met them at the Kremlin. The Kremlin refused to say more.")
    entities, _ = resolve_entities([document], [notes])
    assert sorted((e.name, e.kind, len(e.forms[0].spans)) for e in entities) == [
        ("Kremlin", "organisation", 2),
        ("Kremlin", "place", 1),
    ]


def test_every_seat_has_a_country() -> None:
    assert set(seats().values()) <= countries()
