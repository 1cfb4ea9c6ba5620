"""Where a range of words may end: not inside a word with a hyphen, nor between a quotation mark and its other half.

Out of scope: marks that nobody closed, and marks inside marks.
"""

from __future__ import annotations

from rashomon.text import trim, words

_EDGES = ",;:—–-.!?…\"'“”‘’«»„ "
_HYPHENS = "-‐‑"
_MARKS = '"“”„«»'
_STOPS = ".,!?"
_APART = frozenset(
    """
    a an the and but or nor so yet if until unless when while because as that which who whom whose he she it they we you
    i his her its their our your my this these those there is are was were be has have had
    will would can could may might shall should must do does did
    """.split()
)
"""Words in front of which a hyphen stands for a dash."""


def without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The range (code points) without blanks and marks at its edges."""
    start, end = trim(text, start, end)
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return trim(text, start, end)


def whole(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The range (code points) made longer at both edges, within `low` and `high`, until it cuts no word nor pair."""
    return closed(text, *_uncut(text, start, end, low, high), low, high)


def closed(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The range with the other half of a pair of quotation marks that stands right beside it."""
    if sum(text.count(mark, start, end) for mark in _MARKS) % 2 == 0:
        return start, end
    behind = end + (end + 1 < high and text[end] in _STOPS)
    if behind < high and text[behind] in _MARKS and (behind + 1 == len(text) or not text[behind + 1].isalnum()):
        return start, behind + 1
    if start > low and text[start - 1] in _MARKS and text[start] not in _MARKS:
        return start - 1, end
    return start, end


def _uncut(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    while start - 1 > low and text[start - 1] in _HYPHENS and _joins(text, start - 1):
        start -= 1
        while start > low and text[start - 1].isalnum():
            start -= 1
    while end + 1 < high and text[end] in _HYPHENS and _joins(text, end):
        end += 1
        while end < high and text[end].isalnum():
            end += 1
    return start, end


def _joins(text: str, at: int) -> bool:
    """Whether the hyphen here stands between two parts of one word."""
    if not text[at - 1].isalnum() or not text[at + 1 : at + 2].isalnum():
        return False
    behind = next(words(text, at + 1), None)
    return behind is None or behind.text.casefold() not in _APART
