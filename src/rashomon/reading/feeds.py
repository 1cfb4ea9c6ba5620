"""RSS and Atom: each entry of a feed a record by itself, so that a broken one costs itself alone.

Order: the text of the feed; where each entry begins and ends; each entry in a feed of its own through feedparser; its
fields by the names that `records` knows. An entry that holds no more than a summary is an excerpt. Declarations of a
document type are left out, and with them every entity that could unfold.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from rashomon.reading.decode import decode, decode_piece
from rashomon.reading.html import read_fragment
from rashomon.reading.masthead import could_be_outlet, outlet_noun
from rashomon.reading.records import Record
from rashomon.text import fold

_ROOT = re.compile(r"<(?P<name>rss|feed|rdf:RDF)(?=[\s>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.I)
_LOOKS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*|<\?[^>]{0,300}>\s*"
    rb"|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,20000}?\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.I | re.S,
)
_ENTRY = re.compile(rb"<(?:item|entry)[\s>]", re.I)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
_TOKEN = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->|<(?P<close>/?)(?:[\w-]{1,20}:)?(?P<name>item|entry)(?=[\s/>])", re.I)
_CLOSINGS = {"<![CDATA[": "]]>", "<!--": "-->"}
_MOST_WITHIN = 10_000
_OUTSIDE = re.compile(r"\s+(?:[|»>·•]|::|[–—-])\s+")
_PLAIN_ROOTS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
)
_LONGEST = 8_000_000
_DAYS = ("published", "created", "updated")
_FULL_WORDS = 150


def looks_like_feed(head: bytes, *, hinted: bool = False) -> bool:
    """Whether the first bytes are those of a feed; `hinted`: its name says so, then an entry among them will do."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return _LOOKS.match(head) is not None or (hinted and _ENTRY.search(head) is not None)


def read_feed(raw: bytes) -> Iterator[Record]:
    """The entries of a feed by number, each with the fields of a record; `excerpt` says that more is elsewhere."""
    text = _text(raw)
    whole = _ROOT.search(text)
    atom = re.search("<feed", whole[0] if whole else text, re.I) is not None
    # where the root itself is damaged, the entries below it need not be
    root, below = (whole[0], whole.end()) if whole else (_PLAIN_ROOTS[atom], 0)
    outlet: str | None = None
    for number, (start, end, problem) in enumerate(_entries(text, below), start=1):
        if number == 1:
            outlet = _outlet(root, text[below:start], atom)
        if problem is None and end - start > _LONGEST:
            problem = f"too long for a report: {end - start:,} characters with its markup, at most {_LONGEST:,}"
        if problem:
            yield Record(number, {}, problem)
            continue
        entry = _entry(root, text[start:end], atom)
        if entry is None:
            yield Record(number, {}, "damaged: this entry cannot be read; the others were")
            continue
        found = _fields(entry, outlet)
        yield Record(number, found, None if found.get("text") else "no report in this entry: it holds no text")


def _text(raw: bytes) -> str:
    """The feed as text, in the encoding it declares where its bytes fit."""
    declared = _DECLARED.match(raw.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(raw)
    return decode_piece(raw.removeprefix(b"\xef\xbb\xbf"), name).replace("\x00", "")


def _entries(text: str, at: int) -> Iterator[tuple[int, int, str | None]]:
    """The range of each entry, and what is wrong with one that does not end."""
    begun = -1
    for token in _tags(text, at):
        if token["close"]:
            if begun >= 0:
                yield begun, (text.find(">", token.end()) + 1) or len(text), None
            begun = -1
            continue
        if begun >= 0:
            yield begun, token.start(), "damaged: this entry has no end; the others were read"
        begun = token.start()
    if begun >= 0:
        yield begun, len(text), "cut short: this entry has no end; the others were read"


def _tags(text: str, at: int) -> Iterator[re.Match[str]]:
    """Where entries are opened and closed, outside bare text and comments.

    Bare text that does not end, or not before more of it begins, was never begun: what stands in it counts.
    """
    closing: str | None = None
    within: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, at):
        if token["name"] is None and token[0] in _CLOSINGS and closing in (None, _CLOSINGS[token[0]]):
            yield from within
            within.clear()
            closing = _CLOSINGS[token[0]]
        elif token["name"] is None:
            if token[0] == closing:
                within.clear()
                closing = None
        elif closing is None:
            yield token
        else:
            within.append(token)
            if len(within) > _MOST_WITHIN:
                closing = None
                yield from within
                within.clear()
    yield from within


def _entry(root: str, inside: str, atom: bool) -> Any:
    """The entry as feedparser reads it below the feed's own root or, where that is damaged, a plain one; else null."""
    for above in (root, _PLAIN_ROOTS[atom]):
        entries = _parsed(above, inside, atom).get("entries")
        if entries:
            return entries[0]
    return None


def _parsed(root: str, inside: str, atom: bool) -> Any:
    # slow to import, and most runs read no feed
    import feedparser

    name = re.match(r"<([\w:]+)", root)
    opening, closing = ("", "") if atom or name is None or name[1].lower() != "rss" else ("<channel>", "</channel>")
    xml = f"<?xml version='1.0' encoding='utf-8'?>{root}{opening}{inside}{closing}</{name[1] if name else 'rss'}>"
    try:
        return feedparser.parse(
            io.BytesIO(xml.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # it reads what browsers forgive, and now and then meets what it does not foresee
        return {}


def _outlet(root: str, before: str, atom: bool) -> str | None:
    """The outlet that the feed's own title names: the piece of it that has an outlet's word, or all of a short name."""
    if root.lower().startswith("<rss"):
        before = re.sub(r"^\s*<channel[^>]*>", "", before, flags=re.I)
    title = _plain(_parsed(root, before, atom).get("feed", {}).get("title"))
    if not title:
        return None
    pieces = [piece.strip() for piece in _OUTSIDE.split(title)]
    named = [piece for piece in pieces if could_be_outlet(piece) and outlet_noun(piece)]
    return named[-1] if named else pieces[0] if len(pieces) == 1 and could_be_outlet(title) else None


def _fields(entry: Any, outlet: str | None) -> dict[str, Any]:
    contents = [_body(content) for content in entry.get("content") or ()]
    summary = _body(entry.get("summary_detail") or {"value": entry.get("summary")})
    content = max(contents, key=len, default="")
    full = len(content.split()) > len(summary.split()) or len(summary.split()) >= _FULL_WORDS
    text = content if len(content.split()) > len(summary.split()) else summary
    title = _plain(entry.get("title"))
    deck = summary if text is content and fold(summary) != fold(content) else ""
    source = entry.get("source")
    named = _plain(source.get("title")) if isinstance(source, dict) else None
    # what feedparser would put in the place of a missing day is passed by
    days = (dict.get(entry, name) for name in _DAYS)
    found = {
        "title": title,
        "description": deck,
        "text": text,
        "url": entry.get("link"),
        "published": next(filter(None, days), None),
        "authors": [author["name"] for author in entry.get("authors") or () if author.get("name")],
        "publisher": _plain(entry.get("publisher")) or named or outlet,
        "excerpt": not full,
    }
    return {name: value for name, value in found.items() if value}


def _body(content: Any) -> str:
    value = content.get("value") or ""
    if content.get("type") == "text/plain" and not re.search(r"</\w+>|<br\s*/?>|&(?:#\d+|\w+);", value):
        return str(value).strip()
    return read_fragment(value) if value.strip() else ""


def _plain(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join((read_fragment(value) if re.search(r"<\w|&\w+;|&#", value) else value).split()) or None
