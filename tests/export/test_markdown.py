"""The Markdown summary: everything in it, and nothing of a source acts as markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import samples
from rashomon.export.markdown import escape, to_markdown
from rashomon.export.outline import one_line, version_of
from rashomon.model import Document, Span

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_the_summary_as_it_is_read() -> None:
    assert (
        to_markdown(samples.bridge())
        == """\
# Bridge closes after crack is found

2031-05-02 to 2031-05-03. 2 reports, 2 independent origins.

## Reports

- **A** The Marle Gazette, 2031-05-02, “Bridge closes after crack is found” (a.txt)
- **B** Coast Radio, 2031-05-03, “😀 Orrin Bridge shut” (b.txt)

## They differ

### people were stuck

contradiction · number · confidence 0.90 · 12 against 14

- 12
  - **A** “12 people were stuck on it”
- 14
  - **B** “14 people were stuck”

## All say

- The Orrin Bridge was closed
  - **A** “The Orrin Bridge was closed on Friday”
  - **B** “The Orrin Bridge was closed on Friday”

## Only here

- **A** “The toll house stayed open”
- **B** “Buses were diverted”

## Who is who

- **Lina Voss** (person; A, B); written: Lina Voss, Voss, Lina Vos; titles: Mayor; is: sister of Tom Vos
- **Tom Vos** (person; B); titles: harbour master
- **Orrin Bridge** (place; A, B)
"""
    )


def test_ordinary_words_are_left_alone() -> None:
    words = "Mr. Pell (34) said at 7:30 a.m.: “It’s over!” – 50% of it; why?"
    assert escape(words) == words


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[click](http://x.example)",
        "![](http://x.example/a.png)",
        "*bold* _soft_ `code` ~~gone~~",
        "| a | b |",
        "# heading",
        "- list",
        "1. list",
        "> quote",
        "&lt;b&gt;",
        "a  \\",
        "<http://x.example>",
        "---",
        "[^1]: note",
    ],
)
def test_hostile_words_come_out_as_words(hostile: str) -> None:
    inline = [token for token in RENDER.parse("“" + escape(hostile) + "”") if token.children]
    assert "".join(child.content for token in inline for child in token.children or []) == f"“{hostile}”"


@pytest.mark.parametrize(
    "address", ["http://x.example", "https://x.example", "www.x.example", "WWW.x.example", "a@x.example"]
)
def test_an_address_does_not_become_a_link_on_a_forge(address: str) -> None:
    assert address not in escape(address)


@pytest.mark.parametrize("call", ["@somebody", "#12", ":smile:", "$x$"])
def test_a_forge_is_not_called(call: str) -> None:
    assert escape(call).startswith("\\")


@given(st.text(alphabet=st.sampled_from(list("ab1 .:;,!?*_`[](){}<>&#|~@$^\\/-+=\"'’“”\n\t\u202e\x1b😀"))))
def test_no_markup_survives(words: str) -> None:
    line = one_line(words)
    tokens = RENDER.parse("x " + escape(line) + " x")
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or []}
    assert kinds <= HARMLESS
    shown = "".join(child.content for token in tokens for child in token.children or [])
    assert shown == f"x {line} x".replace("  ", " ") or shown == f"x {line} x"


def test_a_hostile_headline_stays_inside_its_line() -> None:
    text = to_markdown(samples.bridge("<img src=x> *crack*\n# found"))
    assert text.startswith("# &lt;img src=x> \\*crack\\* \\# found\n")


@pytest.mark.parametrize(
    ("text", "places", "shown"),
    [
        ("The quay is shut, it has never opened", [(0, 16), (18, 37)], ["The quay is shut, it has never opened"]),
        ("The quay is shut and nobody knows why", [(0, 37), (4, 16)], ["The quay is shut and nobody knows why"]),
        ("It is shut. Nobody knows why", [(0, 10), (12, 28)], ["It is shut", "Nobody knows why"]),
        ("It is shut, said the pilot, for good", [(0, 10), (28, 36)], ["It is shut", "for good"]),
        ("We wait, he said. We wait, he said.", [(0, 7), (18, 25)], ["We wait"]),
    ],
)
def test_words_that_run_on_are_shown_as_one_and_words_said_twice_once(
    text: str, places: list[tuple[int, int]], shown: list[str]
) -> None:
    document = Document("d", "d.txt", "0" * 64, "text/plain", text, siglum="A")
    version = version_of(None, [Span("d", start, end) for start, end in places], {"d": document})
    assert [saying.words for saying in version.sayings] == shown
