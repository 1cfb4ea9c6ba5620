"""The events of a pile, brought up to date with what came since the last time.

Order: copies; ties; origins; groups; lasting ids; what is new or changed is written as one change. The groups are a
function of the documents alone; ids and changes depend on when they were asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon import copies, events
from rashomon.model import Origin
from rashomon.pile.comparing import Far, compare_copies, compare_leads
from rashomon.pile.protocol import Store
from rashomon.store import Head, KeptChange, KeptEvent, KeptMember, Listed
from rashomon.text import content_id

NOTED = ("merged", "split", "shrunk", "gone")
"""The kinds of changes that are kept in the store."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """All events of a pile, and what changed since they were worked out the last time."""

    groups: tuple[events.Group, ...]
    changes: tuple[events.Change, ...]


def bring_up_to_date(store: Store, far: Far) -> Grouped:
    """Works out the events for all documents, where any came since the last time."""
    listed = store.listed()
    to = max((document.arrived for document in listed), default=0)
    before = before_now(store, listed)
    if int(store.mark("grouped_to") or 0) == to:
        return Grouped(before, ())
    copied = compare_copies(store, listed, far)
    members, ties = compare_leads(store, listed, copied, far)
    far("events: joining")
    stands = {document.id for document in listed if document.newer is None}
    origins = [
        Origin(origin.id, inside)
        for origin in copies.find_pile_origins([document.id for document in listed], copied)
        if (inside := tuple(id for id in origin.documents if id in stands))
    ]
    made = events.group(members, ties(), origins)
    groups, changes = events.keep_ids(renewed(before, listed, members), made)
    write(store, groups, changes, origins, ties(), listed)
    return Grouped(groups, changes)


def before_now(store: Store, listed: Sequence[Listed]) -> tuple[events.Group, ...]:
    """The events as they were worked out the last time."""
    id_of = {document.number: document.id for document in listed}
    inside: defaultdict[str, list[events.Member]] = defaultdict(list)
    for event, member in store.all_members():
        inside[event].append(events.Member(id_of[member.document], member.start, member.end))
    return tuple(events.Group(event, tuple(sorted(members))) for event, members in sorted(inside.items()))


def renewed(
    before: Iterable[events.Group], listed: Sequence[Listed], members: Iterable[events.Member]
) -> list[events.Group]:
    """The same with the version that stands now in place of an old one, so that an event outlives what was altered."""
    id_of = {document.number: document.id for document in listed}
    now = {document.id: id_of[document.newer] for document in listed if document.newer is not None}
    leads: defaultdict[str, list[events.Member]] = defaultdict(list)
    for member in members:
        leads[member.document].append(member)
    renewed = []
    for group in before:
        inside = set()
        for member in group.members:
            standing = leads[now[member.document]] if member.document in now else [member]
            inside.update(standing if len(standing) == 1 else [])
        renewed.append(replace(group, members=tuple(sorted(inside))))
    return renewed


def write(
    store: Store,
    groups: Sequence[events.Group],
    changes: Sequence[events.Change],
    origins: Iterable[Origin],
    ties: Iterable[events.Tie],
    listed: Sequence[Listed],
) -> None:
    """Writes the events that are new or have other members or origins than before."""
    number = {document.id: document.number for document in listed}
    origin = {document: each.id for each in origins for document in each.documents}
    was: defaultdict[str, set[KeptMember]] = defaultdict(set)
    for event, member in store.all_members():
        was[event].add(member)
    kept = {
        group.id: [
            KeptMember(number[member.document], member.start, member.end, origin[member.document])
            for member in group.members
        ]
        for group in groups
    }
    changed = [group for group in groups if set(kept[group.id]) != was.get(group.id, set())]
    weight: defaultdict[events.Member, float] = defaultdict(float)
    home = {member: group.id for group in changed for member in group.members}
    for tie in ties:
        if tie.a in home and home[tie.a] == home.get(tie.b):
            weight[tie.a] += tie.score
            weight[tie.b] += tie.score
    heads = store.heads([number[member.document] for group in changed for member in group.members])
    made = [
        (
            _event(group, kept[group.id], heads, number, weight),
            sorted(kept[group.id], key=lambda m: (m.document, m.start)),
        )
        for group in changed
    ]
    grouping = int(store.mark("groupings") or 0) + 1
    noted = [_noted(grouping, change) for change in changes if change.kind in NOTED]
    store.keep_events(made, sorted(was.keys() - kept.keys()), noted, max(document.arrived for document in listed))


def _noted(grouping: int, change: events.Change) -> KeptChange:
    members = tuple((member.document, member.start, member.end) for member in change.members)
    return KeptChange(grouping, change.kind, change.event, change.others, members, change.why)


def _event(
    group: events.Group,
    members: Sequence[KeptMember],
    heads: Mapping[int, Head],
    number: Mapping[str, int],
    weight: Mapping[events.Member, float],
) -> KeptEvent:
    """The event as it is listed: its title is that of the member which is tied best to the others."""

    def place(member: events.Member) -> tuple[bool, float, str, events.Member]:
        head = heads[number[member.document]]
        # a round-up's own headline names no one of its happenings
        return (not head.titled or member.start > 0, -round(weight[member], 2), head.published or "9", member)

    best = heads[number[min(group.members, key=place).document]]
    days = sorted(day for member in members if (day := heads[member.document].day))
    return KeptEvent(
        id=group.id,
        version=content_id("v-", *(f"{member.document}:{member.start}:{member.end}" for member in group.members)),
        title=best.title,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len({member.document for member in members}),
        origins=len({member.origin for member in members}),
        publishers=len({heads[member.document].publisher or member.document for member in members}),
    )
