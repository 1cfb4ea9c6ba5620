"""What the bounds of two numbers leave open: whether some number fits both, whether one is the other rounded, and
whether a later one has risen above what an earlier one can have meant.

A bound that is stated ("more than 170", "at least 19") is a number as its writer knew it that day: whoever knows of
more than 200 two days later rounds nothing. A vague number ("dozens") ends where the next word would have been said,
with some room, since writers reach for such words loosely; "thousands" goes on to the hundred thousands, since "tens of
thousands" is rarely said.
"""

from __future__ import annotations

from rashomon.model import Quantity

_CLOSE = 20
"""Numbers are close that are at most this part of the larger one apart."""
_ROOM = 1.5
"""How far beyond its range a vague number reaches: "dozens" may be 16, or 140."""
_LOOSE = 10
"""The same for "thousands" and more, above."""
_THOUSANDS = 2000
_SIZE = 5
"""Two numbers of one thing are rarely more than this many times apart, tolls and small numbers aside."""
_LEAP = 10
"""Nobody's "at least four" has become forty, nor are eight hundreds: the one is of what was seen, or of one place."""


def ranges_meet(one: Quantity, other: Quantity) -> bool:
    """Whether some number fits both: open ends (null) reach as far as they like."""
    low = max(q.low if q.low is not None else float("-inf") for q in (one, other))
    high = min(q.high if q.high is not None else float("inf") for q in (one, other))
    return low <= high


def vague_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one of two numbers is vague, and no number fits both by far."""
    if (one.value is None) == (other.value is None):
        return False
    vague, number = (one, other) if one.value is None else (other, one)
    if vague.low is None or number.value is None:
        return False
    least = vague.low / _ROOM
    most = float("inf") if vague.high is None else vague.high * (_LOOSE if vague.low >= _THOUSANDS else _ROOM)
    above = number.low is not None and number.low > most
    return above or (number.high is not None and least / _LEAP < number.high < least)


def has_risen(earlier: Quantity, later: Quantity) -> bool:
    """Whether the later of two numbers of which the earlier is a lower bound cannot have been what that one meant."""
    return earlier.low == earlier.value and earlier.high is None and is_overtaken(earlier, later)


def is_overtaken(earlier: Quantity, later: Quantity) -> bool:
    """Whether a later number is well above an earlier one, and yet so near that it may count the same thing."""
    if not earlier.value or later.low is None:
        return False
    return earlier.value < later.low < _LEAP * earlier.value and not is_close(earlier.value, later.low)


def exceeds(some: Quantity, everybody: Quantity) -> bool:
    """Whether those of one sort ("430 protesters") are more than all can be by the other number."""
    return some.low is not None and everybody.high is not None and some.low > everybody.high


def is_shut_out(one: Quantity, other: Quantity) -> bool:
    """Whether a bound that is stated leaves no room for the other number ("at least 430" / "nearly 400")."""
    bounded = one.kind == "count" and (one.low != one.high or other.low != other.high)
    return bounded and not ranges_meet(one, other)


def is_close(one: float, other: float) -> bool:
    """Whether two numbers are at most a twentieth apart."""
    return abs(one - other) <= max(abs(one), abs(other)) / _CLOSE


def is_rounding(one: float, other: float) -> bool:
    """Whether one is the other rounded to its own last digit before the zeros (43,000 of 43,350)."""
    coarse, fine = (one, other) if _grain(one) > _grain(other) else (other, one)
    grain = _grain(coarse)
    return grain > _grain(fine) and grain > 1 and abs(coarse - fine) < grain


def is_another_size(one: Quantity, other: Quantity) -> bool:
    """Whether one number is so many times the other that they hardly measure one thing."""
    if one.value is None or other.value is None:
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    return high > _SIZE * low


def look_alike(one: float | None, other: float | None) -> bool:
    """Whether two numbers of three or more digits differ in one digit, or hold the same digits in another order."""
    digits = [f"{n:.2f}".replace(".", "").strip("0") for n in (one, other) if n is not None]
    if len(digits) < 2 or len(digits[0]) != len(digits[1]) or len(digits[0]) < 3 or digits[0] == digits[1]:
        return False
    differing = sum(x != y for x, y in zip(*digits, strict=True))
    return differing == 1 or (differing == 2 and sorted(digits[0]) == sorted(digits[1]))


def _grain(value: float) -> float:
    """The power of ten of the last digit that is not zero."""
    if value != int(value):
        return 0.1
    digits = str(abs(int(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if int(value) else 1.0
