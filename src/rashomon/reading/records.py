"""JSON and JSON Lines: exported reports, one an object, by the field names of common exports.

Order: how the file is built (one object, an array, an object around an array, a line a record); each record on its own,
so that a broken one costs only itself; the fields; the text made of headline, deck and body, slices of the record.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
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
_LISTS = ("articles", "items", "results", "data", "docs", "documents", "records", "hits", "news", "stories", "response")


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a file: its place (line of JSON Lines, number in an array, 0 for a whole file) or what is wrong."""

    place: int
    fields: dict[str, Any]
    problem: str | None = None


def looks_like_records(text: str, *, hinted: bool = False) -> bool:
    """Whether the text is JSON or JSON Lines; `hinted`: its name says so, then a broken file counts too."""
    probe = text.lstrip("\ufeff \t\r\n")
    if not probe.startswith(("{", "[")):
        return False
    if hinted or re.match(r"\[\s*(?:\{\s*(?:\"|\})|\])", probe):
        return True
    return bool(re.match(r"\{\s*(?:\"[^\"\n]{0,80}\"\s*:|\})", probe))


def read_records(text: str) -> Iterator[Record]:
    """The objects of the text in order; a broken one comes with its problem and the others all the same."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    try:
        data = _whole(json.loads(text[start:], strict=False))
    except (ValueError, RecursionError) as error:
        yield from _piecewise(text, start, error)
        return
    items = _unwrap(data)
    if isinstance(items, list):
        for number, item in enumerate(items, start=1):
            yield _checked(number, item)
    else:
        yield Record(0, items)


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


def read_record(fields: dict[str, Any]) -> tuple[str, Layout]:
    """The text made of a record, and its layout. Raises `NoReport` where it holds no text."""
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
    layout = read_running(text, known)
    day = next((day for key in _DAY if (day := read_moment(_string(lower.get(key)) or ""))), None)
    return text, replace(
        layout,
        publisher=_first(lower, _PUBLISHER) or layout.publisher,
        authors=_names(next((lower[key] for key in _AUTHORS if lower.get(key)), None)) or layout.authors,
        published=day or layout.published,
        url=_first(lower, _URL),
    )


def _piecewise(text: str, start: int, error: Exception) -> Iterator[Record]:
    if text[start] == "[":
        yield from _broken_array(text, start)
        return
    lines = [(number, line.strip("\ufeff \t\r")) for number, line in enumerate(text.split("\n"), start=1)]
    lines = [(number, line) for number, line in lines if line]
    objects = sum(line.startswith("{") and line.endswith("}") for _, line in lines)
    if len(lines) < 2 or objects < 0.5 * len(lines):
        yield Record(0, {}, _where(error))
        return
    for number, line in lines:
        try:
            yield _checked(number, _whole(json.loads(line, strict=False)))
        except (ValueError, RecursionError) as broken:
            column = f", column {broken.colno}" if isinstance(broken, json.JSONDecodeError) else ""
            yield Record(number, {}, f"broken JSON at line {number}{column}; the other records were read")


def _broken_array(text: str, start: int) -> Iterator[Record]:
    """The items of an array one by one; behind a broken one the next object at the start of a line is tried."""
    decoder = json.JSONDecoder(strict=False)
    opening = re.compile(r"[\s,]*(?=\{)")
    at, number = start + 1, 0
    while match := opening.match(text, at):
        number += 1
        begin = match.end()
        try:
            item, at = decoder.raw_decode(text, begin)
            yield _checked(number, _whole(item))
        except (ValueError, RecursionError) as error:
            yield Record(number, {}, _where(error) + "; the other records were read")
            indent = begin - text.rfind("\n", 0, begin) - 1
            again = re.compile(rf"\n[ \t]{{0,{max(indent, 0)}}}(?=\{{)").search(text, begin + 1)
            if again is None:
                return
            at = again.end()
    if number == 0:
        yield Record(0, {}, "broken JSON: an array without a record")


def _whole(data: Any) -> Any:
    """The data with a replacement sign for half of a pair of surrogates, which JSON can spell and no text can hold."""
    if isinstance(data, str):
        return data if _utf8(data) else data.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(data, list):
        return [_whole(item) for item in data]
    if isinstance(data, dict):
        return {_whole(key): _whole(item) for key, item in data.items()}
    return data


def _utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"broken JSON at line {error.lineno}, column {error.colno}"
    return "broken JSON: nested too deeply"


def _checked(place: int, item: Any) -> Record:
    return (
        Record(place, item)
        if isinstance(item, dict)
        else Record(place, {}, "not an object: a record is {…} with fields")
    )


def _unwrap(data: Any) -> Any:
    """The list of records inside an export's envelope, the object itself where it is the record."""
    if isinstance(data, dict) and not is_report(data) and not _is_ours(data):
        for key in _LISTS:
            inner = data.get(key)
            if isinstance(inner, dict):
                inner = _unwrap(inner)
            if isinstance(inner, list) and any(isinstance(item, dict) and is_report(item) for item in inner):
                return inner
    return data if isinstance(data, dict | list) else {}


def _is_ours(fields: dict[str, Any]) -> bool:
    # what this program wrote is no report, though it holds the texts of some
    return str(fields.get("format", "")).startswith("rashomon/")


def _body(fields: dict[str, Any]) -> str | None:
    if _is_ours(fields):
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
