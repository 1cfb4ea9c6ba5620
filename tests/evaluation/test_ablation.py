"""Leaving features out: what is replaced comes back, every rule named exists, and idle is what nobody misses."""

from __future__ import annotations

from typing import Any

import pytest

import ablation
import without
from rashomon.annotate import name_lines, names
from rashomon.renderings import complete_link


def test_a_rule_is_replaced_wherever_it_is_held_and_comes_back() -> None:
    rule = name_lines.in_dateline
    with without.replaced(rule, lambda *_: ["nothing"]):
        assert names.in_dateline("…") == name_lines.in_dateline("…") == ["nothing"]  # type: ignore[arg-type]
    assert names.in_dateline is name_lines.in_dateline is rule


def test_a_rule_comes_back_after_an_error() -> None:
    rule = name_lines.in_dateline
    with pytest.raises(ZeroDivisionError), without.replaced(rule, lambda *_: 1 // 0):
        names.in_dateline("…")  # type: ignore[arg-type]
    assert names.in_dateline is rule


def test_a_name_that_nothing_bears_is_an_error() -> None:
    with pytest.raises(LookupError, match="0 functions are called _no_such_rule"):
        without.named("rashomon.annotate", "_no_such_rule")


@pytest.mark.parametrize("listed", [ablation.rules_of_entities, ablation.rules_of_names, ablation.steps_of_renderings])
def test_every_rule_named_is_there(listed: Any) -> None:
    labels = [label for label, _, _ in listed()]
    assert labels and all(labels)


def test_rules_are_told_by_what_they_return() -> None:
    assert complete_link not in without.rules("rashomon.renderings", "bool")
    assert {rule.__name__ for rule in without.rules("rashomon.renderings", "bool")} >= {"_one_voice", "_telling"}


def scores(f1: float, merged: int) -> dict[str, dict[str, Any]]:
    return {"names": {"f1": f1, "merged": f"{merged}/9", "spurious": 0.0}}


FULL = [scores(0.9, 1), scores(0.8, 0)]
LINES = [
    ablation.Line("needed", 1, (scores(0.7, 1), scores(0.8, 0))),
    ablation.Line("prevents a merger", 1, (scores(0.9, 1), scores(0.9, 2))),
    ablation.Line("harms", 2, (scores(0.9, 0), scores(0.9, 0))),
    ablation.Line("sleeps", 0, tuple(FULL)),
]


def test_idle_is_what_no_figure_is_worse_without() -> None:
    assert ablation.idle(FULL, LINES, ablation.NAMES) == ["harms", "sleeps (never seen to act)"]


def test_a_line_says_what_changes() -> None:
    lines = ablation.table("names", FULL, LINES, ablation.NAMES)
    assert [line.split() for line in lines[1:3]] == [
        ["all", "of", "them", "0.850", "1.000", "0.000"],
        ["needed", "1", "0.750", "-0.100", "1.000", "0.000"],
    ]


def test_words_stand_in_for_vectors() -> None:
    vectors = ablation.bags(["the mill closed", "The mill closed", "nobody came", ""])
    likeness = (vectors @ vectors.T).round(3).tolist()
    assert likeness[0] == [1.0, 1.0, 0.0, 0.0]
    assert likeness[3] == [0.0, 0.0, 0.0, 0.0]
