"""Time expressions in one report. (placeholder until the module lands)"""
from typing import Literal
from rashomon.model import Date, Document, Sentence
def find_dates(document: Document, sentences: tuple[Sentence, ...], reference: str | None, anchor: Literal["published", "event"] = "published") -> tuple[Date, ...]:
    return ()
