"""The scorer of other people's attributions, on a text of our own."""

from __future__ import annotations

import pytest

import polnear
from rashomon.annotate import annotate
from rashomon.model import Document

TEXT = "“The dam held,” said Ann Lee, who runs it. The mayor said that the road was open."
LINES = [
    "T1\tContent 0 15\t“The dam held,”",
    "T2\tSource 21 41\tAnn Lee, who runs it",
    "E1\tAttribution:T9 Content:T1 Source:T2",
    "T3\tSource 43 52\tThe mayor",
    "T4\tContent 58 80\tthat the road was open",
    "E2\tAttribution:T9 Content:T4 Source:T3",
]


def test_a_text_is_matched_stretch_by_stretch_and_speaker_by_speaker() -> None:
    document = Document("d", "d.txt", "", "text/plain", TEXT)
    direct, indirect = polnear.Count(), polnear.Count()
    polnear.score_text(document, annotate(document), LINES, direct, indirect)
    assert (direct.gold, direct.given, direct.found, direct.asked, direct.right) == (1, 1, 1, 1, 1)
    assert (indirect.gold, indirect.given, indirect.found, indirect.asked, indirect.right) == (1, 1, 1, 1, 1)
    assert direct.line().startswith("precision 1.000 recall 1.000 F1 1.000")


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Ann Lee", "lee"),
        ("Ann Lee, the mayor", "lee"),
        ("a spokesman for the mayor", "spokesman"),
        ("the mayor’s aide", "aide"),
        ("officials who knew it", "officials"),
        ("", ""),
    ],
)
def test_the_head_is_the_last_word_before_what_only_tells_more(words: str, head: str) -> None:
    assert polnear.head_of(words) == head


def test_what_an_annotator_put_aside_is_read_apart() -> None:
    attributions, aside = polnear.read_attributions([*LINES, "T7\tDiscard 3 5\tdam", "a line without places"])
    assert len(attributions) == 2
    assert aside == [(3, 5)]
