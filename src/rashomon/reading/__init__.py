"""Bytes to documents: finds the files, chooses by content how each is read, joins identical ones.

Order: walk the paths; decode; choose (records, page, text); read; apply what the user states; join identical files.
A file that cannot be read costs the others nothing. Events, sigla and anything between documents are out of scope.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from rashomon.errors import Unreadable
from rashomon.model import Document, Part, Span
from rashomon.reading.decode import Undecodable, decode
from rashomon.reading.language import language_of
from rashomon.reading.plain import read_layout
from rashomon.reading.walk import find_files

__all__ = ["read_paths"]

Problem = Callable[[Unreadable], None]


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    overrides: Mapping[str, object] | None = None,
    stdin: bytes | None = None,
    on_problem: Problem | None = None,
) -> list[Document]:
    """The documents behind files, folders and `-` (the bytes `stdin`), sorted by path."""
    found, _ = find_files(path for path in paths if str(path) != "-")
    documents: list[Document] = []
    for item in found:
        try:
            raw = item.file.read_bytes()
            documents.append(_read_text(raw, decode(raw), item.shown, "text/plain"))
        except (OSError, Undecodable) as error:
            problem = Unreadable(item.shown, str(error))
            if on_problem is None:
                raise problem from None
            on_problem(problem)
    return documents


def _read_text(raw: bytes, text: str, path: str, media_type: str) -> Document:
    sha256 = hashlib.sha256(raw).hexdigest()
    layout = read_layout(text)
    key = f"d-{sha256[:12]}"
    return Document(
        id=key,
        path=path,
        sha256=sha256,
        media_type=media_type,
        text=text,
        headline=Span(key, *layout.headline) if layout.headline else None,
        publisher=layout.publisher,
        credits=layout.credits,
        authors=layout.authors,
        published=layout.published,
        language=language_of(text),
        url=layout.url,
        parts=tuple(Part(kind, Span(key, a, b)) for kind, a, b in layout.parts),
        boilerplate=tuple(Span(key, a, b) for a, b in layout.boilerplate),
        excerpt=layout.excerpt,
    )
