"""The last words of names: offices in capitals, numbers, families, and the outlet itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.name_edges import with_edges
from rashomon.model import EntityKind, Mention, Span

TEXT = "Orvel Rovers GM met the Arland AG. Chamber 3 is shut. The Marn family read The Beacon of Orvel Marn."


def mended(form: str, kind: EntityKind, publisher: str = "", text: str = TEXT) -> list[tuple[str, str]]:
    start = text.index(form)
    held = [Mention(Span("d", start, start + len(form)), kind)]
    return [(text[m.span.start : m.span.end], m.kind) for m in with_edges(text, held, publisher)]


@pytest.mark.parametrize(
    ("form", "kind", "kept"),
    [
        ("Orvel Rovers GM", "organisation", [("Orvel Rovers", "organisation")]),
        ("Arland AG", "place", [("Arland", "place")]),
        ("Chamber", "person", []),
        ("Marn", "person", [("Marn family", "organisation")]),
        ("Orvel Marn", "person", [("Orvel Marn", "person")]),
        ("Orvel Rovers", "organisation", [("Orvel Rovers", "organisation")]),
    ],
)
def test_the_edge_of_a_name_is_mended(form: str, kind: EntityKind, kept: list[tuple[str, str]]) -> None:
    assert mended(form, kind) == kept


def test_an_office_in_capitals_alone_is_no_name() -> None:
    assert mended("A.G.", "person", text="The A.G. left.") == []


def test_the_outlet_by_its_name_is_no_person() -> None:
    assert mended("Beacon", "person", publisher="The Beacon") == [("Beacon", "organisation")]
    assert mended("Beacon", "person", publisher="Beacon") == [("Beacon", "person")]


@pytest.mark.parametrize("text", ["Windows 10 came.", "Boeing 737 came.", "Chamber 3-1 won.", "Chamber is shut."])
def test_other_words_with_or_without_numbers_stay(text: str) -> None:
    form = text.split()[0]
    assert mended(form, "other", text=text) == [(form, "other")]


@given(st.text(min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 40))
@settings(max_examples=60)
def test_spans_stay_in_the_text_and_begin_where_they_did(text: str, start: int, length: int) -> None:
    start = min(start, len(text) - 1)
    held = Mention(Span("d", start, min(len(text), start + length)), "person")
    for mention in with_edges(text, [held]):
        assert mention.span.start == start < mention.span.end <= len(text)
