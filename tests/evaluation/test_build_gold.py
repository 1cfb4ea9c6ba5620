"""The gold of our own examples: built from words a person wrote, and refused where the reports do not bear them out."""

from __future__ import annotations

import json

import pytest

import build_gold

REPORTS = {"a": "Two died on Friday. On Friday night the road was closed.", "b": "Three died. The road was closed."}


def found(*place: object) -> tuple[int, int]:
    span = build_gold.find(REPORTS, list(place))
    return span["start"], span["end"]


@pytest.mark.parametrize("event", sorted(path.parent.name for path in build_gold.GOLD.glob("*/gold.toml")))
def test_the_gold_is_what_the_hand_written_file_makes(event: str) -> None:
    stored = json.loads((build_gold.GOLD / event / "gold.json").read_text(encoding="utf-8"))
    assert build_gold.build(event) == stored


def test_words_become_a_half_open_range_of_code_points() -> None:
    assert found("a", "Two died") == (0, 8)


def test_words_that_stand_twice_need_a_number() -> None:
    assert found("a", "Friday", 2) == (23, 29)
    with pytest.raises(build_gold.Mistake, match="2 times"):
        found("a", "Friday")


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        (("a", "Four died"), "not in the report"),
        (("a", "Fri"), "not in the report"),
        (("a", "Friday", 3), "only 2 times"),
        (("c", "Two died"), "no report"),
    ],
)
def test_what_the_report_does_not_say_is_refused(place: tuple[object, ...], complaint: str) -> None:
    with pytest.raises(build_gold.Mistake, match=complaint):
        found(*place)


def test_a_star_stands_for_every_report_that_holds_the_words() -> None:
    spans = build_gold.find_all(REPORTS, [["*", "the road was closed"], ["*", "road was closed"]])
    assert [span["doc"] for span in spans] == ["a", "a", "b"]


def test_the_examples_hold_every_kind_and_every_severity_of_difference() -> None:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in build_gold.GOLD.glob("*/gold.json")]
    conflicts = [conflict for gold in golds for conflict in gold["conflicts"]]
    assert {conflict["type"] for conflict in conflicts} == set(build_gold.DIFFERENCES)
    assert {conflict["severity"] for conflict in conflicts} == set(build_gold.SEVERITIES)


def test_every_gold_holds_ten_traps_or_more() -> None:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in build_gold.GOLD.glob("*/gold.json")]
    assert len(golds) >= 3
    assert all(len(gold["traps"]) >= 10 for gold in golds)
