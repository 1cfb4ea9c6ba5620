"""What a text says of itself: headline, outlet, day, authors, credits, parts, and what is not the report.

Steps: lines; front matter and labels; the first and the last paragraph of the report; the head above it, line by line;
captions, headings and pointers between paragraphs; what stands below the end; place lines and glued dates inside the
first paragraphs; the outlet from all of these. The text itself is never changed. Sentences are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model import PartKind
from rashomon.reading import furniture
from rashomon.reading.agencies import agencies_in, agency_of
from rashomon.reading.bylines import byline_names, is_author_box, is_closing_note, is_person, place_line
from rashomon.reading.captions import dashed_credit, is_bare_credit, is_caption
from rashomon.reading.labels import Labels, read_labels
from rashomon.reading.lines import Line, ends_sentence, is_paragraph, split_lines
from rashomon.reading.masthead import could_be_outlet, outlet_in, outlet_noun, title_tail
from rashomon.reading.stated import day_within, glued_date, read_date_line

_HEAD_LINES = 12
_TAIL_SHARE = 0.25
_UPDATE = re.compile(r"^(?:UPDATE|CORRECTION|CLARIFICATION)\b")


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
class _Page:
    """Lines with what each was found to be: a part kind, "headline", "boilerplate", "publisher" or None for the report."""

    lines: list[Line]
    kinds: list[str | None]
    days: list[tuple[bool, int, str]]
    authors: list[str]
    credited: list[str]
    publisher: str | None = None


def read_layout(text: str) -> Layout:
    """Finds in a text what it says of itself."""
    labels = read_labels(text)
    lines = [line for line in split_lines(text) if line.start >= labels.end]
    page = _Page(lines, [None] * len(lines), [], [], [])
    first = _first_paragraph(lines)
    headline = _read_head(page, first, labels)
    last = _read_end(page, first)
    _read_middle(page, first, last)
    parts = _parts(page, text, first)
    if page.publisher is None:
        page.publisher = labels.publisher or outlet_in([line.text for line in lines if line.size <= 45])
    published = labels.published or min(page.days, default=(False, 0, None))[2]
    headline = headline or labels.headline
    boilerplate = _ranges(page, "boilerplate") + [r for r in labels.ranges if r != headline]
    return Layout(
        headline,
        labels.publisher or page.publisher,
        tuple(dict.fromkeys(credit for line in page.credited for credit in agencies_in(line))),
        tuple(dict.fromkeys((*labels.authors, *page.authors))),
        published,
        labels.url,
        tuple(sorted(parts, key=lambda part: part[1:])),
        tuple(sorted(boilerplate)),
        _is_excerpt(lines),
    )


def _first_paragraph(lines: list[Line]) -> int:
    """The index of the first line of running text; all lines' number when there is none."""
    start = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        # a date line or byline among the first lines ends the head, even below a deck of whole sentences
        above = [i for i in range(start, index) if is_paragraph(lines[i])]
        small = all(lines[i].size <= 45 and not place_line(lines[i].text) for i in above)
        if len(above) <= 2 and small and (read_date_line(line.text) or _opens_byline(line.text)):
            start = index + 1
    for index in range(start, len(lines)):
        text = lines[index].text
        silent = is_caption(text) or furniture.is_furniture(text) or read_date_line(text) or is_author_box(text)
        if is_paragraph(lines[index]) and not silent:
            return index
    return start if start and start < len(lines) else len(lines)


def _opens_byline(text: str) -> bool:
    return bool(re.match(r"by\s", text, re.I)) and byline_names(text) is not None


def _read_head(page: _Page, first: int, labels: Labels) -> tuple[int, int] | None:
    """Sorts the lines above the first paragraph and gives the headline's range."""
    open_: list[int] = []
    for index in range(first):
        line = page.lines[index]
        kind = _plain_kind(page, index)
        if kind is None and dashed_credit(line.text) and _stands_above(page, index):
            kind = "caption"
            page.credited.append(line.text)
        if kind is None:
            open_.append(index)
        page.kinds[index] = kind
    headline = _choose_headline(page, open_, first) if not labels.headline or labels.marked_down else None
    if headline is None:
        return _sort_open(page, open_, None)
    return _sort_open(page, open_, headline)


def _plain_kind(page: _Page, index: int) -> str | None:
    """The kind that a line's own form shows."""
    line = page.lines[index]
    stated = read_date_line(line.text)
    if stated:
        if stated.value:
            page.days.append((stated.changed, line.start, stated.value))
        return "dateline"
    if furniture.is_furniture(line.text) or furniture.heads_list(line.text):
        return "boilerplate"
    if is_caption(line.text):
        page.credited.append(line.text)
        return "boilerplate" if is_bare_credit(line.text) else "caption"
    if is_author_box(line.text):
        return "byline"
    return None


def _stands_above(page: _Page, index: int) -> bool:
    # the headline comes first: a line with a name behind a dash is a caption only below another candidate
    return any(kind is None and page.lines[i].size >= 3 for i, kind in enumerate(page.kinds[:index]))


def _choose_headline(page: _Page, open_: list[int], first: int) -> int | None:
    """The first line that reads as a headline; a short one at the very top counts where day or outlet follow at once."""
    day = next((i for i in range(first) if page.kinds[i] == "dateline"), first)
    good = [i for i in open_ if _reads_as_headline(page.lines[i])]
    top = open_[0] if open_ else None
    if top is not None and top not in good and top < day <= top + 3 and not any(i < day for i in good):
        line = page.lines[top]
        if line.size >= 2 and not _opens_byline(line.text) and not agency_of(line.text) and not outlet_noun(line.text):
            return top
    if good:
        return good[0]
    return next((i for i in open_ if page.lines[i].size == 2 and byline_names(page.lines[i].text) is None), None)


def _reads_as_headline(line: Line) -> bool:
    if line.size < 3 or line.size > 45 or agency_of(line.text):
        return False
    if byline_names(line.text) is not None and not _is_long_name(line):
        return False
    return not (line.size <= 4 and could_be_outlet(line.text) and outlet_noun(line.text))


def _is_long_name(line: Line) -> bool:
    return line.size >= 5 and not re.match(r"by\s", line.text, re.I)


def _sort_open(page: _Page, open_: list[int], headline: int | None) -> tuple[int, int] | None:
    """Names the kinds of the head's other lines: outlet, byline, caption, deck; what is left above the headline is a logo."""
    span: tuple[int, int] | None = None
    if headline is not None:
        line = page.lines[headline]
        page.kinds[headline] = "headline"
        lead = re.match(r"#{1,3}\s+", line.text)
        span = (line.start + (lead.end() if lead else 0), line.end)
        tail = title_tail(line.text)
        if tail:
            page.publisher = tail[1]
            span = (span[0], line.start + tail[0])
    said = page.lines[headline].text if headline is not None else None
    for index in open_:
        if index == headline:
            continue
        line = page.lines[index]
        if line.text == said:
            page.kinds[index] = "boilerplate"
        elif _is_name_line(page, index):
            page.kinds[index] = "publisher"
            page.publisher = page.publisher or line.text
        elif headline is not None and index < headline and line.size <= 3 and not _opens_byline(line.text):
            page.kinds[index] = "boilerplate"
        elif agency_of(line.text):
            page.kinds[index] = "byline"
            page.credited.append(line.text)
        elif line.text == page.publisher:
            page.kinds[index] = "publisher"
        elif (names := byline_names(line.text)) is not None:
            page.kinds[index] = "byline"
            page.authors.extend(names)
            page.credited.append(line.text)
        elif line.text == page.publisher or (
            headline is not None and line.size <= 5 and could_be_outlet(line.text) and outlet_noun(line.text)
        ):
            page.kinds[index] = "publisher"
            page.publisher = page.publisher or line.text
        elif headline is None or index < headline:
            page.kinds[index] = None
        elif any(dashed_credit(other.text) == line.text for other in page.lines[index + 1 : index + 2]):
            page.kinds[index] = "caption"
        else:
            page.kinds[index] = "boilerplate" if line.size <= 2 else "deck"
    return span


def _is_name_line(page: _Page, index: int) -> bool:
    """Whether the line is an outlet's name by its place: the two-line head "name, day" of archives, or beside a date line.

    An agency there is the outlet only in an archive's head, whose day is written 2025-04-17.
    """
    line = page.lines[index]
    if not could_be_outlet(line.text):
        return False
    below = page.lines[index + 1] if index + 1 < len(page.lines) and page.kinds[index + 1] == "dateline" else None
    if below and not below.gap and re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]+)?", below.text):
        return line.gap and not re.match(r"by\s", line.text, re.I)
    if agency_of(line.text) or re.match(r"by\s", line.text, re.I):
        return False
    above = index > 0 and page.kinds[index - 1] == "dateline"
    return bool(below or above) and (outlet_noun(line.text) or not is_person(line.text) and line.size <= 4)


def _read_end(page: _Page, first: int) -> int:
    """Marks what stands below the report and gives the index behind its last line."""
    lines, kinds = page.lines, page.kinds
    end = len(lines)
    spoken = [
        i for i in range(first, len(lines)) if is_paragraph(lines[i]) and not furniture.is_furniture(lines[i].text)
    ]
    for index in range(first, len(lines)):
        if furniture.ends_report(lines[index].text):
            above = sum(lines[i].size for i in spoken if i < index)
            below = sum(lines[i].size for i in spoken if i > index)
            if above >= 40 and below <= _TAIL_SHARE * (above + below):
                end = index
                break
    for index in range(end, len(lines)):
        kinds[index] = "boilerplate"
    while end > first:
        index = end - 1
        line = lines[index]
        if is_closing_note(line.text) or is_author_box(line.text):
            kinds[index] = "byline"
            page.credited.append(line.text)
        elif kinds[index] is None and (kind := _plain_kind(page, index)):
            kinds[index] = kind
        elif not _is_loose(lines, index, first):
            break
        else:
            kinds[index] = "boilerplate"
        end = index
    return end


def _is_loose(lines: list[Line], index: int, first: int) -> bool:
    # a short line without an end below the last sentence: a link, a tag, a button. Items of a list belong to the report.
    line = lines[index]
    if (
        ends_sentence(line.text)
        or line.size > 16
        or re.match(r"[-–•*·\d]", line.text)
        or line.text.endswith((":", ",", ";"))
    ):
        return False
    above = [other for other in lines[first:index] if is_paragraph(other)]
    if not above or sum(other.size for other in above) < 40:
        return False
    previous = lines[index - 1]
    return not previous.text.endswith(":") or furniture.heads_list(previous.text)


def _read_middle(page: _Page, first: int, last: int) -> None:
    """Marks captions, place-less headings, pointers to other reports and furniture between paragraphs."""
    listing = False
    for index in range(first, last):
        line = page.lines[index]
        if (
            is_paragraph(line)
            and not is_caption(line.text)
            and not furniture.is_furniture(line.text)
            and not is_closing_note(line.text)
        ):
            listing = False
            continue
        if listing and not ends_sentence(line.text) and not is_paragraph(line):
            page.kinds[index] = "boilerplate"
            continue
        if furniture.heads_list(line.text):
            page.kinds[index], listing = "boilerplate", True
            continue
        kind = "boilerplate" if furniture.is_shouted(line.text) else _plain_kind(page, index)
        if kind is None and is_closing_note(line.text) and index >= last - 3:
            kind = "byline"
            page.credited.append(line.text)
        if kind is None and furniture.is_pointer(line.text) and not ends_sentence(line.text):
            kind = "boilerplate"
        if kind is None and line.gap and 0 < line.size <= 14 and _is_heading(page.lines, index):
            kind = "heading"
        page.kinds[index] = kind


def _is_heading(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if (
        ends_sentence(text)
        and not text.endswith("?")
        or re.match(r"[-–•*·\"“‘'(]", text)
        or text.endswith((":", ",", ";"))
    ):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and is_paragraph(below)


def _parts(page: _Page, text: str, first: int) -> list[tuple[PartKind, int, int]]:
    """The marked lines as parts, with the place lines and glued dates inside paragraphs."""
    parts: list[tuple[PartKind, int, int]] = []
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind == "publisher":
            parts.append(("byline", line.start, line.end))
        elif kind in ("deck", "byline", "dateline", "caption", "heading"):
            parts.append((kind, line.start, line.end))
    for index in range(first, min(first + 3, len(page.lines))):
        line = page.lines[index]
        if page.kinds[index] is not None:
            continue
        at = line.start
        glued = glued_date(line.text) if index == first else None
        if glued:
            parts.append(("dateline", at + glued[0], at + glued[1]))
            if glued[2]:
                page.days.append((False, at, glued[2]))
            at += glued[1] + len(text[at + glued[1] : line.end]) - len(text[at + glued[1] : line.end].lstrip())
        place = place_line(text[at : line.end])
        if place:
            end = at + len(text[at : at + place[0]].rstrip())
            parts.append(("dateline", at, end))
            page.credited.append(place[1])
            day = day_within(text[at:end])
            if day:
                page.days.append((False, at, day))
    return parts


def _ranges(page: _Page, kind: str) -> list[tuple[int, int]]:
    """The stretches of neighbouring lines of a kind, one range each."""
    ranges: list[tuple[int, int]] = []
    before = False
    for line, mark in zip(page.lines, page.kinds, strict=True):
        if mark == kind:
            if before:
                ranges[-1] = (ranges[-1][0], line.end)
            else:
                ranges.append((line.start, line.end))
        before = mark == kind
    return ranges


_CUT = re.compile(
    r"\[\s*(?:\+\s*\d+\s*(?:chars?|characters|words)|…|\.\.\.)\s*\]\s*$|(?:…|\.\.\.)\s*\[?\+?\d+\s*chars\]?\s*$|^(?:continue\s+reading|read\s+(?:the\s+)?(?:rest|full)|"
    r"subscribe\s+(?:to|now\s+to)\s+(?:read|continue|keep|unlock)|to\s+(?:continue|keep)\s+reading|(?:log|sign)\s*in\s+to\s+(?:read|continue)|"
    r"this\s+(?:article|content|story)\s+is\s+(?:for|only\s+available\s+to)\s+(?:subscribers|members)|already\s+a\s+subscriber)",
    re.I,
)


def _is_excerpt(lines: list[Line]) -> bool:
    """Whether the last lines show that only the beginning of the report is held."""
    ending = lines[-6:]
    if any(_CUT.search(line.text) for line in ending):
        return True
    if not lines:
        return False
    last = lines[-1].text
    return last.endswith(("…", "...")) and lines[-1].size >= 8
