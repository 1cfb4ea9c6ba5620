"""A small pile of invented reports, and everything a store holds as text, to be laid side by side."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from rashomon.model import Document, Span
from rashomon.reading import read_paths
from rashomon.store import Database
from rashomon.store.schema import apparatuses, metadata
from rashomon.text import content_id

EXAMPLES = Path(__file__).parents[1] / "examples"


def report(words: str, day: str | None = None, headline: str | None = None, **fields: object) -> Document:
    """A report of these words, its headline in the first line."""
    whole = f"{headline}\n\n{words}" if headline else words
    id = content_id("d-", whole, day, *sorted(fields.items()))
    span = Span(id, 0, len(headline)) if headline else None
    known: dict[str, object] = {"path": f"{id}.txt", "sha256": id, "media_type": "text/plain", **fields}
    return Document(id=id, text=whole, headline=span, published=day, **known)  # type: ignore[arg-type]


def examples(*names: str) -> list[Document]:
    """The reports of some example events, all unless named."""
    folders = [EXAMPLES / name for name in names] if names else sorted(p for p in EXAMPLES.iterdir() if p.is_dir())
    documents: list[Document] = []
    for folder in folders:
        documents += read_paths([folder])
    return documents


def dump(store: Database) -> str:
    """All rows of all tables, in the order of their keys, and all words with their places."""
    lines = []
    with store.engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table is apparatuses:
                continue
            for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
                lines.append(f"{table.name}: {tuple(row)!r}")
    if store.engine.dialect.name == "sqlite":
        lines += _index(str(store.engine.url.database))
    return "\n".join(lines)


def _index(file: str) -> list[str]:
    """Every word of the index with its document and place."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, words, instance)")
        return [f"words: {row}" for row in connection.execute("SELECT * FROM places ORDER BY 1, 2, 4")]


def groups(store: Database) -> set[frozenset[tuple[str, int, int]]]:
    """The events as sets of members, without ids."""
    inside: dict[str, set[tuple[str, int, int]]] = {}
    ids = {each.number: each.id for each in store.listed()}
    for event, member in store.all_members():
        inside.setdefault(event, set()).add((ids[member.document], member.start, member.end))
    return {frozenset(members) for members in inside.values()}


def shuffled(documents: Sequence[Document], seed: int) -> list[Document]:
    """The same in another order."""
    mixed = list(documents)
    random.Random(seed).shuffle(mixed)
    return mixed


def as_lines(documents: Sequence[Document]) -> str:
    """The reports as JSON Lines."""
    rows = [{"text": d.text, "published": d.published, "publisher": d.publisher, "url": d.url} for d in documents]
    return "".join(json.dumps(row) + "\n" for row in rows)
