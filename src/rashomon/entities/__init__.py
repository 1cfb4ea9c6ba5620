"""Who is who across the reports of one event.

Order: units (one written form in one document), words of kinship, full names and things joined by comparison, bare
names given to their bearers, stated aliases, then entities with their forms, titles, links and descriptions, and
relations of kinship and office. Everything is content: the order of the documents changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.entities.build import build_entities, with_descriptions
from rashomon.entities.descriptions import find_descriptions
from rashomon.entities.kin import find_kin
from rashomon.entities.relations import find_relations
from rashomon.entities.resolve import resolve_units
from rashomon.entities.units import make_units
from rashomon.model import Annotations, Document, Entity, Relation

__all__ = ["resolve_entities"]


def resolve_entities(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> tuple[tuple[Entity, ...], tuple[Relation, ...]]:
    """The entities behind the mentions of one event, by first span, and the relations stated between them."""
    by_id = {document.id: document for document in documents}
    units = make_units(documents, annotations)
    kin = find_kin(by_id, units, annotations)
    joined = resolve_units(by_id, units, kin)
    entities, entity_of = build_entities(units, joined)
    relations = find_relations(units, kin, entity_of)
    described = find_descriptions(by_id, annotations, units, entity_of, relations)
    return with_descriptions(entities, described), relations
