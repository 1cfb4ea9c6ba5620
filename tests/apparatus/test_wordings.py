"""Rows that come from wording: renderings and spellings."""

from __future__ import annotations

from rashomon.apparatus.details import Detail
from rashomon.apparatus.wordings import name_rows, quote_rows
from rashomon.model import Document, Entity, Form, Holder, Quote, QuoteGroup, Span, Statement

ONE = "“We shall repair the bridge,” said Ilya Brandov, his brother."
OTHER = "“We shall rebuild the bridge,” said Ilja Brandow, his cousin."


def detail(name: str, text: str) -> Detail:
    document = Document(id=name, path=name, sha256="", media_type="text/plain", text=text)
    span = Span(name, 0, len(text))
    return Detail(
        Statement(f"s-{name}", span, "body", Holder("report")),
        document,
        span,
        text,
        (),
        (),
        (),
        (),
        (),
        None,
        "",
        False,
        (),
    )


DETAILS = [detail("a", ONE), detail("b", OTHER)]


def quote(name: str, text: str, kind: str = "direct") -> Quote:
    return Quote(f"q-{name}", kind, (Span(name, 1, text.index(",”")),))  # type: ignore[arg-type]


def readings(one: str, other: str) -> list[tuple[str, int]]:
    """The severity and the number of readings of each row of two direct quotations."""
    group = QuoteGroup(("q-a", "q-b"), "wording", ())
    rows = quote_rows([detail("a", one), detail("b", other)], [quote("a", one), quote("b", other)], [group])
    return [(row.difference.severity, len(row.readings)) for row in rows if row.difference]


def test_direct_quotations_in_other_words_of_one_sense_are_a_variant() -> None:
    assert readings(ONE, OTHER) == [("variant", 2)]


def test_direct_quotations_that_say_another_thing_are_a_tension() -> None:
    assert readings(ONE, OTHER.replace("shall", "may")) == [("tension", 2)]


def test_a_sentence_cut_short_is_a_tension() -> None:
    assert readings("“I never hid it,” he said.", "“I never hid it from anyone who asked,” he said.") == [
        ("tension", 2)
    ]


def test_a_paraphrase_in_other_words_is_a_variant() -> None:
    group = QuoteGroup(("q-a", "q-b"), "wording", ())
    (row,) = quote_rows(DETAILS, [quote("a", ONE), quote("b", OTHER, "indirect")], [group])
    assert row.difference is not None and row.difference.severity == "variant"


def test_the_same_words_do_not_differ() -> None:
    (row,) = quote_rows(DETAILS, [quote("a", ONE), quote("b", OTHER)], [QuoteGroup(("q-a", "q-b"), "none", ())])
    assert row.difference is None


def entity(*forms: tuple[str, str, str]) -> Entity:
    spans = [Form(form, (Span(name, text.index(form), text.index(form) + len(form)),)) for name, text, form in forms]
    return Entity("p-1", "person", "Ilya Brandov", tuple(spans))


def test_one_name_in_two_spellings_is_a_row_and_a_shortened_name_is_none() -> None:
    spelt = entity(("a", ONE, "Ilya Brandov"), ("b", OTHER, "Ilja Brandow"))
    (row,) = name_rows(DETAILS, [spelt])
    assert [value for value, _ in row.readings] == ["Ilya Brandov", "Ilja Brandow"]
    assert name_rows(DETAILS, [entity(("a", ONE, "Ilya Brandov"), ("b", OTHER, "Brandow"))]) == []


def test_other_words_for_a_name_are_no_spelling_of_it() -> None:
    spelt = entity(("a", ONE, "Ilya Brandov"), ("b", OTHER, "Ilja Brandow"))
    other = entity(("a", ONE, "Ilya Brandov"), ("b", OTHER, " ".join(OTHER.split()[-2:])))
    whys = [row.difference.why for one in (spelt, other) for row in name_rows(DETAILS, [one]) if row.difference]
    assert [why.split(":")[0] for why in whys] == ["one name, spelt differently", "one name in other words"]
