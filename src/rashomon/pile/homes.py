"""Which leads of a pile of any size are one event: `events.group`, home by home.

Members that hang together by ties are a home, and nothing in one home hangs on another; so homes are found with all
ties in a file and one number for each member, and then some at a time are grouped, with their ties in memory. A home
of more than `MOST` members falls apart at its weakest ties first, as in `events.grouping`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon import events
from rashomon.events.grouping import COPIED, LEAST, MOST
from rashomon.executors.stars import firsts
from rashomon.model import Origin
from rashomon.pile.comparing import THOUSAND, TIE, VETO
from rashomon.pile.listing import Documents, Leads
from rashomon.pile.meeting import Ints
from rashomon.pile.spilled import Dealt, Spilled

TOGETHER = 300_000
"""Members and ties that are grouped together, unless one home has more."""
ID = "S18"
"""An id made from content: "event-" and 12 digits."""
Names = NDArray[np.bytes_]


def find_homes(size: int, ties: Spilled, origin: Ints) -> Ints:
    """The home of each of so many members, which goes by its first; `origin` says what each counts once with."""
    home = np.zeros(size, np.int64)
    large = np.ones(size, np.bool_)
    least = LEAST
    while large.any():
        home = np.where(large, _joined(home, large, ties, origin, least), home)
        large &= np.bincount(home, minlength=size)[home] > MOST
        if least >= 1:
            break
        least += 0.05
    return home


def _joined(home: Ints, large: NDArray[np.bool_], ties: Spilled, origin: Ints, least: float) -> Ints:
    """The first of those that each hangs together with over ties of at least this score inside large homes."""
    first = np.arange(len(home))
    for some in ties.parts():
        a, b = some["a"], some["b"]
        score = _raised(some, origin) / THOUSAND
        sure = (score >= least) & large[a] & (home[a] == home[b])
        found = firsts({"a": first[a[sure]], "b": first[b[sure]]})
        sunk = np.arange(len(home))
        sunk[found["node"]] = found["first"]
        first = sunk[first]
    return first


def _raised(ties: NDArray[np.void], origin: Ints) -> NDArray[np.int16]:
    """The scores as `events.group` hears them: within one origin at least `COPIED`."""
    once = (origin[ties["a"]] == origin[ties["b"]]) & (ties["score"] != VETO)
    return np.where(once, np.maximum(ties["score"], round(COPIED * THOUSAND)), ties["score"])


def group_homes(documents: Documents, leads: Leads, ties: Spilled, origin: Ints, home: Ints) -> tuple[Ints, Names]:
    """The group of each member, which goes by its first, and beside each first the id that is made from the members.

    `origin` is that of each document.
    """
    group, ids = np.arange(len(home)), np.zeros(len(home), ID)
    sizes = np.bincount(origin[documents.newer == 0], minlength=len(origin))
    for places, inside in _portions(home, ties):
        members = [leads.member(documents, place) for place in places.tolist()]
        place = dict(zip(members, places.tolist(), strict=True))
        known: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for at, member in zip(origin[leads.documents[places]].tolist(), members, strict=True):
            known[at][member.document] = None
        origins = [  # of one that has documents in other homes only the number counts
            Origin(str(first), (*some, *[""] * (int(sizes[first]) - len(some)))) for first, some in known.items()
        ]
        for found in events.group(members, _ties(inside, places, members), origins):
            at = [place[member] for member in found.members]
            group[at], ids[at[0]] = at[0], found.id.encode()
    return group, ids


def _ties(rows: NDArray[np.void], places: Ints, members: list[events.Member]) -> Iterator[events.Tie]:
    ends = zip(*(np.searchsorted(places, rows[name]).tolist() for name in ("a", "b")), strict=True)
    for (a, b), score in zip(ends, rows["score"].tolist(), strict=True):
        yield events.Tie(members[a], members[b], max(score, 0) / THOUSAND, (), score == VETO)


def _portions(home: Ints, ties: Spilled) -> Iterator[tuple[Ints, NDArray[np.void]]]:
    """The members of some homes after the other, with the ties inside these homes."""
    cost = np.bincount(home, minlength=len(home))
    for some in ties.parts():
        cost += np.bincount(home[some["a"]], minlength=len(home))
    portion = ((np.cumsum(cost) - cost) // TOGETHER)[home]
    dealt = Dealt(TIE, int(portion.max(initial=-1)) + 1)
    for some in ties.parts():
        inside = some[home[some["a"]] == home[some["b"]]]
        dealt.add(inside, portion[inside["a"]])
    order = np.argsort(portion, kind="stable")
    for places in np.split(order, np.flatnonzero(np.diff(portion[order])) + 1) if len(order) else ():
        yield places, dealt.read(int(portion[places[0]]))


def find_origins(documents: Documents, tied: Ints) -> Ints:
    """The place of the first document that each counts once with, over pairs of copies."""
    origin = np.arange(len(documents.ids))
    found = firsts({"a": tied[:, 0], "b": tied[:, 1]})
    origin[found["node"]] = found["first"]
    return origin


def weigh(size: int, ties: Spilled, group: Ints) -> NDArray[np.float64]:
    """The sum of the scores that tie each member to its group, one after the other in the order of the ties."""
    weight = np.zeros(size)
    for some in ties.parts():
        inside = some[group[some["a"]] == group[some["b"]]]
        ends = np.stack((inside["a"], inside["b"]), axis=1).ravel()
        np.add.at(weight, ends, np.repeat(np.maximum(inside["score"], 0) / THOUSAND, 2))
    return weight
