"""Below the head: captions, headings and pointers between paragraphs, what stands below the end, place lines.

Steps: the end of the report, from the last line upwards; then the lines before it; then the openings of the first
paragraphs. Rather one line of furniture too few than one sentence of the report too many.
"""

from __future__ import annotations

import re

from rashomon.model import PartKind
from rashomon.reading import furniture
from rashomon.reading.agencies import agencies_in
from rashomon.reading.bylines import is_author_box, is_closing_note, is_wire_mark, place_line
from rashomon.reading.captions import is_caption
from rashomon.reading.layout import Page, form_of, is_furniture_line
from rashomon.reading.lines import Line, ends_sentence, is_paragraph
from rashomon.reading.masthead import could_be_outlet
from rashomon.reading.stated import LABELLED, day_within, glued_date

PARTS: tuple[PartKind, ...] = ("deck", "byline", "dateline", "caption", "heading")
_TAIL_SHARE = 0.33
_LEAST_ABOVE = 40

_CUT = re.compile(
    r"\[\s*(?:\+\s*\d+\s*(?:chars?|characters|words)|…|\.\.\.)\s*\]$|(?:…|\.\.\.)\s*\[?\+?\d+\s*chars\]?$"
    r"|^(?:continue\s+reading(?:\s+(?:with|the\s+(?:full\s+)?(?:story|article))\b.*)?|(?:click\s+here\s+to\s+)?read\s+the\s+(?:rest|full\s+(?:story|article))\b.*"
    r"|(?:subscribe|register|log\s*in|sign\s*(?:in|up))(?:\s+\w+)?\s+to\s+(?:read|continue|keep|unlock)\b.*|to\s+(?:continue|keep)\s+reading\b.*"
    r"|this\s+(?:article|content|story)\s+is\s+(?:for|only\s+(?:available\s+to|for)|reserved\s+for)\s+(?:our\s+)?(?:subscribers|members)\b.*"
    r"|already\s+a\s+(?:subscriber|member)\b.*|(?:subscribers|members)\s+only)$",
    re.I,
)


def read_end(page: Page, first: int) -> int:
    """Marks what stands below the report and gives the index behind its last line."""
    lines, kinds = page.lines, page.kinds
    # the words of running text above each line
    above = [0] * (len(lines) + 1)
    for index, line in enumerate(lines):
        spoken = index >= first and is_paragraph(line) and not is_furniture_line(page, index)
        above[index + 1] = above[index] + (line.size if spoken else 0)
    end = next((i for i in range(first, len(lines)) if _closes(lines, i, above)), len(lines))
    for index in range(end, len(lines)):
        kinds[index] = "boilerplate"
    while end > first:
        index = end - 1
        line = lines[index]
        if is_closing_note(line.text) or is_author_box(line.text) or is_wire_mark(line.text):
            kinds[index] = "byline"
            page.credited.append(line.text)
        elif kinds[index] is None and (kind := form_of(page, index)):
            kinds[index] = kind
        elif above[index] < _LEAST_ABOVE or not _is_loose(lines, index):
            break
        else:
            kinds[index] = "boilerplate"
        end = index
    return end


def _closes(lines: list[Line], index: int, above: list[int]) -> bool:
    """Whether the line heads what stands below the report: "Most read", with little running text under it."""
    if above[index] < _LEAST_ABOVE or above[-1] - above[index] > _TAIL_SHARE * above[-1]:
        return False
    if not furniture.ends_report(lines[index].text):
        return False
    # "More from the minister:" leads to a quotation, not to a list
    below = lines[index + 1] if index + 1 < len(lines) else None
    return not (lines[index].text.endswith(":") and below is not None and is_paragraph(below))


def _is_loose(lines: list[Line], index: int) -> bool:
    # a short line without an end below the last sentence: a link, a tag, a button; items of a list are of the report
    text, previous = lines[index].text, lines[index - 1].text
    if ends_sentence(text) or lines[index].size > 16 or re.match(r"[-–•*·\d]", text) or text.endswith((":", ",", ";")):
        return False
    return not previous.endswith(":") or furniture.heads_list(previous)


def read_middle(page: Page, first: int, last: int) -> None:
    """Marks captions, place-less headings, pointers to other reports and furniture between paragraphs."""
    listing = False
    spaced = any(line.gap for line in page.lines[first + 1 : last])
    for index in range(first, last):
        line = page.lines[index]
        if (
            is_paragraph(line)
            and not is_caption(line.text)
            and not is_furniture_line(page, index)
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
        elsewhere = furniture.is_shouted(line.text) or (furniture.is_gallery(line.text) and not agencies_in(line.text))
        kind = "boilerplate" if elsewhere else _form_within(page, index)
        if kind is None and is_closing_note(line.text) and index >= last - 3:
            kind = "byline"
            page.credited.append(line.text)
        if kind is None and furniture.is_pointer(line.text) and not ends_sentence(line.text):
            kind = "boilerplate"
        if kind is None and (line.gap or not spaced) and line.size <= 14 and _is_heading(page.lines, index):
            kind = "heading"
        page.kinds[index] = kind


def _form_within(page: Page, index: int) -> str | None:
    # a bare day between paragraphs heads a chronology; only a labelled one is the report's own
    days = len(page.days)
    kind = form_of(page, index)
    if kind == "dateline" and not LABELLED.match(page.lines[index].text):
        del page.days[days:]
        return None
    return kind


def _is_heading(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if (
        (ends_sentence(text) and not text.endswith("?"))
        or re.match(r"[-–•*·\"“‘'(]", text)
        or text.endswith((":", ",", ";"))
    ):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and is_paragraph(below)


def find_parts(page: Page, text: str, first: int) -> list[tuple[PartKind, int, int]]:
    """The marked lines as parts, with the place lines and glued dates inside paragraphs."""
    parts: list[tuple[PartKind, int, int]] = []
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind == "publisher":
            parts.append(("byline", line.start, line.end))
        else:
            parts.extend((part, line.start, line.end) for part in PARTS if part == kind)
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
            if page.publisher is None and could_be_outlet(place[1]) and not agencies_in(place[1]):
                page.publisher = place[1]
            day = day_within(text[at:end])
            if day:
                page.days.append((False, at, day))
    return parts


def ranges(page: Page, kind: str) -> list[tuple[int, int]]:
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


def is_excerpt(lines: list[Line]) -> bool:
    """Whether the last lines show that only the beginning of the report is held."""
    ending = lines[-6:]
    if any(_CUT.search(line.text) for line in ending if line.size <= 25 or line is ending[-1]):
        return True
    if not lines:
        return False
    last = lines[-1].text
    return last.endswith(("…", "...")) and lines[-1].size >= 8
