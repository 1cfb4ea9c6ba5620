"""By what gauge a number is told: so many a day, over ten years, more than another, the first so many.

Numbers by different gauges measure different things, however alike their sentences are: "425 permits a day" and
"22,000 permits", "$10 billion less than the other bill" and "a bill of $20 billion", "35 billion over three years" and
"over ten". Out of scope: shares (`shares`) and numbered parts of a year (`measures`).
"""

from __future__ import annotations

import re

from rashomon.annotate.number_words import NUMBER, number_value
from rashomon.apparatus.details import Detail
from rashomon.model import Quantity
from rashomon.text import fold

_REACH = 60
"""Code points behind a number within which its gauge stands."""
_UNITS = "hour|day|night|week|weekend|month|quarter|year|season|game|match|minute|second|mile|acre|head|person|capita|"
_UNITS += "share|barrel|tonne|ton|ounce|lit(?:re|er)|gallon|kilo|kilogram|pound|dose|ticket|seat|vote|hectare|household"
_PER = re.compile(
    rf"[^.;:]*?(?:\b(?:per|each|every) (?:\w+ )?({_UNITS})\b|"
    rf"(?<!\bon )(?<!\bin )(?<!\bof )(?<!\bfor )(?<!\bover )(?<!\bwithin )\ban? ({_UNITS})\b"
    r"(?! (?:ago|later|earlier|before|after|old|and|on|of|when|which|that))|"
    r"\b(hourly|daily|nightly|weekly|monthly|yearly|annually)\b)"
)
_THAN = re.compile(r"\s*(?:[\w-]+ ){0,2}(?:more|less|fewer|higher|lower|greater|larger|smaller|longer|shorter) than\b")
_OVER = re.compile(rf"[^.;:]*?\b(?:over|within|across) ({NUMBER}|a) (years?|decades?)\b")
_PAST = re.compile(
    rf"\b(?:in|over|during|within|for|across) the (?:past|last|next|coming|first) (?:({NUMBER}) )?"
    r"(hours?|days?|weeks?|months?|years?|decades?)\b"
)
_FIRST = re.compile(r"\b(?:first|last|next|latest|top|initial|final|remaining)\s*$")
_ADVERBS = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"}
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}


def gauge(detail: Detail, quantity: Quantity) -> frozenset[str]:
    """The gauges of a number; none where it stands for itself."""
    text, span = detail.document.text, quantity.span
    ends = [q.span.start for q in detail.quantities if q.span.start >= span.end and q.kind == quantity.kind]
    behind = fold(text[span.end : min(span.end + _REACH, detail.statement.span.end, *ends)])
    ahead = fold(text[max(detail.sentence.start, span.start - 12) : span.start])
    found = set()
    if per := _PER.match(behind):
        found.add(f"per {per[1] or per[2] or _ADVERBS.get(per[3], 'year')}")
    if _THAN.match(behind):
        found.add("than")
    if _FIRST.search(ahead):
        found.add("some")
    return frozenset(found)


def stretch(detail: Detail, quantity: Quantity) -> float | None:
    """The days over which a number is reckoned, null where nothing is said of that."""
    words = fold(detail.document.text[quantity.span.end : detail.statement.span.end])
    over = _OVER.match(words) or _PAST.search(fold(detail.words))
    if over is None:
        return None
    number = 1.0 if over[1] in (None, "a") else number_value(over[1])
    return number * _DAYS[over[2].removesuffix("s")] if number else None
