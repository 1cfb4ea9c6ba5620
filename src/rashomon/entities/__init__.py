"""Who is who across the reports of one event. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Annotations, Document, Entity, Quote, Relation
def resolve_entities(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[tuple[Entity, ...], tuple[Relation, ...]]:
    return (), ()
def resolve_speakers(documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    return tuple(q for a in annotations for q in a.quotes)
