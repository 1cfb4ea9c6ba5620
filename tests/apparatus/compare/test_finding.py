"""Which statements are compared, and when one replaces the other."""

from __future__ import annotations

import numpy as np
import pytest
from build import details, pair

from rashomon.apparatus.compare import COMPARISONS, FLOOR, actors, find_differences, measures, scope, status
from rashomon.apparatus.compare.finding import is_update, may_differ

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


def test_the_same_words_never_differ() -> None:
    assert not may_differ(*pair(FLOOD[0], FLOOD[0]))
    assert not may_differ(*pair(FLOOD[0], FLOOD[0].upper()))
    assert may_differ(*pair(*FLOOD))


def test_inside_one_report_only_an_earlier_word_differs() -> None:
    now, also = details("Five people died in the flood. Six people died in the fire.")
    assert not may_differ(now, also)
    now, *_, before = details("Five people died in the flood. Police had earlier said six people died.")
    assert may_differ(now, before)


def test_no_pair_that_a_comparison_asks_for_is_passed_over() -> None:
    least = [actors.LIKELY_SAME_PERSON, measures.SAME_PERSON, scope.LIKELY, status.OPPOSED, status.SAME_WORDS]
    assert min(least) >= FLOOR


def test_every_pair_is_compared_once_and_names_of_files_do_not_matter() -> None:
    a, b = pair(*FLOOD)
    likely = np.array([[0.0, 0.9], [0.9, 0.0]])
    ((finding,), (turned,)) = find_differences([a, b], likely), find_differences([b, a], likely)
    assert (finding.kind, finding.value_a, finding.value_b) == ("number", "5", "6")
    assert (turned.value_a, turned.value_b) == ("5", "6")
    assert find_differences([a, b], np.zeros((2, 2))) == []
    assert len(COMPARISONS) == len(set(COMPARISONS))
