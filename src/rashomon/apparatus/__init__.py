"""From statements to the rows a reader sees: align, compare, enter.

`prepare` is the part of the way that asks no vector, `find_points` that which asks those of the statements, `lay_out`
the rest, which takes quotations in; `strangers` names reports that seem to tell of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.apparatus.align import group_statements, likelihoods, scored
from rashomon.apparatus.compare import Told, find_differences, what_is_told
from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.confidence import HURRIED
from rashomon.apparatus.credits import Credits, find_credits
from rashomon.apparatus.details import Detail, make_details
from rashomon.apparatus.entries import make_entries, rows_of_findings
from rashomon.apparatus.features import OF_VECTORS, OF_WORDS, Matrix, vector_matrices, word_matrices
from rashomon.apparatus.folding import with_heads
from rashomon.apparatus.independence import find_grounds
from rashomon.apparatus.sayings import saying_rows
from rashomon.apparatus.strangers import strangers
from rashomon.apparatus.traits import compare_traits
from rashomon.apparatus.wordings import name_rows, quote_rows
from rashomon.apparatus.worth import with_worth
from rashomon.encoder import Ahead, encode
from rashomon.model import (
    Annotations,
    Copy,
    Document,
    Entity,
    Entry,
    Origin,
    Quote,
    QuoteGroup,
    Relation,
    Statement,
)

__all__ = ["HURRIED", "Points", "Prepared", "find_points", "lay_out", "prepare", "strangers"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known before any vector is: the statements with all that comparisons ask of them, what one person or
    thing is by each report, what each detail tells (`what_is_told`), how alike the words of any two are (`scored`), and
    which outlets they are credited to.
    """

    details: tuple[Detail, ...]
    traits: tuple[Finding, ...]
    told: Told
    alike: Matrix
    credits: Credits


@dataclass(frozen=True, slots=True)
class Points:
    """The groups of statements that speak of one point, as indices of details, and what was found to differ."""

    groups: tuple[tuple[int, ...], ...]
    findings: tuple[Finding, ...]


def prepare(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
) -> Prepared:
    """The part that is done while vectors are still on their way."""
    details = make_details(documents, annotations, statements, entities)
    traits = compare_traits(documents, annotations, details, entities, relations)
    alike = scored(word_matrices(details), OF_WORDS)
    return Prepared(details, tuple(traits), what_is_told(details), alike, find_credits(documents, details, entities))


def find_points(prepared: Prepared, ahead: Ahead | None = None) -> Points:
    """What is said of one thing, and where it differs. `ahead` holds the vectors begun before."""
    details = prepared.details
    of_vectors = vector_matrices(details, lambda texts: encode(texts, ahead))
    likely = likelihoods(scored(of_vectors, OF_VECTORS, prepared.alike))
    findings = find_differences(details, likely, prepared.told)
    return Points(tuple(group_statements(details, likely)), (*findings, *prepared.traits))


def lay_out(
    documents: Sequence[Document],
    prepared: Prepared,
    points: Points,
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    quote_groups: Sequence[QuoteGroup],
    origins: Sequence[Origin],
    copies: Sequence[Copy],
    least: float = HURRIED,
) -> tuple[Entry, ...]:
    """All entries of one event, in the order of the public format; no difference of a confidence below `least`."""
    details = prepared.details
    of_words = [
        *quote_rows(details, quotes, quote_groups, entities),
        *saying_rows(details, quotes, quote_groups, entities),
        *name_rows(details, entities),
    ]
    grounds = find_grounds(details, prepared.credits, origins, copies, entities, quotes, quote_groups)
    rows = [*rows_of_findings(points.findings, details), *of_words]
    entries = make_entries(documents, details, points.groups, rows, grounds, least)
    return with_heads(with_worth(entries, details, documents), details)
