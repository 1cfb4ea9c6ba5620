"""Framing: the report's own words for one thing, where reports differ in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.framing import find_framing
from rashomon.model import Annotations, Date, Document, Entity, Form, Framing, Quote, Span

NAME = "Orlanda"


def read(*texts: str, quoted: str = "") -> tuple[Framing, ...]:
    """The framings of texts in which every `Orlanda` is the same entity."""
    documents = [Document(f"d{n}", f"{n}.txt", "", "text/plain", text) for n, text in enumerate(texts)]
    return find_framing(documents, [_notes(one, quoted) for one in documents], [_entity(documents)])


def _notes(document: Document, quoted: str) -> Annotations:
    start = document.text.find(quoted) if quoted else -1
    content = (Span(document.id, start, start + len(quoted)),)
    return Annotations(document.id, quotes=(Quote("q", "direct", content),) if start >= 0 else ())


def _entity(documents: list[Document]) -> Entity:
    spans = []
    for document in documents:
        start = document.text.find(NAME)
        while start >= 0:
            spans.append(Span(document.id, start, start + len(NAME)))
            start = document.text.find(NAME, start + 1)
    return Entity("e", "organisation", NAME, (Form(NAME, tuple(spans)),))


def terms(framings: tuple[Framing, ...]) -> list[list[str]]:
    return [[term.text for term in framing.terms] for framing in framings]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The terror group Orlanda spoke.",
            "Envoys of the militant group Orlanda came.",
            ["terror group", "militant group"],
        ),
        (
            "Orlanda, a charity, spoke.",
            "He said Orlanda, a shadowy sect based in Ruum, spoke.",
            ["charity", "shadowy sect"],
        ),
        ("Orlanda is a far-right party.", "Orlanda is a populist movement.", ["far-right party", "populist movement"]),
        ("Orlanda fighters came.", "Two Orlanda terrorists came.", ["fighters", "terrorists"]),
        ("Orlanda was killed on Sunday.", "Orlanda had been brutally murdered.", ["killed", "murdered"]),
        ("The invasion of Orlanda.", "The military operation in Orlanda.", ["invasion", "military operation"]),
        ("The death of Orlanda.", "Orlanda’s murder.", ["death", "murder"]),
        (
            "Orlanda, the separatist\u00a0army, left.",
            "The ruling junta Orlanda left.",
            ["separatist\u00a0army", "ruling junta"],
        ),
    ],
)
def test_two_reports_call_one_thing_by_different_words(one: str, other: str, expected: list[str]) -> None:
    assert terms(read(one, other)) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The militant group Orlanda spoke.", "The militant organisation Orlanda spoke."),  # neutral heads
        ("The group Orlanda spoke.", "The militant group Orlanda spoke."),  # one says more
        ("The former rebel Orlanda spoke.", "The veteran rebel Orlanda spoke."),  # placed, not coloured
        ("Orlanda was arrested.", "Orlanda was detained."),  # one colour
        ("The terror group Orlanda, the militant group Orlanda.", "Orlanda spoke."),  # one report only
        ("Orlanda, a company spokesman said.", "Orlanda, a family friend said."),  # the noun goes on
        ("Orlanda. A charity spoke.", "Orlanda. A terror group spoke."),  # another sentence
        ("Orlanda\nterrorists came.", "Orlanda\nfighters came."),  # another line
    ],
)
def test_what_is_no_difference_in_words(one: str, other: str) -> None:
    assert read(one, other) == ()


def test_words_in_quotation_marks_are_the_speakers_not_the_reports() -> None:
    said = "the terror group Orlanda"
    assert read(f"The mayor spoke of “{said}” again.", "The militant group Orlanda spoke.", quoted=said) == ()


def test_a_description_given_by_the_resolver_counts() -> None:
    documents = [
        Document("d0", "0", "", "text/plain", "Then the Islamist movement left."),
        Document("d1", "1", "", "text/plain", "Orlanda, a terror group, left."),
    ]
    entity = Entity(
        "e",
        "organisation",
        NAME,
        (Form(NAME, (Span("d1", 0, 7),)),),
        descriptions=(Form("the Islamist movement", (Span("d0", 5, 26),)),),
    )
    assert terms(find_framing(documents, [], [entity])) == [["Islamist movement", "terror group"]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("After the 4 May riot many left.", "The uprising of 4 May failed.", [["riot", "uprising"]]),
        ("After the 4 May terror attack.", "A gas disaster on 4 May.", []),
        ("A terror attack on 4 May.", "An attack on 4 May.", []),
    ],
)
def test_the_happening_of_a_day(one: str, other: str, expected: list[list[str]]) -> None:
    documents = [Document(f"d{n}", f"{n}.txt", "", "text/plain", text) for n, text in enumerate((one, other))]
    notes = [Annotations(each.id, dates=(_date(each),)) for each in documents]
    framings = find_framing(documents, notes, [])
    assert terms(framings) == expected
    assert all(framing.concept is None for framing in framings)


def _date(document: Document) -> Date:
    start = document.text.index("4 May")
    return Date("x", Span(document.id, start, start + 5), "date", "2031-05-04", "2031-05-04", "2031-05-04", "explicit")


def test_all_places_of_a_term_are_listed() -> None:
    (framing,) = read("The terror group Orlanda. A terror group Orlanda.", "The militant group Orlanda.")
    assert framing.concept == "e"
    assert [len(term.spans) for term in framing.terms] == [2, 1]


WORDS = st.sampled_from(
    ["Orlanda", "the", "terror group", "militant", "charity", ",", "is a", "was", "killed", "“", "\n", "rebels"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=20), min_size=1, max_size=3))
def test_any_text_gives_terms_that_are_slices(texts: list[str]) -> None:
    framings = read(*texts)
    assert framings == read(*texts)
    for term in (term for framing in framings for term in framing.terms):
        for span in term.spans:
            words = texts[int(span.document[1:])][span.start : span.end]
            assert words.strip() == words != ""
            assert words.casefold() == term.text.casefold()
