"""Origins: copies count once, independent pens count each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.copies import find_copies, find_origins
from rashomon.model import Copy, Document, Origin

TEXTS = [
    "The old weir at Sallow broke on Monday night and water ran into forty cellars, the fire brigade said.",
    "Two families were carried out of their houses by boat shortly before midnight, and nobody came to harm.",
    "Bridge.",
    "“We shall mend the gate before winter,” said Odile Krantz.",
    "",
    "!!!",
]


def document(name: str, text: str) -> Document:
    return Document(name, f"{name}.txt", name, "text/plain", text)


def copy(a: str, b: str, share_of_a: float, share_of_b: float) -> Copy:
    return Copy(a, b, share_of_a, share_of_b, "partly", "unknown", "", ())


def groups(origins: tuple[Origin, ...]) -> list[tuple[str, ...]]:
    return [origin.documents for origin in origins]


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        ([], [("a",), ("b",), ("c",)]),
        ([copy("a", "b", 0.3, 0.39)], [("a",), ("b",), ("c",)]),
        ([copy("a", "c", 0.1, 0.4)], [("a", "c"), ("b",)]),
        ([copy("b", "c", 0.9, 0.9), copy("a", "b", 0.8, 0.2)], [("a", "b", "c")]),
    ],
)
def test_two_fifths_of_either_side_tie_two_reports(copies: list[Copy], expected: list[tuple[str, ...]]) -> None:
    documents = [document("a", "one"), document("b", "two"), document("c", "three")]
    assert groups(find_origins(documents, copies)) == expected


def test_the_id_is_made_of_the_documents_whatever_their_order() -> None:
    a, b = document("a", "one"), document("b", "two")
    tie = [copy("a", "b", 1, 1)]
    assert find_origins([a, b], tie)[0].id == find_origins([b, a], tie)[0].id
    assert find_origins([a, b], tie)[0].id != find_origins([a, b], [])[0].id


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4), st.data())
def test_an_exact_copy_never_adds_an_origin(texts: list[str], data: st.DataObject) -> None:
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    before = find_origins(documents, find_copies(documents))
    again = document("again", data.draw(st.sampled_from(texts)))
    after = find_origins([*documents, again], find_copies([*documents, again]))
    assert len(after) == len(before)


@settings(max_examples=40, deadline=None)
@given(st.permutations(TEXTS))
def test_every_document_has_one_origin(texts: list[str]) -> None:
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    origins = find_origins(documents, find_copies(documents))
    assert sorted(name for origin in origins for name in origin.documents) == [one.id for one in documents]
