"""Figures of a group of gold sets, and the floors they must not fall below.

Steps: gather the scores of the sets into one figure each (a mean over the sets that ask for it, or one fraction over
all their cases together); hold them against the floors of `floors.json`; on request move the floors up. A floor goes
down only with a reason, which is kept. A group is known by the digests of its gold and texts: when these change, the
floors say nothing any more and the gate says so.

A floor is set a little below what was measured: 8-bit arithmetic differs between types of processor, and a figure that
rests on sentence vectors may move by an item or two without a change of the program. Each figure has its room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

EPSILON = 0.0005  # figures are printed with three decimals
Scores = Mapping[str, Mapping[str, Any]]  # of one set: section, figure, value


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands in the scores of a set, which way is better, what room a floor leaves."""

    section: str
    key: str
    better: Literal["more", "less"] = "more"
    over: tuple[str, str] | None = None  # pooled: the sum of one figure over the sum of another
    count: bool = False  # pooled: the sum of the first numbers of "2/15"
    room: float = 0.01

    @property
    def name(self) -> str:
        """`section.key`, as in the floors."""
        return f"{self.section}.{self.key}"


FIGURES = (
    Figure("metadata", "headline"),
    Figure("metadata", "publisher"),
    Figure("metadata", "published"),
    Figure("names", "f1"),
    Figure("names", "merged", "less", count=True, room=0),
    Figure("names", "spurious", "less"),
    Figure("quotes", "f1"),
    Figure("quotes", "speaker"),
    Figure("quote_pairs", "f1", room=0.1),
    Figure("values", "recall"),
    Figure("values", "normalised"),
    Figure("values", "spurious", "less"),
    Figure("boilerplate", "f1"),
    Figure("alignment", "f1", room=0.03),
    Figure("conflicts", "precision", over=("right", "material"), room=0.1),
    Figure("conflicts", "recall", over=("found", "gold"), room=0.03),
    Figure("conflicts", "tight", room=0.05),
    Figure("conflicts", "traps", "less", count=True, room=1),
    Figure("clauses", "f1", room=0.02),
    Figure("clauses", "subject", room=0.02),
    Figure("clauses", "predicate", room=0.02),
    Figure("clauses", "object", room=0.02),
    Figure("clauses", "polarity", room=0.02),
    Figure("clauses", "modality", room=0.02),
)


def gather(figure: Figure, sets: Sequence[Scores]) -> float | None:
    """The figure of several sets together; null where none of them asks for it."""
    rows = [scores[figure.section] for scores in sets if asks(scores, figure.section)]
    if not rows:
        return None
    if figure.over:
        part, whole = (sum(row[key] for row in rows) for key in figure.over)
        return round(part / whole, 3) if whole else 0.0
    if figure.count:
        return float(sum(int(str(row[figure.key]).split("/")[0]) for row in rows))
    return round(sum(float(row[figure.key]) for row in rows) / len(rows), 3)


def asks(scores: Scores, section: str) -> bool:
    """Whether a set has something in this section to be found."""
    return section in scores and scores[section].get("gold", 1) != 0


def figures_of(sets: Sequence[Scores]) -> dict[str, float]:
    """All figures of several sets together, by name."""
    gathered = {figure.name: gather(figure, sets) for figure in FIGURES}
    return {name: value for name, value in gathered.items() if value is not None}


def falls(measured: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is worse than its floor, or is no longer measured."""
    lines = []
    for figure in FIGURES:
        if (floor := floors.get(figure.name)) is None:
            continue
        if (value := measured.get(figure.name)) is None:
            lines.append(f"{figure.name} is not measured any more (floor {floor:g})")
        elif worse(figure, value, floor):
            lines.append(f"{figure.name} is {value:g}, the floor is {floor:g}")
    return lines


def worse(figure: Figure, value: float, floor: float) -> bool:
    """Whether the value is on the wrong side of the floor by more than rounding."""
    return value < floor - EPSILON if figure.better == "more" else value > floor + EPSILON


class Refused(Exception):
    """A floor would go down and nobody has said why."""


def raised(floors: Mapping[str, float], measured: Mapping[str, float], lowering: str | None = None) -> dict[str, float]:
    """The floors after a better run. Raises `Refused` where one would go down and `lowering` says not why."""
    new = {}
    for figure in FIGURES:
        value, old = measured.get(figure.name), floors.get(figure.name)
        if value is None:
            continue
        with_room = round(max(0.0, value - figure.room if figure.better == "more" else value + figure.room), 3)
        if old is None:
            new[figure.name] = with_room
        elif worse(figure, value, old):
            if lowering is None:
                raise Refused(
                    f"{figure.name} is {value:g}, worse than its floor {old:g}: say why with --lower 'reason'"
                )
            new[figure.name] = with_room
        else:
            new[figure.name] = max(old, with_room) if figure.better == "more" else min(old, with_room)
    gone = [name for name in floors if name not in new]
    if gone and lowering is None:
        raise Refused(f"{', '.join(gone)} would lose its floor: say why with --lower 'reason'")
    return new


def lowered(old: Mapping[str, float], new: Mapping[str, float]) -> dict[str, list[float | None]]:
    """The floors that went down, each with what it was and what it is (null: gone)."""
    better = {figure.name: figure.better for figure in FIGURES}
    down = {}
    for name, floor in old.items():
        now = new.get(name)
        if now is None or (now < floor if better.get(name, "more") == "more" else now > floor):
            down[name] = [floor, now]
    return down
