"""What lies between documents, worked out for those that came since: copies, then ties.

Order, for each: the pairs that meet, a block at a time; those of which one came since the last time are compared, in
the order in which the later of the two arrived, some at a time, and what is found is kept together with how far we are.
So a run that is stopped goes on from there. Keys can become stock as a pile grows: what was found over a key that lets
nobody meet any more is kept, but does not count, so that what counts is a function of the documents alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from rashomon import copies, events
from rashomon.copies.meeting import meet as meet_documents
from rashomon.copies.pile import neighbours_together
from rashomon.copies.sketch import packed_keys as keys_of_sketch
from rashomon.events.packing import packed_keys as keys_of_lead
from rashomon.model import Copy
from rashomon.pile.meeting import Ints, blocks_of_pairs, code, meet_leads
from rashomon.pile.protocol import Store
from rashomon.store import KeptTie, Listed
from rashomon.store.schema import A_DAY

TOGETHER = 4_000
"""Pairs of documents that are compared before they are written, at least."""
MANY = 10
"""Times as many pairs of leads, which are short."""
_AT_ONCE = 5_000  # ties that are looked up together

Far = Callable[[str], None]
"""Hears, in a few words, how far the work has come."""


def compare_copies(store: Store, listed: Sequence[Listed], far: Far) -> list[Copy]:
    """Finds the copies that documents since the last time have a part in; all copies of the pile that count.

    `listed` are all documents in the order of their ids. Old versions are compared too: they may be what ties others.
    """
    place = {document.number: at for at, document in enumerate(listed)}
    arrivals = np.array([document.arrived for document in listed], np.int64)

    def held() -> Iterator[tuple[int, Ints]]:
        return ((place[number], keys_of_sketch(packed)) for number, packed in store.packed_sketches())

    def compare(pairs: Ints, to: int) -> None:
        ids = [(listed[a].id, listed[b].id) for a, b in pairs.tolist()]
        number = {listed[at].id: listed[at].number for at in np.unique(pairs).tolist()}
        documents = {document.id: document for document in store.documents(sorted(number))}
        found = copies.copies_of(neighbours_together(ids), documents.__getitem__)
        store.keep_copies([(number[copy.a], number[copy.b], copy) for copy in found], to)

    done = int(store.mark("copies_to") or 0)
    met = _compared(
        blocks_of_pairs(arrivals, held, meet_documents), arrivals, done, compare, TOGETHER, _said(far, "copies")
    )
    kept = list(store.all_copies())
    held_now = met.holds(np.array([(place[a] << 32) + place[b] for a, b, _ in kept], np.int64))
    return [copy for (_, _, copy), counts in zip(kept, held_now.tolist(), strict=True) if counts]


def compare_leads(
    store: Store, listed: Sequence[Listed], copied: Iterable[Copy], far: Far
) -> tuple[list[events.Member], Callable[[], Iterator[events.Tie]]]:
    """Finds the ties that leads since the last time have a part in; all members of the pile, and what goes through the
    ties that count, of which there are too many to be held.

    Of old versions nothing is compared. The leads of copies meet whatever keys they hold.
    """
    document = {each.number: each for each in listed}
    leads = sorted((document[number].id, start, end, number) for number, start, end in store.list_leads())
    members = [events.Member(id, start, end) for id, start, end, _ in leads]
    place = {(number, start): at for at, (_, start, _, number) in enumerate(leads)}
    arrivals = np.array([document[number].arrived for *_, number in leads], np.int64)
    current = np.array([document[number].newer is None for *_, number in leads], np.bool_)

    def held() -> Iterator[tuple[int, Ints]]:
        stands = ((place[number, start], content) for number, start, content in store.packed_leads())
        return ((at, keys_of_lead(content)) for at, content in stands if current[at])

    def compare(pairs: Ints, to: int) -> None:
        at_hand = np.unique(pairs).tolist()
        number = {members[at].document: leads[at][3] for at in at_hand}
        ready = {(n, start): content for n, start, content in store.leads_of(sorted(number.values()))}
        some = [events.from_bytes(ready[leads[at][3], leads[at][1]]) for at in at_hand]
        where = np.searchsorted(at_hand, pairs)
        found = events.find_ties(some, [(a, b) for a, b in where.tolist()])
        store.keep_ties([_kept(tie, number) for tie in found], to)

    more = _pairs_of_copies(copied, {members[at].document: at for at in reversed(range(len(leads)))})
    blocks = (pairs[current[pairs].all(axis=1)] for pairs in blocks_of_pairs(arrivals, held, meet_leads, more))
    done = int(store.mark("ties_to") or 0)
    left = [each.number for each in listed if each.newer and each.arrived <= done < each.newer % A_DAY]
    again = _meeting_now(held, [keys_of_lead(content) for *_, content in store.leads_of(left)])
    for start in range(0, len(again), MANY * TOGETHER):
        compare(again[start : start + MANY * TOGETHER], done)
    met = _compared(blocks, arrivals, done, compare, MANY * TOGETHER, _said(far, "events"))

    def ties() -> Iterator[events.Tie]:
        waiting = store.all_ties()
        while some := list(islice(waiting, _AT_ONCE)):
            ends = [(place[kept.a, kept.a_start], place[kept.b, kept.b_start]) for kept in some]
            held = met.holds(np.array([(a << 32) + b for a, b in ends], np.int64))
            for kept, (a, b), counts in zip(some, ends, held.tolist(), strict=True):
                if counts:
                    yield events.Tie(members[a], members[b], kept.score, kept.why, kept.vetoed)

    return [member for member, stands in zip(members, current, strict=True) if stands], ties


def _meeting_now(held: Callable[[], Iterable[tuple[int, Ints]]], lost: Sequence[Ints]) -> Ints:
    """The pairs that meet over a key of those who are no longer there: it may have been stock as long as they were."""
    keys = np.unique(np.concatenate([np.empty(0, np.int64), *lost]))
    if not len(keys):
        return np.empty((0, 2), np.int64)
    some = ((holder, these[np.isin(these, keys)]) for holder, these in held())
    holders, found = zip(*some, strict=True)
    return meet_leads(np.concatenate(found), np.repeat(np.array(holders, np.int64), [len(each) for each in found]))


class _Met:
    """A large set of pairs as sorted numbers."""

    __slots__ = ("_codes",)

    def __init__(self, parts: Sequence[Ints]) -> None:
        self._codes = np.unique(np.concatenate([np.empty(0, np.int64), *parts]))

    def holds(self, codes: Ints) -> NDArray[np.bool_]:
        """Which of these are in the set."""
        if not len(self._codes):
            return np.zeros(len(codes), np.bool_)
        places = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        return np.asarray(self._codes[places] == codes)


def _compared(
    blocks: Iterable[Ints], arrivals: Ints, done: int, compare: Callable[[Ints, int], None], most: int, said: Far
) -> _Met:
    """Compares the pairs whose later part arrived after `done`, `most` and a few at a time; all pairs that met."""
    met: list[Ints] = []
    for pairs in blocks:
        met.append(code(pairs[:, 0], pairs[:, 1]))
        later = arrivals[pairs].max(axis=1) if len(pairs) else np.empty(0, np.int64)
        new = np.flatnonzero(later > done)
        new = new[np.argsort(later[new], kind="stable")]
        start = 0
        while start < len(new):
            end = min(start + most, len(new))
            # whoever arrived is compared whole, or the mark would tell of what was not done
            end = int(np.searchsorted(later[new], later[new[end - 1]], side="right"))
            compare(pairs[new[start:end]], int(later[new[end - 1]]))
            start = end
            said(f"{start:,} of {len(new):,} pairs")
    if len(arrivals) and int(arrivals.max()) > done:
        compare(np.empty((0, 2), np.int64), int(arrivals.max()))
    return _Met(met)


def _said(far: Far, what: str) -> Far:
    return lambda words: far(f"{what}: {words}")


def _pairs_of_copies(copied: Iterable[Copy], first: dict[str, int]) -> Ints:
    """The first leads of documents one of which stands mostly in the other."""
    pairs = [(first[copy.a], first[copy.b]) for copy in copied if max(copy.share_of_a, copy.share_of_b) >= _MOSTLY]
    return np.array(pairs, np.int64).reshape(-1, 2)


_MOSTLY = 0.4


def _kept(tie: events.Tie, number: dict[str, int]) -> KeptTie:
    return KeptTie(
        number[tie.a.document], tie.a.start, number[tie.b.document], tie.b.start, tie.score, tie.vetoed, tie.why
    )  # fmt: skip
