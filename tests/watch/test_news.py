"""What a poll brought, as it is told: new by event, altered, contradicted, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from loopback import Clock, Reply, Web, feed, page

from rashomon.model import Document, Span
from rashomon.store import Database, open_store
from rashomon.watch import kept
from rashomon.watch.manners import Guest
from rashomon.watch.news import Altered, Happening, News, find_news
from rashomon.watch.poll import poll
from rashomon.watch.told import to_text
from rashomon.watch.web import open_fetch

COURIER = (
    "A ferry ran aground near Halm on Friday morning and twelve people were hurt, the harbour police said.",
    "The Petrel had left Olmstad at seven with ninety passengers on board, and fog lay on the sound, Ivo Brandt said.",
    "Divers will look at the hull on Saturday before the ship is towed to the yard in Olmstad, the owner said.",
)
GAZETTE = (
    "Fourteen people were hurt when the ferry Petrel ran aground off Halm on Friday morning, the harbour police said.",
    "The ship had left Olmstad with ninety passengers on board. Captain Ivo Brandt said there was fog over the sound.",
    "The owner of the Petrel, Sound Lines, said that divers would look at the hull on Saturday.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(str(tmp_path / "news.db"), writing=True, create=True)
    yield opened
    opened.close()


def rounds(store: Database, web: Web, clock: Clock) -> News:
    hosts = kept.read_hosts(store)
    guest = Guest(open_fetch(clock), clock, clock.pause, "rashomon", hosts, frozenset({web.address}))
    result = poll(store, [f"{web.address}/courier", f"{web.address}/gazette"], guest)
    clock.now += 7200
    news = find_news(store, result)
    kept.keep_told(store, news.up_to)
    return news


def publish(web: Web, outlet: str, headline: str, *text: str) -> None:
    path = f"/{outlet.lower()}-ferry"
    web.pages[f"/{outlet.lower()}"] = Reply(200, feed((web.address + path, headline, "Short.")))
    body = page(headline, *text, published="2031-05-02T09:00:00Z").replace(b"Halm Courier", outlet.encode())
    web.pages[path] = Reply(200, body)


def test_a_new_report_is_told_with_its_event_and_whom_it_contradicts(server: Web, store: Database) -> None:
    clock = Clock()
    server.pages["/gazette"] = Reply(200, feed())
    publish(server, "Courier", "Ferry runs aground near Halm", *COURIER)
    first = rounds(store, server, clock)
    assert [(len(each.new), each.conflicts) for each in first.happenings] == [(1, ())]
    publish(server, "Gazette", "Fourteen hurt as ferry runs aground off Halm", *GAZETTE)
    told = to_text(rounds(store, server, clock), "2031-05-02 12:00 UTC").splitlines()
    assert told[0] == "2031-05-02 12:00 UTC  2 feeds asked, 1 new report"
    assert told[3].startswith("  event-") and told[3].endswith("Ferry runs aground near Halm (2 reports)")
    assert told[4] == "    The Gazette, 2031-05-02: “Fourteen hurt as ferry runs aground off Halm”"
    conflict = told[told.index("Contradicts what was held") :]
    assert any(line.strip().startswith("new:  The Gazette “Fourteen") for line in conflict)
    assert any(line.strip().startswith("held: The Courier “twelve") for line in conflict)


def test_an_alteration_is_told_headline_first_and_its_event_keeps_its_id(server: Web, store: Database) -> None:
    clock = Clock()
    server.pages["/gazette"] = Reply(200, feed())
    publish(server, "Courier", "Twelve hurt as ferry runs aground", *COURIER)
    before = rounds(store, server, clock)
    altered = (COURIER[0].replace("twelve", "fourteen"), *COURIER[1:], "The mayor, Ada Lund, called for an inquiry.")
    publish(server, "Courier", "Fourteen hurt as ferry runs aground", *altered)
    news = rounds(store, server, clock)
    event = before.happenings[0].event.id
    assert to_text(news, "now").splitlines() == [
        "now  2 feeds asked, 0 new reports, 1 altered",
        "",
        "Altered",
        f"  The Courier, 2031-05-02: “Fourteen hurt as ferry runs aground”  ({event})",
        f"    {server.address}/courier-ferry",
        "    headline: “Twelve”, now “Fourteen”",
        "    text: “twelve”, now “fourteen”",
        "    text: now also “The mayor, Ada Lund, called for an inquiry.”",
    ]
    assert [happening.event.id for happening in news.happenings] == [event]


def test_a_withdrawn_report_is_told_once(server: Web, store: Database) -> None:
    clock = Clock()
    server.pages["/gazette"] = Reply(200, feed())
    publish(server, "Courier", "Ferry runs aground near Halm", *COURIER)
    rounds(store, server, clock)
    server.pages["/courier-ferry"] = Reply(410)
    news = rounds(store, server, clock)
    assert to_text(news, "now").splitlines()[2:4] == [
        "No longer shown; what was held is kept",
        "  The Courier, 2031-05-02: “Ferry runs aground near Halm”: is gone (410)",
    ]
    assert (news.problems, rounds(store, server, clock).withdrawn) == ((), ())


def test_what_a_stopped_run_found_is_told_by_the_next(server: Web, store: Database) -> None:
    clock = Clock()
    server.pages["/gazette"] = Reply(200, feed())
    publish(server, "Courier", "Ferry runs aground near Halm", *COURIER)
    hosts = kept.read_hosts(store)
    guest = Guest(open_fetch(clock), clock, clock.pause, "rashomon", hosts, frozenset({server.address}))
    poll(store, [f"{server.address}/courier"], guest)
    clock.now += 7200
    assert [len(happening.new) for happening in rounds(store, server, clock).happenings] == [1]
    assert rounds(store, server, clock).happenings == ()


def test_no_letter_of_a_source_steers_the_terminal() -> None:
    text = "\x1b[2J\u202eEvil\n head\x9b line"
    report = Document("d", "d", "d", "text/html", text, headline=Span("d", 0, len(text)), publisher="\x1b]0;x\x07Out")
    news = News(1, (), (Altered(report, replace(report, id="e"), (), ()),), ((report, "is gone"),), (), 0.0)
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(to_text(news, "now"))
    assert Happening.__doc__
