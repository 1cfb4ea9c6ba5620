"""Different words for one thing. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Annotations, Document, Entity, Framing
def find_framing(documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]) -> tuple[Framing, ...]:
    return ()
