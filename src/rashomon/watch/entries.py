"""The entries of a feed as they are watched: where each leads, and whether the feed itself carries the report.

What a page does not state, its day and its outlet, the feed states for it. An entry that the feed carries whole is read
from there and its page is not fetched; one with a summary only is, and the summary stands in where the page is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading.choose import read_bytes
from rashomon.reading.feeds import looks_like_feed, read_feed
from rashomon.reading.records import record_bytes, record_digest
from rashomon.reading.stated import read_moment
from rashomon.watch.addresses import address_of

MOST = 500
"""Entries that are read of one feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: the address that stands for it, what the feed says, whether that is the whole report."""

    address: str
    fields: Mapping[str, Any]
    whole: bool

    @property
    def digest(self) -> str:
        """What tells the entry from another state of itself."""
        return record_digest(dict(self.fields))[:16]


def entries_of(raw: bytes, address: str, problems: list[Unreadable]) -> list[Entry]:
    """The entries of the feed that was found at an address, in its order; what cannot be read is a problem."""
    if not looks_like_feed(raw[:65_536]):
        problems.append(Unreadable(address, "holds no feed: neither RSS nor Atom"))
        return []
    found: dict[str, Entry] = {}
    for record in islice(read_feed(raw), MOST):
        if record.problem:
            problems.append(Unreadable(f"{address}#{record.place}", record.problem))
            continue
        fields = {key: value for key, value in record.fields.items() if key not in ("url", "excerpt")}
        link = address_of(str(record.fields.get("url") or ""), address)
        whole = bool(fields.get("text")) and (link is None or not record.fields.get("excerpt"))
        if not whole and (link is None or _is_front(link)):
            problems.append(Unreadable(f"{address}#{record.place}", "this entry leads to no report and holds none"))
            continue
        # some feeds give one address to all that they carry
        shared = link is None or (whole and (_is_front(link) or link in found))
        key = f"{link or address}#{record_digest(fields)[:12]}" if shared else str(link)
        found.setdefault(key, Entry(key, fields, whole))
    return list(found.values())


def document_of_entry(
    address: str, fields: Mapping[str, Any], problems: list[Unreadable], *, whole: bool
) -> Document | None:
    """The report, or the beginning of it, that a feed carries."""
    record = {**fields, **({} if "#" in address else {"url": address}), **({} if whole else {"excerpt": True})}
    documents = read_bytes(record_bytes(record), address, problems, named=True)
    return documents[0] if documents else None


def document_of_page(
    raw: bytes, address: str, fields: Mapping[str, Any], problems: list[Unreadable], charset: str | None = None
) -> Document | None:
    """The report on a page, with what only the feed states; null, and a problem, where there is none."""
    name = urlsplit(address).path.rpartition("/")[2] or "index.html"
    documents = read_bytes(raw, address, problems, named=True, name=name, charset=charset)
    if not documents:
        return None
    document = documents[0]
    stated = fields.get("published")
    return replace(
        document,
        path=address,
        url=_own(document.url, address),
        published=document.published or (read_moment(stated) if isinstance(stated, str) else None),
        publisher=document.publisher or fields.get("publisher"),
    )


def _own(stated: str | None, address: str) -> str:
    """The address that a page states for itself, where it lies with the same host: a page that was taken over from
    another outlet is no version of the one there."""
    own = address_of(stated or "", address)
    if own is None or (_is_front(own) and not _is_front(address)):
        return address
    return own if _outlet(own) == _outlet(address) else address


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _outlet(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
