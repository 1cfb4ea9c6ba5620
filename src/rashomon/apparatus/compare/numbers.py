"""Numbers that count the same thing and cannot both be right.

Which numbers meet is decided in `measures`. They agree when the ranges they allow overlap; a rounding of the other is
a variant; else the later report's number is an update where the days of publication differ, and a contradiction where
they do not.
"""

from __future__ import annotations

import re
from datetime import date as Day

from rashomon.annotate.number_words import NUMBER, number_value
from rashomon.apparatus.compare.bounds import (
    has_risen,
    is_close,
    is_rounding,
    is_shut_out,
    ranges_meet,
    vague_apart,
)
from rashomon.apparatus.compare.fates import states
from rashomon.apparatus.compare.finding import Finding, comes_first, is_history, is_update, on_one_day
from rashomon.apparatus.compare.measures import NEVER, is_whole, least_likelihood, with_doer
from rashomon.apparatus.details import Detail, once
from rashomon.clauses import Clause, listed_sums
from rashomon.lexicon.measures import STATE_OF
from rashomon.model import SEVERITIES, Quantity, Severity
from rashomon.text import cut, fold

NOBODY = 0.02
"""The likelihood from which on "nobody" is set beside a number."""
_FAR = 2
"""Numbers whose bounds meet are not set side by side when one is more than this many times the other."""
_BESIDE = 300
"""Code points behind a number in which those that are added to it are told of."""
_MORE = re.compile(
    rf"\b(?:another|an additional|a further|plus) ({NUMBER})\b|"
    rf"({NUMBER}) (?:\w+ )?(?:more|others?|additional|further|new)\b(?! than)"
)
_WEEK = 7
"""Days within which a toll told before is of the same happening."""
_CHANGING = ("count", "measure", "ordinal")
_NONE = ("nobody", "no one", "none")


def compare_numbers(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The gravest difference between the numbers of two statements, null when none measure the same thing."""
    if _is_before(a, b) or _is_before(b, a):
        return None
    findings = [finding for finding in (_nobody(a, b, likely, i, j), _nobody(b, a, likely, j, i)) if finding]
    findings += [
        finding
        for one in _own(a)
        for other in _own(b)
        if likely >= least_likelihood(a, one, b, other)
        and not _is_of_it(a, one, other)
        and not _is_of_it(b, other, one)
        and not _stated(b, one, a)
        and not _stated(a, other, b)
        and (finding := _difference(a, one, b, other, likely, i, j))
    ]
    return min(findings, key=lambda f: (SEVERITIES.index(f.severity), f.value_a, f.value_b), default=None)


def tells_of_numbers(detail: Detail) -> bool:
    """Whether a statement counts something, or says that nobody is among those counted."""
    subject = detail.statement.subject
    return bool(detail.quantities) or (subject is not None and fold(cut(detail.document, subject)) in _NONE)


@once
def _own(detail: Detail) -> list[Quantity]:
    """The numbers of a statement but for the items of a list of sums, which are statements of their own."""
    span = detail.statement.span
    sums = [(q.span.start, q.span.end) for q in detail.quantities if q.kind == "money"]
    items = listed_sums(detail.document.text, Clause(span.start, span.end), sums)
    return [q for q in detail.quantities if not any(i.start <= q.span.start < i.end for i in items)]


def _is_before(a: Detail, b: Detail) -> bool:
    """Whether one report withdraws a number that the other, of an earlier day, cannot have replaced."""
    return a.earlier and not b.earlier and bool(b.published) and b.published[:10] < a.published[:10]


def _nobody(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """ "Nobody was hurt" beside a number of people who were."""
    subject = a.statement.subject
    if likely < NOBODY or subject is None or fold(cut(a.document, subject)) not in _NONE:
        return None
    state = STATE_OF.get(a.predicate or "")
    for quantity in b.quantities:
        if state and quantity.value and quantity.kind == "count" and state in states(b, quantity):
            severity: Severity = "update" if is_update(a, b) else "contradiction"
            words = cut(a.document, subject), cut(b.document, quantity.span)
            why = f"none in one, some in the other: {words[0]} / {words[1]}"
            return Finding("number", severity, likely, why, i, j, "0", plain(quantity.value))
    return None


def _stated(detail: Detail, quantity: Quantity, origin: Detail) -> bool:
    """Whether this statement holds the same value for the same thing, so that nothing differs."""
    return any(
        known.value == quantity.value
        and (
            least_likelihood(origin, quantity, detail, known) < NEVER
            or (quantity.kind == "money" and known.unit == quantity.unit)
        )
        and not _counts_otherwise(origin, quantity, detail, known)
        for known in detail.quantities
    )


def _is_of_it(detail: Detail, part: Quantity, other: Quantity) -> bool:
    """Whether a number is given as a part of the other one ("two of the three sailors" / "three", "nearly four")."""
    return any(
        q.value is not None
        and (q.value == other.value or (other.low != other.high and ranges_meet(q, other) and _is_near(q, other)))
        and q.span.start >= part.span.end
        and is_whole(detail, q)
        for q in detail.quantities
    )


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Whether neither of two numbers is far more than the other."""
    low, high = sorted((one.value or 0, other.value or 0))
    return 0 < high <= _FAR * low


def _makes_up(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether one report tells beside its number of as many more as the other's number has ("15, and four others")."""
    more = abs((one.value or 0) - (other.value or 0))
    detail, quantity = (a, one) if (one.value or 0) < (other.value or 0) else (b, other)
    if one.kind != "count" or not 1 <= more == int(more):
        return False
    text, span = detail.document.text, quantity.span
    near = fold(text[detail.sentence.start : span.end + _BESIDE])
    return any(number_value(match[1] or match[2]) == more for match in _MORE.finditer(near))


def _difference(a: Detail, one: Quantity, b: Detail, other: Quantity, likely: float, i: int, j: int) -> Finding | None:
    if one.value is None or other.value is None:
        return _vaguely(a, one, b, other, likely, i, j)
    if _counts_otherwise(a, one, b, other):
        return _besides(a, one, b, other, likely, i, j)
    if one.value == other.value or _makes_up(a, one, b, other):
        return None
    words = cut(a.document, one.span), cut(b.document, other.span)
    severity: Severity
    if _rose(a, one, b, other):
        severity, reason = "update", "another number of the same thing, at another time"
    elif (is_rounding(one.value, other.value) and not is_shut_out(one, other)) or (
        ranges_meet(one, other) and is_close(one.value, other.value)
    ):
        severity, reason = "variant", "the same number, rounded or bounded otherwise"
    elif ranges_meet(one, other) and not _is_near(one, other):
        return None
    elif ranges_meet(one, other):
        severity, reason = "tension", "both may be right, but the numbers are far apart"
    elif is_update(a, b) and one.kind in _CHANGING and not (is_history(a) or is_history(b)):
        severity, reason = "update", "another number of the same thing, at another time"
    else:
        severity, reason = "contradiction", "two numbers of the same thing"
    values = plain(one.value), plain(other.value)
    labels = [said if any(map(str.isdigit, said)) else value for said, value in zip(words, values, strict=True)]
    return Finding("number", severity, likely, f"{reason}: {words[0]} / {words[1]}", i, j, *values, *labels)


def _vaguely(a: Detail, one: Quantity, b: Detail, other: Quantity, likely: float, i: int, j: int) -> Finding | None:
    """ "Hundreds" beside a number far beyond them."""
    if one.kind != "count" or not vague_apart(one, other):
        return None
    if (a.dates or b.dates) and not on_one_day(a, b) and _is_less(one, other):
        return None
    severity: Severity = "update" if is_update(a, b) and not (is_history(a) or is_history(b)) else "contradiction"
    words = cut(a.document, one.span), cut(b.document, other.span)
    why = f"a vague number and one far beyond it: {words[0]} / {words[1]}"
    value_a, value_b = (w if q.value is None else plain(q.value) for w, q in zip(words, (one, other), strict=True))
    return Finding("number", severity, likely, why, i, j, value_a, value_b, *words)


def _is_less(one: Quantity, other: Quantity) -> bool:
    """Whether the number is below the vague one: that of one day or place may be."""
    vague, number = (one, other) if one.value is None else (other, one)
    return (number.value or 0) < (vague.low or 0)


def _rose(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether the later report counts more than the lower bound of the earlier one was meant to tell."""
    if one.kind != "count" or is_history(a) or is_history(b):
        return False
    if is_update(a, b):
        turned = comes_first(b, a)
    elif (x := _told_on(a)) and (y := _told_on(b)) and x != y and abs((x - y).days) <= _WEEK:
        turned = y < x
    else:
        return False
    return has_risen(other, one) if turned else has_risen(one, other)


def _told_on(detail: Detail) -> Day | None:
    """The day on which a number was told: that beside the statement ("on Sunday she had said"), or of publication."""
    published = detail.published[:10]
    beside = [day for day in detail.days if day <= published and not detail.dates]
    day = max(beside, default=published)
    return Day.fromisoformat(day) if day else None


def _counts_otherwise(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether one of two numbers counts whoever did it and the other does not."""
    return {with_doer(a, one), with_doer(b, other)} == {True, False}


def _besides(a: Detail, one: Quantity, b: Detail, other: Quantity, likely: float, i: int, j: int) -> Finding | None:
    """Tolls with and without whoever did it: the same number twice is a difference, one more is none."""
    assert one.value is not None and other.value is not None
    counted = with_doer(a, one)
    if one.value - other.value == (1 if counted else -1):
        return None
    severity: Severity = "update" if is_update(a, b) else "contradiction"
    words = cut(a.document, one.span), cut(b.document, other.span)
    values = [
        f"{word} {'with' if own else 'by'} the attacker"
        for word, own in zip(words, (counted, not counted), strict=True)
    ]
    why = f"a number with and without whoever did it: {words[0]} / {words[1]}"
    return Finding("number", severity, likely, why, i, j, *values)


def plain(value: float) -> str:
    """A number without needless digits: 24, 0.5."""
    return f"{value:.10g}"
