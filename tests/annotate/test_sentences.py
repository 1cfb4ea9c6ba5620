"""Sentences: per paragraph, with the part of the report they stand in, and nothing that is not the report."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.sentences import LONGEST, find_sentences
from rashomon.model import Document, Part, Span


def document(text: str, **fields: object) -> Document:
    return Document(id="d", path="d", sha256="", media_type="text/plain", text=text, **fields)  # type: ignore[arg-type]


def drawn(report: Document) -> list[tuple[str, str]]:
    return [(s.part, report.text[s.span.start : s.span.end]) for s in find_sentences(report)]


def test_headline_deck_caption_and_body_are_read_byline_and_boilerplate_are_not() -> None:
    lines = [
        "Mill closes",
        "Forty jobs go",
        "By Ona Rusk",
        "The mill, seen in May",
        "It shut. Staff left.",
        "Subscribe!",
    ]
    text = "\n".join(lines)
    spans = [Span("d", text.index(line), text.index(line) + len(line)) for line in lines]
    parts = (Part("deck", spans[1]), Part("byline", spans[2]), Part("caption", spans[3]))
    report = document(text, headline=spans[0], parts=parts, boilerplate=(spans[5],))
    assert drawn(report) == [
        ("headline", "Mill closes"),
        ("deck", "Forty jobs go"),
        ("caption", "The mill, seen in May"),
        ("body", "It shut."),
        ("body", "Staff left."),
    ]


def test_a_paragraph_without_a_full_stop_ends_a_sentence() -> None:
    assert [words for _, words in drawn(document("No stop here\nAnd none there"))] == ["No stop here", "And none there"]


def test_a_title_behind_a_quotation_ends_no_sentence() -> None:
    report = document("“We are safe,” said Ms. Orla Venn on Monday. She left.")
    assert [words for _, words in drawn(report)] == ["“We are safe,” said Ms. Orla Venn on Monday.", "She left."]


def test_a_stop_before_the_day_of_a_month_or_a_weekday_ends_no_sentence() -> None:
    line = "In this Tuesday, Feb. 4, picture Lee waits. It left at 2 a.m. Thursday."
    assert [words for _, words in drawn(document(line))] == [
        "In this Tuesday, Feb. 4, picture Lee waits.",
        "It left at 2 a.m. Thursday.",
    ]


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_sentences_are_slices_in_order_without_edge_blanks(text: str) -> None:
    end = 0
    for sentence in find_sentences(document(text)):
        words = text[sentence.span.start : sentence.span.end]
        assert words and words == words.strip() and end <= sentence.span.start
        end = sentence.span.end


def test_what_has_no_end_is_cut_at_blanks() -> None:
    text = "the ferry sank off Orvel and " * 400
    found = find_sentences(document(text, language="en"))
    pieces = [text[s.span.start : s.span.end] for s in found]
    assert len(pieces) > 4
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == text.strip()
    assert all(text[s.span.end : s.span.end + 1] in ("", " ") for s in found)


def test_what_a_page_sets_before_a_caption_is_no_part_of_it() -> None:
    text = "Media playback is unsupported on your device Media caption Diver: I was afraid\nImage copyright Reed/Varn"
    parts = (
        Part("caption", Span("d", 0, text.index("\n"))),
        Part("caption", Span("d", text.index("\n") + 1, len(text))),
    )
    assert drawn(document(text, parts=parts)) == [("caption", "Diver: I was afraid")]


def test_a_picture_credit_in_front_of_a_caption_is_left_out() -> None:
    text = "Image copyright Reed Images Image caption The dam in May"
    assert drawn(document(text, parts=(Part("caption", Span("d", 0, len(text))),))) == [("caption", "The dam in May")]


def test_no_sentence_ends_between_letters_with_stops() -> None:
    assert drawn(document("Ona Rusk, D-N.Y., said so.")) == [("body", "Ona Rusk, D-N.Y., said so.")]
