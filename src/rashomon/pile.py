"""The only place that knows the order of the stages over a pile: add, group, show, search.

`add` takes what is known of each document alone: sketch, leads, names. `group` works out what lies between documents,
for what came since. What is shown of one event is made by `run`. A pile is kept in a `Store`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from itertools import islice
from typing import Protocol

from rashomon import copies, events
from rashomon.model import Document
from rashomon.store import Added, Hit, Kept, names_of

BATCH = 256
"""Documents that are added as one change."""


class Store(Protocol):
    """What a pile asks of where it is kept; `store.Database` is one."""

    def changing(self) -> AbstractContextManager[None]:
        """The only writer, from here on; raises `UsageError` where there is another."""

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids whose documents are there."""

    def keep(self, batch: Sequence[Kept]) -> Added:
        """Adds a batch, all or none."""

    def keep_problems(self, found: Iterable[tuple[str, str]]) -> None:
        """Notes paths that could not be read, with the reasons."""

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The documents with these ids, in their order."""

    def search(
        self, query: str, name: str | None = None, between: tuple[date, date] | None = None, most: int = 20
    ) -> list[Hit]:
        """The documents that hold all words asked for, the newest first."""


def add(store: Store, documents: Iterable[Document], *, on_batch: Callable[[Added], None] | None = None) -> Added:
    """Adds documents to the store, one batch after the other; those that are there already change nothing.

    Nothing is held but one batch. Stopped at any moment and run again with the same documents, it ends with the same
    store. `on_batch` hears of every batch that is safe. Raises `UsageError` where somebody else is writing.
    """
    total = Added()
    with store.changing():
        for batch in _batches(documents):
            there = store.known(document.id for document in batch)
            added = store.keep([_only_path(d) if d.id in there else prepare(d) for d in batch])
            total = Added(total.new + added.new, total.known + added.known, total.altered + added.altered)
            if on_batch:
                on_batch(added)
    return total


def prepare(document: Document) -> Kept:
    """What is kept of one document: a function of it alone."""
    sketch = copies.pack(copies.sketch(document))
    leads = tuple((lead.member.start, lead.member.end, events.to_bytes(lead)) for lead in events.leads(document))
    return Kept(document, sketch, leads, names_of(document))


def _only_path(document: Document) -> Kept:
    """A document that is there: nothing of it is worked out again."""
    return Kept(document, b"", (), ())


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        yield batch
