"""What a web page states of its report in machine-readable form: JSON-LD first, then OpenGraph and meta tags.

Gives the strings as stated, entities resolved; nothing is taken from running text here.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element

from rashomon.reading.stated import read_moment

_KINDS = re.compile(
    r"(?:Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|Posting|Reportage\w*|AnalysisNewsArticle)$"
)
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate",
    "publish-date", "publication_date", "publishdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article.published", "published_time", "date", "rnews:datepublished", "bt:pubdate", "ptime",
    "article:publicationdate",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "cre",
    "publisher",
    "article:publisher",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The page's own statements, each null or empty where it makes none."""

    headline: str | None = None
    description: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    body: str | None = None


def read_linked_data(tree: _Element) -> Stated:
    """What JSON-LD and meta tags of the page state."""
    node = _best_node(tree)
    meta = _meta_tags(tree)
    site = next((meta[key] for key in _SITES if meta.get(key) and not meta[key].startswith("http")), None)
    return Stated(
        headline=_string(node.get("headline"))
        or _string(node.get("name"))
        or meta.get("og:title")
        or meta.get("twitter:title"),
        description=_string(node.get("description")) or meta.get("og:description") or meta.get("description"),
        publisher=_name(node.get("publisher"))
        or site
        or _name(node.get("sourceOrganization"))
        or _name(node.get("provider")),
        published=_day(node, meta, tree),
        url=_url(node, meta, tree),
        authors=_authors(node.get("author")) or _authors(meta.get("author") or meta.get("article:author")),
        body=_text(node.get("articleBody")),
    )


def _best_node(tree: _Element) -> dict[str, Any]:
    nodes = [node for node in _nodes(tree) if any(_KINDS.search(kind) for kind in _types(node))]
    return max(
        nodes, key=lambda node: sum(bool(node.get(k)) for k in ("headline", "datePublished", "author")), default={}
    )


def _nodes(tree: _Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        data = _lenient(script.text)
        stack: list[Any] = [data]
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(reversed(item))
            elif isinstance(item, dict):
                yield item
                stack.extend(
                    item[key]
                    for key in ("mainEntity", "@graph", "mainEntityOfPage")
                    if isinstance(item.get(key), dict | list)
                )


def _lenient(text: str) -> Any:
    cleaned = (
        re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$", "", text.strip())
        .strip()
        .rstrip(";")
    )
    for attempt in (cleaned, re.sub(r",\s*([}\]])", r"\1", cleaned)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)] if kind else []


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if not isinstance(value, str):
        return None
    plain = re.sub(r"<[^<>]{1,200}>", " ", html.unescape(html.unescape(value)))
    return " ".join(plain.split()) or None


def _text(value: Any) -> str | None:
    """A long string with its lines kept."""
    if not isinstance(value, str):
        return None
    plain = re.sub(r"<(?:/p|br\s*/?|/div|/h\d|/li)>", "\n", html.unescape(html.unescape(value)), flags=re.I)
    return re.sub(r"<[^<>]{1,200}>", "", plain)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), None)
    name = _string(value.get("name") or value.get("legalName")) if isinstance(value, dict) else _string(value)
    return None if name and name.startswith("http") else name


def _authors(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        name = _name(item)
        if name and not re.match(r"https?:|@", name) and len(name) <= 120:
            names.append(re.sub(r"^by\s+", "", name, flags=re.I))
    return tuple(dict.fromkeys(names))


def _meta_tags(tree: _Element) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join(html.unescape(element.get("content") or "").split())
        if key and content:
            tags.setdefault(key, content)
    return tags


def _day(node: dict[str, Any], meta: dict[str, str], tree: _Element) -> str | None:
    stated = [_string(node.get("datePublished"))]
    stated += [meta.get(key) for key in _DAYS]
    stated += [
        element.get("datetime") or element.get("content")
        for element in tree.xpath("descendant-or-self::*[@itemprop='datePublished']")
    ]
    stated += [_string(node.get("dateCreated")), _string(node.get("uploadDate"))]
    return next((day for value in stated if value and (day := read_moment(value))), None)


def _url(node: dict[str, Any], meta: dict[str, str], tree: _Element) -> str | None:
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    entity = node.get("mainEntityOfPage")
    stated = (canonical, meta.get("og:url"), node.get("url"), entity.get("@id") if isinstance(entity, dict) else entity)
    return next((value for value in stated if isinstance(value, str) and re.match(r"https?://\S+$", value)), None)
