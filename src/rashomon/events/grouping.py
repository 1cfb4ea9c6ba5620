"""From ties to groups: which members tell of one happening, without chains.

Steps: components over the ties; inside each, the two groups whose members are tied best on average are joined first
(average linkage: Sokal and Michener 1958), as long as the average is at least `LEAST` and the two are nearly as alike
across as each is inside (`SHARE`). Two fights of one boxer, or two fires of one town, are alike, but less than the
reports of each are to each other; a fixed threshold cannot tell, since happenings differ in how alike their reports
are. A group of one or two says little about itself: it is taken to be `USUAL` inside, and asked for less.

A pair without a tie counts 0, so a chain of neighbours does not become one group. A vetoed pair keeps its two groups
apart. Copies vote once: a member weighs one part in as many as its origin has documents. A component of more than
`MOST` members falls apart at its weakest ties first. The result is a function of members and ties, not of their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from rashomon.components import components
from rashomon.events.lead import Member
from rashomon.events.ties import Tie
from rashomon.model import Origin
from rashomon.text import content_id

LEAST = 0.08
"""The average score of the ties between two groups that are one; more is asked where few pairs were seen."""
SINGLE = 1.5
"""How many times `LEAST` is asked on top of it of one pair, and in parts of that of more pairs."""
SHARE = 0.76
"""How alike two large groups must be across, as a share of how alike each is inside."""
USUAL = 0.15
"""How alike the members of a group are, before any are seen; counts as `SEEN` pairs."""
SEEN = 3.0
FEW = 1.0
"""A group of this many members is asked for half of `SHARE`, of three times as many for three quarters."""
MANY = 16.0
"""Members a group counts for at most: of a happening that hundreds report, few of the pairs meet."""
COPIED = 0.9
"""The least score of an unvetoed tie between documents of one origin."""
MOST = 20_000
"""Members that are linked together at once."""

_Scores = dict[tuple[int, int], float]
_VETO = -1.0


@dataclass(frozen=True, slots=True)
class Group:
    """Members that tell of one happening, in order. `id` is made from them, until `keep_ids` puts a lasting one."""

    id: str
    members: tuple[Member, ...]


def group(members: Iterable[Member], ties: Iterable[Tie], origins: Iterable[Origin] = ()) -> tuple[Group, ...]:
    """The members in groups, each member in one, by their first member; a member without ties is a group of its own.

    Ties of others than these members are not heard.
    """
    ordered = sorted(set(members))
    number = {member: place for place, member in enumerate(ordered)}
    origin = {document: each for each in origins for document in each.documents}
    scores: _Scores = {}
    for tie in ties:
        if tie.a in number and tie.b in number:
            a, b = number[tie.a], number[tie.b]
            once = origin.get(tie.a.document, tie.a) == origin.get(tie.b.document, tie.b)
            score = _VETO if tie.vetoed else max(tie.score, COPIED) if once else tie.score
            scores[min(a, b), max(a, b)] = score
    size = {member: len(origin[member.document].documents) if member.document in origin else 1 for member in ordered}
    weights = [1 / size[member] for member in ordered]
    groups = [
        part for some, inside in _apart(len(ordered), scores) for part in _Linkage(some, inside, weights).groups()
    ]
    return tuple(_group([ordered[place] for place in part]) for part in sorted(groups))


def _group(members: Sequence[Member]) -> Group:
    return Group(content_id("event-", *(f"{m.document}:{m.start}:{m.end}" for m in members)), tuple(members))


def _apart(size: int, scores: _Scores) -> Iterator[tuple[list[int], _Scores]]:
    """The members in components of at most `MOST`, where ties of any strength allow, with the ties inside each."""
    waiting = [(LEAST, list(range(size)), scores)]
    while waiting:
        least, some, inside = waiting.pop()
        place = {member: at for at, member in enumerate(some)}
        joined = components(len(some), ((place[a], place[b]) for (a, b), score in inside.items() if score >= least))
        home = [0] * len(some)
        for at, component in enumerate(joined):
            for member in component:
                home[member] = at
        parts: defaultdict[int, _Scores] = defaultdict(dict)
        for (a, b), score in inside.items():
            if home[place[a]] == home[place[b]]:
                parts[home[place[a]]][a, b] = score
        for at, component in enumerate(joined):
            found = ([some[member] for member in component], parts[at])
            if len(component) > MOST and least < 1:
                waiting.append((least + 0.05, *found))
            else:
                yield found


class _Linkage:
    """Average linkage inside one component. A group goes by its first member's number.

    Of each group is kept what its neighbours ask of it whenever one of them grows: its mass as far as it counts, and
    how alike its members are.
    """

    def __init__(self, component: Sequence[int], scores: _Scores, weights: Sequence[float]) -> None:
        self.parts = {member: [member] for member in component}
        self.mass = {member: weights[member] for member in component}
        self.squares = {member: weights[member] ** 2 for member in component}
        self.inside = dict.fromkeys(component, 0.0)
        self.between: dict[int, dict[int, float]] = {member: {} for member in component}
        self.vetoed: dict[int, set[int]] = {member: set() for member in component}
        self.counted = {member: min(weights[member], MANY) for member in component}
        self.alike = {member: self.how_alike(member) for member in component}
        self.waiting: list[tuple[float, int, int]] = []
        for (a, b), score in scores.items():
            if score == _VETO:
                self.vetoed[a].add(b)
                self.vetoed[b].add(a)
            else:
                self.between[a][b] = self.between[b][a] = score * weights[a] * weights[b]
        for a, neighbours in self.between.items():
            self.offer(a, [b for b in neighbours if a < b])

    def groups(self) -> list[list[int]]:
        """The groups when no two can be joined any more."""
        while self.waiting:
            average, a, b = heapq.heappop(self.waiting)
            current = a in self.parts and b in self.parts and b in self.between[a]
            if current and (-average, b) in self.fitting(a, (b,)):  # either may have grown, and the average be the same
                self.join(a, b)
        return [sorted(part) for part in self.parts.values()]

    def how_alike(self, a: int) -> float:
        """How alike the members of a group are: the average of its pairs, and of `SEEN` usual ones."""
        mass = self.counted[a]
        pairs = mass * (mass - self.squares[a] / self.mass[a]) / 2
        return (self.inside[a] + SEEN * USUAL) / (pairs + SEEN)

    def offer(self, a: int, others: Iterable[int]) -> None:
        """Notes which of the others a group can be joined with."""
        for average, b in self.fitting(a, others):
            heapq.heappush(self.waiting, (-average, min(a, b), max(a, b)))

    def fitting(self, a: int, others: Iterable[int]) -> Iterator[tuple[float, int]]:
        """Which of its neighbours a group is one with, as they stand, and how much they are tied on average."""
        size, counted, alike = len(self.parts[a]), self.counted[a], self.alike[a]
        between, vetoed = self.between[a], self.vetoed[a]
        for b in others:
            average = between[b] / (counted * self.counted[b])
            if average < LEAST or b in vetoed:
                continue
            its_size = len(self.parts[b])
            few, many = min(size, its_size), max(size, its_size)
            enough = LEAST * (1 + SINGLE / (few * many))
            share = SHARE * few / (few + FEW)
            if average >= max(enough, share * sqrt(alike * self.alike[b])):
                yield average, b

    def join(self, a: int, b: int) -> None:
        """Makes two groups one, under the number of the first."""
        self.parts[a] += self.parts.pop(b)
        self.inside[a] += self.inside.pop(b) + self.between[a].pop(b)
        self.mass[a] += self.mass.pop(b)
        self.squares[a] += self.squares.pop(b)
        self.counted[a] = min(self.mass[a], MANY)
        self.alike[a] = self.how_alike(a)
        mine = self.between[a]
        del self.between[b][a]
        for other, total in self.between.pop(b).items():
            its = self.between[other]
            del its[b]
            mine[other] = its[a] = mine.get(other, 0.0) + total
        for other in self.vetoed.pop(b):
            self.vetoed[other].discard(b)
            self.vetoed[other].add(a)
            self.vetoed[a].add(other)
        self.offer(a, mine)
