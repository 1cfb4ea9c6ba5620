"""What a report says. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Annotations, Document, Entity, Quote, Statement
def make_statements(document: Document, annotations: Annotations, entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    return ()
