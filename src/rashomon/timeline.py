"""The days the reports speak of, in order.

Every resolved date of a statement that stands in an entry puts the entry on the timeline; expressions that mean the
same first and last day are one moment, whatever their words ("on Sunday", "4 May", "yesterday"). An entry stands at all
the moments its statements name. Durations, recurring times and dates nobody can resolve have no place. Nothing is
inferred from tense or from the order of telling.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from rashomon.model import Date, Entry, Moment, Span, Statement

Precision = Literal["time", "day", "month", "year", "span"]


def make_timeline(
    entries: Sequence[Entry], statements: Sequence[Statement], dates: Sequence[Date]
) -> tuple[Moment, ...]:
    """The moments by first day, then last day, each with its entries in the order given and the spans of its dates."""
    placed = {date.id: date for date in dates if date.kind in ("date", "time") and date.earliest and date.latest}
    dates_of = {statement.id: [placed[date] for date in statement.dates if date in placed] for statement in statements}
    named: defaultdict[tuple[str, str], dict[str, Date]] = defaultdict(dict)
    holders: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for entry in entries:
        for date in _dates_of_entry(entry, dates_of):
            period = (date.earliest or "", date.latest or "")
            named[period][date.id] = date
            holders[period][entry.id] = None
    return tuple(
        Moment(
            *period, _precision(period, named[period].values()), tuple(holders[period]), _spans(named[period].values())
        )
        for period in sorted(named)
    )


def _dates_of_entry(entry: Entry, dates_of: dict[str, list[Date]]) -> Iterable[Date]:
    for reading in entry.readings:
        for statement in reading.statements:
            yield from dates_of.get(statement, ())


def _spans(dates: Iterable[Date]) -> tuple[Span, ...]:
    return tuple(sorted({date.span for date in dates}))


def _precision(period: tuple[str, str], dates: Iterable[Date]) -> Precision:
    """How precisely the moment is known: a time of day only where all expressions give the same one."""
    earliest, latest = period
    if earliest == latest:
        times = {date.value if date.kind == "time" else None for date in dates}
        return "time" if len(times) == 1 and None not in times else "day"
    if (earliest[5:], latest[5:]) == ("01-01", "12-31") and earliest[:4] == latest[:4]:
        return "year"
    if earliest[:7] == latest[:7] and earliest[8:] == "01" and latest[8:] == _last_day(earliest[:7]):
        return "month"
    return "span"


def _last_day(month: str) -> str:
    year, number = month.split("-")
    return f"{calendar.monthrange(int(year), int(number))[1]:02d}"
