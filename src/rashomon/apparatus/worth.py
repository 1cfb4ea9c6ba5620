"""How newsworthy a point is that one origin alone makes, so that an editor meets the weightiest first.

Points are added for what carries news (named people, numbers, days, a known speaker's own words, somebody hurt or
killed) and taken off for what does not (a background of long ago, comment without a name or a number, what is only
believed or possible, a part of a sentence). The sum is a share of the most there could be. The weights are an
editor's ranks, not fitted; the reasons are listed in one order, whatever they weigh. Nothing is judged true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.apparatus.compare.casualties import tells_of_casualties
from rashomon.apparatus.details import Detail
from rashomon.model import Document, Entry, Quantity, Worth

POINTS = {
    "somebody hurt or killed": 3,
    "a named person": 1,
    "a person others do not name": 2,
    "a named organisation": 1,
    "a number": 3,
    "a day or an hour": 1,
    "a named speaker's own words": 2,
    "told as having happened": 1,
    "long before": -3,
    "no more than believed or possible": -1,
    "in the name of nobody known": -1,
    "who somebody is": -2,
    "comment": -3,
    "a part of a sentence": -2,
    "few words": -3,
    "a heading": -1,
}
"""What counts for a point and what against it, by the words shown for it."""
MOST, LEAST = 12, -6
LONG_BEFORE = 1
"""Years before the first report from which what happened is background."""
_COMMENT = frozenset(
    "signal underscore underline highlight reflect illustrate demonstrate symbolise symbolize represent suggest imply "
    "frame seek aim face serve mark raise fuel spark echo shape mean matter view consider remain become help hope feel "
    "believe think seem appear challenge reinforce signify embody test offer".split()
)
"""Verbs, as compared, of sentences that weigh what happened; they count where nobody is named and nothing counted."""
_SHORT = 2
"""Content words of what says enough by itself."""
_PAIR = 2
_TIED = frozenset("who whom which that whose where when while if as because after before until since so to".split())
"""Words that open a clause which hangs on another."""
_TELLING = frozenset(("count", "money", "percent", "measure", "duration"))


def with_worth(entries: Sequence[Entry], details: Sequence[Detail], documents: Sequence[Document]) -> tuple[Entry, ...]:
    """The entries, each single one with its worth: that of its worthiest statement."""
    by_id = {detail.statement.id: detail for detail in details}
    holders = Counter(entity for held in _named(details).values() for entity in held)
    first = min((document.published[:10] for document in documents if document.published), default="")
    weighed = []
    for entry in entries:
        if entry.kind == "single":
            held = [by_id[statement] for reading in entry.readings for statement in reading.statements]
            entry = replace(entry, worth=worth_of(held, holders, first))
        weighed.append(entry)
    return tuple(weighed)


def worth_of(held: Iterable[Detail], holders: Mapping[str, int], first: str) -> Worth:
    """The worth of the worthiest of some statements.

    `holders` says in how many documents each entity is named, `first` is the day of the first report, '' when unknown.
    """
    best: tuple[int, tuple[str, ...]] | None = None
    for detail in held:
        reasons = set(_reasons(detail, holders, first))
        found = tuple(reason for reason in POINTS if reason in reasons)
        points = sum(POINTS[reason] for reason in found)
        best = max(best, (points, found)) if best is not None else (points, found)
    points, found = best or (0, ())
    score = (min(max(points, LEAST), MOST) - LEAST) / (MOST - LEAST)
    return Worth(round(score, 2), ", ".join(found) or "nothing that stands out")


def _reasons(detail: Detail, holders: Mapping[str, int], first: str) -> Iterator[str]:
    """What counts for and against one statement, in any order."""
    statement = detail.statement
    people = [entity for entity in detail.entities if entity.kind == "person"]
    numbers = [quantity for quantity in detail.quantities if _tells(quantity)]
    spoken = statement.quote is not None and statement.holder.kind == "entity"
    if tells_of_casualties(detail):
        yield "somebody hurt or killed"
    if people:
        yield "a named person"
    if any(holders.get(entity.id, 0) == 1 for entity in people):
        yield "a person others do not name"
    if any(entity.kind == "organisation" for entity in detail.entities):
        yield "a named organisation"
    if numbers:
        yield "a number"
    if any(date.kind in ("date", "time") and date.earliest and date.earliest == date.latest for date in detail.dates):
        yield "a day or an hour"
    if spoken and len(detail.terms) >= _SHORT:
        yield "a named speaker's own words"
    if detail.standing == "done" and not spoken:
        yield "told as having happened"
    yield from _against(detail, bool(people or numbers), first)


def _against(detail: Detail, telling: bool, first: str) -> Iterator[str]:
    statement = detail.statement
    days = [date.latest for date in detail.dates if date.kind in ("date", "time") and date.latest]
    if days and first and all(_years(day, first) >= LONG_BEFORE for day in days):
        yield "long before"
    if statement.modality in ("believed", "possible"):
        yield "no more than believed or possible"
    if statement.holder.kind == "words" and statement.holder.span is None:
        yield "in the name of nobody known"
    if not telling and statement.quote is None and detail.predicate in _COMMENT:
        yield "comment"
    if statement.predicate is None and statement.object is not None:
        yield "who somebody is"
    elif _hangs(detail):
        yield "a part of a sentence"
    if len(set(detail.terms)) < _SHORT and not telling:
        yield "few words"
    if statement.part in ("headline", "deck"):
        yield "a heading"


def _tells(quantity: Quantity) -> bool:
    """Whether a number is news: no age, no order, no count that is a word for a pair."""
    return quantity.kind in _TELLING and (quantity.kind != "count" or quantity.value is None or quantity.value > _PAIR)


def _hangs(detail: Detail) -> bool:
    """Whether a statement is a clause that hangs on another: it opens as one, or its subject stands outside it."""
    statement = detail.statement
    opening = detail.words.split()[0].casefold().strip("“”\"'‘’") if detail.words.split() else ""
    inside = statement.subject is not None and statement.span.start <= statement.subject.start < statement.span.end
    return opening in _TIED or (statement.quote is None and not inside)


def _years(day: str, first: str) -> int:
    """Whole years from a day (a year, a month or a day) to a later one."""
    return int(first[:4]) - int(day[:4]) - (first[4 : len(day)] < day[4:10])


def _named(details: Sequence[Detail]) -> dict[str, set[str]]:
    """The entities named in the statements of each document."""
    held: dict[str, set[str]] = {}
    for detail in details:
        held.setdefault(detail.document.id, set()).update(entity.id for entity in detail.entities)
    return held
