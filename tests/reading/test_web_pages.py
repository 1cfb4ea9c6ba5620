"""Web pages: what they state, what is their text, and pages that are broken."""

from __future__ import annotations

import json

import pytest

from rashomon.reading.html import NoReport, looks_like_html, read_fragment, read_page

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
MAYOR = (
    "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning and still was."
)
SCHOOL = (
    "Two schools near the market were shut, and about 40 families spent the night in the town hall, the council said."
)
DATA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Three missing as river floods Halm",
    "datePublished": "2024-05-14T19:00:00+03:00",
    "author": [{"@type": "Person", "name": "Jane Miller"}, {"@type": "Organization", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "The Halm Courier"},
    "description": "Bridge closed and schools shut after two days of rain",
}


def page(head: str = "", body: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="en"><head>
<title>Three missing as river floods Halm | Halm Courier</title>{head}</head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Three missing as river floods Halm</h1>
<p class="standfirst">Bridge closed and schools shut after two days of rain</p>{body}
<figure><img src="a.jpg"><figcaption>People wait on a roof in Halm. Ann Lee/AP</figcaption></figure>
<p>{RIVER}</p><p>{MAYOR}</p><h2>Schools shut</h2><p>{SCHOOL}</p></article>
<div id="comments" class="comments">
<p>Reader: I have seen the river and it was far worse than they say, believe me.</p></div>
<footer><p>Copyright 2024</p></footer></body></html>"""


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_text_of_a_page_is_the_report_a_paragraph_a_line() -> None:
    read = read_page(page(linked(DATA)))
    assert read.text.split("\n") == [
        "Three missing as river floods Halm",
        "Jane Miller, Reuters",
        "2024-05-14T19:00:00+03:00",
        "Bridge closed and schools shut after two days of rain",
        RIVER,
        MAYOR,
        "Schools shut",
        SCHOOL,
        "People wait on a roof in Halm. Ann Lee/AP",
    ]
    kinds = [(kind, read.text[start:end]) for kind, start, end in read.layout.parts]
    assert [kind for kind, _ in kinds] == ["byline", "dateline", "deck", "heading", "caption"]


def test_what_the_page_states_comes_first() -> None:
    layout = read_page(page(linked(DATA))).layout
    assert layout.published == "2024-05-14T19:00:00+03:00"
    assert (layout.publisher, layout.authors) == ("The Halm Courier", ("Jane Miller",))
    assert layout.credits == ("Reuters", "Associated Press")


@pytest.mark.parametrize(
    "wrapped", [[DATA], {"@graph": [{"@type": "WebPage"}, DATA]}, {"@type": "WebPage", "mainEntity": DATA}]
)
def test_linked_data_in_lists_and_graphs(wrapped: object) -> None:
    assert read_page(page(linked(wrapped))).layout.published == "2024-05-14T19:00:00+03:00"


def test_broken_linked_data_leaves_the_meta_tags() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
        '<meta property="og:site_name" content="Halm Post">'
        '<meta property="article:published_time" content="2024-05-14T16:00:00Z">'
        '<link rel="canonical" href="https://post.example/1">'
    )
    layout = read_page(page(head)).layout
    assert (layout.publisher, layout.published) == ("Halm Post", "2024-05-14T16:00:00+00:00")
    assert layout.url == "https://post.example/1"


def test_a_text_stated_in_full_is_taken_where_the_page_shows_little() -> None:
    data = {**DATA, "articleBody": "\n".join([RIVER, MAYOR, SCHOOL] * 3)}
    source = f"<html><head>{linked(data)}</head><body><h1>Three missing</h1><p>{RIVER}</p></body></html>"
    assert read_page(source).text.count(SCHOOL) == 3


def test_a_day_only_written_on_the_page_is_found() -> None:
    layout = read_page(page(body='<p class="date"><time>May 14, 2024</time></p>')).layout
    assert layout.published == "2024-05-14"


def test_the_outlet_behind_the_title() -> None:
    read = read_page(page())
    assert read.layout.publisher == "Halm Courier"
    assert read.text.startswith("Three missing as river floods Halm\n")


@pytest.mark.parametrize(
    "source",
    [
        f"<html><head><title>River floods</title><body><h1>River floods Halm<p>{RIVER}<p>{MAYOR}<div><b><i>{SCHOOL}",
        f"<body><p>{RIVER}</p></div></div></p><p>{MAYOR}<p>{SCHOOL}",
        f"<!doctype html>\n<p>{RIVER}\n<p>{MAYOR}\n<p>{SCHOOL}<script>if (a < b",
    ],
)
def test_broken_pages_are_read(source: str) -> None:
    assert RIVER in read_page(source).text


@pytest.mark.parametrize("source", ["<html></html>", "<html><body><p>Sign in</p></body></html>", "<!doctype html>"])
def test_pages_without_running_text_say_so(source: str) -> None:
    with pytest.raises(NoReport, match="no report found in this page"):
        read_page(source)


def test_pages_are_known_by_content() -> None:
    assert looks_like_html("\ufeff <!-- saved from url --> <!DOCTYPE html><html>")
    assert not looks_like_html("The river <Ilse> rose.")
    assert looks_like_html("<span>The river</span>", hinted=True)


def test_a_fragment_keeps_all_its_text() -> None:
    assert read_fragment("<p>One <b>two</b>.</p><p>Three<br>four &amp; five</p>") == "One two.\nThree\nfour & five"
