"""The only place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.annotate import annotate_each
from rashomon.apparatus import HURRIED, find_points, lay_out, prepare
from rashomon.copies import find_copies, find_origins
from rashomon.encoder import Ahead, begin
from rashomon.entities import resolve_entities
from rashomon.errors import NothingToCollate, TooMuch, UsageError
from rashomon.event import describe_event
from rashomon.framing import find_framing
from rashomon.inference import model_digests, threads
from rashomon.model import Annotations, Apparatus, Document, Entity, Manifest, Quote, Statement
from rashomon.order import put_in_order
from rashomon.renderings import group_quotes, quoted, utterances
from rashomon.speakers import resolve_speakers
from rashomon.statements import make_statements
from rashomon.syntax import Pipeline, open_pipeline
from rashomon.text import cut
from rashomon.timeline import make_timeline

VERSION = "0.1.0"
PROGRAM = f"rashomon {VERSION}"
MOST_STATEMENTS = 6000
"""Every two statements are compared, in time and memory that grow with their square."""


@dataclass(frozen=True, slots=True)
class Workings:
    """An apparatus, and what its entries were made from, as the stages left it."""

    apparatus: Apparatus
    annotations: tuple[Annotations, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


def collate(documents: Sequence[Document], reader: str | None = None, min_confidence: float | None = None) -> Apparatus:
    """Lays the documents of one event side by side.

    The order of the documents does not matter. `reader` (`spacy:MODEL`) names a pipeline that reads the sentences in
    its language instead of our reader. Differences of a confidence below `min_confidence`, 0 to 1, are not shown as
    such (`HURRIED` unless given). Raises `NothingToCollate` when there is no document, `UsageError` when they hold more
    than `MOST_STATEMENTS` statements together, for a `reader` that cannot be used, or a confidence that is none.
    """
    return with_workings(documents, reader, min_confidence).apparatus


def with_workings(
    documents: Sequence[Document], reader: str | None = None, min_confidence: float | None = None
) -> Workings:
    """What `collate` gives, with its workings; raises the same."""
    if not documents:
        raise NothingToCollate("nothing to collate: no readable report was given")
    least = _least(min_confidence)
    pipeline = open_pipeline(reader) if reader is not None else None
    documents = in_order(documents)
    day = event_day(documents)
    with threads() as pool:
        ahead = Ahead(pool)
        annotations = annotate_each(documents, day, pipeline, ahead)
        copies = find_copies(documents)
        origins = find_origins(documents, copies)
        entities, relations = resolve_entities(documents, annotations)
        quotes = resolve_speakers(documents, annotations, entities)
        statements = [
            statement
            for document, notes in zip(documents, annotations, strict=True)
            for statement in make_statements(document, notes, entities, quotes)
        ]
        _check_size(documents, statements)
        begin(_words(documents, statements, quotes), ahead)
        framing = find_framing(documents, annotations, entities)
        prepared = prepare(documents, annotations, statements, entities, relations)
        said = utterances(documents, quotes)
        points = find_points(prepared, ahead)
        quote_groups = group_quotes(said, ahead)
        entries = lay_out(documents, prepared, points, entities, quotes, quote_groups, origins, copies, least)
    dates = tuple(date for notes in annotations for date in notes.dates)
    apparatus = Apparatus(
        manifest=Manifest(PROGRAM, _options(pipeline, least), model_digests()),
        event=describe_event(documents, dates, entries),
        documents=tuple(documents),
        copies=copies,
        origins=origins,
        entities=entities,
        relations=relations,
        quotes=quotes,
        quote_groups=quote_groups,
        dates=dates,
        quantities=tuple(quantity for notes in annotations for quantity in notes.quantities),
        statements=tuple(statements),
        entries=entries,
        timeline=make_timeline(entries, statements, dates),
        framing=framing,
    )
    return Workings(put_in_order(apparatus), tuple(annotations), tuple(entities), tuple(statements))


def _words(documents: Sequence[Document], statements: Sequence[Statement], quotes: Sequence[Quote]) -> list[str]:
    """What vectors are asked of. Quotations come last: what is said of one thing is found while theirs are made."""
    by_id = {document.id: document for document in documents}
    said = [cut(by_id[statement.span.document], statement.span) for statement in statements]
    return [*said, *(quoted(by_id, quote) for quote in quotes)]


def _least(min_confidence: float | None) -> float:
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise UsageError(f"a confidence lies between 0 and 1: {min_confidence:g} does not")
    return HURRIED if min_confidence is None else min_confidence


def _check_size(documents: Sequence[Document], statements: Sequence[Statement]) -> None:
    if len(statements) > MOST_STATEMENTS:
        raise TooMuch(
            f"too much to compare at once: {len(statements):,} statements in {len(documents)} "
            f"report{'s' * (len(documents) != 1)}, at most {MOST_STATEMENTS:,}; give fewer or shorter reports"
        )


def _options(pipeline: Pipeline | None, least: float) -> tuple[tuple[str, str], ...]:
    """The options that change what is found, where they are not the usual ones, by name."""
    confidence = (("min_confidence", f"{least:g}"),) if least != HURRIED else ()
    return (*confidence, *((("reader", pipeline.name),) if pipeline else ()))


def event_day(documents: Sequence[Document]) -> str | None:
    """The first day of publication: it stands in where a document states none."""
    return min((document.published[:10] for document in documents if document.published), default=None)


def in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents, each once, by day of publication (unknown last), then path, each with its siglum."""
    once = {document.id: document for document in sorted(documents, key=lambda d: d.path, reverse=True)}
    ordered = sorted(once.values(), key=lambda d: ((d.published or "9999")[:10], d.path, d.id))
    return [replace(document, siglum=siglum(index)) for index, document in enumerate(ordered)]


def siglum(index: int) -> str:
    """The label of the witness at this index, from 0: A to Z, AA, AB, …"""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters
