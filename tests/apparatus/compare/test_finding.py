"""Which statements are compared, and when one replaces the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from build import details, event, pair

from rashomon.apparatus.compare import COMPARISONS, FLOOR, NEEDS, Finding, Need, find_differences, found_by
from rashomon.apparatus.compare.finding import is_update, may_differ
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import Matrix

FLOOD = "Five people died in the flood", "Six people died in the flood"


@pytest.mark.parametrize(
    ("days", "update"),
    [
        (("2031-05-04", "2031-05-04"), False),
        (("2031-05-04", "2031-05-05"), True),
        (("2031-05-04", "2031-05-04T10:00:00+00:00"), False),
        (("2031-05-04T09:00:00+00:00", "2031-05-04T10:00:00+00:00"), True),
        (("2031-05-04", None), False),
        ((None, None), False),
    ],
)
def test_what_was_published_at_another_time_may_replace_the_other(
    days: tuple[str | None, str | None], update: bool
) -> None:
    a, b = pair(*FLOOD, days)
    assert is_update(a, b) == is_update(b, a) == update


def test_what_was_said_earlier_is_replaced_whatever_the_day() -> None:
    assert is_update(*pair("Police had earlier said five people died", FLOOD[1]))


def differ(a: Detail, b: Detail) -> bool:
    return bool(may_differ([a, b])[0, 1])


def test_the_same_words_never_differ() -> None:
    assert not differ(*pair(FLOOD[0], FLOOD[0]))
    assert not differ(*pair(FLOOD[0], FLOOD[0].upper()))
    assert differ(*pair(*FLOOD))


def test_inside_one_report_only_an_earlier_word_differs() -> None:
    now, also = details("Five people died in the flood. Six people died in the fire.")
    assert not differ(now, also)
    now, *_, before = details("Five people died in the flood. Police had earlier said six people died.")
    assert differ(now, before)


def test_below_the_floor_only_those_look_that_know_one_thing_by_other_signs() -> None:
    [fired], [resigned] = event("The club fired Ada Moor on Monday.", "Ada Moor resigned on Monday.")
    unlike = np.full((2, 2), FLOOR / 2)
    assert [comparison.__name__ for comparison, _ in found_by([fired, resigned], unlike)] == ["compare_ways"]
    assert found_by(list(pair(*FLOOD)), unlike) == []


def slow(details: Sequence[Detail], likely: Matrix) -> list[Finding]:
    """Every comparison on every pair that it may look at, statement by statement."""
    by_place = sorted(range(len(details)), key=lambda index: details[index].statement.span)
    found = []
    for i, j in combinations(by_place, 2):
        if not may_differ([details[i], details[j]])[0, 1]:
            continue
        for comparison in COMPARISONS:
            tells = NEEDS.get(comparison, Need()).far
            if likely[i, j] >= FLOOR or (tells and tells(details[i]) and tells(details[j])):
                finding = comparison(details[i], details[j], float(likely[i, j]), i, j)
                found += [finding] if finding else []
    return found


@pytest.mark.parametrize("chance", [0.0, 0.005, 0.02, 0.5])
def test_findings_are_those_of_a_look_at_every_pair(chance: float) -> None:
    reports = [
        "Five people died in the flood. The dam was closed on Monday. Nobody was hurt in the port.",
        "Six people died in the flood. The dam was reopened. Two people were killed in the port.",
        "The club fired Ana Lint, 41. The flood killed five people.",
        "Ana Lint, 43, resigned. The dam is closed.",
    ]
    held = [detail for report in event(*reports) for detail in report]
    likely = np.full((len(held), len(held)), chance)
    assert find_differences(held, likely) == slow(held, likely)


def test_every_pair_is_compared_once_and_names_of_files_do_not_matter() -> None:
    a, b = pair(*FLOOD)
    likely = np.array([[0.0, 0.9], [0.9, 0.0]])
    ((finding,), (turned,)) = find_differences([a, b], likely), find_differences([b, a], likely)
    assert (finding.kind, finding.value_a, finding.value_b) == ("number", "5", "6")
    assert (turned.value_a, turned.value_b) == ("5", "6")
    assert find_differences([a, b], np.zeros((2, 2))) == []
    assert len(COMPARISONS) == len(set(COMPARISONS))


def test_what_one_report_tells_of_both_days_came_about_twice() -> None:
    first, second = event(
        "The four boys were rescued on 8 May 2031.",
        "The four boys were rescued on 9 May 2031. The first four boys were rescued on 8 May 2031.",
    )
    held = [*first, *second]
    likely = np.full((3, 3), 0.9)
    assert not find_differences(held, likely)
    assert [finding.kind for finding in find_differences(held[:2], likely[:2, :2])] == ["date"]
