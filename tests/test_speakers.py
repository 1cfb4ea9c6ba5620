"""Who is behind the words that name a speaker."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.antecedents import gender_of
from rashomon.model import Annotations, Document, Entity, EntityKind, Form, Quote, Span
from rashomon.speakers import resolve_speakers
from rashomon.syntax import read_trees


def spans(document: Document, text: str) -> tuple[Span, ...]:
    pattern = rf"(?<!\w){re.escape(text)}(?!\w)"
    return tuple(Span(document.id, m.start(), m.end()) for m in re.finditer(pattern, document.text))


def entity(
    document: Document,
    name: str,
    *others: str,
    kind: EntityKind = "person",
    titles: tuple[str, ...] = (),
    descriptions: tuple[str, ...] = (),
) -> Entity:
    """An entity with a form for its name and for each other form, longest first, none inside a longer one."""
    taken: list[Span] = []
    forms = []
    for form in (name, *others):
        free = tuple(s for s in spans(document, form) if not any(t.start < s.end and s.start < t.end for t in taken))
        taken.extend(free)
        forms.append(Form(form, free))
    return Entity(
        name,
        kind,
        name,
        tuple(forms),
        tuple(Form(t, spans(document, t)) for t in titles),
        tuple(Form(d, spans(document, d)) for d in descriptions),
    )


def read(text: str) -> Document:
    return Document("d", "d.txt", "0", "text/plain", text)


def resolved(document: Document, *entities: Entity) -> list[Quote]:
    sentences = find_sentences(document)
    trees = read_trees(document, sentences)
    notes = Annotations("d", sentences, (), find_quotes(document, sentences, trees), trees=trees)
    return [q for q in resolve_speakers([document], [notes], entities) if q.kind != "indirect"]


def speakers(document: Document, *entities: Entity) -> list[str | None]:
    return [quote.speaker for quote in resolved(document, *entities)]


def test_a_name_is_its_bearer() -> None:
    document = read("“The dam held,” Orla Penn told Ade Holm.")
    assert speakers(document, entity(document, "Orla Penn"), entity(document, "Ade Holm")) == ["Orla Penn"]


def test_the_name_in_apposition_counts_and_the_possessor_does_not() -> None:
    document = read("“The dam held,” Mr. Holm’s lawyer, Orla Penn, said.")
    people = entity(document, "Ade Holm", "Holm"), entity(document, "Orla Penn")
    assert speakers(document, *people) == ["Orla Penn"]


@pytest.mark.parametrize(
    "who",
    [
        "a Varn Council spokesman",
        "Varn Council’s lawyer",
        "a spokesman for Varn Council",
        "lawyers for the Varn Council",
    ],
)
def test_words_for_somebody_near_an_entity_are_nobodys_name(who: str) -> None:
    document = read(f"“The dam held,” {who} said.")
    assert speakers(document, entity(document, "Varn Council", kind="organisation")) == [None]


def test_two_speakers_at_once_are_neither() -> None:
    document = read("“The dam held,” Orla Penn and Ade Holm said.")
    assert speakers(document, entity(document, "Orla Penn"), entity(document, "Ade Holm")) == [None]


def test_a_surname_that_one_person_bears_is_enough() -> None:
    document = read("Orla Penn came. “The dam held,” Penn said.")
    assert speakers(document, entity(document, "Orla Penn")) == ["Orla Penn"]


def test_a_pronoun_takes_the_subject_of_the_sentence_before() -> None:
    document = read("Orla Penn met Ade Holm at the dam. “It held,” she said.")
    assert speakers(document, entity(document, "Ade Holm"), entity(document, "Orla Penn")) == ["Orla Penn"]


def test_a_pronoun_takes_the_subject_of_the_main_clause_before() -> None:
    document = read("As Orla Penn left the town, Ade Holm closed the dam. “It held,” he said.")
    assert speakers(document, entity(document, "Orla Penn"), entity(document, "Ade Holm")) == ["Ade Holm"]


def test_a_possessor_in_the_same_sentence_ranks_below_the_subject_before() -> None:
    document = read("Ade Holm closed the dam. It was Mr. Penn’s wish, he said. “It held,” he said.")
    people = entity(document, "Ade Holm"), entity(document, "Orla Penn", "Penn", titles=("Mr.",))
    assert speakers(document, *people) == ["Ade Holm"]


def test_gender_shown_by_a_title_rules_a_subject_out() -> None:
    document = read("Mr. Holm thanked Ms. Penn for coming. “It held,” she said.")
    people = (
        entity(document, "Ade Holm", "Holm", titles=("Mr.",)),
        entity(document, "Orla Penn", "Penn", titles=("Ms.",)),
    )
    assert speakers(document, *people) == ["Orla Penn"]


def test_a_pronoun_follows_a_pronoun_already_understood() -> None:
    document = read("Orla Penn came by train.\nShe saw the dam.\n“It held,” she said.")
    assert speakers(document, entity(document, "Orla Penn")) == ["Orla Penn"]


def test_a_name_inside_a_quotation_is_no_antecedent() -> None:
    document = read("“Ask Bela Roth,” Orla Penn said.\n“It held,” she added.")
    assert speakers(document, entity(document, "Bela Roth"), entity(document, "Orla Penn")) == [
        "Orla Penn",
        "Orla Penn",
    ]


def test_a_pronoun_with_two_objects_to_choose_from_stays_open() -> None:
    document = read("Crews waited with Zif Penn and for Xan Roth. “It held,” she said.")
    assert speakers(document, entity(document, "Zif Penn"), entity(document, "Xan Roth")) == [None]


def test_an_office_stands_for_the_one_who_bears_it() -> None:
    document = read("Mayor Orla Penn met Ade Holm.\n“It held,” the mayor said.")
    people = entity(document, "Orla Penn", titles=("Mayor",)), entity(document, "Ade Holm")
    assert speakers(document, *people) == ["Orla Penn"]


def test_an_office_that_several_bear_is_that_of_the_subject_in_its_paragraph() -> None:
    document = read("Foreign minister Ade Holm waited.\nOrla Penn looked tired. “It held,” said the foreign minister.")
    other = Form("foreign minister", (Span("other", 0, 16),))
    penn = replace(entity(document, "Orla Penn"), titles=(other,))
    holm = entity(document, "Ade Holm", titles=("Foreign minister",))
    assert speakers(document, holm, penn) == ["Orla Penn"]
    assert speakers(document, holm, entity(document, "Orla Penn")) == ["Ade Holm"]


def read_twice(first: str, second: str) -> list[str | None]:
    """The speakers of two reports; Ade Holm and Orla Penn are known."""
    documents = [Document(name, name, "0", "text/plain", text) for name, text in (("d", first), ("e", second))]
    notes = []
    for document in documents:
        sentences = find_sentences(document)
        trees = read_trees(document, sentences)
        quotes = find_quotes(document, sentences, trees)
        notes.append(Annotations(document.id, sentences, (), quotes, trees=trees))
    people = []
    for name, title in (("Ade Holm", "Mr."), ("Orla Penn", "Ms.")):
        found = [entity(document, name, titles=(title,)) for document in documents]
        form = Form(name, tuple(s for e in found for s in e.forms[0].spans))
        people.append(replace(found[0], forms=(form,)))
    return [quote.speaker for quote in resolve_speakers(documents, notes, people) if quote.kind == "direct"]


NAMED = "“I took what was meant for the children and called it mine,” Mr. Ade Holm said."


def test_a_pronoun_gives_way_to_the_name_that_has_the_same_words_elsewhere() -> None:
    unsure = "Orla Penn wept. “I took what was given to the children and called it mine,” he said."
    assert read_twice(NAMED, unsure) == ["Ade Holm", "Ade Holm"]


def test_a_pronoun_of_the_other_gender_does_not_give_way() -> None:
    other = "Ms. Orla Penn spoke. “I took what was meant for the children and called it mine,” she said."
    assert read_twice(NAMED, other) == ["Ade Holm", "Orla Penn"]


def test_a_country_that_spoke_is_it() -> None:
    document = read("Varnia denied that it was closed. “There is no ban,” it said.")
    assert speakers(document, entity(document, "Varnia", kind="place")) == ["Varnia"]


def test_a_place_that_did_not_speak_is_not_it() -> None:
    document = read("Varnia lies on the coast. “There is no ban,” it said.")
    assert speakers(document, entity(document, "Varnia", kind="place")) == [None]


def test_a_description_of_an_entity_stands_for_it() -> None:
    document = read("Orla Penn met Ade Holm.\n“It held,” the Varn leader said.")
    people = entity(document, "Orla Penn", descriptions=("the Varn leader",)), entity(document, "Ade Holm")
    assert speakers(document, *people) == ["Orla Penn"]


def test_the_body_of_that_name_stands_for_the_union() -> None:
    document = read("The Varn Dockers Union met.\n\n“We will strike,” the union said.")
    assert speakers(document, entity(document, "Varn Dockers Union", kind="organisation")) == ["Varn Dockers Union"]


def test_what_stands_behind_a_preposition_and_an_article_is_no_subject() -> None:
    document = read("Velk met Orla Penn with money from the Harbour Fund. It was glad, it said: “We can build.”")
    bodies = entity(document, "Velk", kind="organisation"), entity(document, "Harbour Fund", kind="organisation")
    assert speakers(document, *bodies) == ["Velk"]


def test_the_statement_is_whoever_spoke_before() -> None:
    document = read("It was “safe”, Varn Council said in a statement.\n“The dam held,” the statement said.")
    assert speakers(document, entity(document, "Varn Council", kind="organisation")) == ["Varn Council", "Varn Council"]


def test_the_statement_is_that_of_whoever_issued_one() -> None:
    text = (
        "The Varn Board said in a statement it was “not ready.”\n\n“We wait,” Orla Penn said.\n\n"
        "“The work goes on,” the statement said."
    )
    document = read(text)
    entities = entity(document, "Varn Board", kind="organisation"), entity(document, "Orla Penn")
    assert speakers(document, *entities) == ["Varn Board", "Orla Penn", "Varn Board"]


def test_a_possessor_that_names_the_speaker_is_resolved_like_a_subject() -> None:
    document = read("Orla Penn came home. The council praised her claim that “the dam held all night”.")
    assert speakers(document, entity(document, "Orla Penn")) == ["Orla Penn"]


def test_unknown_words_stay_words() -> None:
    document = read("“The dam held,” an officer said.")
    assert speakers(document, entity(document, "Orla Penn")) == [None]


@pytest.mark.parametrize(
    ("name", "title", "gender"),
    [("Orla Penn", "Mrs", "female"), ("Orla Penn", "Sir", "male"), ("Mary Penn", "", "female"), ("Xq Penn", "", None)],
)
def test_gender_comes_from_titles_else_from_given_names(name: str, title: str, gender: str | None) -> None:
    document = read(f"{title} {name}".strip())
    assert gender_of(entity(document, name, titles=(title,) if title else ())) == gender


PIECES = st.sampled_from(
    [
        "Orla Penn ",
        "Holm ",
        "she ",
        "he ",
        "it ",
        "said ",
        "“",
        "”",
        ", ",
        ". ",
        "\n",
        "the mayor ",
        "met ",
        "’s ",
        "for ",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_speakers_are_known_entities_and_nothing_else_of_a_quote_changes(text: str) -> None:
    document = read(text)
    people = entity(document, "Orla Penn", titles=("the mayor",)), entity(document, "Ade Holm", "Holm")
    sentences = find_sentences(document)
    trees = read_trees(document, sentences)
    notes = Annotations("d", sentences, (), find_quotes(document, sentences, trees), trees=trees)
    first = resolve_speakers([document], [notes], people)
    assert first == resolve_speakers([document], [notes], people[::-1])
    assert [(q.id, q.content, q.cue, q.speaker_span) for q in first] == [
        (q.id, q.content, q.cue, q.speaker_span) for q in notes.quotes
    ]
    assert {q.speaker for q in first} <= {None, "Orla Penn", "Ade Holm"}
