"""The table of readings for a spreadsheet: a line for every statement of every reading.

RFC 4180 (comma, CRLF, quotes where needed), UTF-8 behind a byte order mark, without which Excel takes the file for
Windows-1252. A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises ("CSV
Injection"); all other cells are the exact words. `start` and `end` are code points of the report's text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from rashomon.model import Apparatus, Document, Entry, Reading, Statement
from rashomon.text import cut

COLUMNS = (
    "entry",
    "kind",
    "difference",
    "severity",
    "why",
    "reading",
    "value",
    "siglum",
    "publisher",
    "published",
    "headline",
    "path",
    "url",
    "words",
    "start",
    "end",
)
_FORMULA = tuple("=+-@＝＋－＠")


def to_csv(apparatus: Apparatus) -> str:
    """The table with its heading, beginning with a byte order mark. The same apparatus gives the same characters."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in _lines(apparatus):
        writer.writerow([defused(cell) for cell in line])
    return "\ufeff" + out.getvalue()


def defused(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would take it for a formula, also behind blanks."""
    bare = cell.lstrip()
    return "'" + cell if bare.startswith(_FORMULA) or cell.startswith(("\t", "\r", "\n")) else cell


def _lines(apparatus: Apparatus) -> Iterator[list[str]]:
    documents = {document.id: document for document in apparatus.documents}
    statements = {statement.id: statement for statement in apparatus.statements}
    for entry in apparatus.entries:
        for number, reading in enumerate(entry.readings, 1):
            for name in reading.statements:
                statement = statements[name]
                yield _line(entry, number, reading, statement, documents[statement.span.document])


def _line(entry: Entry, number: int, reading: Reading, statement: Statement, document: Document) -> list[str]:
    difference = entry.difference
    return [
        entry.id,
        entry.kind,
        *((difference.kind, difference.severity, difference.why) if difference else ("", "", "")),
        str(number),
        reading.value or "",
        document.siglum,
        document.publisher or "",
        document.published or "",
        cut(document, document.headline) if document.headline else "",
        document.path,
        document.url or "",
        cut(document, statement.span),
        str(statement.span.start),
        str(statement.span.end),
    ]
