"""What is kept of feeds, pages and hosts between two polls: the tables of the store, as records.

Every function is one change of the store, whole or not at all. What a feed named stands in `pages` before it is looked
at, so that a run that is stopped loses nothing: the next one finds it still to be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Table, and_, select

from rashomon.model import Document
from rashomon.store import Database
from rashomon.store.marks import mark, set_mark
from rashomon.store.portions import portions
from rashomon.store.rows import address_of
from rashomon.store.schema import documents, feeds, hosts, pages, sightings
from rashomon.watch.manners import Host

_TOLD = "told_to"


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed between two polls: where it lies now, what its last answer was, when to ask again, how often it failed."""

    feed: str
    address: str
    etag: str | None = None
    modified: str | None = None
    again_at: float = 0.0
    failures: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """An address that a feed named, with what the feed says of it; `document` is the id of what was there last, null
    before the first look; `again_at` is the moment of the next look, null where there is none."""

    address: str
    feed: str
    first_at: float
    again_at: float | None
    entry: Mapping[str, Any] = field(default_factory=dict)
    document: str | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0


def read_feeds(store: Database, named: Sequence[str]) -> list[FeedState]:
    """The state of each of these feeds, in their order; one that was never polled lies where the list says."""
    with store.engine.begin() as connection:
        rows = _by_key(connection.execute, feeds, "feed", named)
    known = {row["feed"]: FeedState(**row) for row in rows}
    return [known.get(name) or FeedState(name, name) for name in named]


def keep_feed(store: Database, state: FeedState, found: Iterable[Page] = ()) -> None:
    """Keeps the state of a feed together with the pages that it named or changed."""
    with store.change() as connection:
        _put(connection.execute, feeds, "feed", [asdict(state)])
        _put(connection.execute, pages, "address", [_row(page) for page in found])


def read_pages(store: Database, addresses: Sequence[str]) -> dict[str, Page]:
    """Those of these addresses that are known, by address."""
    with store.engine.begin() as connection:
        return {row["address"]: _page(row) for row in _by_key(connection.execute, pages, "address", addresses)}


def due_pages(store: Database, now: float, most: int) -> list[Page]:
    """The pages to look at now: new ones first, then those first seen last; at most so many."""
    c = pages.c
    question = (
        select(pages)
        .where(and_(c.again_at.is_not(None), c.again_at <= now))
        .order_by(c.document.is_not(None), c.first_at.desc(), c.address)
        .limit(most)
    )
    with store.engine.begin() as connection:
        return [_page(dict(row._mapping)) for row in connection.execute(question)]


def keep_page(store: Database, page: Page, seen: float | None = None) -> None:
    """Keeps the state of a page; `seen`: its document was first found now."""
    with store.change() as connection:
        _put(connection.execute, pages, "address", [_row(page)])
        if seen is not None and page.document is not None:
            there = select(sightings.c.document).where(sightings.c.document == page.document)
            if connection.scalar(there) is None:
                connection.execute(sightings.insert(), {"document": page.document, "seen": seen})


def read_hosts(store: Database) -> dict[str, Host]:
    """How the hosts want to be asked, by name."""
    with store.engine.begin() as connection:
        return {row.name: Host(**row._mapping) for row in connection.execute(select(hosts))}


def keep_hosts(store: Database, changed: Iterable[Host]) -> None:
    """Keeps how hosts want to be asked."""
    with store.change() as connection:
        _put(connection.execute, hosts, "name", [asdict(host) for host in changed])


def current(store: Database, document: Document) -> str | None:
    """The id of the version that stands for the report at the address of a document now, or null where none is held."""
    address = address_of(document)
    if address is None:
        return None
    c = documents.c
    question = select(c.id).where(and_(c.address == address, c.newer.is_(None))).order_by(c.arrived.desc())
    with store.engine.begin() as connection:
        return connection.scalar(question)


@dataclass(frozen=True, slots=True)
class Untold:
    """What was found and not told yet: ids of new documents, pairs of the version told last and the one that stands
    now, and the moment up to which that is all."""

    new: tuple[str, ...]
    altered: tuple[tuple[str, str], ...]
    up_to: float


def untold(store: Database) -> Untold:
    """What was found since the last time something was told, also by a run that was stopped before it could tell."""
    with store.engine.begin() as connection:
        since = float(mark(connection, _TOLD) or 0.0)
        question = (
            select(sightings.c.document, sightings.c.seen, documents.c.newer)
            .join(documents, documents.c.id == sightings.c.document)
            .where(sightings.c.seen > since)
            .order_by(sightings.c.seen, sightings.c.document)
        )
        rows = connection.execute(question).all()
    found = {row.document for row in rows}
    standing = [row.document for row in rows if row.newer is None]
    before: dict[str, str] = {}
    for history in store.histories(standing):
        *earlier, latest = [version.document for version in history.versions]
        told = [each.id for each in earlier if each.id not in found and not each.excerpt]
        if told:
            before[latest.id] = told[-1]
    return Untold(
        new=tuple(name for name in standing if name not in before),
        altered=tuple((before[name], name) for name in standing if name in before),
        up_to=max((row.seen for row in rows), default=since),
    )


def keep_told(store: Database, up_to: float) -> None:
    """Notes that all that was found up to this moment was told."""
    with store.change() as connection:
        set_mark(connection, _TOLD, repr(up_to))


def _row(page: Page) -> dict[str, Any]:
    return {**asdict(page), "entry": json.dumps(dict(page.entry), sort_keys=True)}


def _page(row: dict[str, Any]) -> Page:
    return Page(**{**row, "entry": json.loads(row["entry"])})


def _by_key(execute: Any, table: Table, key: str, names: Sequence[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for some in portions(sorted(set(names))):
        question = select(table).where(table.c[key].in_(some))
        rows.extend(dict(row._mapping) for row in execute(question))
    return rows


def _put(execute: Any, table: Table, key: str, rows: Sequence[dict[str, Any]]) -> None:
    """Writes rows, in the place of those with their key."""
    unique = {row[key]: row for row in rows}
    names = sorted(unique)
    for some in portions(names):
        execute(table.delete().where(table.c[key].in_(some)))
        execute(table.insert(), [unique[name] for name in some])
