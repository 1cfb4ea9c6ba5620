"""Patterns over a sentence, against a twin that tries every place."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate import date_patterns, quantity_patterns
from rashomon.annotate.expressions import Known, expressions, matches

AMOUNTS = (
    "about over at least no more than nearly an estimated half a the one two-thirds three dozen hundred million "
    "tens of thousands third of 5 1,200 3.5 ¾ £ $ US$ rs. 20p EUR euros miles kg percent % years year-old days hours "
    "plus or so to and - roundabout behalf ſix İ Kelvin x2 2x"
).split()
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
    told = [each for needs, those in KNOWN.items() if needs.search(text) for each in those]
    patterns = [(each.name, each.pattern) for each in sorted(told, key=lambda each: each.rank)]
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


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(AMOUNTS), st.sampled_from(" -,")), max_size=9), st.booleans())
def test_amounts_are_found_as_if_they_might_begin_anywhere(pieces: list[tuple[str, str]], shouted: bool) -> None:
    text = "".join(word + gap for word, gap in pieces)
    text = text.upper() if shouted else text
    for known in (quantity_patterns._KNOWN, date_patterns._KNOWN):
        anywhere: Known = {needs: [each._replace(amount=False) for each in those] for needs, those in known.items()}
        assert list_of(text, known) == list_of(text, anywhere)


def list_of(text: str, known: Known) -> list[tuple[str, tuple[int, int]]]:
    return [(name, match.span()) for name, match in matches(text, known)]
