"""One saying in two mouths, one message by two ways."""

from __future__ import annotations

import pytest

from rashomon.apparatus.details import Detail
from rashomon.apparatus.sayings import saying_rows
from rashomon.model import Document, Entity, EntityKind, Form, Holder, Quote, QuoteGroup, Span, Statement


def told(name: str, before: str, words: str, after: str, speaker: str, cue: str) -> tuple[Detail, Quote]:
    """A report of one sentence, with the quotation in it; `speaker` and `cue` stand in it as written."""
    text = f"{before}“{words}”{after}"
    document = Document(name, name, "", "text/plain", text)
    span = Span(name, len(before) + 1, len(before) + 1 + len(words))
    at, by = text.index(speaker), text.index(cue)
    detail = Detail(
        Statement(f"s-{name}", span, "body", Holder("report")),
        document, Span(name, 0, len(text)), words, (), (), (), (), (), None, "", False, (),
    )  # fmt: skip
    quote = Quote(
        f"q-{name}", "direct", (span,), Span(name, by, by + len(cue)), speaker, Span(name, at, at + len(speaker))
    )
    return detail, quote


def entity(name: str, *reports: tuple[Detail, Quote], kind: EntityKind = "person") -> Entity:
    spans = tuple(q.speaker_span for _, q in reports if q.speaker == name and q.speaker_span)
    return Entity(name, kind, name, (Form(name, spans),))


def rows(*reports: tuple[Detail, Quote], kind: EntityKind = "person", grouped: bool = False) -> list[tuple[str, str]]:
    names = sorted({quote.speaker for _, quote in reports if quote.speaker})
    entities = [entity(name, *reports, kind=kind if name == names[0] else "person") for name in names]
    groups = [QuoteGroup(tuple(q.id for _, q in reports), "wording", ())] if grouped else []
    found = saying_rows([d for d, _ in reports], [q for _, q in reports], groups, entities)
    return [(row.difference.severity, row.difference.why) for row in found if row.difference]


SAID = "They have bought our order book and thrown away the people who filled it,"
ALSO = "They’ve bought our order book and chucked out the people who filled it,"
PENN = told("a", "", SAID, " Orla Penn said.", "Orla Penn", "said")


def test_one_saying_given_to_two_people_is_a_tension() -> None:
    holm = told("b", "", ALSO, " Ade Holm said.", "Ade Holm", "said")
    assert rows(PENN, holm) == [("tension", "one saying given to two: Ade Holm / Orla Penn")]


def test_a_body_and_a_person_may_speak_for_each_other() -> None:
    firm = told("b", "", ALSO, " Dorsey Lines said.", "Dorsey Lines", "said")
    assert [severity for severity, _ in rows(PENN, firm, kind="organisation")] == ["variant"]


@pytest.mark.parametrize(
    "other",
    [
        told("b", "Quoting a colleague, ", ALSO, " Ade Holm said.", "Ade Holm", "said"),
        told("b", "", ALSO, " Ade Holm repeated.", "Ade Holm", "repeated"),
        told("b", "", "They bought the order book last year,", " Ade Holm said.", "Ade Holm", "said"),
        told("b", "", ALSO, " Orla Penna said.", "Orla Penna", "said"),
    ],
)
def test_nothing_differs_where_words_are_repeated_few_or_of_one_name(other: tuple[Detail, Quote]) -> None:
    assert rows(PENN, other) == []


def test_a_report_that_gives_it_to_both_settles_it() -> None:
    both = told("a", "", ALSO, " Ade Holm said.", "Ade Holm", "said")
    assert rows(PENN, told("b", "", ALSO, " Ade Holm said.", "Ade Holm", "said"), both) == []


def test_a_message_tweeted_in_one_and_texted_in_the_other_is_a_tension() -> None:
    tweeted = told(
        "a", "Orla Penn also tweeted to a reporter: ", "Let us be clear, I resigned", "", "Orla Penn", "tweeted"
    )
    texted = told("b", "Orla Penn had texted a host: ", "Let us be clear. I resigned", "", "Orla Penn", "texted")
    assert rows(tweeted, texted, grouped=True) == [("tension", "one message by two ways: text message / tweet")]


def test_a_message_tweeted_in_one_and_said_in_the_other_is_not() -> None:
    tweeted = told("a", "Orla Penn tweeted: ", "Let us be clear, I resigned", "", "Orla Penn", "tweeted")
    said = told("b", "Orla Penn said: ", "Let us be clear, I resigned", "", "Orla Penn", "said")
    assert rows(tweeted, said, grouped=True) == []


LONG = "our crews stand ready to go out in any weather to any boat in need"


def test_long_words_of_two_bodies_are_a_tension_though_one_report_cuts_them() -> None:
    longer = f"{LONG}, and no order of a distant ministry will keep the lifeboats of this coast moored at the pier"
    guard = told("a", "", longer, " the Harbour Guard said.", "Harbour Guard", "said")
    agency = told("b", "", LONG, " Wexley News Bureau said.", "Wexley News Bureau", "said")
    entities = [entity(q.speaker or "", (d, q), kind="organisation") for d, q in (guard, agency)]
    found = saying_rows([guard[0], agency[0]], [guard[1], agency[1]], [], entities)
    assert [row.difference.severity for row in found if row.difference] == ["tension"]


@pytest.mark.parametrize(("before", "found"), [("Orla Penn spoke. ", 1), ("Nobody else spoke. ", 0)])
def test_a_pronoun_speaks_for_a_name_in_the_lines_before(before: str, found: int) -> None:
    detail, quote = told("a", f"{before}In a statement, she said, ", SAID, "", "she", "said")
    place = detail.document.text.find("Orla Penn")
    forms = (Form("Orla Penn", (Span("a", place, place + 9),) if place >= 0 else ()),)
    penn = Entity("she", "person", "Orla Penn", forms)
    holm = told("b", "", ALSO, " Ade Holm said.", "Ade Holm", "said")
    made = saying_rows([detail, holm[0]], [quote, holm[1]], [], [penn, entity("Ade Holm", holm)])
    assert len(made) == found
