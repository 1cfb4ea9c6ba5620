"""Doers of one deed told as a list, of which one is longer: "A and B have ordered it", "A, B and C have ordered it".

Who joins others in a deed makes one list with them ("C joined A and B in offering it"). A longer list is an update
where somebody joined or the shorter one was published before it, else a tension. Out of scope: single doers, of which a
report may name the one it is about; open lists ("A, B and others"); and what many do freely, such as to praise.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import NOT_TOLD, PASSIVE, Finding, comes_first, is_update
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.model import Severity
from rashomon.terms import term
from rashomon.text import cut, fold

LIKELY = 0.4
_OPEN = re.compile(r"\b(?:others?|including|such as|among|several|some|many|most|either|or|both|like)\b")
_LISTED = re.compile(r",|\band\b")
_FREELY = frozenset(
    """
    say tell ask think believe know want speak talk discuss meet attend visit join praise welcome condemn criticise
    criticize thank greet like watch see hear play come go get make take have be do remain face include become lead
    """.split()
)


class Doers(NamedTuple):
    """Those who did a deed (entity ids), the act, the words for what it was done to, and whether some joined others."""

    who: frozenset[str]
    act: str
    done_to: frozenset[str]
    joined: bool


def compare_joint(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between two lists of doers, where one holds all of the other and more."""
    ones, others = doers(a), doers(b)
    if likely < LIKELY or ones is None or others is None or not _one_deed(a, ones, b, others):
        return None
    if not (ones.who < others.who or others.who < ones.who):
        return None
    (short, fewer), (long, more) = sorted(((a, ones), (b, others)), key=lambda side: len(side[1].who))
    if {e.id for e in short.entities} & (more.who - fewer.who):
        return None
    names = tuple(_names(detail, side) for detail, side in ((a, ones), (b, others)))
    later = more.joined or (is_update(short, long) and comes_first(short, long))
    severity: Severity = "update" if later else "tension"
    why = f"some doers of one deed, and more of them: {names[0]} / {names[1]}"
    return Finding("actor", severity, likely, why, i, j, *names)


@once
def doers(detail: Detail) -> Doers | None:
    """The doers that a statement lists by name, null for less than two or for an open list."""
    statement = detail.statement
    if statement.predicate is None or statement.subject is None or statement.polarity != "affirmed":
        return None
    if PASSIVE.match(cut(detail.document, statement.predicate).casefold()) or fold(detail.words).startswith(NOT_TOLD):
        return None
    said = fold(cut(detail.document, statement.subject))
    done_to = frozenset(x.head for x in detail.arguments if x.role == "object")
    if detail.predicate == "join":
        return _joining(detail, said)
    act = act_of(detail.predicate)
    if not act or act in _FREELY or _OPEN.search(said) or not _LISTED.search(said) or not done_to:
        return None
    return Doers(detail.doers, act, done_to, False) if _alike(detail, detail.doers) else None


def _joining(detail: Detail, said: str) -> Doers | None:
    """Who joins and whom, as the doers of what they join in."""
    deed = next((x for x in detail.arguments if x.role == "in" and x.deed), None)
    joined = [x for x in detail.arguments if x.role == "object"]
    if deed is None or len(joined) != 1 or not joined[0].entities or not detail.doers:
        return None
    if _OPEN.search(f"{said} {fold(cut(detail.document, joined[0].span))}") or act_of(deed.head) in _FREELY:
        return None
    words = cut(detail.document, deed.span).split()
    who = detail.doers | joined[0].entities
    done_to = frozenset(filter(None, map(term, words[1:])))
    return Doers(who, act_of(deed.head), done_to, True) if _alike(detail, who) else None


def _alike(detail: Detail, who: frozenset[str]) -> bool:
    """Whether they are two or more of one kind."""
    return len(who) > 1 and len({e.kind for e in detail.entities if e.id in who}) == 1


def _one_deed(a: Detail, ones: Doers, b: Detail, others: Doers) -> bool:
    """Whether both lists did one act to one thing, told as equally sure."""
    if term(ones.act) != term(others.act) or a.statement.modality != b.statement.modality:
        return False
    return bool(ones.done_to & others.done_to)


def _names(detail: Detail, side: Doers) -> str:
    listed = sorted({e.name for e in detail.entities if e.id in side.who})
    return ", ".join(listed)
