"""Patterns over a sentence, against a twin that tries every place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.expressions import expressions, matches

KNOWN = expressions(
    [("pair", "ab|ba"), ("run", "a+"), ("long", "ab+c"), ("nothing", "c*d*(?=e)")],
    {"pair": "b", "run": "a", "long": "c", "nothing": "e"},
)


def found(text: str, busy: Sequence[tuple[int, int]] = ()) -> list[tuple[str, str]]:
    return [(name, match.group()) for name, match in matches(text, KNOWN, busy)]


def test_the_longest_match_at_a_place_wins_and_none_overlap() -> None:
    assert found("abbc ab") == [("long", "abbc"), ("pair", "ab")]


def test_of_two_of_one_length_the_first_pattern_wins() -> None:
    either = expressions([("one", "ab"), ("other", "a.")], {"one": "a", "other": "a"})
    assert [name for name, _ in matches("ab", either)] == ["one"]


def test_a_busy_range_hides_what_touches_it() -> None:
    assert found("ab aa", [(1, 2)]) == [("run", "a"), ("run", "aa")]


def test_what_runs_into_a_busy_range_hides_nothing_behind_it() -> None:
    known = expressions([("run", "[a-c]+")], {"run": "[a-c]"})
    assert [match.group() for _, match in matches("abcab", known, [(1, 2)])] == ["cab"]


def test_what_a_longer_match_took_away_may_leave_another() -> None:
    known = expressions([("long", "x[0-9]"), ("pair", "[0-9]-[0-9]|[0-9]")], {"long": "x", "pair": "[0-9]"})
    assert [match.group() for _, match in matches("x1-2", known)] == ["x1", "2"]


def slow(text: str, busy: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """From left to right, at each place the longest of the matches that begin there, all patterns tried."""
    patterns = [(each.name, each.pattern) for each in KNOWN if re.search(each.needs, text)]
    result, at = [], 0
    for start in range(len(text)):
        here = [
            (name, match)
            for name, pattern in patterns
            if (match := pattern.match(text, start))
            if start < match.end() and not any(a < match.end() and match.start() < b for a, b in busy)
        ]
        if start >= at and here:
            name, match = max(here, key=lambda item: item[1].end())
            result.append((name, match.group()))
            at = match.end()
    return result


@settings(max_examples=60)
@given(st.text("abce ", max_size=12), st.lists(st.tuples(st.integers(0, 11), st.integers(1, 12)), max_size=2))
def test_any_text_gives_what_the_slow_way_gives(text: str, busy: list[tuple[int, int]]) -> None:
    assert found(text, busy) == slow(text, busy)
