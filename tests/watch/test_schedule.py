"""When to ask again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.watch.schedule import DAY, HOUR, MINUTE, after_failure, next_look


def test_a_young_report_is_looked_at_often_and_an_old_one_no_more() -> None:
    now, looks = 0.0, []
    while (then := next_look(now, 0.0)) is not None:
        looks.append(round((then - now) / HOUR, 1))
        now = then
    assert looks[:4] == [0.5, 0.5, 0.5, 0.8] and looks[-1] == 48.0
    assert 10 <= len(looks) <= 25


def test_a_failing_feed_is_asked_ever_more_seldom_and_still_once_a_day() -> None:
    assert [after_failure(0, n) / MINUTE for n in (1, 2, 3)] == [10, 20, 40]
    assert after_failure(0, 40) == DAY


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_the_next_look_lies_ahead(now: float, first: float) -> None:
    then = next_look(now, first)
    assert then is None or then > now
