"""Families and their members, organs and the bodies they belong to, and acronyms that leave out or add a letter."""

from __future__ import annotations

from named_events import groups_of
from rashomon.annotate import annotate
from rashomon.entities import resolve_entities
from rashomon.entities.person_names import read_name
from rashomon.entities.things import compare_things
from rashomon.entities.units import Unit
from rashomon.model import Document, Span


def together(*texts: str) -> list[set[str]]:
    return [group for group in groups_of(*texts) if len(group) > 1]


def test_a_family_is_none_of_its_members() -> None:
    texts = ("Ivo Hallgren spoke.", "A court fined eight Hallgren family members.")
    documents = [Document(f"d{n}", f"d{n}.txt", "0", "text/plain", text) for n, text in enumerate(texts)]
    entities, _ = resolve_entities(documents, [annotate(document) for document in documents])
    assert sorted(entity.name for entity in entities) == ["Hallgren family", "Ivo Hallgren"]


def test_an_organ_is_called_without_the_body_it_belongs_to() -> None:
    assert together("They went to the Security Council.", "They went to the United Nations Security Council.") == [
        {"Security Council", "United Nations Security Council"}
    ]


def test_an_acronym_in_brackets_may_leave_a_word_out_or_add_the_land() -> None:
    assert {"Arland Department of Health and Human Services", "HHS"} in together(
        "It came from the Arland Department of Health and Human Services (HHS) on Monday."
    )
    assert {"Civil Aviation Organisation", "CAON"} in together(
        "Norway's Civil Aviation Organisation (CAON) said so on Monday."
    )


def test_a_party_is_called_by_its_name_alone_and_a_family_by_its_plural() -> None:
    assert judged("Orvelar", "Orvelar Party") == judged("Orvelars", "Orvelar family") == "same"
    assert judged("Orvelar", "Orvelar Council") == "different"


def judged(a: str, b: str) -> str:
    left, right = (
        Unit(document, "organisation", form, (Span(document, 0, len(form)),), (), None, read_name(form))
        for document, form in (("d0", a), ("d1", b))
    )
    return compare_things(left, right).judgement
