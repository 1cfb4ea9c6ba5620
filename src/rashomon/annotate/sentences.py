"""Sentences of a report, per paragraph, with the part of the report each stands in.

Boilerplate, bylines and date lines yield none; headline, deck, captions and headings do. A paragraph is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from rashomon.model import Document, Sentence, Span, StatementPart
from rashomon.text import trim

_SILENT = ("byline", "dateline")
LONGEST = 2000
"""Code points of a sentence; the longest of the news have some 700."""
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Prof|Rev|Hon|St|Supt|Det|Insp|Cllr|Sr|Fr|v|vs)\.\s+\Z"
)
"""What no sentence ends with, though the splitter may cut there behind a quotation."""
_GOES_ON = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No)\.\s+(?=[0-9])"
    r"|[ap]\.m\.\s+(?=\(?(?:GMT|UTC|[A-Z]{1,4}T)\b|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[a-z]))"
)
"""A stop that ends no sentence because of what comes after it: "Feb. 4", "2 a.m. Thursday"."""
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.\Z")
"""Between letters with stops, and no blank, no sentence ends: "D-N.Y., said"."""
_PLAYER = re.compile(
    r"(?:media playback is (?:un)?supported on (?:your|this) device\s+)?(?:image (?:copyright|source)\s[^\n]{2,60}?\s)?"
    r"(?:image|media|video)\s+caption\s+(?=\S)",
    re.IGNORECASE,
)
"""What a page sets before a caption, and is no part of it."""
_CREDIT = re.compile(r"image (?:copyright|source)\s[^\n]{2,60}", re.IGNORECASE)


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences in order. Spans carry no blank at either end and never cross a line or a part's border."""
    found: list[Sentence] = []
    for start, end, part in _blocks(document):
        for a, b in _lines(document.text, start, end):
            if part == "caption" and (player := _PLAYER.match(document.text, a, b)):
                a = player.end()
            elif part == "caption" and _CREDIT.fullmatch(document.text, a, b):
                continue
            for left, right in _boundaries(document.text[a:b], document.language or "en"):
                for first, last in _no_longer(document.text, a + left, a + right):
                    if any(character.isalnum() for character in document.text[first:last]):
                        found.append(Sentence(Span(document.id, first, last), part))
    return tuple(found)


def _no_longer(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What has no end for hundreds of words is no sentence and is cut at a blank, so that time stays linear."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\t", start + 1, start + LONGEST))
        cut = cut if cut > 0 else start + LONGEST
        yield trim(text, start, cut)
        start = cut
    yield trim(text, start, end)


def _blocks(document: Document) -> list[tuple[int, int, StatementPart]]:
    """Stretches of the text that are report, each with its part; bylines, date lines and boilerplate are left out."""
    marked: list[tuple[int, int, StatementPart | None]] = []
    if document.headline:
        marked.append((document.headline.start, document.headline.end, "headline"))
    for part in document.parts:
        label: StatementPart | None
        if part.kind in _SILENT:
            label = None
        elif part.kind == "deck":
            label = "deck"
        elif part.kind == "caption":
            label = "caption"
        else:
            label = "body"
        marked.append((part.span.start, part.span.end, label))
    marked.extend((span.start, span.end, None) for span in document.boilerplate)
    marked.sort(key=lambda block: (block[0], block[1], block[2] or ""))
    blocks: list[tuple[int, int, StatementPart]] = []
    at = 0
    for start, end, label in marked:
        if at < start:
            blocks.append((at, start, "body"))
        if label and at < end:
            blocks.append((max(at, start), end, label))
        at = max(at, end)
    if at < len(document.text):
        blocks.append((at, len(document.text), "body"))
    return blocks


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        a, b = trim(text, at, at + len(line))
        if a < b:
            lines.append((a, b))
        at += len(line)
    return lines


def _boundaries(line: str, language: str) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries(language, line):
        start, end = boundary["start_index"], boundary["end_index"]
        goes_on = any(match.end() == start for match in _GOES_ON.finditer(line, max(0, start - 12), start + 12))
        glued = _INITIAL.search(line, max(0, start - 3), start) is not None
        if bounds and (goes_on or glued or _ABBREVIATED.search(line, max(0, start - 12), start)):
            start = bounds.pop()[0]
        bounds.append((start, end))
    return bounds
