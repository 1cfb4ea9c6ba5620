"""Feeds: entries as records, summaries as excerpts, broken entries and unfolding entities."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading import stream_paths
from rashomon.reading.feeds import looks_like_feed, read_feed

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
MAYOR = (
    "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning and still was."
)
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Halm Courier - World</title><link>https://courier.example</link>{}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Sel Valley Radio</title>{}</feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>The Halm Post</title>
<items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>{}</rdf:RDF>"""
ITEM = f"""<item><title>River floods Halm</title>
<link>https://courier.example/1</link>
<dc:creator>Jane Miller</dc:creator>
<pubDate>Fri, 02 May 2031 19:00:00 +0300</pubDate><description>{RIVER}</description>
<content:encoded><![CDATA[<p>{RIVER}</p><p>{MAYOR}</p>]]></content:encoded></item>"""


def read(path: Path, text: str | bytes) -> tuple[list[Document], list[str]]:
    (path / "f.xml").write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Unreadable] = []
    documents = list(stream_paths([path / "f.xml"], on_problem=problems.append))
    return documents, [str(problem) for problem in problems]


def test_an_entry_with_its_text_is_a_report(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, RSS.format(ITEM))
    assert document.text == f"River floods Halm\n{RIVER}\n{MAYOR}"
    assert (document.path, document.media_type, document.url) == (
        "f.xml#1", "application/rss+xml", "https://courier.example/1",
    )  # fmt: skip
    assert (document.publisher, document.authors, document.published) == (
        "Halm Courier", ("Jane Miller",), "2031-05-02T19:00:00+03:00",
    )  # fmt: skip
    assert not document.excerpt and document.raw == document.sha256 and not problems


def test_an_entry_with_a_summary_alone_is_an_excerpt(tmp_path: Path) -> None:
    (document,), _ = read(
        tmp_path, RSS.format(f"<item><title>River floods Halm</title><description>{RIVER}</description></item>")
    )
    assert document.text == f"River floods Halm\n{RIVER}" and document.excerpt


def test_a_long_description_is_the_report(tmp_path: Path) -> None:
    body = " ".join([RIVER, MAYOR] * 5)
    (document,), _ = read(
        tmp_path, RSS.format(f"<item><title>River floods Halm</title><description>{body}</description></item>")
    )
    assert not document.excerpt


def test_an_entry_without_text_is_told(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, RSS.format("<item><title>River floods Halm</title></item>"))
    assert not documents and problems == ["f.xml#1: no report in this entry: it holds no text"]


@pytest.mark.parametrize(
    "content",
    [
        f'<content type="html">&lt;p&gt;{RIVER}&lt;/p&gt;&lt;p&gt;{MAYOR}&lt;/p&gt;</content>',
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{RIVER}</p><p>{MAYOR}</p></div></content>',
        f'<content type="text">{RIVER}\n{MAYOR}</content>',
    ],
)
def test_atom_holds_its_text_in_three_ways(tmp_path: Path, content: str) -> None:
    entry = f"<entry><title>River floods Halm</title><updated>2031-05-02</updated>{content}</entry>"
    (document,), _ = read(tmp_path, ATOM.format(entry))
    assert document.text == f"River floods Halm\n{RIVER}\n{MAYOR}"
    assert (document.media_type, document.publisher, document.published) == (
        "application/atom+xml", "Sel Valley Radio", "2031-05-02",
    )  # fmt: skip


def test_rdf_is_read(tmp_path: Path) -> None:
    (document,), _ = read(
        tmp_path, RDF.format(f"<item><title>River floods Halm</title><description>{RIVER}</description></item>")
    )
    assert document.publisher == "The Halm Post" and document.text.endswith(RIVER)


def test_the_same_entry_is_the_same_document_wherever_it_stands(tmp_path: Path) -> None:
    first, _ = read(tmp_path, RSS.format(ITEM))
    second, _ = read(tmp_path, RSS.format("<item><title>Old</title><description>Old news.</description></item>" + ITEM))
    assert first[0].id == second[1].id


def test_entries_of_other_encodings_and_with_loose_signs_are_read(tmp_path: Path) -> None:
    text = RSS.format(ITEM.replace("Jane Miller", "José Müller").replace("floods Halm", "floods Halm &eacute; & more"))
    (document,), problems = read(tmp_path, text.replace("UTF-8", "windows-1252").encode("cp1252"))
    assert document.authors == ("José Müller",) and "é & more" in document.text and not problems


def test_an_entry_without_its_end_costs_itself(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, RSS.format(ITEM.replace("</item>", "") + ITEM.replace("River", "Water")))
    assert [document.path for document in documents] == ["f.xml#2"]
    assert problems == ["f.xml#1: damaged: this entry has no end; the others were read"]


def test_entities_do_not_unfold_and_name_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not to be read")
    declared = f'<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file://{secret}">]>'
    entry = f"<item><title>River &b; &c;</title><description>{RIVER} &b; &c;</description></item>"
    (document,), _ = read(tmp_path, RSS.format(entry).replace("<rss", f"{declared}<rss"))
    assert "lol" not in document.text and "not to be read" not in document.text


def test_tags_in_bare_text_are_no_entries() -> None:
    entry = f"<item><title>x</title><description><![CDATA[<p>{RIVER}</p> <item> </item>]]></description></item>"
    assert len(list(read_feed(RSS.format(entry * 2).encode()))) == 2


def test_a_feed_is_known_by_its_root() -> None:
    assert looks_like_feed(b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><rss version='2.0'>")
    assert looks_like_feed("<feed xmlns='x'>".encode("utf-16"))
    assert not looks_like_feed(b"<?xml version='1.0'?><html><feed>")
    assert not looks_like_feed(b"<feeding>")


def test_entries_below_a_damaged_root_are_read(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, RSS.format(ITEM).replace('version="2.0"', 'version="2.0', 1))
    assert [document.text for document in documents] == [f"River floods Halm\n{RIVER}\n{MAYOR}"] and not problems
