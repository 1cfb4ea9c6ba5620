"""All documents and leads of a pile as numbers in arrays: what has to be in memory while a pile is gone through.

A place is where a document stands in the order of ids, or a lead in the order of documents and text, which is that of
`events.Member`. So places stand for the things themselves wherever only their order counts, at a few dozen bytes each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.events import Member
from rashomon.pile.meeting import Ints
from rashomon.pile.protocol import Store
from rashomon.pile.spilled import in_portions
from rashomon.store.schema import A_DAY

AT_ONCE = 10_000
"""Rows of a store that are turned into numbers together."""
_START = 1 << 32


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents in the order of their ids. `newer` is the number of the version that stands for it now, or 0;
    `by_number` are the places in the order of the numbers, which are `ordered`.
    """

    ids: NDArray[np.bytes_]
    numbers: Ints
    newer: Ints
    by_number: Ints
    ordered: Ints

    @property
    def arrivals(self) -> Ints:
        """Their places in the order of arrival, from 1."""
        return self.numbers % A_DAY

    @property
    def last(self) -> int:
        """When the last one arrived; 0 for none."""
        return int(self.arrivals.max(initial=0))

    def id(self, place: int) -> str:
        """The id of the document at a place."""
        return bytes(self.ids[place]).decode()

    def places(self, numbers: Ints) -> Ints:
        """The places of documents with these numbers, all of which are there."""
        return self.by_number[np.searchsorted(self.ordered, numbers)]


@dataclass(frozen=True, slots=True)
class Leads:
    """The leads of all documents that stand, in order. `codes` hold the place of the document and the first code point;
    `stored` are the places in the order in which a store goes through all leads, -1 for those of old versions.
    """

    codes: Ints
    ends: NDArray[np.int32]
    stored: NDArray[np.int32]

    @property
    def documents(self) -> Ints:
        """The places of their documents."""
        return self.codes // _START

    def places(self, documents: Ints, starts: Ints) -> Ints:
        """The places of the leads of these documents that begin at these code points, -1 where there is none."""
        codes = documents * _START + starts
        if not len(self.codes):
            return np.full(len(codes), -1, np.int64)
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[places] == codes, places, -1)

    def member(self, documents: Documents, place: int) -> Member:
        """The lead at a place as the member of a group."""
        document, start = divmod(int(self.codes[place]), _START)
        return Member(documents.id(document), start, int(self.ends[place]))


def list_documents(store: Store) -> Documents:
    """All documents of a store."""
    ids, numbers, newer = [np.empty(0, "S1")], [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for some in in_portions(store.listed(), AT_ONCE):
        ids.append(np.array([document.id.encode() for document in some]))
        numbers.append(np.array([document.number for document in some], np.int64))
        newer.append(np.array([document.newer or 0 for document in some], np.int64))
    known = np.concatenate(numbers)
    by_number = np.argsort(known)
    return Documents(np.concatenate(ids), known, np.concatenate(newer), by_number, known[by_number])


def list_leads(store: Store, documents: Documents) -> Leads:
    """All leads of those that stand."""
    parts = [np.empty((0, 3), np.int64)]
    for some in in_portions(store.list_leads(), AT_ONCE):
        parts.append(np.array([tuple(row) for row in some], np.int64))
    rows = np.concatenate(parts)
    places = documents.places(rows[:, 0])
    stands = documents.newer[places] == 0
    codes = (places * _START + rows[:, 1])[stands]
    order = np.argsort(codes)
    stored = np.full(len(rows), -1, np.int32)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    stored[stands] = rank
    return Leads(codes[order], rows[:, 2][stands][order].astype(np.int32), stored)
