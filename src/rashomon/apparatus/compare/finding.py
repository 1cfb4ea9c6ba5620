"""What a comparison of two statements found: a difference of one kind, with its reason and the values compared."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.apparatus.details import Detail, once
from rashomon.model import DifferenceKind, Severity
from rashomon.text import fold

PASSIVE = re.compile(r"(?:is|are|was|were|be|been|being|has been|have been|had been)\b")
"""At the beginning of a verb: its subject is done to."""
_BEING = frozenset("be been being was were is are".split())
NOT_TOLD = ("before ", "until ", "if ", "whether ", "unless ")
"""Statements that begin so do not tell what they hold."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Statements `a` and `b` (indices of details) differ; `value_a` and `value_b` are the words or values compared; the
    labels are what a reader is shown for them, where that is not the value itself.

    `likely` is how likely it is, 0 to 1, that they speak of the same thing; the confidence is that of the row.
    """

    kind: DifferenceKind
    severity: Severity
    likely: float
    why: str
    a: int
    b: int
    value_a: str
    value_b: str
    label_a: str = ""
    label_b: str = ""


def same_predicate(a: Detail, b: Detail) -> bool:
    """Whether the main verbs of two statements are one verb."""
    return a.predicate is not None and a.predicate == b.predicate


def is_passive(detail: Detail) -> bool:
    """Whether a form of "to be" stands before the last word of what is said to have come about."""
    return not _BEING.isdisjoint(fold(detail.said).split()[:-1])


def is_update(a: Detail, b: Detail) -> bool:
    """Whether one of the two replaces the other: said to be earlier, or published on another day or hour."""
    if a.earlier or b.earlier:
        return True
    if not a.published or not b.published or a.document.id == b.document.id:
        return False
    shorter = min(len(a.published), len(b.published))
    return a.published[:shorter] != b.published[:shorter]


def comes_first(a: Detail, b: Detail) -> bool:
    """Whether the word of the first report is the earlier one."""
    return a.earlier > b.earlier if a.earlier != b.earlier else a.published < b.published


def is_history(detail: Detail) -> bool:
    """Whether the sentence names only days long before its publication, so that no later count is to come."""
    return bool(detail.days and detail.published) and max(detail.days)[:4] < detail.published[:4]


def one_time(a: Detail, b: Detail) -> bool:
    """Whether no days are stated in both that lie apart."""
    if not a.dates or not b.dates:
        return True
    ones, others = _times(a), _times(b)
    return not ones or not others or any(x[0] <= y[1] and y[0] <= x[1] for x in ones for y in others)


def on_one_day(a: Detail, b: Detail) -> bool:
    """Whether days are stated in both, and some of them are the same."""
    return any(x[0] <= y[1] and y[0] <= x[1] for x in _times(a) for y in _times(b))


@once
def _times(detail: Detail) -> list[tuple[str, str]]:
    """The first and the last day of each date of which both are known."""
    return [(date.earliest, date.latest) for date in detail.dates if date.earliest and date.latest]


def may_differ(details: Sequence[Detail]) -> NDArray[np.bool_]:
    """Which pairs of statements are compared, a row and a column for each: those of two documents, and those of one
    where it says what was said before.

    The same words never differ: "at 5 a.m." in a report and in the paper that prints it a day later is one time.
    """
    words = _numbered((detail.terms, fold(detail.words)) for detail in details)
    documents = _numbered(detail.document.id for detail in details)
    earlier = np.array([detail.earlier for detail in details], dtype=bool)
    apart = (documents[:, None] != documents) | (earlier[:, None] != earlier)
    compared: NDArray[np.bool_] = apart & (words[:, None] != words)
    return compared


def _numbered(things: Iterable[Hashable]) -> NDArray[np.intp]:
    """A number for each thing, one for those that are equal."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(thing, len(numbers)) for thing in things], dtype=np.intp)
