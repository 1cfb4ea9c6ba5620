"""What lies between documents, worked out for those that came since: copies, then ties.

Order, for each: the pairs that meet, a block at a time; those of which one came since the last time are compared, in
the order in which the later of the two arrived, some at a time, and what is found is kept together with how far we are.
So a run that is stopped goes on from there. Keys can become stock as a pile grows: what was found over a key that lets
nobody meet any more is kept, but does not count, so that what counts is a function of the documents alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon import copies, events
from rashomon.copies.pile import neighbours_together
from rashomon.copies.sketch import packed_keys as keys_of_sketch
from rashomon.events.packing import packed_keys as keys_of_lead
from rashomon.model import Copy
from rashomon.pile.listing import AT_ONCE, Documents, Leads
from rashomon.pile.meeting import BLOCK, Ints, blocks_of_pairs, code, decoded, meet_documents, meet_leads
from rashomon.pile.protocol import Store
from rashomon.pile.spilled import ROWS, Spilled, in_portions
from rashomon.store import KeptTie
from rashomon.store.schema import A_DAY

TOGETHER = 4_000
"""Pairs of documents that are compared before they are written, at least."""
MANY = 10
"""Times as many pairs of leads, which are short."""
TIE = np.dtype([("a", "<i4"), ("b", "<i4"), ("score", "<i2")])
"""A tie between two leads by their places: its score in thousandths, `VETO` for none."""
VETO = -1
THOUSAND = 1000

Far = Callable[[str], None]
"""Hears, in a few words, how far the work has come."""


def compare_copies(store: Store, documents: Documents, far: Far) -> Callable[[], Iterator[Copy]]:
    """Finds the copies that documents since the last time have a part in; what goes through all copies that count.

    Old versions are compared too: they may be what ties others.
    """

    def held() -> Iterator[tuple[int, Ints]]:
        found = zip(documents.by_number, store.packed_sketches(), strict=True)
        return ((place, keys_of_sketch(packed)) for place, (_, packed) in found)

    def compare(pairs: Ints, to: int) -> None:
        ids = [(documents.id(a), documents.id(b)) for a, b in pairs.tolist()]
        number = {documents.id(at): int(documents.numbers[at]) for at in np.unique(pairs).tolist()}
        texts = {document.id: document for document in store.documents(sorted(number))}
        found = copies.copies_of(neighbours_together(ids), texts.__getitem__)
        store.keep_copies([(number[copy.a], number[copy.b], copy) for copy in found], to)

    done = int(store.mark("copies_to") or 0)
    met = Met(documents.arrivals)
    blocks = blocks_of_pairs(documents.arrivals, held(), meet_documents)
    _compare_new(blocks, documents.arrivals, done, compare, TOGETHER, met, _said(far, "copies"))
    _close(done, documents.last, compare)

    def counting() -> Iterator[Copy]:
        for some in in_portions(store.all_copies(), AT_ONCE):
            ends = documents.places(np.array([(a, b) for a, b, _ in some], np.int64))
            held_now = met.holds(code(ends[:, 0], ends[:, 1]))
            yield from (copy for (_, _, copy), counts in zip(some, held_now.tolist(), strict=True) if counts)

    return counting


def compare_leads(store: Store, documents: Documents, leads: Leads, copied: Ints, far: Far) -> Spilled:
    """Finds the ties that leads since the last time have a part in; all ties that count, as rows of `TIE`.

    Of old versions nothing is compared. The first leads of documents one of which stands mostly in the other, which
    `copied` are pairs of, meet whatever keys they hold.
    """
    arrivals = documents.arrivals[leads.documents]

    def held() -> Iterator[tuple[int, Ints]]:
        stands = zip(leads.stored, store.packed_leads(), strict=True)
        return ((at, keys_of_lead(content)) for at, (_, _, content) in stands if at >= 0)

    def compare(pairs: Ints, to: int) -> None:
        at_hand = np.unique(pairs)
        where = np.searchsorted(at_hand, pairs)
        members = [leads.member(documents, at) for at in at_hand.tolist()]
        numbers = documents.numbers[leads.documents[at_hand]].tolist()
        ready = {(n, start): content for n, start, content in store.leads_of(sorted(set(numbers)))}
        some = [events.from_bytes(ready[n, member.start]) for n, member in zip(numbers, members, strict=True)]
        del ready
        number = {member.document: n for member, n in zip(members, numbers, strict=True)}
        found = events.find_ties(some, [(a, b) for a, b in where.tolist()])
        store.keep_ties([_kept(tie, number) for tie in found], to)

    done = int(store.mark("ties_to") or 0)
    met = Met(arrivals)
    lost = [keys_of_lead(content) for *_, content in store.leads_of(_left(documents, done))]
    again = _meeting_now(held, lost)
    for start in range(0, len(again), MANY * TOGETHER):
        compare(again[start : start + MANY * TOGETHER], done)
    blocks = blocks_of_pairs(arrivals, held(), meet_leads, _pairs_of_first(copied, documents, leads))
    _compare_new(blocks, arrivals, done, compare, MANY * TOGETHER, met, _said(far, "events"))
    _close(done, documents.last, compare)
    return _counting_ties(store, documents, leads, met)


def _counting_ties(store: Store, documents: Documents, leads: Leads, met: Met) -> Spilled:
    """The ties of the store between leads that meet."""

    def known() -> Iterator[NDArray[np.void]]:
        for rows in in_portions(store.scores_of_ties(), AT_ONCE):
            a, a_start, b, b_start, score, vetoed = (np.array(column) for column in zip(*rows, strict=True))
            one, other = (leads.places(documents.places(n), start) for n, start in ((a, a_start), (b, b_start)))
            yield ties_of(one, other, score, vetoed)[(one >= 0) & (other >= 0)]

    found = Spilled(TIE)
    for parts in in_portions(known(), ROWS // AT_ONCE):
        rows = np.concatenate(parts)
        found.add(rows[met.holds(code(rows["a"], rows["b"]))])
    return found


def ties_of(a: Ints, b: Ints, score: NDArray[np.float64], vetoed: Ints) -> NDArray[np.void]:
    """Ties as rows of `TIE`."""
    rows = np.empty(len(a), TIE)
    rows["a"], rows["b"] = a, b
    rows["score"] = np.where(vetoed != 0, VETO, np.round(score * THOUSAND))
    return rows


def _left(documents: Documents, done: int) -> list[int]:
    """The numbers of documents that were compared, and of which another version stands since."""
    left = (documents.newer > 0) & (documents.arrivals <= done) & (done < documents.newer % A_DAY)
    found: list[int] = documents.numbers[left].tolist()
    return found


def _meeting_now(held: Callable[[], Iterable[tuple[int, Ints]]], lost: Sequence[Ints]) -> Ints:
    """The pairs that meet over a key of those who are no longer there: it may have been stock as long as they were."""
    keys = np.unique(np.concatenate([np.empty(0, np.int64), *lost]))
    if not len(keys):
        return np.empty((0, 2), np.int64)
    some = [(holder, these) for holder, each in held() if len(these := each[np.isin(each, keys)])]
    holders = np.repeat(np.array([holder for holder, _ in some], np.int64), [len(these) for _, these in some])
    found = np.concatenate([np.empty(0, np.int64), *(these for _, these in some)])
    return np.concatenate(list(meet_leads([(found, holders)])))


class Met:
    """A large set of pairs of what arrived at these moments, kept block by block (`blocks_of_pairs`) in a file."""

    def __init__(self, arrivals: Ints) -> None:
        self._block = np.empty(len(arrivals), np.int32)
        self._block[np.argsort(arrivals, kind="stable")] = np.arange(len(arrivals)) // BLOCK
        self._codes = Spilled(np.int64)
        self._ends = [0]

    def add(self, codes: Ints) -> None:
        """The pairs of the next block, as numbers that rise."""
        self._codes.add(codes)
        self._ends.append(self._codes.size)

    def holds(self, codes: Ints) -> NDArray[np.bool_]:
        """Which of these are in the set; the more are asked for together, the better."""
        found = np.zeros(len(codes), np.bool_)
        ends = decoded(codes)
        later = self._block[ends].max(axis=1, initial=-1)
        for block in np.unique(later).tolist():
            known = self._codes.read(self._ends[block], self._ends[block + 1])
            asked = np.flatnonzero(later == block)
            places = np.searchsorted(known, codes[asked])
            asked = asked[places < len(known)]
            found[asked] = known[places[places < len(known)]] == codes[asked]
        return found


def _compare_new(
    blocks: Iterable[Ints],
    arrivals: Ints,
    done: int,
    compare: Callable[[Ints, int], None],
    most: int,
    met: Met,
    said: Far,
) -> None:
    """Compares the pairs whose later part arrived after `done`, `most` and a few at a time, and notes who met."""
    for pairs in blocks:
        met.add(code(pairs[:, 0], pairs[:, 1]))
        pairs, later = _new_among(pairs, arrivals, done)
        start = 0
        while start < len(pairs):
            end = min(start + most, len(pairs))
            # whoever arrived is compared whole, or the mark would tell of what was not done
            end = int(np.searchsorted(later, later[end - 1], side="right"))
            compare(pairs[start:end], int(later[end - 1]))
            start = end
            said(f"{start:,} of {len(pairs):,} pairs")


def _new_among(pairs: Ints, arrivals: Ints, done: int) -> tuple[Ints, Ints]:
    """The pairs whose later part arrived after `done`, in the order in which it did, and when."""
    later = arrivals[pairs].max(axis=1, initial=0)
    order = np.argsort(later, kind="stable")
    order = order[np.searchsorted(later[order], done, side="right") :]
    return pairs[order], later[order]


def _close(done: int, last: int, compare: Callable[[Ints, int], None]) -> None:
    """Notes that all are compared, also who met nobody."""
    if last > done:
        compare(np.empty((0, 2), np.int64), last)


def _said(far: Far, what: str) -> Far:
    return lambda words: far(f"{what}: {words}")


def _pairs_of_first(copied: Ints, documents: Documents, leads: Leads) -> Ints:
    """The first leads of pairs of documents, where both have some."""
    first = np.full(len(documents.ids), -1, np.int64)
    places = leads.documents[::-1]
    first[places] = np.arange(len(places))[::-1]
    pairs = first[copied]
    return pairs[(pairs >= 0).all(axis=1)]


def _kept(tie: events.Tie, number: dict[str, int]) -> KeptTie:
    a, b = tie.a, tie.b
    return KeptTie(number[a.document], a.start, number[b.document], b.start, tie.score, tie.vetoed, tie.why)
