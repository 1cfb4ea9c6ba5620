"""Numbers that count the same thing and cannot both be right.

Two numbers meet when kind and unit are the same and they count the same thing in the same state. They agree when the
ranges they allow overlap; a rounding of the other is a variant; else the later report's number is an update where the
days of publication differ, and a contradiction where they do not.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.lexicon.measures import STATE_OF, VAGUE
from rashomon.model import Quantity, Severity
from rashomon.terms import terms
from rashomon.text import cut

LIKELY = 0.25
"""Statements less likely to share a fact are compared only when the words around the numbers are much alike,"""
LIKELY_AROUND = 0.03
"""and never below this."""
_OF = re.compile(r"\s*(?:people |men |women )?(?:out )?of (?:the |some |about |its |all )*")
_STRONG = 3
_BORDER = re.compile(r",(?!\d)|;|\band\b|\bbut\b")
_EXACT = ("money", "count", "percent", "measure", "age")


def compare_numbers(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The gravest difference between the numbers of two statements, null when none measure the same thing."""
    if likely < LIKELY_AROUND:
        return None
    findings = [
        finding
        for one in a.quantities
        for other in b.quantities
        if (likely >= LIKELY or around_alike(a, one, b, other) >= _STRONG)
        and measure_alike(a, one, b, other)
        and not _stated(b, one, a)
        and not _stated(a, other, b)
        and (finding := _difference(a, one, b, other, likely, i, j))
    ]
    grave = ("contradiction", "update", "tension", "variant")
    return min(findings, key=lambda f: (grave.index(f.severity), f.value_a, f.value_b), default=None)


def measure_alike(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether two numbers are of one kind and unit and count the same thing in the same state.

    Nouns that say what is counted must share their head; where they say little ("people"), a shared state ("dead") or two
    shared words around the numbers will do. States that both name and do not share part them, and so do a part and a whole
    ("24 of the 59"). Three shared words around the numbers join them whatever their nouns.
    """
    if one.kind != other.kind or one.unit != other.unit or one.kind not in _EXACT:
        return False
    if _is_whole(a, one) != _is_whole(b, other):
        return False
    nouns = _nouns(a, one), _nouns(b, other)
    around = _around(a, one), _around(b, other)
    states = [{STATE_OF[form] for form in (*n, *w) if form in STATE_OF} for n, w in zip(nouns, around, strict=True)]
    if all(states) and not states[0] & states[1]:
        return False
    shared = (around[0] & around[1]) - VAGUE
    specific = [[form for form in n if form not in VAGUE and form not in STATE_OF] for n in nouns]
    if len(shared) >= _STRONG:
        return True
    if all(specific):
        return specific[0][-1] == specific[1][-1]
    return not any(specific) and (bool(states[0] & states[1]) or len(shared) >= 2)


def around_alike(a: Detail, one: Quantity, b: Detail, other: Quantity) -> int:
    """How many content words the surroundings of two numbers share."""
    return len((_around(a, one) & _around(b, other)) - VAGUE)


def _nouns(detail: Detail, quantity: Quantity) -> list[str]:
    if quantity.of is None:
        return []
    return [form for form, _ in terms(detail.document.text, quantity.of.start, quantity.of.end)]


def _is_whole(detail: Detail, quantity: Quantity) -> bool:
    """Whether the number is the whole of which another counts a part ("24 of the 59")."""
    before = [q for q in detail.quantities if q.span.end <= quantity.span.start]
    return bool(before) and bool(_OF.fullmatch(detail.document.text, before[-1].span.end, quantity.span.start))


def _is_part(detail: Detail, quantity: Quantity) -> bool:
    after = [q for q in detail.quantities if q.span.start >= quantity.span.end]
    return bool(after) and bool(_OF.fullmatch(detail.document.text, quantity.span.end, after[0].span.start))


def _around(detail: Detail, quantity: Quantity) -> set[str]:
    """The content words beside a number, up to the next comma, "and" or number; a part's are those of its clause."""
    start, end = detail.statement.span.start, detail.statement.span.end
    text = detail.document.text
    if not _is_part(detail, quantity):
        before = [m.end() for m in _BORDER.finditer(text, start, quantity.span.start)]
        before += [q.span.end for q in detail.quantities if q.span.end <= quantity.span.start]
        after = [m.start() for m in _BORDER.finditer(text, quantity.span.end, end)]
        after += [q.span.start for q in detail.quantities if q.span.start >= quantity.span.end]
        start, end = max(before, default=start), min(after, default=end)
    own = {form for form, _ in terms(text, quantity.span.start, quantity.span.end)} if quantity.of is None else set()
    return {form for form, _ in terms(text, start, end) if not form[:1].isdigit()} - own


def _stated(detail: Detail, quantity: Quantity, origin: Detail) -> bool:
    """Whether this statement holds the same value for the same thing, so that nothing differs."""
    return any(
        known.value == quantity.value and known.kind == quantity.kind and measure_alike(origin, quantity, detail, known)
        for known in detail.quantities
    )


def _difference(a: Detail, one: Quantity, b: Detail, other: Quantity, likely: float, i: int, j: int) -> Finding | None:
    if one.value is None or other.value is None or one.value == other.value:
        return None
    words = cut(a.document, one.span), cut(b.document, other.span)
    severity: Severity
    if ranges_meet(one, other) or is_rounding(one.value, other.value):
        severity, reason = "variant", "the same number, rounded or bounded otherwise"
    elif is_update(a, b):
        severity, reason = "update", "another number of the same thing, at another time"
    else:
        severity, reason = "contradiction", "two numbers of the same thing"
    return Finding(
        "number", severity, likely, f"{reason}: {words[0]} / {words[1]}", i, j, plain(one.value), plain(other.value)
    )


def plain(value: float) -> str:
    """A number without needless digits: 24, 0.5."""
    return f"{value:.10g}"


def ranges_meet(one: Quantity, other: Quantity) -> bool:
    """Whether some number fits both: open ends (null) reach as far as they like."""
    low = max(q.low if q.low is not None else float("-inf") for q in (one, other))
    high = min(q.high if q.high is not None else float("inf") for q in (one, other))
    return low <= high


def is_rounding(one: float, other: float) -> bool:
    """Whether one is the other rounded to its own last digit before the zeros (43,000 of 43,350)."""
    coarse, fine = (one, other) if _grain(one) > _grain(other) else (other, one)
    grain = _grain(coarse)
    return grain > _grain(fine) and grain > 1 and abs(coarse - fine) < grain


def _grain(value: float) -> float:
    """The power of ten of the last digit that is not zero."""
    if value != int(value):
        return 0.1
    digits = str(abs(int(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if int(value) else 1.0
