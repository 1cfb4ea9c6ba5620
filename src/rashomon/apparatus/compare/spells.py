"""When one state or course begins and ends: "closed through Saturday" / "closed until the 18th", "since January" / "for
two years", "shut until Monday" / "shut until the inquiry is over", "due by the end of June" / "by the end of March".

An edge is a day, or an event, behind "until", "through", "by", "since"; a length behind "for" gives the day of
beginning, reckoned back from publication. Edges meet where they are on one side of one state of one thing; the end of
a state also meets the day of what puts an end to it ("closed until Monday" / "reopens on Thursday"). "Until" may mean
the day before, so one day never parts two ends; a length parts two beginnings only by more than a rounding. Whether a
day and an event are one nobody can tell: a tension. Out of scope: the days of deeds (`dates`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from typing import Literal, NamedTuple

from rashomon.apparatus.compare.durations import lengths
from rashomon.apparatus.compare.finding import Finding, comes_first, is_update
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.opposites import STATES, overtaken, same_deed, same_state
from rashomon.model import Date, Severity
from rashomon.syntax import children
from rashomon.terms import term
from rashomon.text import cut, fold

LIKELY, LIKELY_ALONE, LIKELY_EVENT = 0.1, 0.7, 0.35
"""The likelihood asked of statements of one thing, of those that name none in common, and for a day and an event."""
Side = Literal["to", "from", "by", "back"]
_SIDES: dict[str, Side] = {"until": "to", "till": "to", "through": "to", "by": "by", "since": "from"}
_BEFORE = re.compile(r"\b(until|till|through|by|since)(?: at least| about| around| the| early| late)*\s+$")
_UNTIL = ("until", "till", "through")
_FOR = re.compile(r"\b(?:for|over|in|within|during)(?: at least| about| around| nearly| more than| almost| the)*\s+$")
_PAST = re.compile(r"(?:the )?(?:past|last)\b")
_STEPS = 4
_KEEPING = frozenset("keep leave hold make remain stay have be".split())
"""Verbs that say nothing of the state without the word behind them."""
_ROUND, _SLACK, _DAYS = 0.25, 1.0, 3
"""The share of a length by which it may miss the time since a beginning; days two ends may part; and two beginnings."""
_WHAT: dict[Side, str] = {"to": "two ends of one state", "from": "two beginnings", "by": "two days it is due"}
_BEFORE_BACK = re.compile(r"\b(?:after|before|until|till|by|since|from|through|of|than)(?: the| early| late)*\s+$")


_OVERTAKING = frozenset(word for _, then in STATES for word in then)


class Edge(NamedTuple):
    """Where a state begins, ends, is due or over ("back"): its first and last day (null: an event), the words that
    govern it in compared form, the words as written, and by how many days it may be taken wrong.
    """

    side: Side
    days: tuple[int, int] | None
    of: frozenset[str]
    words: str
    slack: float


def compare_spells(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the beginnings or the ends two statements give one state."""
    if likely < LIKELY or a.statement.polarity != b.statement.polarity:
        return None
    if likely < LIKELY_ALONE and not _things(a) & _things(b):
        return None
    if a.touched and b.touched and not a.touched & b.touched:
        return None
    for one in edges(a):
        for other in edges(b):
            if not (one.days and other.days) and likely < LIKELY_EVENT:
                continue
            if "back" in (one.side, other.side):
                if one.side != other.side and (why := _parted(one, other)):
                    return Finding("date", "tension", likely, why, i, j, one.words, other.words)
                continue
            if one.side != other.side or fold(one.words) == fold(other.words) or not _one_state(one, other):
                continue
            if found := _apart(a, one, b, other):
                why = f"{found[1]}: {one.words} / {other.words}"
                return Finding("date", found[0], likely, why, i, j, one.words, other.words)
    return None


def _apart(a: Detail, one: Edge, b: Detail, other: Edge) -> tuple[Severity, str] | None:
    """How two edges on one side differ, null where they may be one."""
    if not one.days or not other.days:
        both = bool(one.days) == bool(other.days)
        return None if both or one.side != "to" else ("tension", "it ends on a day / with an event")
    gap = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
    if gap <= max(one.slack, other.slack):
        return None
    first, then = (one, other) if comes_first(a, b) else (other, one)
    later = (first.days or ()) < (then.days or ())
    moved = one.side != "from" and "done" not in (a.standing, b.standing) and is_update(a, b) and later
    return ("update" if moved else "tension"), _WHAT[one.side]


def _parted(one: Edge, other: Edge) -> str:
    """Why the end of a state cannot be the day on which what follows it comes back, '' where it can."""
    end, back = (one, other) if other.side == "back" else (other, one)
    if end.side != "to" or not end.days or not back.days or not any(overtaken(x, y) for x in end.of for y in back.of):
        return ""
    gap = max(end.days[0], back.days[0]) - min(end.days[1], back.days[1])
    return f"it ends on one day, and is over on another: {one.words} / {other.words}" if gap > _SLACK else ""


def _one_state(one: Edge, other: Edge) -> bool:
    return any(act_of(x) == act_of(y) or same_state(x, y) or same_deed(x, y) for x in one.of for y in other.of)


@once
def _things(detail: Detail) -> frozenset[str]:
    """Who or what a statement is of: entities and nouns of its subject and object."""
    heads = {noun.head for noun in detail.nouns if noun.label in ("nsubj", "obj")}
    return frozenset(heads | {entity.id for entity in detail.entities if entity.id in detail.about | detail.touched})


@once
def edges(detail: Detail) -> list[Edge]:
    """Where the states of a statement begin and end."""
    sentence = detail.document.text[detail.sentence.start : detail.sentence.end].casefold()
    if not detail.tokens or not (detail.dates or any(mark in sentence for mark in _UNTIL)):
        return []
    hanging = children(detail.tokens)
    found = [edge for date in detail.dates if (edge := _of_day(detail, hanging, date))]
    found += [e for date, low, high in lengths(detail) if (e := _of_length(detail, hanging, date, low, high))]
    return found + _of_events(detail, hanging)


def _of_day(detail: Detail, hanging: Sequence[Sequence[int]], date: Date) -> Edge | None:
    before = detail.document.text[detail.sentence.start : date.span.start].casefold()
    match = _BEFORE.search(before)
    if date.kind != "date" or not date.earliest or not date.latest:
        return None
    side: Side = _SIDES[match[1]] if match else "back"
    if side == "by" and detail.standing not in ("coming", "present"):
        return None
    word = _first(detail, date.span.start, date.span.end)
    of = _governors(detail, hanging, word)
    days = Day.fromisoformat(date.earliest[:10]).toordinal(), Day.fromisoformat(date.latest[:10]).toordinal()
    if match and match[1] == "through":
        days = days[1], days[1]
    words = " ".join(f"{match[0] if match else ''} {cut(detail.document, date.span)}".split())
    if not match and (_BEFORE_BACK.search(before) or not any(word in _OVERTAKING for word in of)):
        return None
    return Edge(side, days, of, words, _DAYS if side == "from" else _SLACK) if of else None


def _of_length(detail: Detail, hanging: Sequence[Sequence[int]], date: Date, low: float, high: float) -> Edge | None:
    """The beginning a length reckons back to, of what still goes on or has so far come about: "has led it for"."""
    words, before = fold(cut(detail.document, date.span)), detail.document.text[detail.sentence.start : date.span.start]
    match = _FOR.search(before.casefold())
    if not match or not detail.published or high == float("inf") or not low:
        return None
    of = _governors(detail, hanging, _first(detail, date.span.start, date.span.end))
    if not of or not (_PAST.match(words) or _is_perfect(detail, hanging, of)):
        return None
    day = Day.fromisoformat(detail.published[:10]).toordinal()
    days = int(day - high), int(day - low)
    said = " ".join(f"{match[0]} {cut(detail.document, date.span)}".split())
    return Edge("from", days, of, said, max(_ROUND * high, _DAYS)) if days[0] > 1 else None


def _is_perfect(detail: Detail, hanging: Sequence[Sequence[int]], of: frozenset[str]) -> bool:
    """Whether a verb among some words is in the present perfect, so that its time goes on to now."""
    tokens = detail.tokens
    return any(
        token.label in ("aux", "cop") and token.text.casefold() in ("has", "have", "'s", "'ve")
        for word, held in enumerate(tokens)
        if term(held.text) in of
        for token in (tokens[i] for i in hanging[word])
    )


def _of_events(detail: Detail, hanging: Sequence[Sequence[int]]) -> list[Edge]:
    """The ends that are told by what happens then: "until the vote is over", "until further notice"."""
    tokens = detail.tokens
    found = []
    for mark, token in enumerate(tokens):
        word = token.head
        if token.text.casefold() not in _UNTIL or word < 0 or token.label not in ("case", "mark"):
            continue
        if tokens[word].tag not in ("NOUN", "VERB", "ADJ"):
            continue
        if token.text.casefold() == "through" and fold(tokens[word].text) not in ("end", "rest", "remainder"):
            continue
        end = max([word, *(i for i in hanging[word] if i > word and tokens[i].label in ("nmod", "obj", "xcomp"))])
        inside = tokens[mark].start, tokens[end].end
        if any(inside[0] <= date.span.start < inside[1] for date in detail.dates):
            continue
        words = " ".join(detail.document.text[inside[0] : inside[1]].split())
        if of := _governors(detail, hanging, word):
            found.append(Edge("to", None, of, words, 0))
    return found


def _first(detail: Detail, start: int, end: int) -> int:
    """The token between two places that hangs on one outside of them, -1 for none."""
    inside = [i for i, t in enumerate(detail.tokens) if start <= t.start < end]
    return next((i for i in inside if detail.tokens[i].head not in inside), -1)


def _governors(detail: Detail, hanging: Sequence[Sequence[int]], word: int) -> frozenset[str]:
    """The verb or adjective of a statement that a phrase hangs on, with the state that a verb like "keep" links."""
    tokens, span = detail.tokens, detail.statement.span
    for _ in range(_STEPS):
        if word < 0 or tokens[word].head < 0 or tokens[word].label in ("appos", "parataxis"):
            return frozenset()
        word = tokens[word].head
        if tokens[word].tag in ("VERB", "ADJ"):
            linked = [i for i in hanging[word] if tokens[i].label == "xcomp" and tokens[i].tag in ("VERB", "ADJ")]
            found = frozenset(term(tokens[i].text) or "" for i in (word, *linked)) - {""}
            return found - _KEEPING or found if span.start <= tokens[word].start < span.end else frozenset()
    return frozenset()
