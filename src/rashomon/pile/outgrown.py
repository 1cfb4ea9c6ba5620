"""The events of a pile worked out by an executor, for a pile that has outgrown one process.

What comes out is what `grouping.bring_up_to_date` writes, to the byte: copies, ties, events, changes. All pairs are
compared anew, so this is for a pile that came at once, not for the few reports of an hour; a stopped run begins again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from rashomon import copies, events
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
from rashomon.model import Copy, Document, Origin
from rashomon.pile.comparing import TOGETHER, Far
from rashomon.pile.grouping import Grouped, before_now, renewed, write
from rashomon.pile.protocol import Store
from rashomon.store import KeptTie, Listed

_BATCH = 256  # documents asked for at a time
_Each = TypeVar("_Each")


def bring_up_to_date_by(name: str, folder: Path, store: Store, far: Far) -> Grouped:
    """Works out the events for all documents, where any came since the last time, by the executor of this name.

    `folder` is empty, and holds rows when this is done. Raises `UsageError` where there is no such executor.
    """
    with executor(name, folder / "rows") as hands:
        listed = store.listed()
        before = before_now(store, listed)
        to = max((document.arrived for document in listed), default=0)
        if int(store.mark("grouped_to") or 0) == to:
            return Grouped(before, ())
        filed = _filed(hands, folder / "shelves", store, listed)
        found = work_out(hands, filed, lambda step, rows: far(f"events: {rows:,} {step}"), common_sources=False)
        _keep(hands, found, filed, store, {document.id: document.number for document in listed}, to)
        far("events: joining")
        origins = _origins(hands, found, listed)
        made = sorted(read_groups(hands, found), key=lambda group: group.members)
        members = [member for group in made for member in group.members]
        groups, changes = events.keep_ids(renewed(before, listed, members), made)
        write(store, groups, changes, origins, read_ties(hands, found, filed), listed)
        return Grouped(groups, changes)


def _origins(hands: Executor, found: WorkedOut, listed: Sequence[Listed]) -> list[Origin]:
    """The documents that stand, in groups that count once; what each is called hangs on old versions too."""
    stands = {document.id for document in listed if document.newer is None}
    shared = (one for one in read_shared(hands, found) if isinstance(one, Copy))
    return [
        Origin(origin.id, inside)
        for origin in copies.find_pile_origins([document.id for document in listed], shared)
        if (inside := tuple(id for id in origin.documents if id in stands))
    ]


def _filed(hands: Executor, folder: Path, store: Store, listed: Sequence[Listed]) -> Filed:
    id_of = {document.number: document.id for document in listed}
    stands = {document.number for document in listed if document.newer is None}
    sketches = ((id_of[number], packed) for number, packed in store.packed_sketches())
    leads = (content for number, _, content in store.packed_leads() if number in stands)
    return file_prepared(hands, folder, _documents(store, listed), sketches, leads)


def _documents(store: Store, listed: Sequence[Listed]) -> Iterator[Document]:
    for some in _some(listed, _BATCH):
        yield from store.documents([document.id for document in some])


def _keep(hands: Executor, found: WorkedOut, filed: Filed, store: Store, number: dict[str, int], to: int) -> None:
    """Keeps the copies and ties that are not there yet."""
    done = int(store.mark("copies_to") or 0)
    shared = (one for one in read_shared(hands, found) if isinstance(one, Copy))
    for some in _some(shared, TOGETHER):
        store.keep_copies([(number[copy.a], number[copy.b], copy) for copy in some], done)
    store.keep_copies([], to)
    done = int(store.mark("ties_to") or 0)
    for ties in _some(read_ties(hands, found, filed), TOGETHER):
        store.keep_ties([_kept(tie, number) for tie in ties], done)
    store.keep_ties([], to)


def _kept(tie: events.Tie, number: dict[str, int]) -> KeptTie:
    a, b = tie.a, tie.b
    return KeptTie(number[a.document], a.start, number[b.document], b.start, tie.score, tie.vetoed, tie.why)


def _some(things: Iterable[_Each], most: int) -> Iterator[list[_Each]]:
    waiting = iter(things)
    while some := list(islice(waiting, most)):
        yield some
