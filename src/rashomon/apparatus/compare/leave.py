"""Leave that was refused in one report and given in the other, asked for and answered, offered and turned down: "barred
the team from entering" / "will let the team in", "would consider her request" / "approved her request", "let him
travel" / "he rejected the offer".

What is given leave for must be shared: a name that is not the one who gives it, or a word behind the verb; never
where different people are told of, or another gives it. On another day, and where an answer follows a question, it is
an update; on one day a tension.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rashomon.apparatus.compare.finding import Finding, is_passive, is_update, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.courses import GIVING, LETTING, REFUSING, REQUESTS, STOPPING, WEIGHING
from rashomon.model import Severity
from rashomon.text import fold

LIKELY, LIKELY_WORDS, LIKELY_BLIND = 0.1, 0.2, 0.6
Answer = Literal["asked", "given", "refused", "turned down"]
_PAIRS: dict[frozenset[Answer], bool] = {
    frozenset(("given", "refused")): False,
    frozenset(("asked", "given")): True,
    frozenset(("asked", "refused")): True,
    frozenset(("given", "turned down")): True,
}
"""Pairs of answers that differ, and whether the second follows the first whatever the day."""
_OFFERS = frozenset("offer invitation proposal".split())
_WISHED = frozenset("need needs needed want wants wanted try tries tried seek seeks sought".split())
_VERBS = LETTING | GIVING | STOPPING | REFUSING | WEIGHING
_IDLE = frozenset("visit travel enter entry country plan request offer person people".split())


class Leave(NamedTuple):
    """An answer, who gives it, whom or what it is about (entities), and the words behind the verb."""

    answer: Answer
    by: frozenset[str]
    of: frozenset[str]
    words: frozenset[str]


def compare_leave(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between two answers to one request, or between the question and the answer."""
    if likely < LIKELY or not one_time(a, b):
        return None
    one, other = leave(a), leave(b)
    if one is None or other is None:
        return None
    follows = _PAIRS.get(frozenset((one.answer, other.answer)))
    if follows is None or not _is_one(a, one, b, other, likely):
        return None
    if follows and not _in_order(a, one, b, other):
        return None
    severity: Severity = "update" if follows or is_update(a, b) else "tension"
    why = f"leave {one.answer} in one, {other.answer} in the other: {a.said} / {b.said}"
    labels = f"{one.answer}: {a.said}", f"{other.answer}: {b.said}"
    values = f"{one.answer}, not {other.answer}", f"{other.answer}, not {one.answer}"
    return Finding("status", severity, likely, why, i, j, *values, *labels)


@once
def tells_of_leave(detail: Detail) -> bool:
    """Whether a statement tells of leave asked for, given or refused."""
    return leave(detail) is not None


@once
def leave(detail: Detail) -> Leave | None:
    """The leave a statement tells of."""
    answer = _answer(detail)
    if answer is None or detail.standing == "unreal" or detail.statement.modality not in ("asserted", "planned"):
        return None
    named = frozenset(e.id for e in detail.entities if e.kind in ("person", "organisation")) | (
        detail.touched & {e.id for e in detail.entities}
    )
    return Leave(answer, detail.doers, named - detail.doers, detail.behind)


def _answer(detail: Detail) -> Answer | None:
    verb = detail.predicate or ""
    if verb not in _VERBS:
        return None
    said = fold(detail.said).split()
    if not said or said[0].endswith("ing") or _WISHED & set(said):
        return None
    objects = {noun.head for noun in detail.nouns if noun.label in ("obj", "nsubj") and noun.on == verb}
    denied = detail.statement.polarity == "denied"
    if verb in WEIGHING:
        return "asked" if objects & REQUESTS and not denied else None
    if verb in REFUSING and objects & _OFFERS:
        return None if denied else "turned down"
    if verb in GIVING and detail.behind & STOPPING:  # "granted a request to block it"
        return None
    if verb in LETTING or (verb in GIVING and objects & REQUESTS):
        given = True
    elif verb in STOPPING or (verb in REFUSING and objects & REQUESTS):
        given = False
        if verb == "deny":  # a verb of refusing is itself read as denied
            denied = False
    else:
        return None
    if verb in STOPPING and not (detail.touched or is_passive(detail)):
        return None
    if denied and not given:  # "did not bar them" lets nobody in
        return None
    return "given" if given and not denied else "refused"


def _is_one(a: Detail, one: Leave, b: Detail, other: Leave, likely: float) -> bool:
    """Whether two answers are to one request."""
    turned = "turned down" in (one.answer, other.answer)
    if turned:
        if not ((one.by | one.of) & (other.by | other.of)):
            return False
    elif one.by and other.by and not one.by & other.by:
        return False
    persons = [{e.id for e in d.entities if e.kind == "person"} & x.of for d, x in ((a, one), (b, other))]
    if all(persons) and not turned and not persons[0] & persons[1]:
        return False
    if (one.of | one.by if turned else one.of) & (other.of | other.by if turned else other.of):
        return True
    both = one.words & other.words
    if both - _IDLE:
        return likely >= LIKELY_WORDS
    return likely >= (LIKELY_WORDS if both else LIKELY_BLIND)


def _in_order(a: Detail, one: Leave, b: Detail, other: Leave) -> bool:
    """Whether the question is not of a later day than the answer."""
    rank = {"asked": 0, "given": 1, "refused": 2, "turned down": 3}
    first, last = (a, b) if rank[one.answer] < rank[other.answer] else (b, a)
    return first.published[:10] <= last.published[:10]
