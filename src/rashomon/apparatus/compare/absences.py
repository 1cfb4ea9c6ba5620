"""None in one report, some in the other: "no arrests have been made" / "police arrested a suspect", "no charges" /
"two charges".

What there is none of is a deed, and the other statement tells the deed by its verb or counts such deeds. A count of a
part, of another day or of what may come answers nothing. Nobody hurt or killed is compared in `casualties`.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, is_update, one_time
from rashomon.apparatus.details import Detail
from rashomon.apparatus.nouns import Noun
from rashomon.model import Severity
from rashomon.terms import term
from rashomon.text import cut, fold

LIKELY = 0.3
_DEEDS = """
arrest: arrest detain
detention: detain arrest
charge: charge
search: search
evacuation: evacuate
apology: apologise apologize
announcement: announce
decision: decide
vote: vote
strike: strike
resignation: resign
deal: agree
agreement: agree
payment: pay
warn: warn
explosion: explode
shot: shoot fire
collision: collide
cancellation: cancel
delay: delay
appeal: appeal
complaint: complain
"""
_VERBS = {noun: frozenset(verbs.split()) for noun, verbs in (line.split(":") for line in _DEEDS.strip().splitlines())}
_MORE = frozenset("other further more additional new immediate longer such".split())
"""Words behind "no" that leave room for some."""


def compare_absences(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between none of a deed and the deed told or counted."""
    if likely < LIKELY or not one_time(a, b):
        return None
    for none, some, first in ((a, b, True), (b, a, False)):
        for noun in none.nouns:
            if not _is_none(noun) or not (words := _told(some, noun)):
                continue
            values = ("none", words) if first else (words, "none")
            labels = [" ".join(cut(none.document, noun.span).split()), words]
            severity: Severity = "update" if is_update(a, b) else "contradiction"
            why = f"none in one, some in the other: {labels[0]} / {labels[1]}"
            return Finding("status", severity, likely, why, i, j, *values, *(labels if first else labels[::-1]))
    return None


def tells_of_none(detail: Detail) -> bool:
    """Whether a statement says that there was none of a deed."""
    return any(map(_is_none, detail.nouns))


def _is_none(noun: Noun) -> bool:
    return "no" in noun.before and noun.head in _VERBS and not _MORE & {*noun.before, *noun.kind}


def _told(detail: Detail, noun: Noun) -> str:
    """The words by which a statement tells the deed that there was none of, '' where it tells none."""
    if detail.statement.polarity == "denied" or detail.standing not in ("done", "present"):
        return ""
    if detail.predicate in _VERBS[noun.head]:
        return detail.said
    for quantity in detail.quantities:
        if quantity.kind == "count" and quantity.value and quantity.of:
            counted = fold(cut(detail.document, quantity.of)).split()
            if counted and term(counted[-1]) == noun.head:
                return " ".join(detail.document.text[quantity.span.start : quantity.of.end].split())
    return ""
