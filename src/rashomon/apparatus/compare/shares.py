"""Shares of one group: "nearly half of the sailors may have died" beside "24 of the 59 sailors are alive".

A share is a fraction or percentage of a group, or a part over its whole; those in one state and those in the state that
rules it out make up the group. Shares of the same group in the same or the opposite state are compared as ranges. Out
of scope: shares of votes or money, which `numbers` compares as they stand, and shares of unnamed groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, is_update
from rashomon.apparatus.details import Detail
from rashomon.lexicon.measures import STATE_OF
from rashomon.model import Quantity, Severity
from rashomon.terms import terms
from rashomon.text import cut

LIKELY = 0.1
_OPPOSITES = {"dead": "alive", "freed": "held", "missing": "rescued"}
_RULES_OUT = {**_OPPOSITES, **{other: one for one, other in _OPPOSITES.items()}}
_OF = re.compile(r"\s*(?:out )?of (?:the |some |about |its |all |those |these )*")
_SLACK = 0.03
"""The share by which rounding may move one."""


class Share(NamedTuple):
    """A share from `low` to `high` of a group, by its noun, in each of some states; the words for it."""

    low: float
    high: float
    group: str
    states: frozenset[str]
    words: str


def compare_shares(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between two shares of one group, null where they agree; equal kinds of words are for `numbers`."""
    if likely < LIKELY:
        return None
    for one in shares(a):
        for other in shares(b):
            if one.group != other.group:
                continue
            if one.states & other.states:
                low, high = other.low, other.high
            elif one.states & {_RULES_OUT.get(state, "") for state in other.states}:
                low, high = 1 - other.high, 1 - other.low
            else:
                continue
            if max(one.low, low) - min(one.high, high) <= _SLACK:
                continue
            sure = a.statement.modality == b.statement.modality == "asserted"
            severity: Severity = "update" if sure and is_update(a, b) else "contradiction" if sure else "tension"
            why = f"shares of one group that do not go together: {one.words} / {other.words}"
            return Finding("number", severity, likely, why, i, j, one.words, other.words)
    return None


def shares(detail: Detail) -> Iterator[Share]:
    """The shares of a statement: fractions and percentages with a group, and parts of a counted whole."""
    states = frozenset(STATE_OF[form] for form in detail.terms if form in STATE_OF)
    for quantity in detail.quantities:
        group = _noun(detail, quantity)
        if not group or not states or quantity.low is None or quantity.high is None:
            continue
        words = cut(detail.document, quantity.span)
        if quantity.kind == "percent":
            scale = 1 if quantity.unit == "share" else 100
            yield Share(quantity.low / scale, quantity.high / scale, group, states, words)
        whole = _whole(detail, quantity)
        if whole is not None and whole.value and quantity.kind == "count":
            said = f"{words} of {cut(detail.document, whole.span)}"
            yield Share(quantity.low / whole.value, quantity.high / whole.value, group, states, said)


def _noun(detail: Detail, quantity: Quantity) -> str:
    """The last noun for what a number counts, in compared form, without words of fate."""
    if quantity.of is None:
        return ""
    forms = [form for form, _ in terms(detail.document.text, quantity.of.start, quantity.of.end)]
    return next((form for form in reversed(forms) if form not in STATE_OF), "")


def _whole(detail: Detail, quantity: Quantity) -> Quantity | None:
    """The count of which this one is a part ("24 of the 59")."""
    text = detail.document.text
    after = (q for q in detail.quantities if q.span.start >= quantity.span.end and q.kind == "count")
    return next((q for q in after if _OF.fullmatch(text, quantity.span.end, q.span.start)), None)
