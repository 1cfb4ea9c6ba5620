"""The passages of a report that tell of happenings of their own: round-ups, news in brief, live blogs.

Steps: sections, each begun by a heading, by a clock time or a bullet at the head of a line, or by a line of marks; a
short section belongs to the one before it; neighbours that have something in common are one passage; where passages
have next to nothing in common, on average over all pairs, the report is cut between them. A report without such
lines, or whose sections speak of one thing, is one passage. Nothing is asked of the headline: most round-ups do not say
that they are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rashomon.events.weighing import UNIT, weigh
from rashomon.model import Document
from rashomon.text import trim

FEWEST = 4
"""Sections of a report that is cut."""
LEFT = 3
"""Passages that are left of them when like neighbours are joined."""
MOST = 40
"""Sections that are looked at; the last goes on to the end."""
READ = 1500
"""Code points at the head of a section that tell what it is of."""
SHORTEST = 150
"""Code points of a section that stands alone."""
MAIN = 0.6
"""The share of the text of one section above which the others are what stands under a report, or beside it."""
STRANGE = 0.04
"""The average cosine of sections below which they tell of different things."""
ALIKE = 0.12
"""The cosine from which on two neighbours are one passage."""

_CLOCK = re.compile(r"\W{0,3}(?:updated?:? |posted:? )?\d{1,2}[:.h]\d{2}(?::\d{2})? ?(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•●▪■◆►‣*–—-]|\d{1,2}[.)])\s+\S")
_MARKS = re.compile(r"[*·•=_~#—-](?:\s*[*·•=_~#—-]){2,}")
_LINE = re.compile(r"[^\n]+")
_TITLE = 90  # code points of a line that may be a heading, of two words or more
_GOES_ON = ".,;:!?”\"'"  # what ends a sentence, and no heading
_BODY = 100  # of one that stands under a heading


def passages(document: Document) -> tuple[tuple[int, int], ...]:
    """The half-open ranges of the passages in order; the whole text where it tells of one thing. No blank at the ends
    of any but the whole.
    """
    whole = ((0, len(document.text)),)
    sections = list(_sections(document))
    longest = max((end - start for start, end in sections), default=0)
    if len(sections) < FEWEST or longest > MAIN * len(document.text):
        return whole
    sample = [sections[place * (len(sections) - 1) // (FEWEST - 1)] for place in range(FEWEST)]
    if _in_common(_vectors(document, sample)) >= 3 * STRANGE:  # nearly all reports with headings: no need to read on
        return whole
    vectors = _vectors(document, sections)
    cut, heads = [sections[0]], [vectors[0]]
    for (a, b), section in zip(pairwise(vectors), sections[1:], strict=True):
        if _cosine(a, b) >= ALIKE:
            cut[-1] = (cut[-1][0], section[1])
        else:
            cut.append(section)
            heads.append(b)
    return tuple(cut) if len(cut) >= LEFT and _in_common(heads) < STRANGE else whole


def _sections(document: Document) -> Iterator[tuple[int, int]]:
    """Ranges between the lines that begin one, short ones with the one before; the headline is in none."""
    text = document.text
    first = document.headline.end if document.headline else 0
    starts = [first, *(start for start in _begun(document) if start > first)][: MOST + 1]
    held: tuple[int, int] | None = None
    for start, end in pairwise([*starts, len(text)]):
        start, end = trim(text, start, end)
        if start == end:
            continue
        if held is not None and (end - start < SHORTEST or held[1] - held[0] < SHORTEST):
            held = (held[0], max(held[1], end))
        else:
            if held is not None:
                yield held
            held = (start, end)
    if held is not None:
        yield held


def _begun(document: Document) -> Iterator[int]:
    """Where lines stand that begin a section, rising."""
    headings = {part.span.start for part in document.parts if part.kind == "heading"}
    lines = [(match.start(), match[0].strip()) for match in _LINE.finditer(document.text) if match[0].strip()]
    for (start, line), (_, below) in pairwise([*lines, (len(document.text), "")]):
        title = len(line) <= _TITLE and " " in line and line[0].isupper() and line[-1] not in _GOES_ON
        marked = _CLOCK.match(line) or _BULLET.match(line) or _MARKS.fullmatch(line)
        if start in headings or marked or (title and len(below) >= _BODY):
            yield start


def _vectors(document: Document, sections: Sequence[tuple[int, int]]) -> list[dict[int, int]]:
    """The weighed words at the head of each section."""
    heads = [weigh(document, start, min(end, start + READ)) for start, end in sections]
    return [{word.number: word.weight for word in head} for head in heads]


def _in_common(vectors: Sequence[dict[int, int]]) -> float:
    """The average cosine over all pairs."""
    pairs = list(combinations(vectors, 2))
    return sum(_cosine(a, b) for a, b in pairs) / len(pairs)


def _cosine(a: dict[int, int], b: dict[int, int]) -> float:
    return sum(weight * b[word] for word, weight in a.items() if word in b) / UNIT**2
