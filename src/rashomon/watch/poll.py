"""One poll: the feeds that are due, then the pages that are due, each answer kept before the next is waited for.

Order: feeds; what they name is written down; reports that a feed carries whole are added; pages never seen, then known
ones that may have been altered; each page is read and laid beside what was held. A page that says what it said before
changes nothing. One that says something else is a new version, and the old is kept. One that suddenly shows far less,
or nothing, is told and what was held stays. Out of scope: what happened (`pile`) and how it is told (`told`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from rashomon import pile
from rashomon.altered import find_alterations, share_kept
from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.store import Database
from rashomon.watch import kept
from rashomon.watch.addresses import host_of
from rashomon.watch.entries import Entry, document_of_entry, document_of_page, entries_of
from rashomon.watch.kept import FeedState, Page
from rashomon.watch.lanes import in_lanes
from rashomon.watch.manners import Guest, Visit
from rashomon.watch.schedule import TRIES, after_failure, next_look

MOST = 5_000
"""Pages that are looked at in one poll; the others wait for the next."""
MOST_A_HOST = 120
_LEAST_KEPT = 0.3


@dataclass(slots=True)
class Poll:
    """What came of a poll: how many feeds were asked, the ids of new documents, pairs of the version that stood before
    and the one that stands now, addresses that no longer show what is held, with the reason, and what failed."""

    feeds: int = 0
    new: list[str] = field(default_factory=list)
    altered: list[tuple[str, str]] = field(default_factory=list)
    withdrawn: list[tuple[str, str, str]] = field(default_factory=list)  # address, reason, id of what is held
    problems: list[Unreadable] = field(default_factory=list)


def poll(
    store: Database,
    feeds: Sequence[str],
    guest: Guest,
    *,
    width: int = 1,
    on_visit: Callable[[str], None] | None = None,
) -> Poll:
    """Looks once at every feed and page that is due. Stopped at any moment, it loses nothing: the next poll goes on.

    `width` is how many hosts are asked at once; `on_visit` hears of each address when its answer is there.
    """
    result = Poll()
    before = dict(guest.hosts)
    tell = on_visit or (lambda address: None)
    try:
        states = kept.read_feeds(store, feeds)
        due = [state for state in states if not state.gone and state.again_at <= guest.clock()]
        result.feeds = len(due)
        for state, visit in in_lanes(due, lambda s: host_of(s.address), lambda s: _visit(guest, s.address, s), width):
            tell(state.address)
            _feed_answered(store, state, visit, guest.clock(), result)
        pages = _few_a_host(kept.due_pages(store, guest.clock(), MOST))
        looked = in_lanes(
            pages, _host_of_page, lambda p: guest.visit(_lies(p), etag=p.etag, modified=p.modified), width
        )
        for page, visit in looked:
            tell(page.address)
            _page_answered(store, page, visit, guest.clock(), result)
    finally:
        kept.keep_hosts(store, [host for name, host in guest.hosts.items() if host != before.get(name)])
    return result


def _visit(guest: Guest, address: str, last: FeedState | Page) -> Visit:
    return guest.visit(address, etag=last.etag, modified=last.modified)


def _host_of_page(page: Page) -> str:
    return host_of(_lies(page))


def _lies(page: Page) -> str:
    """Where a page lies now."""
    return str(page.entry.get("moved") or page.address)


def _few_a_host(pages: Iterable[Page]) -> list[Page]:
    by_host = groupby(sorted(pages, key=_host_of_page), key=_host_of_page)
    return [page for _, some in by_host for page in list(some)[:MOST_A_HOST]]


def _feed_answered(store: Database, state: FeedState, visit: Visit, now: float, result: Poll) -> None:
    state = replace(state, address=visit.moved or state.address)
    if visit.outcome == "unchanged":
        kept.keep_feed(store, replace(state, failures=0, again_at=0.0))
    elif visit.outcome == "put off":
        result.problems.append(Unreadable(state.address, visit.problem or "put off"))
        kept.keep_feed(store, replace(state, again_at=visit.again_at))
    elif visit.outcome == "fetched":
        problems: list[Unreadable] = []
        entries = entries_of(visit.body, visit.address, problems)
        result.problems.extend(problems)
        if problems and not entries:
            kept.keep_feed(store, _failed(replace(state, etag=None, modified=None), now))
            return
        state = replace(state, etag=visit.etag, modified=visit.modified, failures=0, again_at=0.0)
        kept.keep_feed(store, state, _entries_found(store, state, entries, now, result))
    else:
        result.problems.append(Unreadable(state.address, visit.problem or "cannot be fetched"))
        kept.keep_feed(store, replace(_failed(state, now), gone=int(visit.outcome == "gone")))


def _failed(state: FeedState, now: float) -> FeedState:
    return replace(state, failures=state.failures + 1, again_at=after_failure(now, state.failures + 1))


def _entries_found(store: Database, state: FeedState, entries: Sequence[Entry], now: float, result: Poll) -> list[Page]:
    """The pages of entries that are new or say something new, with the reports that the feed carries whole added."""
    known = kept.read_pages(store, [entry.address for entry in entries])
    found = []
    for entry in entries:
        page = known.get(entry.address)
        if page is not None and page.entry.get("digest") == entry.digest:
            continue
        stated = {key: value for key, value in entry.fields.items() if not (entry.whole and key == "text")}
        moved = {"moved": page.entry["moved"]} if page and "moved" in page.entry else {}
        said = {**stated, **moved, "digest": entry.digest}
        # a known entry that says something new may lead to a page that does
        page = replace(page or Page(entry.address, state.feed, now, now), entry=said, again_at=now)
        if entry.whole:
            document = document_of_entry(entry.address, entry.fields, result.problems, whole=True)
            page = _settled(store, replace(page, again_at=None), document, now, result)
        found.append(page)
    return found


def _page_answered(store: Database, page: Page, visit: Visit, now: float, result: Poll) -> None:
    if visit.moved:
        page = replace(page, entry={**page.entry, "moved": visit.moved})
    if visit.outcome == "put off":
        kept.keep_page(store, replace(page, again_at=visit.again_at))
        return
    if visit.outcome == "unchanged" and page.document is not None:
        kept.keep_page(store, replace(page, again_at=next_look(now, page.first_at), failures=0))
        return
    problem = visit.problem
    if visit.outcome == "fetched":
        problems: list[Unreadable] = []
        document = document_of_page(visit.body, visit.address, page.entry, problems, visit.charset)
        if document is not None:
            page = replace(page, etag=visit.etag, modified=visit.modified)
            page = _settled(store, page, document, now, result)
            kept.keep_page(store, replace(page, again_at=next_look(now, page.first_at)))
            return
        problem = problems[0].reason if problems else "holds no report"
    _page_failed(store, page, problem or "cannot be fetched", visit.outcome, now, result)


def _page_failed(store: Database, page: Page, problem: str, outcome: str, now: float, result: Poll) -> None:
    """A page that did not come: asked for again for a while, then left; what the feed says of it stands in."""
    page = replace(page, failures=page.failures + 1, again_at=after_failure(now, page.failures + 1))
    held = _held(store, page.document)
    left = outcome in ("gone", "refused") or page.failures >= TRIES
    if left and held is not None and not held.excerpt:
        result.withdrawn.append((page.address, problem, held.id))
    elif page.failures == 1:
        result.problems.append(Unreadable(page.address, problem))
    if left:
        page = replace(page, again_at=None)
        if held is None and page.entry.get("text"):
            document = document_of_entry(page.address, _stated(page), [], whole=False)
            page = replace(_settled(store, page, document, now, result), failures=page.failures)
    kept.keep_page(store, page)


def _held(store: Database, name: str | None) -> Document | None:
    return store.documents([name])[0] if name and store.known([name]) else None


def _stated(page: Page) -> dict[str, object]:
    return {key: value for key, value in page.entry.items() if key not in ("moved", "digest")}


def _settled(store: Database, page: Page, document: Document | None, now: float, result: Poll) -> Page:
    """Lays what was found at an address beside what is held of it; adds it where it says something else."""
    if document is None:
        return page
    held = _held(store, page.document) or _held(store, kept.current(store, document))
    if held is not None:
        document = replace(document, url=held.url or document.url, published=document.published or held.published)
        alterations = find_alterations(held, document)
        completed = held.excerpt and not document.excerpt  # no outlet altered it: only now the whole is held
        if not completed and (not alterations or document.excerpt > held.excerpt):
            return replace(page, document=held.id, failures=0)
        if share_kept(held, alterations) < _LEAST_KEPT and 2 * len(document.text) < len(held.text):
            if page.failures == 0:
                result.withdrawn.append((page.address, "now shows far less than is held", held.id))
            return replace(page, document=held.id, failures=1)
    added = pile.add(store, [document])
    there = document.id if store.known([document.id]) else kept.current(store, document)
    page = replace(page, document=there, failures=0)
    kept.keep_page(store, page, seen=now)
    if held is not None and not held.excerpt and there != held.id:
        result.altered.append((held.id, document.id))
    elif added.new:
        result.new.append(document.id)
    return page
