"""Words and slices: what every stage needs to know about text, and nothing about news.

`content_id` makes the ids; `trim` takes blanks from the ends of a range; `words` gives tokens with offsets; `fold` is
the form in which words are compared (typographic quotes, dashes and case levelled; never shown).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Document, Span

_LEVEL = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "—": "-", "\xa0": " "}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")


class Word(NamedTuple):
    """A word as written, with its half-open range in the text it was taken from."""

    text: str
    start: int
    end: int


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content alone: the prefix and 12 hexadecimal digits of the SHA-256 of the parts."""
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def cut(document: Document, span: Span) -> str:
    """The words of a span."""
    return document.text[span.start : span.end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at either end; empty ranges collapse to `(start, start)`."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def trimmed_span(document: Document, start: int, end: int) -> Span:
    """A span of the document without blanks at either end."""
    return Span(document.id, *trim(document.text, start, end))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words and numbers of `text[start:end]`, with offsets into `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(match.group(), *match.span())


def spelled(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words and numbers of `text[start:end]` as written: `words` without the offsets, much faster."""
    return _WORD.findall(text, start, len(text) if end is None else end)


def level(text: str) -> str:
    """The text with typographic quotes, dashes and hard blanks levelled; same length, so offsets stay."""
    if not text.isascii():
        for typographic, plain in _LEVEL.items():
            text = text.replace(typographic, plain)
    return text


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form in which words are compared: levelled and casefolded, blanks collapsed. Offsets do not survive it."""
    return " ".join(level(text).casefold().split())


def enumerated(words: Sequence[str]) -> str:
    """One or more words as a list to read: "A, B and C"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
