"""What a report says, in whose name, affirmed or denied, believed or planned."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Annotations, Date, Document, Entity, Form, Quote, Sentence, Span, Statement
from rashomon.statements import holder_of, make_statements
from rashomon.syntax import read_trees


def document(text: str) -> Document:
    return Document(id="d-1", path="a.txt", sha256="0" * 64, media_type="text/plain", text=text)


def statements(
    text: str, quotes: tuple[Quote, ...] = (), dates: tuple[Date, ...] = (), entities: tuple[Entity, ...] = ()
) -> tuple[Statement, ...]:
    sentences = (Sentence(Span("d-1", 0, len(text)), "body"),)
    trees = read_trees(document(text), sentences)
    notes = Annotations("d-1", sentences=sentences, quotes=quotes, dates=dates, trees=trees)
    return make_statements(document(text), notes, entities, quotes)


def words(text: str, found: tuple[Statement, ...]) -> list[str]:
    return [text[s.span.start : s.span.end] for s in found]


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span("d-1", start, start + len(part))


def test_a_sentence_with_two_facts_is_two_statements() -> None:
    text = "The ferry left Tarn at noon, and the crew reported smoke."
    assert words(text, statements(text)) == ["The ferry left Tarn at noon", "the crew reported smoke"]


def test_who_said_it_is_the_holder_and_not_the_statement() -> None:
    text = "Police said that four people were hurt."
    content = span(text, "four people were hurt")
    quote = Quote("q-1", "indirect", (content,), cue=span(text, "said"), speaker_span=span(text, "Police"))
    (statement,) = statements(text, (quote,))
    assert statement.span == content
    assert (statement.holder.kind, statement.holder.span) == ("words", span(text, "Police"))
    assert statement.quote == "q-1"


def test_a_direct_quotation_yields_its_clauses_without_marks() -> None:
    text = "“The dam broke and the lake filled the street,” the mayor said."
    quote = Quote(
        "q-1", "direct", (span(text, "“The dam broke and the lake filled the street,”"),), cue=span(text, "said")
    )
    assert words(text, statements(text, (quote,))) == ["The dam broke", "the lake filled the street"]


def test_a_quoted_fragment_stays_in_the_reporters_clause() -> None:
    text = "The minister called the strike “a disgrace” on Monday."
    quote = Quote("q-1", "mixed", (span(text, "“a disgrace”"),), cue=span(text, "called"))
    (statement,) = statements(text, (quote,))
    assert statement.holder.kind == "report"
    assert words(text, (statement,)) == [text.rstrip(".")]


def test_roles_stand_around_the_verb() -> None:
    text = "Two boats reached the island on Sunday."
    (statement,) = statements(text)
    assert (statement.subject, statement.predicate) == (span(text, "Two boats"), span(text, "reached"))
    assert statement.object == span(text, "the island")


def test_the_place_is_the_one_the_predicate_happens_in() -> None:
    text = "The mayor of Lod opened a school in Tarn on Sunday."
    places = tuple(
        Entity(name, "place", name, (Form(name, (span(text, name),)),), (), (), ()) for name in ("Lod", "Tarn")
    )
    (statement,) = statements(text, entities=places)
    assert statement.place == span(text, "Tarn")


def test_a_document_without_trees_gives_each_sentence_whole() -> None:
    text = "Le pont est fermé et la ville est vide."
    notes = Annotations("d-1", sentences=(Sentence(Span("d-1", 0, len(text)), "body"),))
    assert words(text, make_statements(document(text), notes, (), ())) == [text.rstrip(".")]


def test_polarity_and_modality_are_read_off_the_words() -> None:
    table = {
        "The driver was not arrested.": ("denied", "asserted"),
        "The driver is believed to be alive.": ("affirmed", "believed"),
        "The court will hear the case.": ("affirmed", "planned"),
        "The wall might collapse again.": ("affirmed", "possible"),
        "The driver never left the city.": ("denied", "asserted"),
    }
    for text, expected in table.items():
        (statement,) = statements(text)
        assert (statement.polarity, statement.modality) == expected, text


def test_a_statement_holds_the_dates_inside_it() -> None:
    text = "The trial opened on Monday, and the jury met on Tuesday."
    dates = tuple(
        Date(f"t-{day}", span(text, day), "date", None, None, None, "unknown") for day in ("Monday", "Tuesday")
    )
    assert [s.dates for s in statements(text, dates=dates)] == [("t-Monday",), ("t-Tuesday",)]


def test_a_holder_is_an_entity_words_or_the_report() -> None:
    speaker = Span("d-1", 0, 4)
    assert holder_of(None).kind == "report"
    assert holder_of(Quote("q", "direct", (), speaker_span=speaker)).kind == "words"
    assert holder_of(Quote("q", "direct", (), speaker="p-1", speaker_span=speaker)).entity == "p-1"


def test_a_line_of_names_and_numbers_tells_nothing() -> None:
    assert words("Ana Lint May 3, 2031", statements("Ana Lint May 3, 2031")) == []


def test_the_line_under_a_post_tells_nothing() -> None:
    line = "pic.twitter.com/AYiwY5gTIS — Ana Lint (@anamayor) May 3, 2031"
    assert words(line, statements(line)) == []


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_yields_statements_that_are_slices_without_edge_blanks(text: str) -> None:
    found = statements(text)
    assert found == statements(text)
    for statement in found:
        said = text[statement.span.start : statement.span.end]
        assert said and said == said.strip()
        for role in (statement.predicate, statement.object, statement.place):
            assert role is None or statement.span.start <= role.start < role.end <= statement.span.end
        assert statement.subject is None or 0 <= statement.subject.start < statement.subject.end <= len(text)
