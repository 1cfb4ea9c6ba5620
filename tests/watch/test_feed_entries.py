"""What a feed names, and what its pages are read as."""

from __future__ import annotations

import pytest
from loopback import feed, page

from rashomon.errors import Unreadable
from rashomon.watch.entries import document_of_page, entries_of

HOME = "https://halm.example/feed.xml"
LONG = "The ferry left Olmstad at seven with ninety passengers, and fog lay over the sound. " * 15
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://halm.example/"><title>Halm</title>
<entry><title>Ferry</title><link rel="alternate" href="/ferry"/><updated>2031-05-02T10:00:00Z</updated>
<summary>Short.</summary></entry></feed>"""


def found(raw: bytes) -> tuple[list[tuple[str, bool]], list[str]]:
    problems: list[Unreadable] = []
    entries = entries_of(raw, HOME, problems)
    return [(entry.address, entry.whole) for entry in entries], [problem.reason for problem in problems]


def test_a_summary_leads_to_a_page_and_a_whole_report_does_not() -> None:
    raw = feed(("https://halm.example/a", "A", "Short."), ("/b?utm_source=rss", "B", LONG))
    assert found(raw) == ([("https://halm.example/a", False), ("https://halm.example/b", True)], [])


def test_atom_is_read_too() -> None:
    assert found(ATOM.encode()) == ([("https://halm.example/ferry", False)], [])


def test_reports_that_share_one_address_are_told_apart_by_what_they_say() -> None:
    same = "https://halm.example/news"
    entries, problems = found(feed((same, "A", LONG), (same, "B", LONG), (same, "C", "Short.")))
    assert [address.partition("#")[0] for address, _ in entries] == [same, same]
    assert entries[0][0] == same and problems == []


def test_an_entry_that_leads_to_a_front_page_is_no_report() -> None:
    assert found(feed(("https://halm.example/", "A", "Short."))) == (
        [],
        ["this entry leads to no report and holds none"],
    )


def test_an_entry_has_another_digest_when_it_says_something_else() -> None:
    digests = [entries_of(feed(("/a", "A", text)), HOME, [])[0].digest for text in ("One.", "One.", "Two.")]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("https://www.halm.example/ferry", "https://www.halm.example/ferry"),
        ("https://agency.example/ferry", "https://halm.example/a/ferry?id=1"),
        ("https://halm.example/", "https://halm.example/a/ferry?id=1"),
    ],
)
def test_the_address_that_a_page_states_counts_where_it_lies_with_the_outlet(stated: str, kept: str) -> None:
    raw = page("Ferry runs aground", LONG).replace(
        b"</head>", f'<link rel="canonical" href="{stated}"></head>'.encode()
    )
    document = document_of_page(raw, "https://halm.example/a/ferry?id=1", {"publisher": "Halm"}, [])
    assert document and document.url == kept


def test_a_page_without_a_report_is_a_problem() -> None:
    problems: list[Unreadable] = []
    assert document_of_page(b"<html><body><p>Log in</p></body></html>", HOME, {}, problems) is None
    assert len(problems) == 1
