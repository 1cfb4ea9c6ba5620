"""Renderings of one utterance in different reports. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Document, Quote, QuoteGroup
def group_quotes(documents: Sequence[Document], quotes: Sequence[Quote]) -> tuple[QuoteGroup, ...]:
    return ()
