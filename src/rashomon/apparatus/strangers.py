"""Reports that seem to tell of something else: no row and no name of somebody in common with any other report."""

from __future__ import annotations

from rashomon.model import Apparatus


def strangers(apparatus: Apparatus) -> tuple[str, ...]:
    """The ids of such documents, in their order; empty when fewer than two are compared."""
    if len(apparatus.documents) < 2:
        return ()
    related: set[str] = set()
    for entry in apparatus.entries:
        witnesses = {witness for reading in entry.readings for witness in reading.witnesses}
        if len(witnesses) > 1:
            related |= witnesses
    for entity in apparatus.entities:
        documents = {span.document for form in entity.forms for span in form.spans}
        if entity.kind in ("person", "organisation") and len(documents) > 1:
            related |= documents
    return tuple(document.id for document in apparatus.documents if document.id not in related)
