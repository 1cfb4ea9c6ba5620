"""A document to its annotations: pure, one document at a time.

The order is fixed, since later steps use what earlier ones found: sentences, syntax,
names, quotations, dates, quantities.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Literal

from rashomon.annotate.dates import find_dates
from rashomon.annotate.names import find_mentions
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import find_sentences
from rashomon.encoder import Ahead, begin
from rashomon.model import Annotations, Document, Sentence, Tree
from rashomon.syntax import Pipeline, begin_trees, read_trees
from rashomon.text import cut

__all__ = ["annotate", "annotate_each"]

AHEAD = 8
"""As many documents are on their way through the reader at once; the answers to a sentence are big."""


def annotate(document: Document, event_day: str | None = None, pipeline: Pipeline | None = None) -> Annotations:
    """Everything found in one document.

    `event_day` (ISO day) stands in for the day of publication where the document states none: it is taken from the
    other reports of the event, and dates resolved by it carry the anchor `event`.
    `pipeline` (from `rashomon.syntax.open_pipeline`) reads the sentences in its language instead of our reader.
    """
    sentences = find_sentences(document)
    return _annotate(document, sentences, read_trees(document, sentences, pipeline), event_day)


def annotate_each(
    documents: Sequence[Document], event_day: str | None, pipeline: Pipeline | None, ahead: Ahead
) -> list[Annotations]:
    """What `annotate` finds in each of the documents of an event; the models run on while the rest is found.

    The vectors of sentences and quotations, which later stages ask for, are begun on the way.
    """
    cuts = [find_sentences(document) for document in documents]
    begun = (begin_trees(d, sentences, pipeline, ahead.pool) for d, sentences in zip(documents, cuts, strict=True))
    waiting = deque(islice(begun, AHEAD))
    found = []
    for document, sentences in zip(documents, cuts, strict=True):
        trees = waiting.popleft()()
        waiting.extend(islice(begun, 1))
        begin([cut(document, sentence.span) for sentence in sentences], ahead)
        found.append(_annotate(document, sentences, trees, event_day))
    return found


def _annotate(
    document: Document, sentences: tuple[Sentence, ...], trees: tuple[Tree, ...], event_day: str | None
) -> Annotations:
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
