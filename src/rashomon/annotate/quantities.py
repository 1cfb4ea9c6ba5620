"""Quantities in one report: counts, money, percentages, ages, measures, ordinals, durations, with their bounds.

Order: the longest expression at each place of a sentence; those that the dates already hold are left to them; what is
no quantity after all (names with a number, scores, list and house numbers, "one" as a pronoun) is dropped; then the
words for what is counted. A duration of a known length is both a date (when) and a quantity (how long, with bounds).
Out of scope: phone numbers, arithmetic, languages other than English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import zip_longest

from rashomon.annotate.amounts import Amount, amount_of
from rashomon.annotate.bare_counts import HELD
from rashomon.annotate.counted import Sight, counted, sight_of
from rashomon.annotate.counts import counted_of, is_count, is_plural
from rashomon.annotate.durations import unit_of
from rashomon.annotate.number_words import number_value
from rashomon.annotate.quantity_patterns import quantity_expressions
from rashomon.annotate.quantity_values import Reading, reading_of
from rashomon.annotate.units import dollar_of
from rashomon.model import Date, Document, Quantity, Sentence, Span, Tree
from rashomon.text import content_id, level

_FIXED = {
    "both": Amount(2, 2, 2),
    "twice": Amount(2, 2, 2),
    "single": Amount(1, 1, 1),
    "number_of": Amount(None, 2, None),
    "multi": Amount(None, 2, None),
}
_COUNTS = ("count", "vague", *_FIXED)
_LIST_END = re.compile(r"[.,;)]|$| (?:were|are|have|had|and [0-9]|years? old)\b")
_TWO_UNITS = re.compile(r"\b(year|hour)s?(?:,? and|,)? (?:[0-9]+|[a-z-]+) (?:month|minute)s?\b")


def find_quantities(
    document: Document, sentences: tuple[Sentence, ...], dates: tuple[Date, ...], trees: Sequence[Tree] = ()
) -> tuple[Quantity, ...]:
    """All quantities by start and end; `dates` are those of the same document, and none is read as a number again."""
    text = level(document.text.replace("—", ";"))
    dollar = dollar_of(text)
    found = [read for date in dates if (read := _duration(text, date))]
    taken = [(date.span.start, date.span.end) for date in dates]
    longest = max((b - a for a, b in taken), default=0)
    last: tuple[int, int, int] | None = None
    for sentence, tree in zip_longest(sentences, trees):
        start = sentence.span.start
        words = text[start : sentence.span.end]
        near = slice(bisect_left(taken, (start - longest, 0)), bisect_left(taken, (sentence.span.end, 0)))
        busy = [(a - start, b - start) for a, b in taken[near] if b > start]
        before: list[Reading] = []
        fresh = last is None or "\n" in text[last[0] : start]
        named = None if fresh or last is None else (last[1] - start, last[2] - start)
        sight: Sight | None = None
        for name, match in quantity_expressions(words, busy):
            sight = sight or sight_of(words, tree, start)
            if name == "count" and (ages := _listed_ages(match, before)):
                before += ages
                continue
            if name in _COUNTS:
                read = _count(name, match, sight, before, named)
            else:
                read = reading_of(name, match, sight, dollar)
            if read is not None:
                before.append(read)
        of = next((read.of for read in reversed(before) if read.kind == "count" and read.of), None)
        last = (start, of[0] + start, of[1] + start) if of else None
        found += [
            read._replace(start=read.start + start, end=read.end + start, of=_moved(read.of, start)) for read in before
        ]
    return tuple(_quantity(document, read) for read in sorted(found, key=lambda read: (read.start, read.end)))


def _moved(of: tuple[int, int] | None, start: int) -> tuple[int, int] | None:
    return (of[0] + start, of[1] + start) if of else None


def _count(
    name: str, match: re.Match[str], sight: Sight, before: list[Reading], named: tuple[int, int] | None
) -> Reading | None:
    """A count; `named` are the words counted last in the sentence before, which a number opening this one may mean."""
    start, end = match.span()
    if name in _FIXED:
        of = counted(sight, start, end) if name != "twice" else None
        several = of is not None and (name != "both" or is_plural(sight.text[slice(*of)]))
        return Reading(start, end, "count", _FIXED[name], None, of if several else None)
    amount = amount_of(match.group())
    counts = [(read.start, read.end, read.of) for read in before if read.kind == "count"]
    if named and (start == 0 or (not counts and HELD.search(sight.text, 0, start))):
        counts.append((0, 0, named))
    if amount is None or not is_count(match, sight, counts, name == "vague"):
        return None
    return Reading(start, end, "count", amount, None, counted_of(match, sight, counts))


def _listed_ages(match: re.Match[str], before: list[Reading]) -> list[Reading]:
    """The ages that go on a list: "16 and 20" in "her sons, 14, 16 and 20"."""
    last = before[-1] if before else None
    if last is None or last.kind != "age" or last.unit != "year":
        return []
    text, (start, end) = match.string, match.span()
    if not re.fullmatch(r",? (?:and )?", text[last.end : start]) or not _LIST_END.match(text, end):
        return []
    ages = [(found, number_value(found.group())) for found in re.finditer(r"\w+", match.group()) if found[0] != "and"]
    if any(value is None or not 0 < value < 120 for _, value in ages):
        return []
    return [
        Reading(start + found.start(), start + found.end(), "age", Amount(value, value, value), "year", last.of)
        for found, value in ages
        if value is not None
    ]


def _duration(text: str, date: Date) -> Reading | None:
    """The length of a duration that the dates found, with its bounds."""
    if date.kind != "duration" or date.value is None:
        return None
    words = text[date.span.start : date.span.end].casefold()
    if compound := _TWO_UNITS.search(words):
        total = float(re.sub("[A-Z]", "", date.value))
        smaller = "minute" if compound[1] == "hour" else "month"
        return Reading(date.span.start, date.span.end, "duration", Amount(total, total, total), smaller, None)
    unit = next(
        (
            unit
            for word in re.findall(r"[a-z]+", words)
            if (unit := unit_of(word)) and word not in ("second", "minimum")
        ),
        None,
    )
    half = 0.5 if re.search(r"and[ -]a[ -]half", words) else 0.0
    words = re.sub(r"[ -]and[ -]a[ -]half", "", words)
    words = re.sub(r"\ban? (?=maximum|minimum)", "", re.sub(r"\bhalf[- ]an?\b", "0.5", words))
    amount = amount_of(words) or amount_of(re.sub(r"\b(?:an?|the(?: (?:past|last))?)\b", "1", words))
    if amount is None or unit is None:
        return None
    raised = Amount(*(bound + half if bound is not None else None for bound in amount))
    return Reading(date.span.start, date.span.end, "duration", raised, unit, None)


def _quantity(document: Document, read: Reading) -> Quantity:
    span = Span(document.id, read.start, read.end)
    return Quantity(
        id=content_id("q", document.id, span.start, span.end, read.kind, read.amount.value),
        span=span,
        kind=read.kind,
        value=read.amount.value,
        low=read.amount.low,
        high=read.amount.high,
        unit=read.unit,
        of=Span(document.id, *read.of) if read.of else None,
    )
