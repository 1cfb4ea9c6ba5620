"""Who speaks: the words beside a cue to the entity behind them. (placeholder until the module lands)"""

from collections.abc import Sequence

from rashomon.model import Annotations, Document, Entity, Quote


def resolve_speakers(
    documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]
) -> tuple[Quote, ...]:
    return tuple(quote for notes in annotations for quote in notes.quotes)
