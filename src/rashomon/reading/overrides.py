"""What a user states about reports: a table (CSV) of path, publisher, published, url; and the day for undated ones.

A stated value takes the place of what was found; an empty cell leaves it. Errors name the line of the table.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from rashomon.errors import Unreadable, UsageError
from rashomon.model import Document
from rashomon.reading.decode import Undecodable, decode
from rashomon.reading.stated import iso_day, read_moment

COLUMNS = ("path", "publisher", "published", "url")


@dataclass(frozen=True, slots=True)
class Override:
    """What a user states about one report; null: leave what was found."""

    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def read_overrides(path: str | Path) -> dict[str, Override]:
    """The table at `path`, by path of the report.

    Raises `Unreadable` when the file cannot be read, `UsageError` with the line when its words are off.
    """
    try:
        text = decode(Path(path).read_bytes()).lstrip("\ufeff")
    except OSError as error:
        raise Unreadable(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except Undecodable as error:
        raise Unreadable(str(path), str(error)) from None
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (header.count(mark), mark == ","))
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    names = [name.strip().casefold() for name in next(rows, [])]
    _check_header(str(path), names)
    found: dict[str, Override] = {}
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        where = f"{path}, line {rows.line_num}"
        if len(row) > len(names):
            raise UsageError(
                f"{where}: {len(row)} cells, but the first line names {len(names)} columns; quote cells with commas"
            )
        cells = {name: cell.strip() or None for name, cell in zip(names, row, strict=False)}
        key = cells.get("path")
        if key is None:
            raise UsageError(f"{where}: the path is empty")
        if key in found:
            raise UsageError(f"{where}: {key} stands here a second time")
        day = cells.get("published")
        found[key] = Override(cells.get("publisher"), check_day(day, where) if day else None, cells.get("url"))
    return found


def check_day(text: str, where: str) -> str:
    """The ISO day or moment a user gave, in any spelling that names one day. Raises `UsageError` with a suggestion."""
    text = text.strip()
    day = read_moment(text)
    if day:
        return day
    numeric = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    if numeric:
        a, b, year = (int(group) for group in numeric.groups())
        both = sorted({d for d in (iso_day(year, a, b), iso_day(year, b, a)) if d})
        if both:
            raise UsageError(f"{where}: {text} may be {' or '.join(both)}; write the day as one of these")
    raise UsageError(f"{where}: {text!r} is not a day; write it as 2031-05-02 (year, month, day)")


def apply_overrides(
    documents: Iterable[Document], overrides: Mapping[str, object], shown: Iterable[str]
) -> list[Document]:
    """The documents with what the user states. `shown`: all names of files met, also of those that could not be read.

    A path of the table means the document whose name it is or ends with. Raises `UsageError` for one that means none.
    """
    documents = list(documents)
    stated = {path: as_override(value, path) for path, value in overrides.items()}
    names = sorted({*shown, *(name for document in documents for name in (document.path, *document.also))})
    for path in stated:
        if not any(_means(path, name) for name in names):
            raise _unknown(path, names)
    return [_overridden(document, stated)[0] for document in documents]


def override_each(
    documents: Iterable[Document], overrides: Mapping[str, object], shown: Iterable[str]
) -> Iterator[Document]:
    """The same for documents that come one at a time: a path that means none of them is told once all have come."""
    stated = {path: as_override(value, path) for path, value in overrides.items()}
    met: set[str] = set()
    for document in documents:
        document, meant = _overridden(document, stated)
        met.update(meant)
        yield document
    names = sorted(shown) if len(met) < len(stated) else []
    for path in stated:
        if path not in met and not any(_means(path, name) for name in names):
            raise _unknown(path, names)


def _overridden(document: Document, stated: Mapping[str, Override]) -> tuple[Document, list[str]]:
    """The document with what is stated of it, and the paths of the table that mean it."""
    meant = [path for path in stated if any(_means(path, name) for name in (document.path, *document.also))]
    for path in meant:
        value = stated[path]
        document = replace(
            document,
            publisher=value.publisher or document.publisher,
            published=value.published or document.published,
            url=value.url or document.url,
        )
    return document, meant


def _unknown(path: str, names: list[str]) -> UsageError:
    close = difflib.get_close_matches(path, names, 1)
    hint = f"; did you mean {close[0]}?" if close else ""
    return UsageError(f"the metadata names {path}, which is not among the reports{hint}")


def as_override(value: object, path: str) -> Override:
    """The record as an `Override`: one already, or a mapping with the columns' names.

    Raises `UsageError` for anything else, for an unknown column and for a day that is none.
    """
    if isinstance(value, Override):
        return value
    if not isinstance(value, Mapping):
        raise UsageError(f"metadata of {path}: a mapping with publisher, published, url is expected")
    wrong = sorted(str(key) for key in value if key not in COLUMNS)
    if wrong:
        raise UsageError(f"metadata of {path}: no column is called {wrong[0]}; there are {', '.join(COLUMNS)}")
    day = value.get("published")
    return Override(
        str(value["publisher"]) if value.get("publisher") else None,
        check_day(str(day.isoformat() if isinstance(day, date | datetime) else day), f"metadata of {path}")
        if day
        else None,
        str(value["url"]) if value.get("url") else None,
    )


def _check_header(path: str, names: list[str]) -> None:
    if "path" not in names:
        raise UsageError(
            f"{path}, line 1: no column is called path; the first line names the columns: {','.join(COLUMNS)}"
        )
    for name in names:
        if name not in COLUMNS:
            close = difflib.get_close_matches(name, COLUMNS, 1, 0.5)
            hint = f" (did you mean {close[0]}?)" if close else ""
            raise UsageError(f"{path}, line 1: no column is called {name!r}{hint}; there are {', '.join(COLUMNS)}")
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"{path}, line 1: the column {name} stands twice")


def _means(path: str, name: str) -> bool:
    path = path.removeprefix("./")
    return path == name or path.endswith("/" + name)
