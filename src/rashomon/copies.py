"""Who repeats whom. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Copy, Document, Origin
from rashomon.text import content_id
def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    return ()
def find_origins(documents: Sequence[Document], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    return tuple(Origin(content_id("o-", d.id), (d.id,)) for d in documents)
