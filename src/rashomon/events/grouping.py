"""From ties to groups: which members tell of one happening, without chains.

Steps: connected components over the ties; inside each, the two groups whose members are tied best on average are joined
first, until no average reaches `QUORUM` (average linkage: Sokal and Michener 1958). A pair without a tie counts 0, so a
long chain of neighbours does not become one group; a vetoed pair keeps its two groups apart. Copies vote once: a member
weighs one part in as many as its origin has documents. The result is a function of the set of members and ties, not of
their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.components import components
from rashomon.events.lead import Member
from rashomon.events.ties import Tie
from rashomon.model import Origin
from rashomon.text import content_id

QUORUM = 0.4
"""The average score of the ties between two groups at which they are one."""
COPIED = 0.9
"""The least score of an unvetoed tie between documents of one origin."""


@dataclass(frozen=True, slots=True)
class Group:
    """Members that tell of one happening, in order. `id` is made from them until `keep_ids` puts a lasting one there."""

    id: str
    members: tuple[Member, ...]


def group(members: Iterable[Member], ties: Iterable[Tie], origins: Iterable[Origin] = ()) -> tuple[Group, ...]:
    """The members in groups, each member in one, by their first member; a member without ties is a group of its own."""
    ordered = sorted(set(members))
    number = {member: place for place, member in enumerate(ordered)}
    scores: dict[tuple[int, int], float] = {
        (min(number[tie.a], number[tie.b]), max(number[tie.a], number[tie.b])): -1.0 if tie.vetoed else tie.score
        for tie in ties
        if tie.a in number and tie.b in number
    }
    weights = _weights(ordered, origins)
    joined = components(len(ordered), (pair for pair, score in scores.items() if score > 0))
    home = {member: place for place, component in enumerate(joined) for member in component}
    inside: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        if home[a] == home[b]:
            inside[home[a]][a, b] = score
    groups = [part for place, component in enumerate(joined) for part in _link(component, inside[place], weights)]
    return tuple(_group([ordered[place] for place in part]) for part in sorted(groups))


def _group(members: Sequence[Member]) -> Group:
    return Group(content_id("event-", *(f"{m.document}:{m.start}:{m.end}" for m in members)), tuple(members))


def _weights(members: Sequence[Member], origins: Iterable[Origin]) -> list[float]:
    """What each member counts: copies together as much as one."""
    size = {document: len(origin.documents) for origin in origins for document in origin.documents}
    return [1 / size.get(member.document, 1) for member in members]


def _link(component: list[int], scores: dict[tuple[int, int], float], weights: Sequence[float]) -> list[list[int]]:
    """Average linkage inside one component."""
    parts = {member: [member] for member in component}
    mass = {member: weights[member] for member in component}
    sums: dict[int, dict[int, float]] = {member: {} for member in component}
    vetoed: dict[int, set[int]] = {member: set() for member in component}
    for (a, b), score in scores.items():
        if score < 0:
            vetoed[a].add(b)
            vetoed[b].add(a)
        else:
            sums[a][b] = sums[b][a] = score * weights[a] * weights[b]
    waiting = [(-total / (mass[a] * mass[b]), a, b) for a in component for b, total in sums[a].items() if a < b]
    heapq.heapify(waiting)
    while waiting:
        average, a, b = heapq.heappop(waiting)
        if -average < QUORUM:
            break
        if a not in parts or b not in parts or b in vetoed[a] or -average != sums[a][b] / (mass[a] * mass[b]):
            continue
        parts[a] = sorted(parts[a] + parts.pop(b))
        mass[a] += mass.pop(b)
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        for other in vetoed.pop(b):
            vetoed[other].discard(b)
            vetoed[other].add(a)
            vetoed[a].add(other)
        for other, total in sums[a].items():
            heapq.heappush(waiting, (-total / (mass[a] * mass[other]), min(a, other), max(a, other)))
    return list(parts.values())
