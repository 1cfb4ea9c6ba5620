"""An event keeps its id when it grows; what merges and splits is told."""

from __future__ import annotations

from happenings import member
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import Group, keep_ids


def groups(**parts: str) -> list[Group]:
    return [Group(id, tuple(map(member, letters))) for id, letters in parts.items()]


def told(before: list[Group], after: list[Group]) -> tuple[dict[str, str], list[tuple[str, str, tuple[str, ...], str]]]:
    kept, changes = keep_ids(before, after)
    lasting = {group.id: "".join(each.document for each in group.members) for group in kept}
    return lasting, [(c.kind, c.event, c.others, "".join(each.document for each in c.members)) for c in changes]


def test_what_is_new_has_the_id_it_was_made_with() -> None:
    assert told([], groups(n="ab")) == ({"n": "ab"}, [("new", "n", (), "ab")])


def test_an_event_keeps_its_id_when_it_grows() -> None:
    assert told(groups(o="ab"), groups(n="abc")) == ({"o": "abc"}, [("grown", "o", (), "c")])


def test_nothing_new_is_no_change() -> None:
    assert told(groups(o="ab"), groups(n="ab")) == ({"o": "ab"}, [])


def test_a_merged_event_has_the_id_of_the_larger() -> None:
    assert told(groups(o="abc", p="de"), groups(n="abcde")) == ({"o": "abcde"}, [("merged", "o", ("p",), "de")])


def test_the_larger_part_of_a_split_event_keeps_the_id() -> None:
    found = told(groups(o="abcde"), groups(m="abc", n="de"))
    assert found == ({"o": "abc", "n": "de"}, [("split", "n", ("o",), "de")])


def test_a_report_that_changes_sides_is_told_of() -> None:
    found = told(groups(o="abc", p="de"), groups(m="ab", n="cde"))
    assert found == ({"o": "ab", "p": "cde"}, [("grown", "p", ("o",), "c")])


def test_what_is_taken_out_is_told_of() -> None:
    found = told(groups(o="abc", p="de"), groups(m="ab"))
    assert found == ({"o": "ab"}, [("shrunk", "o", (), "c"), ("gone", "p", (), "de")])


def test_an_id_that_is_taken_is_not_given_again() -> None:
    lasting, _ = told(groups(n="ab"), groups(m="abc", n="xy"))
    assert lasting == {"n": "abc", "n-2": "xy"}


homes = st.lists(st.integers(0, 3), min_size=6, max_size=6)


def made(places: list[int], name: str) -> list[Group]:
    parts = {place: [m for m, p in zip("abcdef", places, strict=True) if p == place] for place in sorted(set(places))}
    return [Group(f"{name}{place}", tuple(map(member, letters))) for place, letters in parts.items()]


@settings(max_examples=60, deadline=None)
@given(homes, homes)
def test_ids_are_unique_and_members_stay_where_they_were_put(before: list[int], after: list[int]) -> None:
    kept, _ = keep_ids(made(before, "o"), made(after, "n"))
    assert [group.members for group in kept] == [group.members for group in made(after, "n")]
    assert len({group.id for group in kept}) == len(kept)
    assert keep_ids(kept, made(after, "m")) == (kept, ())
