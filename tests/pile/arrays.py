"""Documents and leads of an invented pile, as arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon import events
from rashomon.pile.comparing import TIE, ties_of
from rashomon.pile.listing import Documents, Leads
from rashomon.pile.spilled import Spilled


def documents_of(names: Sequence[str], newer: dict[str, str] | None = None) -> Documents:
    """Documents of these names, which rise; the last was the first to arrive."""
    number = {name: 1_000 - place for place, name in enumerate(names)}
    numbers = np.array([number[name] for name in names], np.int64)
    stands = np.array([number.get((newer or {}).get(name, ""), 0) for name in names], np.int64)
    order = np.argsort(numbers)
    return Documents(np.array([name.encode() for name in names], "S9"), numbers, stands, order, numbers[order])


def leads_of(documents: Documents, members: Sequence[events.Member]) -> Leads:
    """The leads of documents that stand, which rise."""
    place = {documents.id(at): at for at in range(len(documents.ids))}
    codes = np.array([(place[member.document] << 32) + member.start for member in members], np.int64)
    return Leads(codes, np.array([member.end for member in members], np.int32), np.empty(0, np.int32))


def spilled(ties: Sequence[events.Tie], members: Sequence[events.Member]) -> Spilled:
    """Ties in a file."""
    place = {member: at for at, member in enumerate(members)}
    ends = [np.array([place[end] for end in some], np.int64) for some in ([t.a for t in ties], [t.b for t in ties])]
    found = Spilled(TIE)
    found.add(ties_of(*ends, np.array([t.score for t in ties]), np.array([t.vetoed for t in ties])))
    return found
