"""The head of a text: headline, deck, outlet, byline, date line, caption, and what stands above them.

Steps: the first line of running text; the kinds that lines above it show by their form; the headline among the rest;
the other lines by their place beside it.
"""

from __future__ import annotations

import itertools
import re

from rashomon.lexicon.verbs import AUXILIARIES, BASE, IRREGULAR, lemma
from rashomon.reading import furniture
from rashomon.reading.agencies import agency_of
from rashomon.reading.bylines import (
    byline_names,
    is_author_box,
    is_closing_note,
    is_person,
    is_role,
    is_two_names,
    place_line,
)
from rashomon.reading.captions import dashed_credit, is_caption
from rashomon.reading.labels import Labels
from rashomon.reading.layout import Page, form_of, opens_byline
from rashomon.reading.lines import Line, ends_sentence, holds_sentences, is_paragraph
from rashomon.reading.masthead import could_be_outlet, is_logo, is_masthead, outlet_noun, title_tail, without_edition
from rashomon.reading.stated import LABELLED, named_day, read_date_line
from rashomon.text import words

_HEAD_LINES = 12
_ISO_LINE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]+)?")


def first_paragraph(lines: list[Line]) -> int:
    """The index of the first line of running text; all lines' number when there is none."""
    start = 0
    chronology = _is_chronology(lines)
    for index, line in enumerate(lines[:_HEAD_LINES]):
        # a date line or byline among the first lines ends the head, even below a deck of whole sentences
        above = [i for i in range(start, index) if is_paragraph(lines[i])]
        small = all(lines[i].size <= 45 and not place_line(lines[i].text) for i in above)
        dated = read_date_line(line.text) and not (above and chronology)
        if len(above) <= 2 and small and (dated or opens_byline(line.text)):
            start = index + 1
    for index in range(start, len(lines)):
        text = lines[index].text
        silent = is_caption(text) or furniture.is_furniture(text) or read_date_line(text) or is_author_box(text)
        if is_paragraph(lines[index]) and not silent:
            return index
    return start if start and start < len(lines) else len(lines)


def _is_chronology(lines: list[Line]) -> bool:
    """Whether bare days head several paragraphs of the text: then none of them is the report's own."""
    days = {
        stated.value
        for line, below in itertools.pairwise(lines)
        if is_paragraph(below) and not LABELLED.match(line.text) and (stated := read_date_line(line.text))
    }
    return len(days) >= 2


def read_head(page: Page, first: int, labels: Labels) -> tuple[int, int] | None:
    """Sorts the lines above the first paragraph and gives the headline's range."""
    open_: list[int] = []
    for index in range(first):
        line = page.lines[index]
        kind = form_of(page, index) or _outlet_and_day(page, index)
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


def _outlet_and_day(page: Page, index: int) -> str | None:
    """A date line where an outlet's name stands before the day ("The Halm Courier, 2 May 2031")."""
    line = page.lines[index]
    found = named_day(line.text)
    if found is None or not could_be_outlet(found[0]) or agency_of(found[0]):
        return None
    if not outlet_noun(found[0]) and not re.match(r"The\s+\S+\s+\S", found[0]):
        return None
    page.publisher = page.publisher or found[0]
    page.days.append((False, line.start, found[1]))
    return "dateline"


def _stands_above(page: Page, index: int) -> bool:
    # the headline comes first: a line with a name behind a dash is a caption only below another candidate
    return any(kind is None and page.lines[i].size >= 3 for i, kind in enumerate(page.kinds[:index]))


def _choose_headline(page: Page, open_: list[int], first: int) -> int | None:
    """The first line that reads as a headline; a short one at the very top counts where a date line follows at once."""
    heads = [i for i in range(first) if page.kinds[i] == "dateline" or opens_byline(page.lines[i].text)]
    day = next((i for i in range(first) if page.kinds[i] == "dateline"), -1)
    good = [i for i in open_ if _reads_as_headline(page.lines[i], any(head > i for head in heads))]
    menu = max((i for i in range(first) if furniture.is_menu(page.lines[i].text)), default=-1)
    good = [i for i in good if i > menu] or good
    top = next((i for i in open_ if not any(i < menu < other for other in good)), None)
    if top is not None and any(top < i <= top + 3 and _heads_archive(page, i) for i in open_):
        return None if opens_byline(page.lines[top].text) else top
    if top is not None and top not in good and top < day <= top + 3 and not any(i < day for i in good):
        line = page.lines[top]
        named = agency_of(line.text) or outlet_noun(line.text) or opens_byline(line.text) or is_two_names(line.text)
        if line.size >= 2 and not named:
            return top
    return good[0] if good else None


def _reads_as_headline(line: Line, headed: bool) -> bool:
    """`headed`: a byline or date line stands below, so that even a whole sentence may be a headline."""
    text = line.text
    if not 2 <= line.size <= 45 or agency_of(text) or place_line(text) or is_two_names(text) or opens_byline(text):
        return False
    if line.size >= (31 if headed else 15) and holds_sentences(line):
        return False
    if text.endswith(".") and not text.endswith("..") and not headed:
        return False
    if line.size <= 3:
        return _has_verb(text) or (line.size == 3 and not is_person(text) and not could_be_outlet(text))
    if is_person(text):
        return _has_verb(text) or not re.search(r"\b[A-Z]\.|(?:^|\s)[a-z]", text)
    return not (line.size <= 4 and could_be_outlet(text) and outlet_noun(text) and not _has_verb(text))


def _has_verb(text: str) -> bool:
    """Whether a word behind the first is a verb in the present with -s or in the past, as in short headlines."""
    for word in words(text.partition(" ")[2]):
        form = word.text.casefold()
        if form in AUXILIARIES or ((form.endswith(("s", "ed")) or form in IRREGULAR) and lemma(form) in BASE):
            return True
    return False


def _sort_open(page: Page, open_: list[int], headline: int | None) -> tuple[int, int] | None:
    """Names the kinds of the head's other lines; the range of the headline, null without one."""
    span = _headline_span(page, headline) if headline is not None else None
    for index in open_:
        if index != headline:
            _sort_line(page, index, headline)
    return span


def _headline_span(page: Page, headline: int) -> tuple[int, int]:
    """The headline without Markdown's marks and without the outlet behind it, which is kept."""
    line = page.lines[headline]
    page.kinds[headline] = "headline"
    lead = re.match(r"#{1,3}\s+", line.text)
    start, end = line.start + (lead.end() if lead else 0), line.end
    tail = title_tail(line.text)
    if tail:
        page.publisher = tail[1]
        end = line.start + tail[0]
    return start, end


def _sort_line(page: Page, index: int, headline: int | None) -> None:
    """What is left above the headline is a logo or a section, what is left below it a deck."""
    line = page.lines[index]
    above = headline is not None and index < headline
    if headline is not None and line.text == page.lines[headline].text:
        page.kinds[index] = "boilerplate"
    elif _is_name_line(page, index):
        page.kinds[index] = "publisher"
        page.publisher = page.publisher or without_edition(line.text)
    elif above and line.size <= 5 and is_masthead(line.text):
        page.kinds[index] = "boilerplate"
        page.publisher = page.publisher or line.text
    elif above and line.size <= 3 and not opens_byline(line.text):
        page.kinds[index] = "boilerplate"
        if index == 0 and _heads_menu(page) and is_logo(line.text):
            page.publisher = page.publisher or line.text
    elif is_closing_note(line.text) or agency_of(line.text):
        page.kinds[index] = "byline"
        page.credited.append(line.text)
    elif line.text == page.publisher:
        page.kinds[index] = "publisher"
    elif (names := byline_names(line.text)) is not None:
        page.kinds[index] = "byline"
        page.authors.extend(names)
        page.credited.append(line.text)
    elif headline is not None and line.size <= 5 and could_be_outlet(line.text) and outlet_noun(line.text):
        page.kinds[index] = "publisher"
        page.publisher = page.publisher or line.text
    elif is_role(line.text) and index > 0 and page.kinds[index - 1] == "byline":
        page.kinds[index] = "byline"
    elif headline is not None and not above:
        credited = any(dashed_credit(other.text) == line.text for other in page.lines[index + 1 : index + 2])
        page.kinds[index] = "caption" if credited else "boilerplate" if line.size <= 2 else "deck"


def _heads_menu(page: Page) -> bool:
    """Whether a row of sections follows the very first line, which then is the page's name."""
    return any(furniture.is_menu(line.text) for line in page.lines[1:4])


def _heads_archive(page: Page, index: int) -> bool:
    """Whether the line and the next are the two-line block "name, 2024-05-14" that archives set below a headline."""
    line = page.lines[index]
    below = page.lines[index + 1] if index + 1 < len(page.lines) else None
    if below is None or below.gap or not _ISO_LINE.fullmatch(below.text):
        return False
    return line.gap and line.size <= 8 and not ends_sentence(line.text) and not opens_byline(line.text)


def _is_name_line(page: Page, index: int) -> bool:
    """Whether the line is an outlet's name by its place: an archive's head of name and day, or beside a date line.

    An agency there is the outlet only in an archive's head, whose day is written 2031-05-02.
    """
    line = page.lines[index]
    below = index + 1 < len(page.lines) and page.kinds[index + 1] == "dateline"
    if below and _ISO_LINE.fullmatch(page.lines[index + 1].text):
        return _heads_archive(page, index)
    if not could_be_outlet(without_edition(line.text)):
        return False
    if agency_of(line.text) or re.match(r"(?:by|special)\s", line.text, re.I):
        return False
    above = index > 0 and page.kinds[index - 1] == "dateline"
    return bool(below or above) and (outlet_noun(line.text) or (not is_person(line.text) and line.size <= 4))
