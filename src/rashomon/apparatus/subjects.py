"""What a statement is about, in the form in which statements are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.antecedents import gender_of
from rashomon.lexicon.opposites import SAME_THING
from rashomon.model import Document, Entity, Span, Statement
from rashomon.terms import terms
from rashomon.text import cut, fold


def doers_of(
    document: Document, statement: Statement, entities: Sequence[Entity], stands_for: Mapping[int, str]
) -> frozenset[str]:
    """The ids of the entities named in the subject of a statement, or of whom "he" or "she" stands for.

    `stands_for` says it for the places where pronouns begin (see `rashomon.antecedents`).
    """
    if statement.subject is None:
        return frozenset()
    if fold(cut(document, statement.subject)) in ("he", "she") and statement.subject.start in stands_for:
        return frozenset((stands_for[statement.subject.start],))
    return _named(entities, statement.subject)


def about_of(
    document: Document, statement: Statement, sentence: Span, entities: Sequence[Entity], doers: frozenset[str]
) -> frozenset[str]:
    """The words and the ids of entities a statement is about: those of its subject, words for one kind of thing as one.

    `entities` are those of the sentence, `doers` those of the subject. "I" and "we" are the speaker. Where another
    pronoun is the subject, the words of the sentence before it stand in; before "he" and "she" only the names they
    fit, if there are any.
    """
    span = statement.subject
    if span is None:
        return frozenset()
    last = fold(cut(document, span)).split()[-1:]
    if statement.holder.entity and last and last[0] in ("i", "we"):
        return frozenset((statement.holder.entity,))
    named, words = doers | _named(entities, span), terms(document.text, span.start, span.end)
    if not words and not named and last != ["who"]:
        before = Span(document.id, sentence.start, statement.span.start)
        fitting = [entity for entity in entities if _fits(entity, last)]
        named, words = _named(fitting, before), terms(document.text, before.start, before.end)
        if last in (["he"], ["she"]) and named:
            return named
    return named | {SAME_THING.get(form, form) for form, _ in words}


def words_of(document: Document, span: Span, entities: Sequence[Entity]) -> frozenset[str]:
    """The words of a range, those for one kind of thing as one, and the ids of the entities named in it."""
    forms = (form for form, _ in terms(document.text, span.start, span.end))
    return _named(entities, span) | {SAME_THING.get(form, form) for form in forms}


def _fits(entity: Entity, pronoun: Sequence[str]) -> bool:
    """Whether a pronoun may stand for an entity: "he" and "she" not for those whose name or title denies it."""
    gender = {"he": "male", "she": "female"}.get(" ".join(pronoun))
    return gender is None or gender_of(entity) in (gender, None)


def _named(entities: Sequence[Entity], span: Span) -> frozenset[str]:
    return frozenset(
        entity.id
        for entity in entities
        for form in (*entity.forms, *entity.descriptions)
        for held in form.spans
        if held.document == span.document and span.start <= held.start and held.end <= span.end
    )
