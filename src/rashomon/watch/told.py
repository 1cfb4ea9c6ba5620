"""What a poll brought, as lines for a terminal: what is new by event, what was altered, who contradicts whom.

Every line is a slice of a source, a field of a record or a fixed label; long slices are shortened at word borders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.altered import Alteration
from rashomon.export.outline import one_line
from rashomon.model import Document, Span
from rashomon.summary import shortened
from rashomon.text import cut
from rashomon.watch.conflicts import Conflict, Said
from rashomon.watch.news import Altered, Happening, News

_PARTS = {"headline": "headline", "deck": "deck", "caption": "caption", "body": "text"}
CHANGES, CONFLICTS, NEW = 12, 8, 12
"""How many are shown of one report, of one event, of one event."""


def to_text(news: News, moment: str) -> str:
    """The lines, ending in a newline; `moment` is when the poll was made."""
    new = len({document.id for happening in news.happenings for document in happening.new})
    new -= len({altered.latest.id for altered in news.altered})
    counted = [_count(news.feeds, "feed") + " asked", _count(new, "new report")]
    counted += [f"{len(news.altered):,} altered"] if news.altered else []
    lines = [f"{moment}  {', '.join(counted)}"]
    renewed = {altered.latest.id for altered in news.altered}
    happenings = [block for happening in news.happenings if (block := list(_new(happening, renewed)))]
    for label, blocks in (
        ("New", happenings),
        ("Altered", [list(_altered(altered)) for altered in news.altered]),
        ("Contradicts what was held", [list(_contradicts(each)) for each in news.happenings if each.conflicts]),
        ("No longer shown; what was held is kept", [list(_withdrawn(*each)) for each in news.withdrawn]),
    ):
        if blocks:
            lines += ["", label, *(f"  {line}" for block in blocks for line in block)]
    return "\n".join(lines) + "\n"


def _new(happening: Happening, renewed: set[str]) -> Iterator[str]:
    """An event with its new reports; nothing where versions of known ones are all that is new."""
    documents = [document for document in happening.new if document.id not in renewed]
    if not documents:
        return
    event = happening.event
    yield f"{event.id}  {shortened(one_line(event.title))} ({_count(event.reports, 'report')})"
    for document in documents[:NEW]:
        yield f"  {_report(document)}"
        yield f"    {one_line(document.url or document.path)}"
    if len(documents) > NEW:
        yield f"  … and {len(documents) - NEW:,} more"


def _altered(altered: Altered) -> Iterator[str]:
    yield _report(altered.latest) + (f"  ({', '.join(altered.events)})" if altered.events else "")
    yield f"  {one_line(altered.latest.url or altered.latest.path)}"
    for alteration in altered.alterations[:CHANGES]:
        yield f"  {_alteration(altered.before, altered.latest, alteration)}"
    if len(altered.alterations) > CHANGES:
        yield f"  … and {len(altered.alterations) - CHANGES:,} more changes"


def _alteration(before: Document, now: Document, alteration: Alteration) -> str:
    part = _PARTS[alteration.part]
    if alteration.before is None and alteration.after is not None:
        return f"{part}: now also {_slice(now, alteration.after)}"
    if alteration.after is None and alteration.before is not None:
        return f"{part}: no longer {_slice(before, alteration.before)}"
    if alteration.before is None or alteration.after is None:
        return part
    return f"{part}: {_slice(before, alteration.before)}, now {_slice(now, alteration.after)}"


def _contradicts(happening: Happening) -> Iterator[str]:
    assert happening.apparatus is not None
    documents = {document.id: document for document in happening.apparatus.documents}
    yield f"{happening.event.id}  {shortened(one_line(happening.event.title))}"
    for conflict in happening.conflicts[:CONFLICTS]:
        yield from (f"  {line}" for line in _conflict(conflict, documents))
    if len(happening.conflicts) > CONFLICTS:
        yield f"  … and {len(happening.conflicts) - CONFLICTS:,} more"


def _conflict(conflict: Conflict, documents: Mapping[str, Document]) -> Iterator[str]:
    difference = conflict.entry.difference
    assert difference is not None
    known = " · already disputed" if conflict.disputed else ""
    yield f"{difference.severity} · {difference.kind} · {one_line(difference.why)}{known}"
    yield from _sayings("new: ", conflict.new, documents)
    yield from _sayings("held:", conflict.held[:4], documents)
    if len(conflict.held) > 4:
        yield f"        … and {len(conflict.held) - 4:,} more"


def _sayings(label: str, said: Sequence[Said], documents: Mapping[str, Document]) -> Iterator[str]:
    for each in said:
        document = documents[each.document]
        yield f"  {label} {_publisher(document)} {_slice(document, each.span)}"


def _withdrawn(document: Document, why: str) -> Iterator[str]:
    yield f"{_report(document)}: {why}"
    yield f"  {one_line(document.url or document.path)}"


def _report(document: Document) -> str:
    day = f", {document.published[:10]}" if document.published else ""
    headline = f": {_slice(document, document.headline)}" if document.headline else ""
    return f"{_publisher(document)}{day}{headline}"


def _publisher(document: Document) -> str:
    return one_line(document.publisher or document.path)


def _slice(document: Document, span: Span) -> str:
    return f"“{shortened(one_line(cut(document, span)))}”"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
