"""Countries and towns that no table knows, told by their people and by what they have; invented names."""

from __future__ import annotations

import pytest

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document
from rashomon.text import cut


def kinds_of(text: str) -> dict[str, str]:
    document = Document("d", "d.txt", "0" * 64, "text/plain", text)
    return {cut(document, m.span): m.kind for m in find_mentions(document, find_sentences(document))}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Lodvia said on Monday it had freed the crew. Lodvian officials gave no reason.", "Lodvia"),
        ("The talks took place in Qarmun. A Qarmuni patrol boat had taken the sailors.", "Qarmun"),
        ("Tamrik denied it. The vote in Tamrik's parliament is on Friday.", "Tamrik"),
        ("Qarmun freed nobody, said the Emir of Qarmun.", "Qarmun"),
    ],
)
def test_a_name_with_a_people_a_parliament_or_an_emir_is_a_land(text: str, form: str) -> None:
    assert kinds_of(text)[form] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lodvia said on Monday he would resign. Lodvian loyalists wept. Lodvia left by car.",
        "Minister Ivo Tamrik spoke. Tamrik's capital is spent, Tamrik said.",
    ],
)
def test_a_name_that_a_person_bears_is_no_land(text: str) -> None:
    assert "place" not in kinds_of(text).values()


def test_a_ship_is_no_person() -> None:
    assert kinds_of("The crew of the research ship Anna Velling are safe.")["Anna Velling"] == "other"
