"""Calibration: what is fitted, and how far it can be relied on."""

from __future__ import annotations

import numpy as np
import pytest

import calibrate
from calibrate import Judged


def row(kind: str, accepted: float, of: str = "a", tied: bool = False, severity: str = "contradiction") -> Judged:
    return Judged(of, False, kind, severity, tied, False, accepted)


ROWS = [
    *[row("number", 1.0, of) for of in "aabbcc"],
    row("number", 0.0, "a"),
    row("place", 0.0, "b"),
    *[row("name", 1.0, of, severity="variant") for of in "abc"],
]


def test_a_kind_with_one_row_stays_near_the_rate_of_all() -> None:
    number, place, nobodys = calibrate.predicted(ROWS, [row("number", 0), row("place", 0), row("duration", 0)])
    assert place < nobodys < number
    assert place > 0.2


def test_rows_that_hold_when_tied_make_tied_rows_surer() -> None:
    rows = [*ROWS, *[row("status", 1.0, "a", tied=True)] * 4, *[row("status", 0.0, "b")] * 4]
    tied, loose = calibrate.predicted(rows, [row("status", 0, tied=True), row("status", 0)])
    assert tied > loose


def test_sets_that_rules_were_made_on_do_not_make_others_surer() -> None:
    made_on = [Judged("m", True, "number", "contradiction", False, False, 1.0)] * 20
    others = [row("number", accepted, "a") for accepted in (1.0, 0.0) * 10]
    chance = calibrate.predicted([*made_on, *others, *ROWS[-3:]], [row("number", 0)])[0]
    assert 0.4 < chance < 0.75


def test_a_row_is_scored_by_the_other_sets() -> None:
    chances = calibrate.left_out(ROWS)
    without_b = calibrate.predicted([r for r in ROWS if r.of != "b"], [r for r in ROWS if r.of == "b"])
    assert chances[[i for i, r in enumerate(ROWS) if r.of == "b"]] == pytest.approx(without_b)


def test_error_is_none_where_the_chances_are_the_shares() -> None:
    chances, accepted = np.array([0.75] * 4 + [0.25] * 4), np.array([1.0, 1, 1, 0, 0, 0, 0, 1])
    assert calibrate.calibration_error(chances, accepted) == pytest.approx(0)
    assert calibrate.brier(chances, accepted) == pytest.approx(0.1875)
    assert calibrate.calibration_error(np.full(8, 1.0), accepted) == pytest.approx(0.5)


def test_the_constants_are_printed_as_the_module_has_them() -> None:
    lines = calibrate.constants(ROWS)
    assert lines[0].startswith("BIAS = ")
    assert any(line.startswith('KINDS: Mapping[DifferenceKind, float] = {"number": ') for line in lines)
    assert any(line.startswith('HARMLESS_KINDS: Mapping[DifferenceKind, float] = {"name": ') for line in lines)
