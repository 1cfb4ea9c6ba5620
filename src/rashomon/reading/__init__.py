"""Bytes to documents: finds the files, chooses by content how each is read, joins identical ones.

Order: walk the paths; decode; choose (records, page, text); read; apply what the user states; join identical files.
A file that cannot be read costs the others nothing. Events, sigla and anything between documents are out of scope.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading.choose import read_bytes
from rashomon.reading.overrides import Override, apply_overrides, check_day, read_overrides
from rashomon.reading.walk import find_files

__all__ = ["Override", "read_overrides", "read_paths"]

_LARGEST = 64 * 1024 * 1024


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    overrides: Mapping[str, object] | None = None,
    stdin: bytes | None = None,
    on_problem: Callable[[Unreadable], None] | None = None,
) -> list[Document]:
    """The documents behind files, folders and `-` (the bytes `stdin`), sorted by path; identical files are one.

    `published` is the day of documents that state none; `overrides` maps paths to what the user states of them (see
    `read_overrides`). Each file or record that cannot be read is handed to `on_problem`, or raised as `Unreadable`
    where there is none. Raises `UsageError` for a day or an override that is off.
    """
    paths = list(paths)
    day = check_day(published, "--published") if published else None
    problems: list[Unreadable] = []
    documents, shown = _read_all(paths, stdin, problems)
    for problem in problems:
        if on_problem is None:
            raise problem
        on_problem(problem)
    documents = _joined(documents)
    if overrides:
        documents = apply_overrides(documents, overrides, [*shown, *(problem.path for problem in problems)])
    if day:
        documents = [replace(d, published=day) if d.published is None else d for d in documents]
    return sorted(documents, key=lambda document: (document.path, document.id))


def _read_all(
    paths: list[str | Path], stdin: bytes | None, problems: list[Unreadable]
) -> tuple[list[Document], list[str]]:
    found = find_files([path for path in paths if str(path) != "-"], problems)
    documents: list[Document] = []
    for item in found:
        try:
            if item.file.stat().st_size > _LARGEST:
                problems.append(Unreadable(item.shown, "larger than 64 MB: too large for reports; split it"))
                continue
            raw = item.file.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            problems.append(Unreadable(item.shown, f"cannot be opened: {reason}"))
            continue
        documents.extend(read_bytes(raw, item.shown, problems, named=item.named))
    if any(str(path) == "-" for path in paths):
        documents.extend(read_bytes(stdin or b"", "-", problems, named=True))
    return documents, [item.shown for item in found]


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
