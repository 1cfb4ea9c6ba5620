"""Nobody hurt in one report, somebody hurt or dead in the other.

The denial must be of everybody, in few words ("no one was hurt", "no deaths were reported"); the other may be of
anybody, since all reports are of one happening, unless it states days long before the report. Whoever was killed was
also hurt, not the other way round.
"""

from __future__ import annotations

from datetime import date, timedelta

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.model import Severity
from rashomon.text import fold

LIKELY = 0.3
"""The likelihood given: the words are unlike, so their own tells nothing."""
_MOST_WORDS = 4
_DAYS = 7
_NOBODY = ("nobody", "no one", "no-one", "none", "no people", "no passengers", "no residents")
_HURT = frozenset("hurt injure wound harm injury hospitalise hospitalize".split())
_DEAD = frozenset("die kill drown perish death fatality casualty".split())
_RELATIVE = frozenset("who whom which that when where if after before".split())
_REPORTING = frozenset("reported confirmed known recorded registered injury death fatality casualty".split())
"""Words of "no injuries were reported", "there were no injuries"."""


def compare_casualties(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Nobody hurt or killed in one statement, somebody in the other."""
    for none, some in ((a, b), (b, a)):
        spared, harmed = _spared(none), _harmed(some)
        if spared and harmed and (harmed == spared or harmed == "dead") and not _is_long_before(some):
            why = f"nobody in one, somebody in the other: {a.said} / {b.said}"
            values = ("nobody", harmed) if none is a else (harmed, "nobody")
            severity: Severity = "update" if is_update(a, b) else "contradiction"
            return Finding("status", severity, max(likely, LIKELY), why, i, j, *values, a.said, b.said)
    return None


def tells_of_casualties(detail: Detail) -> bool:
    """Whether a statement says that nobody or that somebody was hurt or killed."""
    return bool(_spared(detail) or _harmed(detail))


def _spared(detail: Detail) -> str | None:
    """What a statement says happened to nobody: `hurt`, `dead`."""
    if detail.statement.polarity != "denied" or detail.standing not in ("done", "present") or detail.dates:
        return None
    if len(detail.terms) > _MOST_WORDS:
        return None
    words = fold(detail.words)
    if words.startswith(_NOBODY):
        return _kind(detail.state)
    if detail.statement.subject and words.startswith(("no ", "there were no", "there have been no")):
        nouns = {_kind(form) for form in detail.terms} - {None}
        return min(nouns, key=str) if nouns and _REPORTING & {detail.state, *detail.said.casefold().split()} else None
    return None


def _harmed(detail: Detail) -> str | None:
    """What a statement says happened to somebody who is the subject of a main clause."""
    if detail.statement.polarity != "affirmed" or detail.standing != "done" or detail.statement.subject is None:
        return None
    if _RELATIVE & set(fold(detail.words).split()[:2]):
        return None
    if detail.touched or detail.statement.part == "caption" or not detail.about:
        return None
    return _kind(detail.state)


def _kind(form: str) -> str | None:
    return "hurt" if form in _HURT else "dead" if form in _DEAD else None


def _is_long_before(detail: Detail) -> bool:
    """Whether a sentence states a day more than a week before its report."""
    if not detail.published:
        return bool(detail.days)
    first = (date.fromisoformat(detail.published[:10]) - timedelta(days=_DAYS)).isoformat()
    return any(day < first for day in detail.days)
