"""Reports that seem to tell of something else: no row, no name and no written-out day in common with any other.

Days that hang on the day of publication ("on Wednesday") do not count: every report of that week shares them.
"""

from __future__ import annotations

from collections import defaultdict

from rashomon.model import Apparatus


def strangers(apparatus: Apparatus) -> tuple[str, ...]:
    """The ids of such documents, in their order; empty when fewer than two are compared."""
    if len(apparatus.documents) < 2:
        return ()
    holders = [{witness for reading in entry.readings for witness in reading.witnesses} for entry in apparatus.entries]
    holders += [
        {span.document for form in entity.forms for span in form.spans}
        for entity in apparatus.entities
        if entity.kind in ("person", "organisation")
    ]
    by_day: dict[str, set[str]] = defaultdict(set)
    for date in apparatus.dates:
        if date.anchor == "explicit" and date.earliest and date.earliest == date.latest:
            by_day[date.earliest].add(date.span.document)
    related = {document for held in (*holders, *by_day.values()) if len(held) > 1 for document in held}
    return tuple(document.id for document in apparatus.documents if document.id not in related)
