"""When to ask again: a failing feed ever more seldom, a known report often while it is young, then never.

An outlet corrects most in the first hours. A report is looked at again when half its age has passed once more, at the
soonest after half an hour, at the latest after two days, and no more after two weeks: some fifteen looks in all.
"""

from __future__ import annotations

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
TRIES = 5
"""So often a page is asked for that never came; then it is left."""
_SOONEST, _LATEST, _LAST = HOUR / 2, 2 * DAY, 14 * DAY


def after_failure(now: float, failures: int) -> float:
    """The moment to ask again after so many failures in a row, from 1: ten minutes, then twice as long, up to a day."""
    return now + min(DAY, 10 * MINUTE * 2.0 ** min(failures - 1, 12))


def next_look(now: float, first: float) -> float | None:
    """The moment to look again at a report first seen at `first`; null where it is looked at no more."""
    age = max(0.0, now - first)
    return None if age > _LAST else now + min(max(_SOONEST, age / 2), _LATEST)
