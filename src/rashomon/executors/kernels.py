"""What is done with the rows of a pile: the functions of `copies` and `events`, as kernels over columns.

A document goes by a number, the twelve hexadecimal digits of its id, so that numbers stand in the order of the ids; a
lead by that of its document and its place among the leads of it. Each kernel is a pure function of its rows and of the
records on the shelves it is given; it gives the same rows for the same rows, whatever else it is called with.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

import numpy as np

from rashomon import copies, events
from rashomon.copies.comparison import SameWords
from rashomon.copies.direction import common_sources
from rashomon.copies.origins import ties as ties_origin
from rashomon.copies.pile import compared
from rashomon.events import Member, Tie
from rashomon.events.grouping import COPIED
from rashomon.executors.columns import Columns, Form, Kernel, contents, floats, from_rows, ints, take
from rashomon.executors.matching import KEYS, PAIRS, VOTES
from rashomon.executors.shelf import Shelf
from rashomon.model import Copy, Document, Origin

NUMBERS: Form = {"document": "int"}
SKETCHES: Form = {"document": "int", "sketch": "bytes"}
LEADS: Form = {"lead": "int", "document": "int", "start": "int", "end": "int", "content": "bytes"}
PLACES: Form = {"lead": "int", "document": "int", "start": "int", "end": "int"}
FIRSTS: Form = {"document": "int", "lead": "int"}
ORIGINS: Form = {"document": "int", "origin": "int", "size": "int"}
SHARED: Form = {"a": "int", "b": "int", "tied": "int", "content": "bytes"}
TIES: Form = {"a": "int", "b": "int", "score": "float", "vetoed": "int", "why": "bytes"}
MEMBERS: Form = {"lead": "int", "start": "int", "end": "int", "origin": "int", "size": "int"}
SCORES: Form = {"a": "int", "b": "int", "score": "float"}
TOLD: Form = {"home": "int", "a": "int", "b": "int", "score": "float", **dict.fromkeys(MEMBERS, "int")}
GROUPS: Form = {"id": "bytes", "members": "bytes"}

_PLACES = 1 << 15  # leads of one document
_MEMBER, _VETO = 2.0, -1.0  # scores of rows that are no ties


def number_of(document: str) -> int:
    """The number of a document. Raises `ValueError` for an id that was not made from content."""
    return int(document.removeprefix("d-"), 16)


def id_of(number: int) -> str:
    """The id of a document."""
    return f"d-{number:012x}"


def lead_rows(packed: Iterable[bytes]) -> Iterator[tuple[int, int, int, int, bytes]]:
    """Packed leads as rows of `LEADS`; those of one document stand together, in order."""
    known = ((events.from_bytes(content).member, content) for content in packed)
    for document, leads in groupby(known, key=lambda pair: pair[0].document):
        number = number_of(document)
        for place, (member, content) in enumerate(leads):
            yield number * _PLACES + place, number, member.start, member.end, content


def sketching(documents: str) -> Kernel:
    """`NUMBERS` to `SKETCHES`; `documents` is a shelf of pickled documents."""
    return Kernel(partial(_sketch, shelf=documents), SKETCHES, heavy=True)


def leading(documents: str) -> Kernel:
    """`NUMBERS` to `LEADS`."""
    return Kernel(partial(_lead, shelf=documents), LEADS, heavy=True)


def _sketch(rows: Columns, shelf: str) -> Columns:
    with Shelf(shelf) as documents:
        made = [copies.pack(copies.sketch(pickle.loads(held))) for held in documents.records(ints(rows, "document"))]
    return {"document": rows["document"], "sketch": made}


def _lead(rows: Columns, shelf: str) -> Columns:
    with Shelf(shelf) as documents:
        held = [pickle.loads(record) for record in documents.records(ints(rows, "document"))]
    return from_rows(LEADS, lead_rows(events.to_bytes(lead) for document in held for lead in events.leads(document)))


def _document(documents: Shelf, number: int) -> Document:
    found: Document = pickle.loads(documents.record(number))
    return found


def _keys_of_sketches(rows: Columns) -> Columns:
    keys = [np.unique(np.frombuffer(sketch, "<i8")[2:]) for sketch in contents(rows, "sketch")]
    holders = np.repeat(ints(rows, "document"), [len(some) for some in keys])
    return {"key": np.concatenate(keys).astype(np.int64), "document": holders}


def _keys_of_leads(rows: Columns) -> Columns:
    keys = [np.array(events.from_bytes(content).keys, np.int64) for content in contents(rows, "content")]
    holders = np.repeat(ints(rows, "lead"), [len(some) for some in keys])
    return {"key": np.concatenate(keys), "document": holders}


KEYS_OF_SKETCHES = Kernel(_keys_of_sketches, KEYS)
KEYS_OF_LEADS = Kernel(_keys_of_leads, KEYS)


def _in_order(rows: Columns) -> Columns:
    return take(rows, np.lexsort((ints(rows, "b"), ints(rows, "a"), ints(rows, "home"))))


NEIGHBOURS = Kernel(_in_order, {**PAIRS, "home": "int"})
"""Pairs with the `home` they hang together in, so that those of one stand together."""


def comparing(documents: str) -> Kernel:
    """`PAIRS` of documents to `SHARED`: what the texts of each pair share."""
    return Kernel(partial(_compare, shelf=documents), SHARED, heavy=True)


def _compare(rows: Columns, shelf: str) -> Columns:
    pairs = ((id_of(a), id_of(b)) for a, b in zip(ints(rows, "a").tolist(), ints(rows, "b").tolist(), strict=True))
    with Shelf(shelf) as documents:
        found = list(compared(pairs, lambda document: _document(documents, number_of(document))))
    return from_rows(SHARED, map(_shared_row, found))


def _shared_row(shared: Copy | SameWords) -> tuple[object, ...]:
    tied = isinstance(shared, Copy) and ties_origin(shared)
    return number_of(shared.a), number_of(shared.b), int(tied), pickle.dumps(shared, pickle.HIGHEST_PROTOCOL)


def _settle_sources(rows: Columns) -> Columns:
    """`SHARED` with the `home` they hang together in: copies from one other report are turned to a common source."""
    rows = _in_order(rows)
    found = [pickle.loads(content) for content in contents(rows, "content")]
    turned = iter(common_sources([shared for shared in found if isinstance(shared, Copy)]))
    return from_rows(SHARED, (_shared_row(next(turned) if isinstance(one, Copy) else one) for one in found))


SETTLE_SOURCES = Kernel(_settle_sources, SHARED)


def _tied(rows: Columns) -> Columns:
    tied = take(rows, ints(rows, "tied") == 1)
    return {"a": tied["a"], "b": tied["b"]}


TIED = Kernel(_tied, PAIRS)


def _places(rows: Columns) -> Columns:
    return {name: rows[name] for name in PLACES}


WITHOUT_CONTENT = Kernel(_places, PLACES)
"""`LEADS` to `PLACES`."""


def _first_leads(rows: Columns) -> Columns:
    kept = take(rows, ints(rows, "lead") % _PLACES == 0)
    return {"document": kept["document"], "lead": kept["lead"]}


def _first_votes(rows: Columns) -> Columns:
    return {"a": rows["lead_a"], "b": rows["lead_b"], "few": np.zeros(len(ints(rows, "a")), np.int64)}


FIRST_LEADS = Kernel(_first_leads, FIRSTS)
FIRST_VOTES = Kernel(_first_votes, VOTES)
"""Documents that are copies, with their first leads: these meet whatever keys they hold."""


def _counted(rows: Columns) -> Columns:
    _, places, counts = np.unique(ints(rows, "origin"), return_inverse=True, return_counts=True)
    return {"document": rows["document"], "origin": rows["origin"], "size": counts[places].astype(np.int64)}


COUNTED = Kernel(_counted, ORIGINS)
"""Documents with their origin, all of one together, to the same with the number of these."""


def tying(leads: str) -> Kernel:
    """`PAIRS` of leads to `TIES`; the shelf holds packed leads."""
    return Kernel(partial(_tie, shelf=leads), TIES, heavy=True)


def _tie(rows: Columns, shelf: str) -> Columns:
    numbers, places = np.unique(np.concatenate((ints(rows, "a"), ints(rows, "b"))), return_inverse=True)
    half = len(places) // 2
    with Shelf(shelf) as records:
        leads = list(map(events.from_bytes, records.records(numbers)))
    pairs = zip(places[:half].tolist(), places[half:].tolist(), strict=True)
    number = {one.member: known for one, known in zip(leads, numbers.tolist(), strict=True)}
    return from_rows(TIES, (_tie_row(tie, number) for tie in events.find_ties(leads, pairs)))


def _tie_row(tie: Tie, number: dict[Member, int]) -> tuple[object, ...]:
    return number[tie.a], number[tie.b], tie.score, int(tie.vetoed), "\n".join(tie.why).encode()


def _raised(rows: Columns) -> Columns:
    """Ties as `events.group` hears them: vetoes below all, and within one origin at least `COPIED`."""
    once = ints(rows, "origin_a") == ints(rows, "origin_b")
    score = np.where(once, np.maximum(floats(rows, "score"), COPIED), floats(rows, "score"))
    return {"a": rows["a"], "b": rows["b"], "score": np.where(ints(rows, "vetoed") == 1, _VETO, score)}


RAISED = Kernel(_raised, SCORES)


def reaching(least: float) -> Kernel:
    """`SCORES` to the `PAIRS` that score at least so much."""
    return Kernel(partial(_reaching, least=least), PAIRS)


def _reaching(rows: Columns, least: float) -> Columns:
    found = take(rows, floats(rows, "score") >= least)
    return {"a": found["a"], "b": found["b"]}


def members_within(most: int) -> Kernel:
    """`MEMBERS` with `home` and `crowd` to `TOLD`: those in homes of at most so many."""
    return Kernel(partial(_members_within, most=most), TOLD)


def _members_within(rows: Columns, most: int) -> Columns:
    kept = take(rows, ints(rows, "crowd") <= most)
    score = np.full(len(ints(kept, "lead")), _MEMBER)
    beside: Columns = {name: kept[name] for name in MEMBERS}
    return {"home": kept["home"], "a": kept["lead"], "b": kept["lead"], "score": score, **beside}


def ties_within(most: int) -> Kernel:
    """`SCORES` with the homes of both ends and `crowd` to `TOLD`: those inside one home of at most so many."""
    return Kernel(partial(_ties_within, most=most), TOLD)


def _ties_within(rows: Columns, most: int) -> Columns:
    kept = take(rows, (ints(rows, "home") == ints(rows, "other")) & (ints(rows, "crowd") <= most))
    beside: Columns = {name: np.zeros(len(ints(kept, "a")), np.int64) for name in MEMBERS}
    return {name: kept[name] for name in ("home", "a", "b", "score")} | beside


def members_beyond(most: int) -> Kernel:
    """`MEMBERS` with `crowd` to those in homes of more."""
    return Kernel(partial(_beyond, most=most, names=tuple(MEMBERS)), MEMBERS)


def ties_beyond(most: int) -> Kernel:
    """`SCORES` with the homes of both ends and `crowd` to those inside one home of more."""
    return Kernel(partial(_beyond, most=most, names=tuple(SCORES)), SCORES)


def _beyond(rows: Columns, most: int, names: tuple[str, ...]) -> Columns:
    kept = ints(rows, "crowd") > most
    if "other" in rows:
        kept &= ints(rows, "home") == ints(rows, "other")
    return take({name: rows[name] for name in names}, kept)


def _group(rows: Columns) -> Columns:
    """The groups among the members of whole homes, from the ties inside these and the sizes of their origins."""
    numbers = zip(*(ints(rows, name).tolist() for name in ("a", "b", "start", "end", "origin", "size")), strict=True)
    told = sorted(zip(numbers, floats(rows, "score").tolist(), strict=True))
    members: dict[int, Member] = {}
    origins: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for (lead, _, start, end, origin, size), score in told:
        if score == _MEMBER:
            members[lead] = Member(id_of(lead // _PLACES), start, end)
            origins[origin, size].add(members[lead].document)
    ties = [
        Tie(min(members[a], members[b]), max(members[a], members[b]), max(score, 0.0), (), score == _VETO)
        for (a, b, *_), score in told
        if score != _MEMBER
    ]
    known = [
        Origin(id_of(origin), (*sorted(documents), *[""] * (size - len(documents))))  # the others are elsewhere
        for (origin, size), documents in sorted(origins.items())
    ]
    found = events.group(members.values(), ties, known)
    return from_rows(GROUPS, ((one.id.encode(), pack_members(one.members)) for one in found))


GROUP = Kernel(_group, GROUPS)


def pack_members(members: tuple[Member, ...]) -> bytes:
    """Members as bytes: three 64-bit integers each."""
    return np.array([(number_of(one.document), one.start, one.end) for one in members], "<i8").tobytes()


def unpack_members(packed: bytes) -> tuple[Member, ...]:
    """The members that `pack_members` packed."""
    rows = np.frombuffer(packed, "<i8").reshape(-1, 3).tolist()
    return tuple(Member(id_of(number), start, end) for number, start, end in rows)
