"""Finding documents by words, names and days; the newest first, in both databases the same.

The database gives the numbers of documents that hold all words asked for, newest first; the words are then looked up in
the text itself, which gives the places, and settles what was asked for in a row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Connection, Select, bindparam, column, select, table, text

from rashomon.errors import UsageError
from rashomon.model import Span
from rashomon.store.names import name_form
from rashomon.store.schema import A_DAY, documents, names
from rashomon.store.words import asked, places_of

AROUND = 80
"""Code points shown on either side of what was found."""
_AT_ONCE = 50
_words = table("words", column("rowid"), column("document"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found. `excerpt` is a slice of one line of its text; `found` are the words in it that were
    asked for. `newer` is the id of the version that stands for the report now, null for that one itself.
    """

    document: str
    path: str
    day: str | None
    publisher: str | None
    headline: str | None
    newer: str | None
    excerpt: Span
    words: str
    found: tuple[Span, ...]


def search(
    connection: Connection,
    query: str,
    name: str | None = None,
    between: tuple[date, date] | None = None,
    most: int = 20,
) -> list[Hit]:
    """The documents that hold all words of the query and the name, published between two days (both included).

    The newest day first, of one day the last to arrive first; at most `most`. Words between quotation marks stand in
    the text in a row. Raises `UsageError` for a query without a word, where no name and no days are given either.
    """
    sequences = asked(query)
    if not sequences and (query.strip() or (name is None and between is None)):
        raise UsageError(f"{query!r} holds no word to search for")
    if name is not None and not name_form(name):
        raise UsageError(f"{name!r} holds no name to search for")
    question = _question(connection.dialect.name, sequences, name, between)
    hits: list[Hit] = []
    for number in _numbers(connection, question):
        hit = _hit(connection, number, sequences, name)
        if hit is not None:
            hits.append(hit)
            if len(hits) == most:
                break
    return hits


def _question(
    dialect: str, sequences: Sequence[tuple[str, ...]], name: str | None, between: tuple[date, date] | None
) -> Select[int]:
    """The numbers of the documents that may be meant, the newest first."""
    if sequences and dialect == "sqlite":
        number = _words.c.rowid
        phrases = " AND ".join(f'"{" ".join(sequence)}"' for sequence in sequences)
        question = select(number).where(text("words MATCH :words").bindparams(words=phrases))
    elif sequences:
        number = _words.c.document
        lexemes = " & ".join(f"'{word}'" for sequence in sequences for word in sequence)
        asked_for: BindParameter[str] = bindparam("words", lexemes)
        question = select(number).where(text("vector @@ CAST(:words AS tsquery)").bindparams(asked_for))
    elif name is not None:
        number = names.c.document
        question = select(number).where(names.c.name == name_form(name))
    else:
        number = documents.c.number
        question = select(number)
    if sequences and name is not None:
        question = question.where(number.in_(select(names.c.document).where(names.c.name == name_form(name))))
    if between is not None:
        first, last = between
        question = question.where(number >= first.toordinal() * A_DAY, number < (last.toordinal() + 1) * A_DAY)
    return question.order_by(number.desc())


def _numbers(connection: Connection, question: Select[int]) -> Iterator[int]:
    with connection.execution_options(yield_per=_AT_ONCE).execute(question) as found:
        for (number,) in found:
            yield number


def _hit(connection: Connection, number: int, sequences: Sequence[tuple[str, ...]], name: str | None) -> Hit | None:
    """The document with this number, with the words found; null where they do not stand in a row."""
    c = documents.c
    row = connection.execute(
        select(c.id, c.path, c.day, c.publisher, c.headline, c.newer, c.record, c.text).where(c.number == number)
    ).one()
    wanted = [*sequences, *([] if name is None else asked(f'"{name}"'))]
    places = places_of(row.text, wanted)
    if any(not places.get(sequence) for sequence in sequences):
        return None
    marks = sorted({place for found in places.values() for place in found})
    head = (json.loads(row.record)["headline"] or (0, 0))[1]
    first = len(row.text) - len(row.text[head:].lstrip())
    shown = next((mark for mark in marks if mark[0] >= head), marks[0] if marks else (first, first))
    start, end = _around(row.text, shown)
    inside = tuple(Span(row.id, a, b) for a, b in marks if start <= a and b <= end)
    newer = connection.scalar(select(c.id).where(c.number == row.newer)) if row.newer else None
    return Hit(
        row.id, row.path, row.day, row.publisher, row.headline, newer,
        Span(row.id, start, end), row.text[start:end], inside,
    )  # fmt: skip


def _around(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A slice of the line around a place, cut between words, without blanks at its ends."""
    start, end = place
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    left, right = max(line, start - AROUND), min(stop, end + AROUND)
    if left > line:
        left = next((at + 1 for at in range(left, start) if text[at].isspace()), start)
    if right < stop:
        right = next((at for at in range(right - 1, end - 1, -1) if text[at].isspace()), end)
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    return left, right
