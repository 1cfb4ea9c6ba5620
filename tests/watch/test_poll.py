"""Polls of a server on this machine: what is new, what was altered, what is left alone, and what a stop costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3
from loopback import Clock, Reply, Web, conditional, feed, page

from rashomon import pile
from rashomon.model import Document
from rashomon.store import Database, open_store
from rashomon.text import cut
from rashomon.watch import kept
from rashomon.watch.entries import document_of_page
from rashomon.watch.manners import Guest
from rashomon.watch.poll import Poll, poll
from rashomon.watch.web import open_fetch

FERRY = (
    "A ferry ran aground near Halm on Friday morning and twelve people were hurt, the harbour police said later.",
    "The ship had left Olmstad at seven with ninety passengers on board, and fog lay over the sound, the captain said.",
    "Divers will look at the hull on Saturday before the ship is towed to the yard in Olmstad, the owner said.",
)
LATER = (FERRY[0].replace("twelve", "fourteen"), *FERRY[1:], "The mayor of Halm called for an inquiry on Saturday.")
WHOLE = " ".join(FERRY * 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(str(tmp_path / "news.db"), writing=True, create=True)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def look(store: Database, web: Web, clock: Clock, *paths: str) -> Poll:
    """One run of the program: what it knows comes out of the store."""
    fetch = open_fetch(clock, timeout=urllib3.Timeout(2.0))
    guest = Guest(fetch, clock, clock.pause, "rashomon", kept.read_hosts(store), frozenset({web.address}))
    web.asked.clear()
    return poll(store, [f"{web.address}{path}" for path in paths or ("/feed",)], guest)


def names(web: Web, ferry: bytes | Reply, day: str = "Fri, 02 May 2031 10:00:00 GMT") -> None:
    """A feed with one entry that leads to a page."""
    web.pages["/feed"] = Reply(
        200, feed((f"{web.address}/ferry", "Ferry runs aground", "Twelve people hurt."), day=day)
    )
    web.pages["/ferry"] = ferry if isinstance(ferry, Reply) else Reply(200, ferry)


def held(store: Database, result: Poll) -> Document:
    (name,) = result.new
    return store.documents([name])[0]


def test_a_new_entry_is_fetched_and_read_with_what_the_feed_states(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground near Halm", *FERRY))
    document = held(store, look(store, web, clock))
    assert (document.url, document.path) == (f"{web.address}/ferry", f"{web.address}/ferry")
    assert (document.published or "").startswith("2031-05-02") and document.publisher == "The Halm Courier"
    assert document.headline and cut(document, document.headline) == "Ferry runs aground near Halm"
    assert FERRY[1] in document.text and not document.excerpt
    assert web.paths() == ["/feed", "/ferry"]


def test_the_day_on_the_page_comes_before_that_of_the_feed(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY, published="2031-05-01T08:00:00+02:00"))
    assert held(store, look(store, web, clock)).published == "2031-05-01T08:00:00+02:00"


def test_what_did_not_change_is_asked_for_by_its_etag_and_added_once(web: Web, store: Database, clock: Clock) -> None:
    names(web, conditional(page("Ferry runs aground", *FERRY), '"p1"'))
    web.pages["/feed"] = conditional(web.pages["/feed"].body, '"f1"', "application/rss+xml")
    look(store, web, clock)
    clock.now += 3600
    again = look(store, web, clock)
    assert (again.new, again.altered, again.problems) == ([], [], [])
    assert [headers.get("if-none-match") for _, headers in web.asked] == ['"f1"', '"p1"']
    assert store.size() == 1


def test_a_young_report_is_looked_at_again_and_then_ever_less(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    look(store, web, clock)
    looks = []
    for hour in (0.2, 0.51, 0.6, 5.0, 5.1, 400.0):
        clock.now = 1_935_500_000.0 + hour * 3600
        look(store, web, clock)
        looks.append("/ferry" in web.paths())
    assert looks == [False, True, False, True, False, True]


def test_an_altered_page_is_a_new_version_and_the_old_is_kept(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    first = held(store, look(store, web, clock))
    clock.now += 3600
    names(web, page("Ferry runs aground", *LATER))
    result = look(store, web, clock)
    ((before, now),) = result.altered
    assert (before, result.new, store.size()) == (first.id, [], 2)
    (history,) = store.histories([now])
    assert [version.document.id for version in history.versions] == [before, now]
    assert [version.seen for version in history.versions] == ["2031-05-02T14:53:24+00:00", "2031-05-02T15:53:26+00:00"]


def test_other_boilerplate_and_dates_are_no_alteration(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    look(store, web, clock)
    clock.now += 3600
    names(web, page("Ferry runs aground", *FERRY, aside="Win a car", published="2031-05-03"))
    assert look(store, web, clock).altered == [] and store.size() == 1


def test_a_page_that_shows_far_less_does_not_replace_what_is_held(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    first = held(store, look(store, web, clock))
    names(web, page("Please log in", "To go on reading this page, log in or take out a subscription with us today."))
    told = []
    for _ in range(2):
        clock.now += 7200
        told.append(look(store, web, clock).withdrawn)
    assert told == [[(f"{web.address}/ferry", "now shows far less than is held", first.id)], []]
    assert store.size() == 1


def test_a_report_in_the_feed_itself_is_not_fetched(web: Web, store: Database, clock: Clock) -> None:
    web.pages["/feed"] = Reply(200, feed((f"{web.address}/ferry", "Ferry runs aground", WHOLE)))
    document = held(store, look(store, web, clock))
    assert web.paths() == ["/feed"] and not document.excerpt and document.url == f"{web.address}/ferry"
    clock.now += 3600
    web.pages["/feed"] = Reply(200, feed((f"{web.address}/ferry", "Ferry sinks", WHOLE)))
    assert [before for before, _ in look(store, web, clock).altered] == [document.id]


def test_where_robots_forbid_the_page_the_summary_is_held(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    web.pages["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /ferry\n")
    result = look(store, web, clock)
    document = held(store, result)
    assert document.excerpt and "Twelve people hurt." in document.text
    assert [str(problem) for problem in result.problems] == [
        f"{web.address}/ferry: robots.txt of its host does not allow it"
    ]
    clock.now += 90_000
    web.pages["/robots.txt"] = Reply(200)
    names(web, page("Ferry runs aground", *FERRY), day="Sat, 03 May 2031 10:00:00 GMT")
    result = look(store, web, clock)
    assert (len(result.new), result.altered) == (1, [])  # the whole came; nobody altered anything
    (history,) = store.histories(result.new)
    assert [version.document.excerpt for version in history.versions] == [True, False]


def test_a_page_that_is_gone_is_told_and_what_was_held_stays(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    first = held(store, look(store, web, clock))
    web.pages["/ferry"] = Reply(410)
    clock.now += 3600
    assert look(store, web, clock).withdrawn == [(f"{web.address}/ferry", "is gone (410)", first.id)]
    clock.now += 90_000
    look(store, web, clock)
    assert web.paths() == ["/feed"] and store.size() == 1


def test_a_page_that_does_not_come_is_asked_for_five_times(web: Web, store: Database, clock: Clock) -> None:
    names(web, Reply(500))
    asked, problems = 0, []
    for _ in range(12):
        result = look(store, web, clock)
        asked += web.paths().count("/ferry")
        problems += [str(problem) for problem in result.problems]
        clock.now += 7200
    assert asked == 5 and problems == [f"{web.address}/ferry: answers with 500"]
    assert store.size() == 1  # the summary stands in


def test_a_feed_that_moved_for_good_is_asked_where_it_lies(web: Web, store: Database, clock: Clock) -> None:
    web.pages["/feed"] = Reply(301, headers={"Location": "/new-feed"})
    web.pages["/new-feed"] = Reply(200, feed())
    look(store, web, clock)
    look(store, web, clock)
    assert web.paths() == ["/new-feed"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_failing_feed_is_asked_ever_more_seldom(web: Web, store: Database, clock: Clock, status: int) -> None:
    web.pages["/feed"] = Reply(status)
    asked = []
    for _ in range(8):
        look(store, web, clock)
        asked.append(len(web.paths()))
        clock.now += 601
    assert asked == [1, 1, 0, 1, 0, 0, 0, 1]


def test_a_feed_that_is_gone_is_never_asked_again(web: Web, store: Database, clock: Clock) -> None:
    web.pages["/feed"] = Reply(410)
    assert [str(problem) for problem in look(store, web, clock).problems] == [f"{web.address}/feed: is gone (410)"]
    clock.now += 10_000_000
    assert look(store, web, clock).feeds == 0


def test_a_feed_whose_host_asks_for_a_pause_waits(web: Web, store: Database, clock: Clock) -> None:
    web.pages["/feed"] = Reply(429, headers={"Retry-After": "1800"})
    look(store, web, clock)
    asked = []
    for _ in range(3):
        clock.now += 700
        look(store, web, clock)
        asked.append(len(web.asked))
    assert asked == [0, 0, 1]


def test_a_broken_feed_costs_itself_alone(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    web.pages["/page"] = Reply(200, page("No feed", "Just a page."))
    web.pages["/cut"] = Reply(200, feed((f"{web.address}/x", "Lost", "y"))[:-60])
    result = look(store, web, clock, "/page", "/cut", "/feed")
    assert [problem.reason for problem in result.problems[:1]] == ["holds no feed: neither RSS nor Atom"]
    assert len(result.new) >= 1 and all("\n" not in str(problem) for problem in result.problems)


def test_a_feed_of_entities_is_read_without_them(web: Web, store: Database, clock: Clock) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = feed((f"{web.address}/ferry", "Ferry &e11; runs aground", WHOLE)).decode()
    web.pages["/feed"] = Reply(200, body.replace("<rss", f'<!DOCTYPE rss [<!ENTITY e0 "x">{bomb}]><rss').encode())
    look(store, web, clock)
    assert store.size() <= 1


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "http://user:pass@127.0.0.1/"])
def test_a_feed_leads_nowhere_but_to_the_web(web: Web, store: Database, clock: Clock, link: str) -> None:
    web.pages["/feed"] = Reply(200, feed((link, "Ferry runs aground", "Twelve people hurt.")))
    look(store, web, clock)
    assert web.paths() == ["/feed"]


def test_a_report_that_was_added_by_hand_is_a_known_address(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    document = document_of_page(page("Ferry runs aground", *LATER), f"{web.address}/ferry", {}, [])
    assert document
    pile.add(store, [document])
    assert [before for before, _ in look(store, web, clock).altered] == [document.id]


def test_two_feeds_that_name_one_address_fetch_it_once(web: Web, store: Database, clock: Clock) -> None:
    names(web, page("Ferry runs aground", *FERRY))
    web.pages["/other"] = Reply(200, feed((f"{web.address}/ferry?utm_source=other#top", "Ferry", "Twelve hurt.")))
    assert len(look(store, web, clock, "/feed", "/other").new) == 1
    assert web.paths().count("/ferry") == 1


def test_a_stop_at_any_request_loses_nothing(web: Web, store: Database, clock: Clock) -> None:
    entries = [(f"{web.address}/{n}", f"Report {n}", "Short.") for n in range(4)]
    web.pages["/feed"] = Reply(200, feed(*entries))
    for n in range(4):
        web.pages[f"/{n}"] = Reply(200, page(f"Report {n}", *(line.replace("Halm", f"Port {n}") for line in FERRY)))

    class Stop(BaseException):
        pass

    def stopping(after: int) -> Guest:
        fetch = open_fetch(clock, timeout=urllib3.Timeout(2.0))
        left = [after]

        def some(address: str, headers: dict[str, str], *, inside: bool) -> object:
            if left[0] == 0:
                raise Stop
            left[0] -= 1
            return fetch(address, headers, inside=inside)

        return Guest(some, clock, clock.pause, "rashomon", kept.read_hosts(store), frozenset({web.address}))  # type: ignore[arg-type]

    for after in (1, 2, 1, 0, 1):
        with pytest.raises(Stop):
            poll(store, [f"{web.address}/feed"], stopping(after))
    for _ in range(2):
        look(store, web, clock)
    assert store.size() == 4
