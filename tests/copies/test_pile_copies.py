"""Copies over a pile: what comparing all pairs finds, without comparing them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import (
    SameWords,
    compared,
    copy_of,
    find_copies,
    find_origins,
    find_pile_copies,
    find_pile_origins,
    sketch,
)
from rashomon.copies.direction import common_sources
from rashomon.copies.meeting import STOCK
from rashomon.copies.pile import LONG, neighbours_together
from rashomon.model import Copy, Document
from rashomon.text import cut, spelled

SENTENCES = (
    "The old weir at Sallow broke on Monday night and water ran into forty cellars, the fire brigade of the county "
    "reported early in the morning after a long night of pumping.",
    "Nobody was hurt, though two families were carried out of their houses by boat shortly before midnight, when the "
    "lower road already stood under a metre of muddy water.",
    "Engineers will look at the remains of the gate today and decide whether the lower bridge can be opened again to "
    "lorries, which have been sent round by Upland since then.",
    "“We shall mend the gate before winter and we shall pay every family for what the river took from it, and nobody "
    "in this valley will have to sleep in a school again,” Odile Krantz said.",
    "Residents had complained for years that the gate was rusting through.",
    "A dry summer followed by three weeks of rain had filled the reservoir above the town to its brim.",
    "Read more about rivers in our weekly letter.",
)
WIRE = " ".join(SENTENCES[:3])


def document(name: str, text: str, **fields: object) -> Document:
    return replace(Document(name, f"{name}.txt", name, "text/plain", text), **fields)


def pile_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    return find_pile_copies(map(sketch, documents), {each.id: each for each in documents}.__getitem__)


def all_pairs(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The slow way: every two documents are compared."""
    found = (copy_of(a, b) for a, b in combinations(sorted(documents, key=lambda each: each.id), 2))
    return common_sources([copy for copy in found if copy is not None])


LONG_SENTENCES = st.lists(st.sampled_from(SENTENCES[:4]), max_size=4).map(" ".join)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=5).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(LONG_SENTENCES, st.sampled_from(["Post", "Echo", None])), max_size=7))
def test_a_pile_gives_what_comparing_all_pairs_gives(reports: list[tuple[str, str | None]]) -> None:
    documents = [document(f"d{n}", text, publisher=publisher) for n, (text, publisher) in enumerate(reports)]
    assert pile_copies(documents) == all_pairs(documents)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=7))
def test_what_a_pile_finds_an_event_finds_too_and_all_long_passages_are_found(texts: list[str]) -> None:
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    of_event = {(copy.a, copy.b): copy.passages for copy in find_copies(documents)}
    of_pile = {(copy.a, copy.b): copy.passages for copy in pile_copies(documents)}
    assert of_pile == {pair: of_event[pair] for pair in of_pile}
    text = {each.id: each.text for each in documents}
    long = {
        pair
        for pair, passages in of_event.items()
        if any(len(spelled(text[left.document], left.start, left.end)) >= LONG for left, _ in passages)
    }
    same = {pair for pair in of_event if text[pair[0]] == text[pair[1]]}
    assert long | same <= set(of_pile)


def test_the_order_of_arrival_changes_nothing() -> None:
    documents = [document(f"d{n}", f"{WIRE} {SENTENCES[4 + n % 3]}", published=f"2031-05-{n + 1:02}") for n in range(9)]
    shuffled = random.Random(5).sample(documents, len(documents))
    assert pile_copies(shuffled) == pile_copies(documents)
    assert len(pile_copies(documents)) == 36


def test_a_wire_text_printed_everywhere_is_one_origin_after_one_comparison_each() -> None:
    many = 10 * STOCK
    documents = [document(f"d{n:03}", f"{WIRE} Printed in town {'x' * n}.") for n in range(many)]
    documents.append(document("e", SENTENCES[5]))
    copies = pile_copies(documents)
    assert many - 1 <= len(copies) <= many + STOCK**2
    origins = find_pile_origins([each.id for each in documents], copies)
    assert [len(origin.documents) for origin in origins] == [many, 1]


def test_an_excerpt_of_a_wire_text_printed_everywhere_is_found() -> None:
    documents = [document(f"d{n:03}", f"{WIRE} {SENTENCES[5]} {'x' * n}") for n in range(3 * STOCK)]
    excerpt = document("z", f"Everything about the valley. {SENTENCES[1]} {SENTENCES[2]}")
    assert [copy.a for copy in pile_copies([*documents, excerpt]) if copy.b == "z"] == ["d000"]


def test_a_stock_phrase_makes_no_copies() -> None:
    notice = (
        "Our reporters are bound by the code of the press council, which may be read in every library of the county."
    )
    documents = [document(f"d{n}", f"{notice} Report {' '.join(f'w{n}x{k}' for k in range(60))}") for n in range(60)]
    assert pile_copies(documents) == ()


def padding(count: int, letter: str) -> str:
    return " ".join(f"{letter}{'x' * n}" for n in range(1, count + 1))


@pytest.mark.parametrize(
    ("publisher", "day", "words_of_its_own", "copy"),
    [
        ("Echo", "2031-05-09", 100, True),  # a gallery of another publisher
        ("The Post", "2031-05-01", 100, False),  # its own, on the same day
        ("Post", "2031-05-02", 40, True),  # the next version of its report
        ("Post", "2031-05-09", 40, False),  # its own background, a week later
        ("Post", None, 40, True),
        ("Post", "2031-05-09", 5, True),  # the same report once more
        (None, "2031-05-09", 100, True),
    ],
)
def test_what_a_publisher_has_from_itself(
    publisher: str | None, day: str | None, words_of_its_own: int, copy: bool
) -> None:
    a = document("a", f"{padding(100, 'p')}. {WIRE}", publisher="Post", published="2031-05-01")
    b = document("b", f"{WIRE} {padding(words_of_its_own, 'q')}", publisher=publisher, published=day)
    (shared,) = compared([("a", "b")], {"a": a, "b": b}.__getitem__)
    assert isinstance(shared, Copy) is copy
    if isinstance(shared, SameWords):
        assert shared.why == "one publisher prints them again"


def test_a_notice_of_a_publisher_is_nothing() -> None:
    a = document("a", f"{padding(150, 'p')}. {SENTENCES[0]}", publisher="Post")
    b = document("b", f"{SENTENCES[0]} {padding(150, 'q')}", publisher="Post")
    assert not list(compared([("a", "b")], {"a": a, "b": b}.__getitem__))
    assert copy_of(a, replace(b, publisher="Echo")) is not None


def test_ten_words_in_a_row_tell_of_a_copy_in_an_event_but_not_in_a_pile() -> None:
    a = document("a", f"{SENTENCES[5]} They put it all down to the rain that came late.")
    b = document("b", f"{WIRE} A baker said they put it all down to the rain that came late.")
    assert len(find_copies([a, b])) == 1
    assert copy_of(a, b) is None


def test_words_that_both_quote_are_told_from_a_copy() -> None:
    a, b = document("a", f"{SENTENCES[5]} {SENTENCES[3]}"), document("b", f"{SENTENCES[3]} {SENTENCES[4]}")
    (shared,) = compared([("b", "a")], {"a": a, "b": b}.__getitem__)
    assert isinstance(shared, SameWords)
    assert (shared.a, shared.b, shared.why) == ("a", "b", "both quote them, or both use a formula")
    ((left, right),) = shared.passages
    assert a.text[left.start : left.end] == b.text[right.start : right.end]
    assert copy_of(a, b) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("ab cß“”\"'.\n堰"), max_size=90) | st.just(WIRE), max_size=5))
def test_any_texts_are_compared_and_passages_are_slices_of_both(texts: list[str]) -> None:
    documents = {f"d{number}": document(f"d{number}", text) for number, text in enumerate(texts)}
    for shared in compared(combinations(documents, 2), documents.__getitem__):
        assert 0 < shared.share_of_a <= 1
        assert 0 < shared.share_of_b <= 1
        for left, right in shared.passages:
            words = [cut(documents[span.document], span) for span in (left, right)]
            assert all(one == one.strip() != "" for one in words)


def test_pairs_that_hang_together_stand_together() -> None:
    pairs = [("c", "d"), ("a", "z"), ("b", "c"), ("y", "z")]
    assert neighbours_together(pairs) == [("a", "z"), ("y", "z"), ("b", "c"), ("c", "d")]
    assert neighbours_together([]) == []


@settings(max_examples=20, deadline=None)
@given(st.lists(LONG_SENTENCES.filter(bool), min_size=1, max_size=5))
def test_origins_of_a_small_pile_are_those_of_an_event(texts: list[str]) -> None:
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    copies = pile_copies(documents)
    assert find_pile_origins([each.id for each in documents], copies) == find_origins(documents, copies)
