"""Clauses reported without marks."""

from __future__ import annotations

import pytest

from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document, Quote
from rashomon.syntax import read_trees
from rashomon.text import cut


def all_quotes(document: Document) -> tuple[Quote, ...]:
    sentences = find_sentences(document)
    return find_quotes(document, sentences, read_trees(document, sentences))


def reported(text: str) -> list[tuple[list[str], str | None, str | None]]:
    document = Document("d", "d.txt", "0", "text/plain", text)
    return [
        (
            [cut(document, span) for span in quote.content],
            cut(document, quote.cue) if quote.cue else None,
            cut(document, quote.speaker_span) if quote.speaker_span else None,
        )
        for quote in all_quotes(document)
        if quote.kind == "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Police said that five people were hurt.", "five people were hurt", "said", "Police"),
        ("Police said five people were hurt.", "five people were hurt", "said", "Police"),
        (
            "Orla Penn, the mayor, told reporters that five people were hurt.",
            "five people were hurt",
            "told",
            "Orla Penn",
        ),
        ("Five people were hurt, police said on Monday.", "Five people were hurt", "said", "police"),
        ("Five people were hurt, said Orla Penn.", "Five people were hurt", "said", "Orla Penn"),
        ("Five people were hurt, she told reporters.", "Five people were hurt", "told", "she"),
        ("Five people were hurt, according to the ministry.", "Five people were hurt", "according to", "the ministry"),
        ("According to the ministry, five people were hurt.", "five people were hurt", "According to", "the ministry"),
        ("In a letter, Penn warned, however, that the bridge was weak.", "the bridge was weak", "warned", "Penn"),
        ("Orla Penn, speaking in Varn, said the bridge was weak.", "the bridge was weak", "said", "Orla Penn"),
        ("Roth & Co. said on Tuesday it had agreed to sell.", "it had agreed to sell", "said", "Roth & Co."),
        ("The firms expect a deal, they said in a statement.", "The firms expect a deal", "said", "they"),
        ("Officials believe the bridge was weak.", "the bridge was weak", "believe", "Officials"),
        ("After Reilly said it was weak, the town shut the bridge.", "it was weak", "said", "Reilly"),
        ("Police said it fell at 2 a.m.", "it fell at 2 a.m.", "said", "Police"),
    ],
)
def test_the_reported_clause_stands_alone(text: str, content: str, cue: str, speaker: str) -> None:
    assert reported(text) == [([content], cue, speaker)]


def test_a_clause_inside_a_clause_is_reported_twice() -> None:
    found = reported("Penn said police believe the bridge was weak.")
    assert [content for content, _, _ in found] == [
        ["police believe the bridge was weak"],
        ["the bridge was weak"],
    ]


def test_a_second_cue_ends_the_first_clause() -> None:
    found = reported("Penn said the bridge was closed and added that trains were running.")
    assert [content for content, _, _ in found] == [["the bridge was closed"], ["trains were running"]]
    assert {speaker for _, _, speaker in found} == {"Penn"}


def test_a_clause_interrupted_by_its_tag_keeps_both_halves() -> None:
    assert reported("The bridge, police said, was closed at noon.") == [
        (["The bridge", "was closed at noon"], "said", "police")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed,” police said.",
        "In an interview, Penn said no.",
        "The report was told to the council by nobody.",
        "Penn spoke for an hour.",
        "In a letter read to the court, one farmer said: “We lost it all.”",
        "Penn denied the mayor any share of the credit.",
        "Penn told the Herald in an interview.",
        "Orla Penn, who lost her house, announced the end of the works.",
        "Penn vowed to veto any law that does not pay for the dam.",
        "Asked by a farmer whether it would hold, Penn replied, “No.”",
        "While the town passed the law on Friday, Penn threatened to veto it.",
        "In a letter sent on Monday, Penn said, “We lost it all.”",
    ],
)
def test_what_is_quoted_or_no_clause_is_not_reported_speech(text: str) -> None:
    assert reported(text) == []
