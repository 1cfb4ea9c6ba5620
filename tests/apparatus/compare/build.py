"""Statements for the tests of comparisons, made from words alone by the real rules of earlier stages."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate import annotate
from rashomon.apparatus.details import Detail, make_details
from rashomon.entities import resolve_entities
from rashomon.model import Document
from rashomon.statements import make_statements


def details(text: str, published: str | None = "2031-05-04", name: str = "d-1") -> list[Detail]:
    """The details of a report of one paragraph, without entities."""
    document = Document(
        id=name, path=f"{name}.txt", sha256="", media_type="text/plain", text=text, published=published, language="en"
    )
    notes = annotate(document)
    statements = make_statements(document, notes, (), notes.quotes)
    return list(make_details([document], [notes], statements, ()))


def pair(
    one: str, other: str, days: tuple[str | None, str | None] = ("2031-05-04", "2031-05-04")
) -> tuple[Detail, Detail]:
    """The first statement of each of two reports."""
    return details(one, days[0], "d-1")[0], details(other, days[1], "d-2")[0]


def event(*texts: str, published: str | None = "2031-05-04", days: Sequence[str | None] = ()) -> list[list[Detail]]:
    """The details of several reports of one event, with the entities they share; a list a report, d-1 onwards.

    `days` are those of publication where they are not all `published`.
    """
    documents = [
        Document(
            id=f"d-{number}",
            path=f"{number}.txt",
            sha256="",
            media_type="text/plain",
            text=text,
            published=days[number - 1] if days else published,
            language="en",
        )
        for number, text in enumerate(texts, 1)
    ]
    annotations = [annotate(document) for document in documents]
    entities, _ = resolve_entities(documents, annotations)
    statements = [
        statement
        for document, notes in zip(documents, annotations, strict=True)
        for statement in make_statements(document, notes, entities, notes.quotes)
    ]
    made = make_details(documents, annotations, statements, entities)
    return [[detail for detail in made if detail.document.id == document.id] for document in documents]
