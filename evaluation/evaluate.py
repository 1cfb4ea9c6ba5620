"""Collates every event that has a gold file, prints the figures, and fails where one is below its floor.

usage: python evaluation/evaluate.py [--gold FOLDER] [--update [--lower REASON]] [--json FILE]

The project's own examples (gold in evaluation/gold/EVENT/, reports in examples/EVENT/) are always scored. `--gold` adds
a folder of sets, each a folder with gold.json and its texts beside; they are recognised by the digests of their content
alone, and sets that nobody knows are scored without floors. The sentences cut by hand (gold/clauses.toml) are a group
of their own. `--update` moves the floors up to what was measured; `--json` keeps figures and misses for `compare.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import clauses
import gate
import rashomon
import score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold of one event and the files that are collated for it."""

    name: str
    gold: Path
    reports: tuple[Path, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over the gold file and every report, each by its own digest, in the order of the names."""
        files = [self.gold, *sorted(self.reports, key=lambda path: path.name)]
        return hashlib.sha256(
            "".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in files).encode()
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one set."""

    gold_set: GoldSet
    figures: dict[str, dict[str, Any]]
    misses: list[tuple[str, str]]


def own_sets() -> list[GoldSet]:
    """The project's examples, those of their reports that the gold names: it cannot point into pages and records."""
    golds = sorted((HERE / "gold").glob("*/gold.json"))
    return [GoldSet(path.parent.name, path, _named(path, score.folder_of(path))) for path in golds]


def clause_sets() -> list[GoldSet]:
    """The sentences cut into statements by hand: the file holds their words too."""
    return [GoldSet("clauses", clauses.GOLD, ())]


def outside_sets(folder: Path) -> list[GoldSet]:
    """The sets of a folder: the reports are those the gold names."""
    golds = [folder / "gold.json"] if (folder / "gold.json").exists() else sorted(folder.glob("*/gold.json"))
    return [GoldSet(path.parent.name, path, _named(path, path.parent)) for path in golds]


def _named(gold: Path, folder: Path) -> tuple[Path, ...]:
    documents = json.loads(gold.read_text(encoding="utf-8"))["docs"].values()
    return tuple(sorted({folder / document["file"] for document in documents}))


def evaluate(gold_set: GoldSet) -> Result:
    """Collates the reports of a set and scores the apparatus; cuts the sentences of the gold of clauses."""
    if gold_set.gold == clauses.GOLD:
        cuts, lines = clauses.score(clauses.read_gold())
        return Result(gold_set, {"clauses": cuts}, [("clauses", line) for line in lines])
    apparatus = rashomon.collate(rashomon.read(gold_set.reports))
    figures, misses = score.score(gold_set.gold, json.loads(rashomon.to_json(apparatus)))
    return Result(gold_set, figures, misses)


def table(title: str, results: Sequence[Result], floors: dict[str, float]) -> str:
    """A line a figure: each set, all together, the floor; none for what neither sets nor floors ask for."""
    names = [result.gold_set.name[:11] for result in results]
    together = gate.figures_of([result.figures for result in results])
    lines = [f"{title:22}" + "".join(f"{name:>12}" for name in [*names, "together", "floor"])]
    for figure in gate.FIGURES:
        if figure.name not in together and figure.name not in floors:
            continue
        values = [gate.gather(figure, [result.figures]) for result in results]
        cells = [_cell(figure, value) for value in [*values, together.get(figure.name), floors.get(figure.name)]]
        lines.append(f"{figure.name:22}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def _cell(figure: gate.Figure, value: float | None) -> str:
    return "-" if value is None else f"{value:.{0 if figure.count else 3}f}"


def check(group: str, results: Sequence[Result], known: dict[str, Any]) -> tuple[list[str], str]:
    """The falls of a group, and a word about floors that cannot be applied."""
    digests = sorted(result.gold_set.digest for result in results)
    if digests == known.get("sets"):
        return gate.falls(gate.figures_of([result.figures for result in results]), known["floors"]), ""
    if group != "outside":
        return ["gold or texts have changed since the floors were set: look at the figures, then run --update"], ""
    return [], "not the sets the floors were set for: scored without floors"


def update(floors: dict[str, Any], group: str, results: Sequence[Result], reason: str | None) -> None:
    """Moves the floors of a group to what was measured, in place. Raises `gate.Refused`."""
    known = floors["groups"].get(group, {"floors": {}})
    new = gate.raised(known["floors"], gate.figures_of([result.figures for result in results]), reason)
    if down := gate.lowered(known["floors"], new):
        floors["lowered"].append({"group": group, "reason": reason, "floors": down})
    floors["groups"][group] = {"sets": sorted(result.gold_set.digest for result in results), "floors": new}


def main(arguments: Sequence[str] | None = None) -> int:
    """Scores, prints, checks; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="a folder of further gold sets")
    parser.add_argument("--update", action="store_true", help="move the floors up to what was measured")
    parser.add_argument("--lower", metavar="REASON", help="with --update: let floors go down, and keep the reason")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep figures and misses for compare.py")
    args = parser.parse_args(arguments)
    if args.lower is not None and not (args.update and args.lower.strip()):
        parser.error("--lower wants --update and a reason")
    groups = {"examples": own_sets(), "clauses": clause_sets()}
    if args.gold:
        groups["outside"] = outside_sets(args.gold)
        if not groups["outside"]:
            parser.error(f"{args.gold}: no gold.json in it or in its folders")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed, kept = [], {}
    for group, sets in groups.items():
        results = [evaluate(gold_set) for gold_set in sets]
        kept[group] = {r.gold_set.name: {"figures": r.figures, "misses": r.misses} for r in results}
        if args.update:
            try:
                update(floors, group, results, args.lower)
            except gate.Refused as refusal:
                failed.append(f"{group}: {refusal}")
        known = floors["groups"].get(group, {})
        falls, word = check(group, results, known)
        failed += [f"{group}: {line}" for line in falls]
        print(table(group, results, {} if word else known.get("floors", {})) + (f"\n{word}" if word else "") + "\n")
    if args.json:
        args.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.update and not failed:
        FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"below: {line}" for line in failed) if failed else "no figure is below its floor")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
