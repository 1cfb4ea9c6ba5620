"""The examples as a reader meets them: what each folder holds, and what the program makes of it.

The tables are what is printed on the reports. The golden files in `tests/golden/` hold the most important differences
that are found; a change in them is read line by line before it is accepted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rashomon.model import Apparatus, Document, Reading
from rashomon.reading import read_paths
from rashomon.run import collate
from rashomon.text import cut

EXAMPLES = Path(__file__).parent.parent / "examples"

# headline | publisher | day of publication
PRINTED = {
    "ferry": """
        Two dead as Brannay ferry strikes harbour wall | The Kelmouth Courier | 2025-10-15
        Ferry captain questioned after crash that killed two | Orrin Standard | 2025-10-15
        An island holds its breath | Brannay Life | 2025-10-16
        Captain charged as toll of ferry crash rises to three | The Sandmark Post | 2025-10-16
    """,
    "flood": """
        Thousands told to leave as crack is found in Gravelock Dam | Uplands News Agency | 2026-02-07
        Town flees cracked dam | The Evening Lamp | 2026-02-07
        Crack in dam empties Tarnbridge | The Daily Plough | 2026-02-08
        Dam holds; union says crack was known in November | The Orsel Herald | 2026-02-08
        OLD MAN DIES ON THE ROAD AS 4,600 FLEE | Tarnbridge Observer | 2026-02-08
    """,
    "exchange": """
        Prisoners change sides at Tarsk | Northbank Gazette | 2025-11-03
        Karvelia frees eleven trawlermen in swap on Tarsk bridge | The Varda Times | 2025-11-04
        Sea Star crew home after 57 days as mediators win swap | Lindgate Herald | 2025-11-04
        Евгений Лисовой вернулся домой | Тарский маяк | 2025-11-04
    """,
    "council": """
        Hollin Falls council votes 6-4 to sell its waterworks | The Hollin Falls Sentinel | 2025-12-05
        UPDATE: Blueline deal on hold | Channel 6 Hollin | 2025-12-05
        Water deal: who stands where | Riverside Radio 98 | 2025-12-06
        Water sale passes in Hollin Falls after stormy night | Lumber Valley Record | 2025-12-05
        Judge halts sale of Hollin Falls water system | The Statehouse Ledger | 2025-12-06
    """,
    "rescue": """
        Sahrun frees survivors of sunken Lethonian ship after 12 days | Atlas Press Agency | 2026-06-02
        Intruders go home by the grace of the Emir | Sahrun Today | 2026-06-02
        OUR PEOPLE ARE HOME | Vornask Courier | 2026-06-03
        For five hours, the eyes of the world on Port Leander | The Bay Mercury | 2026-06-03
        Research ship lost off Sahrun had new sonar, builder says | Sea Lanes | 2026-06-03
    """,
}
DRAWN = ("council", "exchange", "ferry", "flood")  # those with a golden file; the others are scored in `evaluation/`


def printed(event: str) -> list[tuple[str, str, str]]:
    """The rows of the table of one event, sorted by headline."""
    rows = [line.split("|") for line in PRINTED[event].strip().splitlines()]
    return sorted((headline.strip(), publisher.strip(), day.strip()) for headline, publisher, day in rows)


def head(document: Document) -> tuple[str, str, str]:
    """Headline, publisher and day as read; what was not found is empty."""
    headline = cut(document, document.headline) if document.headline else ""
    return headline, document.publisher or "", (document.published or "")[:10]


@pytest.fixture(scope="module", params=sorted(PRINTED))
def event(request: pytest.FixtureRequest) -> tuple[str, list[Document]]:
    """The name of an example and its documents."""
    return request.param, read_paths([EXAMPLES / request.param])


def test_every_report_is_read_with_its_headline_outlet_and_day(event: tuple[str, list[Document]]) -> None:
    name, documents = event
    assert sorted(map(head, documents)) == printed(name)


def test_a_plain_report_keeps_its_text_to_the_last_character(event: tuple[str, list[Document]]) -> None:
    name, documents = event
    encodings = {"lindgate-herald.txt": "windows-1252", "tarsk-beacon.txt": "utf-16-le"}
    for document in documents:
        path = EXAMPLES / name / Path(document.path).name
        if path.suffix == ".txt":
            assert document.text == path.read_bytes().decode(encodings.get(path.name, "utf-8"))


@pytest.mark.parametrize(
    ("path", "headline", "publisher"),
    [
        (
            "council/lumber-valley-record",
            "Water sale passes in Hollin Falls after stormy night",
            "Lumber Valley Record",
        ),
        ("rescue/vornask-courier", "OUR PEOPLE ARE HOME", "Vornask Courier"),
        ("market/wexholm-chronicle", "Fifth victim dies as Wexholm mourns its dead", "Wexholm Chronicle"),
        ("market/morning-comet", "CORN HALL KILLER WAS A SACKED SOLDIER", "Morning Comet"),
        ("election/corrane-packet", "Common Ground takes 22 seats, one of them by four votes", "The Corrane Packet"),
    ],
)
def test_headline_and_outlet_are_found_below_menus_and_decks(path: str, headline: str, publisher: str) -> None:
    [document] = read_paths([EXAMPLES / f"{path}.txt"])
    assert document.headline is not None
    assert (cut(document, document.headline), document.publisher) == (headline, publisher)


def boilerplate(path: str) -> str:
    [document] = read_paths([EXAMPLES / path])
    return "\n".join(cut(document, span) for span in document.boilerplate)


@pytest.mark.parametrize(
    "furniture",
    ["Home | News | Tides", "Lamb prices rise again", "Sign up for our newsletter", "Please give what you can"],
)
def test_the_furniture_of_a_pasted_page_is_not_the_report(furniture: str) -> None:
    assert furniture in boilerplate("ferry/brannay-life.txt")


def test_a_saved_page_gives_its_report_and_no_comments_of_readers() -> None:
    [page] = read_paths([EXAMPLES / "exchange" / "northbank-gazette.html"])
    assert "changed sides on the bridge at Tarsk early on Monday" in page.text
    assert "waits for her son on the bridge" in page.text
    for furniture in ("seafarer77", "Herring quota", "All rights reserved", "Subscribe"):
        assert furniture not in page.text


def test_papers_that_print_the_agency_credit_it() -> None:
    documents = {Path(document.path).name: document for document in read_paths([EXAMPLES / "flood"])}
    assert documents["daily-plough.txt"].credits == ("Uplands News Agency",)
    assert documents["evening-lamp.txt"].credits == ("Uplands News Agency",)
    assert documents["tarnbridge-observer.txt"].credits == ()


# ------------------------------------------------------------------------------------------- what a reader is shown

GOLDEN = Path(__file__).parent / "golden"


@cache
def collated(event: str) -> Apparatus:
    """An example, collated once for all tests."""
    return collate(read_paths([EXAMPLES / event]))


def drawn(event: str) -> str:
    """The differences that matter, a line each: kind, severity, and each reading with the sigla of its witnesses."""
    apparatus = collated(event)
    document_by = {document.id: document for document in apparatus.documents}
    statement_by = {statement.id: statement for statement in apparatus.statements}

    def words(reading: Reading) -> str:
        span = statement_by[reading.statements[0]].span
        value = f" [{reading.value}]" if reading.value else ""
        return " ".join(cut(document_by[span.document], span).split()) + value

    def witnesses(reading: Reading) -> str:
        return " ".join(document_by[witness].siglum for witness in reading.witnesses)

    lines = [
        f"{document.siglum} = {document.publisher}, {(document.published or '')[:10]}"
        for document in apparatus.documents
    ]
    lines.append(f"{len(apparatus.origins)} origins")
    for entry in apparatus.entries:
        if entry.difference and entry.difference.severity in ("contradiction", "update", "tension"):
            readings = [f"{witnesses(reading)}: {words(reading)}" for reading in entry.readings]
            lines.append(" | ".join([f"{entry.difference.severity}, {entry.difference.kind}", *readings]))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", DRAWN)
def test_the_differences_shown_are_those_that_were_approved(name: str) -> None:
    assert drawn(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def entity_of(event: str, form: str) -> str:
    """The name of the entity that one example's collation gives a form to."""
    apparatus = collated(event)
    [name] = [entity.name for entity in apparatus.entities if form in [written.text for written in entity.forms]]
    return name


def test_one_man_is_one_entity_in_four_spellings_and_two_scripts() -> None:
    forms = ("Yevgeny Lisovoy", "Evgeni Lissovoi", "Evgeni Lisavoy", "Евгений Лисовой")
    assert len({entity_of("exchange", form) for form in forms}) == 1


def test_the_governor_by_surname_is_not_the_miller_of_her_name() -> None:
    [observer] = read_paths([EXAMPLES / "flood" / "tarnbridge-observer.txt"])
    [bearer] = [
        entity.name
        for entity in collated("flood").entities
        for form in entity.forms
        for span in form.spans
        if form.text == "Dorn" and span.document == observer.id
    ]
    assert bearer == "Anneke Dorn"


def test_accidentally_his_mother_is_the_mother_of_the_man_named_last() -> None:
    """“Yevgeny, whose father, Grigory, drowned … His mother, Larisa”: she is Yevgeny’s mother, not Grigory’s."""
    apparatus = collated("exchange")
    name = {entity.id: entity.name for entity in apparatus.entities}
    [(mother, child)] = [(name[r.subject], name[r.object]) for r in apparatus.relations if r.kind == "mother of"]
    assert (mother, child) == (entity_of("exchange", "Larisa Lisovaya"), entity_of("exchange", "Grigory Lisovoy"))


if __name__ == "__main__":  # accept what is drawn now, once every changed line has been read
    for name in DRAWN:
        (GOLDEN / f"{name}.txt").write_text(drawn(name), encoding="utf-8")
