"""A deed that somebody denies as a whole ("denied any involvement", "denies all charges") in one report, and that the
other lays at his door: he is responsible, guilty, convicted, or accused in somebody's words.

The one who denies must be the one it is said of. Where the reports are of different days the conviction or the plea
came later, or the denial did, so that is an update.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.compare.patients import patients
from rashomon.apparatus.details import Detail
from rashomon.model import Severity
from rashomon.text import fold

LIKELY, LIKELY_ACCUSED = 0.001, 0.05
_DENYING = frozenset("deny reject dispute refute dismiss disclaim".split())
_WHOLE = frozenset(
    """
    involvement responsibility wrongdoing guilt role part charge allegation accusation complicity blame
    claim connection link hand
    """.split()
)
_GUILTY = frozenset("responsible guilty culpable complicit liable".split())
_BLAMING = frozenset("accuse blame".split())


def compare_denials(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a denial and what lays the deed at somebody's door."""
    if likely < LIKELY:
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if not denies(one) or not one.about & _laid_on(other, likely):
            continue
        values = ("denied", "not denied") if first else ("not denied", "denied")
        severity: Severity = "update" if is_update(a, b) else "contradiction"
        why = f"denied in one, laid at the same door in the other: {a.said} / {b.said}"
        return Finding("status", severity, likely, why, i, j, *values, a.said, b.said)
    return None


def denies(detail: Detail) -> bool:
    """Whether a statement denies the deed as a whole."""
    if detail.predicate == "plead" and "not guilty" in fold(detail.words):
        return True
    if detail.predicate not in _DENYING or detail.statement.modality != "asserted":
        return False
    return any(noun.head in _WHOLE and noun.label == "obj" and noun.on == detail.predicate for noun in detail.nouns)


def _laid_on(detail: Detail, likely: float) -> frozenset[str]:
    """The entities a statement makes answerable for a deed."""
    made, words = detail.statement, fold(detail.words)
    if detail.predicate in _BLAMING and made.polarity == "affirmed" and likely >= LIKELY_ACCUSED:
        return _accused(detail)
    if made.polarity != "affirmed" or made.modality != "asserted" or detail.standing not in ("done", "present"):
        return frozenset()
    if detail.predicate is None and (detail.state in _GUILTY or " behind " in words):
        return detail.doers
    if detail.predicate == "plead" and "guilty" in detail.terms and "not guilty" not in words:
        return detail.doers
    if detail.predicate == "convict" or (detail.predicate == "find" and " guilty" in words):
        return detail.doers
    return frozenset()


def _accused(detail: Detail) -> frozenset[str]:
    verb = detail.statement.predicate
    held = [t for t in detail.tokens if verb and verb.start <= t.start < verb.end and t.tag == "VERB"]
    return patients(detail, held[-1].start)[0] if held else frozenset()
