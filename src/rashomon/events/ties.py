"""Whether two leads tell of one happening, how surely, and why.

Steps: the cosine of their weighted words, so that what is rare in English and stands in both counts; the same words
further apart in time count less, and so do those of two long reports, which share more by chance, and names and numbers
where two reports in one language share no other word; a veto where two reports are alike but tell of different things:
another of a counted series ("Day 2", "Day 21"), another magnitude, and the same words (a form that is filled in) about
other names or another day; the reasons in fixed words.

A tie is a function of two leads and of nothing else in the pile. Vectors of the openings were tried where the words
leave it unsure and earned nothing ([0021](docs/decisions/0021-events.md)).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from rashomon.events.days import TOLERANCE
from rashomon.events.lead import Lead, Member
from rashomon.events.weighing import NAME, NUMBER, UNIT

FLOOR = 0.07
"""Ties of a lower score are not kept: they count as none."""
SAME_TIME = 1
"""Days between publications that take nothing from a score."""
HALVED = 2
"""Further days that halve it."""
UNKNOWN = 0.7
"""What is left of it where one of two publications is unknown."""
SHORT, LONG = 2000, 5000
"""Code points of the shorter of two reports up to which nothing is taken from a score, and from which on most is."""
CHANCE = 0.4
"""The share of a score that is taken from two long reports: whom a week speaks of, all long reports name somewhere."""
_FORM = 0.5  # from this cosine of words other than names and numbers on, one form has been filled in twice
_SAME_FORM = 0.7  # and from this one on, but for names, numbers and days nothing was changed
_OTHER = 0.25  # names of a smaller cosine than this share of it are other names
_NEAR_DAYS = 2  # days between publications that are told as near, and in which no other day is one
_SPOKEN = 0.02  # cosine of the other words below which two reports of one town share little but names and numbers
_WEIGHTY = 0.2  # share of the score from which on names or numbers are told as a reason

_WORDS, _NAMES, _NUMBERS = "the same telling words", "the same names", "the same numbers"
_DAYS, _NEAR, _FAR = "the same days named", "published within two days", "published further apart"
_SERIES, _OTHER_NAMES = "another of a counted series", "the same words about other names"
_OTHER_DAY = "the same words about another day"


@dataclass(frozen=True, slots=True)
class Tie:
    """How two leads hang together: `a` < `b`; `score` from 0 to 1, three decimals; `why` in fixed words, the weightiest
    first. A vetoed tie has the score 0 and the one reason for the veto.
    """

    a: Member
    b: Member
    score: float
    why: tuple[str, ...]
    vetoed: bool = False


class _Ready(NamedTuple):
    """A lead, its words by number with weight and marks, and how much of its vector are names and other words."""

    lead: Lead
    words: dict[int, tuple[int, int]]
    names: float
    others: float


class _Shared(NamedTuple):
    """What two leads share: products of weights of all words, of names, of numbers; and the cosine of the others'."""

    all: float
    names: float
    numbers: float
    cosine_of_names: float
    cosine_of_others: float


def tie(a: Lead, b: Lead) -> Tie:
    """The tie of two leads."""
    return _tie(_ready(a), _ready(b))


def find_ties(leads: Sequence[Lead], pairs: Iterable[tuple[int, int]]) -> Iterator[Tie]:
    """The ties of these pairs of leads (`meeting.meet`) that are vetoed or score `FLOOR` or more, in their order.

    Leads so far apart in time that no words could tie them are not looked at.
    """
    ready: dict[int, _Ready] = {}
    for first, second in pairs:
        for place in (first, second):
            if place not in ready:
                ready[place] = _ready(leads[place])
        if _nearness(leads[first], leads[second]) >= FLOOR:
            found = _tie(ready[first], ready[second])
            if found.vetoed or found.score >= FLOOR:
                yield found


def _ready(lead: Lead) -> _Ready:
    words = dict(zip(lead.words, zip(lead.weights, lead.marks, strict=True), strict=True))
    names = sum(weight * weight for weight, mark in words.values() if mark & NAME)
    others = sum(weight * weight for weight, mark in words.values() if not mark & (NAME | NUMBER))
    return _Ready(lead, words, sqrt(names), sqrt(others))


def _tie(one: _Ready, other: _Ready) -> Tie:
    a, b = (one, other) if one.lead.member <= other.lead.member else (other, one)
    shared = _shared(a, b)
    veto = _veto(a.lead, b.lead, shared)
    if veto:
        return Tie(a.lead.member, b.lead.member, 0.0, (veto,), vetoed=True)
    one_language = a.lead.language is not None and a.lead.language == b.lead.language
    spoken = min(1.0, shared.cosine_of_others / _SPOKEN) if one_language else 1.0
    meant = spoken * _nearness(a.lead, b.lead) * _beyond_chance(a.lead.member, b.lead.member)
    score = round(min(1.0, shared.all) * meant, 3)
    return Tie(a.lead.member, b.lead.member, score, _reasons(a.lead, b.lead, shared) if score >= FLOOR else ())


def _shared(a: _Ready, b: _Ready) -> _Shared:
    """Names are those that are one in both; a word is other when it is neither name nor number in both."""
    total = names = numbers = others = 0
    for word in a.words.keys() & b.words.keys():  # sums of whole numbers: the order is the same to them
        weight, mark = a.words[word]
        its_weight, its_mark = b.words[word]
        product = weight * its_weight
        total += product
        if mark & its_mark & NAME:
            names += product
        elif mark & NUMBER:
            numbers += product
        elif not (mark | its_mark) & NAME:
            others += product
    return _Shared(
        total / UNIT**2,
        names / UNIT**2,
        numbers / UNIT**2,
        names / (a.names * b.names) if a.names and b.names else 1.0,
        others / (a.others * b.others) if a.others and b.others else 0.0,
    )


def _veto(a: Lead, b: Lead, shared: _Shared) -> str | None:
    for noun in {noun for noun, _ in a.labels} & {noun for noun, _ in b.labels}:
        values, its_values = ([value for name, value in lead.labels if name == noun] for lead in (a, b))
        if min(abs(value - its) for value in values for its in its_values) > TOLERANCE.get(noun, 0):
            return _SERIES
    if shared.cosine_of_others >= _FORM and shared.cosine_of_names < _OTHER * shared.cosine_of_others:
        return _OTHER_NAMES
    same_time = a.day is not None and b.day is not None and abs(a.day - b.day) <= _NEAR_DAYS
    if shared.cosine_of_others >= _SAME_FORM and a.days and b.days and not set(a.days) & set(b.days) and not same_time:
        return _OTHER_DAY
    return None


def _nearness(a: Lead, b: Lead) -> float:
    """What is left of a score by the time between the publications, 0 to 1."""
    if a.day is None or b.day is None:
        return 1.0 if a.day is b.day else UNKNOWN
    return HALVED / (HALVED + max(0, abs(a.day - b.day) - SAME_TIME))


def _beyond_chance(a: Member, b: Member) -> float:
    """What is left of it by the length of the shorter of the two, from 1 - `CHANCE` to 1."""
    shorter = min(a.end - a.start, b.end - b.start)
    return 1 - CHANCE * min(1.0, max(0, shorter - SHORT) / (LONG - SHORT))


def _reasons(a: Lead, b: Lead, shared: _Shared) -> tuple[str, ...]:
    parts = ((shared.names, _NAMES), (shared.numbers, _NUMBERS), (shared.all - shared.names - shared.numbers, _WORDS))
    weighty = sorted((-part, why) for part, why in parts if part >= _WEIGHTY * shared.all)
    why = [why for _, why in weighty]
    if a.days and not set(a.days).isdisjoint(b.days):
        why.append(_DAYS)
    if a.day is not None and b.day is not None:
        why.append(_NEAR if abs(a.day - b.day) <= _NEAR_DAYS else _FAR)
    return tuple(why)
