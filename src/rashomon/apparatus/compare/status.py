"""States of one thing that exclude each other: holds / collapsed, closed / reopened, planned / done, denied /
affirmed.

Three ways: main verbs for outcomes, or for states of which one is said of the present, that exclude each other, with
one subject; a verb for a state planned in one report and done in the other; a verb denied in one and affirmed in the
other. What was so before ("after being held") is no state: only main verbs of clauses that do not open with "after",
"before" or "until" are compared.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.lexicon.function_words import PREPOSITIONS
from rashomon.lexicon.opposites import OUTCOMES, STATES, opposed, same_state
from rashomon.model import Severity
from rashomon.terms import terms

OPPOSED, OUTCOME, PLANNED, DENIED, SAME_WORDS = 0.001, 0.05, 0.45, 0.3, 0.01
"""Least likelihoods; opposites ask for little more than one subject, since other verbs make statements look unlike."""
_PRESENT = ("is", "are", "remain", "remains", "continue", "continues", "stays", "stay", "'s")
_DONE_TO = frozenset(
    """
    hold detain imprison free release arrest capture apprehend catch shut close block seal cordon evacuate find locate
    rescue kill murder suspend ban name
    """.split()
)
"""Verbs of deeds done to somebody, whose participle stands behind a noun as often as their past tense."""
_BEHIND_PARTICIPLE = PREPOSITIONS | {"since", "during", "after"}
_PAST = ("after", "before", "until", "since", "when", "while", "despite")
_OPEN = ("if", "whether", "unless", "which", "what", "how", "why")


def compare_status(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the states two statements give one thing."""
    if any(not d.state or _is_past(d) or _is_participle(d) for d in (a, b)):
        return None
    return _opposed(a, b, likely, i, j) or _denied(a, b, likely, i, j) or _planned(a, b, likely, i, j)


def _opposed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if likely < OPPOSED or a.statement.polarity != b.statement.polarity:
        return None
    states = opposed(a.state, b.state, STATES) and (_is_present(a) or _is_present(b))
    if not states and not (likely >= OUTCOME and opposed(a.state, b.state, OUTCOMES)):
        return None
    if not _same_subject(a, b) or "possible" in (a.statement.modality, b.statement.modality):
        return None
    return Finding(
        "status",
        _severity(a, b),
        likely,
        f"states that exclude each other: {a.said} / {b.said}",
        i,
        j,
        a.state,
        b.state,
        a.said,
        b.said,
    )


def _denied(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if a.statement.modality != b.statement.modality or a.predicate is None or b.predicate is None:
        return None
    if a.statement.polarity == b.statement.polarity or not same_state(a.state, b.state):
        return None
    if likely < (SAME_WORDS if _same_words(a, b) else DENIED):
        return None
    if a.about and b.about and not a.about & b.about:
        return None
    words = a.statement.polarity, b.statement.polarity
    severity: Severity = "update" if _is_yet(a) or _is_yet(b) else "contradiction"
    why = f"{words[0]} in one, {words[1]} in the other: {a.said} / {b.said}"
    labels = [f"{word}: {detail.said}" for word, detail in zip(words, (a, b), strict=True)]
    return Finding("status", severity, likely, why, i, j, *words, *labels)


def _planned(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    modalities = a.statement.modality, b.statement.modality
    one, other = a.doers, b.doers
    if one and other and not one & other:
        return None
    if likely < PLANNED or "planned" not in modalities or "asserted" not in modalities:
        return None
    if not same_state(a.state, b.state) or a.statement.polarity != b.statement.polarity:
        return None
    why = f"still to come in one, done in the other: {a.said} / {b.said}"
    return Finding("status", "update", likely, why, i, j, *modalities, a.said, b.said)


def _same_subject(a: Detail, b: Detail) -> bool:
    """Whether the subjects share a name, or half of the words of the shorter one."""
    one, other = a.about, b.about
    both = one & other
    ids = {entity.id for entity in (*a.entities, *b.entities)}
    return bool(both & ids) or len(both) * 2 >= min(len(one), len(other)) > 0


def _same_words(a: Detail, b: Detail) -> bool:
    """Whether the two have a subject and a word behind the verb in common."""
    if not a.about & b.about or a.statement.predicate is None or b.statement.predicate is None:
        return False
    rest = [
        {form for form, word in terms(d.document.text, verb.end, d.statement.span.end)}
        for d, verb in ((a, a.statement.predicate), (b, b.statement.predicate))
    ]
    return bool(rest[0] & rest[1])


def _is_past(detail: Detail) -> bool:
    """Whether the state was over ("after being held"), or is in question ("whether it is open").

    "After it was reopened" tells how things stand since.
    """
    first, second = (*detail.words.casefold().split(None, 2), "", "")[:2]
    if first in _OPEN:
        return True
    return first in _PAST and not (first in ("after", "since") and not second.endswith("ing"))


def _is_participle(detail: Detail) -> bool:
    """Whether the verb only describes a noun: "prisoners held in the north"."""
    span = detail.statement.predicate
    if span is None or detail.predicate not in _DONE_TO or " " in detail.said:
        return False
    after = detail.document.text[span.end : detail.statement.span.end].split(None, 1)
    return not after or after[0].casefold().strip(",") in _BEHIND_PARTICIPLE


def _is_yet(detail: Detail) -> bool:
    """Whether what is denied may still come: "has not been revealed"."""
    verb = detail.said.casefold()
    return detail.statement.polarity == "denied" and verb.startswith(("has ", "have ", "is ", "are "))


def _is_present(detail: Detail) -> bool:
    """Whether a statement speaks of how things stand: "remains", "is still", "holding"."""
    verb = detail.said.casefold().split()
    return bool(verb) and (verb[0] in _PRESENT or verb[0].endswith("ing") or verb[0] == f"{detail.predicate}s")


def _severity(a: Detail, b: Detail) -> Severity:
    return "update" if is_update(a, b) else "contradiction"
