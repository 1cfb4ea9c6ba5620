"""What was altered between two versions, word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.altered import find_alterations, share_kept
from rashomon.model import Document, Part, Span
from rashomon.text import cut, fold, words


def report(name: str, text: str, head: str = "", unsaid: str = "") -> Document:
    made = Document(name, f"{name}.txt", name, "text/plain", text)
    if head:
        made = replace(made, headline=Span(name, text.index(head), text.index(head) + len(head)))
    if unsaid:
        made = replace(made, boilerplate=(Span(name, text.index(unsaid), text.index(unsaid) + len(unsaid)),))
    return made


def told(before: str, after: str, **known: str) -> list[tuple[str, str | None, str | None]]:
    old, new = report("a", before, **known), report("b", after, **known)
    return [
        (each.kind, cut(old, each.before) if each.before else None, cut(new, each.after) if each.after else None)
        for each in find_alterations(old, new)
    ]


def test_a_number_that_was_corrected() -> None:
    assert told("Two were hurt.\nAll is calm.", "Four were hurt.\nAll is calm.") == [("replaced", "Two", "Four")]


def test_a_sentence_that_came_comes_with_its_full_stop() -> None:
    before = "The ferry ran aground. The mayor spoke."
    assert told(before, "The ferry ran aground. Nobody was hurt. The mayor spoke.") == [
        ("added", None, "Nobody was hurt.")
    ]


def test_a_line_that_went_is_one_removal() -> None:
    assert told("One thing.\nThe captain was drunk.\nAnother thing.", "One thing.\nAnother thing.") == [
        ("removed", "The captain was drunk.", None)
    ]


def test_the_headline_is_named_first_and_compared_with_the_headline() -> None:
    old = report("a", "Twelve dead\nTwelve people died.", head="Twelve dead")
    new = report("b", "Correction\nTen dead\nTen people died.", head="Ten dead")
    parts = [(each.part, each.kind) for each in find_alterations(old, new)]
    assert parts == [("headline", "replaced"), ("body", "added"), ("body", "replaced")]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("It cost $2 million.", "It cost €2 million.", ("$2", "€2")),
        ("It rose by 5%.", "It rose by 5.", ("5%", "5")),
        ("It was −5 degrees.", "It was 5 degrees.", ("−5", "5")),
        ("He was at work.", "He wasn't at work.", ("was", "wasn't")),
        ("橋が落ちた", "橋が揺れた", ("落ち", "揺れ")),
    ],
)
def test_signs_that_change_what_is_said_are_seen(before: str, after: str, words: tuple[str, str]) -> None:
    assert told(before, after) == [("replaced", *words)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He said “no” – twice.", 'He said "no" - twice.'),
        ("THE BRIDGE FELL", "The bridge fell"),
        ("One line\nand another.", "One line and\n\nanother."),
        ("The same.", "The same."),
    ],
)
def test_typography_and_breaks_say_nothing(before: str, after: str) -> None:
    assert told(before, after) == []


def test_what_is_not_of_the_report_may_change() -> None:
    old = report("a", "The bridge fell.\nRead more: five tips", unsaid="Read more: five tips")
    new = report("b", "By Ana Petrov\nThe bridge fell.\nRead more: win a car", unsaid="Read more: win a car")
    new = replace(new, parts=(Part("byline", Span("b", 0, 13)),))
    assert find_alterations(old, new) == ()


def test_words_left_standing_by_chance_are_part_of_the_change() -> None:
    assert told("a big old grey house of stone was sold", "a very small new hut of wood and clay was sold") == [
        ("replaced", "big old grey house of stone", "very small new hut of wood and clay")
    ]


def test_how_much_still_stands() -> None:
    old, new = report("a", "one two three four"), report("b", "one two three five six")
    assert share_kept(old, find_alterations(old, new)) == 0.75
    assert share_kept(report("a", ""), ()) == 1.0


TEXT = st.lists(st.sampled_from("the bridge fell fell. 24 $2 no\n “yes” \n\n - 東京 Ö".split(" ")), max_size=25).map(
    " ".join
)


@given(TEXT | st.text(max_size=60), TEXT | st.text(max_size=60))
def test_what_is_not_named_is_the_same_in_both(before: str, after: str) -> None:
    old, new = report("a", before), report("b", after)
    found = find_alterations(old, new)
    for span, document in [(e.before, old) for e in found] + [(e.after, new) for e in found]:
        assert span is None or (
            span.document == document.id and cut(document, span).strip() == cut(document, span) != ""
        )
    assert rest(old, [each.before for each in found]) == rest(new, [each.after for each in found])
    assert (found == ()) == (find_alterations(new, old) == ())


def rest(document: Document, spans: list[Span | None]) -> list[str]:
    """The words outside the spans."""
    held = [span for span in spans if span]
    return [
        fold(word.text)
        for word in words(document.text)
        if not any(span.start < word.end and word.start < span.end for span in held)
    ]
