"""Who did it: "held by A" in one report, "held by B" in the other.

Only agents that the words mark are compared: those after "by" behind a participle, in statements whose verbs are one verb
or both take or keep somebody. Agents of which one contains the other's name (a movement and its wing) are left alone.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.model import Entity
from rashomon.text import fold, level

LIKELY = 0.2
_AGENT = re.compile(
    r"\b(?:\w+(?:ed|en|wn)|held|kept|shot|hit|struck|led|sold|bought|brought|built|caught|put|captivity)\b[^.;,]{0,25}?\bby (.{0,60})"
)
_SEIZING = frozenset("hold captivity captive kidnap abduct seize capture take detain".split())


def compare_actors(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the agents of two statements."""
    if likely < LIKELY or not (_same_deed(a, b)):
        return None
    one, other = _agent(a), _agent(b)
    if one is None or other is None or one.id == other.id or _contains(one, other) or one.kind != other.kind:
        return None
    if one in b.entities or other in a.entities:
        return None
    return Finding(
        "actor",
        "contradiction",
        likely,
        f"two agents of one deed: {one.name} / {other.name}",
        i,
        j,
        one.name,
        other.name,
    )


def _same_deed(a: Detail, b: Detail) -> bool:
    both = set(a.terms) & set(b.terms)
    return (a.predicate in both and a.predicate == b.predicate) or bool(
        _SEIZING & set(a.terms) and _SEIZING & set(b.terms) and {e.id for e in a.entities} & {e.id for e in b.entities}
    )


def _agent(detail: Detail) -> Entity | None:
    """The first entity named after "by" behind a participle."""
    match = _AGENT.search(level(detail.words))
    if match is None:
        return None
    start = detail.statement.span.start + match.start(1)
    end = detail.statement.span.start + match.end(1)
    near = [
        (span.start, entity.id, entity)
        for entity in detail.entities
        for form in entity.forms
        for span in form.spans
        if span.document == detail.document.id and start <= span.start < end
    ]
    return min(near, key=lambda n: n[:2])[2] if near else None


def _contains(one: Entity, other: Entity) -> bool:
    a, b = fold(one.name), fold(other.name)
    return a in b or b in a
