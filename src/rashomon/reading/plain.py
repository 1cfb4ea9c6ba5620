"""What a text says of itself: headline, outlet, day, authors, credits, parts, and what is not the report.

Order: lines; front matter and labels; the head; the end; the lines between; place lines; the outlet from all of these.
The text itself is never changed. Sentences are not read.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import PartKind
from rashomon.reading.agencies import agencies_in
from rashomon.reading.body import PARTS, find_parts, is_excerpt, ranges, read_end, read_middle
from rashomon.reading.bylines import outlet_of_byline
from rashomon.reading.head import first_paragraph, read_head
from rashomon.reading.labels import Labels, read_labels
from rashomon.reading.layout import Layout, Page
from rashomon.reading.lines import split_lines
from rashomon.reading.masthead import outlet_in


def read_layout(text: str) -> Layout:
    """Finds in a text what it says of itself."""
    labels = read_labels(text)
    lines = [line for line in split_lines(text) if line.start >= labels.end]
    page = Page(lines, [None] * len(lines))
    first = first_paragraph(lines)
    headline = read_head(page, first, labels) or labels.headline
    kept = [span for span in labels.ranges if span != headline]
    if labels.headline and labels.headline != headline:
        kept.append(labels.headline)
    return _finish(page, text, first, headline, labels, [], kept)


def read_running(text: str, known: Sequence[tuple[str, int, int]]) -> Layout:
    """The same for a text whose head is known: `known` are kinds ("headline", a part's) with ranges of whole lines."""
    covered = [(start, end) for _, start, end in known]
    lines = [line for line in split_lines(text) if not any(a <= line.start < b for a, b in covered)]
    page = Page(
        lines, [None] * len(lines), credited=[text[a:b] for kind, a, b in known if kind in ("caption", "byline")]
    )
    headline = next(((a, b) for kind, a, b in known if kind == "headline"), None)
    parts = [(part, a, b) for kind, a, b in known for part in PARTS if part == kind]
    return _finish(page, text, 0, headline, Labels(), parts, [])


def _finish(
    page: Page,
    text: str,
    first: int,
    headline: tuple[int, int] | None,
    labels: Labels,
    parts: list[tuple[PartKind, int, int]],
    boilerplate: list[tuple[int, int]],
) -> Layout:
    """Everything below the head, and what follows from all parts together."""
    last = read_end(page, first)
    read_middle(page, first, last)
    parts = parts + find_parts(page, text, first)
    signed = (outlet_of_byline(line) for line in page.credited)
    publisher = labels.publisher or page.publisher or outlet_in(_aside(page)) or next(filter(None, signed), None)
    return Layout(
        headline,
        publisher,
        tuple(dict.fromkeys(credit for line in page.credited for credit in agencies_in(line))),
        tuple(dict.fromkeys((*labels.authors, *page.authors))),
        labels.published or min(page.days, default=(False, 0, None))[2],
        labels.url,
        tuple(sorted(parts, key=lambda part: part[1:])),
        tuple(sorted(boilerplate + ranges(page, "boilerplate"))),
        is_excerpt(page.lines),
    )


def _aside(page: Page) -> list[str]:
    """The short lines that are not running text: what an outlet says of itself stands there."""
    marked = zip(page.lines, page.kinds, strict=True)
    return [line.text for line, kind in marked if kind in ("boilerplate", "byline") and line.size <= 60]
