"""How far a statement reaches: "all sailors" in one report, "the other fishermen" in the other.

Compared are the groups that a word of quantity opens ("all", "other", "every", "some"), behind the same verb or noun of
action, when the words for the group share no head. Different groups under one action are a tension, never more: both
may be true.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.lexicon.opposites import same_state
from rashomon.terms import terms
from rashomon.text import level

LIKELY = 0.03
_NEAR = 2
"""Content words before a group that tell what is done to it."""
_GROUP = re.compile(
    r"\b(all(?: of)?(?: the)?|other|every|any(?: other)?|some(?: of the)?)\s+((?:[\w-]+\s?){1,3})", re.I
)
_STOPS = frozenset("who that which still in at from to of for with and or are is were was have had be on by".split())


class Group(NamedTuple):
    """A group: its words as written and in compared form, and the words of action just before them."""

    words: str
    terms: frozenset[str]
    before: tuple[str, ...]


def compare_scope(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the groups two statements of one action reach."""
    if likely < LIKELY:
        return None
    if a.doers and b.doers and not a.doers & b.doers:
        return None
    for one in groups(a):
        for other in groups(b):
            if _one_action(one, other) and one.terms and other.terms and not one.terms & other.terms:
                why = f"one action, different groups: {one.words} / {other.words}"
                return Finding("scope", "tension", likely, why, i, j, one.words, other.words)
    return None


def _one_action(one: Group, other: Group) -> bool:
    return any(same_state(x, y) for x in one.before for y in other.before)


def groups(detail: Detail) -> list[Group]:
    """The groups a word of quantity opens, with the last content words before them that are no names."""
    text = level(detail.words)
    found = []
    for match in _GROUP.finditer(text):
        kept = []
        for word in match.group(2).split():
            if word.casefold() in _STOPS:
                break
            kept.append(word)
        words = " ".join([match.group(1), *kept])
        end = match.start() + len(words)
        near = terms(text, max(0, match.start() - 30), match.start())
        before = tuple(form for form, word in near if word.text[0].islower())[-_NEAR:]
        named = frozenset(form for form, _ in terms(text, match.start(2), end))
        if kept:
            found.append(Group(detail.words[match.start() : end], named, before))
    return found
