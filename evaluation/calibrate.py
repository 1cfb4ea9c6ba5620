"""Fits the confidence of differences (`rashomon.apparatus.confidence`) and says how far it can be relied on.

usage: python evaluation/calibrate.py [--gold FOLDER] [--unseen FOLDER]

A difference is accepted when the gold tells of it, whatever severity it gives it. A harmless one is accepted also when
the gold sets the statements side by side, or has the spellings as one name.
`--gold` names sets on which rules were made: their rows are surer than others will be, so they have an offset in the
fit that the program leaves out. The project's examples and the sets of `--unseen` have none.

Prints the rows of each kind, the constants to put into the module, reliability with each set scored by constants
from the others (Brier score, expected calibration error, bins), and what each least confidence shows and keeps.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

import score
from evaluate import GoldSet, outside_sets, own_sets
from fit_alignment import fit
from held import Held, hold
from rashomon.apparatus.confidence import several, tied
from rashomon.export.apparatus_json import to_dict
from rashomon.model import SEVERITIES, DifferenceKind, Entry
from rashomon.text import fold

Array = NDArray[np.float64]
KINDS: tuple[str, ...] = get_args(DifferenceKind)
STEPS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with a difference: where it stands, what its confidence is made of, and whether the gold accepts it."""

    of: str
    made_on: bool
    kind: str
    severity: str
    tied: bool
    several: bool
    accepted: float

    @property
    def features(self) -> list[float]:
        """A place for each kind, what speaks for the row if it is not harmless, whether rules were made on the set."""
        grave = self.severity != "variant"
        places = (*(kind == self.kind for kind in KINDS), self.tied and grave, self.several and grave, self.made_on)
        return [float(place) for place in places]


def judged(gold_set: GoldSet, made_on: bool) -> list[Judged]:
    """All rows of a set that have a difference."""
    held = hold(gold_set)
    detail = {detail.statement.id: detail for detail in held.details}
    found = []
    for entry in held.apparatus.entries:
        if entry.difference is not None:
            said = [detail[statement] for reading in entry.readings for statement in reading.statements]
            kind, severity = entry.difference.kind, entry.difference.severity
            accepted = _accepted(held, entry)
            found.append(Judged(gold_set.name, made_on, kind, severity, tied(said), several(said), accepted))
    return found


def _accepted(held: Held, entry: Entry) -> float:
    assert entry.difference is not None
    told = _conflicts(held, entry)
    if told["right"] or told["overcalled"] or (entry.difference.kind == "name" and _one_name(held, entry)):
        return 1.0
    if entry.difference.severity != "variant":
        return 0.0
    return float(score.score_alignment(held.gold, _answer(held, entry), [])["precision"] == 1)


def _conflicts(held: Held, entry: Entry) -> dict[str, Any]:
    """The figures of an apparatus with this row alone, a harmless one called grave."""
    assert entry.difference is not None
    grave = entry.difference.severity if entry.difference.severity != "variant" else "tension"
    called = replace(entry, kind="differing", difference=replace(entry.difference, severity=grave))
    return score.score_conflicts(held.gold, _answer(held, called), [])


def _answer(held: Held, entry: Entry) -> Any:
    whole = replace(held.apparatus, entries=(entry,), dates=(), quantities=(), framing=(), timeline=(), entities=())
    return score.Apparatus(to_dict(whole), {name: meta["file"] for name, meta in held.gold["docs"].items()})


def _one_name(held: Held, entry: Entry) -> bool:
    """Whether the gold gives all spellings of a row to one bearer."""
    spelt = {fold(reading.value or "") for reading in entry.readings}
    bearers = [{fold(form) for forms in one["forms"].values() for form in forms} for one in held.gold["entities"]]
    return any(spelt <= forms for forms in bearers)


def weights_of(rows: Sequence[Judged]) -> Array:
    """The weights of all features and, last, the bias; all drawn towards 0: the bias by two rows more, one accepted."""
    nothing = [0.0] * (len(KINDS) + 3)
    features = [*(row.features for row in rows), nothing, nothing]
    return fit(np.array(features), np.array([*(row.accepted for row in rows), 1.0, 0.0]))


def predicted(fitted: Sequence[Judged], rows: Sequence[Judged]) -> Array:
    """The confidence of rows as the program would give it, as of a set that nobody has seen, after this fit."""
    chances = np.zeros(len(rows))
    for is_harmless in (False, True):
        chosen = [i for i, row in enumerate(rows) if harmless(row) is is_harmless]
        weights = weights_of([row for row in fitted if harmless(row) is is_harmless])
        features = np.array([[*rows[i].features[:-1], 0.0, 1.0] for i in chosen]).reshape(len(chosen), len(weights))
        chances[chosen] = 1 / (1 + np.exp(-(features @ weights)))
    return chances


def harmless(row: Judged) -> bool:
    """Whether nothing hangs on the difference."""
    return row.severity == "variant"


def left_out(rows: Sequence[Judged]) -> Array:
    """The confidence of each row by weights fitted without its set."""
    chances = np.zeros(len(rows))
    for name in sorted({row.of for row in rows}):
        own = [i for i, row in enumerate(rows) if row.of == name]
        chances[own] = predicted([row for row in rows if row.of != name], [rows[i] for i in own])
    return chances


def brier(chances: Array, accepted: Array) -> float:
    """The mean squared error of the chances, 0 to 1 (Brier 1950)."""
    return float(np.mean((chances - accepted) ** 2)) if len(chances) else 0.0


def calibration_error(chances: Array, accepted: Array, bins: int = 5) -> float:
    """The mean gap between chance and share accepted, over bins of equal width, each weighed by its rows."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [abs(float(np.sum(chances[place == b] - accepted[place == b]))) for b in range(bins)]
    return sum(gaps) / len(chances) if len(chances) else 0.0


def reliability(title: str, rows: Sequence[Judged], chances: Array, bins: int = 5) -> list[str]:
    """The lines of one table of reliability."""
    accepted = np.array([row.accepted for row in rows])
    lines = [
        f"{title}: {len(rows)} rows, accepted {accepted.mean():.2f}, Brier {brier(chances, accepted):.3f} "
        f"(the same chance for all: {brier(np.full(len(rows), accepted.mean()), accepted):.3f}), "
        f"calibration error {calibration_error(chances, accepted, bins):.3f}"
    ]
    place = np.minimum((chances * bins).astype(int), bins - 1)
    for b in range(bins):
        inside = place == b
        if inside.any():
            mean, share = chances[inside].mean(), accepted[inside].mean()
            lines.append(
                f"   {b / bins:.1f} to {(b + 1) / bins:.1f}: {inside.sum():4} rows  said {mean:.2f}  held {share:.2f}"
            )
    return lines


def steps(title: str, rows: Sequence[Judged], chances: Array) -> list[str]:
    """What each least confidence shows of the rows that are not harmless, and what it keeps of those accepted."""
    grave = [i for i, row in enumerate(rows) if not harmless(row)]
    accepted = np.array([rows[i].accepted for i in grave])
    lines = [f"{title}: least confidence, rows shown, share accepted, share of the accepted kept"]
    for step in STEPS:
        shown = chances[grave] >= step
        share = accepted[shown].mean() if shown.any() else 0.0
        lines.append(
            f"   {step:.1f}  {shown.sum():4}  {share:.2f}  {accepted[shown].sum() / max(accepted.sum(), 1):.2f}"
        )
    return lines


def constants(rows: Sequence[Judged]) -> list[str]:
    """The constants of the module as they are written there; kinds without a row are left out."""
    lines = []
    for prefix, is_harmless in (("", False), ("HARMLESS", True)):
        own = [row for row in rows if harmless(row) is is_harmless]
        weights = weights_of(own)
        seen = {row.kind for row in own}
        offsets = [f'"{kind}": {w:.2f}' for kind, w in zip(KINDS, weights, strict=False) if kind in seen]
        lines.append(f"{prefix or 'BIAS'} = {weights[-1]:.2f}")
        if not is_harmless:
            lines += [f"TIED = {weights[len(KINDS)]:.2f}", f"THIRD = {weights[len(KINDS) + 1]:.2f}"]
        name = f"{prefix}_KINDS" if prefix else "KINDS"
        lines.append(f"{name}: Mapping[DifferenceKind, float] = {{{', '.join(offsets)}}}")
        lines.append(f"    (offset of sets that rules were made on: {weights[-2]:.2f})")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Judges, fits, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="a folder of sets on which rules were made")
    parser.add_argument("--unseen", type=Path, metavar="FOLDER", help="a folder of sets nobody has seen")
    args = parser.parse_args(arguments)
    rows = [row for one in own_sets() for row in judged(one, False)]
    for folder, made_on in ((args.gold, True), (args.unseen, False)):
        rows += [row for one in (outside_sets(folder) if folder else []) for row in judged(one, made_on)]
    for kind in KINDS:
        for severity in SEVERITIES:
            if own := [row.accepted for row in rows if (row.kind, row.severity) == (kind, severity)]:
                print(f"{kind:12} {severity:14} {len(own):4} rows, accepted {np.mean(own):.2f}")
    print("\n" + "\n".join(constants(rows)) + "\n")
    chances = left_out(rows)
    for title, made_on in (("rules made on them", True), ("others", False)):
        chosen = [i for i, row in enumerate(rows) if row.made_on is made_on]
        if chosen:
            own_rows, own_chances = [rows[i] for i in chosen], chances[chosen]
            grave = [i for i in chosen if not harmless(rows[i])]
            lines = reliability(f"{title}, grave", [rows[i] for i in grave], chances[grave])
            lines += reliability(f"{title}, all", own_rows, own_chances)
            print("\n".join([*lines, *steps(title, own_rows, own_chances)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
