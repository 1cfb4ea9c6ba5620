"""Numbers in one report. (placeholder until the module lands)"""
from rashomon.model import Date, Document, Quantity, Sentence
def find_quantities(document: Document, sentences: tuple[Sentence, ...], dates: tuple[Date, ...]) -> tuple[Quantity, ...]:
    return ()
