"""The events of a pile, brought up to date with what came since the last time.

Order: copies; ties; origins; groups; lasting ids; what is new or changed is written as one change. The groups are a
function of the documents alone; ids and changes depend on when they were asked for. Nothing is held of the whole pile
but numbers, some hundred bytes a document (`listing`): texts, leads, ties and events are looked at some at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from rashomon import events
from rashomon.copies.origins import ties as ties_origin
from rashomon.model import Copy
from rashomon.pile.comparing import Far, compare_copies, compare_leads
from rashomon.pile.homes import find_homes, find_origins, group_homes, weigh
from rashomon.pile.lasting import Found, Origins, Some, changed
from rashomon.pile.listing import AT_ONCE, Documents, list_documents, list_leads
from rashomon.pile.meeting import Ints
from rashomon.pile.protocol import Store
from rashomon.pile.spilled import in_portions
from rashomon.store import Head, KeptChange, KeptEvent, KeptMember
from rashomon.text import content_id

NOTED = ("merged", "split", "shrunk", "gone")
"""The kinds of changes that are kept in the store."""


def bring_up_to_date(store: Store, far: Far) -> None:
    """Works out the events for all documents, where any came since the last time."""
    documents = list_documents(store)
    if is_up_to_date(store, documents):
        return
    counting = compare_copies(store, documents, far)
    tied = pairs_of_one_origin(documents, counting())
    leads = list_leads(store, documents)
    ties = compare_leads(store, documents, leads, tied, far)
    far("events: joining")
    origin = find_origins(documents, tied)
    home = find_homes(len(leads.codes), ties, origin[leads.documents])
    group, ids = group_homes(documents, leads, ties, origin, home)
    del home
    write(store, Found(documents, leads, origin, group, ids, weigh(len(group), ties, group)))


def is_up_to_date(store: Store, documents: Documents) -> bool:
    """Whether the events were worked out when the last of these documents was there."""
    return int(store.mark("grouped_to") or 0) == documents.last


def pairs_of_one_origin(documents: Documents, copied: Iterable[Copy]) -> Ints:
    """The places of documents of which one stands mostly in the other."""
    parts = [np.empty((0, 2), np.int64)]
    for some in in_portions((copy for copy in copied if ties_origin(copy)), AT_ONCE):
        names = np.array([(copy.a.encode(), copy.b.encode()) for copy in some])
        parts.append(np.searchsorted(documents.ids, names))
    return np.concatenate(parts)


def write(store: Store, found: Found) -> None:
    """Writes the events that are new or have other members or origins than before."""
    origins = Origins(found)
    grouping = int(store.mark("groupings") or 0) + 1
    portions = (_rows(store, found, origins, some, grouping) for some in changed(store, found, origins))
    store.keep_events(portions, found.documents.last)


def _rows(
    store: Store, found: Found, origins: Origins, some: Some, grouping: int
) -> tuple[list[tuple[KeptEvent, list[KeptMember]]], list[str], list[KeptChange]]:
    """What is written of some groups: those that changed with their members, ids that are gone, changes to be noted."""
    numbers = found.documents.numbers
    changed: list[tuple[events.Group, Ints, list[KeptMember]]] = []
    for group, places in zip(some.groups, some.places, strict=True):
        at = found.leads.documents[places].tolist()
        members = [
            KeptMember(int(numbers[document]), member.start, member.end, origins.name(document))
            for document, member in zip(at, group.members, strict=True)
        ]
        if set(members) != some.was.get(group.id, set()):
            changed.append((group, places, members))
    heads = store.heads([member.document for _, _, members in changed for member in members])
    made = [
        (
            _event(group, members, heads, found.weight[places].tolist()),
            sorted(members, key=lambda m: (m.document, m.start)),
        )
        for group, places, members in changed
    ]
    gone = sorted(some.was.keys() - {group.id for group in some.groups})
    return made, gone, [_noted(grouping, change) for change in some.changes if change.kind in NOTED]


def _noted(grouping: int, change: events.Change) -> KeptChange:
    members = tuple((member.document, member.start, member.end) for member in change.members)
    return KeptChange(grouping, change.kind, change.event, change.others, members, change.why)


def _event(
    group: events.Group, members: Sequence[KeptMember], heads: Mapping[int, Head], weights: Sequence[float]
) -> KeptEvent:
    """The event as it is listed: its title is that of the member which is tied best to the others."""

    def place(at: int) -> tuple[bool, float, str, events.Member]:
        head = heads[members[at].document]
        # a round-up's own headline names no one of its happenings
        silent = not head.titled or members[at].start > 0
        return silent, -round(weights[at], 2), head.published or "9", group.members[at]

    best = heads[members[min(range(len(members)), key=place)].document]
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
