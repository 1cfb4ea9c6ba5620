"""Ids that last: an event keeps its id when it grows, and merges and splits are told as changes with their reason.

Groups are made anew from all ties; this lays the new ones beside the old. An old group leaves its id to the new group
that has most of its members, unless that one takes the id of an old group it shares more with. What took no id has the
one made from its members. The groups themselves never depend on what was before, only their ids do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.events.grouping import Group
from rashomon.events.lead import Member

Kind = Literal["new", "grown", "shrunk", "merged", "split", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event between two groupings. `event` is the lasting id; `others` are the ids that merged into
    it, or that it was split or took reports from; `members` are those that came or went; `why` is in fixed words.
    """

    kind: Kind
    event: str
    others: tuple[str, ...]
    members: tuple[Member, ...]
    why: str


def keep_ids(before: Iterable[Group], after: Iterable[Group]) -> tuple[tuple[Group, ...], tuple[Change, ...]]:
    """The groups `after` with lasting ids, in their order, and the changes since `before`, by event and kind."""
    old = {group.id: group for group in before}
    groups = list(after)
    home = {member: group.id for group in old.values() for member in group.members}
    shares = [Counter(home[member] for member in group.members if member in home) for group in groups]
    taken = _heirs(shares)
    used = {*old, *taken.values()}
    kept = []
    for place, group in enumerate(groups):
        lasting = taken.get(place, group.id)
        while place not in taken and lasting in used:
            lasting += "-2"
        used.add(lasting)
        kept.append(replace(group, id=lasting))
    return tuple(kept), tuple(sorted(_changes(old, kept, shares), key=lambda change: (change.event, change.kind)))


def _heirs(shares: Sequence[Counter[str]]) -> dict[int, str]:
    """Which new group takes which old id: the largest share first, each id and each group once."""
    offers = sorted((-count, name, place) for place, share in enumerate(shares) for name, count in share.items())
    taken: dict[int, str] = {}
    given = set()
    for _, name, place in offers:
        if place not in taken and name not in given:
            taken[place] = name
            given.add(name)
    return taken


def _changes(old: dict[str, Group], kept: Sequence[Group], shares: Sequence[Counter[str]]) -> list[Change]:
    changes = []
    surviving = {group.id for group in kept}
    for group, share in zip(kept, shares, strict=True):
        was = set(old[group.id].members) if group.id in old else set()
        came = tuple(member for member in group.members if member not in was)
        others = tuple(sorted(name for name in share if name != group.id))
        merged = tuple(name for name in others if name not in surviving)
        split = tuple(name for name in others if name in surviving)
        if group.id not in old and not others:
            changes.append(Change("new", group.id, (), group.members, "no event held its reports"))
        if merged:
            changes.append(Change("merged", group.id, merged, came, "their reports are now tied on average"))
        if split and group.id not in old:
            changes.append(Change("split", group.id, split, came, "its reports are now tied to each other only"))
        elif split:
            changes.append(Change("grown", group.id, split, came, "reports of others are now tied to it more"))
        elif group.id in old and came and not merged:
            changes.append(Change("grown", group.id, (), came, "new reports are tied to it"))
    left = {member for group in kept for member in group.members}
    for name, group in old.items():
        lost = tuple(member for member in group.members if member not in left)
        if lost:
            kind: Kind = "shrunk" if name in surviving else "gone"
            changes.append(Change(kind, name, (), lost, "its reports were taken out or changed"))
    return changes
