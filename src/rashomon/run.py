"""The only place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate import annotate
from rashomon.copies import find_copies, find_origins
from rashomon.encoder import model_digests
from rashomon.entities import resolve_entities
from rashomon.errors import NothingToCollate
from rashomon.framing import find_framing
from rashomon.model import Apparatus, Document, Event, Manifest, Span
from rashomon.renderings import group_quotes
from rashomon.speakers import resolve_speakers
from rashomon.statements import make_statements
from rashomon.timeline import make_timeline

PROGRAM = "rashomon 0.1.0"


def collate(documents: Sequence[Document]) -> Apparatus:
    """Lays the documents of one event side by side."""
    if not documents:
        raise NothingToCollate("nothing to collate: no readable report was given")
    documents = in_order(documents)
    event_day = min((document.published[:10] for document in documents if document.published), default=None)
    annotations = [annotate(document, event_day) for document in documents]
    entities, relations = resolve_entities(documents, annotations)
    quotes = resolve_speakers(documents, annotations, entities)
    statements = [s for d, a in zip(documents, annotations, strict=True) for s in make_statements(d, a, entities, quotes)]
    copies = find_copies(documents)
    dates = tuple(date for a in annotations for date in a.dates)
    return Apparatus(
        manifest=Manifest(PROGRAM, (), model_digests()),
        event=Event("e", Span(documents[0].id, 0, 1), None, None),
        documents=tuple(documents),
        copies=copies,
        origins=find_origins(documents, copies),
        entities=entities,
        relations=relations,
        quotes=quotes,
        quote_groups=group_quotes(documents, quotes),
        dates=dates,
        quantities=tuple(q for a in annotations for q in a.quantities),
        statements=tuple(statements),
        timeline=make_timeline((), statements, dates),
        framing=find_framing(documents, annotations, entities),
    )


def in_order(documents: Sequence[Document]) -> list[Document]:
    """The documents by day of publication (unknown last), then path, each with its siglum: A to Z, AA, AB, …"""
    ordered = sorted(documents, key=lambda d: ((d.published or "9999")[:10], d.path, d.id))
    return [replace(document, siglum=siglum(index)) for index, document in enumerate(ordered)]


def siglum(index: int) -> str:
    """The label of the witness at this index, from 0: A to Z, AA, AB, …"""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters
