"""Units joined into groups: full names first, by score; then bare names, each to one bearer of its document or event.

A group never holds two units that are known to be different (another given name, gender or generation; introduced as a
relative of the other). Judgements are kept: the joins form a tree, unsure pairs stay beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.entities.compare import compare, keys, rivals
from rashomon.entities.decision import Decision
from rashomon.entities.spelling import plain
from rashomon.entities.units import Unit


class Joined(NamedTuple):
    """Groups of unit numbers, and the decisions about pairs of units: joins and unsure ones."""

    group: list[int]
    joins: dict[tuple[int, int], Decision]
    unsure: dict[tuple[int, int], Decision]


def candidate_pairs(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pairs of units that share a blocking key, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for block in keys(unit):
            blocks[block].append(number)
    return sorted({pair for members in blocks.values() for pair in combinations(members, 2)})


def _bridged(a: Unit, b: Unit, members: Sequence[Unit]) -> bool:
    """Whether a name with a nickname in quotation marks shows that two given names are of one bearer."""
    if not (a.name.given and b.name.given):
        return False
    wanted = {plain(a.name.given[0]), plain(b.name.given[0])}
    return any(
        any(mark in unit.form for mark in '“"‘(«') and wanted <= {plain(name) for name in unit.name.given}
        for unit in members
    )


def join_full(units: Sequence[Unit], apart: Iterable[tuple[int, int]], kinds: frozenset[int]) -> Joined:
    """Joins the units numbered in `kinds` (full names and things) pair by pair, the surest first."""
    group = list(range(len(units)))
    forbidden: set[tuple[int, int]] = {(min(p), max(p)) for p in apart}
    same: list[tuple[float, int, int, Decision]] = []
    unsure: dict[tuple[int, int], Decision] = {}
    for a, b in candidate_pairs(units):
        if a not in kinds or b not in kinds:
            continue
        decision = compare(units[a], units[b])
        if decision.judgement == "same":
            same.append((-decision.score, a, b, decision))
        elif decision.judgement == "unsure":
            unsure[(a, b)] = decision
        elif rivals(units[a], units[b]):
            forbidden.add((a, b))
    joins: dict[tuple[int, int], Decision] = {}
    members: dict[int, set[int]] = {number: {number} for number in range(len(units))}
    for _, a, b, decision in sorted(same, key=lambda item: item[:3]):
        left, right = group[a], group[b]
        if left == right:
            continue
        both = [units[n] for n in sorted(members[left] | members[right])]
        if any(
            (min(x, y), max(x, y)) in forbidden and not _bridged(units[x], units[y], both)
            for x in members[left]
            for y in members[right]
        ):
            unsure[(a, b)] = Decision("unsure", round(decision.score * 0.6, 2), "alike, but others of the two differ")
            continue
        keep, drop = sorted((left, right))
        for number in members[drop]:
            group[number] = keep
        members[keep] |= members.pop(drop)
        joins[(a, b)] = decision
    unsure = {pair: d for pair, d in unsure.items() if group[pair[0]] != group[pair[1]]}
    return Joined(group, joins, unsure)
