"""Numbers that count the same thing and cannot both be right.

Two numbers meet when kind and unit are the same and the words for what they count share their head. They agree when the
ranges they allow overlap; a rounding of the other is a variant; else the later report's number is an update where the
days of publication differ, and a contradiction where they do not.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.model import Quantity, Severity
from rashomon.terms import terms
from rashomon.text import cut

LIKELY = 0.25
"""Statements less likely to share a fact are not compared."""
_EXACT = ("money", "count", "percent", "measure", "age")


def compare_numbers(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The gravest difference between the numbers of two statements, null when none measure the same thing."""
    if likely < LIKELY:
        return None
    findings = [
        finding
        for one in a.quantities
        for other in b.quantities
        if measure_alike(a, one, b, other)
        and not _stated(b, one, a)
        and not _stated(a, other, b)
        and (finding := _difference(a, one, b, other, likely, i, j))
    ]
    grave = ("contradiction", "update", "tension", "variant")
    return min(findings, key=lambda f: (grave.index(f.severity), f.value_a, f.value_b), default=None)


def measure_alike(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether two numbers are of one kind and unit and count the same thing, by the head of the words for it."""
    if one.kind != other.kind or one.unit != other.unit or one.kind not in _EXACT:
        return False
    heads = _counted(a, one), _counted(b, other)
    if not heads[0] or not heads[1]:
        return one.kind in ("money", "percent") and bool(set(a.terms) & set(b.terms) - _numbers(a, b))
    return heads[0][-1] == heads[1][-1] or bool(set(heads[0]) & set(heads[1]))


def _counted(detail: Detail, quantity: Quantity) -> list[str]:
    if quantity.of is None:
        return []
    return [form for form, _ in terms(detail.document.text, quantity.of.start, quantity.of.end)]


def _numbers(a: Detail, b: Detail) -> set[str]:
    return {form for form in (*a.terms, *b.terms) if form[:1].isdigit()}


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
