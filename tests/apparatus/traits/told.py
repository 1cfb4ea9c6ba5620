"""Small invented events from text to the differences between what their people and things are said to be."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate import annotate
from rashomon.apparatus.compare import Finding
from rashomon.apparatus.details import make_details
from rashomon.apparatus.traits import compare_traits
from rashomon.entities import resolve_entities
from rashomon.model import Document
from rashomon.statements import make_statements


def findings(*texts: str, days: Sequence[str | None] = ()) -> list[Finding]:
    """What is found in these reports, published on these days (a day in May unless given)."""
    published = [*days, *["2031-05-04"] * (len(texts) - len(days))]
    documents = [
        Document(f"d{n}", f"d{n}.txt", "", "text/plain", text, published=day, language="en")
        for n, (text, day) in enumerate(zip(texts, published, strict=True))
    ]
    notes = [annotate(document) for document in documents]
    entities, relations = resolve_entities(documents, notes)
    statements = [
        statement
        for document, own in zip(documents, notes, strict=True)
        for statement in make_statements(document, own, entities, own.quotes)
    ]
    details = make_details(documents, notes, statements, entities)
    return compare_traits(documents, notes, details, entities, relations)


def differ(*texts: str, days: Sequence[str | None] = ()) -> list[tuple[str, str, set[str]]]:
    """Kind, severity and the two values of each."""
    return [(f.kind, f.severity, {f.value_a, f.value_b}) for f in findings(*texts, days=days)]
