"""Examples that are scored and not drawn line by line: their heads, and what is furniture on their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.model import Document
from rashomon.reading import read_paths
from rashomon.text import cut

EXAMPLES = Path(__file__).parents[2] / "examples"

# headline | publisher | day of publication
PRINTED = {
    "lantern": """
    Former state treasurer gets 42 months for looting scholarship fund | Continental Wire | 2026-03-12
    CROOKED OAKES! ‘Prince of Port Ellery’ gets 3½ years for robbing kids of college cash | The Daily Bell | 2026-03-13
    Oakes, Son of a Governor, Is Sentenced in Theft From Scholarship Charity | The Danforth Chronicle | 2026-03-13
    Oakes gets 42 months; his wife learns her fate this afternoon | Ellery Bay News | 2026-03-12
    """,
    "merriden": """
    Glassworkers vote nine to one to strike over closure | Coldbridge Mail | 2026-10-07
    Vantor wins Merriden, and a furnace it does not want | Kiln & Furnace | 2026-10-08
    Merriden sold to Lethian rival as Coldbridge pays the price | The Morning Ledger | 2026-10-06
    Vantor to buy glassmaker Merriden for £2.4bn and close Coldbridge works | Northern Press Agency | 2026-10-05
    """,
    "belcastre": """
    Rioters hurt 14 officers in Belcastre | The Coast Echo | 2026-04-19
    Mayor: inquiry into rent march to report by June | Radio Belcastre | 2026-04-20
    60,000 say no | QUAYSIDE | 2026-04-19
    Minister opens helmet video | Channel Three | 2026-04-20
    ‘The gas came first’: how a march for cheap rents ended on a bridge full of smoke | The Tribune | 2026-04-19
    Clashes in Belcastre as thousands march against rent law | Sarenne News Agency | 2026-04-18
    Belcastre mayor orders inquiry after 63 arrests at rent march | Sarenne News Agency | 2026-04-19
    """,
}
ROWS = [
    pytest.param(event, *(cell.strip() for cell in row.split("|")), id=row.split("|")[1].strip())
    for event, table in PRINTED.items()
    for row in table.strip().splitlines()
]


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Document]]:
    """The documents of each event, by file name."""
    read = {event: read_paths([EXAMPLES / event]) for event in PRINTED}
    return {event: {Path(document.path).name: document for document in read[event]} for event in PRINTED}


@pytest.mark.parametrize(("event", "headline", "publisher", "day"), ROWS)
def test_a_report_is_read_with_what_is_printed_at_its_head(
    documents: dict[str, dict[str, Document]], event: str, headline: str, publisher: str, day: str
) -> None:
    heads = {cut(document, document.headline): document for document in documents[event].values() if document.headline}
    assert (heads[headline].publisher, (heads[headline].published or "")[:10]) == (publisher, day)


@pytest.mark.parametrize(
    ("event", "report", "furniture"),
    [
        ("lantern", "ellery-bay-news.txt", "Home | Local | Schools"),
        ("lantern", "ellery-bay-news.txt", "Harbor dredging to cost $4.1 million"),
        ("merriden", "coldbridge-mail.txt", "Thirty jobs to go at Marle library"),
        ("belcastre", "quayside.txt", "Flea market on Lantern Street moved to May 9"),
    ],
)
def test_menus_and_other_headlines_are_furniture(
    documents: dict[str, dict[str, Document]], event: str, report: str, furniture: str
) -> None:
    document = documents[event][report]
    assert furniture in "\n".join(cut(document, span) for span in document.boilerplate)


def test_a_saved_page_leaves_out_what_readers_wrote(documents: dict[str, dict[str, Document]]) -> None:
    page = documents["merriden"]["kiln-and-furnace.html"]
    assert "There is nothing wrong with it that £9m would not put right" in page.text
    for furniture in ("sandman", "Soda ash", "Situations vacant", "Subscribe"):
        assert furniture not in page.text
