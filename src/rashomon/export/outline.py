"""What the terminal and the Markdown file both show, in order, before either of them lays it out.

The outline looks up what an apparatus refers to (words, sigla, days). Entries come gravest first, as the format has
them, but what most reports share leads what all say, and the worthiest leads what only one says; an entry under another
lends it its words. The words of a reading come in the order of the reports.
Everything in it is a slice of a source on one line (blanks collapsed; letters that steer a terminal or turn the
direction of writing left out), a field of a record, or a fixed label of this module. Out of scope: widths, colours,
escaping, how many rows are shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Apparatus, Document, Entity, Entry, Form, Span
from rashomon.text import cut, enumerated

LABELS = {"differing": "They differ", "agreed": "All say", "echoed": "From one origin", "single": "Only here"}
"""The sections: the kinds of entries, but single entries in which several reports meet are `echoed`."""
_GAP = 6
"""Code points between two places that are read as one: a comma and a small word."""
_PARTS = re.compile(r"[.!?:;…\n]")
_STEERING = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Witness:
    """A report by its siglum, and what a reader needs to know it again; null where the report does not say."""

    siglum: str
    publisher: str | None
    day: str | None
    headline: str | None
    path: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """The exact words of one statement, and the siglum of the report they stand in."""

    siglum: str
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """A reading: its value, null where only the words differ, and who says it how."""

    value: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, its place in the file from 1 as `number`. `kind`, `severity` and `why` are those of its difference,
    empty without one; `silent` are sigla; `once` says which reports count once here and why, but for those that are
    one text; `worth` is the reason of its worth, `sure` the confidence in its difference, both empty without one.
    """

    number: int
    topic: str
    kind: str
    severity: str
    why: str
    versions: tuple[Version, ...]
    silent: tuple[str, ...]
    once: tuple[str, ...] = ()
    worth: str = ""
    sure: str = ""

    @property
    def sigla(self) -> frozenset[str]:
        """The reports that speak of the point."""
        return frozenset(saying.siglum for version in self.versions for saying in version.sayings)


@dataclass(frozen=True, slots=True)
class Known:
    """An entity: its name, every spelling, what stands before or beside it, its relations in fixed words."""

    kind: str
    name: str
    spellings: tuple[str, ...]
    titles: tuple[str, ...]
    relations: tuple[str, ...]
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole, in the order in which it is read."""

    title: str
    days: str
    witnesses: tuple[Witness, ...]
    origins: int
    shared: tuple[str, ...]
    same: tuple[str, ...]
    too_little: str | None
    differing: tuple[Row, ...]
    agreed: tuple[Row, ...]
    echoed: tuple[Row, ...]
    single: tuple[Row, ...]
    known: tuple[Known, ...]


def outline(apparatus: Apparatus) -> Outline:
    """The outline of an apparatus."""
    documents = {document.id: document for document in apparatus.documents}
    spans = {statement.id: statement.span for statement in apparatus.statements}
    numbers = {entry.id: number for number, entry in enumerate(apparatus.entries, 1)}
    rows = {
        section: tuple(_row(numbers[entry.id], entry, below, documents, spans) for entry, below in held)
        for section, held in in_sections(apparatus).items()
    }
    return Outline(
        title=_words(documents, apparatus.event.title),
        days=_days(apparatus.event.earliest, apparatus.event.latest),
        witnesses=tuple(_witness(document) for document in apparatus.documents),
        origins=len(apparatus.origins),
        shared=_shared(apparatus, documents),
        same=tuple(_same(document) for document in apparatus.documents if document.also),
        too_little=_too_little(apparatus),
        differing=rows["differing"],
        agreed=rows["agreed"],
        echoed=rows["echoed"],
        single=rows["single"],
        known=_known(apparatus, documents),
    )


def in_sections(apparatus: Apparatus) -> dict[str, list[tuple[Entry, tuple[Entry, ...]]]]:
    """The entries in the order in which they are read, by section, each with the entries under it."""
    below: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in apparatus.entries:
        if entry.under is not None:
            below[entry.under].append(entry)
    sections: dict[str, list[tuple[Entry, tuple[Entry, ...]]]] = {section: [] for section in LABELS}
    for entry in apparatus.entries:
        if entry.under is None:
            echoed = entry.kind == "single" and len(witnesses_of(entry)) > 1
            sections["echoed" if echoed else entry.kind].append((entry, tuple(below[entry.id])))
    for section in ("agreed", "echoed"):
        sections[section].sort(key=lambda held: -len(witnesses_of(held[0])))
    sections["single"].sort(key=lambda held: -(held[0].worth.score if held[0].worth else 0.0))
    return sections


def witnesses_of(entry: Entry) -> tuple[str, ...]:
    """The documents that speak in an entry, in the order of its readings."""
    return tuple(dict.fromkeys(witness for reading in entry.readings for witness in reading.witnesses))


def one_line(text: str) -> str:
    """The text on one line, without the letters that steer a terminal."""
    return " ".join(_STEERING.sub("", text).split())


def counts(view: Outline) -> str:
    """How many reports, and how many origins they count for."""
    reports, origins = len(view.witnesses), view.origins
    return f"{reports} report{'s' * (reports != 1)}, {origins} independent origin{'s' * (origins != 1)}"


def _words(documents: dict[str, Document], span: Span) -> str:
    return one_line(cut(documents[span.document], span))


def _days(earliest: str | None, latest: str | None) -> str:
    days = [day for day in (earliest, latest) if day]
    return " to ".join(dict.fromkeys(days)) or "day unknown"


def _witness(document: Document) -> Witness:
    day = document.published[:10] if document.published else None
    headline = one_line(cut(document, document.headline)) if document.headline else None
    publisher = one_line(document.publisher) if document.publisher else None
    return Witness(
        document.siglum, publisher, day, headline, one_line(document.path), tuple(map(one_line, document.also))
    )


def _shared(apparatus: Apparatus, documents: dict[str, Document]) -> tuple[str, ...]:
    """One line for each origin of several reports: who, and what each pair of them shares."""
    lines = []
    for origin in apparatus.origins:
        if len(origin.documents) < 2:
            continue
        sigla = [documents[name].siglum for name in origin.documents]
        pairs = [copy for copy in apparatus.copies if {copy.a, copy.b} <= set(origin.documents)]
        whys = [f"{documents[copy.a].siglum} and {documents[copy.b].siglum}: {one_line(copy.why)}" for copy in pairs]
        lines.append(f"{enumerated(sigla)} count once" + (f" ({'; '.join(whys)})" if whys else ""))
    return tuple(lines)


def _same(document: Document) -> str:
    paths = [one_line(path) for path in (document.path, *document.also)]
    return f"{len(paths)} files are the same report: {', '.join(paths)}"


def _too_little(apparatus: Apparatus) -> str | None:
    """Why there is nothing to compare, or null where there is."""
    if any(entry.kind != "single" for entry in apparatus.entries):
        return None
    if len(apparatus.documents) == 1:
        return "there is one report only"
    if len(apparatus.origins) == 1:
        return "all reports repeat one text"
    if not apparatus.entries:
        return "no report makes a statement that could be compared"
    return "no two reports speak of the same point"


def _row(
    number: int, entry: Entry, below: Sequence[Entry], documents: dict[str, Document], spans: Mapping[str, Span]
) -> Row:
    difference = entry.difference
    versions = _versions(entry, documents, spans)
    if below and len(versions) == 1:
        said = [spans[name] for one in (entry, *below) for reading in one.readings for name in reading.statements]
        versions = [version_of(versions[0].value, [span for span in said if not _repeats(span, said)], documents)]
    return Row(
        number=number,
        topic=_words(documents, entry.topic),
        kind=difference.kind if difference else "",
        severity=difference.severity if difference else "",
        why=one_line(difference.why) if difference else "",
        versions=tuple(versions),
        silent=tuple(documents[name].siglum for name in entry.absent),
        once=tuple(
            f"{enumerated([documents[name].siglum for name in reason.documents])} count once: {one_line(reason.why)}"
            for reason in entry.counted_once
            if reason.kind != "text"
        ),
        worth=one_line(entry.worth.why) if entry.worth else "",
        sure=f"confidence {difference.score:.2f}" if difference else "",
    )


def _repeats(span: Span, said: Sequence[Span]) -> bool:
    """Whether the words stand in longer ones that are shown too."""
    return any(
        other != span and other.document == span.document and other.start <= span.start and span.end <= other.end
        for other in said
    )


def _versions(entry: Entry, documents: dict[str, Document], spans: Mapping[str, Span]) -> list[Version]:
    """A version a value, in the order of the readings; readings that only wording sets apart are one version."""
    held: dict[str | None, list[Span]] = {}
    for reading in entry.readings:
        held.setdefault(reading.value, []).extend(spans[statement] for statement in reading.statements)
    return [version_of(value, said, documents) for value, said in held.items()]


def version_of(value: str | None, said: Sequence[Span], documents: dict[str, Document]) -> Version:
    """A version with its words in the order of the reports, each once."""
    order = {name: number for number, name in enumerate(documents)}
    placed = sorted(dict.fromkeys(said), key=lambda span: (order[span.document], span))
    sayings = [Saying(documents[span.document].siglum, _words(documents, span)) for span in _run_on(placed, documents)]
    once = {(saying.siglum, saying.words.casefold()): saying for saying in reversed(sayings)}
    return Version(one_line(value) if value else None, tuple(reversed(once.values())))


def _run_on(placed: Sequence[Span], documents: Mapping[str, Document]) -> list[Span]:
    """The places, those joined that hold each other or stand in one sentence with hardly a word between them."""
    joined: list[Span] = []
    for span in placed:
        last = joined[-1] if joined else None
        if last and last.document == span.document and _runs_on(documents[span.document].text[last.end : span.start]):
            joined[-1] = Span(last.document, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def _runs_on(between: str) -> bool:
    """Whether what stands between two places does not part them."""
    return len(between) <= _GAP and not _PARTS.search(between)


def _known(apparatus: Apparatus, documents: dict[str, Document]) -> tuple[Known, ...]:
    """People first, then organisations, places and others, each in the order of the apparatus."""
    names = {entity.id: one_line(entity.name) for entity in apparatus.entities}
    relations: dict[str, list[str]] = {}
    for relation in apparatus.relations:
        relations.setdefault(relation.subject, []).append(f"{relation.kind} {names[relation.object]}")
    kinds = ("person", "organisation", "place", "other")
    ordered = [entity for kind in kinds for entity in apparatus.entities if entity.kind == kind]
    return tuple(_one_known(entity, documents, relations.get(entity.id, [])) for entity in ordered)


def _one_known(entity: Entity, documents: dict[str, Document], relations: list[str]) -> Known:
    held = {span.document for form in entity.forms for span in form.spans}
    return Known(
        kind=entity.kind,
        name=one_line(entity.name),
        spellings=_texts(entity.forms),
        titles=_texts(entity.titles),
        relations=tuple(dict.fromkeys(relations)),
        sigla=tuple(document.siglum for document in documents.values() if document.id in held),
    )


def _texts(forms: tuple[Form, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(form.text) for form in forms))
