"""What each feature is worth: the figures without it, so that what earns nothing can be deleted.

usage: python evaluation/ablation.py [--gold FOLDER] [SECTION …]

alignment    each feature of two statements at nought; then the fit without it, each set scored by weights of the others
comparisons  each typed comparison, kind of row and rule left out
entities     each rule of who is who answering that it does not know
names        each source and rule of names left out
renderings   each step in the pairing of quotations left out; words in place of vectors

A line a feature: in how many sets the answer changes at all, and each figure without it with what that changes. What
makes no figure worse is listed at the end of a section. All differences count, whatever their confidence.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import gate
from evaluate import GoldSet
from fit_alignment import Array, best_f1, fit, pairs_of
from held import Held, encode, hold, laid_out, one_encoding, scores, sets_of
from rashomon.annotate import names
from rashomon.apparatus import compare
from rashomon.apparatus.align import likelihoods, scored
from rashomon.apparatus.compare import Finding, find_differences
from rashomon.apparatus.features import FEATURES
from rashomon.entities import resolve_entities
from rashomon.model import Apparatus
from rashomon.renderings import group_quotes, utterances
from rashomon.text import fold, words
from without import named, replaced, rules, silent

ROWS = ("alignment.f1", "conflicts.precision", "conflicts.recall", "conflicts.tight", "conflicts.traps")
NAMES = ("names.f1", "names.merged", "names.spurious")
PAIRS = ("quote_pairs.f1",)
PROCESSES = 2
ASLEEP = " (never seen to act)"
VECTORS = tuple(name for name in FEATURES if "vector" in name or name == "closest")

Scores = Mapping[str, Mapping[str, Any]]
Row = tuple[str, Scores, bool]
"""A feature left out: its name ('' for none), the scores without it, whether anything changed."""
Rule = tuple[str, Callable[..., Any], Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Line:
    """A feature left out: in how many sets the answer changes, and the scores of all sets."""

    label: str
    changed: int
    scores: tuple[Scores, ...]


def table(title: str, full: Sequence[Scores], lines: Sequence[Line], figures: Sequence[str]) -> list[str]:
    """The lines of one table: the figures with everything, then those without each feature and the change."""
    whole = gate.figures_of(full)
    figures = [name for name in figures if name in whole]
    out = [f"{title:34}{'sets':>5}" + "".join(f"{name:>22}" for name in figures)]
    out.append(f"{'all of them':34}{'':5}" + "".join(f"{whole[name]:>14.3f}{'':8}" for name in figures))
    for line in lines:
        now = gate.figures_of(line.scores)
        cells = [f"{now[name]:>14.3f}{now[name] - whole[name]:>+8.3f}" for name in figures]
        out.append(f"{line.label[:33]:34}{line.changed:>5}" + "".join(cells).replace("+0.000", "      "))
    return out


def idle(full: Sequence[Scores], lines: Sequence[Line], figures: Sequence[str]) -> list[str]:
    """The features without which no figure is worse."""
    whole = gate.figures_of(full)
    judged = [figure for figure in gate.FIGURES if figure.name in figures and figure.name in whole]
    found = []
    for line in lines:
        now = gate.figures_of(line.scores)
        if not any(gate.worse(figure, now[figure.name], whole[figure.name]) for figure in judged):
            found.append(line.label + ("" if line.changed else ASLEEP))
    return found


def show(section: str, groups: Mapping[str, Sequence[Sequence[Row]]], of: Sequence[str]) -> None:
    """Prints a table a group, and what is idle in all of them. Of each set: its rows, first with everything."""
    idlers: list[list[str]] = []
    for group, sets in groups.items():
        full = [rows[0][1] for rows in sets]
        lines = [
            Line(row[0][0], sum(changed for _, _, changed in row), tuple(figures for _, figures, _ in row))
            for row in list(zip(*sets, strict=True))[1:]
        ]
        print("\n".join(table(f"{section} · {group}", full, lines, of)) + "\n")
        idlers.append(idle(full, lines, of))
    names = [{one.removesuffix(ASLEEP) for one in found} for found in idlers]
    common = [
        name for name in dict.fromkeys(one.removesuffix(ASLEEP) for one in idlers[0]) if all(name in n for n in names)
    ]
    common = [name + ASLEEP * all(name + ASLEEP in found for found in idlers) for name in common]
    print(f"{section}: without these no figure is worse: {'; '.join(common) or 'none'}\n")


def _without(full: Scores, changed: Apparatus | None, held: Held, *sections: str) -> tuple[Scores, bool]:
    """The scores of a changed apparatus; those of the full one where nothing has changed (none)."""
    return (scores(held, changed, *sections), True) if changed is not None else (full, False)


# ------------------------------------------------------------------------------------------------------------ alignment
def alignment(held: Held) -> list[Row]:
    """Features at nought, one by one; then both vectors."""
    found: list[Row] = []
    for label, gone in [("", ()), *((name, (name,)) for name in FEATURES), ("all vectors", VECTORS)]:
        features = {name: np.zeros_like(m) if name in gone else m for name, m in held.features.items()}
        whole = laid_out(held, features)
        changed = bool(label) and whole.entries != held.apparatus.entries
        found.append((label, scores(held, whole, "alignment", "conflicts"), changed))
    return found


def refits(data: Mapping[str, tuple[Array, Array]]) -> None:
    """Prints the best F1 of pairs without each feature, with weights fitted on the other sets."""
    print(f"{'refit without it, set left out':34}" + "".join(f"{name[:11]:>12}" for name in data) + f"{'mean':>12}")
    base = 0.0
    for label, gone in [("", ()), *((name, (name,)) for name in FEATURES), ("all vectors", VECTORS)]:
        kept = [i for i, name in enumerate(FEATURES) if name not in gone]
        reached = []
        for left_out, (features, labels) in data.items():
            others = [pairs for name, pairs in data.items() if name != left_out]
            weights = fit(np.vstack([f[:, kept] for f, _ in others]), np.hstack([y for _, y in others]))
            reached.append(best_f1(weights, features[:, kept], labels)[0])
        mean = sum(reached) / len(reached)
        base = base or mean
        change = f" {mean - base:+.3f}" if gone else ""
        print(f"{label or 'all of them':34}" + "".join(f"{f1:>12.3f}" for f1 in reached) + f"{mean:>12.3f}{change}")
    print()


# ---------------------------------------------------------------------------------------------------------- comparisons
def comparisons(held: Held) -> list[Row]:
    """Each comparison left out, each kind of row made otherwise, then each rule inside a comparison."""
    likely = likelihoods(scored(held.features.values()))
    by_comparison = {c: _found(held, likely, (c,)) for c in compare.COMPARISONS}
    every = [finding for found in by_comparison.values() for finding in found]
    full = scores(held, laid_out(held, findings=every), "alignment", "conflicts")
    found: list[Row] = [("", full, False)]
    for comparison, own in by_comparison.items():
        rest = [finding for c, fs in by_comparison.items() if c is not comparison for finding in fs]
        changed = laid_out(held, findings=rest) if own else None
        found.append((_label(comparison), *_without(full, changed, held, "alignment", "conflicts")))
    for name in ("quote_rows", "name_rows", "compare_traits"):
        with replaced(named("rashomon.apparatus", name), lambda *_: []):
            changed = laid_out(held, findings=every)
        now, _ = _without(full, changed, held, "alignment", "conflicts")
        found.append((_label(name), now, changed.entries != held.apparatus.entries))
    for rule in rules("rashomon.apparatus.compare.", "Finding | None"):
        if rule in compare.COMPARISONS:
            continue
        own_module = tuple(c for c in compare.COMPARISONS if c.__module__ == rule.__module__)
        with replaced(rule, silent(rule)):
            now_found = {
                c: fs if c not in own_module else _found(held, likely, (c,)) for c, fs in by_comparison.items()
            }
        acts = any(now_found[c] != by_comparison[c] for c in own_module)
        rest = [finding for fs in now_found.values() for finding in fs]
        label = f"{rule.__module__.rsplit('.', 1)[1]}: {_label(rule)}"
        changed = laid_out(held, findings=rest) if acts else None
        found.append((label, *_without(full, changed, held, "alignment", "conflicts")))
    return found


def _found(held: Held, likely: NDArray[np.float64], of: tuple[Any, ...]) -> list[Finding]:
    whole, compare.COMPARISONS = compare.COMPARISONS, of
    try:
        return find_differences(held.details, likely)
    finally:
        compare.COMPARISONS = whole


# ---------------------------------------------------------------------------------------------- entities, names, quotes
def _label(rule: Any) -> str:
    name: str = rule if isinstance(rule, str) else rule.__name__
    return name.strip("_").removeprefix("compare_").replace("_", " ")


def rules_of_entities() -> list[Rule]:
    """Every rule that may decline, and the steps that join, describe and tell apart."""
    own = [
        (f"{rule.__module__.rsplit('.', 1)[1]}: {_label(rule)}", rule, silent(rule))
        for rule in rules("rashomon.entities", "Decision | None", "bool")
    ]
    steps: dict[str, Any] = {"stated_aliases": [], "find_kin": (), "find_descriptions": {}, "_generations": []}
    return own + [(_label(n), named("rashomon.entities", n), lambda *_, a=a: a) for n, a in steps.items()]


def entities(held: Held) -> list[Row]:
    """Who is who, made again without each rule."""
    return _again(held, rules_of_entities(), lambda: resolve_entities(held.documents, held.annotations)[0])


def rules_of_names() -> list[Rule]:
    """The sources of names, the points for their kinds, and every rule that may decline."""
    package = "rashomon.annotate.name"
    steps = ("candidates", "in_headline", "_unknown", "in_dateline", "in_brackets")
    found: list[Rule] = [(_label(n), named(package, n), lambda *_: []) for n in steps]
    found.append(("asides taken out", named(package, "without_asides"), lambda _, mentions: list(mentions)))
    found.append(("completed", named(package, "completed"), lambda _, candidates: list(candidates)))
    found.append(("shows taken out", named(package, "without_show"), lambda candidates, _: list(candidates)))
    for rule in rules(f"{package}_kinds", "None"):
        found.append((f"points {_label(rule)}", rule, lambda *_: None))
    for rule in [rule for rule in rules(package, "bool", "int | None", "int") if rule.__name__ != "stands"]:
        found.append((f"{rule.__module__.rsplit('.', 1)[1].removeprefix('name_')}: {_label(rule)}", rule, silent(rule)))
    return found


def sources(held: Held) -> list[Row]:
    """Names and who is who, made again without each rule; first without the reader."""

    def again(with_reader: bool = True) -> Any:
        notes = [
            replace(a, mentions=names.find_mentions(d, a.sentences, a.trees if with_reader else ()))
            for d, a in zip(held.documents, held.annotations, strict=True)
        ]
        return resolve_entities(held.documents, notes)[0]

    found = _again(held, rules_of_names(), again)
    changed = replace(held.apparatus, entities=again(with_reader=False))
    return [found[0], ("the reader", scores(held, changed, "names"), True), *found[1:]]


def _again(held: Held, tried: Sequence[Rule], make: Callable[[], Any]) -> list[Row]:
    whole = make()
    full = scores(held, replace(held.apparatus, entities=whole), "names")
    found: list[Row] = [("", full, False)]
    for label, rule, by in tried:
        with replaced(rule, by):
            made = make()
        changed = replace(held.apparatus, entities=made) if made != whole else None
        found.append((label, *_without(full, changed, held, "names")))
    return found


def bags(texts: Sequence[str]) -> NDArray[np.float32]:
    """A vector of length 1 a text with a place for each word, to stand in for the encoder's."""
    held = [[fold(word.text) for word in words(text)] for text in texts]
    column = {word: at for at, word in enumerate(sorted({word for bag in held for word in bag}))}
    vectors = np.zeros((len(texts), max(1, len(column))), dtype=np.float32)
    for row, bag in enumerate(held):
        for word in bag:
            vectors[row, column[word]] = 1
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return vectors


def steps_of_renderings() -> list[Rule]:
    """The steps of the pairing, each answering as if it had nothing to say, and words in place of vectors."""
    steps: dict[str, Callable[..., Any]] = {
        "_attach_fragments": lambda *_: None,
        "_attach_reported": lambda *_: None,
        "_telling": lambda *_: True,
        "_one_voice": lambda *_: True,
        "_touch": lambda *_: False,
        "_overlap": lambda *_: 0.5,
    }
    found: list[Rule] = [(_label(name), named("rashomon.renderings", name), by) for name, by in steps.items()]
    return [*found, ("words in place of vectors", encode, bags)]


def pairing(held: Held) -> list[Row]:
    """The groups of quotations, made again without each step."""
    quotes = held.apparatus.quotes
    full = scores(held, held.apparatus, "quote_pairs")
    found: list[Row] = [("", full, False)]
    for label, rule, by in steps_of_renderings():
        with one_encoding(), replaced(rule, by):
            made = group_quotes(utterances(held.documents, quotes))
        changed = replace(held.apparatus, quote_groups=made) if made != held.apparatus.quote_groups else None
        found.append((label, *_without(full, changed, held, "quote_pairs")))
    return found


SECTIONS: dict[str, tuple[Callable[[Held], list[Row]], Sequence[str]]] = {
    "alignment": (alignment, ROWS),
    "comparisons": (comparisons, ROWS),
    "entities": (entities, NAMES),
    "names": (sources, NAMES),
    "renderings": (pairing, PAIRS),
}


def _answers(asked: tuple[GoldSet, Sequence[str]]) -> tuple[dict[str, list[Row]], tuple[Array, Array] | None]:
    """The rows of each section for one set, and the pairs its alignment is fitted on."""
    gold_set, wanted = asked
    held = hold(gold_set)
    rows = {section: SECTIONS[section][0](held) for section in wanted}
    return rows, pairs_of(held) if "alignment" in wanted else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables of the sections asked for, or of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="a folder of further gold sets")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    args = parser.parse_args(arguments)
    if unknown := set(args.sections) - set(SECTIONS):
        parser.error(f"no section is called {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    wanted = [section for section in SECTIONS if section in (args.sections or SECTIONS)]
    groups = sets_of(args.gold)
    sets = [(one, wanted) for own in groups.values() for one in own]
    with ProcessPoolExecutor(PROCESSES) as pool:
        answers = dict(zip([one for one, _ in sets], pool.map(_answers, sets), strict=True))
    for section in wanted:
        by_group = {group: [answers[one][0][section] for one in own] for group, own in groups.items()}
        show(section, by_group, SECTIONS[section][1])
        if section == "alignment":
            refits({one.name: pairs for one, (_, pairs) in answers.items() if pairs})
    return 0


if __name__ == "__main__":
    sys.exit(main())
