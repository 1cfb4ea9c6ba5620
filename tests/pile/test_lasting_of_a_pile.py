"""Ids and changes that are found some events at a time are those that are found with all events at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from arrays import documents_of, leads_of
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import events
from rashomon.pile import lasting
from rashomon.pile.lasting import Found, Origins, changed
from rashomon.store import KeptMember
from rashomon.text import content_id

NAMES = [f"d-{number:02}" for number in range(12)]
NEWER = {"d-00": "d-05", "d-01": "d-06"}
LEADS = sorted(events.Member(name, start, 9) for name in NAMES[2:] for start in ((0, 3) if name == "d-06" else (0,)))
OLD = sorted([*LEADS, *(events.Member(name, start, 9) for name in ("d-00", "d-01", "d-02") for start in (0, 4))])
OLD = sorted(set(OLD))
PARTITION = st.lists(st.integers(0, 6), min_size=30, max_size=30)


class Events:
    """The old events, as a store tells of them."""

    def __init__(self, rows: dict[str, list[KeptMember]]) -> None:
        self.rows = rows

    def all_members(self) -> Iterator[tuple[str, KeptMember]]:
        """All of them, by event."""
        return ((name, member) for name in sorted(self.rows) for member in self.rows[name])

    def members_of(self, names: Sequence[str]) -> dict[str, list[KeptMember]]:
        """Some of them, by event."""
        return {name: self.rows[name] for name in sorted(names)}


def parts(members: list[events.Member], labels: list[int]) -> list[list[events.Member]]:
    """The members by label, each part and all parts in order."""
    found = [[m for m, label in zip(members, labels, strict=False) if label == each] for each in sorted(set(labels))]
    return sorted(part for part in found if part)


def id_of(part: list[events.Member]) -> str:
    """What a group of these is called."""
    return content_id("event-", *(f"{m.document}:{m.start}:{m.end}" for m in part))


def renewed(name: str, part: list[events.Member]) -> events.Group:
    """An old event with the version that stands now, where it is one lead, in place of an old one."""
    inside = set()
    for member in part:
        stands = [lead for lead in LEADS if lead.document == NEWER.get(member.document)]
        inside.update(stands if len(stands) == 1 else [] if member.document in NEWER else [member])
    return events.Group(name, tuple(sorted(inside)))


@given(PARTITION, PARTITION, st.permutations(range(30)), st.integers(1, 9))
@settings(max_examples=60)
def test_some_at_a_time_are_called_as_all_at_once(
    old: list[int], new: list[int], mixed: list[int], together: int
) -> None:
    documents = documents_of(NAMES, NEWER)
    number = {documents.id(at): int(documents.numbers[at]) for at in range(len(NAMES))}
    before = parts(OLD, old)
    after = parts(LEADS, new)
    ids = [id_of(part) for part in [*after, *before]]  # some new groups meet with their ids in another's hands
    names = dict(zip(sorted({ids[at % len(ids)] for at in mixed[: len(before)]}), before, strict=False))
    leads = leads_of(documents, LEADS)
    place = {member: at for at, member in enumerate(LEADS)}
    group, called = np.arange(len(LEADS)), np.zeros(len(LEADS), "S18")
    for part in after:
        group[[place[member] for member in part]] = place[part[0]]
        called[place[part[0]]] = id_of(part).encode()
    found = Found(documents, leads, np.arange(len(NAMES)), group, called, np.zeros(len(LEADS)))
    origins = Origins(found)
    rows = {
        name: [KeptMember(number[m.document], m.start, m.end, content_id("o-", m.document)) for m in part]
        for name, part in names.items()
    }
    made = [events.Group(id_of(part), tuple(part)) for part in after]
    kept, changes = events.keep_ids([renewed(name, names[name]) for name in sorted(names)], made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lasting, "TOGETHER", together)
        some = list(changed(Events(rows), found, origins))  # type: ignore[arg-type]
    told = sorted((change for each in some for change in each.changes), key=lambda c: (c.event, c.kind))
    assert told == list(changes)
    named = {each for portion in some for each in portion.groups}
    assert named <= set(kept)
    for each in set(kept) - named:  # left out: as it was
        assert names[each.id] == list(each.members)
    assert {name for portion in some for name in portion.was} >= names.keys() - {each.id for each in kept}


def test_an_event_that_is_as_it_was_is_left_out() -> None:
    documents = documents_of(NAMES)
    members = [events.Member(name, 0, 9) for name in NAMES]
    found = Found(
        documents,
        leads_of(documents, members),
        np.arange(len(NAMES)),
        np.array([0, 0, *range(2, 12)]),
        np.array([id_of([member]) for member in members], "S18"),
        np.zeros(len(NAMES)),
    )
    numbers = documents.numbers.tolist()
    rows = {
        "event-a": [KeptMember(numbers[at], 0, 9, content_id("o-", NAMES[at])) for at in (0, 1)],
        "event-b": [KeptMember(numbers[2], 0, 9, "o-another")],
    }
    (some,) = changed(Events(rows), found, Origins(found))  # type: ignore[arg-type]
    assert set(some.was) == {"event-b"}
    assert len(some.groups) == len(NAMES) - 2
