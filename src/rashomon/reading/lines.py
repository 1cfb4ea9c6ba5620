"""The lines of a text, with what can be seen of each without knowing news: its size, its end, its company.

Offsets are code points of the text the lines were cut from; a line carries no blank at either end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.text import trim

_FINAL = ".!?…。！？؟।"
_CLOSING = "\"'”’»)]）」』"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BORDER = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’)]?\s+[\"'“‘(]?[^\W\da-z_]|[。！？]")
_CUT_MARK = re.compile(r"\s*\[[^\[\]]{1,20}\]$")
_PARAGRAPH_WORDS = 12
_LONG_WORDS = 35


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `gap` says that a blank line (or the start of the text) stands before it."""

    start: int
    end: int
    text: str
    gap: bool
    size: int


def split_lines(text: str) -> list[Line]:
    """The lines of the text that hold more than blanks, in order."""
    lines: list[Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        start, end = trim(text, at, at + len(raw))
        if start < end and text[start] == "\ufeff":
            start, end = trim(text, start + 1, end)
        if start < end:
            lines.append(Line(start, end, text[start:end], gap, count_words(text[start:end])))
            gap = False
        else:
            gap = True
        at += len(raw)
    return lines


def count_words(text: str) -> int:
    """The number of words; in scripts that set no blanks between words, two signs count as one."""
    spaced = len(text.split())
    return spaced if text.isascii() else max(spaced, len(_CJK.findall(text)) // 2)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets set aside."""
    bare = (_CUT_MARK.sub("", text) if text.endswith("]") else text).rstrip(_CLOSING + " ")
    return bool(bare) and (bare[-1] in _FINAL or text[-1] in _FINAL)


def holds_sentences(line: Line) -> bool:
    """Whether a sentence ends inside the line and another begins."""
    return bool(_BORDER.search(line.text))


def is_paragraph(line: Line) -> bool:
    """Whether the line looks like running text: long, or whole sentences of some length."""
    if line.size >= _LONG_WORDS:
        return True
    if not ends_sentence(line.text):
        return False
    return line.size >= _PARAGRAPH_WORDS or (holds_sentences(line) and line.size >= _PARAGRAPH_WORDS // 2)
