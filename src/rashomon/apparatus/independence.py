"""Which witnesses of a row count once, and why: a difference or an agreement counts origins, not reports.

In order, and only where a reason ties reports that no earlier one tied: they are one text (`Origin`); all that each of
them says in the row renders one utterance; the row stands in a passage that one has from the other (`Copy`); all of it
is the word of one and the same speaker; all of it is credited to one outlet, or to the outlet that published another of
them. What a report says in the row in its own name makes it a witness of its own: in doubt a report counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from rashomon.apparatus.credits import Credits
from rashomon.apparatus.details import Detail
from rashomon.components import components
from rashomon.model import Copy, CountedOnce, Entity, Origin, Quote, QuoteGroup, Span
from rashomon.text import enumerated

_Key = TypeVar("_Key", int, str)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What may tie the witnesses of a row: the origin of each document, copies by pair, who speaks in each group of
    renderings (ids, where known), names of entities by id; for each statement by its id the groups it renders, by
    number, with the words that show it; and what is credited to an outlet.
    """

    origin_of: Mapping[str, str]
    copies: Mapping[tuple[str, str], Copy]
    voices: Sequence[frozenset[str]]
    names: Mapping[str, str]
    rendered: Mapping[str, Mapping[int, Span]]
    credits: Credits


def find_grounds(
    details: Sequence[Detail],
    credits: Credits,
    origins: Sequence[Origin],
    copies: Sequence[Copy] = (),
    entities: Sequence[Entity] = (),
    quotes: Sequence[Quote] = (),
    quote_groups: Sequence[QuoteGroup] = (),
) -> Grounds:
    """The grounds of an event."""
    by_id = {quote.id: quote for quote in quotes}
    group_of = {quote: number for number, group in enumerate(quote_groups) for quote in group.quotes}
    return Grounds(
        {document: origin.id for origin in origins for document in origin.documents},
        {(copy.a, copy.b): copy for copy in copies},
        [frozenset(filter(None, (by_id[quote].speaker for quote in group.quotes))) for group in quote_groups],
        {entity.id: entity.name for entity in entities},
        _rendered(details, by_id, group_of),
        credits,
    )


def _rendered(
    details: Sequence[Detail], quotes: Mapping[str, Quote], group_of: Mapping[str, int]
) -> dict[str, dict[int, Span]]:
    """The groups of renderings of each statement: its quotation's, and those of fragments whose speaker it names."""
    fragments: dict[str, list[tuple[int, Span, Span]]] = defaultdict(list)
    for quote, group in group_of.items():
        one = quotes[quote]
        if one.kind == "mixed" and one.speaker_span is not None:
            fragments[one.content[0].document].append((group, one.content[0], one.speaker_span))
    rendered = {}
    for statement in (detail.statement for detail in details):
        if statement.quote is not None:
            held = (
                {group_of[statement.quote]: quotes[statement.quote].content[0]} if statement.quote in group_of else {}
            )
        else:
            near = fragments[statement.span.document]
            held = {g: c for g, c, speaker in near if _within(c, statement.span) and _within(speaker, statement.span)}
        rendered[statement.id] = held
    return rendered


def counted_once(held: Sequence[Detail], grounds: Grounds, order: Mapping[str, int]) -> tuple[CountedOnce, ...]:
    """Why reports count once in a row of these statements, each reason with the documents it ties.

    `order` is the place of each document; documents that nothing ties stand in no record.
    """
    if len({detail.document.id for detail in held}) < 2:
        return ()
    by_document: dict[str, list[Detail]] = defaultdict(list)
    for detail in sorted(held, key=lambda d: (order[d.document.id], d.statement.span)):
        by_document[detail.document.id].append(detail)
    documents = list(by_document)
    tied: list[CountedOnce] = []
    words = _words_of(by_document, grounds)
    utterances = [reason for reason in words if reason.kind == "utterance"]
    others = [reason for reason in words if reason.kind != "utterance"]
    home = _homes(documents, tied)
    for reason in (*_texts(documents, grounds), *utterances, *_passages(by_document, grounds), *others):
        if len({home[document] for document in reason.documents}) > 1:
            tied.append(reason)
            home = _homes(documents, tied)
    return tuple(tied)


def origins_of(documents: Iterable[str], tied: Sequence[CountedOnce]) -> dict[str, int]:
    """The number of the origin of each witness of a row, given why some of them count once."""
    return _homes(list(documents), tied)


def _homes(documents: Sequence[str], tied: Sequence[CountedOnce]) -> dict[str, int]:
    place = {document: number for number, document in enumerate(documents)}
    ties = [(place[a], place[b]) for reason in tied for a, b in combinations(reason.documents, 2)]
    groups = components(len(documents), ties)
    return {documents[member]: number for number, group in enumerate(groups) for member in group}


def _texts(documents: Sequence[str], grounds: Grounds) -> list[CountedOnce]:
    """Reports of one origin."""
    together: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        together[grounds.origin_of.get(document, document)].append(document)
    why = "most of one text stands in the other"
    return [CountedOnce(tuple(group), "text", why, ()) for group in together.values() if len(group) > 1]


def _passages(by_document: Mapping[str, Sequence[Detail]], grounds: Grounds) -> list[CountedOnce]:
    """Pairs of reports with the passage, held by both, in which the row stands."""
    found = []
    for a, b in combinations(by_document, 2):
        copy = grounds.copies.get((a, b))
        for pair in copy.passages if copy else ():
            if all(any(_within(d.statement.span, span) for d in by_document[span.document]) for span in pair):
                found.append(CountedOnce((a, b), "passage", "this passage stands in both", pair))
                break
    return found


def _words_of(by_document: Mapping[str, Sequence[Detail]], grounds: Grounds) -> list[CountedOnce]:
    """Reports all of whose statements rest on one utterance, one speaker or one outlet."""
    utterances: dict[int, list[str]] = defaultdict(list)
    speakers: dict[str, list[str]] = defaultdict(list)
    outlets: dict[int, list[str]] = defaultdict(list)
    shown: dict[tuple[str, object], list[Span]] = defaultdict(list)
    for document, details in by_document.items():
        rendered = _shared([grounds.rendered.get(detail.statement.id, {}) for detail in details])
        spoken = _shared([_speakers(detail) for detail in details])
        credited = _shared([grounds.credits.of.get(detail.statement.id, {}) for detail in details])
        for number, span in rendered.items():
            utterances[number].append(document)
            shown["utterance", number].append(span)
        for speaker, span in spoken.items():
            speakers[speaker].append(document)
            shown["speaker", speaker].append(span)
        for outlet, span in credited.items():
            outlets[outlet].append(document)
            shown["credit", outlet].append(span)
    found = [
        CountedOnce(tuple(group), "utterance", _quoting(group, number, grounds), tuple(shown["utterance", number]))
        for number, group in utterances.items()
        if len(group) > 1
    ]
    found += [
        CountedOnce(
            tuple(group),
            "speaker",
            f"{_both(group)} have it from {grounds.names.get(speaker, speaker)}",
            tuple(shown["speaker", speaker]),
        )
        for speaker, group in speakers.items()
        if len(group) > 1
    ]
    return found + _credited(by_document, outlets, shown, grounds)


def _credited(
    by_document: Mapping[str, Sequence[Detail]],
    outlets: Mapping[int, Sequence[str]],
    shown: Mapping[tuple[str, object], Sequence[Span]],
    grounds: Grounds,
) -> list[CountedOnce]:
    """Reports that credit one outlet, with the reports it published."""
    found = []
    for number, takers in outlets.items():
        outlet = grounds.credits.outlets[number]
        givers = [document for document in by_document if document in outlet.documents]
        if len(takers) + len(givers) > 1:
            together = tuple(document for document in by_document if document in takers or document in givers)
            sigla = [by_document[document][0].document.siglum for document in takers]
            verb = "credits" if len(sigla) == 1 else "credit"
            why = f"{enumerated(sigla)} {verb} {outlet.name}"
            found.append(CountedOnce(together, "credit", why, tuple(shown["credit", number])))
    return found


def _speakers(detail: Detail) -> dict[str, Span]:
    holder = detail.statement.holder
    if holder.kind != "entity" or holder.entity is None:
        return {}
    return {holder.entity: holder.span or detail.statement.span}


def _shared(each: Sequence[Mapping[_Key, Span]]) -> dict[_Key, Span]:
    """What all of them hold, with the span of the first."""
    return {key: span for key, span in each[0].items() if all(key in other for other in each[1:])}


def _quoting(group: Sequence[str], number: int, grounds: Grounds) -> str:
    voices = sorted(grounds.voices[number])
    of = f" of {grounds.names.get(voices[0], voices[0])}" if len(voices) == 1 else ""
    return f"{_both(group)} quote the same words{of}"


def _both(group: Sequence[str]) -> str:
    return "both" if len(group) == 2 else "all"


def _within(span: Span, outer: Span) -> bool:
    return span.document == outer.document and outer.start <= span.start and span.end <= outer.end
