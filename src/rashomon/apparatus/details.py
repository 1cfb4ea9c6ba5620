"""A statement with the records it names at hand, so that comparisons need no look-ups."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from rashomon.antecedents import read
from rashomon.apparatus.arguments import Argument, find_arguments
from rashomon.apparatus.nouns import Noun, nouns_of
from rashomon.apparatus.standing import Standing, standing_of
from rashomon.apparatus.subjects import about_of, doers_of, words_of
from rashomon.lexicon.verbs import HAVE
from rashomon.model import Annotations, Date, Document, Entity, Quantity, Span, Statement, Token
from rashomon.statements import named_in as statement_names
from rashomon.terms import terms
from rashomon.text import cut, fold

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_EARLIER = re.compile(
    r"\b(?:earlier|previously|initially|at first|originally|first)\b.{0,40}"
    r"\b(?:said|reported|stated|given|put|told|announced|estimated)\b|"
    r"\b(?:said|reported|given|put|announced)\b.{0,20}\b(?:earlier|previously|initially|at first)\b|"
    r"\b(?:revised|corrected|lowered|raised) (?:the|its|their|that)\b|"
    r"\ban? (?:earlier|previous) version\b|\bcorrection\b"
)
LINKS = ("remain", "stay", "keep", "become", "appear")
"""Verbs that only link a state to its subject ("remains closed")."""


@dataclass(frozen=True, slots=True)
class Detail:
    """`sentence` is the sentence around the statement, `around` its entities, `days` the first days of its dates.

    `terms` are the content words of the statement in compared form, `predicate` its main verb in that form (null: none,
    or only an auxiliary), `state` the verb or what a linking verb links, `said` the words of both as written; `earlier`
    tells whether the sentence says that its word is an earlier one ("police had earlier said"); `doers` are the
    entities of the subject, by name or pronoun, `about` those and its words, `touched` those of the object of an active
    verb; `standing` says whether it was, is or will be; `tokens` is the tree of the sentence, empty where there is
    none, and `pronouns` the entities behind the pronouns of the document, by where these begin; `nouns` are its nouns.
    """

    statement: Statement
    document: Document
    sentence: Span
    words: str
    terms: tuple[str, ...]
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    entities: tuple[Entity, ...]
    around: tuple[Entity, ...]
    predicate: str | None
    state: str
    earlier: bool
    days: tuple[str, ...]
    said: str = ""
    doers: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    arguments: tuple[Argument, ...] = ()
    touched: frozenset[str] = frozenset()
    standing: Standing = "unreal"
    tokens: tuple[Token, ...] = ()
    pronouns: Mapping[int, str] = field(default_factory=dict, compare=False)
    nouns: tuple[Noun, ...] = ()
    answers: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `once` keeps."""

    @property
    def published(self) -> str:
        """The day or moment of publication, '' when unknown."""
        return self.document.published or ""

    @property
    def behind(self) -> frozenset[str]:
        """The content words behind the verb in compared form, none without a verb."""
        return _behind(self)


def once(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """A pure function of a record that keeps `answers`, a statement asked for every pair or a scene for every reading:
    what was found once is kept with the record, and lives as long.
    """

    @wraps(function)
    def answer(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
        record: Any = asked[0]
        key = (function, *asked[1:]) if len(asked) > 1 else function
        try:
            found: Answer = record.answers[key]
        except KeyError:
            found = record.answers[key] = function(*asked, **named)
        return found

    return answer


@once
def _behind(detail: Detail) -> frozenset[str]:
    verb = detail.statement.predicate
    found = terms(detail.document.text, verb.end, detail.statement.span.end) if verb else ()
    return frozenset(form for form, _ in found)


class _Beside(NamedTuple):
    """What one document holds beside its statements, by id where it is looked up."""

    document: Document
    sentences: tuple[Span, ...]
    dates: Mapping[str, Date]
    quantities: Mapping[str, Quantity]
    entities: Mapping[str, Entity]
    named: Sequence[tuple[int, int, int, Entity]]
    pronouns: Mapping[int, str]
    arguments: Mapping[str, tuple[Argument, ...]]
    trees: Mapping[Span, tuple[Token, ...]]
    spoken: Sequence[tuple[int, int, str]]


def make_details(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
) -> tuple[Detail, ...]:
    """One detail a statement, in the order of the statements."""
    document_by = {document.id: document for document in documents}
    entity_by = {entity.id: entity for entity in entities}
    named_in = _named_in(entities)
    own: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        own[statement.span.document].append(statement)
    beside = {}
    for notes in annotations:
        document = document_by[notes.document]
        pronouns = read(document, notes, entities, {}).pronouns
        beside[document.id] = _Beside(
            document,
            tuple(sentence.span for sentence in notes.sentences),
            {date.id: date for date in notes.dates},
            {quantity.id: quantity for quantity in notes.quantities},
            entity_by,
            named_in.get(document.id, ()),
            pronouns,
            find_arguments(document, notes, own[document.id], entities, pronouns),
            {sentence.span: tree.tokens for sentence, tree in zip(notes.sentences, notes.trees, strict=False)},
            statement_names(document, entities),
        )
    return tuple(_detail(statement, beside[statement.span.document]) for statement in statements)


def _detail(statement: Statement, beside: _Beside) -> Detail:
    document = beside.document
    words = cut(document, statement.span)
    sentence = _around(statement.span, beside.sentences)
    named = tuple(beside.entities[entity] for entity in statement.mentions)
    around = _standing_in(sentence, beside.named)
    predicate = _predicate(document, statement)
    doers = doers_of(document, statement, named, beside.pronouns)
    state, said = _state(document, statement, predicate)
    tokens = beside.trees.get(sentence, ())
    days = (d for d in beside.dates.values() if d.kind in ("date", "time") and _inside(d.span, sentence))
    return Detail(
        statement=statement,
        document=document,
        sentence=sentence,
        words=words,
        terms=tuple(form for form, _ in terms(words)),
        dates=tuple(beside.dates[date] for date in statement.dates),
        quantities=tuple(beside.quantities[quantity] for quantity in statement.quantities),
        entities=named,
        around=around,
        predicate=predicate,
        state=state,
        earlier=bool(_EARLIER.search(fold(cut(document, sentence)))),
        days=tuple(date.earliest for date in days if date.earliest),
        said=said,
        doers=doers,
        about=about_of(document, statement, sentence, around, doers),
        arguments=beside.arguments.get(statement.id, ()),
        touched=_touched(document, statement, predicate, around),
        standing=standing_of(document, statement),
        tokens=tokens,
        pronouns=beside.pronouns,
        nouns=nouns_of(tokens, statement.span, beside.spoken, beside.pronouns),
    )


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _named_in(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, int, Entity]]]:
    """The names in each document by start: start, end, place of the entity in the list, entity."""
    found: dict[str, list[tuple[int, int, int, Entity]]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for form in entity.forms:
            for span in form.spans:
                found[span.document].append((span.start, span.end, number, entity))
    return {document: sorted(names, key=lambda name: name[:3]) for document, names in found.items()}


def _standing_in(span: Span, names: Sequence[tuple[int, int, int, Entity]]) -> tuple[Entity, ...]:
    """The entities named in a span, in the order of the entities."""
    first = bisect_left(names, span.start, key=lambda name: name[0])
    last = bisect_left(names, span.end, key=lambda name: name[0])
    held = {number: entity for _, end, number, entity in names[first:last] if end <= span.end}
    return tuple(held[number] for number in sorted(held))


def _state(document: Document, statement: Statement, predicate: str | None) -> tuple[str, str]:
    """The word for the state in compared form, and the words as written: the main verb, or the verb that only links
    and what follows it ("remains closed", "is open").
    """
    span = statement.predicate
    if span is None:
        return predicate or "", ""
    state, end = predicate or "", span.end
    linking = predicate is None and not HAVE & set(fold(cut(document, span)).split())
    if linking or predicate in LINKS:
        after = terms(document.text, span.end, statement.span.end)
        near = after[0] if after and after[0][1].start - span.end <= 12 else None
        state, end = (near[0], near[1].end) if near else ("", span.end)
    return state, " ".join(document.text[span.start : end].split())


def _predicate(document: Document, statement: Statement) -> str | None:
    span = statement.predicate
    verbs = [form for form, _ in terms(document.text, span.start, span.end)] if span else []
    return verbs[-1] if verbs else None


def _touched(
    document: Document, statement: Statement, predicate: str | None, entities: Sequence[Entity]
) -> frozenset[str]:
    if statement.object is None or statement.predicate is None or predicate is None or predicate in LINKS:
        return frozenset()
    return words_of(document, statement.object, entities)


def _around(span: Span, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[at] if at >= 0 and span.start < sentences[at].end else span
