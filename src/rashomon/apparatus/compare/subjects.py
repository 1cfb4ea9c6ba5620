"""What statements are about: their subjects and verbs, in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.apparatus.details import Detail
from rashomon.lexicon.opposites import SAME_THING
from rashomon.model import Entity
from rashomon.terms import terms
from rashomon.text import cut, fold


def same_predicate(a: Detail, b: Detail) -> bool:
    """Whether the main verbs of two statements are one verb."""
    return a.predicate is not None and a.predicate == b.predicate


def subjects(detail: Detail) -> set[str]:
    """The words and entities a statement is about: those of its subject, words for one kind of thing as one.

    "I" and "we" are the speaker. Where another pronoun is the subject, the words of the sentence before it stand in.
    """
    span = detail.statement.subject
    if span is None:
        return set()
    named = subject_entities(detail)
    words = terms(detail.document.text, span.start, span.end)
    speaker = detail.statement.holder.entity
    said = fold(cut(detail.document, span)).split()
    if speaker and said[-1:] and said[-1] in ("i", "we"):
        return {speaker}
    if not words and not named and said[-1:] != ["who"]:
        start, end = detail.sentence.start, detail.statement.span.start
        words = terms(detail.document.text, start, end)
        named = _entities(detail.around, detail.document.id, start, end)
    return named | {SAME_THING.get(form, form) for form, _ in words}


def subject_entities(detail: Detail) -> set[str]:
    """The entities named in the subject of a statement."""
    span = detail.statement.subject
    return _entities(detail.entities, span.document, span.start, span.end) if span else set()


def _entities(entities: Sequence[Entity], document: str, start: int, end: int) -> set[str]:
    return {
        entity.id
        for entity in entities
        for form in (*entity.forms, *entity.descriptions)
        for held in form.spans
        if held.document == document and start <= held.start and held.end <= end
    }
