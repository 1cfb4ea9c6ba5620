"""Why an entry stands in the apparatus: the whole chain for one of them, from the likeness of words to the row.

`find_entry` knows an entry by its number in the file, its id or the beginning of it. `explain` measures again what the
stages measured: the features of every pair of its statements, value by weight; the groups that took them and the pairs
that began these; what every comparison finds between them; who is who behind the names they hold. Nothing is decided
here: the numbers are those of `apparatus`, over the same records.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from rashomon.apparatus.align import BIAS, JOIN, SEED, WEIGHTS, likelihoods, scored, seeded_groups
from rashomon.apparatus.compare import found_by
from rashomon.apparatus.details import Detail, make_details
from rashomon.apparatus.features import Matrix, feature_matrices
from rashomon.encoder import encode
from rashomon.errors import UsageError
from rashomon.model import Annotations, Apparatus, Entity, Entry, Severity, Statement


@dataclass(frozen=True, slots=True)
class Measured:
    """A feature of two statements: its value and what it weighs."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of different documents: their features, the sum with the bias, the likelihood of one fact."""

    a: str
    b: str
    features: tuple[Measured, ...]
    bias: float
    total: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class Joined:
    """A statement that a group took in, and how likely it is at least beside each other member."""

    statement: str
    least: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group of statements on one point that holds at least two of the entry's: the pair that began it, the others."""

    seed: tuple[str, str]
    likelihood: float
    joined: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found between two statements of the entry, with the values it compared."""

    comparison: str
    kind: str
    severity: Severity
    likelihood: float
    why: str
    a: str
    b: str
    value_a: str
    value_b: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the entry with what the comparisons know of it; `days` and `numbers` are its values as written."""

    statement: Statement
    siglum: str
    words: str
    published: str | None
    holder: str | None
    predicate: str | None
    standing: str
    said_to_be_earlier: bool
    days: tuple[tuple[str, str | None], ...]
    numbers: tuple[tuple[str, float | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to say about one entry; the lists follow its readings."""

    number: int
    of: int
    entry: Entry
    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    seed: float
    join: float
    groups: tuple[Grouped, ...]
    compared: tuple[Compared, ...]
    entities: tuple[Entity, ...]


def find_entry(apparatus: Apparatus, wanted: str) -> Entry:
    """The entry with this number in the file (from 1), this id, or an id that begins so. `UsageError` if none does."""
    wanted = wanted.strip().lower()
    entries = apparatus.entries
    if not entries:
        raise UsageError("these reports have no entry to explain")
    if re.fullmatch(r"[0-9]{1,6}", wanted) and 1 <= int(wanted) <= len(entries):
        return entries[int(wanted) - 1]
    named = wanted if wanted.startswith("e-") else f"e-{wanted}"
    found = [entry for entry in entries if entry.id.startswith(named)] if len(named) > len("e-") else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{wanted!r} begins several entries: {', '.join(entry.id for entry in found[:4])}")
    near = difflib.get_close_matches(named, [entry.id for entry in entries], 3, 0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else "the summary, the page and readings.csv show them."
    raise UsageError(f"no entry {wanted!r} among the {len(entries)}: give a number from 1 or an id; {hint}")


def explain(
    apparatus: Apparatus,
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    entry: Entry,
) -> Explanation:
    """The chain behind an entry. `annotations`, `entities` and `statements` are the workings of the apparatus."""
    details = make_details(apparatus.documents, annotations, statements, entities)
    index = {detail.statement.id: number for number, detail in enumerate(details)}
    held = list(dict.fromkeys(index[statement] for reading in entry.readings for statement in reading.statements))
    values: list[Matrix] = []
    likely = likelihoods(scored(_noting(feature_matrices(details, encode), held, values)))
    names = {entity.id: entity for entity in apparatus.entities}
    known = dict.fromkeys(entity for number in held for entity in _entities(details[number]))
    return Explanation(
        number=apparatus.entries.index(entry) + 1,
        of=len(apparatus.entries),
        entry=entry,
        told=tuple(_told(details[number], names) for number in held),
        pairs=_pairs(details, values, likely, held),
        seed=SEED,
        join=JOIN,
        groups=_groups(details, likely, held),
        compared=_compared(details, likely, held),
        entities=tuple(names[entity] for entity in known if entity in names),
    )


def _entities(detail: Detail) -> list[str]:
    holder = detail.statement.holder.entity
    return [*(entity.id for entity in detail.entities), *([holder] if holder else [])]


def _told(detail: Detail, names: dict[str, Entity]) -> Told:
    statement, text = detail.statement, detail.document.text
    holder = statement.holder
    held = names[holder.entity].name if holder.entity in names else None
    if held is None and holder.span is not None:
        held = text[holder.span.start : holder.span.end]
    return Told(
        statement=statement,
        siglum=detail.document.siglum,
        words=detail.words,
        published=detail.document.published,
        holder=held,
        predicate=detail.predicate,
        standing=detail.standing,
        said_to_be_earlier=detail.earlier,
        days=tuple((text[d.span.start : d.span.end], d.value) for d in detail.dates),
        numbers=tuple((text[q.span.start : q.span.end], q.value, q.unit) for q in detail.quantities),
    )


def _noting(matrices: Iterable[Matrix], held: Sequence[int], values: list[Matrix]) -> Iterator[Matrix]:
    """The matrices, one by one; what they hold of these statements is kept in `values`."""
    for matrix in matrices:
        values.append(matrix[np.ix_(held, held)])
        yield matrix


def _pairs(
    details: Sequence[Detail], values: Sequence[Matrix], likely: Matrix, held: Sequence[int]
) -> tuple[Pair, ...]:
    """The pairs of statements of different documents, the likeliest first."""
    pairs = []
    for (i, a), (j, b) in combinations(enumerate(held), 2):
        if details[a].document.id == details[b].document.id:
            continue
        measured = tuple(
            Measured(name, round(float(matrix[i, j]), 4), weight)
            for (name, weight), matrix in zip(WEIGHTS.items(), values, strict=True)
        )
        total = sum(weight * float(matrix[i, j]) for weight, matrix in zip(WEIGHTS.values(), values, strict=True))
        ids = details[a].statement.id, details[b].statement.id
        pairs.append(Pair(*ids, measured, BIAS, round(total + BIAS, 4), round(float(likely[a, b]), 4)))
    return tuple(sorted(pairs, key=lambda pair: -pair.likelihood))


def _groups(details: Sequence[Detail], likely: Matrix, held: Sequence[int]) -> tuple[Grouped, ...]:
    """The groups that hold two of the statements or more, in the order in which they were made."""
    found = []
    for seed, group in seeded_groups(details, likely):
        if len(set(group) & set(held)) < 2:
            continue
        others = [member for member in group if member not in seed]
        joined = [
            Joined(details[m].statement.id, round(float(np.min([likely[m, o] for o in group if o != m])), 4))
            for m in others
        ]
        ids = details[seed[0]].statement.id, details[seed[1]].statement.id
        found.append(Grouped(ids, round(float(likely[seed]), 4), tuple(joined)))
    return tuple(found)


def _compared(details: Sequence[Detail], likely: Matrix, held: Sequence[int]) -> tuple[Compared, ...]:
    """What every comparison finds between two of the statements, in the order of the statements."""
    return tuple(
        Compared(
            comparison.__name__,
            finding.kind,
            finding.severity,
            round(finding.likely, 4),
            finding.why,
            details[finding.a].statement.id,
            details[finding.b].statement.id,
            finding.label_a or finding.value_a,
            finding.label_b or finding.value_b,
        )
        for comparison, finding in found_by(details, likely)
        if finding.a in held and finding.b in held
    )
