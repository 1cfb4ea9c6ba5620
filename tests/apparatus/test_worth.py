"""What only one origin says: which of it an editor meets first, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.apparatus.details import make_details
from rashomon.apparatus.worth import LEAST, MOST, POINTS, with_worth, worth_of
from rashomon.entities import resolve_entities
from rashomon.model import Document, Entry, Reading
from rashomon.speakers import resolve_speakers
from rashomon.statements import make_statements
from rashomon.text import fold

FIRST = "2031-05-02"


def worths(text: str) -> list[tuple[str, float, str]]:
    """The statements of a report with their worth, the worthiest first."""
    report = Document("a", "a.txt", "", "text/plain", text, published=FIRST, language="en")
    notes = annotate(report)
    entities, _ = resolve_entities([report], [notes])
    quotes = resolve_speakers([report], [notes], entities)
    statements = make_statements(report, notes, entities, quotes)
    details = make_details([report], [notes], statements, entities)
    found = []
    for detail in details:
        worth = worth_of([detail], {}, FIRST)
        found.append((detail.words, worth.score, worth.why))
    return sorted(found, key=lambda one: -one[1])


PAIRS = [
    ("Police arrested Karl Ostrow on Friday.", "The arrest reflects a broader trend."),
    ("The mill lost 40 jobs.", "The mill lost its footing in an unforgiving market."),
    ("Three children were killed in the fire.", "The fire lit the whole valley that night."),
    ("The mayor, Lina Voss, resigned on Friday.", "The mayor, Lina Voss, resigned in 1998."),
    ("“The gate was locked from outside,” said Lina Voss.", "The move underscores the mood of the town."),
    ("The bank will close 12 branches.", "The bank may close branches."),
]


@pytest.mark.parametrize(("worthier", "other"), PAIRS)
def test_news_goes_before_comment_and_background(worthier: str, other: str) -> None:
    assert worths(worthier)[0][1] > worths(other)[0][1]


def test_the_reasons_are_listed_in_one_order() -> None:
    assert worths("Police arrested Karl Ostrow with 40 rifles on Friday.")[0][2] == (
        "a named person, a number, a day or an hour, told as having happened"
    )
    assert "comment" in worths("The move underscores the growing rift between the parties.")[0][2]
    assert "long before" in worths("The mill was founded by two brothers in 1874.")[0][2]


def test_a_clause_that_hangs_on_another_is_worth_less_than_the_one_it_hangs_on() -> None:
    found = worths("The harbour office closed the quay because the ice pressed hard against it.")
    assert [fold(words).split()[0] for words, *_ in found][:1] == ["the"]
    assert found[-1][2].endswith("a part of a sentence")


def test_only_single_entries_have_a_worth() -> None:
    report = Document("a", "a.txt", "", "text/plain", "Police arrested Karl Ostrow.", published=FIRST, language="en")
    notes = annotate(report)
    statements = make_statements(report, notes, (), ())
    details = make_details([report], [notes], statements, ())
    reading = Reading(None, (statements[0].id,), ("a",), 1)
    entries = [Entry(kind, kind, statements[0].span, (reading,)) for kind in ("single", "agreed")]  # type: ignore[arg-type]
    single, agreed = with_worth(entries, details, [report])
    assert single.worth is not None and agreed.worth is None


def test_the_scale_holds_every_sum() -> None:
    assert sum(points for points in POINTS.values() if points > 0) >= MOST
    assert sum(points for points in POINTS.values() if points < 0) <= LEAST


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_has_a_worth_between_0_and_1(text: str) -> None:
    assert all(0 <= score <= 1 and why for _, score, why in worths(text))
