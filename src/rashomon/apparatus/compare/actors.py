"""Who did it: "held by A" in one report, "held by B" in the other.

Agents that the words mark are compared first: the name that follows "by" at once, behind the word for the deed. Deeds
are one when their words are, and the statements likely share a fact; or when both take or keep somebody, and one person
is named in both statements; whoever keeps a captive is also the one to release him. Then come nouns behind "by" ("found
by a guard"), the subjects of one active verb, and a sum that one person spent in one report and two in the other.
Agents of which one's name holds the other's (a movement and its wing) are left alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.arguments import Argument
from rashomon.apparatus.compare.finding import NOT_TOLD, PASSIVE, Finding, same_predicate
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.verbs import lemma
from rashomon.model import Entity, Severity
from rashomon.terms import terms
from rashomon.text import cut, fold, level

LIKELY, LIKELY_SAME_PERSON, LIKELY_SUBJECT, LIKELY_TOGETHER = 0.4, 0.04, 0.55, 0.3
_SPENDING = (
    "spend use pay receive take get earn owe steal embezzle misuse divert donate give raise invest win lose".split()
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|their|its)\b")
_BY = re.compile(r"\b([\w-]+) by (?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,3}(?=[^\W\d_a-z])")
_HANDLED = re.compile(r"\b([Hh]e|[Ss]he)\s+(?:\w+ly\s+)?(\w+)\s+(?:\w+\s+){0,2}?(?=[$€£¥]|\d)")
LIKELY_BY = 0.2
_DEED_LINES = """
discover find spot spott notice detect
rescue save
kill shoot stab murder slay
report announce disclose
order command
arrest detain
sign approve
found establish
invent design build
"""
_DEEDS = {word: line.split()[0] for line in _DEED_LINES.strip().splitlines() for word in line.split()}
"""Deeds that happen to a thing once, each word to the one that stands for its line."""
_MADE = frozenset("invent design develop build found establish".split())
"""Deeds by which a thing comes to be, so that other doers made another thing or one report errs."""
_ANYBODY = frozenset("person people man woman other one someone somebody group team crew official officer".split())
_POLICE = frozenset(
    "police policeman policewoman enforcement officer deputy sheriff trooper constable patrolman cop agent".split()
)
"""Words for one hand: "by law enforcement", "by a sheriff's deputy"."""
_BY_MANY = frozenset(
    """
    obtain see review cite quote report publish read hear confirm use support back welcome condemn criticise criticize
    praise watch view share join attend visit interview contact
    """.split()
)
_KEEPING = frozenset("hold captivity captive hostage prisoner".split())
_LETTING_GO = frozenset("release".split())
LIKELY_LET_GO = 0.25
_SEIZING = frozenset("hold captivity captive hostage prisoner kidnap abduct seize capture take detain".split())


class Agent(NamedTuple):
    """A deed in compared form, and the entity that the words say did it."""

    deed: str
    entity: Entity


def compare_actors(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the agents of two statements."""
    return (
        _named(a, b, likely, i, j)
        or _behind_by(a, b, likely, i, j)
        or _subjects(a, b, likely, i, j)
        or _together(a, b, likely, i, j)
    )


def tells_of_doers(detail: Detail) -> bool:
    """Whether a statement says who did it, or how much somebody had."""
    return bool(agents(detail) or _doers(detail) or detail.quantities or detail.predicate in _DEEDS)


def _named(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Names behind "by": "held by A" / "held by B"."""
    ones = agents(a) if likely >= LIKELY_SAME_PERSON else []
    others = agents(b) if ones else []
    people = {e.id for e in a.entities if e.kind == "person"} & {e.id for e in b.entities if e.kind == "person"}
    for one in ones:
        for other in others:
            let_go = _let_go(one, other)
            taken = bool(people) and (let_go or {one.deed, other.deed} <= _SEIZING)
            enough = (
                taken
                or (let_go and likely >= LIKELY_LET_GO)
                or (likely >= (LIKELY_BY if one.deed in _MADE else LIKELY) and _one_deed(one.deed, other.deed))
            )
            if enough and _others(one.entity, other.entity):
                names = one.entity.name, other.entity.name
                why = f"two agents of one deed: {names[0]} / {names[1]}"
                severity: Severity = "tension" if let_go else "contradiction"
                return Finding("actor", severity, likely, why, i, j, *names)
    return None


def _subjects(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Other doers of one deed, named as subjects of one active verb, neither of them named in the other statement."""
    if likely < LIKELY_SUBJECT or not same_predicate(a, b) or _said_alike(a) != _said_alike(b):
        return None
    if any(fold(detail.words).startswith(NOT_TOLD) for detail in (a, b)) or _other_sums(a, b):
        return None
    once = a.predicate in _DEEDS and bool(a.touched & b.touched)
    if not (once or _sums(a) & _sums(b)):  # many greet, arrive or take an oath
        return None
    ones, others = _doers(a), _doers(b)
    if not ones or not others or _mentions(b, ones) or _mentions(a, others):
        return None
    if ones[0].kind != others[0].kind:  # a minister and the ministry may be one hand
        return None
    names = ones[0].name, others[0].name
    why = f"two doers of one deed: {names[0]} / {names[1]}"
    return Finding("actor", "tension", likely, why, i, j, *names)


def _other_sums(a: Detail, b: Detail) -> bool:
    """Whether both say how much, and no sum is in both: each did it for himself."""
    ones, others = _sums(a), _sums(b)
    return bool(ones and others) and not ones & others


def _sums(detail: Detail) -> set[float | None]:
    return {q.value for q in detail.quantities if q.kind in ("money", "count", "percent")}


def _behind_by(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Nouns behind "by": one thing, found by a guard in one report and by a walker in the other."""
    deeds = _DEEDS.get(a.predicate or "", ""), _DEEDS.get(b.predicate or "", "")
    if likely < LIKELY_BY or not deeds[0] or deeds[0] != deeds[1]:
        return None
    roles = [{x.role: x for x in reversed(d.arguments)} for d in (a, b)]
    if not all("by" in held and "subject" in held for held in roles):
        return None
    one, other = roles[0]["by"], roles[1]["by"]
    of = roles[0]["subject"], roles[1]["subject"]
    if not (of[0].entities & of[1].entities or (of[0].head == of[1].head and not of[0].entities | of[1].entities)):
        return None
    if one.entities or other.entities or one.deed or other.deed or {*one.joined} & {*other.joined}:
        return None
    if (
        {one.head, other.head} & _ANYBODY
        or {one.head, other.head} <= _POLICE
        or one.head in b.terms
        or other.head in a.terms
    ):
        return None
    names = cut(a.document, one.span), cut(b.document, other.span)
    return Finding("actor", "contradiction", likely, f"two agents of one deed: {names[0]} / {names[1]}", i, j, *names)


def _together(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """A sum that one person spent or took in one report, and that person and another in the other."""
    if likely < LIKELY_TOGETHER or not a.quantities or not b.quantities:
        return None
    sums = {(q.unit, q.value) for q in a.quantities if q.kind == "money"} & {
        (q.unit, q.value) for q in b.quantities if q.kind == "money"
    }
    if not sums:
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        both = next((x for x in other.arguments if x.role == "subject" and len(x.joined) == 2), None)
        alone = _alone(one)
        if both is None or alone is None or not alone[1] & both.entities or not _handles(other, sums):
            continue
        if any(fold(word) in fold(one.words) for word in _partner(other, both)):
            continue
        names = (alone[0], cut(other.document, both.span))
        values = names if first else names[::-1]
        why = f"one in one, two in the other: {values[0]} / {values[1]}"
        return Finding("actor", "tension", likely, why, i, j, *values)
    return None


def _alone(detail: Detail) -> tuple[str, frozenset[str]] | None:
    """The one person who spends or takes a sum: the subject of the verb before it, and whom that may be."""
    subject = next((x for x in detail.arguments if x.role == "subject"), None)
    if subject is None or len(subject.joined) > 1 or subject.many:
        return None
    match = _HANDLED.search(level(detail.words))
    if match and lemma(match[2].casefold()) in _SPENDING:
        return match[1], subject.entities
    handled = detail.predicate in _SPENDING and any(x.role == "object" and x.head == "$" for x in detail.arguments)
    return (cut(detail.document, subject.span), subject.entities) if handled else None


def _handles(detail: Detail, sums: set[tuple[str | None, float | None]]) -> bool:
    """Whether one of the sums is the object of the verb."""
    held = [x.span for x in detail.arguments if x.role == "object"]
    return any((q.unit, q.value) in sums and s.start <= q.span.start < s.end for q in detail.quantities for s in held)


def _partner(detail: Detail, both: Argument) -> list[str]:
    """The words by which the second of two may stand in the other statement too."""
    return [both.joined[1], *(e.name for e in detail.entities if e.id in both.entities and e.id not in detail.doers)]


@once
def _doers(detail: Detail) -> list[Entity]:
    """The people and bodies that are all there is in the subject of an active verb."""
    subject, predicate = detail.statement.subject, detail.statement.predicate
    if subject is None or predicate is None or PASSIVE.match(cut(detail.document, predicate).casefold()):
        return []
    if _PRONOUN.search(cut(detail.document, subject).casefold()):
        return []
    return [e for e in detail.entities if e.id in detail.doers and e.kind in ("person", "organisation")]


def _mentions(detail: Detail, entities: list[Entity]) -> bool:
    """Whether a statement speaks of one of them, by name or by a word of its name."""
    named = {form for entity in entities for form, _ in terms(entity.name)}
    return bool(named & set(detail.terms)) or any(entity in detail.entities for entity in entities)


def _said_alike(detail: Detail) -> tuple[str, str]:
    return detail.statement.polarity, detail.statement.modality


@once
def agents(detail: Detail) -> list[Agent]:
    """The agents a statement marks with "by"."""
    found = []
    start = detail.statement.span.start
    for match in _BY.finditer(level(detail.words)) if " by" in detail.words else ():
        deed = terms(detail.words, *match.span(1))
        entity = next((e for e in detail.entities if _stands_at(e, detail, start + match.end())), None)
        if deed and entity:
            found.append(Agent(deed[-1][0], entity))
    return found


def _stands_at(entity: Entity, detail: Detail, place: int) -> bool:
    return any(
        span.document == detail.document.id and span.start == place for form in entity.forms for span in form.spans
    )


def _one_deed(one: str, other: str) -> bool:
    """Whether two words are for one deed, and not for one that many do to a thing ("obtained by")."""
    if one in _BY_MANY:
        return False
    return one == other or (one in _SEIZING and other in _SEIZING)


def _let_go(one: Agent, other: Agent) -> bool:
    """Whether one kept somebody and the other let him go: the one who keeps a captive is the one to release him."""
    return any(x.deed in _KEEPING and y.deed in _LETTING_GO for x, y in ((one, other), (other, one)))


def _others(one: Entity, other: Entity) -> bool:
    a, b = fold(one.name), fold(other.name)
    return one.id != other.id and one.kind == other.kind and a not in b and b not in a
