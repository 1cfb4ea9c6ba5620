"""A pile as a whole: what is added, in whatever order and however often one asks, comes out as the same events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pile_sample import dump, examples, groups, report, shuffled
from rashomon import copies, events, pile, run
from rashomon.copies.origins import ONE_ORIGIN
from rashomon.errors import TooMuch
from rashomon.model import Document
from rashomon.pile import comparing, homes, meeting, showing
from rashomon.pile.listing import list_documents
from rashomon.pile.meeting import blocks_of_pairs, code, meet_leads
from rashomon.pile.workers import in_order
from rashomon.store import Database, KeptEvent, KeptMember, open_store

STORM = "The storm tore the roof off the grain hall at Osterby and killed two harbour workers, Mayor Lena Brandt said."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """An empty store in a file."""
    opened = open_store(str(tmp_path / "pile.db"), writing=True, create=True)
    yield opened
    opened.close()


def filled(file: Path, *parts: list[Document]) -> Database:
    """A store to which the parts were added one after another, the events worked out after each."""
    opened = open_store(str(file), writing=True, create=True)
    for part in parts:
        pile.add(opened, part)
        pile.group(opened)
    return opened


# --------------------------------------------------------------------------------------------------------------- group
def in_memory(documents: list[Document]) -> set[frozenset[tuple[str, int, int]]]:
    """The events of a pile, each step on all of it at once."""
    leads = [lead for document in documents for lead in events.leads(document)]
    sketches = [copies.sketch(document) for document in documents]
    found = copies.find_pile_copies(sketches, {document.id: document for document in documents}.__getitem__)
    first = {lead.member.document: number for number, lead in reversed(list(enumerate(leads)))}
    mostly = [(first[c.a], first[c.b]) for c in found if max(c.share_of_a, c.share_of_b) >= ONE_ORIGIN]
    pairs = {*events.meet(leads), *((min(pair), max(pair)) for pair in mostly)}
    ties = list(events.find_ties(leads, sorted(pairs)))
    origins = copies.find_pile_origins([document.id for document in documents], found)
    made = events.group([lead.member for lead in leads], ties, origins)
    return {frozenset(tuple(member) for member in group.members) for group in made}


def test_the_events_of_a_store_are_those_of_the_pile_in_memory(store: Database) -> None:
    documents = [*examples(), *many_prints()]
    for some in (documents[:30], documents[30:]):
        pile.add(store, some)
        pile.group(store)
    found = in_memory(documents)
    assert groups(store) == found
    assert max(map(len, found)) > 3
    assert [event.reports for event in store.events(2)] == [
        event.reports for event in store.events(1) if event.reports > 1
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_events_do_not_depend_on_the_order_of_arrival(tmp_path: Path, seed: int) -> None:
    documents = [*examples(), *many_prints()]
    at_once = filled(tmp_path / "once.db", documents)
    mixed = shuffled(documents, seed)
    in_parts = filled(tmp_path / "parts.db", mixed[:10], mixed[10:11], mixed[11:60], mixed[60:])
    assert groups(in_parts) == groups(at_once)
    at_once.close()
    in_parts.close()


def many_prints() -> list[Document]:
    """One text printed so often that its keys become stock, with reports that differ."""
    prints = [report(f"{STORM} Printed in town {n}.", "2031-05-02", path=f"print-{n}") for n in range(70)]
    return [*prints, report("At Osterby the grain hall lost its roof in the storm; two workers died.", "2031-05-02")]


def test_copies_of_a_store_are_those_of_the_pile_in_memory(store: Database) -> None:
    documents = [*examples("flood", "ferry", "council"), *many_prints()[:40]]
    pile.add(store, documents[:20])
    pile.group(store)
    pile.add(store, documents[20:])
    pile.group(store)
    found = copies.common_sources(list(comparing.compare_copies(store, list_documents(store), str)()))
    sketches = [copies.sketch(document) for document in documents]
    expected = copies.find_pile_copies(sketches, {document.id: document for document in documents}.__getitem__)
    assert sorted(found, key=lambda copy: (copy.a, copy.b)) == sorted(expected, key=lambda copy: (copy.a, copy.b))


def test_asking_again_works_nothing_out(store: Database) -> None:
    pile.add(store, examples("ferry"))
    assert not pile.is_grouped(store)
    pile.group(store)
    before = dump(store)
    assert pile.is_grouped(store)
    pile.group(store)
    assert dump(store) == before


def test_an_event_keeps_its_id_as_it_grows(store: Database) -> None:
    first, *others = examples("ferry")
    pile.add(store, [first])
    pile.group(store)
    (before,) = store.events(1)
    pile.add(store, others)
    pile.group(store)
    (after,) = store.events(1)
    assert (after.id, after.reports) == (before.id, len(others) + 1)


def test_an_event_outlives_an_altered_report_and_holds_the_newest_version(store: Database) -> None:
    old = report(STORM, "2031-05-02", url="https://example.org/storm")
    new = replace(report(STORM.replace("two", "three"), "2031-05-02", url="https://example.org/storm"))
    pile.add(store, [old])
    pile.group(store)
    (before,) = store.events(1)
    pile.add(store, [new])
    pile.group(store)
    (after,) = store.events(1)
    assert after.id == before.id
    assert groups(store) == {frozenset({(new.id, 0, len(new.text))})}


def test_a_key_that_an_old_version_held_is_stock_no_longer(tmp_path: Path) -> None:
    """Reports that met nobody while one more held their words meet once that one is altered."""
    told = [
        report(f"The grain hall at Osterby burned, {who} said.", "2031-05-02", url=f"https://example.org/{who}")
        for who in ("Brandt", "Vega", "Lund", "Dorn", "Hamm", "Oakes", "Stroud")
    ]
    altered = report("A goat won the race at Mornholm.", "2031-05-02", url="https://example.org/Stroud")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "meet_leads", lambda parts: meet_leads(parts, 6))
        patch.setattr(comparing, "_pairs_of_first", lambda *_: np.empty((0, 2), np.int64))
        in_parts = filled(tmp_path / "parts.db", told, [altered])
        at_once = filled(tmp_path / "once.db", [*told, altered])
    assert groups(in_parts) == groups(at_once)
    assert len(list(in_parts.all_ties())) == len(list(at_once.all_ties())) > 0
    in_parts.close()
    at_once.close()


def test_merges_are_kept_with_their_reason(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = examples("ferry")[:2]
    pile.add(store, [a, b])
    whole = events.group
    monkeypatch.setattr(homes.events, "group", lambda members, ties, origins: whole(members, (), origins))
    pile.group(store)
    assert len(store.events(1)) == 2
    monkeypatch.undo()
    pile.add(store, examples("ferry")[2:])
    pile.group(store)
    (group,) = store.events(1)
    (change,) = store.changes(group.id)
    assert (change.kind, change.grouping, len(change.others)) == ("merged", 2, 1)


def test_leads_of_another_program_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = filled(tmp_path / "fresh.db", examples("ferry", "flood"))
    monkeypatch.setattr(pile, "PREPARED", "as somebody else would")
    old = filled(tmp_path / "old.db", examples("ferry", "flood")[:6])
    monkeypatch.undo()
    pile.add(old, examples("ferry", "flood"))
    pile.group(old)
    assert groups(old) == groups(fresh)
    assert old.mark("prepared") == pile.PREPARED
    fresh.close()
    old.close()


# ------------------------------------------------------------------------------------------------------------- workers
def doubled(number: int) -> int:
    """Twice as much, but not of seven."""
    if number == 7:
        raise ValueError("not seven")
    return 2 * number


def test_what_workers_make_comes_in_order() -> None:
    batches = [[1, 2], [3], [], [4, 5, 6], [8]]
    assert list(in_order(doubled, iter(batches), 2)) == [[2, 4], [6], [], [8, 10, 12], [16]]
    assert list(in_order(doubled, iter([]), 2)) == []


def test_what_a_worker_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="not seven"):
        list(in_order(doubled, iter([[1], [2], [7], [3]]), 1))


# ---------------------------------------------------------------------------------------------------------------- meet
keys = st.lists(st.frozensets(st.integers(-9, 9), max_size=5), min_size=1, max_size=14)


@given(keys, st.randoms(use_true_random=False), st.integers(1, 5), st.sampled_from([40, 1_000]))
@settings(max_examples=60)
def test_blocks_give_the_pairs_of_the_whole(held: list[frozenset[int]], random: object, block: int, rows: int) -> None:
    arrivals = list(range(1, len(held) + 1))
    random.shuffle(arrivals)  # type: ignore[attr-defined]
    holders = [(number, np.array(sorted(some), np.int64)) for number, some in enumerate(held)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meeting, "ROWS", rows)
        found = list(blocks_of_pairs(np.array(arrivals), holders, lambda parts: meet_leads(parts, 3), None, block))
    leads = [events.Lead(events.Member(str(n), 0, 0), None, keys=tuple(sorted(some))) for n, some in enumerate(held)]
    pairs = [pair for part in found for pair in map(tuple, part.tolist())]
    assert sorted(pairs) == sorted(events.meet(leads, 3))
    assert [max(arrivals[a], arrivals[b]) <= block * (n + 1) for n, part in enumerate(found) for a, b in part] == [
        True
    ] * len(pairs)


def test_pairs_that_meet_whatever_they_hold_are_added_once() -> None:
    held = [(0, np.array([1])), (1, np.array([1])), (2, np.array([2]))]
    more = np.array([[0, 1], [0, 2]])
    (found,) = blocks_of_pairs(np.array([1, 2, 3]), iter(held), meet_leads, more)
    assert found.tolist() == [[0, 1], [0, 2]]
    assert code(found[:, 0], found[:, 1]).tolist() == [1, 2]


# ---------------------------------------------------------------------------------------------------------------- show
def test_what_is_shown_is_kept_until_the_event_changes(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    collate = run.collate

    def counted(documents: list[Document]) -> object:
        made.append(len(documents))
        return collate(documents)

    monkeypatch.setattr(run, "collate", counted)
    first, second, *others = examples("ferry")
    pile.add(store, [first, second])
    pile.group(store)
    for _ in range(2):
        shown = pile.lay_side_by_side(store, store.events(1)[0])
        pile.keep(store, shown)
    assert (made, shown.kept) == ([2], True)
    assert shown.apparatus == collate([first, second])
    pile.add(store, others)
    pile.group(store)
    pile.keep(store, pile.lay_side_by_side(store, store.events(1)[0]))
    assert made == [2, 2 + len(others)]


def test_the_page_is_told_what_was_altered(store: Database) -> None:
    old = report(STORM, "2031-05-02", url="https://example.org/storm")
    new = report(STORM.replace("two", "three"), "2031-05-03", url="https://example.org/storm")
    pile.add(store, [old, new])
    pile.group(store)
    (event,) = store.events(1)
    (history,) = pile.lay_side_by_side(store, event).histories
    assert [version.document.id for version in history.versions] == [old.id, new.id]
    assert [version.seen for version in history.versions] == [None, None]


def test_only_the_passage_of_a_round_up_speaks() -> None:
    document = report("The ferry burned.\n\nThe mayor resigned.\n\nA goat won.", headline="Morning news")
    start = document.text.index("The mayor")
    member = KeptMember(1, start, start + len("The mayor resigned."), "o-1")
    one = showing.only_passages(document, [member])
    silent = [document.text[span.start : span.end] for span in one.boilerplate]
    assert (one.text, one.headline, one.id) == (document.text, None, document.id)
    assert silent == ["Morning news\n\nThe ferry burned.", "A goat won."]


def test_a_whole_report_speaks_as_it_is() -> None:
    document = report("The ferry burned.")
    assert showing.only_passages(document, [KeptMember(1, 0, len(document.text), "o-1")]) is document


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=3))
def test_passages_and_boilerplate_cover_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    document = replace(report("x"), text=text)
    members = [KeptMember(1, *sorted((min(a, len(text)), min(b, len(text)))), "o-1") for a, b in ranges]
    one = showing.only_passages(document, members)
    spoken = {place for member in members for place in range(member.start, member.end)}
    silent = {place for span in one.boilerplate for place in range(span.start, span.end)}
    assert not spoken & silent
    assert all(text[place].isspace() for place in range(len(text)) if place not in spoken | silent)


def test_too_many_reports_are_the_first_of_each_origin(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = examples("flood")
    pile.add(store, documents)
    number = {each.id: each.number for each in store.listed()}
    origins = [f"o-{min(place, 2)}" for place in range(5)]
    members = [KeptMember(number[d.id], 0, len(d.text), o) for d, o in zip(documents, origins, strict=True)]
    event = KeptEvent("event-1", "v-1", "Flood", None, None, 5, 3, 5)
    store.keep_events([([(event, members)], [], [])], 5)
    collate = run.collate

    def at_most_three(some: list[Document]) -> object:
        if len(some) > 3:
            raise TooMuch("too much")
        return collate(some)

    monkeypatch.setattr(run, "collate", at_most_three)
    apparatus = pile.lay_side_by_side(store, store.event("event-1")).apparatus
    assert dict(apparatus.manifest.options) == {"reports": "the first of each origin: 3 of 5"}
    assert {document.id for document in apparatus.documents} >= {documents[0].id, documents[1].id}


def test_what_is_chosen_fits() -> None:
    documents = [report(f"Report {n}. " + "Words. " * 20, f"2031-05-{n:02}") for n in range(1, 9)]
    origin = {document.id: f"o-{n // 2}" for n, document in enumerate(documents)}
    assert showing.choose(documents, origin, 10_000) == documents
    assert showing.choose(documents, origin, 700) == [documents[0], documents[2], documents[4], documents[6]]
    assert showing.choose(documents, origin, 350) == [documents[0], documents[2]]
