"""Ages of one person at different times: at some act in the past, by a birthday, and now.

An age told of a past act ("at age 16", "21 when she was last seen") is compared with another told of the same act, and,
where the day of the act is known, with the age that a report gives now: between the two lie so many birthdays, give or
take one. A birth is the age nought. Ages now are compared with each other in `numbers`. Out of scope: ages told without
saying when ("She was 16.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.compare.measures import bearers
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.verbs import lemma
from rashomon.model import Quantity
from rashomon.terms import term
from rashomon.text import fold

LIKELY = 0.001
_YEAR = 365.25
_THEN_BEFORE = re.compile(r"\b(?:at (?:the )?age(?: of)?|when|while)\b[^.;,]*$")
_THEN_AFTER = re.compile(r"(?:[ -]?years?[ -]olds?)?,? ?(?:at the time|when|at his death|at her death|on the day)\b")
_AT_THE_TIME = re.compile(r"\bat the time of (?:the |his |her |their )?(\w+)[^.;]*$")
_MEASURES = frozenset("year years age old".split())
_GONE = ("missing", "abducted", "see", "go", "take")


class Age(NamedTuple):
    """How old somebody (entity ids) is said to be, of what act ('' for now), on what day if it is known."""

    years: int
    who: frozenset[str]
    act: str
    day: Day | None
    words: str


def compare_ages(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the ages of one person in two statements, one of them at least of the past."""
    if likely < LIKELY:
        return None
    for one in ages(a):
        for other in ages(b):
            if not one.who & other.who or not (one.act or other.act):
                continue
            labels = one.words, other.words
            if one.act and one.act == other.act and one.years and other.years:
                if one.years == other.years:
                    continue
                why = f"two ages at one act: {one.words} / {other.words}"
                return Finding("number", "contradiction", likely, why, i, j, *labels)
            if one.day and other.day and not may_be(one.years, one.day, other.years, other.day):
                why = f"ages that the time between does not allow: {_dated(one)} / {_dated(other)}"
                return Finding("number", "tension", likely, why, i, j, *labels)
    return None


def may_be(one: int, day: Day, other: int, later: Day) -> bool:
    """Whether somebody of one age on one day can be of the other age on the other."""
    if later < day:
        return may_be(other, later, one, day)
    gap = (later - day).days / _YEAR
    return gap - 1 - 1 / _YEAR <= other - one <= gap + 1 + 1 / _YEAR


def tells_of_ages(detail: Detail) -> bool:
    """Whether a statement tells how old somebody known was."""
    return any(ages(detail))


@once
def ages(detail: Detail) -> tuple[Age, ...]:
    """The ages of a statement that belong to somebody known and to the present or to some act."""
    return tuple(_ages(detail))


def _ages(detail: Detail) -> Iterator[Age]:
    for quantity in detail.quantities:
        if quantity.kind == "age" and quantity.value is not None and quantity.value == quantity.low == quantity.high:
            found = _age(detail, quantity)
            if found and found.who:
                yield found
    if detail.predicate in ("born", "bear") and len(detail.dates) == 1 and detail.dates[0].earliest:
        date = detail.dates[0]
        if date.kind == "date" and date.earliest == date.latest and date.earliest:
            born = detail.document.text[date.span.start : date.span.end]
            yield Age(0, detail.doers, "born", Day.fromisoformat(date.earliest), f"born {born}")


def _age(detail: Detail, quantity: Quantity) -> Age | None:
    text, span = detail.document.text, quantity.span
    before, after = fold(text[detail.sentence.start : span.start]), fold(text[span.end : detail.sentence.end])
    words = text[span.start : span.end]
    at = next((i for i, t in enumerate(detail.tokens) if t.start < span.end and t.end > span.start), None)
    if at is None or quantity.value is None:
        return None
    who, verb, past = _bearer(detail, at)
    who = frozenset(bearers(detail, quantity)) or who if quantity.of else who
    deed = _AT_THE_TIME.search(before)
    then = bool(deed or _THEN_BEFORE.search(before) or _THEN_AFTER.match(after))
    years = int(quantity.value)
    if not then:
        published = Day.fromisoformat(detail.published[:10]) if detail.published[:10].count("-") == 2 else None
        return None if past else Age(years, who, "", published, words)
    act = _named(deed[1]) if deed else _act(detail, at, verb)
    days = sorted(set(detail.days))
    day = Day.fromisoformat(days[0]) if len(days) == 1 and act and _is_day(detail) else None
    return Age(years, who, act, day, words) if act else None


def _is_day(detail: Detail) -> bool:
    """Whether the dates of the sentence are all of one day."""
    dates = [d for d in detail.dates if d.kind in ("date", "time")]
    return bool(dates) and all(d.earliest == d.latest for d in dates)


def _bearer(detail: Detail, at: int) -> tuple[frozenset[str], int | None, bool]:
    """Whose age it is, read upwards from the number; the verb met on the way, and whether that is a plain "was"."""
    tokens, word = detail.tokens, at
    for _ in range(len(tokens)):
        own = [i for i, t in enumerate(tokens) if t.head == word]
        if word != at and tokens[word].tag in ("NOUN", "PROPN") and (who := named_at(detail, tokens[word])):
            return frozenset(who), None, False
        subject = next((i for i in own if tokens[i].label == "nsubj"), None)
        if subject is not None:
            verb = word if tokens[word].tag == "VERB" else None
            was = any(tokens[i].label == "cop" and tokens[i].text.casefold() in ("was", "were") for i in own)
            return frozenset(named_at(detail, tokens[subject])), verb, verb is None and was
        if word != at and tokens[word].tag == "NOUN" and tokens[word].text.casefold() not in _MEASURES:
            break
        if tokens[word].head < 0:
            break
        word = tokens[word].head
    return frozenset(), None, False


def _act(detail: Detail, at: int, verb: int | None) -> str:
    """The act of a past age: the verb it stands with, or of the clause that its own clause hangs on or carries."""
    tokens = detail.tokens
    if verb is None:
        chain, word = {at}, at
        while tokens[word].head >= 0 and tokens[word].tag != "VERB":
            word = tokens[word].head
            chain.add(word)
        below = [i for i, t in enumerate(tokens) if t.head in chain and t.tag == "VERB" and t.label in ("advcl", "acl")]
        inner = [i for i, t in enumerate(tokens) if t.tag == "VERB" and i > at and t.label in ("advcl", "acl", "ccomp")]
        verb = next(iter(below or inner), word if tokens[word].tag == "VERB" else None)
    if verb is None:
        return ""
    return _named(tokens[verb].text)


def _named(word: str) -> str:
    """The act that a word tells; to vanish, to be taken and to be last seen are one."""
    act = act_of(lemma(word.casefold()) or term(word) or word.casefold())
    return "gone" if act in _GONE else act


def _dated(age: Age) -> str:
    return f"{age.words} in {age.day.year}" if age.day else age.words
