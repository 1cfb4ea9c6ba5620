"""What somebody denies in one report and the other tells: "denied that a drone had been shot down", "rejected claims
that the bank was warned" / "a drone was shot down", "the bank was warned".

The denial must be said of the act itself, in the clause a verb of denying or its object governs; the two must tell of
one act that reached the same, and of nobody different who did it. Denials of a deed as a whole ("denied any
involvement") are compared in `denials`, what somebody denies to have done himself in `undone`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.patients import main_verb, patients
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.verbs import PLAIN
from rashomon.model import Token
from rashomon.terms import term

LIKELY = 0.02
_DENYING = frozenset("deny reject dispute refute rebut rebuff dismiss disavow".split())
_SAID = frozenset("report claim allegation accusation suggestion assertion rumor rumour charge speculation".split())
_NOT = frozenset("not n't n’t never no".split())
_OPEN = ("if", "whether", "unless")
_LIGHT = PLAIN | {"call"}


def compare_gainsaid(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between an act somebody denies and the same act told."""
    if likely < LIKELY or gainsaid(a) == gainsaid(b) or not one_time(a, b):
        return None
    denied, told = (a, b) if gainsaid(a) else (b, a)
    if not _is_told(told) or not _one_act(denied, told):
        return None
    values = ("denied", "told") if denied is a else ("told", "denied")
    labels = [f"{value}: {detail.said}" for value, detail in zip(values, (a, b), strict=True)]
    why = f"denied by somebody in one, told in the other: {a.said} / {b.said}"
    return Finding("status", "contradiction", likely, why, i, j, *values, *labels)


@once
def gainsaid(detail: Detail) -> bool:
    """Whether a statement tells what somebody denies."""
    tokens, verb = detail.tokens, main_verb(detail)
    if verb < 0 or detail.statement.polarity != "affirmed":
        return False
    above = tokens[verb].head
    if above < 0 or tokens[verb].label not in ("ccomp", "acl"):
        return False
    while tokens[above].label == "nmod" and tokens[above].head >= 0:  # "reports from agencies that …"
        above = tokens[above].head
    if tokens[above].label == "obj" and term(tokens[above].text) in _SAID:
        above = tokens[above].head
    elif tokens[verb].label != "ccomp":
        return False
    return above >= 0 and term(tokens[above].text) in _DENYING and not _is_negated(tokens, above)


@once
def _is_told(detail: Detail) -> bool:
    made = detail.statement
    if made.polarity != "affirmed" or made.modality != "asserted" or detail.standing not in ("done", "present"):
        return False
    tokens, word = detail.tokens, main_verb(detail)
    above = set()
    while word >= 0 and word not in above:
        above.add(word)
        word = tokens[word].head
    return not any(token.head in above and token.text.casefold() in _OPEN for token in tokens)


def _is_negated(tokens: Sequence[Token], verb: int) -> bool:
    return any(token.head == verb and token.text.casefold() in _NOT for token in tokens)


@once
def _reached(detail: Detail) -> tuple[frozenset[str], frozenset[str]]:
    """Whom or what the act reached: entities, nouns; any word where it is "any of them"."""
    verb = main_verb(detail)
    found = patients(detail, detail.tokens[verb].start) if verb >= 0 else (frozenset(), frozenset())
    return found if any(found) else (frozenset(), frozenset(detail.terms) - {detail.predicate or ""})


def _one_act(a: Detail, b: Detail) -> bool:
    """Whether two statements tell of one act that reached the same, done by nobody different."""
    if a.predicate is None or a.predicate in _LIGHT or act_of(a.predicate) != act_of(b.predicate):
        return False
    if a.doers and b.doers and not a.doers & b.doers:
        return False
    named = {entity.id for entity in a.entities}, {entity.id for entity in b.entities}
    if all(named) and not named[0] & named[1]:
        return False
    ones, others = _reached(a), _reached(b)
    if ones[0] and others[0]:
        return bool(ones[0] & others[0])
    return bool(ones[1] & others[1])
