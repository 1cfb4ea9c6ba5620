"""Exported reports, one an object, by the field names of common exports.

Order: the fields; the text made of headline, deck and body, slices of the record; the layout of that text. How a file
holds its objects is read in `json_text` and `json_stream`; the entries of feeds come as such objects too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from rashomon.reading.compose import compose
from rashomon.reading.html import NoReport, looks_like_html, read_fragment
from rashomon.reading.layout import Layout
from rashomon.reading.plain import read_running
from rashomon.reading.stated import read_moment
from rashomon.text import fold

_BODY = (
    "text",
    "content",
    "body",
    "maintext",
    "articlebody",
    "article",
    "full_text",
    "fulltext",
    "content_html",
    "story",
)
_HEADLINE = ("title", "headline")
_DECK = ("description", "summary", "deck", "subtitle", "subheadline", "standfirst", "abstract", "lead")
_DAY = (
    "published", "date", "published_at", "publishedat", "datepublished", "date_published", "pubdate", "pub_date",
    "publish_date", "date_publish", "publication_date", "published_date", "created_at",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "web_url", "weburl")
_PUBLISHER = ("publisher", "source", "site_name", "outlet", "publication", "source_name", "newspaper", "site")
_AUTHORS = ("authors", "author", "byline", "creator")
LISTS = ("articles", "items", "results", "data", "docs", "documents", "records", "hits", "news", "stories", "response")


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a file: its place (line of JSON Lines, number in an array, 0 for a whole file) or what is wrong."""

    place: int | str
    fields: dict[str, Any]
    problem: str | None = None


def is_report(fields: dict[str, Any]) -> bool:
    """Whether the object holds a text."""
    return _body(fields) is not None


def record_bytes(fields: dict[str, Any]) -> bytes:
    """The object in one fixed spelling: keys sorted, no blanks. Its digest is the record's identity."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def record_digest(fields: dict[str, Any]) -> str:
    """The SHA-256 of `record_bytes`."""
    return hashlib.sha256(record_bytes(fields)).hexdigest()


def read_record(fields: dict[str, Any], check: Callable[[str], None] | None = None) -> tuple[str, Layout]:
    """The text made of a record, and its layout; `check` looks at the text before it is understood.

    Raises `NoReport` where it holds no text, and what `check` raises.
    """
    lower = {key.casefold(): value for key, value in fields.items() if isinstance(key, str)}
    body = _body(fields)
    if body is None:
        raise NoReport(f"no report in this record: none of its fields is called {', '.join(_BODY[:4])} and holds text")
    if looks_like_html(body) or re.search(r"</p>|<br\s*/?>|</div>", body):
        body = read_fragment(body)
    headline, deck = _first(lower, _HEADLINE), _first(lower, _DECK)
    if headline and fold(body).startswith(fold(headline)):
        body = _without_line(body, headline)
    if deck and (fold(deck)[:80].rstrip(" .…") in fold(body) or len(deck.split()) > 80):
        deck = None
    text, known = compose([("headline", headline or ""), ("deck", deck or ""), ("body", body)])
    if check is not None:
        check(text)
    layout = read_running(text, known)
    day = next((day for key in _DAY if (day := read_moment(_string(lower.get(key)) or ""))), None)
    return text, replace(
        layout,
        publisher=_first(lower, _PUBLISHER) or layout.publisher,
        authors=_names(next((lower[key] for key in _AUTHORS if lower.get(key)), None)) or layout.authors,
        published=day or layout.published,
        url=_first(lower, _URL),
        excerpt=layout.excerpt or lower.get("excerpt") is True,
    )


def is_ours(fields: dict[str, Any]) -> bool:
    """Whether this program wrote it: that is no report, though it holds the texts of some."""
    return str(fields.get("format", "")).startswith("rashomon/")


def _body(fields: dict[str, Any]) -> str | None:
    if is_ours(fields):
        return None
    lower = {key.casefold(): value for key, value in fields.items() if isinstance(key, str)}
    for key in _BODY:
        text = lower.get(key)
        if isinstance(text, dict):
            text = text.get("rendered") or text.get("text")
        if isinstance(text, list) and text and all(isinstance(line, str) for line in text):
            text = "\n".join(text)
        if isinstance(text, str) and any(character.isalnum() for character in text):
            return text
    return None


def _first(fields: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := _string(fields.get(key)))), None)


def _string(value: Any) -> str | None:
    if isinstance(value, dict):
        value = next(
            (value[key] for key in ("name", "title", "rendered", "text", "$date") if isinstance(value.get(key), str)),
            None,
        )
    if isinstance(value, list):
        value = value[0] if len(value) == 1 and isinstance(value[0], str) else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> tuple[str, ...]:
    items = (
        value
        if isinstance(value, list)
        else re.split(r"\s*(?:;|,|\band\b)\s*", value)
        if isinstance(value, str)
        else [value]
    )
    names = (re.sub(r"^by\s+", "", _string(item) or "", flags=re.I) for item in items)
    return tuple(dict.fromkeys(name for name in names if name))


def _without_line(body: str, headline: str) -> str:
    first, _, rest = body.lstrip().partition("\n")
    return rest if fold(first) == fold(headline) else body
