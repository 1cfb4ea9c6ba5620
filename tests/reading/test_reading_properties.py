"""What holds for every text: spans are valid and bare, parts lie apart, the same in gives the same out."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Document
from rashomon.reading.choose import read_bytes
from rashomon.reading.decode import Undecodable, decode
from rashomon.reading.plain import read_layout

LINES = st.sampled_from(
    [
        "",
        " ",
        "River floods Halm",
        "By Jane Miller and Tom Oder",
        "Halm Post",
        "Reuters",
        "2024-05-14",
        "Updated at 4:30 p.m. ET",
        " date 2024-05-14 The river rose on Tuesday, and 40 families had to leave their homes, the mayor said.",
        "HALM (AP) — The river rose in the town of Halm on Tuesday after two days of rain, officials said.",
        "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning.",
        "People wait on a roof in Halm. (Ann Lee/Reuters)",
        "Advertisement",
        "Most read",
        "READ MORE:",
        "---",
        "title: River floods Halm",
        "# River floods Halm",
        "The Associated Press contributed to this report.",
        "© 2024 Halm Post",
        "\x0c",
        "🙂 Ю 洪水",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=14).map("\n".join))


def spans(document: Document) -> list[tuple[int, int]]:
    headline = [document.headline] if document.headline else []
    return [(s.start, s.end) for s in [*headline, *(part.span for part in document.parts), *document.boilerplate]]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_text_is_read_and_its_spans_are_bare(text: str) -> None:
    layout = read_layout(text)
    ranges = [*([layout.headline] if layout.headline else []), *(p[1:] for p in layout.parts), *layout.boilerplate]
    for start, end in ranges:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert layout == read_layout(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_headline_parts_and_boilerplate_lie_apart(text: str) -> None:
    layout = read_layout(text)
    ranges = sorted(
        [*([layout.headline] if layout.headline else []), *(p[1:] for p in layout.parts), *layout.boilerplate]
    )
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(ranges))


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=200), TEXTS.map(str.encode), TEXTS.map(lambda text: f"<html><p>{text}".encode())))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    problems: list[object] = []
    documents = read_bytes(raw, "x", problems, named=True)  # type: ignore[arg-type]
    assert bool(documents) != bool(problems)
    for document in documents:
        assert all(document.text[a:b].strip() for a, b in spans(document))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_utf8_is_decoded_as_it_is(text: str) -> None:
    try:
        assert decode(text.encode()) == text
    except Undecodable:
        assert any(ord(character) < 32 for character in text)
