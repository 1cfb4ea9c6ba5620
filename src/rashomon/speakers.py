"""Who speaks: the words beside a cue to the entity behind them.

For the words that name the speaker, in this order: a name at their head; a pronoun (`antecedents`); a title or a
description that one entity bears ("the prime minister"); "the statement said", which is whoever spoke last. Words that
name a part or a spokesman of something ("a Varn spokesman", "Lee's lawyer") are nobody's name and stay words. When
two entities fit equally, none is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.antecedents import Understood, latest, read
from rashomon.lexicon.speech import SPEECH_NOUNS
from rashomon.model import Annotations, Document, Entity, Quote, Span
from rashomon.text import cut, fold, words

_REACH = 900
_CARRYING_ON = frozenset("added continued".split())
_PRONOUNS = frozenset("he she it him his her".split())
_BEFORE_MODIFIER = frozenset(
    "of for from at in on to with by near against below above beneath behind under outside".split()
)


def resolve_speakers(
    documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]
) -> tuple[Quote, ...]:
    """The quotations of all documents, in their order and then by start, each with its speaker where one is certain."""
    resolved: list[Quote] = []
    for document, notes in zip(documents, annotations, strict=True):
        ordered = sorted(notes.quotes, key=lambda q: (q.content[0], q.kind, q.id))
        named = {q.speaker_span: _named(document, q.speaker_span, entities) for q in ordered if q.speaker_span}
        understood = read(document, notes, entities, {span: entity for span, entity in named.items() if entity})
        known: list[Quote] = []
        for quote in ordered:
            speaker = named.get(quote.speaker_span) if quote.speaker_span else None
            known.append(replace(quote, speaker=speaker or _referred(document, quote, entities, understood, known)))
        resolved.extend(known)
    return tuple(resolved)


def _referred(
    document: Document, quote: Quote, entities: Sequence[Entity], understood: Understood, before: Sequence[Quote]
) -> str | None:
    """The entity behind words that are no name."""
    span = quote.speaker_span
    if span is None:
        return None
    said = fold(cut(document, span))
    if said in _PRONOUNS:
        return understood.pronouns.get(span.start)
    near = _in_paragraph(document, span, understood, _bearers(document, span, entities, anywhere=True))
    if near is not None:
        return near
    bearers = _bearers(document, span, entities)
    if bearers:
        return latest(understood, bearers, span.start) or (bearers[0] if len(bearers) == 1 else None)
    head = said.split()
    if head[0] not in {"the", "his", "her", "its"}:
        return None
    earlier = [q for q in before if q.speaker and q.content[-1].end <= span.start]
    if not earlier or span.start - earlier[-1].content[-1].end > _REACH:
        return None
    own_text = len(head) == 2 and head[-1] in SPEECH_NOUNS and head[-1] != "report"
    carries_on = head[0] == "the" and quote.cue is not None and fold(cut(document, quote.cue)) in _CARRYING_ON
    return earlier[-1].speaker if own_text or carries_on else None


def _named(document: Document, span: Span, entities: Sequence[Entity]) -> str | None:
    """The entity whose name heads the words: the last person in it, else an organisation or place that ends it."""
    found = sorted(
        (form_span.start, form_span.end, entity.id, entity.kind)
        for entity in entities
        for form in entity.forms
        for form_span in form.spans
        if form_span.document == span.document and form_span.start < span.end and span.start < form_span.end
    )
    heads = [f for f in found if not _possessive(document.text, f[1]) and not _behind_preposition(document, span, f[0])]
    people = [f for f in heads if f[3] == "person" and not _modifies(document, span, f[1])]
    if people:
        joined = len({f[2] for f in people}) > 1 and _joined(document, people[-2], people[-1])
        return None if joined else people[-1][2]
    if not heads:
        return _by_surname(document, span, entities)
    rest = [f for f in heads if not _modifies(document, span, f[1])]
    if not rest:
        rest = [f for f in heads if f[3] == "organisation" and _followed_by_statement(document, span, f[1])]
    return rest[-1][2] if rest and len({f[2] for f in rest}) == 1 else None


def _by_surname(document: Document, span: Span, entities: Sequence[Entity]) -> str | None:
    """The one person whose full name ends with the word that is all the speaker is called here."""
    said = cut(document, span)
    if not said.isalpha() or not said[0].isupper():
        return None
    bearers = {
        entity.id
        for entity in entities
        if entity.kind == "person" and any(f.text.split()[1:] and f.text.split()[-1] == said for f in entity.forms)
    }
    return bearers.pop() if len(bearers) == 1 else None


def _joined(document: Document, a: tuple[int, int, str, str], b: tuple[int, int, str, str]) -> bool:
    """Two speakers at once: "Lee and Kim said"."""
    return any(w.text.casefold() in {"and", "or", "&"} for w in words(document.text, a[1], b[0]))


def _possessive(text: str, end: int) -> bool:
    return fold(text[end : end + 2]) in {"'s", "'"}


def _behind_preposition(document: Document, span: Span, start: int) -> bool:
    """Whether the name hangs on a noun before it: "a spokesman for Lee", "lawyers for the actor Ann Lee"."""
    between: list[str] = []
    for word in reversed(list(words(document.text, span.start, start))):
        if word.text in _BEFORE_MODIFIER:
            return all(w[0].islower() for w in between)
        between.append(word.text)
    return False


def _modifies(document: Document, span: Span, end: int) -> bool:
    """Whether a noun in lower case follows, so that the name only says which one ("the Kim campaign")."""
    behind = next(words(document.text, end, span.end), None)
    if behind is None or not behind.text[0].islower() or document.text[end : behind.start].strip():
        return False
    return behind.text.casefold() not in _BEFORE_MODIFIER | {"and", "or", "who"}


def _followed_by_statement(document: Document, span: Span, end: int) -> bool:
    behind = [w.text.casefold() for w in words(document.text, end, span.end)]
    return bool(behind) and behind[-1] in SPEECH_NOUNS


def _in_paragraph(document: Document, span: Span, understood: Understood, bearers: Sequence[str]) -> str | None:
    """The one bearer of a title who is the subject of a sentence before it in the same paragraph."""
    paragraph = document.text.rfind("\n", 0, span.start) + 1
    subjects = {
        m.entity
        for m in understood.mentioned
        if paragraph <= m.start < span.start and not m.rank and m.entity in bearers
    }
    return subjects.pop() if len(subjects) == 1 else None


def _bearers(document: Document, span: Span, entities: Sequence[Entity], anywhere: bool = False) -> list[str]:
    """The entities described by these very words here, else those that bear them as a title in this document, or
    `anywhere`."""
    said = [w for w in fold(cut(document, span)).split() if w not in {"the", "a", "an"}]
    here, titled = [], []
    for entity in entities:
        for form in entity.descriptions:
            if any(s.document == span.document and s.start < span.end and span.start < s.end for s in form.spans):
                here.append(entity.id)
        for form in (*entity.titles, *entity.descriptions):
            present = anywhere or any(s.document == span.document for s in form.spans)
            title = fold(form.text).split()
            if present and said and (title == said or title[-len(said) :] == said or said[-len(title) :] == title):
                titled.append(entity.id)
    definite = fold(cut(document, span)).startswith("the ")
    return sorted(set(here)) or (sorted(set(titled)) if definite else [])
