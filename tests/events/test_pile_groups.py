"""From ties to groups."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from happenings import FERRY, MILL, member, report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.events import Group, Tie, find_ties, group, grouping, leads, meet
from rashomon.events.grouping import FEW, LEAST, SEEN, SHARE, SINGLE, USUAL
from rashomon.model import Document, Origin


def tied(pairs: dict[str, float]) -> list[Tie]:
    """Ties by pairs of letters; a score below 0 is a veto."""
    return [Tie(member(a), member(b), max(score, 0.0), (), vetoed=score < 0) for (a, b), score in sorted(pairs.items())]


def ids(groups: tuple[Group, ...]) -> list[str]:
    return ["".join(each.document for each in one.members) for one in groups]


def of(documents: list[Document]) -> list[set[str]]:
    found = [lead for document in documents for lead in leads(document)]
    groups = group([lead.member for lead in found], find_ties(found, meet(found)))
    return [{each.document for each in one.members} for one in groups]


def test_reports_of_two_happenings_become_two_groups() -> None:
    assert of([*FERRY, *MILL]) == [{"ferry-1", "ferry-2", "ferry-3"}, {"mill-1", "mill-2"}]


def test_two_trials_of_one_man_are_two() -> None:
    def trial(id: str, headline: str, text: str, published: str) -> Document:
        return report(id, headline, f"{text} Banker Olaf Rist denies everything, his lawyer Mina Torv said.", published)

    fraud = (
        "A court in Skerby heard how pensioners lost savings in a fund that never existed. Auditors found forged books."
    )
    arson = (
        "Jurors in Oberleck saw pictures of a boathouse set alight with petrol. A neighbour smelled smoke at midnight."
    )
    first = [
        trial("1", "Rist fraud trial opens in Skerby", fraud, "2031-02-03"),
        trial(
            "2", "Forged books shown to court as pensioners listen", fraud + " The fund was an invention.", "2031-02-04"
        ),
    ]
    second = [
        trial("3", "Rist accused of burning boathouse", arson, "2031-04-14"),
        trial("4", "Neighbour tells Oberleck jurors of smoke", arson + " Petrol cans were found.", "2031-04-15"),
    ]
    assert of([*first, *second]) == [{"1", "2"}, {"3", "4"}]


def test_a_chain_is_no_group() -> None:
    chain = {a + b: 0.4 for a, b in zip("abcdefgh", "bcdefghi", strict=True)}
    assert max(map(len, ids(group(map(member, "abcdefghi"), tied(chain))))) <= 3


def test_two_happenings_much_like_each_other_stay_two() -> None:
    inside = {a + b: 0.5 for part in ("abcde", "vwxyz") for a, b in combinations(part, 2)}
    across = {a + b: 0.25 for a in "abcde" for b in "vwxyz"}
    assert ids(group(map(member, "abcdevwxyz"), tied(inside | across))) == ["abcde", "vwxyz"]
    nearer = dict.fromkeys(across, 0.4)
    assert ids(group(map(member, "abcdevwxyz"), tied(inside | nearer))) == ["abcdevwxyz"]


def test_a_veto_keeps_two_groups_apart() -> None:
    pairs = {"ab": 0.9, "cd": 0.9, "ac": 0.8, "bd": 0.8, "ad": -1.0, "bc": 0.8}
    assert ids(group(map(member, "abcd"), tied(pairs))) == ["ab", "cd"]


def test_copies_vote_once() -> None:
    """Three prints of one text do not outvote the report that is tied to none of them."""
    prints = {a + b: 1.0 for a, b in combinations("abc", 2)}
    pairs = prints | {"ax": 0.11, "bx": 0.11, "cx": 0.11, "xy": 0.5}
    origins = [Origin("o", ("a", "b", "c"))]
    assert ids(group(map(member, "abcxy"), tied(pairs), origins)) == ["abc", "xy"]


def test_copies_are_together_however_late_they_were_printed() -> None:
    pairs = {"ab": 0.06}
    assert ids(group(map(member, "ab"), tied(pairs))) == ["a", "b"]
    assert ids(group(map(member, "ab"), tied(pairs), [Origin("o", ("a", "b"))])) == ["ab"]


def test_who_has_no_ties_is_alone_and_ties_of_strangers_are_not_heard() -> None:
    assert ids(group([member("a"), member("b")], tied({"ac": 1.0, "bc": 1.0}))) == ["a", "b"]


def test_a_component_too_large_falls_apart_at_its_weakest_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = {"ab": 0.9, "bc": 0.9, "ac": 0.9, "cd": 0.2, "de": 0.9, "ef": 0.9, "df": 0.9}
    whole = group(map(member, "abcdef"), tied(pairs))
    monkeypatch.setattr(grouping, "MOST", 3)
    assert group(map(member, "abcdef"), tied(pairs)) == whole


def slow(letters: str, scores: dict[str, float]) -> list[str]:
    """The same by looking at all pairs of groups at every step."""
    value = lambda a, b: scores.get(a + b, scores.get(b + a, 0.0))  # noqa: E731
    size = lambda part: min(len(part), grouping.MANY)  # noqa: E731
    parts = list(letters)

    def alike(part: str) -> float:
        total = sum(max(0.0, value(a, b)) for a, b in combinations(part, 2))
        return (total + SEEN * USUAL) / (size(part) * (size(part) - 1) / 2 + SEEN)

    while True:
        best = None
        for a, b in combinations(sorted(parts), 2):
            across = [value(x, y) for x in a for y in b]
            average = sum(across) / (size(a) * size(b))
            few = min(len(a), len(b))
            share = SHARE * few / (few + FEW) * (alike(a) * alike(b)) ** 0.5
            if min(across) >= 0 and average > 0 and average >= max(LEAST * (1 + SINGLE / len(across)), share):
                best = min(best, (-average, a, b)) if best else (-average, a, b)
        if best is None:
            return sorted(parts)
        parts = ["".join(sorted(best[1] + best[2])), *(part for part in parts if part not in best[1:])]


# scores that are sums of different powers of two, so that no two averages are nearly equal but for rounding
pairs_of = st.dictionaries(
    st.sampled_from([a + b for a, b in combinations("abcdefg", 2)]),
    st.integers(-1, 63).map(lambda n: n if n < 0 else n / 64),
    max_size=21,
)


@pytest.mark.parametrize("many", [2.0, 16.0])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs_of, st.randoms(use_true_random=False))
def test_groups_are_those_of_the_slow_way_in_any_order(
    monkeypatch: pytest.MonkeyPatch, many: float, pairs: dict[str, float], order: random.Random
) -> None:
    monkeypatch.setattr(grouping, "MANY", many)
    ties = tied(pairs)
    found = ids(group(map(member, "abcdefg"), ties))
    assert found == slow("abcdefg", pairs)
    order.shuffle(ties)
    assert group(map(member, "gfedcba"), ties) == group(map(member, "abcdefg"), tied(pairs))
