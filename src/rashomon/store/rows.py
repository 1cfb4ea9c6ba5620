"""A document as a row, and back, with nothing lost.

Columns that a reader or another program looks at hold the text with what a database refuses (a zero, half a surrogate
pair) replaced, sign for sign; `record` is ASCII and holds everything as it was, so offsets and bytes come back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from rashomon.model import Document, Part, Span
from rashomon.text import content_id, cut

LONGEST = 500
"""Code points of what stands in an index of its own: an index of PostgreSQL holds some 2,700 bytes a row."""
_REFUSED = re.compile("[\x00\ud800-\udfff]")
_PLAIN = ("id", "path", "sha256", "media_type", "raw", "publisher", "published", "language", "url", "excerpt")
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)(?:=|$)", re.IGNORECASE)


def accepted(text: str) -> str:
    """The text with every sign that a database refuses replaced by U+FFFD; as long as before."""
    return _REFUSED.sub("\ufffd", text)


def optional(text: str | None) -> str | None:
    """The same for a text that may be missing."""
    return None if text is None else accepted(text)


def day_of(document: Document) -> date | None:
    """The day of publication; null where none is stated."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def address_of(document: Document) -> str | None:
    """The address of a report as its versions share it: without scheme, "www.", fragment and an advertiser's marks.

    Null without a url, and for a front page, which is the address of no one report.
    """
    try:
        parts = urlsplit((document.url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return None
    address = accepted(f"{host}{path}?{query}" if query else f"{host}{path}")
    return address if len(address) <= LONGEST else content_id(f"{host}/…", address)


def to_row(document: Document) -> dict[str, Any]:
    """The columns of a document, without number, order of arrival and versions."""
    day = day_of(document)
    headline = cut(document, document.headline) if document.headline else None
    record: dict[str, Any] = {name: getattr(document, name) for name in _PLAIN if getattr(document, name) is not None}
    record |= {"credits": document.credits, "authors": document.authors}
    record["headline"] = document.headline and (document.headline.start, document.headline.end)
    record["parts"] = [(part.kind, part.span.start, part.span.end) for part in document.parts]
    record["boilerplate"] = [(span.start, span.end) for span in document.boilerplate]
    odd = [(match.start(), match.group()) for match in _REFUSED.finditer(document.text)]
    if odd:
        record["odd"] = odd
    return {
        "id": document.id,
        "day": day and day.isoformat(),
        "publisher": optional(document.publisher),
        "headline": optional(headline),
        "url": optional(document.url),
        "address": address_of(document),
        "path": accepted(document.path),
        "language": document.language,
        "record": json.dumps(record, separators=(",", ":")),
        "text": accepted(document.text),
    }


def to_document(record: str, text: str, also: tuple[str, ...] = ()) -> Document:
    """The document out of the columns `record` and `text`, and the other paths where it stood."""
    known: dict[str, Any] = json.loads(record)
    name = known["id"]
    if "odd" in known:
        signs = list(text)
        for place, sign in known.pop("odd"):
            signs[place] = sign
        text = "".join(signs)
    headline = known.pop("headline")
    return Document(
        text=text,
        also=also,
        headline=Span(name, *headline) if headline else None,
        credits=tuple(known.pop("credits")),
        authors=tuple(known.pop("authors")),
        parts=tuple(Part(kind, Span(name, start, end)) for kind, start, end in known.pop("parts")),
        boilerplate=tuple(Span(name, start, end) for start, end in known.pop("boilerplate")),
        **known,
    )


def rank_of(record: str, number: int) -> tuple[bool, str, int]:
    """What the versions of one report are ordered by: a whole before an excerpt, then the day stated, then arrival."""
    known: Mapping[str, Any] = json.loads(record)
    return (not known.get("excerpt", False), known.get("published") or "", number)


assert {field.name for field in fields(Document)} == {
    *_PLAIN,
    *("text", "also", "siglum", "headline", "credits", "authors", "parts", "boilerplate"),
}
