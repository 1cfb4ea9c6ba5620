"""The events of a pile worked out by an executor, for a pile that has outgrown one process.

What comes out is what `grouping.bring_up_to_date` writes, to the byte: copies, ties, events, changes. All pairs are
compared anew, so this is for a pile that came at once, not for the few reports of an hour; a stopped run begins again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rashomon import events
from rashomon.executors import Executor, executor
from rashomon.executors.sequence import (
    Filed,
    WorkedOut,
    file_prepared,
    read_groups,
    read_shared,
    read_ties,
    work_out,
)
from rashomon.model import Copy, Document
from rashomon.pile.comparing import TIE, TOGETHER, Far, ties_of
from rashomon.pile.grouping import is_up_to_date, pairs_of_one_origin, write
from rashomon.pile.homes import ID, Names, find_origins, weigh
from rashomon.pile.lasting import Found
from rashomon.pile.listing import AT_ONCE, Documents, Leads, list_documents, list_leads
from rashomon.pile.meeting import Ints
from rashomon.pile.protocol import Store
from rashomon.pile.spilled import Spilled, in_portions
from rashomon.store import KeptTie

_BATCH = 256  # documents asked for at a time


def bring_up_to_date_by(name: str, folder: Path, store: Store, far: Far) -> None:
    """Works out the events for all documents, where any came since the last time, by the executor of this name.

    `folder` is empty, and holds rows when this is done. Raises `UsageError` where there is no such executor.
    """
    with executor(name, folder / "rows") as hands:
        documents = list_documents(store)
        if is_up_to_date(store, documents):
            return
        filed = _filed(hands, folder / "shelves", store, documents)
        found = work_out(hands, filed, lambda step, rows: far(f"events: {rows:,} {step}"), common_sources=False)
        _keep(hands, found, filed, store, documents)
        far("events: joining")
        leads = list_leads(store, documents)
        shared = (one for one in read_shared(hands, found) if isinstance(one, Copy))
        origin = find_origins(documents, pairs_of_one_origin(documents, shared))
        group, ids = _groups(hands, found, documents, leads)
        ties = _ties(hands, found, filed, documents, leads)
        write(store, Found(documents, leads, origin, group, ids, weigh(len(group), ties, group)))


def _places(documents: Documents, leads: Leads, members: list[events.Member]) -> Ints:
    names = np.array([member.document.encode() for member in members])
    return leads.places(np.searchsorted(documents.ids, names), np.array([member.start for member in members]))


def _groups(hands: Executor, found: WorkedOut, documents: Documents, leads: Leads) -> tuple[Ints, Names]:
    """The group of each lead, by its first, and beside each first its id."""
    group, ids = np.arange(len(leads.codes)), np.zeros(len(leads.codes), ID)
    for some in in_portions(read_groups(hands, found), AT_ONCE):
        places = _places(documents, leads, [member for each in some for member in each.members])
        firsts = places[np.cumsum([0, *(len(each.members) for each in some[:-1])])]
        group[places] = np.repeat(firsts, [len(each.members) for each in some])
        ids[firsts] = [each.id.encode() for each in some]
    return group, ids


def _ties(hands: Executor, found: WorkedOut, filed: Filed, documents: Documents, leads: Leads) -> Spilled:
    ties = Spilled(TIE)
    for some in in_portions(read_ties(hands, found, filed), AT_ONCE):
        a, b = (_places(documents, leads, ends) for ends in ([tie.a for tie in some], [tie.b for tie in some]))
        ties.add(ties_of(a, b, np.array([tie.score for tie in some]), np.array([tie.vetoed for tie in some])))
    return ties


def _filed(hands: Executor, folder: Path, store: Store, documents: Documents) -> Filed:
    def id_of(number: int) -> str:
        return documents.id(int(documents.places(np.array(number, np.int64))))

    stands = set(documents.numbers[documents.newer == 0].tolist())
    sketches = ((id_of(number), packed) for number, packed in store.packed_sketches())
    leads = (content for number, _, content in store.packed_leads() if number in stands)
    return file_prepared(hands, folder, _documents(store, documents), sketches, leads)


def _documents(store: Store, documents: Documents) -> Iterator[Document]:
    for some in in_portions(range(len(documents.ids)), _BATCH):
        yield from store.documents([documents.id(place) for place in some])


def _keep(hands: Executor, found: WorkedOut, filed: Filed, store: Store, documents: Documents) -> None:
    """Keeps the copies and ties that are not there yet."""

    def number(id: str) -> int:
        return int(documents.numbers[np.searchsorted(documents.ids, id.encode())])

    done = int(store.mark("copies_to") or 0)
    shared = (one for one in read_shared(hands, found) if isinstance(one, Copy))
    for some in in_portions(shared, TOGETHER):
        store.keep_copies([(number(copy.a), number(copy.b), copy) for copy in some], done)
    store.keep_copies([], documents.last)
    done = int(store.mark("ties_to") or 0)
    for ties in in_portions(read_ties(hands, found, filed), TOGETHER):
        store.keep_ties([_kept(tie, number(tie.a.document), number(tie.b.document)) for tie in ties], done)
    store.keep_ties([], documents.last)


def _kept(tie: events.Tie, a: int, b: int) -> KeptTie:
    return KeptTie(a, tie.a.start, b, tie.b.start, tie.score, tie.vetoed, tie.why)
