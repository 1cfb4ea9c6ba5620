"""What was so in one report and is so no longer in the other, or was to come and has not: always updates.

"Was in a critical condition" / "is no longer critical"; "remained closed on Saturday" / "was reopened on Sunday"; "will
file a petition" / "no petition had been filed". What is said of the present is compared in `status`.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import LINKS, Detail, once
from rashomon.lexicon.opposites import overtaken, same_state
from rashomon.terms import terms
from rashomon.text import cut, fold

LIKELY, LIKELY_UNNAMED, LIKELY_UNDONE = 0.1, 0.4, 0.5
_NO_LONGER = re.compile(r"\b(?:no longer|not any longer|not any ?more|any longer|any ?more)\b")
_NEAR = 2
"""Content words behind "no longer" of which the other statement must hold one."""
_STAYING = frozenset((*LINKS, "continue"))


def compare_ceased(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between what was or was to be, and what has ceased or not come about."""
    if likely < LIKELY:
        return None
    for was, now, first in ((a, b, True), (b, a, False)):
        if _is_later(was, now) or not (why := _ceased(was, now, likely)):
            continue
        values = ("then", "no longer") if first else ("no longer", "then")
        labels = [" ".join(d.words.split())[:60] for d in (a, b)]
        return Finding("status", "update", likely, why, i, j, *values, *labels)
    return None


def tells_of_change(detail: Detail) -> bool:
    """Whether a statement says that something no longer is or was not done, or how long it was."""
    undone = detail.statement.polarity == "denied" and detail.standing == "done"
    return undone or detail.predicate in _STAYING or _no_longer(detail) is not None


def _ceased(was: Detail, now: Detail, likely: float) -> str:
    """Why the second tells what has become of the first, '' where it does not."""
    if was.statement.polarity == "denied":
        return ""
    if _is_no_longer(was, now, likely):
        return f"so in one, no longer in the other: {' '.join(now.words.split())[:60]}"
    if _is_ended(was, now):
        return f"a state that came to an end: {was.said} / {now.said}"
    if _is_undone(was, now, likely):
        return f"still to come in one, not done in the other: {was.said} / {now.said}"
    return ""


def _is_later(was: Detail, now: Detail) -> bool:
    return bool(was.published and now.published) and was.published[:10] > now.published[:10]


def _is_no_longer(was: Detail, now: Detail, likely: float) -> bool:
    ended = _no_longer(now)
    if ended is None or now.standing == "coming" or _no_longer(was) is not None:
        return False
    named = bool((was.doers | was.about) & (now.doers | now.about))
    return likely >= (LIKELY if named else LIKELY_UNNAMED) and bool(ended & (set(was.terms) - was.about))


@once
def _no_longer(detail: Detail) -> frozenset[str] | None:
    """The content words beside "no longer", null without it."""
    words = fold(detail.words)
    match = _NO_LONGER.search(words)
    if not match:
        return None
    # compared forms do not depend on case, so those of the folded words stand for those of the statement
    ended = [form for form, _ in terms(words[match.end() :])][:_NEAR]
    return frozenset(ended or [form for form, _ in terms(words[: match.start()])][-_NEAR:])


def _is_ended(was: Detail, now: Detail) -> bool:
    """Whether the first says of the past that a state lasted, and the second what put an end to it.

    How long or until when it lasted is told by those who know of the end.
    """
    if was.standing != "done" or was.predicate not in _STAYING or now.standing != "done":
        return False
    if now.statement.polarity == "denied" or not was.about & now.about:
        return False
    if any(d.kind == "duration" for d in was.dates) or " until " in was.words or " had to " in f" {was.said} ":
        return False
    days = [d.earliest for d in (*was.dates, *now.dates) if d.earliest]
    ordered = len(days) < 2 or days[0] <= days[-1]
    return ordered and overtaken(was.state, now.state)


def _is_of_others(was: Detail, now: Detail) -> bool:
    """Whether what was not done is denied of one place only: "no shops in Orvel were closed"."""
    subject = now.statement.subject
    if subject is None or not fold(cut(now.document, subject)).startswith("no "):
        return False
    places = {entity.id for entity in now.entities if entity.kind == "place"} & now.about
    return bool(places - {entity.id for entity in was.around})


def _is_undone(was: Detail, now: Detail, likely: float) -> bool:
    """Whether what was to come is said not to have been done."""
    if was.standing != "coming" or now.standing != "done" or now.statement.polarity != "denied":
        return False
    if likely < LIKELY_UNDONE or not was.predicate or not now.predicate or not same_state(was.predicate, now.predicate):
        return False
    if (was.doers and now.doers and not was.doers & now.doers) or _is_of_others(was, now):
        return False
    names = {form for entity in was.entities for form, _ in terms(entity.name)}
    rest = set(was.terms) & set(now.terms) - names - {was.predicate, now.predicate}
    nothing = bool(was.doers & now.doers) and "nothing" in fold(now.words).split()
    return (bool(rest) or nothing) and one_time(was, now)
