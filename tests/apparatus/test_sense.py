"""Which words in another's place change what is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.sense import changed, cut_short, likeness, sentences_of
from rashomon.model import Quote, Span


def said(*stretches: str) -> tuple[dict[str, str], Quote]:
    text, spans = "", []
    for stretch in stretches:
        spans.append(Span("d", len(text), len(text) + len(stretch)))
        text += stretch + " | "
    return {"d": text}, Quote("q", "direct", tuple(spans))


def sentence(text: str):  # type: ignore[no-untyped-def]
    (found,) = sentences_of(said(text)[1], said(text)[0])
    return found


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("We lost 12 boats in the storm", "We lost 15 boats in the storm", "12 / 15"),
        ("I took the money that night", "I never took the money that night", "not denied / never"),
        ("We deeply regret what was done", "We apologise deeply for what was done", "regret / apologise"),
        ("We will close the bridge", "We may close the bridge", "will / may"),
        ("They left before the alarm rang", "They left after the alarm rang", "before / after"),
        ("The vote was a victory for Varn", "The vote was a defeat for Varn", "victory / defeat"),
    ],
)
def test_words_that_change_the_sense_are_named(one: str, other: str, words: str) -> None:
    assert changed(sentence(one), sentence(other), ()) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two proud countries looked at the sea", "Two proud nations have looked at the sea"),
        ("There is no one to blame for that but me", "Nobody’s to blame but me"),
        ("It is thirty years past its time", "It is 30 years out of date"),
        ("On the other side no one gave that order", "Nobody gave such an order on the other side"),
        ("We will talk to both", "We would talk to both"),
        ("We met on May 22", "We met on the 22 May"),
        ("He was not only late but rude", "He was late and rude"),
        ("Will you come", "You can come on Sunday"),
    ],
)
def test_translations_and_other_wordings_do_not(one: str, other: str) -> None:
    assert changed(sentence(one), sentence(other), ()) is None


def test_another_name_of_one_kind_does_and_a_form_of_the_same_name_does_not() -> None:
    one, other = said("We thank Orla Penn for it"), said("We thank Ade Holm for it")
    a, b = sentences_of(one[1], one[0])[0], sentences_of(other[1], other[0])[0]
    place = Span("d", 9, 18)
    assert changed(a, b, [(place, "e1", "person")]) is None
    left = [(Span("d", 9, 18), "e1", "person"), (Span("x", 9, 17), "e2", "person")]
    moved = b.__class__(b.folded, tuple(Span("x", p.start, p.end) for p in b.places), b.text)
    assert changed(a, moved, left) == "Orla Penn / Ade Holm"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "whole", "lost"),
    [
        ("I never hid it", "I never hid it from anyone who asked", "from anyone who asked"),
        ("We will leave the valley", "We will leave the valley unless the dam is mended", "unless the dam is mended"),
        ("We will leave the valley", "If the dam breaks we will leave the valley", "if the dam breaks"),
        ("We will govern with the one who listens", "We will talk to both and we will govern with the one who listens",
         "we will talk to both and"),
        ("We will leave the valley", "We will leave the valley and we will be back", None),
        ("Every paper was counted once", "Every paper was counted once, and every one by two people", None),
        ("We came with pots", "We came with pots from the market", None),
        ("no longer needed", "His services are no longer needed at the house", None),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_short_when_its_limits_are_lost(part: str, whole: str, lost: str | None) -> None:
    assert cut_short(sentence(part), sentence(whole), "") == lost


def test_what_the_report_says_itself_is_not_lost() -> None:
    whole = sentence("We will leave the valley unless the dam is mended")
    assert cut_short(sentence("We will leave the valley"), whole, "he said, unless the dam was mended.") is None


def test_a_tag_does_not_end_a_sentence_and_a_capital_opens_one() -> None:
    texts, quote = said("We will talk to both,", "and we will govern.", "The rest is noise")
    assert [s.text for s in sentences_of(quote, texts)] == [
        "We will talk to both and we will govern",
        "The rest is noise",
    ]


SOME = st.lists(st.sampled_from("we will not may leave 12 15 the dam before after".split()), min_size=1, max_size=8)


@settings(max_examples=60)
@given(SOME, SOME)
def test_the_same_words_say_the_same_and_the_order_of_the_two_does_not_matter(a: list[str], b: list[str]) -> None:
    one, other = sentence(" ".join(a)), sentence(" ".join(b))
    assert changed(one, one, ()) is None and cut_short(one, one, "") is None
    assert likeness(one, one) == 1.0 and 0 <= likeness(one, other) <= 1
