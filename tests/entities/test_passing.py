"""References by party and home, by age and as a couple: linked with one candidate, open with two."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from named_events import event_of, resolved
from rashomon.entities import resolve_entities
from rashomon.entities.passing import by_age
from rashomon.entities.traits import Traits
from rashomon.model import Document


def described(*texts: str) -> dict[str, list[str]]:
    return {e.name: [d.text for d in e.descriptions] for e in resolved(*texts)[0] if e.descriptions}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Ada Moor (D-Ill.) spoke. The Illinois Democrat then left.",), {"Ada Moor": ["The Illinois Democrat"]}),
        (
            ("Sen. Ada Moor spoke. Ivo Marn left. Later the Texas Republican laughed.", "Ivo Marn, R-Texas, left."),
            {"Ivo Marn": ["the Texas Republican"]},
        ),
        (
            ("Republican Rep. Ada Moor of Ohio spoke. The Ohio Republican then left.",),
            {"Ada Moor": ["The Ohio Republican"]},
        ),
        (("Jo Dorn, 39, spoke. The 39-year-old then left.",), {"Jo Dorn": ["The 39-year-old"]}),
        (
            ("The 39-year-old Jo Dorn spoke with Ada Moor, 41. The 41-year-old woman left.",),
            {"Ada Moor": ["The 41-year-old"]},
        ),
    ],
)
def test_one_candidate_is_linked(texts: tuple[str, ...], expected: dict[str, list[str]]) -> None:
    assert described(*texts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moor (D-Ill.) and Ivo Marn (D-Ill.) spoke. The Illinois Democrat then left.",
        "Ada Moor (D-Ill.) spoke. The Ohio Democrat then left.",
        "Ada Moor (D-Ill.) told The Illinois Democrat that she would run.",
        "Jo Dorn, 39, spoke with Ada Moor, 39. The 39-year-old then left.",
        "Jo Dorn, 39, spoke. The 39-year-old law was old.",
        "Jo Dorn, 39, spoke. A 39-year-old was hurt. The 39-year-old then left.",
        "Peter Hall met Ada Moor. The couple left.",
    ],
)
def test_two_candidates_or_none_are_left_open(text: str) -> None:
    assert described(text) == {}


def test_the_couple_are_both_of_the_one_pair() -> None:
    found = described("Peter Hall and his wife, Susan Hall, came. The couple left. A couple of friends stayed.")
    assert found == {"Peter Hall": ["The couple"], "Susan Hall": ["The couple"]}


def test_of_two_pairs_none_is_the_couple() -> None:
    text = "Peter Hall and his wife, Susan Hall, met Ivo Marn and his wife, Ada Marn. The couple left."
    assert not any("couple" in form for forms in described(text).values() for form in forms)


@given(st.lists(st.sampled_from([20, 30, 40]), min_size=1, max_size=4), st.sampled_from([20, 30, 40]))
@settings(max_examples=30, deadline=None)
def test_an_age_has_the_person_that_trying_all_finds(ages: list[int], asked: int) -> None:
    documents, notes = event_of(f"They all came. The {asked}-year-old left.")
    persons = {
        f"e{n}": Traits(frozenset(), frozenset(), {documents[0].id: frozenset({age})}) for n, age in enumerate(ages)
    }
    fitting = [f"e{n}" for n, (age, _) in enumerate(product(ages, [0])) if age == asked]
    found = [entity for entity, _ in by_age(documents[0], notes[0], persons)]
    assert found == (fitting if len(fitting) == 1 else [])


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_is_borne(text: str) -> None:
    documents, notes = event_of(f"Jo Dorn, 39, spoke. {text} The 39-year-old left. The couple left.")
    entities, _ = resolve_entities(documents, notes)
    texts: dict[str, Document] = {document.id: document for document in documents}
    for entity in entities:
        for form in entity.descriptions:
            assert all(texts[s.document].text[s.start : s.end] == form.text for s in form.spans)
