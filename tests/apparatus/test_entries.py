"""Rows: what all say, what differs, what only one says, and how many origins stand behind a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.apparatus.compare import Finding
from rashomon.apparatus.credits import find_credits
from rashomon.apparatus.details import Detail
from rashomon.apparatus.entries import Row, fittest_heads, make_entries, rows_of_findings
from rashomon.apparatus.independence import find_grounds
from rashomon.model import SEVERITIES, Copy, Difference, Document, Entity, Entry, Holder, Origin, Span, Statement

TEXT = "x" * 400
FERRY = Entity("e", "other", "Osk", (), (), ())


def document(name: str, published: str, excerpt: bool = False) -> Document:
    return Document(
        id=name, path=name, sha256="", media_type="text/plain", text=TEXT, published=published, excerpt=excerpt
    )


def detail(report: Document, place: int) -> Detail:
    span = Span(report.id, 20 * place, 20 * place + 10)
    statement = Statement(f"s-{report.id}{place}", span, "body", Holder("report"))
    return Detail(statement, report, span, "", (), (), (), (), (), None, "", False, ())


A, B, C = document("a", "2031-05-01"), document("b", "2031-05-02"), document("c", "2031-05-03", excerpt=True)
DETAILS = [detail(A, 0), detail(A, 1), detail(B, 0), detail(C, 0)]
ALONE = [Origin(f"o-{name}", (name,)) for name in "abc"]


def enter(
    groups: list[list[int]],
    rows: Sequence[Row] = (),
    origins: Sequence[Origin] = ALONE,
    copies: Sequence[Copy] = (),
    least: float = 0.0,
) -> list[Entry]:
    documents = [A, B, C]
    grounds = find_grounds(DETAILS, find_credits(documents, DETAILS, ()), origins, copies)
    return list(make_entries(documents, DETAILS, groups, rows, grounds, least))


def drawn(entries: list[Entry]) -> list[str]:
    """Each row on a line: kind, severity, readings as VALUE:WITNESSES, who is silent."""
    lines = []
    for entry in entries:
        readings = " | ".join(f"{r.value or ''}:{','.join(r.witnesses)}" for r in entry.readings)
        severity = entry.difference.severity if entry.difference else "-"
        silent = ",".join(entry.absent) + ("/" + ",".join(entry.absent_but_held_in_part)).rstrip("/")
        lines.append(f"{entry.kind} {severity} {readings} not: {silent}")
    return lines


def test_what_two_origins_say_is_agreed_and_the_rest_is_single() -> None:
    assert drawn(enter([[0, 2]])) == [
        "agreed - :a,b not: /c",
        "single - :a not: b/c",
        "single - :c not: a,b",
    ]


def test_two_copies_of_one_text_are_single() -> None:
    wire = [Origin("o-1", ("a", "b")), Origin("o-2", ("c",))]
    assert drawn(enter([[0, 2]], origins=wire))[0] == "single - :a,b not: /c"


def test_one_copied_passage_counts_once_though_the_reports_do_not() -> None:
    passage = (Span("a", 0, 15), Span("b", 0, 15))
    copy = Copy("a", "b", 0.1, 0.1, "partly", "unknown", "", (passage,))
    entries = enter([[0, 2], [1, 3]], copies=[copy])
    assert drawn(entries)[:2] == ["single - :a,b not: /c", "agreed - :a,c not: b"]


def finding(a: int, b: int, one: str, other: str, severity: str = "contradiction", likely: float = 0.9) -> Finding:
    return Finding("number", severity, likely, f"{one} / {other}", a, b, one, other)  # type: ignore[arg-type]


def test_findings_that_share_a_value_become_one_row_with_a_reading_a_value() -> None:
    rows = rows_of_findings([finding(0, 2, "4", "5"), finding(0, 3, "4", "6")], DETAILS)
    assert drawn(enter([], rows))[0] == "differing contradiction 4:a | 5:b | 6:c not: "


def test_a_disputed_point_is_not_also_agreed() -> None:
    entries = enter([[0, 2]], rows_of_findings([finding(0, 2, "4", "5")], DETAILS))
    assert [entry.kind for entry in entries] == ["differing", "single", "single"]


def test_a_group_keeps_those_that_nothing_sets_against_one_another() -> None:
    entries = enter([[0, 2, 3]], rows_of_findings([finding(0, 2, "4", "5")], DETAILS))
    assert drawn(entries) == [
        "differing contradiction 4:a | 5:b not: /c",
        "agreed - :a,c not: b",
        "single - :a not: b/c",
    ]


def test_a_harmless_difference_takes_in_the_rest_of_its_group() -> None:
    entries = enter([[0, 2, 3]], rows_of_findings([finding(0, 2, "40", "43", "variant")], DETAILS))
    assert drawn(entries)[0] == "agreed variant 40:a | 43:b | :c not: "


def sure(score: float, severity: str = "contradiction", pair: tuple[int, int] = (0, 2)) -> Row:
    readings = (("4", pair[:1]), ("5", pair[1:]))
    return Row(readings, Difference("number", severity, score, "4 / 5"))  # type: ignore[arg-type]


def test_what_is_not_sure_enough_is_neither_a_difference_nor_agreed() -> None:
    assert [entry.kind for entry in enter([[0, 2]], [sure(0.4)], least=0.5)] == ["single"] * 4
    assert drawn(enter([[0, 2]], [sure(0.5)], least=0.5))[0].startswith("differing")


def test_a_harmless_difference_that_is_not_sure_enough_leaves_the_point_agreed() -> None:
    assert drawn(enter([[0, 2]], [sure(0.4, "variant")], least=0.5))[0] == "agreed - :a,b not: /c"


def test_a_doubtful_difference_does_not_hide_a_sure_one_of_the_same_statements() -> None:
    entries = enter([], [sure(0.4), sure(0.9, "tension")], least=0.5)
    assert [entry.difference.severity for entry in entries if entry.difference] == ["tension"]


def test_rows_over_the_same_statements_are_one_with_its_gravest_difference() -> None:
    rows = rows_of_findings([finding(0, 2, "4", "5", "tension")], DETAILS)
    twin = Row((("x", (0,)), ("y", (2,))), Difference("status", "contradiction", 0.5, "x / y"))
    entries = [entry for entry in enter([], [*rows, twin]) if entry.kind == "differing"]
    assert [entry.difference.severity for entry in entries if entry.difference] == ["contradiction"]


def test_an_unlikely_finding_yields_to_a_likely_one_of_the_same_value() -> None:
    rows = rows_of_findings([finding(0, 2, "4", "5"), finding(0, 3, "4", "9", likely=0.05)], DETAILS)
    assert [row.members for row in rows] == [frozenset({0, 2})]


def test_where_time_explains_a_part_the_row_is_an_update() -> None:
    (row,) = rows_of_findings([finding(0, 2, "4", "5"), finding(2, 3, "5", "6", "update")], DETAILS)
    assert row.difference is not None and row.difference.severity == "update"


def test_values_that_first_stood_on_one_day_contradict_whatever_came_later() -> None:
    later = detail(document("d", "2031-05-01"), 0)
    found = [finding(0, 4, "14", "17"), finding(0, 2, "14", "17", "update")]
    (row,) = rows_of_findings(found, [*DETAILS, later])
    assert row.difference is not None and row.difference.severity == "contradiction"


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=4, unique=True), max_size=4),
    st.lists(
        st.tuples(
            st.sampled_from([(0, 2), (0, 3), (1, 2), (2, 3)]),
            st.sampled_from("45"),
            st.sampled_from("67"),
            st.sampled_from(SEVERITIES),
        ),
        max_size=4,
    ),
)
def test_every_statement_stands_in_a_row_and_every_difference_has_two_readings(
    groups: list[list[int]], found: list[tuple[tuple[int, int], str, str, str]]
) -> None:
    findings = [finding(a, b, one, other, severity) for (a, b), one, other, severity in found]
    entries = enter([sorted(group) for group in groups], rows_of_findings(findings, DETAILS))
    held = [statement for entry in entries for reading in entry.readings for statement in reading.statements]
    assert set(held) == {d.statement.id for d in DETAILS}
    sets = [frozenset(s for r in entry.readings for s in r.statements) for entry in entries]
    assert len(set(sets)) == len(sets)
    for entry in entries:
        assert len({reading.value for reading in entry.readings}) == len(entry.readings)
        assert all(reading.statements and reading.origins >= 1 for reading in entry.readings)
        if entry.kind == "differing":
            assert len(entry.readings) >= 2
        silent = {*entry.absent, *entry.absent_but_held_in_part}
        assert not silent & {witness for reading in entry.readings for witness in reading.witnesses}
    order = [SEVERITIES.index(e.difference.severity) if e.difference else len(SEVERITIES) for e in entries]
    assert order == sorted(order)


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=4, unique=True).map(sorted), max_size=3),
    st.lists(
        st.builds(
            sure,
            st.sampled_from([0.2, 0.5, 0.8]),
            st.sampled_from(SEVERITIES),
            st.sampled_from([(0, 2), (0, 3), (1, 2), (2, 3)]),
        ),
        max_size=5,
    ),
    st.booleans(),
)
def test_asking_for_more_confidence_never_adds_a_difference_and_loses_no_statement(
    groups: list[list[int]], rows: list[Row], wire: bool
) -> None:
    origins = [Origin("o-1", ("a", "b")), Origin("o-2", ("c",))] if wire else ALONE
    before: set[frozenset[str]] | None = None
    for least in (0.0, 0.3, 0.6, 0.9):
        entries = enter(groups, rows, origins, least=least)
        said = [(entry.kind, frozenset(s for r in entry.readings for s in r.statements)) for entry in entries]
        assert {s for _, statements in said for s in statements} == {d.statement.id for d in DETAILS}
        differing = {statements for kind, statements in said if kind == "differing"}
        assert before is None or differing <= before
        before = differing


def test_the_heading_of_what_all_say_holds_little_that_one_alone_says() -> None:
    whole = [
        replace(detail(A, 0), terms=("ferry", "sink"), state="sink", entities=(FERRY,)),
        replace(detail(B, 0), terms=("ferry", "sink", "toll", "forty", "missing", "found"), state="sink"),
        replace(detail(C, 0), terms=("ferry", "sink", "night"), state="sink", entities=(FERRY,)),
    ]
    assert fittest_heads(whole, alike=True)[0] is whole[0]


def test_the_heading_begins_a_sentence_and_is_a_clause() -> None:
    inside = replace(detail(A, 1), sentence=Span("a", 0, 60), state="sink")
    bare = detail(A, 2)
    clause = replace(detail(B, 0), state="sink")
    assert fittest_heads([bare, inside, clause], alike=True) == [clause, inside, bare]
