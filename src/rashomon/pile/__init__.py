"""The only place that knows the order of the stages over a pile: add, group, show; searching is the store's own.

`add` takes what is known of each document alone: sketch, leads, names. `group` works out what lies between documents,
for what came since. `show` lays the reports of one event side by side. A pile is kept in a `Store`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from rashomon import copies, events
from rashomon.copies.sketch import VERSION as SKETCHES
from rashomon.events.packing import VERSION as LEADS
from rashomon.model import Document
from rashomon.pile.comparing import Far
from rashomon.pile.grouping import bring_up_to_date
from rashomon.pile.listing import list_documents
from rashomon.pile.protocol import Store
from rashomon.pile.showing import Shown, keep, lay_side_by_side
from rashomon.pile.spilled import in_portions
from rashomon.pile.workers import in_order
from rashomon.store import Added, Kept, names_of, searched

__all__ = ["Shown", "Store", "add", "group", "is_grouped", "keep", "lay_side_by_side", "prepare"]

BATCH = 256
"""Documents that are added as one change."""
PREPARED = f"sketches {SKETCHES}, leads {LEADS}"
"""What is made of each document; what was made otherwise cannot be compared with it."""


def add(
    store: Store,
    documents: Iterable[Document],
    *,
    workers: int = 0,
    on_batch: Callable[[Added], None] | None = None,
) -> Added:
    """Adds documents to the store, one batch after the other; those that are there already change nothing.

    Nothing is held but a few batches, one more for each of the `workers`, processes that make documents ready beside
    this one. Stopped at any moment and run again with the same documents, it ends with the same store. `on_batch` hears
    of every batch that is safe. Raises `UsageError` where somebody else is writing.
    """
    new: list[str] = []
    altered: list[tuple[str, str]] = []
    known = 0
    with store.changing():
        _settle(store)
        for batch in in_order(_prepare_new, _batches(store, documents), workers):
            added = store.keep(batch)
            new += added.new
            altered += added.altered
            known += added.known
            if on_batch:
                on_batch(added)
    return Added(tuple(new), known, tuple(altered))


def group(store: Store, *, far: Far | None = None, by: tuple[str, Path] | None = None) -> None:
    """Brings the events up to date: copies, ties and groups for what came since the last time.

    Stopped at any moment and run again, it goes on from there. `far` hears how far it is. `by` is the name of an
    executor and an empty folder for its rows (`outgrown`); without, this process and memory do. The groups are a
    function of the documents in the store, whenever they came; lasting ids and the changes are not. Raises `UsageError`
    where somebody else is writing.
    """
    tell = far or (lambda words: None)
    with store.changing():
        _settle(store)
        _prepare_anew(store, tell)
        if by is None:
            bring_up_to_date(store, tell)
            return
        from rashomon.pile.outgrown import bring_up_to_date_by

        bring_up_to_date_by(*by, store, tell)


def is_grouped(store: Store) -> bool:
    """Whether nothing came since the events were last worked out."""
    last = store.mark("grouped_to") or "0"
    return store.mark("prepared") == PREPARED and last == (store.mark("arrived") or "0")


def prepare(document: Document) -> Kept:
    """What is kept of one document: a function of it alone."""
    sketch = copies.pack(copies.sketch(document))
    leads = tuple((lead.member.start, lead.member.end, events.to_bytes(lead)) for lead in events.leads(document))
    return Kept(document, sketch, leads, names_of(document), searched(document.text))


def _settle(store: Store) -> None:
    if store.mark("prepared") != PREPARED:
        store.prepared_anew(PREPARED)


def _prepare_anew(store: Store, tell: Far) -> None:
    """Makes sketches and leads anew for the documents that have those of another program."""
    done = store.mark("prepared_to")
    if done is None:
        return
    documents = list_documents(store)
    arrived = documents.arrivals
    waiting = np.argsort(arrived)[int(np.count_nonzero(arrived <= int(done))) :].tolist()
    for start in range(0, len(waiting), BATCH):
        some = waiting[start : start + BATCH]
        made = [prepare(document) for document in store.documents([documents.id(place) for place in some])]
        numbers = documents.numbers[some].tolist()
        store.keep_prepared(list(zip(numbers, made, strict=True)), int(arrived[some[-1]]))
        tell(f"reports made ready anew: {start + len(some):,} of {len(waiting):,}")


def _batches(store: Store, documents: Iterable[Document]) -> Iterator[list[tuple[Document, bool]]]:
    """The documents some at a time, each with whether it is in the store already."""
    for batch in in_portions(documents, BATCH):
        there = store.known(document.id for document in batch)
        yield [(document, document.id in there) for document in batch]


def _prepare_new(given: tuple[Document, bool]) -> Kept:
    """What is kept of a document; of one that is there, only its path is asked for."""
    document, is_there = given
    return Kept(replace(document, text=""), b"", (), (), "") if is_there else prepare(document)
