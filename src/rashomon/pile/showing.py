"""One event of a pile, laid side by side: made when it is first asked for, and anew only when the event changed.

A member that is a passage of a report (a round-up, a live blog) is that report with all else marked as boilerplate: its
words stay where they are, and only the passage speaks. Where an event has more reports than can be compared at once,
the first report of each origin stands for its copies; where that is still too much, the first origins to report are
taken, and the manifest says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon import run
from rashomon.altered import History
from rashomon.errors import TooMuch
from rashomon.inference import model_digests
from rashomon.model import Apparatus, Document, Span
from rashomon.pile.keeping import from_bytes, to_bytes
from rashomon.pile.protocol import Store
from rashomon.store import KeptEvent, KeptMember
from rashomon.text import content_id, trimmed_span

A_STATEMENT = 60
"""Code points of running text to a statement; less than most take, so that too much is seldom tried."""
OPTION = "reports"


@dataclass(frozen=True, slots=True)
class Shown:
    """An apparatus of an event, what the outlets altered in its reports, and whether it was kept from before."""

    event: KeptEvent
    apparatus: Apparatus
    histories: tuple[History, ...]
    kept: bool


def lay_side_by_side(store: Store, event: KeptEvent) -> Shown:
    """The apparatus of an event as it is now, out of the store where it was made before."""
    members = store.members(event.id)
    heads = store.heads([member.document for member in members])
    documents = store.documents(sorted(heads[number].id for number in heads))
    histories = tuple(store.histories([document.id for document in documents]))
    made = store.apparatus(event.id, version_of(event))
    if made is not None:
        return Shown(event, from_bytes(made), histories, True)
    number = {head.id: number for number, head in heads.items()}
    inside = [
        only_passages(document, [member for member in members if member.document == number[document.id]])
        for document in documents
    ]
    origin = {heads[member.document].id: member.origin for member in members}
    return Shown(event, _collated(inside, origin), histories, False)


def keep(store: Store, shown: Shown) -> None:
    """Keeps what was made, for the next who asks."""
    store.keep_apparatus(shown.event.id, version_of(shown.event), to_bytes(shown.apparatus))


def version_of(event: KeptEvent) -> str:
    """What an apparatus is kept under: the members of the event, and what made it of them."""
    return content_id("a-", event.version, run.PROGRAM, *(f"{name} {digest}" for name, digest in model_digests()))


def only_passages(document: Document, members: Sequence[KeptMember]) -> Document:
    """The document where only these passages speak; itself where one is the whole."""
    passages = sorted((member.start, member.end) for member in members)
    if any(start == 0 and end == len(document.text) for start, end in passages):
        return document
    silent: list[Span] = []
    last = 0
    for start, end in [*passages, (len(document.text), len(document.text))]:
        span = trimmed_span(document, last, max(last, start))
        if span.start < span.end:
            silent.append(span)
        last = max(last, end)

    def speaks(span: Span) -> bool:
        return any(start <= span.start and span.end <= end for start, end in passages)

    return replace(
        document,
        headline=document.headline if document.headline and speaks(document.headline) else None,
        parts=tuple(part for part in document.parts if speaks(part.span)),
        boilerplate=tuple(sorted({*silent, *(span for span in document.boilerplate if speaks(span))})),
    )


def _collated(documents: Sequence[Document], origin: dict[str, str]) -> Apparatus:
    most = run.MOST_STATEMENTS
    some = choose(documents, origin, most * A_STATEMENT)
    while True:
        try:
            apparatus = run.collate(some)
        except TooMuch:
            if len(some) <= 2:
                raise
            some = first_of_each(documents, origin)[: len(some) * 3 // 4]
            continue
        if len(some) == len(documents):
            return apparatus
        said = (OPTION, f"the first of each origin: {len(some)} of {len(documents)}")
        manifest = replace(apparatus.manifest, options=tuple(sorted([*apparatus.manifest.options, said])))
        return replace(apparatus, manifest=manifest)


def choose(documents: Sequence[Document], origin: dict[str, str], most: int) -> list[Document]:
    """All documents where their running text is at most so long; else the first of each origin, as many as fit."""
    if sum(map(_running, documents)) <= most:
        return list(documents)
    chosen: list[Document] = []
    for document in first_of_each(documents, origin):
        most -= _running(document)
        if most < 0 and len(chosen) >= 2:
            break
        chosen.append(document)
    return chosen


def first_of_each(documents: Sequence[Document], origin: dict[str, str]) -> list[Document]:
    """The first report of each origin, by the moment of publication where it is known, whole ones before excerpts."""
    ordered = sorted(documents, key=lambda d: (d.excerpt, d.published is None, d.published or "", d.id))
    first: dict[str, Document] = {}
    for document in ordered:
        first.setdefault(origin[document.id], document)
    return sorted(first.values(), key=lambda d: (d.published is None, d.published or "", d.id))


def _running(document: Document) -> int:
    return len(document.text) - sum(span.end - span.start for span in document.boilerplate)
