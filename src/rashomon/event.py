"""The happening in one line: whose headline names it best, and the days it spans.

The title is the headline of the report whose statements meet those of the most others; without any headline, the
first words of the first report. The first day is the earliest that at least two reports name (or the only report's
own) within `WINDOW` days before the last publication; the last day is the last publication. Nothing known: null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta

from rashomon.model import Date, Document, Entry, Event, Span
from rashomon.text import content_id, trimmed_span

WINDOW = 14
"""Days before the last publication in which the happening itself is looked for."""


def describe_event(documents: Sequence[Document], dates: Sequence[Date], entries: Sequence[Entry]) -> Event:
    """The event of these documents; its id is made from theirs."""
    meetings: Counter[str] = Counter()
    for entry in entries:
        witnesses = {witness for reading in entry.readings for witness in reading.witnesses}
        meetings.update({witness: len(witnesses) - 1 for witness in witnesses})
    titled = [document for document in documents if document.headline]
    best = min(titled, key=lambda d: (-meetings[d.id], d.published or "9", d.id)) if titled else documents[0]
    title = best.headline or _first_line(best)
    days = sorted(document.published[:10] for document in documents if document.published)
    return Event(
        id=content_id("event-", *sorted(document.id for document in documents)),
        title=title,
        earliest=_first_day(documents, dates, days),
        latest=days[-1] if days else None,
    )


def _first_line(document: Document) -> Span:
    lines = [line for line in document.text.splitlines() if line.strip()]
    start = document.text.find(lines[0]) if lines else 0
    return trimmed_span(document, start, start + len(lines[0]) if lines else 0)


def _first_day(documents: Sequence[Document], dates: Sequence[Date], days: Sequence[str]) -> str | None:
    if not days:
        return None
    last = Day.fromisoformat(days[-1])
    window = (last - timedelta(days=WINDOW)).isoformat()
    named: dict[str, set[str]] = {}
    for date in dates:
        known = date.kind in ("date", "time") and date.earliest == date.latest
        if known and date.earliest and window <= date.earliest <= days[-1]:
            named.setdefault(date.earliest, set()).add(date.span.document)
    shared = [day for day, holders in named.items() if len(holders) >= min(2, len(documents))]
    common = max(shared, key=lambda day: (len(named[day]), day), default=None)
    return min(common, days[0]) if common else days[0]
