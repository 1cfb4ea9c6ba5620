"""What a text says of itself, layout by layout; each text is drawn as a reader would paste it."""

from __future__ import annotations

import pytest

from rashomon.reading.layout import Layout
from rashomon.reading.plain import read_layout

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
MAYOR = (
    "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning and still was."
)
SCHOOL = (
    "Two schools near the market were shut, and about 40 families spent the night in the town hall, the council said."
)


def headline(text: str, layout: Layout) -> str | None:
    return text[slice(*layout.headline)] if layout.headline else None


def parts(text: str, layout: Layout) -> list[tuple[str, str]]:
    return [(kind, text[start:end]) for kind, start, end in layout.parts]


def furniture(text: str, layout: Layout) -> list[str]:
    return [line.strip() for start, end in layout.boilerplate for line in text[start:end].split("\n")]


def test_the_head_of_an_archive() -> None:
    text = f"Three missing as river floods Halm\n\nThe Halm Courier\n2024-05-14\n\n{RIVER}\n\n{MAYOR}\n"
    layout = read_layout(text)
    assert headline(text, layout) == "Three missing as river floods Halm"
    assert (layout.publisher, layout.published) == ("The Halm Courier", "2024-05-14")
    assert layout.boilerplate == ()


@pytest.mark.parametrize("name", ["Halm Journal - News", "HNN (Web News)", "Jane Oder", "halm.example", "Axis"])
@pytest.mark.parametrize("line", ["Liberals Win; Greens Lose", "Ada Brandt and Tom Oder", "“Halm is lost.” Is it?"])
def test_any_short_line_over_an_iso_day_is_the_outlet_of_an_archive(name: str, line: str) -> None:
    text = f"{line}\n\n{name}\n2024-05-14\n\n{RIVER}"
    layout = read_layout(text)
    assert (headline(text, layout), layout.publisher) == (line, name)


def test_an_agency_is_the_outlet_only_in_an_archives_head() -> None:
    archive = read_layout(f"Three missing as river floods Halm\n\nReuters\n2024-05-14\n\n{RIVER}")
    pasted = read_layout(f"Three missing as river floods Halm\n\nReuters\nMay 14, 2024\n\n{RIVER}")
    assert (archive.publisher, archive.credits) == ("Reuters", ())
    assert (pasted.publisher, pasted.credits) == (None, ("Reuters",))


def test_a_pasted_page() -> None:
    text = f"""Skip to main content
Home > World > Europe
The Halm Courier
Three missing as river floods Halm
Bridge closed, schools shut on Wednesday
By Jane Miller and Tom Oder
Published: 14 May 2024, 18:05 | Updated: 15 May 2024, 07:00
Share this article
{RIVER}
Advertisement
{MAYOR}
Read more: Ten things to know about floods
{SCHOOL}
Jane Miller is a reporter for The Halm Courier.
Most read
Dog finds ring
The ten best bridges of the land, and why each of them is worth a journey in the spring, by our readers.
Donate to The Halm Courier
© 2024 The Halm Courier. All rights reserved.
"""
    layout = read_layout(text)
    assert headline(text, layout) == "Three missing as river floods Halm"
    assert (layout.publisher, layout.published) == ("The Halm Courier", "2024-05-14")
    assert layout.authors == ("Jane Miller", "Tom Oder")
    assert ("deck", "Bridge closed, schools shut on Wednesday") in parts(text, layout)
    assert ("byline", "Jane Miller is a reporter for The Halm Courier.") in parts(text, layout)
    assert furniture(text, layout) == [
        "Skip to main content",
        "Home > World > Europe",
        "The Halm Courier",
        "Share this article",
        "Advertisement",
        "Read more: Ten things to know about floods",
        *text.rstrip().split("\n")[-5:],
    ]


def test_a_full_sentence_at_the_top_is_no_headline() -> None:
    layout = read_layout(f"{RIVER}\n\n{MAYOR}")
    assert layout == Layout()


@pytest.mark.parametrize(
    "line",
    [
        "Senate Passes Budget Bill",
        "Mayor resigns",
        "Blast Kills 12",
        "‘We lost it all’: a night in Halm",
        "Who closed the bridge?",
    ],
)
def test_short_headlines(line: str) -> None:
    text = f"{line}\n\nHalm Post\n2024-05-14\n\n{RIVER}"
    assert headline(text, read_layout(text)) == line


def test_a_name_alone_is_a_byline_not_a_headline() -> None:
    layout = read_layout(f"Jorge L. Otten\n\n{RIVER}\n\n{MAYOR}")
    assert (layout.headline, layout.authors) == (None, ("Jorge L. Otten",))


def test_a_repeated_headline_is_read_once() -> None:
    text = f"Three missing as river floods Halm\n\nThree missing as river floods Halm\n{RIVER}"
    layout = read_layout(text)
    assert layout.headline == (0, 34)
    assert furniture(text, layout) == ["Three missing as river floods Halm"]


def test_an_outlet_behind_a_bar_is_not_of_the_headline() -> None:
    text = f"Three missing as river floods Halm | Halm Post\n\n{RIVER}"
    layout = read_layout(text)
    assert (headline(text, layout), layout.publisher) == ("Three missing as river floods Halm", "Halm Post")


def test_a_dash_in_a_headline_stays() -> None:
    text = f"River floods Halm – three missing\n\n{RIVER}"
    assert headline(text, read_layout(text)) == "River floods Halm – three missing"


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("HALM (Reuters) - ", "Reuters"),
        ("HALM, Norland (AP) — ", "Associated Press"),
        ("HALM, May 14 (Xinhua) -- ", "Xinhua"),
        ("(AP) — ", "Associated Press"),
        ("HALM/SEL (dpa) – ", "Deutsche Presse-Agentur"),
        ("Halm (AFP) – ", "Agence France-Presse"),
        ("HALM, Nor. — ", None),
    ],
)
def test_place_lines_are_parts_and_credit_their_agency(opening: str, agency: str | None) -> None:
    text = f"{opening}{RIVER}\n\n{MAYOR}"
    layout = read_layout(text)
    assert parts(text, layout) == [("dateline", opening.strip())]
    assert layout.credits == ((agency,) if agency else ())


def test_an_outlet_in_the_brackets_of_a_place_line() -> None:
    text = f"River floods Halm\n\n(HNN){RIVER}\n\n{MAYOR}"
    layout = read_layout(text)
    assert (layout.publisher, parts(text, layout)) == ("HNN", [("dateline", "(HNN)")])


@pytest.mark.parametrize("mark", ["ab/cd (AFP, dpa)", "— Reuters", "AP"])
def test_a_wire_mark_at_the_end_is_a_credit(mark: str) -> None:
    text = f"River floods Halm\n\n{RIVER}\n\n{MAYOR}\n\n{mark}"
    layout = read_layout(text)
    assert parts(text, layout) == [("byline", mark)]
    assert layout.credits and layout.publisher is None


def test_a_masthead_above_the_headline_is_the_outlet_and_a_section_is_not() -> None:
    text = f"{{}}\n\nRiver floods Halm, three missing\n\nTuesday, May 14, 2024\n\n{RIVER}\n\n{MAYOR}"
    assert read_layout(text.format("The Halm Courier")).publisher == "The Halm Courier"
    assert read_layout(text.format("World News")).publisher is None


def test_captions_and_bare_credits() -> None:
    text = f"""River floods Halm

Enlarge this image toggle caption Ann Lee/AP Ann Lee/AP

{RIVER}

People wait on a roof in Halm, May 14, 2024. (Ann Lee/Reuters)

{MAYOR}"""
    layout = read_layout(text)
    assert parts(text, layout) == [("caption", "People wait on a roof in Halm, May 14, 2024. (Ann Lee/Reuters)")]
    assert furniture(text, layout) == ["Enlarge this image toggle caption Ann Lee/AP Ann Lee/AP"]
    assert layout.credits == ("Associated Press", "Reuters")


def test_a_caption_said_twice_with_its_photographer() -> None:
    text = f"River floods Halm and Sel\n\nAFP\nMay 14, 2024\nA roof in Halm\nA roof in Halm — Ann LEE\n\n{RIVER}"
    layout = read_layout(text)
    assert [kind for kind, _ in parts(text, layout)] == ["byline", "dateline", "caption", "caption"]


def test_headings_are_of_the_report_and_other_headlines_are_not() -> None:
    text = f"""River floods Halm

{RIVER}

Schools shut

{MAYOR}

TOWN OF HALM LOST ITS OLD BRIDGE IN 1990

{SCHOOL}

READ MORE:

Why it rains so much in the north

Ten bridges worth a journey

{RIVER}"""
    layout = read_layout(text)
    assert parts(text, layout) == [("heading", "Schools shut")]
    assert [line for line in furniture(text, layout) if line] == [
        "TOWN OF HALM LOST ITS OLD BRIDGE IN 1990",
        "READ MORE:",
        "Why it rains so much in the north",
        "Ten bridges worth a journey",
    ]


def test_a_list_of_facts_at_the_end_stays() -> None:
    text = f"River floods Halm\n\n{RIVER}\n\n{MAYOR}\n\nThe dead are:\n- Ada Holm, 48\n- Tom Oder, 52"
    assert read_layout(text).boilerplate == ()


def test_a_day_that_heads_a_chronology_is_not_the_day_of_the_report() -> None:
    text = f"How the river rose in Halm\n\n{RIVER}\n\nMay 12, 2024\n\n{MAYOR}\n\nMay 13, 2024\n\n{SCHOOL}"
    assert read_layout(text).published is None


@pytest.mark.parametrize("end", ["[+2345 chars]", "Continue reading", "Subscribe to read the full story"])
def test_an_excerpt_shows_itself(end: str) -> None:
    assert read_layout(f"River floods Halm\n\n{RIVER}\n\n{MAYOR}\n\n{end}").excerpt


def test_a_whole_report_is_no_excerpt() -> None:
    assert not read_layout(f"River floods Halm\n\n{RIVER}\n\n“We wait…” said Ada Brandt.").excerpt


def test_markdown_with_front_matter() -> None:
    text = f"""---
title: River floods Halm
date: 2024-05-14
authors: [Jane Miller, Tom Oder]
source: Halm Post
url: https://post.example/1
---

{RIVER}"""
    layout = read_layout(text)
    assert headline(text, layout) == "River floods Halm"
    assert (layout.publisher, layout.published, layout.url) == ("Halm Post", "2024-05-14", "https://post.example/1")
    assert layout.authors == ("Jane Miller", "Tom Oder")


def test_a_markdown_headline_leaves_its_sign_out() -> None:
    text = f"# River floods Halm\n\n{RIVER}"
    assert headline(text, read_layout(text)) == "River floods Halm"


def test_a_labelled_head() -> None:
    text = f"Title: River floods Halm\nSource: Halm Post\nDate: 14/05/2024\n\n{RIVER}"
    layout = read_layout(text)
    assert (headline(text, layout), layout.publisher, layout.published) == (
        "River floods Halm",
        "Halm Post",
        "2024-05-14",
    )


def test_a_byte_order_mark_is_in_no_span() -> None:
    text = f"\ufeffRiver floods Halm\n\n{RIVER}"
    layout = read_layout(text)
    assert headline(text, layout) == "River floods Halm"


def test_scripts_without_blanks() -> None:
    text = "洪水三人失踪\n\n2024年5月14日\n\n星期二连续两天降雨后河水上涨，官员说三人失踪。市长说桥梁自清晨起关闭。"
    layout = read_layout(text)
    assert (headline(text, layout), layout.published) == ("洪水三人失踪", "2024-05-14")


@pytest.mark.parametrize(
    "row",
    [
        "News | Sport | Harbour | Obituaries | Subscribe",
        "Tides | Council | Births & Deaths | Shipping | Letters",
        "About us · Print edition · Tenants' advice · Donate",
        "Local | World | Mills",
    ],
)
def test_a_row_of_sections_is_neither_headline_nor_outlet(row: str) -> None:
    for text in (
        f"{row}\n\nHalm Chronicle\n\nRiver floods the old town\n\n15 March 2031\n\n{RIVER}",
        f"Halm Chronicle\n{row}\n\nRiver floods the old town\n\n15 March 2031\n\n{RIVER}",
    ):
        layout = read_layout(text)
        assert (headline(text, layout), layout.publisher) == ("River floods the old town", "Halm Chronicle")
        assert row in furniture(text, layout)


@pytest.mark.parametrize(
    "row", ["Ada Moll | Tom Oder | Jane Miller | Max Orde", "River rises | Halm is lost | What now?"]
)
def test_other_rows_are_no_menus(row: str) -> None:
    assert row not in furniture(row + "\n", read_layout(f"{row}\n\n15 March 2031\n\n{RIVER}"))


def test_the_headline_stands_below_the_menu_and_the_page_is_called_by_its_first_line() -> None:
    logo = "HARBOURSIDE\nThe free voice of the docks\n\nAbout us · Shop · Donate"
    text = f"{logo}\n\nSunday, 9 May 2032\n\nHalm says no\n\n{RIVER}"
    layout = read_layout(text)
    assert (headline(text, layout), layout.publisher, layout.published) == ("Halm says no", "HARBOURSIDE", "2032-05-09")


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("The Daily Sprat, 6 October 2031", "The Daily Sprat", "2031-10-06"),
        ("Halm Courier | Monday, October 6, 2031", "Halm Courier", "2031-10-06"),
        ("Halm Gazette - 6 Oct 2031, 18:20", "Halm Gazette", "2031-10-06"),
        ("Halm, 6 October 2031", None, None),
        ("The Hague, 6 October 2031", None, None),
        ("The mill burned on 6 October 2031", None, None),
    ],
)
def test_an_outlet_and_its_day_on_one_line(line: str, publisher: str | None, day: str | None) -> None:
    layout = read_layout(f"Three missing as river floods Halm\n\n{line}\n\nBy Jane Miller\n\n{RIVER}\n\n{MAYOR}")
    assert (layout.publisher, layout.published) == (publisher, day)


def test_an_outlet_behind_the_author() -> None:
    layout = read_layout(f"River floods old town\nBy Jane Miller, Halm Valley Record\nMay 2, 2031\n\n{RIVER}")
    assert (layout.publisher, layout.authors) == ("Halm Valley Record", ("Jane Miller",))


@pytest.mark.parametrize("name", ["Halm Courier, English edition", "Morning Crate", "The Halm Packet"])
def test_an_outlets_name_above_its_day(name: str) -> None:
    layout = read_layout(
        f"River floods old town\n\n{name}\nMay 2, 2031\n\n{RIVER}\n\nSubscribe to the Halm News today."
    )
    assert layout.publisher == name.removesuffix(", English edition")
