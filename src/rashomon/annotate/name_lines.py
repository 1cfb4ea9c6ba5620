"""Names where capitals say nothing: headlines, date lines, bylines, brackets in scripts without capitals.

A headline in title case or capitals is searched for what the rest of the document has named and for entries of the
tables; a date line for places and agencies, a byline for outlets and agencies; a bracket behind a name for the same
name in another script.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from rashomon.annotate.name_chunks import calendar, is_given, opening, people
from rashomon.annotate.name_parts import members
from rashomon.annotate.name_tokens import Style, Token, tokens_of
from rashomon.lexicon.tables import is_common, key, organisations, places, words
from rashomon.lexicon.verbs import lemma
from rashomon.model import Document, EntityKind, Mention, Sentence, Span

_BRACKET = re.compile(r" \(([^()]{2,60})\)")


def in_brackets(document: Document, found: list[Mention]) -> list[Mention]:
    """The name in letters without capitals (Hebrew, Arabic, Chinese …) that stands in brackets behind a name."""
    made = []
    for mention in found:
        match = _BRACKET.match(document.text, mention.span.end)
        if not match:
            continue
        letters = [c for c in match.group(1) if c.isalpha()]
        if (
            letters
            and not any(c.isupper() or c.islower() for c in letters)
            and match.group(1).strip() == match.group(1)
        ):
            made.append(Mention(Span(document.id, *match.span(1)), mention.kind, (), "brackets"))
    return made


def in_dateline(document: Document) -> list[Mention]:
    """Places of the date line, which no sentence holds: its first words in capitals, and what the tables know."""
    found = []
    for part in document.parts:
        if part.kind != "dateline":
            continue
        tokens = tokens_of(document, Sentence(part.span, "body"))
        at = 0
        while at < len(tokens):
            agency = document.text[tokens[at].start - 1 : tokens[at].end + 1] == f"({tokens[at].text})"
            if agency and tokens[at].text in organisations():
                span = Span(document.id, tokens[at].start, tokens[at].end)
                found.append(Mention(span, "organisation", (), "dateline"))
                at += 1
                continue
            for length in (4, 3, 2, 1):
                row = tokens[at : at + length]
                form = document.text[row[0].start : row[-1].end]
                if any(document.text[a.end : b.start].strip(" .") for a, b in pairwise(row)):
                    continue
                known = form in places() or form.title() in places()
                first = at == 0 and row[0].acronym and all(t.acronym for t in row) and len(row) == length
                if len(row) == length and (known or first) and form not in organisations():
                    found.append(Mention(Span(document.id, row[0].start, row[-1].end), "place", (), "dateline"))
                    at += length - 1
                    break
            at += 1
    return found


def in_byline(document: Document) -> list[Mention]:
    """Outlets and agencies of the lines on who wrote and who helped: the publisher, and what the tables know."""
    found = []
    for part in document.parts:
        if part.kind != "byline":
            continue
        tokens = tokens_of(document, Sentence(part.span, "body"))
        at = 0
        while at < len(tokens):
            length = next((n for n in range(min(6, len(tokens) - at), 0, -1) if _outlet(document, tokens, at, n)), 0)
            if length:
                span = Span(document.id, tokens[at].start, tokens[at + length - 1].end)
                found.append(Mention(span, "organisation", (), "byline"))
            at += max(1, length)
    return found


def _outlet(document: Document, tokens: tuple[Token, ...], at: int, length: int) -> bool:
    """Whether these words are the name of an organisation the tables know, or of the report's publisher."""
    row = tokens[at : at + length]
    form = document.text[row[0].start : row[-1].end]
    if not (row[0].capital and row[-1].capital) or row[0].folded == "the":
        return False
    publisher = key(document.publisher or "").split(" - ")[0].removeprefix("the ")
    if publisher and key(" ".join(form.split())) == publisher:
        return True
    return (
        form in organisations()
        and form not in members()
        and (length > 1 or len(tokens) == 1 or not is_common(row[0].folded))
    )


def in_headline(
    document: Document,
    tokens: tuple[Token, ...],
    style: Style,
    supported: frozenset[str],
    kinds: Mapping[str, EntityKind],
) -> list[Mention]:
    """Names in a line where capitals say nothing: the longest stretches that are known by the document or the
    tables.
    """
    known = {key(form): kind for form, kind in kinds.items() if key(form) in supported}
    listed = {key(name): "place" for name in places() if len(name) > 3 or "." in name} | {
        key(name): "organisation" for name in organisations() if len(name) > 2
    }
    found = []
    at = 0
    while at < len(tokens):
        for length in range(min(7, len(tokens) - at), 0, -1):
            row = tokens[at : at + length]
            kind = _known_kind(document.text, row, style, known, supported, listed)
            if kind:
                end = row[-1].end
                following = tokens[at + length : at + length + 1]
                if kind == "person" and following and following[0].folded in words("not_names", "suffix"):
                    end = following[0].end
                found.append(Mention(Span(document.id, row[0].start, end), kind, (), "headline"))
                at += length - 1
                break
        at += 1
    return found


def _known_kind(
    text: str,
    row: tuple[Token, ...],
    style: Style,
    known: Mapping[str, EntityKind],
    supported: frozenset[str],
    listed: Mapping[str, str],
) -> EntityKind | None:
    if not row[0].capital or not row[-1].capital:
        return None
    if any(text[a.end : b.start].strip(" .") for a, b in pairwise(row)):
        return None
    form = key(" ".join(token.text for token in row))
    if len(row) == 1 and (opening(row[0]) or calendar(row[0])) and form not in supported:
        return None
    if form in known:
        return known[form]
    if form in listed and not (len(row) == 1 and (is_common(form) or people(form))):
        return "organisation" if listed[form] == "organisation" else "place"
    if len(row) == 1:
        return "person" if form in supported else None
    if any(opening(t) or calendar(t) for t in row):
        return None
    last = key(row[-1].text)
    if len(row) == 2 and is_given(row[0]) and (last in supported or (style == "title" and _like_surname(row[-1]))):
        return "person"
    return None


def _like_surname(token: Token) -> bool:
    word = token.folded
    return not (is_common(word) or lemma(word) or word.endswith(("ing", "ed", "ly", "s")) or people(word))
