"""What a statement is about: the words and entities of its subject, also behind a pronoun."""

from __future__ import annotations

from test_details import details_of


def names(detail: object, ids: frozenset[str]) -> set[str]:
    return {next((e.name for e in detail.around if e.id == each), each) for each in ids}  # type: ignore[attr-defined]


def test_a_statement_is_about_the_words_and_the_names_of_its_subject() -> None:
    (detail,) = details_of("Ada Moor left the island.")
    assert names(detail, detail.doers) == {"Ada Moor"}
    assert "Ada Moor" in names(detail, detail.about)


def test_words_for_one_kind_of_thing_are_one() -> None:
    deal, truce = details_of("The deal collapsed.")[0], details_of("The truce collapsed.")[0]
    assert deal.about == truce.about


def test_behind_a_pronoun_stand_the_words_before_it_in_the_sentence() -> None:
    _, second = details_of("Ada Moor left the island and she took the ferry.")
    assert second.doers == frozenset()
    assert "Ada Moor" in names(second, second.about)


def test_a_statement_without_subject_is_about_nothing() -> None:
    assert all(detail.about == frozenset() for detail in details_of("Close the gate.") if not detail.statement.subject)


def test_he_stands_for_whom_the_report_named_before() -> None:
    details = details_of("Mr. Tom Reck left the island on Monday. He has not been charged.")
    assert details[-1].doers == details[0].doers != frozenset()
    assert details[-1].about == details[-1].doers
