"""What people and things are by different reports, compared at the level of the entity.

`compare_traits` gathers for each entity what each report says it is (age, kinship, office, place in a row of holders),
with the words that say it, and compares the reports by table, whether or not their sentences look alike. A report whose
own words clash is left out, since it speaks of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.apparatus.traits.ages import clash_of_ages, is_muddled, read_ages
from rashomon.apparatus.traits.careers import clash_of_dates, read_careers
from rashomon.apparatus.traits.kinds import clash_of_duty, clash_of_kinds, read_duty, read_kinds
from rashomon.apparatus.traits.offices import (
    clash_of_offices,
    clash_of_portfolios,
    clash_of_ranks,
    clash_of_seats,
    read_offices,
)
from rashomon.apparatus.traits.rows import clash_of_numbers, clash_of_places, read_children, read_ordinals
from rashomon.apparatus.traits.scene import Scene, make_scenes, said_of
from rashomon.apparatus.traits.sizes import clash_of_sizes, read_sizes
from rashomon.apparatus.traits.ties import clash_of_ties, read_ties, ties_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.lexicon.tables import key
from rashomon.model import Annotations, DifferenceKind, Document, Entity, Relation, Span
from rashomon.text import cut

__all__ = ["compare_traits"]

Clasher = Callable[[Trait, Trait], Clash | None]
_KINDS: dict[str, tuple[DifferenceKind, Clasher, Callable[[Trait, Trait], object]]] = {
    "age": ("number", clash_of_ages, is_muddled),
    "tie": ("relation", clash_of_ties, clash_of_ties),
    "office": ("relation", clash_of_offices, clash_of_offices),
    "portfolio": ("relation", clash_of_portfolios, clash_of_portfolios),
    "seat": ("relation", clash_of_seats, clash_of_seats),
    "rank": ("relation", clash_of_ranks, clash_of_ranks),
    "row": ("number", clash_of_places, clash_of_places),
    "size": ("number", clash_of_sizes, clash_of_sizes),
    "count": ("number", clash_of_numbers, clash_of_numbers),
    "kind": ("relation", clash_of_kinds, clash_of_kinds),
    "when": ("date", clash_of_dates, clash_of_dates),
    "duty": ("status", clash_of_duty, clash_of_duty),
}
LIKELY = 0.8
"""How sure it is that two traits of one entity are of one bearer and of one time."""


def compare_traits(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    details: Sequence[Detail],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
) -> list[Finding]:
    """A finding for each two reports by which one entity would be what it cannot be at once."""
    gathered: dict[tuple[str, str], dict[str, list[Trait]]] = defaultdict(lambda: defaultdict(list))
    for trait in _read(documents, annotations, details, entities, relations):
        gathered[trait.bearer, trait.slot][trait.span.document].append(trait)
    texts = {document.id: document for document in documents}
    placed = _by_document(details)
    findings = []
    for (_, slot), by_document in sorted(gathered.items()):
        kind, clash, muddled = _KINDS[slot.split(":")[0]]
        sound = {d: t for d, t in sorted(by_document.items()) if not any(muddled(a, b) for a, b in combinations(t, 2))}
        for one, other in combinations(sorted(sound), 2):
            for a, b in product(_firsts(sound[one]), _firsts(sound[other])):
                found = clash(a, b)
                i, j = (_holding(placed, trait.span) if found else None for trait in (a, b))
                if found and i is not None and j is not None:
                    severity = "update" if _is_overtaken(a, b, details[i], details[j]) else found.severity
                    labels = [t.label or " ".join(cut(texts[t.span.document], t.span).split()) for t in (a, b)]
                    findings.append(Finding(kind, severity, LIKELY, found.why, i, j, a.value, b.value, *labels))
    return findings


def _is_overtaken(a: Trait, b: Trait, one: Detail, other: Detail) -> bool:
    """Whether an office is held by the earlier report and left by the later one."""
    days = one.published[:10], other.published[:10]
    if {a.value, b.value} != {"held", "former"} or not all(days):
        return False
    return days[0] < days[1] if a.value == "held" else days[1] < days[0]


def _read(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    details: Sequence[Detail],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
) -> Iterator[Trait]:
    by_id = {document.id: document for document in documents}
    pronouns = {detail.document.id: detail.pronouns for detail in details}
    day = min((document.published for document in documents if document.published), default=None)
    scenes = [
        (by_id[notes.document], notes, scene)
        for notes in annotations
        for scene in make_scenes(by_id[notes.document], notes, entities, pronouns.get(notes.document, {}))
    ]
    people = {entity.id for entity in entities if entity.kind == "person"}
    yield from ties_of([r for r in relations if {r.subject, r.object} <= people], by_id)
    roles = _roles([scene for _, _, scene in scenes])
    for document, notes, scene in scenes:
        inside = scene.sentence
        dates = [d for d in notes.dates if inside.start <= d.span.start and d.span.end <= inside.end]
        yield from read_ages(scene, document.published or day, dates)
        yield from read_offices(scene, dates)
        yield from read_careers(scene, dates)
        for read in (read_ordinals, read_children, read_kinds, read_duty, read_sizes):
            yield from read(scene)
        yield from read_ties(scene, roles[document.id])


def _roles(scenes: Sequence[Scene]) -> dict[str, dict[str, str]]:
    """For each document the words that name what just one of the people in it is, by any report, with that person."""
    bearers: dict[str, set[str]] = defaultdict(set)
    here: dict[str, set[str]] = defaultdict(set)
    for scene in scenes:
        for held in scene.held:
            if held.named and scene.kinds.get(held.entity) == "person":
                here[scene.document.id].add(held.entity)
                for said in said_of(scene, held):
                    if said.manner not in ("was", "will"):
                        bearers[key(scene.tokens[said.noun].text)].add(held.entity)
    found: dict[str, dict[str, str]] = {scene.document.id: {} for scene in scenes}
    for document in here:
        for word, people in sorted(bearers.items()):
            if len(people & here[document]) == 1:
                found[document][word] = min(people & here[document])
    return found


def _firsts(traits: Sequence[Trait]) -> list[Trait]:
    """The first place of each value."""
    first: dict[str, Trait] = {}
    for trait in sorted(traits, key=lambda t: t.span):
        first.setdefault(trait.value, trait)
    return list(first.values())


def _by_document(details: Sequence[Detail]) -> dict[str, list[tuple[int, int, int]]]:
    """The statements of each document: start, end, number."""
    placed: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, detail in enumerate(details):
        span = detail.statement.span
        placed[span.document].append((span.start, span.end, number))
    return placed


def _holding(placed: Mapping[str, Sequence[tuple[int, int, int]]], span: Span) -> int | None:
    """The smallest statement around these words, else the one that shares most with them."""
    near = [
        (min(end, span.end) - max(start, span.start), start - end, -number)
        for start, end, number in placed.get(span.document, ())
        if start < span.end and span.start < end
    ]
    return -max(near)[2] if near else None
