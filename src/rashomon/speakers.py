"""Who speaks: the words beside a cue to the entity behind them.

For the words that name the speaker, in this order: a name at their head; a pronoun (`antecedents`); a title or a
description that one entity bears ("the prime minister"); a body ("the union": `bodies`); "the statement said", which
is whoever issued one last, else whoever spoke last. A pronoun gives way to the name to which another report gives the
same words. Words that name a part or a spokesman of something ("a Varn spokesman", "Lee's lawyer") are nobody's name
and stay words. When two entities fit equally, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from rashomon.annotate.name_edges import OFFICE
from rashomon.antecedents import Understood, gender_of, latest, read
from rashomon.bodies import body_meant
from rashomon.lexicon.speech import SPEECH_NOUNS
from rashomon.model import Annotations, Document, Entity, Quote, Span
from rashomon.text import cut, fold, words

_REACH = 900
_TELLING = 8
"""Words of an utterance that two people hardly both say."""
_ALIKE = 0.6
_CARRYING_ON = frozenset("added continued".split())
_PRONOUNS = frozenset("he she it him his her".split())
_UNLIKE = {"he": "female", "she": "male"}
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
    return tuple(_as_named_elsewhere({document.id: document for document in documents}, resolved, entities))


def _as_named_elsewhere(
    documents: Mapping[str, Document], quotes: Sequence[Quote], entities: Sequence[Entity]
) -> list[Quote]:
    """A pronoun beside words that are given, nearly as they stand, to one and the same name elsewhere is that name."""
    genders = {entity.id: gender_of(entity) for entity in entities}
    heard = {quote.id: _heard(documents, quote) for quote in quotes if quote.kind == "direct" and quote.speaker_span}
    spoken = {id_: said for id_, said in heard.items() if len(said) >= _TELLING}
    pronoun = {q.id for q in quotes if q.speaker_span and fold(_words_for(documents, q)) in _PRONOUNS}
    named = [q for q in quotes if q.id in spoken and q.id not in pronoun and q.speaker]
    found = []
    for quote in quotes:
        if quote.id in pronoun and quote.id in spoken:
            others = {q.speaker for q in named if q.speaker and _nearly(spoken[quote.id], spoken[q.id])}
            unlike = _UNLIKE.get(fold(_words_for(documents, quote)))
            if len(others) == 1 and not any(unlike and genders.get(e) == unlike for e in others):
                quote = replace(quote, speaker=others.pop())
        found.append(quote)
    return found


def _words_for(documents: Mapping[str, Document], quote: Quote) -> str:
    return cut(documents[quote.speaker_span.document], quote.speaker_span) if quote.speaker_span else ""


def _heard(documents: Mapping[str, Document], quote: Quote) -> tuple[str, ...]:
    return tuple(fold(w.text) for s in quote.content for w in words(documents[s.document].text, s.start, s.end))


def _nearly(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two utterances are one nearly word for word."""
    if 2 * len(set(one) & set(other)) < _ALIKE * (len(set(one)) + len(set(other))):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


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
    body = body_meant(document, span, understood, entities)
    if body is not None:
        return body
    head = said.split()
    if head[0] not in {"the", "his", "her", "its"}:
        return None
    earlier = [q for q in before if q.speaker and q.content[-1].end <= span.start]
    if not earlier or span.start - earlier[-1].content[-1].end > _REACH:
        return None
    own_text = len(head) == 2 and head[-1] in SPEECH_NOUNS and head[-1] != "report"
    issuers = _issued(document, span, head[-1], before) if own_text else []
    if issuers:
        return issuers[-1].speaker
    carries_on = head[0] == "the" and quote.cue is not None and fold(cut(document, quote.cue)) in _CARRYING_ON
    return earlier[-1].speaker if own_text or carries_on else None


def _issued(document: Document, span: Span, noun: str, before: Sequence[Quote]) -> list[Quote]:
    """The quotations of the paragraph that speaks of the text first ("the office said in a statement")."""
    issued = [*re.finditer(rf"\b(?:an?|his|her|its|their) (?:\w+ )?{noun}\b", document.text[: span.start])]
    if not issued:
        return []
    start = document.text.rfind("\n", 0, issued[-1].start()) + 1
    return [q for q in before if q.cue and start <= q.cue.start and "\n" not in document.text[start : q.cue.start]]


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
    """Whether a noun in lower case or an office in capitals follows, so that the name only says which one ("the Kim
    campaign", "the Arland AG")."""
    behind = next(words(document.text, end, span.end), None)
    if OFFICE.match(document.text, end, span.end):
        return True
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
