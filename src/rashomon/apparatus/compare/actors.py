"""Who did it: "held by A" in one report, "held by B" in the other.

Only agents that the words mark are compared: the name that follows "by" at once, behind the word for the deed. Deeds
are one when their words are, or when both take or keep somebody; and they are done to one person, named in both
statements, or the statements likely share a fact. Agents of which one's name holds the other's (a movement and its
wing) are left alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.model import Entity
from rashomon.terms import terms
from rashomon.text import fold, level

LIKELY, LIKELY_SAME_PERSON, LIKELY_UNNAMED = 0.4, 0.04, 0.2
_BY = re.compile(r"\b([\w-]+) by (?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,3}(?=[^\W\d_a-z])")
_BY_WORDS = re.compile(
    r"\b([\w-]+) by ((?:(?!in\b|on\b|at\b|for\b|after\b|with\b|from\b|to\b|who\b|and\b|as\b)[\w'-]+ ?){1,4})"
)
_PARTICIPLES = ("ed", "en", "wn", "ht", "ld", "it", "ck")
_SEIZING = frozenset("hold captivity captive hostage prisoner kidnap abduct seize capture take detain".split())


class Agent(NamedTuple):
    """A deed in compared form, and the entity that the words say did it."""

    deed: str
    entity: Entity


def compare_actors(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the agents of two statements."""
    people = {e.id for e in a.entities if e.kind == "person"} & {e.id for e in b.entities if e.kind == "person"}
    if likely < (LIKELY_SAME_PERSON if people else LIKELY):
        return None
    for one in agents(a):
        for other in agents(b):
            if _same_deed(one.deed, other.deed) and _others(one.entity, other.entity):
                names = one.entity.name, other.entity.name
                return Finding(
                    "actor", "contradiction", likely, f"two agents of one deed: {names[0]} / {names[1]}", i, j, *names
                )
    return None


def agents(detail: Detail) -> list[Agent]:
    """The agents a statement marks with "by"."""
    found = []
    start = detail.statement.span.start
    for match in _BY.finditer(level(detail.words)):
        deed = terms(detail.words, *match.span(1))
        entity = next((e for e in detail.entities if _stands_at(e, detail, start + match.end())), None)
        if deed and entity:
            found.append(Agent(deed[-1][0], entity))
    return found


def _stands_at(entity: Entity, detail: Detail, place: int) -> bool:
    return any(
        span.document == detail.document.id and span.start == place for form in entity.forms for span in form.spans
    )


def _same_deed(one: str, other: str) -> bool:
    return one == other or (one in _SEIZING and other in _SEIZING)


def _others(one: Entity, other: Entity) -> bool:
    a, b = fold(one.name), fold(other.name)
    return one.id != other.id and one.kind == other.kind and a not in b and b not in a
