"""Copies and groups of a whole pile, as a sequence of what an executor can do with rows.

Steps: documents and their leads are shelved; sketches and leads are made, where the pile does not hold them already;
documents that share keys are compared on their texts; copies that hang together say which have one source, and which
documents are one origin; leads that share keys are tied; members that hang together by sure ties or by origin are
grouped. What comes out is what `copies.find_pile_copies`, `copies.find_pile_origins` and `events.group` give for the
pile in memory, where the first leads of documents of which one stands mostly in the other are tied too.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from rashomon.copies.comparison import SameWords
from rashomon.copies.meeting import ENOUGH, STOCK
from rashomon.events import CAP, Group, Member, Tie, from_bytes
from rashomon.events.grouping import LEAST, MOST
from rashomon.executors import Executor, kernels
from rashomon.executors.columns import Kernel, Rows, contents, floats, in_batches, ints
from rashomon.executors.matching import meet
from rashomon.executors.shelf import Shelf, shelve
from rashomon.executors.stars import components
from rashomon.model import Copy, Document

WEAKEST = tuple(accumulate([LEAST, *[0.05] * 19]))
"""The scores at which a home falls apart, one after the other, until it is small enough (`events.grouping`)."""
_BATCH = 2_000  # documents of a part

OnStep = Callable[[str, int], None]
"""Told the name of a step that is done, and how many rows it gave."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A pile as an executor works on it: the numbers of its documents, sketches and leads, and two shelves."""

    numbers: Rows
    sketches: Rows
    leads: Rows
    documents_shelf: str
    leads_shelf: str


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What was found in a pile, in no particular order; `read_shared` and the others read it."""

    shared: Rows
    ties: Rows
    origins: Rows
    groups: Rows


def no_word(step: str, rows: int) -> None:
    """Says nothing."""


def file_documents(
    executor: Executor, folder: str | Path, documents: Iterable[Document], on_step: OnStep = no_word
) -> Filed:
    """A pile of which only the documents are known; sketches and leads are made of them here.

    `folder` is new and stays until the work is done; no document stands twice.
    """
    shelf, numbers = _shelve_documents(executor, folder, documents)
    on_step("documents", executor.size(numbers))
    sketches = executor.map(kernels.sketching(shelf), numbers)
    on_step("sketches", executor.size(sketches))
    leads = executor.map(kernels.leading(shelf), numbers)
    on_step("leads", executor.size(leads))
    return Filed(numbers, sketches, leads, shelf, _shelve_leads(executor, folder, leads))


def file_prepared(
    executor: Executor,
    folder: str | Path,
    documents: Iterable[Document],
    sketches: Iterable[tuple[str, bytes]],
    leads: Iterable[bytes],
) -> Filed:
    """A pile whose sketches and leads are known: by the ids of the documents, `copies.pack`; and `events.to_bytes`.

    Leads of one document stand together, in order. A document without leads is an old version: it may be what ties
    others, but is in no group. `folder` is new and stays until the work is done; no document stands twice.
    """
    shelf, numbers = _shelve_documents(executor, folder, documents)
    known = ((kernels.number_of(document), packed) for document, packed in sketches)
    held = executor.put(kernels.SKETCHES, in_batches(kernels.SKETCHES, known, _BATCH))
    rows = executor.put(kernels.LEADS, in_batches(kernels.LEADS, kernels.lead_rows(leads), _BATCH))
    return Filed(numbers, held, rows, shelf, _shelve_leads(executor, folder, rows))


def work_out(executor: Executor, filed: Filed, on_step: OnStep = no_word, *, common_sources: bool = True) -> WorkedOut:
    """The copies, ties and groups of a pile; `common_sources` are found unless somebody does so later."""

    def done(name: str, rows: Rows) -> Rows:
        on_step(name, executor.size(rows))
        return rows

    keys = executor.map(kernels.KEYS_OF_SKETCHES, filed.sketches)
    pairs = done("documents that meet", meet(executor, keys, STOCK, ENOUGH))
    shared = done("copies", _shared(executor, filed, pairs))
    executor.drop(keys, pairs)
    if common_sources:
        shared = _settled(executor, shared)
    tied, firsts = executor.map(kernels.TIED, shared), executor.map(kernels.FIRST_LEADS, filed.leads)
    origins = _origins(executor, filed, tied, firsts)
    keys, copied = executor.map(kernels.KEYS_OF_LEADS, filed.leads), _first_votes(executor, tied, firsts)
    pairs = done("leads that meet", meet(executor, keys, CAP, None, copied))
    executor.drop(keys, copied, tied, firsts)
    ties = done("ties", executor.map(kernels.tying(filed.leads_shelf), pairs))
    executor.drop(pairs)
    return WorkedOut(shared, ties, origins, done("groups", _groups(executor, filed, ties, origins)))


def read_shared(executor: Executor, found: WorkedOut) -> Iterator[Copy | SameWords]:
    """What documents share, in no particular order."""
    for columns in executor.read(found.shared):
        yield from map(pickle.loads, contents(columns, "content"))


def read_ties(executor: Executor, found: WorkedOut, filed: Filed) -> Iterator[Tie]:
    """The ties of leads, in no particular order."""
    with Shelf(filed.leads_shelf) as leads:

        def member(number: int) -> Member:
            return from_bytes(leads.record(number)).member

        for columns in executor.read(found.ties):
            whys = contents(columns, "why")
            for a, b, vetoed, score, why in zip(
                ints(columns, "a").tolist(),
                ints(columns, "b").tolist(),
                ints(columns, "vetoed").tolist(),
                floats(columns, "score").tolist(),
                whys,
                strict=True,
            ):
                yield Tie(member(a), member(b), score, tuple(why.decode().split("\n")), bool(vetoed))


def read_origins(executor: Executor, found: WorkedOut) -> Iterator[tuple[str, str]]:
    """The documents that stand, each with the first document of its origin, in no particular order."""
    for columns in executor.read(found.origins, "document", "origin"):
        for document, origin in zip(ints(columns, "document").tolist(), ints(columns, "origin").tolist(), strict=True):
            yield kernels.id_of(document), kernels.id_of(origin)


def read_groups(executor: Executor, found: WorkedOut) -> Iterator[Group]:
    """The groups, in no particular order."""
    for columns in executor.read(found.groups):
        for name, members in zip(contents(columns, "id"), contents(columns, "members"), strict=True):
            yield Group(name.decode(), kernels.unpack_members(members))


def _shelve_documents(executor: Executor, folder: str | Path, documents: Iterable[Document]) -> tuple[str, Rows]:
    numbers: list[tuple[int]] = []

    def records() -> Iterator[tuple[int, bytes]]:
        for document in documents:
            number = kernels.number_of(document.id)
            numbers.append((number,))
            yield number, pickle.dumps(document, pickle.HIGHEST_PROTOCOL)

    shelf = shelve(Path(folder) / "documents", records())
    return shelf, executor.put(kernels.NUMBERS, in_batches(kernels.NUMBERS, numbers, _BATCH))


def _shelve_leads(executor: Executor, folder: str | Path, leads: Rows) -> str:
    rows = (
        pair
        for columns in executor.read(leads)
        for pair in zip(ints(columns, "lead").tolist(), contents(columns, "content"), strict=True)
    )
    return shelve(Path(folder) / "leads", rows)


def _shared(executor: Executor, filed: Filed, pairs: Rows) -> Rows:
    """What the documents of the pairs share."""
    homes = components(executor, pairs)
    near = executor.join(pairs, "a", homes, "node", {"first": "home"})
    ordered = executor.gather(kernels.NEIGHBOURS, near, "home")
    found = executor.map(kernels.comparing(filed.documents_shelf), ordered)
    executor.drop(homes, near, ordered)
    return found


def _settled(executor: Executor, shared: Rows) -> Rows:
    homes = components(executor, shared)
    near = executor.join(shared, "a", homes, "node", {"first": "home"})
    settled = executor.gather(kernels.SETTLE_SOURCES, near, "home")
    executor.drop(homes, near, shared)
    return settled


def _origins(executor: Executor, filed: Filed, tied: Rows, firsts: Rows) -> Rows:
    """Each document that stands with the first of its origin, and how many of that origin stand."""
    origins = components(executor, tied, filed.numbers)
    known = executor.join(firsts, "document", origins, "node", {"first": "origin"})
    counted = executor.gather(kernels.COUNTED, known, "origin")
    executor.drop(origins, known)
    return counted


def _first_votes(executor: Executor, tied: Rows, firsts: Rows) -> Rows:
    return _map_with_ends(executor, kernels.FIRST_VOTES, tied, firsts, "document", "lead")


def _groups(executor: Executor, filed: Filed, ties: Rows, origins: Rows) -> Rows:
    """The groups, home by home; a home too large for one linkage falls apart at its weakest ties first."""
    places = executor.map(kernels.WITHOUT_CONTENT, filed.leads)
    members = executor.join(places, "document", origins, "document", {"origin": "origin", "size": "size"})
    scores = _raised(executor, ties, members)
    executor.drop(places)
    found = executor.put(kernels.GROUPS, [])
    for least in WEAKEST:
        most = MOST if least < 1 else sys.maxsize
        sure = executor.map(kernels.reaching(least), scores)
        homes = components(executor, sure, members)
        housed = executor.join(members, "lead", homes, "node", {"first": "home", "size": "crowd"})
        one_end = executor.join(scores, "a", homes, "node", {"first": "home", "size": "crowd"})
        both_ends = executor.join(one_end, "b", homes, "node", {"first": "other"})
        executor.drop(members, scores, sure, one_end)
        told = executor.map(kernels.members_within(most), housed) + executor.map(kernels.ties_within(most), both_ends)
        found += executor.gather(kernels.GROUP, told, "home")
        executor.drop(told)
        if all((ints(columns, "size") <= most).all() for columns in executor.read(homes, "size")):
            executor.drop(housed, both_ends, homes)
            return found
        members = executor.map(kernels.members_beyond(most), housed)
        scores = executor.map(kernels.ties_beyond(most), both_ends)
        executor.drop(housed, both_ends, homes)
    raise AssertionError("the last of the weakest scores takes homes of any size")


def _raised(executor: Executor, ties: Rows, members: Rows) -> Rows:
    return _map_with_ends(executor, kernels.RAISED, ties, members, "lead", "origin")


def _map_with_ends(executor: Executor, kernel: Kernel, pairs: Rows, others: Rows, by: str, column: str) -> Rows:
    """What a kernel makes of pairs that bear a column of the rows their two ends name."""
    one_end = executor.join(pairs, "a", others, by, {column: f"{column}_a"})
    both_ends = executor.join(one_end, "b", others, by, {column: f"{column}_b"})
    made = executor.map(kernel, both_ends)
    executor.drop(one_end, both_ends)
    return made
