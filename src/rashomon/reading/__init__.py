"""Bytes to documents: finds the files, chooses by content how each is read, joins identical ones.

Order: walk the paths; decode; choose (records, page, text); read; apply what the user states; join identical files.
A file that cannot be read costs the others nothing. Events, sigla and anything between documents are out of scope.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading.choose import Tell
from rashomon.reading.contents import Source, read_source, source_of
from rashomon.reading.overrides import Override, apply_overrides, check_day, override_each, read_overrides
from rashomon.reading.walk import Found, find_files

__all__ = ["Override", "read_overrides", "read_paths", "stream_paths"]

_BUFFER = 64 * 1024


def stream_paths(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    overrides: Mapping[str, object] | None = None,
    stdin: bytes | BinaryIO | None = None,
    on_problem: Callable[[Unreadable], None] | None = None,
) -> Iterator[Document]:
    """The documents behind files, folders and `-` (what `stdin` holds), one at a time, in the order of their files.

    Identical files come as often as they stand there, with one id and `also` empty. The arguments are those of
    `read_paths`; a problem is told when it is met, and an override that means no document once all were read.
    """
    day = check_day(published, "--published") if published else None
    given = [str(path) for path in paths]
    problems: list[Unreadable] = []
    found = find_files([path for path in given if path != "-"], problems)
    tell = on_problem or _raise
    for problem in problems:
        tell(problem)
    documents = _documents(found, stdin if "-" in given else None, tell)
    for document in override_each(documents, overrides or {}, (item.shown for item in found)):
        yield replace(document, published=day) if day and document.published is None else document


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    overrides: Mapping[str, object] | None = None,
    stdin: bytes | BinaryIO | None = None,
    on_problem: Callable[[Unreadable], None] | None = None,
) -> list[Document]:
    """The documents behind files, folders and `-` (what `stdin` holds), sorted by path; identical files are one.

    `published` is the day of documents that state none; `overrides` maps paths to what the user states of them (see
    `read_overrides`). Each file or record that cannot be read is handed to `on_problem`, or raised as `Unreadable`
    where there is none. Raises `UsageError` for a day or an override that is off.
    """
    given = [str(path) for path in paths]
    day = check_day(published, "--published") if published else None
    problems: list[Unreadable] = []
    found = find_files([path for path in given if path != "-"], problems)
    documents = list(_documents(found, stdin if "-" in given else None, problems.append))
    for problem in problems:
        (on_problem or _raise)(problem)
    documents = _joined(documents)
    if overrides:
        shown = [*(item.shown for item in found), *(problem.path for problem in problems)]
        documents = apply_overrides(documents, overrides, shown)
    if day:
        documents = [replace(d, published=day) if d.published is None else d for d in documents]
    return sorted(documents, key=lambda document: (document.path, document.id))


def _raise(problem: Unreadable) -> None:
    raise problem


def _documents(found: Iterable[Found], stdin: bytes | BinaryIO | None, tell: Tell) -> Iterator[Document]:
    for item in found:
        try:
            with item.file.open("rb", _BUFFER) as file:
                yield from read_source(Source(cast(BufferedReader, file), item.shown, item.shown, item.named), tell)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            tell(Unreadable(item.shown, f"cannot be opened: {reason}"))
    if stdin is not None:
        yield from read_source(source_of(BytesIO(stdin) if isinstance(stdin, bytes) else stdin, "-"), tell)


def _joined(documents: list[Document]) -> list[Document]:
    """One document for identical files: the smallest path is its own, the others stand in `also`."""
    by_id: dict[str, list[Document]] = {}
    for document in documents:
        by_id.setdefault(document.id, []).append(document)
    joined: list[Document] = []
    for same in by_id.values():
        first, *others = sorted(same, key=lambda document: document.path)
        also = tuple(dict.fromkeys(document.path for document in others if document.path != first.path))
        joined.append(replace(first, also=also))
    return joined
