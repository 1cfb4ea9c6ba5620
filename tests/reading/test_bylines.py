"""Bylines, notes, author boxes, place lines, captions, credits."""

from __future__ import annotations

import pytest

from rashomon.reading.agencies import agencies_in, agency_of
from rashomon.reading.bylines import byline_names, is_author_box, is_closing_note, place_line
from rashomon.reading.captions import dashed_credit, is_bare_credit, is_caption


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Miller", ["Jane Miller"]),
        ("by Jane Miller and Tom Oder", ["Jane Miller", "Tom Oder"]),
        ("BY JANE MILLER, TOM ODER", ["JANE MILLER", "TOM ODER"]),
        ("Jane Miller-Oder, and Tom van der Berg", ["Jane Miller-Oder", "Tom van der Berg"]),
        ("By Jane Miller in Sel", ["Jane Miller"]),
        ("By Jane Miller | Halm Post", ["Jane Miller"]),
        ("Von Jana Müller", ["Jana Müller"]),
        ("By Reuters", []),
        ("By Reuters Staff", []),
        ("Halm Post", None),
        ("By the time it rained, all had gone.", None),
        ("The river rose", None),
        ("On The Hot Seat", None),
    ],
)
def test_bylines(line: str, names: list[str] | None) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press contributed to this report.",
        "(Reporting by Jane Miller; Editing by Tom Oder)",
        "Miller reported from Sel; Oder from Halm. Contributing: Ann Lee",
        "With files from Jane Miller",
    ],
)
def test_closing_notes(line: str) -> None:
    assert is_closing_note(line)


def test_author_boxes() -> None:
    assert is_author_box("Jane Miller is a reporter for the Halm Post.")
    assert is_author_box("The Halm Desk is a team of reporters in Sel.")
    assert not is_author_box("Ada Brandt is the mayor of Halm.")


@pytest.mark.parametrize(
    ("paragraph", "opening"),
    [
        ("HALM (AP) — The river rose.", "HALM (AP) — "),
        ("HALM, Nor. – The river rose.", "HALM, Nor. – "),
        ("HALM -- The river rose.", "HALM -- "),
        ("NEW SEL, May 3, 2024 (AFP) - The river rose.", "NEW SEL, May 3, 2024 (AFP) - "),
        ("NATO said the river rose.", None),
        ("(Mayor) — the river rose.", None),
        ("The mayor — Ada Brandt — spoke.", None),
        ("WHO-led teams arrived.", None),
    ],
)
def test_place_lines(paragraph: str, opening: str | None) -> None:
    found = place_line(paragraph)
    assert (paragraph[: found[0]] if found else None) == opening


@pytest.mark.parametrize(
    "line",
    [
        "People wait on a roof. (Ann Lee/AP)",
        "People wait on a roof. Ann Lee/Getty Images",
        "People wait on a roof, via Reuters.",
        "FILE - Ada Brandt speaks in Halm.",
        "Photo: Ann Lee",
        "A boat on the Ilse. Photograph: Ann Lee/The Halm Courier",
        "People wait on a roof. REUTERS/Ann Lee",
        "Image source, Getty Images",
        "(Ann Lee/Halm Post)",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["The river rose, Reuters reports.", "The picture was clear.", "He paid 3/4 of it.", "It was (almost) over."],
)
def test_sentences_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_a_bare_credit_says_nothing() -> None:
    assert is_bare_credit("toggle caption Halm Police via AP")
    assert not is_bare_credit("Enlarge this image People wait on a roof, said the mayor.")


def test_a_name_behind_a_dash() -> None:
    assert dashed_credit("A roof in Halm — Ann LEE") == "A roof in Halm"
    assert dashed_credit("River floods Halm – three missing") is None


def test_agencies_by_name_and_abbreviation() -> None:
    assert agency_of("The Associated Press") == agency_of("AP") == "Associated Press"
    assert agency_of("Halm Post") is None
    assert agencies_in("Ann Lee/PA Images via Getty Images") == ["Press Association", "Getty Images"]
    assert agencies_in("he put a cap on it, and spa towns pap") == []


def test_an_agency_of_no_table_calls_itself_one() -> None:
    assert agencies_in("By Staff and Uplands News Agency") == ["Uplands News Agency"]
    assert agencies_in("HALM (Halm Wire Service) — ") == ["Halm Wire Service"]
    assert agencies_in("Anadolu Agency") == ["Anadolu Agency"]
    assert agencies_in("the county's water agency") == []
