"""Quotations in one report. (placeholder until the module lands)"""
from rashomon.model import Document, Mention, Quote, Sentence
def find_quotes(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    return ()
