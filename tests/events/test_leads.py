"""What a report is grouped by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from happenings import FERRY, report
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import Lead, from_bytes, leads, meet, opening, to_bytes
from rashomon.events.background import number_of, telling
from rashomon.events.days import days_named, labels_named
from rashomon.events.packing import packed_keys
from rashomon.events.weighing import NAME, NUMBER, UNIT
from rashomon.model import Part, Span


def mark_of(lead: Lead, form: str) -> int | None:
    numbers = dict(zip(lead.words, lead.marks, strict=True))
    return numbers.get(number_of(form))


def test_the_rarer_a_word_in_english_the_more_it_tells() -> None:
    assert 0 < telling("people") < telling("harbour") < telling("sandbank") <= telling("tarnholm") == 1


def test_names_and_numbers_are_marked() -> None:
    [lead] = leads(FERRY[0])
    assert mark_of(lead, "velde") == NAME
    assert mark_of(lead, "140") == NUMBER
    assert mark_of(lead, "sandbank") == 0


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    [lead] = leads(report("a", "", "Lifeboats came. Lifeboats went. They saw Velde."))
    assert mark_of(lead, "lifeboat") == 0
    assert mark_of(lead, "velde") == NAME


def test_at_the_head_of_a_sentence_what_english_does_not_know_is_a_name() -> None:
    document = report("a", "", "Tarnholm has new lifeboats.")
    [lead], [other] = leads(document), leads(replace(document, language="nl"))
    assert mark_of(lead, "tarnholm") == NAME
    assert mark_of(other, "tarnholm") == 0
    assert lead.weights == other.weights


def test_boilerplate_and_byline_say_nothing() -> None:
    text = "Subscribe to Gazettino now.\nBy Odd Writerson\nThe mill burned."
    byline = Part("byline", Span("a", 28, 44))
    document = replace(report("a", "", text), boilerplate=(Span("a", 0, 27),), parts=(byline,))
    [lead] = leads(document)
    assert mark_of(lead, "mill") is not None
    assert mark_of(lead, "gazettino") is mark_of(lead, "writerson") is None
    assert opening(document, lead.member) == "The mill burned."


def test_weights_are_a_vector_of_one_length() -> None:
    for document in FERRY:
        [lead] = leads(document)
        assert sum(weight**2 for weight in lead.weights) ** 0.5 == pytest.approx(UNIT, rel=0.01)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on July 21 and 3 August", (721, 803)),
        ("Dec. 15, 2031", (1215,)),
        ("the 4th of May", (504,)),
        ("in March 2031", ()),
        ("He may 12 times", ()),
        ("on Monday", ()),
    ],
)
def test_days_named(text: str, days: tuple[int, ...]) -> None:
    assert days_named(text) == days


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Harbour strike, Day 2: talks go on", [("day", 2)]),
        ("Day Twelve of the strike", [("day", 12)]),
        ("Rovers win 3rd round", [("round", 3)]),
        ("Rovers out in the third round", []),
        ("the second day of rain", []),
        ("Magnitude 5.4 quake", [("magnitude", 54)]),
        ("Two days later", []),
    ],
)
def test_labels_named(text: str, labels: list[tuple[str, int]]) -> None:
    assert labels_named(text) == tuple(sorted((number_of(noun), value) for noun, value in labels))


def test_reports_of_one_time_meet_over_a_word_and_far_ones_over_two() -> None:
    same = [lead for document in FERRY for lead in leads(document)]
    assert list(meet(same)) == [(0, 1), (0, 2), (1, 2)]
    [other] = leads(report("b", "", "A choir from Tarnholm sings on Saturday in the church of Oberleck.", "2033-03-04"))
    assert list(meet([same[0], other])) == []


def test_a_key_that_too_many_hold_lets_nobody_meet() -> None:
    same = [lead for document in FERRY for lead in leads(document)]
    assert list(meet(same, cap=2)) < list(meet(same))


texts = st.text(st.sampled_from("AbcÉдم 12.\n-’“”*:"), max_size=300) | st.text(max_size=200)


@settings(max_examples=50, deadline=None)
@given(headline=st.text(max_size=30), text=texts, published=st.sampled_from([None, "2031-05-02", "2031", "soon"]))
def test_any_text_has_leads_that_survive_packing(headline: str, text: str, published: str | None) -> None:
    document = report("döc", headline, text, published)
    found = leads(document)
    assert found == leads(document)
    for lead in found:
        assert 0 <= lead.member.start <= lead.member.end <= len(document.text)
        assert list(lead.words) == sorted(set(lead.words)) and list(lead.keys) == sorted(set(lead.keys))
        assert from_bytes(to_bytes(lead)) == lead
        assert tuple(packed_keys(to_bytes(lead)).tolist()) == lead.keys


def test_bytes_of_others_are_refused() -> None:
    for content in (b"", b"\x00" * 80):
        with pytest.raises(ValueError, match="not a lead"):
            from_bytes(content)
