"""How long one thing lasted, or is to last.

Two lengths of time meet when their statements very likely share a fact and have one predicate, or are of one act of the
same party ("sentenced to", "prosecutors seek"), or are said of one noun ("a 72-hour truce" / "a five-day ceasefire").
They agree when the ranges they allow overlap or one may be a rounding of the other. What is asked for and what is the
most allowed are no lengths of one thing, so "up to" and "sought" part nobody; "nearly a year" and "more than a year"
do. Out of scope: lengths that tell when ("two days later"), which are dates.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.deeds import other_parties, same_act
from rashomon.apparatus.compare.finding import Finding, one_time, same_predicate
from rashomon.apparatus.details import Detail
from rashomon.lexicon.opposites import SAME_THING
from rashomon.model import Date
from rashomon.terms import term
from rashomon.text import cut, fold

LIKELY = 0.5
LIKELY_ACT = 0.1
"""The likelihood asked of statements of one act of the same party."""
LIKELY_THING = 0.35
"""That of statements of lengths of one thing."""
Length = tuple[Date, float, float]
"""A length of time with the least and the most days it allows."""
_NEAR = 0.15
"""The share by which two lengths may part and still be roundings of one."""
_MORE = re.compile(r"(?:more than|over|at least|longer than|upwards of)\b")
_LESS = re.compile(r"(?:less than|under|up to|at most|a maximum of|no more than)\b")
_NEARLY = re.compile(r"(?:nearly|almost|close to|just under)\b")
_ALL_BUT = 0.7
"""The least share of a length that can be called nearly all of it."""
_STAYING = {None, "spend", "stay", "remain", "wait", "sit", "lie", "stand", "sleep", "live"}
_SEEKING = frozenset("ask seek want demand request recommend urge push call".split())
_PLEADING = {
    **dict.fromkeys("prosecutor prosecution government state fed attorney crown da".split(), "prosecution"),
    **dict.fromkeys("lawyer defense defence counsel defender".split(), "defence"),
}
_PAY = dict.fromkeys("pay wage salary severance".split(), "pay")
_NO_THING = frozenset(
    "period time man woman boy girl year month week day hour record high low history anniversary".split()
)
_OFFSET = re.compile(r"\b(?:later|earlier|after|before|ago|old)\b")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
"""Days in a unit of an ISO duration."""
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWDHS])(?:/PT?(\d+(?:\.\d+)?)([YMWDHS]))?")


def compare_durations(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the lengths of time of two statements, where it is more than a rounding."""
    alike = likely >= LIKELY and (same_predicate(a, b) or _one_stay(a, b))
    alike = alike or (likely >= LIKELY_ACT and (_one_plea(a, b) or (same_act(a, b) and bool(a.doers & b.doers))))
    if not alike:
        return _of_things(a, b, likely, i, j) if likely >= LIKELY_THING else None
    if (
        (a.standing == "coming") != (b.standing == "coming")
        or other_parties(a, b)
        or _stranger(a, b)
        or _stranger(b, a)
    ):
        return None
    ones, others = lengths(a), lengths(b)
    if len(ones) != 1 or len(others) != 1:
        return None
    return _apart(a, ones[0], b, others[0], likely, i, j)


def _apart(a: Detail, first: Length, b: Detail, second: Length, likely: float, i: int, j: int) -> Finding | None:
    """How two lengths of one thing differ, null where one may be the other rounded."""
    (one, low, high), (other, least, most) = first, second
    gap = max(low, least) - min(high, most)
    words = cut(a.document, one.span), cut(b.document, other.span)
    below, above = low < high < float("inf") or least < most < float("inf"), float("inf") in (high, most)
    if gap == 0 and below and above:
        why = f"one says less, the other more: {words[0]} / {words[1]}"
        return Finding("duration", "tension", likely, why, i, j, *words)
    if gap <= _NEAR * max(low, least):
        return None
    return Finding("duration", "contradiction", likely, f"two durations: {words[0]} / {words[1]}", i, j, *words)


def _of_things(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the lengths of one thing: "a 72-hour truce" / "a five-day ceasefire"."""
    if a.statement.polarity != b.statement.polarity or other_parties(a, b) or not one_time(a, b):
        return None
    ones, others = ([(t, x) for x in lengths(d) if (t := _thing(d, x[0]))] for d in (a, b))
    if len(ones) != 1 or len(others) != 1 or ones[0][0] != others[0][0]:
        return None
    return _apart(a, ones[0][1], b, others[0][1], likely, i, j)


def _thing(detail: Detail, date: Date) -> str:
    """The noun that a length is said of, in compared form, '' for none: "a five-day strike", "two weeks' pay"."""
    tokens = detail.tokens
    inside = [i for i, t in enumerate(tokens) if date.span.start <= t.start < date.span.end]
    head = next((tokens[i].head for i in inside if tokens[i].head not in inside), -1)
    if head < 0 or head < inside[-1] or tokens[head].tag != "NOUN":
        return ""
    word = term(tokens[head].text) or ""
    return "" if word in _NO_THING else _PAY.get(word) or SAME_THING.get(word, word)


def _one_plea(a: Detail, b: Detail) -> bool:
    """Whether both tell what the same side of a court asks for: "prosecutors seek" / "the state wants"."""
    if a.predicate not in _SEEKING or b.predicate not in _SEEKING or a.statement.polarity != b.statement.polarity:
        return False
    ones, others = ({_PLEADING.get(n.head) for n in d.nouns if n.label == "nsubj"} - {None} for d in (a, b))
    return bool(ones & others)


def _one_stay(a: Detail, b: Detail) -> bool:
    """Whether both tell how long somebody was in one place: "spent an hour in the water" / "were in the water for"."""
    if {a.predicate, b.predicate} - _STAYING or a.statement.polarity != b.statement.polarity:
        return False
    ones, others = ({n.head for n in d.nouns if n.case in ("in", "on", "at", "under", "inside")} for d in (a, b))
    return bool(ones & others)


def _stranger(a: Detail, b: Detail) -> bool:
    """Whether the one who did or suffered it is a person, and the other sentence names only other people."""
    people = {entity.id for entity in b.around if entity.kind == "person"}
    return bool(a.doers) and not b.doers and bool(people) and not a.doers & people


def lengths(detail: Detail) -> list[Length]:
    """The lengths of time of a statement with the least and the most days they allow."""
    found = []
    for date in detail.dates:
        words = fold(cut(detail.document, date.span))
        match = _DURATION.fullmatch(date.value or "") if date.kind == "duration" else None
        if not match or _OFFSET.search(words):
            continue
        low = float(match[1]) * _DAYS["T" * ("T" in match[0]) + match[2]]
        high = float(match[3]) * _DAYS["T" * ("T" in match[0]) + match[4]] if match[3] else low
        least = low * _ALL_BUT if _NEARLY.match(words) else 0.0 if _LESS.match(words) else low
        found.append((date, least, float("inf") if _MORE.match(words) else high))
    return found
