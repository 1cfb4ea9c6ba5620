"""Lays several news reports of one happening side by side: what all say, where they differ, what only one says.

    documents = rashomon.read(["reports/"])
    apparatus = rashomon.collate(documents)
    print(rashomon.to_json(apparatus))

Three verbs, and the records they return. The stages themselves live in the modules of their own names; what is found
in one document alone is `rashomon.annotate.annotate(document)`. Importing this module is cheap: a verb loads what it
needs when it is first called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from rashomon.errors import MissingModel, NothingToCollate, RashomonError, Unreadable, UsageError
from rashomon.model import (
    Annotations,
    Apparatus,
    Copy,
    CountedOnce,
    Date,
    Difference,
    Document,
    Entity,
    Entry,
    Event,
    Form,
    Framing,
    Holder,
    Link,
    Manifest,
    Mention,
    Moment,
    Origin,
    Part,
    Quantity,
    Quote,
    QuoteGroup,
    Reading,
    Relation,
    Sentence,
    Span,
    Statement,
    Token,
    Tree,
    Worth,
)

__version__ = "0.1.0"

__all__ = [
    "Annotations",
    "Apparatus",
    "Copy",
    "CountedOnce",
    "Date",
    "Difference",
    "Document",
    "Entity",
    "Entry",
    "Event",
    "Form",
    "Framing",
    "Holder",
    "Link",
    "Manifest",
    "Mention",
    "MissingModel",
    "Moment",
    "NothingToCollate",
    "Origin",
    "Part",
    "Quantity",
    "Quote",
    "QuoteGroup",
    "RashomonError",
    "Reading",
    "Relation",
    "Sentence",
    "Span",
    "Statement",
    "Token",
    "Tree",
    "Unreadable",
    "UsageError",
    "Worth",
    "__version__",
    "collate",
    "read",
    "to_json",
]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    published: str | None = None,
    metadata: str | Path | None = None,
    on_problem: Callable[[Unreadable], None] | None = None,
) -> list[Document]:
    """The reports in these files and folders, in the order of their paths.

    `published` (an ISO day) stands in where a report states none; `metadata` is a CSV file (path, publisher,
    published, url) that overrides what was found. A file that cannot be read is given to `on_problem` and left out;
    without `on_problem` it raises `Unreadable`. Raises `UsageError` for a day or a metadata file that is off.
    """
    from rashomon.reading import read_paths

    overrides = None
    if metadata is not None:
        from rashomon.reading.overrides import read_overrides

        overrides = read_overrides(Path(metadata))
    return read_paths(
        [paths] if isinstance(paths, str | Path) else paths,
        published=published,
        overrides=overrides,
        on_problem=on_problem or _raise,
    )


def collate(
    documents: Sequence[Document], *, reader: str | None = None, min_confidence: float | None = None
) -> Apparatus:
    """Lays the documents of one event side by side.

    `reader` (`spacy:MODEL`, an installed spaCy pipeline or the folder of one) reads the sentences in its language
    instead of the reader that ships with the package. `min_confidence`, 0 to 1, is how sure a difference must be to be
    shown as one: less finds more and raises more false alarms. Raises `NothingToCollate` when there is no document,
    `UsageError` when they are too many, the reader cannot be used or the confidence is none.
    """
    from rashomon import run

    return run.collate(documents, reader, min_confidence)


def to_json(apparatus: Apparatus) -> str:
    """The apparatus as the text of the public file, format `rashomon/apparatus`, version 1."""
    from rashomon.export.apparatus_json import to_json as as_json

    return as_json(apparatus)


def __getattr__(name: str) -> ModuleType:
    if name == "annotate":
        return import_module("rashomon.annotate")
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")


def _raise(problem: Unreadable) -> None:
    raise problem
