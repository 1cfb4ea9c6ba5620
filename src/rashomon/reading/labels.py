"""Labelled heads: Markdown front matter and lines like "Title: …", "Source: …", "Date: …" at the top of a text.

Offsets are code points of the whole text. Only a run of labels at the very top counts, and of bare labels at least two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.reading.lines import split_lines
from rashomon.reading.stated import read_moment
from rashomon.text import trim

_FIELDS = {
    "title": "headline", "headline": "headline", "date": "published", "published": "published",
    "publish_date": "published", "published_at": "published", "publication date": "published",
    "pubdate": "published", "datepublished": "published", "author": "authors", "authors": "authors",
    "byline": "authors", "url": "url", "link": "url", "canonical": "url", "source": "publisher",
    "publisher": "publisher", "outlet": "publisher", "newspaper": "publisher", "site": "publisher",
    "publication": "publisher",
}  # fmt: skip
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]{1,20}?)\s*:\s*(?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class Labels:
    """What a labelled head states; `end` is where it ends, `ranges` its lines (the headline's value left out)."""

    headline: tuple[int, int] | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    end: int = 0
    marked_down: bool = False


def read_labels(text: str) -> Labels:
    """The labelled head of the text; empty when it has none."""
    lines = split_lines(text[:20_000])
    fenced = bool(lines) and lines[0].text == "---" and any(line.text in ("---", "...") for line in lines[1:60])
    found: dict[str, tuple[int, int]] = {}
    ranges: list[tuple[int, int]] = [(lines[0].start, lines[0].end)] if fenced else []
    end, items = 0, []
    key = ""
    for line in lines[1:60] if fenced else lines[:20]:
        if fenced and line.text in ("---", "..."):
            ranges.append((line.start, line.end))
            end = line.end
            break
        match = _PAIR.match(line.text)
        name = _FIELDS.get(match["key"].casefold().replace("-", "_")) if match else None
        if match is None or (name is None and not fenced):
            if not fenced:
                break
            if key == "authors" and line.text.startswith("- "):
                items.append(line.text[2:])
        else:
            key = name or ""
            start, stop = _unquoted(text, *trim(text, line.start + match.start("value"), line.end))
            if name and start < stop and name not in found:
                found[name] = (start, stop)
        if key == "headline" and "headline" in found and found["headline"][0] >= line.start:
            ranges.append((line.start, found["headline"][0]))
        else:
            ranges.append((line.start, line.end))
        end = line.end if not fenced else end
    if not fenced and len(found) < 2:
        return Labels()
    return _labels(text, found, items, ranges, end)


def _unquoted(text: str, start: int, stop: int) -> tuple[int, int]:
    quoted = stop - start >= 2 and text[start] in "\"'" and text[stop - 1] == text[start]
    return (start + 1, stop - 1) if quoted else (start, stop)


def _labels(
    text: str, found: dict[str, tuple[int, int]], items: list[str], ranges: list[tuple[int, int]], end: int
) -> Labels:
    said = {name: text[a:b] for name, (a, b) in found.items()}
    names = re.split(r"\s*(?:,|;|\band\b|&)\s*", said.get("authors", "").strip("[]")) + items
    clean = tuple(trim(text, a, b) for a, b in ranges)
    rest = split_lines(text[end : end + 2_000])
    return Labels(
        found.get("headline"),
        read_moment(said["published"]) if "published" in said else None,
        said.get("publisher"),
        said.get("url"),
        tuple(name.strip(" \"'") for name in names if name.strip(" \"'")),
        tuple((a, b) for a, b in clean if a < b),
        end,
        bool(rest) and rest[0].text.startswith("# "),
    )
