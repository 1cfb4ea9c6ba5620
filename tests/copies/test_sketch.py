"""Sketches: equal for the same running words, with a key in common for a long run of words in common."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import pack, sketch, sketches, unpack
from rashomon.copies.passages import kept_ranges
from rashomon.copies.sketch import BANDS, CERTAIN, WINDOW, packed_keys
from rashomon.model import Document, Part, Span
from rashomon.text import fold, words

WIRE = (
    "The old weir at Sallow broke on Monday night and water ran into forty cellars, the fire brigade reported. "
    "Nobody was hurt, though two families were carried out of their houses by boat shortly before midnight."
)
WHOLE = 2**64


def document(text: str, **fields: object) -> Document:
    return replace(Document("d", "d.txt", "d", "text/plain", text), **fields)


def mixed(key: int) -> int:
    key = (key ^ key >> 30) * 0xBF58476D1CE4E5B9 % WHOLE
    key = (key ^ key >> 27) * 0x94D049BB133111EB % WHOLE
    return key ^ key >> 31


def prints_by_hand(document: Document) -> tuple[int, ...]:
    """The prints as they are defined: word by word, window by window, in whole numbers."""
    hashed: list[int | None] = []
    for start, end in kept_ranges(document):
        hashed.append(None)
        for word in words(document.text, start, end):
            letters = enumerate(fold(word.text.replace("ß", chr(0xF0000 + ord("ß")))))
            hashed.append(mixed(sum(ord(letter) * pow(0x9E3779B97F4A7C15, n, WHOLE) for n, letter in letters) % WHOLE))
    grams = []
    for start in range(1, len(hashed) - 7):
        gram = 0
        for key in hashed[start : start + 8]:
            gram = -1 if key is None or gram < 0 else (gram * 0xD6E8FEB86659FD93 + key) % WHOLE
        grams.append(gram if gram >= 0 else WHOLE)
    starts = range(max(1, len(grams) - WINDOW + 1))
    least = {min(grams[start : start + WINDOW], default=WHOLE) for start in starts} - {WHOLE}
    return tuple(sorted(key - WHOLE if key >= WHOLE // 2 else key for key in least))


def test_a_sketch_is_the_same_on_every_machine() -> None:
    """When this fails, stored sketches cannot be compared with new ones: move `VERSION`."""
    found = sketch(document(WIRE))
    assert (found.size, len(found.bands)) == (36, BANDS)
    assert found.bands[::7] == (5693826940152422120, 6021264465104085869)
    assert found.prints == (438819869420673632, 453955864604586272)


def test_the_same_running_words_have_the_same_keys() -> None:
    shouted = WIRE.upper().replace(" ", "\n")
    head = "By Nele Osgood\n"
    under_a_head = document(head + WIRE, parts=(Part("byline", Span("d", 0, len(head) - 1)),))
    assert sketch(document(shouted)) == sketch(document(WIRE)) == sketch(under_a_head)


def test_typographic_marks_change_nothing() -> None:
    assert sketch(document("The mayor’s well‑kept weir")) == sketch(document("the mayor's well-kept weir"))


@pytest.mark.parametrize(
    ("text", "bands", "prints"), [("", 0, 0), ("!!!", 0, 0), ("Weir.", BANDS, 0), (WIRE[:45], BANDS, 1)]
)
def test_a_short_text_has_few_keys_and_one_without_words_none(text: str, bands: int, prints: int) -> None:
    found = sketch(document(text))
    assert (len(found.bands), len(found.prints)) == (bands, prints)


def test_no_print_runs_across_what_is_left_out() -> None:
    apart = document("the weir at Sallow ADVERT broke on Monday night", boilerplate=(Span("d", 19, 25),))
    assert sketch(apart).size == 8
    assert sketch(apart).prints == ()


def test_a_packed_sketch_comes_back() -> None:
    for text in ("", "Weir.", WIRE):
        found = sketch(document(text))
        assert unpack("d", pack(found)) == found
        assert tuple(packed_keys(pack(found)).tolist()) == found.keys


TEXTS = st.lists(st.sampled_from("weir broke river ß the’ 4.5 … Straße 堰が 决口 \n".split(" ")), max_size=40).map(
    " ".join
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(0, 30), st.integers(0, 12))
def test_prints_are_those_of_the_slow_way(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    one = document(text, boilerplate=(Span("d", start, end),) if start < end else ())
    assert sketch(one).prints == prints_by_hand(one)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS | st.text(max_size=60), max_size=6), st.integers(0, 90))
def test_many_sketches_at_a_time_are_those_of_one_at_a_time(texts: list[str], together: int) -> None:
    documents = [
        replace(document(text), id=f"d{n}", boilerplate=(Span(f"d{n}", 1, 2 + n),) if len(text) > 2 + n else ())
        for n, text in enumerate(texts)
    ]
    with mock.patch("rashomon.copies.sketch.TOGETHER", together):
        assert list(sketches(documents)) == [sketch(each) for each in documents]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 9))
def test_a_long_run_in_common_is_a_key_in_common(a: int, b: int, c: int, d: int, theme: int) -> None:
    run = [f"common{chr(97 + number)}{theme}x" for number in range(CERTAIN)]
    left = [f"l{'x' * (n + 1)}" for n in range(a)] + run + [f"m{'x' * (n + 1)}" for n in range(b)]
    right = [f"p{'x' * (n + 1)}" for n in range(c)] + run + [f"q{'x' * (n + 1)}" for n in range(d)]
    one, other = sketch(document(" ".join(left))), sketch(document(" ".join(right)))
    assert set(one.prints) & set(other.prints)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_signed_keys_of_64_bits_and_the_same_twice(text: str) -> None:
    found = sketch(document(text))
    assert found == sketch(document(text))
    assert all(-(2**63) <= key < 2**63 for key in found.keys)
    assert unpack("d", pack(found)) == found
