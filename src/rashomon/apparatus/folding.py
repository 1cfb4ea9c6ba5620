"""Which entries make a point that another makes in fuller words, so that a reader meets each point once.

Two kinds are looked for. Rows in which several reports meet, where the statements of one lie in those of the other: the
row with the most reports, then with the most words, is the head. And what one report alone says in several clauses of
one sentence: the worthiest clause is the head. A row for the wording of what a graver row lays side by side is under
that. Nothing is dropped: an entry under another keeps its id and its place in the file. Other rows with a difference
are under none. Rows that stay get headings of their own, as far as their statements
allow: one statement may stand in several rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.apparatus.details import Detail
from rashomon.apparatus.entries import fittest_heads
from rashomon.model import Entry, Span

MOSTLY = 2 / 3
"""Share of a row's statements that lie in those of the head."""
HALF = 0.5
"""Share of the shorter of two statements that the other holds when one lies in the other."""

_Spans = Sequence[Span]


def with_heads(entries: Sequence[Entry], details: Sequence[Detail]) -> tuple[Entry, ...]:
    """The entries, in their order, each under the one that makes its point in fuller words, where there is one."""
    by_id = {detail.statement.id: detail for detail in details}
    held = {entry.id: [by_id[s] for reading in entry.readings for s in reading.statements] for entry in entries}
    spans = {entry: [detail.statement.span for detail in own] for entry, own in held.items()}
    head_of: dict[str, str] = {}
    topic_of: dict[str, Span] = {}
    for kind in ("agreed", "single"):
        shared = [e for e in entries if e.kind == kind and len({span.document for span in spans[e.id]}) > 1]
        shared.sort(key=lambda entry: _fullness(entry, spans[entry.id]))
        head_of |= _heads_of_shared(shared, spans)
        topic_of |= _headings([entry for entry in shared if entry.id not in head_of], held)
    sentences: dict[Span, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "single" and len(spans[entry.id]) == 1:
            sentences[held[entry.id][0].sentence].append(entry)
    for together in sentences.values():
        head = min(together, key=lambda e: (-(e.worth.score if e.worth else 0.0), spans[e.id], e.id))
        head_of |= {entry.id: head.id for entry in together if entry is not head}
    told = _told(entries, held)
    head_of = {entry: told.get(head, head) for entry, head in head_of.items()} | told
    return tuple(replace(e, under=head_of.get(e.id), topic=topic_of.get(e.id, e.topic)) for e in entries)


def _told(entries: Sequence[Entry], held: Mapping[str, Sequence[Detail]]) -> dict[str, str]:
    """For rows of harmless wording the graver row in which all their reports speak by the same statements."""
    kinds = ("quote", "attribution")
    rows = [entry for entry in entries if entry.difference and entry.difference.kind in kinds]
    head_of: dict[str, str] = {}
    for entry in rows:
        for grave in rows if entry.difference and entry.difference.severity == "variant" else ():
            if grave.difference and grave.difference.severity != "variant":
                shared = {d.document.id for d in held[entry.id] if d in held[grave.id]}
                if shared == {d.document.id for d in held[entry.id]}:
                    head_of.setdefault(entry.id, grave.id)
    return head_of


def _fullness(entry: Entry, own: _Spans) -> tuple[int, int, _Spans, str]:
    """The order in which rows may be heads: the most reports, then the most words, first."""
    witnesses = len({span.document for span in own})
    return -witnesses, -sum(span.end - span.start for span in own), sorted(own), entry.id


def _heads_of_shared(shared: Sequence[Entry], spans: Mapping[str, _Spans]) -> dict[str, str]:
    """The head of each row that lies mostly in another; heads have none. A head holds one of the row's statements."""
    near: dict[tuple[str, int], list[str]] = defaultdict(list)
    head_of = {}
    for entry in shared:
        own = spans[entry.id]
        places = dict.fromkeys((span.document, block) for span in own for block in _blocks(span))
        heads = dict.fromkeys(head for place in places for head in near[place])
        head = next((head for head in heads if lies_in(own, spans[head])), None)
        if head is not None and entry.difference is None:
            head_of[entry.id] = head
            continue
        for place in places:
            near[place].append(entry.id)
    return head_of


def _blocks(span: Span) -> range:
    """The stretches of 64 code points that a span touches: two spans that overlap share one."""
    return range(span.start // 64, (span.end - 1) // 64 + 1)


def _headings(heads: Sequence[Entry], held: Mapping[str, Sequence[Detail]]) -> dict[str, Span]:
    """A heading for each row: the fittest of its statements that heads no row before it, else the fittest."""
    used: dict[str, list[Span]] = defaultdict(list)
    topic_of = {}
    for entry in heads:
        fittest = [detail.statement.span for detail in fittest_heads(held[entry.id], entry.difference is None)]
        free = [span for span in fittest if not any(_overlap(span, one) for one in used[span.document])]
        topic_of[entry.id] = (free or fittest)[0]
        used[topic_of[entry.id].document].append(topic_of[entry.id])
    return topic_of


def lies_in(own: _Spans, other: _Spans) -> bool:
    """Whether statements lie mostly in others, and stand in no document that these do not stand in."""
    if not {span.document for span in own} <= {span.document for span in other}:
        return False
    inside = sum(any(_overlap(span, one) for one in other) for span in own)
    return inside >= MOSTLY * len(own)


def _overlap(a: Span, b: Span) -> bool:
    if a.document != b.document:
        return False
    return min(a.end, b.end) - max(a.start, b.start) >= HALF * min(a.end - a.start, b.end - b.start)
