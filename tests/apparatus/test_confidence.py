"""Confidence: a probability that grows with what speaks for a difference."""

from __future__ import annotations

from typing import get_args

import pytest

from rashomon.apparatus.confidence import HARMLESS_KINDS, HURRIED, KINDS, confidence, several, tied
from rashomon.apparatus.details import Detail
from rashomon.model import SEVERITIES, DifferenceKind, Document, Entity, Holder, Span, Statement


def said(report: str, predicate: str | None = None, *names: str) -> Detail:
    """A statement of a report with its verb and the names in it."""
    document = Document(id=report, path=report, sha256="", media_type="text/plain", text="x" * 10)
    statement = Statement(f"s-{report}", Span(report, 0, 10), "body", Holder("report"))
    entities = tuple(Entity(name, "person", name, ()) for name in names)
    return Detail(
        statement, document, Span(report, 0, 10), "", (), (), (), entities, entities, predicate, "", False, ()
    )


def test_offsets_are_of_kinds_that_exist() -> None:
    assert set(KINDS) | set(HARMLESS_KINDS) <= set(get_args(DifferenceKind))


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([said("a", "close"), said("b", "close")], True),
        ([said("a", "close", "Ana Lint"), said("b", "open", "Ana Lint")], True),
        ([said("a", "close", "Ana Lint"), said("b", "open", "Bo Marr")], False),
        ([said("a", "close"), said("a", "close"), said("b", "open")], False),
        ([said("a"), said("b")], False),
    ],
)
def test_reports_are_tied_by_a_name_or_a_verb_they_share(statements: list[Detail], expected: bool) -> None:
    assert tied(statements) is expected


def test_three_reports_are_several_and_three_statements_are_not() -> None:
    assert several([said("a"), said("b"), said("c")])
    assert not several([said("a"), said("b"), said("b")])


@pytest.mark.parametrize("kind", get_args(DifferenceKind))
@pytest.mark.parametrize("severity", SEVERITIES)
def test_what_speaks_for_a_difference_makes_it_no_less_sure(kind: DifferenceKind, severity: str) -> None:
    alone = [said("a"), said("b")]
    more = [said("a", "close"), said("b", "close")]
    most = [*more, said("c")]
    scores = [confidence(kind, severity, statements) for statements in (alone, more, most)]  # type: ignore[arg-type]
    assert scores == sorted(scores)
    assert 0 < scores[0] <= scores[-1] < 1


def test_the_default_is_a_confidence() -> None:
    assert 0 <= HURRIED < 1
