"""A time expression understood: what the readers of dates give and what they know of the surroundings.

Out of scope: how the words are found (`date_patterns`) and what each of them means (`date_fixed`, `date_relative`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from rashomon.annotate.calendar import Direction, bounds, part_of
from rashomon.annotate.date_patterns import PARTS
from rashomon.model import Anchor, DateKind


class Reading(NamedTuple):
    """A time expression understood: `value` as in `model.Date`, first and last day as ISO days."""

    kind: DateKind
    value: str | None
    earliest: str | None
    latest: str | None
    anchor: Anchor


class Around(NamedTuple):
    """What surrounds an expression: the sentence (levelled), the reference, where the clause looks, earlier dates.

    `near` is the date the expression may hang on (same sentence or the one before), `same` the last one of the same
    sentence, `earlier` all values stated before in the document, `stand_ins` its full dates, used without reference.
    """

    sentence: str
    reference: date | None
    anchor: Anchor
    look: Direction
    near: Reading | None
    same: Reading | None
    earlier: tuple[str, ...]
    stand_ins: tuple[date, ...]


UNKNOWN = Reading("date", None, None, None, "unknown")
_THIRD = re.compile(r"earl|begin|start|mid|late|end", re.IGNORECASE)


def dated(value: str | None, anchor: Anchor, kind: DateKind = "date") -> Reading:
    """A reading whose days are those of its value."""
    ends = bounds(value) if value else None
    if ends is None:
        return UNKNOWN._replace(kind=kind)
    return Reading(kind, value, ends[0].isoformat(), ends[1].isoformat(), anchor)


def group(match: re.Match[str], name: str) -> str | None:
    """What a named group holds, in small letters; None where the pattern has no such group or it is empty."""
    found = match.groupdict().get(name)
    return found.casefold() if found else None


def part_of_day(match: re.Match[str]) -> str:
    """The code of the part of the day the expression names ("Wednesday evening", "late Wednesday": TEV), or nothing."""
    part = group(match, "part") or group(match, "of")
    if part:
        return PARTS[part]
    third = group(match, "third")
    return {"early": "TMO", "late": "TEV"}.get(third or "", "")


def narrowed(reading: Reading, match: re.Match[str]) -> Reading:
    """The reading narrowed to its early, middle or late part, where the expression names one.

    A month or year keeps its value and is narrowed in its days only; a decade has no value of its own but its years.
    """
    third = _THIRD.search(group(match, "third") or "")
    if not third or reading.value is None:
        return reading
    part = "early" if third[0] in ("earl", "begin", "start") else "mid" if third[0] == "mid" else "late"
    named = part_of(reading.value, part)
    if named is None:
        return reading
    smaller = dated(named, reading.anchor)
    return smaller if "/" in reading.value else smaller._replace(value=reading.value)
