"""Copies: what one report took from another, what both heard or know, and which way the words went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import find_copies
from rashomon.copies.passages import SHORTEST, index, running_text, shared_passages, tile
from rashomon.model import Copy, Document, Part, Span
from rashomon.text import cut

WIRE = (
    "The old weir at Sallow broke on Monday night and water ran into forty cellars, the fire brigade reported.\n\n"
    "Nobody was hurt, though two families were carried out of their houses by boat shortly before midnight. The mayor, "
    "Odile Krantz, said the weir had been weakened by a spring flood and never mended properly.\n\n"
    "Engineers will look at the remains of the gate today and decide whether the lower bridge can be opened again."
)
OWN_PEN = (
    "Forty cellars filled with water in Sallow when the weir gave way late on Monday. Firemen brought two families to "
    "safety in a boat; there were no injuries. Whether traffic may use the lower bridge is to be decided on Tuesday."
)


def document(name: str, text: str, **fields: object) -> Document:
    return replace(Document(name, f"{name}.txt", name, "text/plain", text), **fields)


def only_copy(a: Document, b: Document) -> Copy:
    (copy,) = find_copies([a, b])
    return copy


def test_the_same_words_under_another_head_are_a_copy_as_a_whole() -> None:
    copy = only_copy(
        document("a", WIRE), document("b", "Weir gives way\n\n" + WIRE.replace("\n\n", "\n").replace("  ", " "))
    )
    assert (copy.kind, copy.share_of_a) == ("wholly", 1.0)
    assert copy.share_of_b > 0.9


def test_two_pens_on_one_matter_are_no_copy() -> None:
    assert find_copies([document("a", WIRE), document("b", OWN_PEN)]) == ()


def test_passages_are_the_same_words_on_both_sides() -> None:
    a, b = document("a", WIRE), document("b", OWN_PEN + "\n" + WIRE[110:300])
    copy = only_copy(a, b)
    assert copy.kind == "partly"
    assert [cut(a, left) for left, _ in copy.passages] == [cut(b, right) for _, right in copy.passages]
    assert copy.passages[0][1].start >= len(OWN_PEN)


def test_an_edit_parts_a_passage() -> None:
    copy = only_copy(document("a", WIRE), document("b", WIRE.replace("shortly before midnight", "in the night")))
    assert len(copy.passages) == 2
    assert 0.9 < copy.share_of_a < 1


def test_the_same_speech_quoted_by_two_pens_is_no_copy() -> None:
    speech = "“We shall mend the gate before winter and we shall pay every family for what the river took from it.”"
    a = document("a", f"Odile Krantz promised help. {speech} She spoke in the school.")
    b = document("b", f"At a meeting in the school the mayor told residents: {speech}")
    assert find_copies([a, b]) == ()


def test_a_quotation_counts_when_the_words_around_it_were_copied_too() -> None:
    around = (
        'Outside the flooded school the mayor told angry residents "we shall mend the gate" and then walked home alone.'
    )
    copy = only_copy(document("a", "A. " + around), document("b", "B. " + around))
    assert cut(document("a", "A. " + around), copy.passages[0][0]) == around[:-1]


@pytest.mark.parametrize(
    "common",
    [
        "A spokeswoman for the Sallow Water Board did not immediately respond to a request for comment on Tuesday.",
        "He was speaking on condition of anonymity because he was not authorized to discuss the matter publicly.",
        "Judge Robert Oldacre of the Supreme Court of the United Provinces of Upper and Lower Sallow",
        "Still to take place in the next few weeks.",
    ],
)
def test_formulas_and_long_titles_are_nobodys_words(common: str) -> None:
    assert find_copies([document("a", f"{OWN_PEN} {common}"), document("b", f"{common} {WIRE}")]) == ()


def test_boilerplate_and_bylines_are_not_compared_and_no_passage_runs_across_them() -> None:
    advert = "Sign up for our weekly letter and never again miss what happens along the river. "
    a = document("a", advert + OWN_PEN, boilerplate=(Span("a", 0, len(advert)),))
    b = document("b", advert + WIRE, boilerplate=(Span("b", 0, len(advert)),))
    assert find_copies([a, b]) == ()
    byline = "By Nele Osgood, who has covered rivers and weirs for us since the great flood"
    a = document("a", f"{byline}\n{OWN_PEN}", parts=(Part("byline", Span("a", 0, len(byline))),))
    b = document("b", f"{byline}\n{WIRE}", parts=(Part("byline", Span("b", 0, len(byline))),))
    assert find_copies([a, b]) == ()


def test_short_reports_with_the_same_words_are_copies() -> None:
    copy = only_copy(document("a", "Weir broke."), document("b", "WEIR BROKE\n"))
    assert (copy.share_of_a, copy.share_of_b, copy.kind) == (1.0, 1.0, "wholly")
    assert copy.passages == ((Span("a", 0, 10), Span("b", 0, 10)),)


SHORT = WIRE[: WIRE.index("Engineers")].strip()


@pytest.mark.parametrize(
    ("of_a", "of_b", "direction", "why"),
    [
        (
            {"publisher": "The Sallow Post", "credits": ("Associated Press",)},
            {"publisher": "AP"},
            "a from b",
            "one credits the publisher of the other",
        ),
        ({"credits": ("Reuters", "AFP")}, {"credits": ("Reuters",)}, "common source", "both credit Reuters"),
        ({"published": "2031-05-02"}, {"published": "2031-05-01"}, "a from b", "published later"),
        (
            {"published": "2031-05-01T12:00:00+02:00"},
            {"published": "2031-05-01T11:00:00+00:00"},
            "b from a",
            "published later",
        ),
        (
            {"published": "2031-05-01"},
            {"published": "2031-05-01T11:00:00+00:00"},
            "unknown",
            "nothing tells which was first",
        ),
        ({}, {}, "unknown", "nothing tells which was first"),
        ({}, {"text": SHORT}, "b from a", "the shorter is the beginning of the longer"),
        ({"text": SHORT}, {}, "a from b", "the shorter is the beginning of the longer"),
        (
            {"published": "2031-05-01"},
            {"published": "2031-05-02", "text": SHORT},
            "b from a",
            "published later, and shorter",
        ),
    ],
)
def test_direction(of_a: dict[str, object], of_b: dict[str, object], direction: str, why: str) -> None:
    copy = only_copy(replace(document("a", WIRE), **of_a), replace(document("b", WIRE), **of_b))
    assert (copy.direction, copy.why) == (direction, why)


def test_who_names_the_other_in_its_text_has_its_words() -> None:
    taken = WIRE[:200]
    a = document("a", f"{OWN_PEN} This was first reported by the Sallow Post. {taken}", publisher="River Weekly")
    copy = only_copy(a, document("b", WIRE, publisher="The Sallow Post"))
    assert (copy.direction, copy.why) == ("a from b", "one names the publisher of the other")


def test_two_takers_of_one_report_have_a_common_source_whichever_was_later() -> None:
    agency = document("a", WIRE, publisher="Upland Wire", published="2031-05-01")
    first = document("b", f"Upland Wire\n{WIRE}", published="2031-05-01")
    second = document("c", f"From Upland Wire\n{WIRE} More to come.", published="2031-05-02")
    ways = [(copy.a + copy.b, copy.direction) for copy in find_copies([agency, first, second])]
    assert ways == [("ab", "b from a"), ("ac", "b from a"), ("bc", "common source")]


def test_a_name_inside_the_shared_words_says_nothing_about_who_has_them() -> None:
    shared = WIRE + " A van of River Weekly stood in the water until the evening."
    copy = only_copy(
        document("a", shared, publisher="River Weekly"), document("b", shared, publisher="The Sallow Post")
    )
    assert copy.direction == "unknown"


def runs_by_hand(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """Greedy string tiling as it is defined: look at all pairs of places, take the longest, begin again."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    tiles = []
    while True:
        best = (0, 0, 0)
        for i in range(len(a)):
            for j in range(len(b)):
                size = 0
                while (
                    i + size < len(a)
                    and j + size < len(b)
                    and a[i + size] == b[j + size]
                    and i + size not in used_a
                    and j + size not in used_b
                ):
                    size += 1
                best = min(best, (-size, i, j))
        size, i, j = -best[0], best[1], best[2]
        if size < SHORTEST:
            return sorted(tiles)
        tiles.append((i, j, size))
        used_a |= set(range(i, i + size))
        used_b |= set(range(j, j + size))


PIECES = st.lists(
    st.sampled_from(["the gate broke near the old mill and", "water ran into", "forty", "cellars"]), max_size=5
)


@settings(max_examples=50, deadline=None)
@given(PIECES, PIECES)
def test_passages_are_those_of_the_slow_way(left: list[str], right: list[str]) -> None:
    keys: dict[str, int] = {}
    a, b = (running_text(document(name, " ".join(text)), keys) for name, text in (("a", left), ("b", right)))
    slow = runs_by_hand(a.keys, b.keys)
    everywhere = [
        (i, j, k) for i in range(len(a.keys)) for j in range(len(b.keys)) if (k := _run(a.keys, b.keys, i, j)) >= 8
    ]
    assert sorted(tile(a.keys, b.keys, everywhere)) == slow
    assert {(p.a, p.b, p.size) for p in shared_passages(a, b, index(a), index(b))} <= set(slow)


def _run(a: Sequence[int], b: Sequence[int], i: int, j: int) -> int:
    size = 0
    while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
        size += 1
    return size


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet=st.sampled_from("ab cß“”\"'.\n"), max_size=80) | st.just(WIRE), min_size=2, max_size=3)
)
def test_any_texts_give_valid_spans_and_the_same_copies_twice(texts: list[str]) -> None:
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    copies = find_copies(documents)
    by_id = {one.id: one for one in documents}
    for copy in copies:
        assert 0 < copy.share_of_a <= 1
        assert 0 < copy.share_of_b <= 1
        for span in (span for pair in copy.passages for span in pair):
            words = cut(by_id[span.document], span)
            assert words == words.strip() != ""
    assert copies == find_copies(documents)
