"""Rows that make one point are found under the fullest of them; what differs stands by itself."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.details import Detail
from rashomon.apparatus.folding import lies_in, with_heads
from rashomon.model import Difference, Document, Entry, Holder, Reading, Span, Statement, Worth

REPORTS = {name: Document(name, name, "", "text/plain", "x" * 200) for name in "abc"}


def detail(name: str, start: int, end: int, sentence: int = 0) -> Detail:
    statement = Statement(f"{name}{start}-{end}", Span(name, start, end), "body", Holder("report"))
    around = Span(name, sentence * 100, sentence * 100 + 100)
    return Detail(statement, REPORTS[name], around, "", (), (), (), (), (), None, "", False, ())


def entry(name: str, *held: Detail, kind: str = "agreed", worth: float | None = None) -> Entry:
    witnesses = tuple(dict.fromkeys(one.document.id for one in held))
    reading = Reading(None, tuple(one.statement.id for one in held), witnesses, len(witnesses))
    return Entry(name, kind, held[0].statement.span, (reading,), worth=Worth(worth, "") if worth is not None else None)  # type: ignore[arg-type]


def under(*entries: Entry, details: list[Detail]) -> dict[str, str | None]:
    return {one.id: one.under for one in with_heads(entries, details)}


LONG, SHORT = [detail("a", 0, 40), detail("b", 0, 40)], [detail("a", 0, 10), detail("b", 20, 40)]
THIRD = detail("c", 0, 30)
ELSEWHERE = [detail("a", 50, 90), detail("b", 50, 90)]
ALL = [*LONG, *SHORT, THIRD, *ELSEWHERE]


def test_a_row_that_lies_in_another_is_found_under_it() -> None:
    rows = entry("short", *SHORT), entry("long", *LONG), entry("other", *ELSEWHERE)
    assert under(*rows, details=ALL) == {"short": "long", "long": None, "other": None}


def test_the_row_of_most_reports_is_the_head() -> None:
    rows = entry("long", *LONG), entry("three", *SHORT, THIRD)
    assert under(*rows, details=ALL) == {"long": "three", "three": None}


def test_a_report_more_is_a_row_of_its_own() -> None:
    assert not lies_in([THIRD.statement.span, LONG[0].statement.span], [one.statement.span for one in LONG])


def test_rows_with_a_difference_stand_by_themselves() -> None:
    spelt = replace(entry("short", *SHORT), difference=Difference("name", "variant", 1.0, ""))
    assert under(spelt, entry("long", *LONG), details=ALL) == {"short": None, "long": None}


def test_the_wording_of_what_a_graver_row_lays_side_by_side_is_found_under_it() -> None:
    grave = replace(
        entry("grave", *LONG, kind="differing"), difference=Difference("quote", "tension", 1.0, "may / will")
    )
    wording = replace(entry("wording", *LONG, *SHORT), difference=Difference("quote", "variant", 1.0, ""))
    wider = replace(entry("wider", *LONG, THIRD), difference=Difference("quote", "variant", 1.0, ""))
    assert under(grave, wording, wider, details=ALL) == {"grave": None, "wording": "grave", "wider": None}


def test_all_clauses_of_a_sentence_that_one_report_alone_says_are_one_point() -> None:
    one, two, next_one = detail("a", 0, 10), detail("a", 20, 30), detail("a", 110, 120, sentence=1)
    rows = [
        entry("one", one, kind="single", worth=0.2),
        entry("two", two, kind="single", worth=0.6),
        entry("next", next_one, kind="single", worth=0.1),
    ]
    assert under(*rows, details=[one, two, next_one]) == {"one": "two", "two": None, "next": None}


spans = st.builds(
    lambda name, start, size: Span(name, start, start + size),
    st.sampled_from("abc"),
    st.integers(0, 30),
    st.integers(1, 12),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(spans, min_size=2, max_size=4, unique=True), min_size=1, max_size=6))
def test_heads_have_no_head_and_hold_what_is_under_them(drawn: list[list[Span]]) -> None:
    rows, details = [], []
    for number, held in enumerate(drawn):
        own = [detail(span.document, span.start, span.end) for span in held]
        details += own
        rows.append(entry(f"e{number}", *own))
    found = {one.id: one for one in with_heads(rows, details)}
    for number, held in enumerate(drawn):
        head = found[f"e{number}"].under
        if head is not None:
            assert found[head].under is None and lies_in(held, drawn[int(head[1:])])
    assert [one.id for one in rows] == list(found)


def test_a_row_with_a_harmless_difference_may_be_a_head_but_is_under_none() -> None:
    spelt = replace(entry("long", *LONG), difference=Difference("name", "variant", 1.0, ""))
    assert under(spelt, entry("short", *SHORT), details=ALL) == {"long": None, "short": "long"}


def test_rows_over_one_statement_have_headings_of_their_own() -> None:
    first, second = entry("first", LONG[0], LONG[1], THIRD), entry("second", LONG[0], ELSEWHERE[1])
    found = with_heads([first, second], ALL)
    assert len({one.topic for one in found}) == 2
    for one in found:
        assert one.topic in {
            detail.statement.span for detail in ALL if detail.statement.id in one.readings[0].statements
        }


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(spans, min_size=2, max_size=4, unique=True), min_size=1, max_size=7))
def test_a_row_is_under_the_first_head_it_lies_in(drawn: list[list[Span]]) -> None:
    """The exhaustive twin: every row is held against every head, without looking at places."""
    rows, details = [], []
    for number, held in enumerate(drawn):
        own = [detail(span.document, span.start, span.end) for span in held]
        details += own
        rows.append(entry(f"e{number}", *own))
    shared = [number for number, held in enumerate(drawn) if len({span.document for span in held}) > 1]
    witnesses = [len({span.document for span in held}) for held in drawn]
    letters = [sum(span.end - span.start for span in held) for held in drawn]
    shared.sort(key=lambda number: (-witnesses[number], -letters[number], sorted(drawn[number]), f"e{number}"))
    heads: list[int] = []
    want: dict[str, str | None] = {}
    for number in shared:
        head = next((head for head in heads if lies_in(drawn[number], drawn[head])), None)
        want[f"e{number}"] = None if head is None else f"e{head}"
        if head is None:
            heads.append(number)
    found = {one.id: one.under for one in with_heads(rows, details)}
    assert {name: found[name] for name in want} == want
