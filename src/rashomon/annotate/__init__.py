"""A document to its annotations: pure, one document at a time.

The order is fixed, since later steps use what earlier ones found: sentences, syntax,
names, quotations, dates, quantities.
"""

from __future__ import annotations

from typing import Literal

from rashomon.annotate.dates import find_dates
from rashomon.annotate.names import find_mentions
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Annotations, Document
from rashomon.syntax import Pipeline, read_trees

__all__ = ["annotate"]


def annotate(document: Document, event_day: str | None = None, pipeline: Pipeline | None = None) -> Annotations:
    """Everything found in one document.

    `event_day` (ISO day) stands in for the day of publication where the document states none: it is taken from the
    other reports of the event, and dates resolved by it carry the anchor `event`.
    `pipeline` (from `rashomon.syntax.open_pipeline`) reads the sentences in its language instead of our reader.
    """
    sentences = find_sentences(document)
    trees = read_trees(document, sentences, pipeline)
    mentions = find_mentions(document, sentences, trees)
    anchor: Literal["published", "event"] = "published" if document.published else "event"
    dates = find_dates(document, sentences, document.published or event_day, anchor)
    return Annotations(
        document=document.id,
        sentences=sentences,
        mentions=mentions,
        quotes=find_quotes(document, sentences, trees),
        dates=dates,
        quantities=find_quantities(document, sentences, dates, trees),
        trees=trees,
    )
