"""The list of feeds, as readers export it and as people spoil it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import Unreadable
from rashomon.watch.addresses import address_of, host_of
from rashomon.watch.opml import read_opml

NESTED = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Desk</title></head><body>
  <outline text="Coast">
    <outline text="Halm"><outline type="rss" text="The Halm Courier" xmlUrl="https://halm.example/feed.xml"/></outline>
    <outline title="Olm Gazette" text="Gazette" xmlurl="HTTPS://Olm.example:443/rss?utm_source=list&amp;part=2#top"/>
  </outline>
  <outline text="Again" xmlUrl="https://halm.example/feed.xml"/>
</body></opml>"""


def feeds(text: str) -> tuple[str, ...]:
    return read_opml(text.encode(), "feeds.opml", [])


def test_outlines_are_found_at_any_depth_and_each_address_once() -> None:
    assert feeds(NESTED) == (
        "https://halm.example/feed.xml",
        "https://olm.example/rss?part=2",
    )


def test_a_plain_list_will_do() -> None:
    assert feeds("# ours\nhttps://halm.example/feed.xml\n\nhttp://olm.example/rss\n") == (
        "https://halm.example/feed.xml",
        "http://olm.example/rss",
    )


def test_an_address_that_cannot_be_fetched_costs_itself_alone() -> None:
    problems: list[Unreadable] = []
    text = NESTED.replace("https://halm.example/feed.xml", "file:///etc/passwd")
    assert read_opml(text.encode(), "feeds.opml", problems) == ("https://olm.example/rss?part=2",)
    assert str(problems[0]) == (
        "feeds.opml: 'file:///etc/passwd' is no address that can be fetched; feeds are http or https"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "names no feed"),
        ("<opml><body></body></opml>", "names no feed"),
        ("<opml><body><outline xmlUrl='https://a.example'></body></opml>", "broken XML at line 1"),
        ("<rss><channel/></rss>", "no OPML"),
        ("just some words", "names no feed"),
        ("%PDF-1.7 a b", "not a text file"),
    ],
)
def test_a_broken_list_is_told_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        feeds(text)
    assert reason in str(caught.value) and "\n" not in str(caught.value)


def test_no_entity_is_expanded_and_no_file_is_read() -> None:
    text = (
        '<!DOCTYPE opml [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "x">]>'
        '<opml><body>&file;<outline text="a&a;" xmlUrl="https://halm.example/f"/></body></opml>'
    )
    assert feeds(text) == ("https://halm.example/f",)


def test_entities_inside_entities_are_told_as_broken() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(Unreadable, match="broken XML"):
        feeds(f'<!DOCTYPE opml [<!ENTITY e0 "x">{bomb}]><opml><body>&e11;</body></opml>')


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://Halm.Example/a b", None),
        ("https://halm.example", "https://halm.example/"),
        ("HTTP://halm.example:80/a?id=1&utm_medium=rss&fbclid=x#c", "http://halm.example/a?id=1"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("../b?x=1", "https://base.example/b?x=1"),
        ("//other.example/c", "https://other.example/c"),
        ("https://user:pass@halm.example/", None),
        ("javascript:alert(1)", None),
        ("data:text/html,hello", None),
        ("https://[::1]:99999/", None),
        ("https://" + "a" * 3000, None),
    ],
)
def test_an_address_has_one_form_or_is_refused(text: str, kept: str | None) -> None:
    assert address_of(text, "https://base.example/feed/rss") == kept


@given(st.text(max_size=80))
def test_any_text_is_an_address_in_its_one_form_or_none(text: str) -> None:
    address = address_of(text, "https://base.example/feed")
    assert address is None or (address_of(address) == address and address.startswith(host_of(address)))
