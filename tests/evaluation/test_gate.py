"""The gate that keeps quality: it must stop a fall, and nobody may open it quietly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import compare
import evaluate
import gate


def scores(**changes: Any) -> dict[str, dict[str, Any]]:
    """The scores of one set, all perfect but for the changes (`names__f1=0.5`)."""
    made: dict[str, dict[str, Any]] = {
        "metadata": {"headline": 1.0, "publisher": 1.0, "published": 1.0},
        "names": {"f1": 1.0, "merged": "0/4", "spurious": 0.0},
        "quotes": {"f1": 1.0, "speaker": 1.0, "gold": 5},
        "quote_pairs": {"f1": 1.0, "gold": 2},
        "values": {"recall": 1.0, "normalised": 1.0, "spurious": 0.0, "gold": 9},
        "alignment": {"f1": 1.0, "gold": 7},
        "conflicts": {"right": 4, "material": 4, "found": 4, "gold": 4, "tight": 1.0, "traps": "0/3"},
    }
    for path, value in changes.items():
        section, key = path.split("__")
        made[section][key] = value
    return made


def test_a_mean_is_over_the_sets() -> None:
    together = gate.figures_of([scores(names__f1=0.5), scores(names__f1=0.9)])
    assert together["names.f1"] == 0.7


def test_disagreements_are_pooled_over_the_sets() -> None:
    many = scores(conflicts__right=8, conflicts__material=16, conflicts__found=1, conflicts__gold=10)
    few = scores(conflicts__right=4, conflicts__material=4, conflicts__found=4, conflicts__gold=5)
    together = gate.figures_of([many, few])
    assert together["conflicts.precision"] == 0.6  # 12 of 20, not the mean of a half and one
    assert together["conflicts.recall"] == 0.333  # 5 of 15


def test_counts_are_added() -> None:
    together = gate.figures_of([scores(names__merged="2/9"), scores(names__merged="3/4")])
    assert together["names.merged"] == 5


def test_a_set_that_asks_for_nothing_is_left_out_of_the_mean() -> None:
    nothing = scores(quote_pairs__f1=0.0, quote_pairs__gold=0)
    assert gate.figures_of([nothing, scores()])["quote_pairs.f1"] == 1.0
    assert "boilerplate.f1" not in gate.figures_of([scores()])


@pytest.mark.parametrize(
    ("measured", "falls"),
    [
        ({"names.f1": 0.82}, False),
        ({"names.f1": 0.8196}, False),  # rounding
        ({"names.f1": 0.819}, True),
        ({"names.f1": 0.9}, False),
        ({}, True),  # not measured any more
    ],
)
def test_a_figure_may_not_fall_below_its_floor(measured: dict[str, float], falls: bool) -> None:
    assert bool(gate.falls(measured, {"names.f1": 0.82})) is falls


def test_where_less_is_better_the_floor_is_a_ceiling() -> None:
    assert gate.falls({"names.merged": 13.0}, {"names.merged": 12.0})
    assert not gate.falls({"names.merged": 11.0}, {"names.merged": 12.0})


def test_a_better_run_raises_the_floor_and_leaves_room_for_another_processor() -> None:
    assert gate.raised({"names.f1": 0.8}, {"names.f1": 0.9}) == {"names.f1": 0.89}


def test_a_run_within_the_room_leaves_the_floor_alone() -> None:
    assert gate.raised({"names.f1": 0.895}, {"names.f1": 0.9}) == {"names.f1": 0.895}


def test_a_floor_is_not_lowered_without_a_reason() -> None:
    with pytest.raises(gate.Refused, match=r"names\.f1 is 0\.7, worse than its floor 0\.8"):
        gate.raised({"names.f1": 0.8}, {"names.f1": 0.7})
    assert gate.raised({"names.f1": 0.8}, {"names.f1": 0.7}, "the gold was wrong") == {"names.f1": 0.69}


def test_a_floor_does_not_vanish_without_a_reason() -> None:
    with pytest.raises(gate.Refused, match=r"names\.f1 would lose its floor"):
        gate.raised({"names.f1": 0.8}, {})
    assert gate.raised({"names.f1": 0.8}, {}, "no longer scored") == {}


def test_what_went_down_is_known() -> None:
    old = {"names.f1": 0.8, "names.merged": 3.0, "values.recall": 0.9, "quotes.f1": 0.9}
    new = {"names.f1": 0.7, "names.merged": 4.0, "values.recall": 0.95}
    assert gate.lowered(old, new) == {"names.f1": [0.8, 0.7], "names.merged": [3.0, 4.0], "quotes.f1": [0.9, None]}


# ------------------------------------------------------------------------------------------------- the script around it
@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one gold set, scores that need no collation, and floors of its own."""
    folder = tmp_path / "sets" / "fair"
    folder.mkdir(parents=True)
    (folder / "r0.txt").write_text("The fair opened on Monday.", encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps({"docs": {"r0": {"file": "r0.txt"}}}), encoding="utf-8")
    monkeypatch.setattr(evaluate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(evaluate, "own_sets", list)
    monkeypatch.setattr(evaluate, "clause_sets", list)
    write_floors(tmp_path, [], {})
    measure(monkeypatch, scores())
    return folder


def measure(monkeypatch: pytest.MonkeyPatch, figures: dict[str, dict[str, Any]]) -> None:
    monkeypatch.setattr(
        evaluate, "evaluate", lambda gold_set: evaluate.Result(gold_set, figures, [("names", "one missed")])
    )


def write_floors(folder: Path, digests: list[str], floors: dict[str, float]) -> None:
    nothing: dict[str, Any] = {"sets": [], "floors": {}}
    groups = {"examples": nothing, "clauses": nothing, "outside": {"sets": digests, "floors": floors}}
    (folder / "floors.json").write_text(json.dumps({"groups": groups, "lowered": []}), encoding="utf-8")


def run(folder: Path, *arguments: str) -> int:
    return evaluate.main(["--gold", str(folder.parent), *arguments])


def test_unknown_sets_are_scored_without_floors(outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(outside.parents[1], ["of other sets"], {"names.f1": 1.1})
    assert run(outside) == 0
    assert "not the sets the floors were set for" in capsys.readouterr().out


def test_known_sets_fail_below_a_floor(outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(outside.parents[1], [evaluate.outside_sets(outside.parent)[0].digest], {"names.f1": 1.1})
    assert run(outside) == 1
    assert "below: outside: names.f1 is 1, the floor is 1.1" in capsys.readouterr().out


def test_the_sets_are_known_by_content_and_not_by_name(outside: Path) -> None:
    before = evaluate.outside_sets(outside.parent)[0].digest
    renamed = outside.rename(outside.with_name("market"))
    assert evaluate.outside_sets(renamed.parent)[0].digest == before
    (renamed / "r0.txt").write_text("The fair opened on Tuesday.", encoding="utf-8")
    assert evaluate.outside_sets(renamed.parent)[0].digest != before


def test_an_update_writes_floors_and_digests(outside: Path) -> None:
    assert run(outside, "--update") == 0
    written = json.loads((outside.parents[1] / "floors.json").read_text(encoding="utf-8"))
    assert written["groups"]["outside"]["sets"] == [evaluate.outside_sets(outside)[0].digest]
    assert written["groups"]["outside"]["floors"]["names.f1"] == 0.99


def test_an_update_that_would_lower_a_floor_writes_nothing(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(outside, "--update")
    before = (outside.parents[1] / "floors.json").read_bytes()
    measure(monkeypatch, scores(names__f1=0.5))
    assert run(outside, "--update") == 1
    assert (outside.parents[1] / "floors.json").read_bytes() == before


def test_a_lowered_floor_keeps_its_reason(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(outside, "--update")
    measure(monkeypatch, scores(names__f1=0.5))
    assert run(outside, "--update", "--lower", "a form was wrong in the gold") == 0
    written = json.loads((outside.parents[1] / "floors.json").read_text(encoding="utf-8"))
    assert written["lowered"] == [
        {"group": "outside", "reason": "a form was wrong in the gold", "floors": {"names.f1": [0.99, 0.49]}}
    ]


@pytest.mark.parametrize("arguments", [["--lower", "why"], ["--update", "--lower", " "]])
def test_lowering_wants_an_update_and_a_reason(outside: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        run(outside, *arguments)


def test_changed_examples_are_noticed(
    outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "own_sets", lambda: evaluate.outside_sets(outside))
    assert evaluate.main([]) == 1
    assert "gold or texts have changed" in capsys.readouterr().out


def test_the_floors_of_the_project_are_for_the_examples_as_they_are() -> None:
    floors = json.loads(evaluate.FLOORS.read_text(encoding="utf-8"))["groups"]
    assert floors["examples"]["sets"] == sorted(gold_set.digest for gold_set in evaluate.own_sets())
    assert floors["clauses"]["sets"] == [gold_set.digest for gold_set in evaluate.clause_sets()]


def test_a_figure_that_nobody_asks_for_has_no_line() -> None:
    result = evaluate.Result(evaluate.clause_sets()[0], {"names": {"f1": 0.5, "merged": "0/1", "spurious": 0.0}}, [])
    lines = evaluate.table("sets", [result], {"values.recall": 0.9}).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["names.f1", "names.merged", "names.spurious", "values.recall"]


def test_compare_tells_gained_from_lost() -> None:
    before = {"examples": {"fair": {"misses": [["names", "a"], ["names", "b"], ["values", "c"]]}}}
    after = {"examples": {"fair": {"misses": [["names", "b"], ["names", "b"], ["values", "c"]]}}}
    assert compare.changes(before, after) == ["fair: 1 gained, 1 lost", "  + names: a", "  - names: b"]
    assert compare.changes(before, after, "values") == []
