"""The order of the stages, and the order of the witnesses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.errors import NothingToCollate, UsageError
from rashomon.model import Document
from rashomon.run import collate, event_day, in_order, siglum


def document(name: str, published: str | None = None) -> Document:
    text = f"Report {name} says the mill at Dunmere closed on Monday."
    return Document(
        id=f"d-{name}", path=f"{name}.txt", sha256="", media_type="text/plain", text=text, published=published
    )


def test_sigla_go_on_after_z() -> None:
    assert [siglum(i) for i in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_witnesses_stand_by_day_then_path_and_unknown_days_last() -> None:
    documents = [document("x"), document("b", "2031-05-02"), document("a", "2031-05-02"), document("z", "2031-05-01")]
    assert [(d.siglum, d.path) for d in in_order(documents)] == [
        ("A", "z.txt"),
        ("B", "a.txt"),
        ("C", "b.txt"),
        ("D", "x.txt"),
    ]


def test_a_document_given_twice_is_one_witness() -> None:
    twice = [document("a"), replace(document("a"), path="zz.txt")]
    assert [d.path for d in in_order(twice)] == ["a.txt"]


def test_the_first_day_of_publication_stands_in_where_none_is_stated() -> None:
    assert event_day([document("a"), document("b", "2031-05-02T10:00:00+02:00"), document("c", "2031-05-04")]) == (
        "2031-05-02"
    )
    assert event_day([document("a")]) is None


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_confidence_lies_between_0_and_1(wrong: float) -> None:
    with pytest.raises(UsageError, match="between 0 and 1"):
        collate([document("x")], min_confidence=wrong)


def test_nothing_to_collate_is_an_error_of_its_own() -> None:
    with pytest.raises(NothingToCollate, match="no readable report"):
        collate([])


def test_more_than_can_be_compared_is_refused_before_it_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.run.MOST_STATEMENTS", 1)
    with pytest.raises(UsageError, match="too much to compare at once: 2 statements in 2 reports, at most 1"):
        collate([document("x"), document("y")])
