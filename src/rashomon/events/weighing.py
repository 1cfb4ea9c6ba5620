"""The words of a report by which it is known again: those of its headline and beginning, with weight and marks.

Steps: the running text (no boilerplate, no byline) up to `LONGEST` code points; its content words in compared form,
each weighted by how telling it is in English and how often it stands there; marks for names (written with a capital
inside a sentence) and for numbers, of which names weigh a quarter more; the heaviest `MOST` are kept, as a vector of
length 1. In an English report what is no common word of English and has its capital at the head of a sentence is marked
as a name too, but weighs no more: a form that is filled in ("Tarnholm shares closed at …") may begin each line so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log, sqrt
from typing import NamedTuple

from rashomon.events.background import number_of, telling, unknown
from rashomon.model import Document
from rashomon.terms import term

NAME, NUMBER = 1, 2
"""Marks of a word; a word may bear several."""
LONGEST = 3000
HEAD = 500
"""Code points of headline and first sentences."""
MOST = 120
UNIT = 10_000
_NAMES = 1.25
_SILENT = {"byline"}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")  # "union-led" speaks of a union: two words
_ENDS = frozenset(".!?:\n\"“”'‘’-–—|•*")


class Weighed(NamedTuple):
    """A word by its number, with its weight in units of 1 / `UNIT` and its marks."""

    number: int
    weight: int
    marks: int


def running(document: Document, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """The stretches of the passage that are report, `most` code points together."""
    silent = sorted((span.start, span.end) for span in document.boilerplate)
    silent += sorted((part.span.start, part.span.end) for part in document.parts if part.kind in _SILENT)
    for a, b in [*sorted(silent), (end, end)]:
        if start < min(a, end) and most > 0:
            stop = min(a, end, start + most)
            yield start, stop
            most -= stop - start
        start = max(start, b)


def weigh(document: Document, start: int, end: int) -> tuple[Weighed, ...]:
    """The heaviest words of the passage by number; together their weights are a vector of length `UNIT`."""
    text = document.text
    counts: dict[str, int] = {}
    marks: dict[str, int] = {}
    english = (document.language or "").startswith("en")
    inside: set[str] = set()
    for a, b in running(document, start, end, LONGEST):
        for match in _WORD.finditer(text, a, b):
            word = match[0]
            form = term(word)
            if form is None:
                continue
            counts[form] = counts.get(form, 0) + 1
            mark = marks.setdefault(form, NUMBER if word[0].isdigit() else 0)
            if mark != NUMBER and form not in inside and word[0].isupper():
                if not _begins(text, match.start()):
                    inside.add(form)
                    marks[form] = NAME
                elif english and unknown(form):
                    marks[form] = NAME
    heavy = sorted(
        (
            (telling(form) * (1 + log(count)) * (_NAMES if form in inside else 1), form)
            for form, count in counts.items()
        ),
        reverse=True,
    )[:MOST]
    length = sqrt(sum(weight * weight for weight, _ in heavy)) or 1.0
    found = {
        (number := number_of(form)): Weighed(number, round(UNIT * weight / length), marks[form])
        for weight, form in heavy
    }
    return tuple(found[number] for number in sorted(found))


def _begins(text: str, start: int) -> bool:
    """Whether a word stands where any would have a capital: after a full stop, a mark or at the head of a line."""
    place = start - 1
    while place >= 0 and text[place] in " \t\xa0":
        place -= 1
    return place < 0 or text[place] in _ENDS
