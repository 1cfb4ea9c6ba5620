"""Which entries make a point that another makes in fuller words, so that a reader meets each point once.

Two kinds are looked for. Rows in which several reports meet, where the statements of one lie in those of the other: the
row with the most reports, then with the most words, is the head. And what one report alone says in several clauses of
one sentence: the worthiest clause is the head. Nothing is dropped: an entry under another keeps its id and its place in
the file. Rows with a difference stand by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.apparatus.details import Detail
from rashomon.model import Entry, Span

MOSTLY = 2 / 3
"""Share of a row's statements that lie in those of the head."""
HALF = 0.5
"""Share of the shorter of two statements that the other holds when one lies in the other."""

_Spans = Sequence[Span]


def with_heads(entries: Sequence[Entry], details: Sequence[Detail]) -> tuple[Entry, ...]:
    """The entries, in their order, each under the one that makes its point in fuller words, where there is one."""
    by_id = {detail.statement.id: detail for detail in details}
    spans = {entry.id: [by_id[s].statement.span for r in entry.readings for s in r.statements] for entry in entries}
    head_of: dict[str, str] = {}
    for kind in ("agreed", "single"):
        plain = (entry for entry in entries if entry.kind == kind and entry.difference is None)
        shared = [entry for entry in plain if len({span.document for span in spans[entry.id]}) > 1]
        head_of |= _heads_of_shared(shared, spans)
    sentences: dict[Span, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "single" and len(spans[entry.id]) == 1:
            sentences[by_id[entry.readings[0].statements[0]].sentence].append(entry)
    for together in sentences.values():
        head = min(together, key=lambda e: (-(e.worth.score if e.worth else 0.0), spans[e.id], e.id))
        head_of |= {entry.id: head.id for entry in together if entry is not head}
    return tuple(replace(entry, under=head_of.get(entry.id)) for entry in entries)


def _heads_of_shared(shared: Sequence[Entry], spans: Mapping[str, _Spans]) -> dict[str, str]:
    """The head of each row that lies mostly in another; heads have none."""

    def fullness(entry: Entry) -> tuple[int, int, _Spans, str]:
        own = spans[entry.id]
        witnesses = len({span.document for span in own})
        letters = sum(span.end - span.start for span in own)
        return -witnesses, -letters, sorted(own), entry.id

    heads: list[Entry] = []
    head_of = {}
    for entry in sorted(shared, key=fullness):
        head = next((head for head in heads if lies_in(spans[entry.id], spans[head.id])), None)
        if head is None:
            heads.append(entry)
        else:
            head_of[entry.id] = head.id
    return head_of


def lies_in(own: _Spans, other: _Spans) -> bool:
    """Whether statements lie mostly in others, and stand in no document that these do not stand in."""
    if not {span.document for span in own} <= {span.document for span in other}:
        return False
    inside = sum(any(_overlap(span, one) for one in other) for span in own)
    return inside >= MOSTLY * len(own)


def _overlap(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return a.document == b.document and common >= HALF * min(a.end - a.start, b.end - b.start)
