"""Groups that are found home by home are those that are found with all members and ties at once."""

from __future__ import annotations

import numpy as np
import pytest
from arrays import documents_of, leads_of, spilled
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import copies, events
from rashomon.components import components
from rashomon.events import grouping
from rashomon.model import Origin
from rashomon.pile import homes
from rashomon.pile import spilled as files
from rashomon.pile.homes import find_homes, find_origins, group_homes, weigh

NAMES = [f"d-{number:02}" for number in range(14)]
MEMBERS = sorted(events.Member(name, start, 9) for name in NAMES for start in ((0, 3) if name > "d-11" else (0,)))
PLACES = st.integers(0, len(MEMBERS) - 1)
TIES = st.dictionaries(
    st.tuples(PLACES, PLACES).filter(lambda pair: pair[0] < pair[1]),
    st.one_of(st.none(), st.integers(50, 1000)),
    max_size=50,
)
TIED = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)).map(sorted), max_size=4)


@given(TIES, TIED, st.integers(2, 20), st.integers(1, 60))
@settings(max_examples=60)
def test_homes_one_after_another_give_the_groups_of_the_whole(
    scores: dict[tuple[int, int], int | None], tied: list[list[int]], most: int, together: int
) -> None:
    ties = [
        events.Tie(MEMBERS[a], MEMBERS[b], (score or 0) / 1000, (), score is None)
        for (a, b), score in sorted(scores.items())
    ]
    origins = [
        Origin(str(part[0]), tuple(NAMES[at] for at in part))
        for part in components(len(NAMES), [(a, b) for a, b in tied])
    ]
    documents = documents_of(NAMES)
    leads = leads_of(documents, MEMBERS)
    with pytest.MonkeyPatch.context() as patch:
        for module in (grouping, homes):
            patch.setattr(module, "MOST", most)
        patch.setattr(homes, "TOGETHER", together)
        patch.setattr(files, "ROWS", 5)
        expected = events.group(MEMBERS, ties, origins)
        held = spilled(ties, MEMBERS)
        origin = find_origins(documents, np.array(tied, np.int64).reshape(-1, 2))
        home = find_homes(len(MEMBERS), held, origin[leads.documents])
        group, ids = group_homes(documents, leads, held, origin, home)
    found = {
        ids[first].decode(): tuple(MEMBERS[at] for at in np.flatnonzero(group == first).tolist())
        for first in np.unique(group).tolist()
    }
    assert found == {each.id: each.members for each in expected}


def test_what_ties_a_member_to_its_group_is_added_up() -> None:
    ties = [
        events.Tie(MEMBERS[0], MEMBERS[1], 0.3, ()),
        events.Tie(MEMBERS[0], MEMBERS[2], 0.2, ()),
        events.Tie(MEMBERS[1], MEMBERS[3], 0.9, ()),
    ]
    group = np.array([0, 0, 0, 3, *range(4, len(MEMBERS))])
    assert weigh(len(MEMBERS), spilled(ties, MEMBERS), group)[:4].tolist() == [0.5, 0.3, 0.2, 0.0]


def test_origins_are_those_of_the_copies() -> None:
    tied = [(0, 3), (3, 5), (7, 9)]
    pairs = [(NAMES[a], NAMES[b]) for a, b in tied]
    found = copies.find_pile_origins(NAMES, [_copy(a, b) for a, b in pairs])
    origin = find_origins(documents_of(NAMES), np.array(tied))
    assert sorted({tuple(NAMES[at] for at in np.flatnonzero(origin == first)) for first in origin.tolist()}) == [
        each.documents for each in found
    ]


def _copy(a: str, b: str) -> copies.Copy:
    return copies.Copy(a, b, 0.5, 0.5, "partial", "unknown", "", ())
