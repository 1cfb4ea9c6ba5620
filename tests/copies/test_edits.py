"""Which report took from the other, by what it did to the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import find_copies
from rashomon.copies.edits import INTRODUCED, MARKED, TOLD, taker_by_edits
from rashomon.model import Copy, Document, Span

GAZETTE = (
    "Forty houses along the quay stand empty since the council closed the old bakery road in March, and nobody at the "
    "town hall can say when the families may return. The engineer who warned of the cracks two years ago was never "
    "answered, according to letters he kept. A second survey was ordered only after the wall of the bakery had fallen."
)
OWN = "Sallow has seen worse summers. People there remember the year in which the ferry sank at its moorings."
CLOSE = "What comes of it will be seen in autumn, when the town elects its council."


def document(name: str, text: str, **fields: object) -> Document:
    return replace(Document(name, f"{name}.txt", name, "text/plain", text), **fields)


def only_copy(giver: str, taker: str, **fields: object) -> Copy:
    (copy,) = find_copies([document("a", giver, publisher="Marle Gazette", **fields), document("b", taker)])
    return copy


def test_a_line_with_a_colon_leads_into_what_another_wrote() -> None:
    copy = only_copy(GAZETTE, f"{OWN} This is how a colleague from the coast put it:\n\n{GAZETTE}\n\n{CLOSE}")
    assert (copy.direction, copy.why) == ("b from a", INTRODUCED)


@pytest.mark.parametrize("line", ["KRANTZ:", "Exclusive:", "He said:"])
def test_a_name_or_a_label_with_a_colon_leads_into_nothing(line: str) -> None:
    assert only_copy(GAZETTE, f"{OWN}\n\n{line}\n\n{GAZETTE}\n\n{CLOSE}").why not in (INTRODUCED, MARKED, TOLD)


def test_two_that_lead_into_the_same_words_have_them_from_elsewhere() -> None:
    led = "In the words of the report of the inquiry:\n\n" + GAZETTE
    assert only_copy(
        f"{CLOSE} {led}", f"{OWN} And so ends the story, told by the inquiry itself:\n\n{GAZETTE}"
    ).why not in (
        INTRODUCED,
        MARKED,
        TOLD,
    )


def test_a_post_under_a_line_is_a_third_ones() -> None:
    post = "Forty houses stand empty since the council closed the old bakery road, shameful and stupid (@odilekrantz)"
    a, b = document("a", f"{post} {OWN}"), document("b", f"{CLOSE} This is what she wrote about it:\n\n{post}")
    assert taker_by_edits(a, b, [(Span("a", 0, len(post)), Span("b", len(b.text) - len(post), len(b.text)))]) is None


def test_what_an_outlet_was_told_is_its_own() -> None:
    text = GAZETTE.replace("answered, according", "answered, he told the Marle Gazette, according")
    copy = only_copy(text, f"{OWN}\n\n{text}\n\n{CLOSE}")
    assert (copy.direction, copy.why) == ("b from a", TOLD)


def test_an_outlet_that_is_only_spoken_of_says_nothing() -> None:
    text = GAZETTE.replace("the old bakery road", "the road in front of the Marle Gazette")
    assert only_copy(text, f"{OWN}\n\n{text}\n\n{CLOSE}").why != TOLD


def test_a_word_put_in_brackets_marks_the_taker() -> None:
    copy = only_copy(GAZETTE, f"{OWN}\n\n{GAZETTE.replace('The engineer who', 'The engineer [Vell] who')}\n\n{CLOSE}")
    assert (copy.direction, copy.why) == ("b from a", MARKED)


def test_dots_for_words_that_the_other_has_mark_the_taker() -> None:
    left_out = GAZETTE.replace(" The engineer who warned of the cracks two years ago was never answered,", " ...")
    copy = only_copy(GAZETTE, f"{OWN}\n\n{left_out}\n\n{CLOSE}")
    assert (copy.direction, copy.why) == ("b from a", MARKED)


def test_dots_that_stand_in_both_mark_nobody() -> None:
    text = GAZETTE.replace("never answered", "never ... answered")
    assert only_copy(text, f"{OWN}\n\n{text}\n\n{CLOSE}").why != MARKED


def test_a_note_on_a_line_of_its_own_was_put_into_nothing() -> None:
    noted = GAZETTE.replace(" A second survey", "\n\n[pullquote]\n\nA second survey")
    assert only_copy(GAZETTE, f"{OWN}\n\n{noted}\n\n{CLOSE}").why != MARKED


def test_time_tells_before_edits() -> None:
    led = f"{OWN} This is how a colleague from the coast put it:\n\n{GAZETTE}"
    a, b = document("a", GAZETTE, published="2031-05-04"), document("b", led, published="2031-05-03")
    assert [copy.direction for copy in find_copies([a, b])] == ["a from b"]


def test_signs_that_disagree_tell_nothing() -> None:
    a = document("a", f"{OWN} This is how the paper on the coast put it:\n\n{GAZETTE}")
    b = document("b", GAZETTE.replace("The engineer who", "The engineer [Vell] who"))
    (copy,) = find_copies([a, b])
    assert copy.why not in (INTRODUCED, MARKED, TOLD)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab[].:…\n ", max_size=80), st.text(alphabet="ab[].:…\n ", max_size=80), st.data())
def test_turning_the_pair_turns_the_answer(left: str, right: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, min(len(left), len(right))))
    a, b = document("a", left + GAZETTE, publisher="Marle Gazette"), document("b", right + GAZETTE)
    passages = [(Span("a", start, len(left) + 150), Span("b", start, len(right) + 150))]
    found, turned = taker_by_edits(a, b, passages), taker_by_edits(b, a, [(y, x) for x, y in passages])
    assert (found is None) == (turned is None)
    if found and turned:
        assert (found[0], found[1]) == (not turned[0], turned[1])
