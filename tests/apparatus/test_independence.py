"""Which reports count once in a row, and why; and the look-alikes that must count for themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.credits import find_credits
from rashomon.apparatus.details import Detail
from rashomon.apparatus.independence import counted_once, find_grounds, origins_of
from rashomon.model import (
    Copy,
    CountedOnce,
    Document,
    Entity,
    Form,
    Holder,
    Origin,
    Quote,
    QuoteGroup,
    Span,
    Statement,
)

PUBLISHERS = {"a": "The Harbour Post", "b": "Lindgate Courier", "c": "Radio Brell"}


def document(name: str, text: str, headline: str = "") -> Document:
    text = f"{headline}\n{text}" if headline else text
    return Document(
        id=name,
        path=f"{name}.txt",
        sha256="",
        media_type="text/plain",
        text=text,
        siglum=name.upper(),
        publisher=PUBLISHERS.get(name),
        headline=Span(name, 0, len(headline)) if headline else None,
    )


def at(report: Document, words: str) -> Span:
    start = report.text.index(words)
    return Span(report.id, start, start + len(words))


def detail(report: Document, words: str, holder: Holder | None = None, quote: str | None = None) -> Detail:
    """A statement of these words; its sentence is the last line of the report."""
    last = report.text.rfind("\n") + 1
    statement = Statement(f"s-{report.id}-{words}", at(report, words), "body", holder or Holder("report"), quote=quote)
    sentence = Span(report.id, last, len(report.text))
    return Detail(statement, report, sentence, words, (), (), (), (), (), None, "", False, ())


def reasons(held: list[Detail], **more: object) -> list[CountedOnce]:
    documents = list({one.document.id: one.document for one in held}.values())
    alone = [Origin(f"o-{one.id}", (one.id,)) for one in documents]
    credits = find_credits(documents, held, more.get("entities", ()))  # type: ignore[arg-type]
    grounds = find_grounds(held, credits, more.pop("origins", alone), **more)  # type: ignore[arg-type]
    return list(counted_once(held, grounds, {one.id: number for number, one in enumerate(documents)}))


CREDITS = [
    ("The captain slept, the Harbour Post reported.", "The captain slept"),
    ("The captain slept, according to the Harbour Post.", "The captain slept"),
    ("According to a report in the Harbour Post, the captain slept.", "the captain slept"),
    ("The mate told the Harbour Post that the captain slept.", "the captain slept"),
    ("The captain slept, said the mate in an interview with the daily newspaper Harbour Post.", "The captain slept"),
    ("The captain slept, a log seen by The Harbour Post shows.", "The captain slept"),
    ("The captain slept, the Lindgate Courier said, citing the Harbour Post.", "The captain slept"),
    ("The Harbour Post has revealed that the captain slept.", "the captain slept"),
]
PARTIES = [
    ("The Harbour Post reported a loss of three million crowns.", "The Harbour Post reported a loss"),
    ("Police spoke to the Harbour Post's editor after the captain slept.", "the captain slept"),
    ("A judge told the Harbour Post to pay after the captain slept.", "the captain slept"),
    ("The captain slept in the offices of the Harbour Post.", "The captain slept"),
    ("The Harbour Postal Union said the captain slept.", "the captain slept"),
]


@pytest.mark.parametrize(("sentence", "words"), CREDITS)
def test_a_report_that_credits_another_of_the_event_counts_once_with_it(sentence: str, words: str) -> None:
    post = document("a", "The captain slept on the bridge.")
    courier = document("b", sentence)
    tied = reasons([detail(post, "The captain slept"), detail(courier, words)])
    assert [(one.documents, one.kind, one.why) for one in tied] == [
        (("a", "b"), "credit", "B credits The Harbour Post")
    ]
    assert [courier.text[span.start : span.end] for span in tied[0].spans] == ["Harbour Post"]


@pytest.mark.parametrize(("sentence", "words"), PARTIES)
def test_an_outlet_that_is_a_party_of_the_news_is_credited_with_nothing(sentence: str, words: str) -> None:
    post = document("a", "The captain slept on the bridge.")
    assert not reasons([detail(post, "The captain slept"), detail(document("b", sentence), words)])


def test_an_outlet_in_the_headline_of_another_is_a_party() -> None:
    sentence = "The captain slept, the Harbour Post said."
    told = document("b", sentence, headline="Harbour Post to close after 90 years")
    post = document("a", "The captain slept on the bridge.")
    assert not reasons([detail(post, "The captain slept"), detail(told, "The captain slept")])
    cited = document("b", sentence, headline="Captain slept, Harbour Post says")
    assert reasons([detail(post, "The captain slept"), detail(cited, "The captain slept")])


def test_a_report_credits_nothing_to_itself() -> None:
    post = document("a", "The captain slept, the mate told the Harbour Post.")
    own = detail(post, "The captain slept")
    assert find_credits([post], [own], []).of == {own.statement.id: {}}


def test_two_reports_that_credit_an_outlet_not_given_count_once() -> None:
    courier = document("b", "The captain slept, according to the Brell Tribune.")
    radio = document("c", "The mate told the Brell Tribune that the captain slept.")
    tribune = Entity(
        "t",
        "organisation",
        "Brell Tribune",
        (Form("Brell Tribune", (at(courier, "Brell Tribune"), at(radio, "Brell"))),),
    )
    held = [detail(courier, "The captain slept"), detail(radio, "the captain slept")]
    assert [one.why for one in reasons(held, entities=[tribune])] == ["B and C credit Brell Tribune"]
    office = replace(tribune, name="Harbour Office", forms=(Form("Harbour Office", (at(courier, "Brell"),)),))
    assert not reasons(held, entities=[office])


def test_what_a_report_also_says_in_its_own_name_makes_it_a_witness() -> None:
    post = document("a", "The captain slept on the bridge.")
    courier = document("b", "The captain slept.\nThe captain was asleep, the Harbour Post reported.")
    own = detail(courier, "The captain slept")
    own = replace(own, sentence=own.statement.span)
    assert not reasons([detail(post, "The captain slept"), own, detail(courier, "The captain was asleep")])


def test_renderings_of_one_utterance_count_once() -> None:
    post, courier = document("a", "“We shut it,” Voss said."), document("b", "“We closed it,” said Lina Voss.")
    quotes = [
        Quote("qa", "direct", (at(post, "We shut it,"),), speaker="voss"),
        Quote("qb", "direct", (at(courier, "We closed it,"),)),
    ]
    voss = Entity("voss", "person", "Lina Voss", (Form("Voss", (at(post, "Voss"),)),))
    held = [detail(post, "We shut it", quote="qa"), detail(courier, "We closed it", quote="qb")]
    together = reasons(held, entities=[voss], quotes=quotes, quote_groups=[QuoteGroup(("qa", "qb"), "wording", ())])
    assert [(one.kind, one.why) for one in together] == [("utterance", "both quote the same words of Lina Voss")]
    assert not reasons(held, entities=[voss], quotes=quotes)


def test_a_fragment_is_a_rendering_where_its_sentence_names_the_speaker() -> None:
    post, courier = document("a", "“It is a pause,” Voss said."), document("b", "Voss called it “a pause”.")
    quotes = [
        Quote("qa", "direct", (at(post, "It is a pause,"),), speaker="voss"),
        Quote("qb", "mixed", (at(courier, "a pause"),), speaker="voss", speaker_span=at(courier, "Voss")),
    ]
    groups = [QuoteGroup(("qa", "qb"), "omission", ())]
    post_detail = detail(post, "It is a pause", quote="qa")
    assert reasons([post_detail, detail(courier, "Voss called it “a pause”")], quotes=quotes, quote_groups=groups)
    assert not reasons([post_detail, detail(courier, "called it “a pause”")], quotes=quotes, quote_groups=groups)


def test_the_word_of_one_speaker_is_one_witness_however_many_pens() -> None:
    post, courier = document("a", "Voss said the bridge was shut."), document("b", "The bridge was closed, said Voss.")
    radio = document("c", "The bridge was closed.")
    voss, fenn = Holder("entity", "voss"), Holder("entity", "fenn")
    said = detail(post, "the bridge was shut", voss)
    assert [one.kind for one in reasons([said, detail(courier, "The bridge was closed", voss)])] == ["speaker"]
    assert not reasons([said, detail(courier, "The bridge was closed", fenn)])
    assert not reasons([said, detail(courier, "The bridge was closed", Holder("words"))])
    held = [said, detail(courier, "The bridge was closed", voss), detail(radio, "The bridge was closed")]
    tied = reasons(held)
    assert [one.documents for one in tied] == [("a", "b")]
    assert len(set(origins_of("abc", tied).values())) == 2


def test_a_reason_is_given_once_the_weightiest_first() -> None:
    post, courier = document("a", "Voss said the bridge was shut."), document("b", "The bridge was shut, said Voss.")
    voss = Holder("entity", "voss")
    held = [detail(post, "the bridge was shut", voss), detail(courier, "The bridge was shut", voss)]
    pair = (held[0].statement.span, held[1].statement.span)
    copy = Copy("a", "b", 0.2, 0.2, "partly", "unknown", "", (pair,))
    assert [one.kind for one in reasons(held, copies=[copy])] == ["passage"]
    assert [one.kind for one in reasons(held, copies=[copy], origins=[Origin("o", ("a", "b"))])] == ["text"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", "v", "w"])), min_size=1, max_size=8))
def test_origins_are_what_a_walk_over_all_ties_finds(drawn: list[tuple[str, str]]) -> None:
    """The exhaustive twin: two reports are one origin when a chain of reports leads from one to the other, each tied
    to the next by a speaker that all their statements have in common."""
    reports = {name: document(name, "x" * 40) for name, _ in drawn}
    held = []
    for number, (name, speaker) in enumerate(drawn):
        span = Span(name, number * 3, number * 3 + 2)
        holder = Holder("entity", speaker) if speaker else Holder("report")
        held.append(replace(detail(reports[name], "x"), statement=Statement(f"s{number}", span, "body", holder)))
    voices = {name: {s for n, s in drawn if n == name} for name in reports}
    want = {name: {name} for name in reports}
    for one in reports:
        for other in reports:
            if voices[one] == voices[other] and len(voices[one]) == 1 and voices[one] != {""}:
                want[one].add(other)
    tied = reasons(held)
    home = origins_of(reports, tied)
    assert {name: {o for o in reports if home[o] == home[name]} for name in reports} == want


def test_words_that_both_quote_are_no_copied_passage() -> None:
    post, courier = document("a", "“We shut it,” Voss said."), document("b", "“We shut it,” said Lina Voss.")
    quotes = [
        Quote("qa", "direct", (at(post, "We shut it,"),), speaker="voss"),
        Quote("qb", "direct", (at(courier, "We shut it,"),), speaker="voss"),
    ]
    held = [detail(post, "We shut it", quote="qa"), detail(courier, "We shut it", quote="qb")]
    copy = Copy("a", "b", 0.2, 0.2, "partly", "unknown", "", ((quotes[0].content[0], quotes[1].content[0]),))
    groups = [QuoteGroup(("qa", "qb"), "none", ())]
    assert [one.kind for one in reasons(held, copies=[copy], quotes=quotes, quote_groups=groups)] == ["utterance"]
