"""What one report says was done and the other that it was not, in words other than "not": "failed to pay" / "paid";
"never sought to correct it" / "corrected it"; "denied knowing" / "knew"; "left without paying" / "paid".

The verb must be one, and whoever did it. Verbs denied by "not" are compared in `status`. What somebody denies himself
is a tension; so is any other act that was not done, since it may have been done on another occasion.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.verbs import LIGHT
from rashomon.model import Token
from rashomon.terms import term, terms
from rashomon.text import fold

LIKELY, LIKELY_ALIKE, LIKELY_BLIND = 0.02, 0.1, 0.4
_NOT_DONE = frozenset("fail refuse decline neglect forget deny avoid refrain omit".split())
_TRIED = frozenset("seek try attempt bother manage move dare choose".split())
_SEEMED = frozenset("appear seem".split())
_NOT = frozenset("not n't never n’t no".split())
_LIGHT = LIGHT | frozenset("call come say tell look".split())
_BEHIND = ("after ", "before ", "until ", "if ", "whether ", "unless ")


class Undone(NamedTuple):
    """An act that was not done: the verb in compared form, whoever did not do it, and the words that say so."""

    verb: str
    doers: frozenset[str]
    words: str
    rest: frozenset[str]


def compare_undone(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between an act that one statement says was left undone and the other tells as done."""
    if likely < LIKELY or not one_time(a, b):
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if not _is_done(other):
            continue
        for act in undone(one):
            if act.verb != other.predicate or not _one_doer(act, other, likely):
                continue
            values = (act.words, other.said) if first else (other.said, act.words)
            why = f"not done in one, done in the other: {values[0]} / {values[1]}"
            return Finding("status", "tension", likely, why, i, j, *values)
    return None


@once
def _is_done(detail: Detail) -> bool:
    made = detail.statement
    if detail.predicate is None or detail.predicate in _LIGHT or made.polarity != "affirmed":
        return False
    if fold(detail.words).startswith(_BEHIND):
        return False
    return made.modality == "asserted" and detail.standing in ("done", "present") and not undone(detail)


def _one_doer(act: Undone, other: Detail, likely: float) -> bool:
    """Whether the two acts are one person's, and share what they reach unless the statements are much alike."""
    doers = other.doers or frozenset(x for a in other.arguments if a.role == "subject" for x in a.entities)
    if act.doers and doers:
        if not act.doers & doers:
            return False
    elif likely < (LIKELY_BLIND if _is_of_another(act, other, doers) else LIKELY_ALIKE):
        return False
    return bool(act.rest & set(other.terms) - {act.verb}) or likely >= LIKELY_ALIKE


def _is_of_another(act: Undone, other: Detail, doers: frozenset[str]) -> bool:
    """Whether one of the acts is of somebody known, and the subject of the other is a noun that nobody knows."""
    return bool(act.doers) and not doers and any(argument.role == "subject" for argument in other.arguments)


@once
def undone(detail: Detail) -> list[Undone]:
    """The acts that a statement says were not done."""
    tokens, span = detail.tokens, detail.statement.span
    found = []
    for i, token in enumerate(tokens):
        if not (span.start <= token.start < span.end and token.tag == "VERB") or token.head < 0:
            continue
        verb = term(token.text)
        first = _said_not(tokens, i) if verb and verb not in _LIGHT else None
        if verb and first is not None and tokens[first].start >= span.start:
            words = " ".join(detail.document.text[tokens[first].start : token.end].split())
            rest = frozenset(f for f, _ in terms(detail.document.text, token.end, span.end))
            found.append(Undone(verb, _doers(detail, first), words, rest))
    return found


def _said_not(tokens: Sequence[Token], verb: int) -> int | None:
    """The word that governs a verb and says that the act was not done."""
    head = tokens[verb].head
    above = term(tokens[head].text)
    if tokens[verb].label in ("xcomp", "ccomp", "advcl") and above in _NOT_DONE and not _is_denied(tokens, head):
        return head
    if tokens[verb].label == "xcomp" and above in _TRIED and _is_denied(tokens, head):
        return head
    without = any(t.head == verb and t.text.casefold() == "without" for t in tokens)
    return head if without and tokens[verb].label == "advcl" and not _is_denied(tokens, head) else None


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    if any(t.text.casefold() in _NOT for t in tokens if t.head == verb):
        return True
    head = tokens[verb].head
    raised = head >= 0 and tokens[verb].label in ("csubj", "ccomp") and term(tokens[head].text) in _SEEMED
    return raised and any(t.text.casefold() in _NOT for t in tokens if t.head == head)


def _doers(detail: Detail, verb: int) -> frozenset[str]:
    tokens = detail.tokens
    while verb >= 0:
        subjects = [t for t in tokens if t.head == verb and t.label == "nsubj"]
        if subjects:
            return frozenset(entity for t in subjects for entity in named_at(detail, t))
        verb = tokens[verb].head if tokens[verb].label in ("conj", "xcomp", "advcl") else -1
    return frozenset()
