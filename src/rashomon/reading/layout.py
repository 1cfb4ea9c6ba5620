"""What is kept while a text is sorted into its parts, and what a line's own form shows of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.model import PartKind
from rashomon.reading import furniture
from rashomon.reading.bylines import byline_names, is_author_box
from rashomon.reading.captions import is_bare_credit, is_caption
from rashomon.reading.lines import Line
from rashomon.reading.stated import read_date_line


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found in a text; ranges are half-open code points without blanks at the ends, in order."""

    headline: tuple[int, int] | None = None
    publisher: str | None = None
    credits: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    parts: tuple[tuple[PartKind, int, int], ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    excerpt: bool = False


@dataclass(slots=True)
class Page:
    """Lines and their kinds: a part's, "headline", "boilerplate", "publisher"; None: running text."""

    lines: list[Line]
    kinds: list[str | None]
    days: list[tuple[bool, int, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    credited: list[str] = field(default_factory=list)
    publisher: str | None = None
    furniture: dict[int, bool] = field(default_factory=dict)


def is_furniture_line(page: Page, index: int) -> bool:
    """Whether the line is furniture by itself; asked of every line more than once, and found once."""
    if index not in page.furniture:
        page.furniture[index] = furniture.is_furniture(page.lines[index].text)
    return page.furniture[index]


def form_of(page: Page, index: int) -> str | None:
    """The kind that a line's own form shows."""
    line = page.lines[index]
    stated = read_date_line(line.text)
    if stated:
        if stated.value:
            page.days.append((stated.changed, line.start, stated.value))
        return "dateline"
    if is_furniture_line(page, index) or furniture.heads_list(line.text):
        return "boilerplate"
    if furniture.is_menu(line.text) and byline_names(line.text) is None:
        return "boilerplate"
    if is_caption(line.text):
        page.credited.append(line.text)
        return "boilerplate" if is_bare_credit(line.text) else "caption"
    if is_author_box(line.text):
        return "byline"
    if opens_byline(line.text):
        page.authors.extend(byline_names(line.text) or ())
        page.credited.append(line.text)
        return "byline"
    return None


def opens_byline(text: str) -> bool:
    """Whether the line is a byline that says so ("By …")."""
    return bool(re.match(r"by\s", text, re.I)) and byline_names(text) is not None
