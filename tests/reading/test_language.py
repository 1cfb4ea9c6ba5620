"""The language of a report, and when it is not told."""

from __future__ import annotations

import pytest

from rashomon.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The river rose in the town of Halm on Tuesday after two days of rain, and the mayor said that it would.",
            "en",
        ),
        (
            "Nach zwei Tagen Regen sind am Dienstag in Halm drei Menschen vermisst worden, sagte die Polizei am Abend.",
            "de",
        ),
        (
            "Après deux jours de pluie, trois personnes sont portées disparues dans la ville, a dit le maire mardi.",
            "fr",
        ),
        ("После двух дней дождя в городе пропали три человека, сообщила полиция. Мост через реку закрыт.", "ru"),
        ("River floods Halm", None),
        ("12 345 678 -- 9", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
