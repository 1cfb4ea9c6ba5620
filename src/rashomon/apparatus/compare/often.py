"""How often somebody did wrong: "at one event" / "on a few occasions" / "repeatedly".

A wrong is one where the verb is one, or where both say that somebody told what was not so, whichever way they put it
("misspoke", "made misleading comments", "an incorrect statement"). Three steps are told apart: once, now and then,
often. What is coordinated under the same verb ("at the dinner and on other occasions") counts to the statement before
it. The one who did it must be one where both name him. A tension, never more.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.terms import term
from rashomon.text import fold

LIKELY, LIKELY_NAMED = 0.08, 0.015
_WRONG = frozenset(
    """
    err violate breach abuse assault attack beat hit strike harass threaten steal cheat defraud bully insult fail refuse
    admit apologise apologize
    """.split()
)
_UNTRUE = frozenset("misspeak mislead misstate misrepresent lie exaggerate distort misremember overstate".split())
_WORDS = frozenset("statement remark comment assertion description account answer testimony word".split())
_FALSE = frozenset("incorrect mislead false untrue inaccurate erroneous wrong untruthful deceptive".split())
_EVENT = r"(?:event|occasion|meeting|interview|speech|rally|ceremony|incident|hearing|dinner|party|time)"
_ONCE = re.compile(
    rf"\b(?:once|(?:on|at|in|during) (?:one|an?|the|that|this) (?:[\w-]+ ){{0,2}}{_EVENT}|(?:a|one) single {_EVENT})\b"
)
_SOMETIMES = re.compile(
    rf"\b(?:twice|sometimes|occasionally|(?:a few|some|other|two|three|four|five|\d+) (?:[\w-]+ )?{_EVENT}s)\b"
)
_OFTEN = re.compile(
    rf"\b(?:repeatedly|often|frequently|regularly|routinely|time and again|habitually|"
    rf"(?:several|many|numerous|multiple|various|dozens of|hundreds of) (?:[\w-]+ )?{_EVENT}s)\b"
)


class Wrong(NamedTuple):
    """A wrong: what it is, how often it was done (1 once, 2 now and then, 3 often), and the words that say so."""

    deed: str
    often: int
    words: str


def compare_often(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between how often two statements say somebody did wrong."""
    if likely < LIKELY_NAMED:
        return None
    one = wrong(a)
    other = wrong(b) if one else None
    if one is None or other is None or one.deed != other.deed or one.often == other.often:
        return None
    whose = _whose(a), _whose(b)
    if (whose[0] and whose[1] and not whose[0] & whose[1]) or (not (whose[0] & whose[1]) and likely < LIKELY):
        return None
    why = f"once or more often: {one.words} / {other.words}"
    return Finding("scope", "tension", likely, why, i, j, one.words, other.words)


def wrong(detail: Detail) -> Wrong | None:
    """The wrong that a statement tells, where it tells how often it was done."""
    untrue = next((n for n in detail.nouns if n.head in _WORDS and n.kind & _FALSE), None)
    deed = "untrue" if untrue is not None or detail.predicate in _UNTRUE else detail.predicate or ""
    if detail.statement.polarity == "denied" or (deed != "untrue" and deed not in _WRONG):
        return None
    words = _with_coordinate(detail)
    for step, pattern in ((3, _OFTEN), (2, _SOMETIMES), (1, _ONCE)):
        if match := pattern.search(words):
            return Wrong(deed, step, match.group())
    if untrue is not None and {"a", "an", "one"}.intersection(untrue.before) and not untrue.many:
        return Wrong(deed, 1, " ".join(detail.document.text[untrue.span.start : untrue.span.end].split()))
    return None


def _with_coordinate(detail: Detail) -> str:
    """The words of a statement and of what is coordinated with it under the same verb."""
    span, verb = detail.statement.span, detail.statement.predicate
    tokens = detail.tokens
    own = [i for i, t in enumerate(tokens) if verb and verb.start <= t.start < verb.end and t.tag == "VERB"]
    twins = [
        i for i, t in enumerate(tokens) if t.label == "conj" and t.head in own and term(t.text) == detail.predicate
    ]
    last = [t.end for t in tokens if t.head in twins or (t.head >= 0 and tokens[t.head].head in twins)]
    return fold(detail.document.text[span.start : max([span.end, *last])])


def _whose(detail: Detail) -> frozenset[str]:
    """The person who did the wrong: the subject, or whose words they are."""
    persons = {entity.id for entity in detail.around if entity.kind == "person"}
    owners = {owner for noun in detail.nouns for owner in noun.owners}
    return frozenset(persons & (detail.doers | detail.about | owners))
