"""The events of a pile of any size laid beside those of the last time: which are new, changed or gone, and their ids.

What `events.keep_ids` says of a group hangs only on the old groups that share members with it, and on what these share
members with. So the members of all old events are gone through once, as numbers; events that are as they were are left
out; and the others are taken some at a time, each with all that it shares members with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon import events
from rashomon.executors.stars import firsts
from rashomon.pile.homes import Names
from rashomon.pile.listing import AT_ONCE, Documents, Leads
from rashomon.pile.meeting import Ints
from rashomon.pile.protocol import Store
from rashomon.pile.spilled import in_portions
from rashomon.store import KeptMember
from rashomon.text import content_id

TOGETHER = 5_000
"""Members, old and new, that are laid side by side together, unless more hang together."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about a pile, by places: the origin of each document and the group of each lead, which go by
    their firsts; the id made from the members, beside each first; and how strongly each is tied to its group.
    """

    documents: Documents
    leads: Leads
    origin: Ints
    group: Ints
    ids: Names
    weight: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Some:
    """Groups with lasting ids, as members and as places; what became of them; and the rows of the old events."""

    groups: tuple[events.Group, ...]
    places: tuple[Ints, ...]
    changes: tuple[events.Change, ...]
    was: dict[str, set[KeptMember]]


@dataclass(frozen=True, slots=True)
class _Before:
    """The old events by name; for each of their members the event and the place of what stands for it now, or -1;
    and of each event whether all of its rows would be written again as they are.
    """

    names: list[str]
    event: Ints
    place: Ints
    same: NDArray[np.bool_]


class Origins:
    """What each document counts once with, by name."""

    def __init__(self, found: Found) -> None:
        self._documents, self._origin = found.documents, found.origin
        self._order = np.argsort(found.origin, kind="stable")
        self._starts = np.searchsorted(found.origin[self._order], np.arange(len(found.origin) + 1))
        self._named = lru_cache(1 << 14)(self._name)

    def name(self, document: int) -> str:
        """The id of the origin of the document at a place; it is made from all of its documents, old versions too."""
        return self._named(int(self._origin[document]))

    def _name(self, first: int) -> str:
        inside = self._order[self._starts[first] : self._starts[first + 1]]
        return content_id("o-", *(self._documents.id(place) for place in inside.tolist()))


def changed(store: Store, found: Found, origins: Origins) -> Iterator[Some]:
    """The groups that may be new or changed, and the old events that may be gone, some at a time."""
    before = _before(store, found, origins)
    as_it_was = _as_they_were(before, found.group)
    order = np.argsort(found.group, kind="stable")
    starts = np.searchsorted(found.group[order], np.arange(len(order) + 1))
    taken = set(before.names)
    for groups, old in _portions(before, as_it_was, found.group):
        places = tuple(order[starts[first] : starts[first + 1]] for first in groups.tolist())
        made = [
            events.Group(found.ids[at[0]].decode(), tuple(found.leads.member(found.documents, p) for p in at.tolist()))
            for at in places
        ]
        names = [before.names[event] for event in old.tolist()]
        was = {name: set(rows) for name, rows in store.members_of(names).items()}
        renewed = _renewed(was, found)
        renewed += [events.Group(name, ()) for name in _in_the_way(made, taken) if name not in was]
        kept, changes = events.keep_ids(renewed, made)
        yield Some(kept, places, changes, was)


def _before(store: Store, found: Found, origins: Origins) -> _Before:
    names: list[str] = []
    same: list[bool] = []
    event, place = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for rows in in_portions(store.all_members(), AT_ONCE):
        members = [member for _, member in rows]
        at, standing = _standing(members, found)
        place.append(standing.astype(np.int32))
        numbers = []
        for (name, member), document, stands in zip(rows, at.tolist(), _stand(members, at, found), strict=True):
            if not names or names[-1] != name:
                names.append(name)
                same.append(True)
            numbers.append(len(names) - 1)
            same[-1] &= stands and origins.name(document) == member.origin
        event.append(np.array(numbers, np.int32))
    return _Before(names, np.concatenate(event), np.concatenate(place), np.array(same, np.bool_))


def _stand(members: list[KeptMember], documents: Ints, found: Found) -> list[bool]:
    """Of each member whether it is a lead as it stands."""
    places = found.leads.places(documents, np.array([member.start for member in members], np.int64))
    ends = np.array([member.end for member in members], np.int64)
    stands = places >= 0
    stands[stands] = found.leads.ends[places[stands]] == ends[stands]
    told: list[bool] = stands.tolist()
    return told


def _standing(members: list[KeptMember], found: Found) -> tuple[Ints, Ints]:
    """The places of the documents of these members, and the lead that stands for each now, -1 where there is none.

    In place of an old version the new one stands, where it is one lead: so an event outlives what was altered.
    """
    documents = found.documents.places(np.array([member.document for member in members], np.int64))
    newer = found.documents.newer[documents]
    places = found.leads.places(documents, np.array([member.start for member in members], np.int64))
    stands = np.array(_stand(members, documents, found))
    places = np.where(stands, places, -1)
    old = np.flatnonzero(newer)
    now = found.documents.places(newer[old])
    at = found.leads.documents
    first, end = np.searchsorted(at, now), np.searchsorted(at, now, side="right")
    places[old] = np.where(end - first == 1, first, -1)
    return documents, places


def _renewed(was: dict[str, set[KeptMember]], found: Found) -> list[events.Group]:
    """The old events with the version that stands now in place of an old one."""
    renewed = []
    for name, rows in was.items():
        members = list(rows)
        inside = set()
        documents, standing = _standing(members, found)
        for member, document, place in zip(members, documents.tolist(), standing.tolist(), strict=True):
            if place >= 0:
                inside.add(found.leads.member(found.documents, place))
            elif not found.documents.newer[document]:
                inside.add(events.Member(found.documents.id(document), member.start, member.end))
        renewed.append(events.Group(name, tuple(sorted(inside))))
    return renewed


def _as_they_were(before: _Before, group: Ints) -> Ints:
    """Of each old event the group that has its members and no others, where no other event had any of them; else -1."""
    found = np.full(len(before.names), -1, np.int64)
    if not len(before.names):
        return found
    there = before.place >= 0
    shared = np.bincount(before.place[there], minlength=len(group)) > 1
    into = np.where(there, group[before.place], -1)
    into[there] = np.where(shared[before.place[there]], -1, into[there])
    starts = np.searchsorted(before.event, np.arange(len(before.names)))
    low, high = np.minimum.reduceat(into, starts), np.maximum.reduceat(into, starts)
    sizes = np.bincount(group, minlength=len(group))
    whole = (low == high) & (low >= 0) & before.same
    whole[whole] = sizes[low[whole]] == np.bincount(before.event)[whole]
    found[whole] = low[whole]
    return found


def _portions(before: _Before, as_they_were: Ints, group: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Groups, by their firsts, and old events that are not as they were; those that share members are together."""
    size = len(group)
    fresh = group == np.arange(size)
    fresh[as_they_were[as_they_were >= 0]] = False
    nodes = np.concatenate((np.flatnonzero(fresh), size + np.flatnonzero(as_they_were < 0)))
    shared = (before.place >= 0) & (as_they_were < 0)[before.event]
    tied = firsts({"a": group[before.place[shared]], "b": size + before.event[shared].astype(np.int64)})
    unit = np.arange(size + len(before.names))
    unit[tied["node"]] = tied["first"]
    cost = np.bincount(group, minlength=len(unit))
    cost[size:] += np.bincount(before.event, minlength=len(before.names))
    total = np.bincount(unit[nodes], weights=cost[nodes], minlength=len(unit)).astype(np.int64)
    portion = ((np.cumsum(total) - total) // TOGETHER)[unit[nodes]]
    order = np.argsort(portion, kind="stable")
    for start, end in pairwise(_edges(portion[order])):
        some = nodes[order[start:end]]
        yield some[some < size], some[some >= size] - size


def _edges(ordered: Ints) -> list[int]:
    """Where a new value begins, and the end; nothing for no values."""
    if not len(ordered):
        return []
    return [0, *(np.flatnonzero(np.diff(ordered)) + 1).tolist(), len(ordered)]


def _in_the_way(made: Iterable[events.Group], taken: set[str]) -> Iterator[str]:
    """Ids of old events that a new group may not be given, though they would be made from its members."""
    for group in made:
        name = group.id
        while name in taken:
            yield name
            name += "-2"
