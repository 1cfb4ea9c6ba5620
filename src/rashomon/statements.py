"""What a report says, at the size of a clause, and in whose name.

For each sentence: the words of others come first (the clauses inside direct and indirect quotations, held by their
speaker), then the reporter's own clauses around them. A stretch that only names who said it ("police said") is no
statement: it is the holder of what was said. A quoted fragment inside the reporter's sentence stays part of that
clause. Then each clause is described: subject, predicate, object, place, polarity, modality, and the entities, dates
and quantities it holds. Out of scope: what the statement means, and whether it is true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.clauses import Clause, cut_clauses
from rashomon.model import (
    Annotations,
    Date,
    Document,
    Entity,
    Holder,
    Modality,
    Polarity,
    Quantity,
    Quote,
    Sentence,
    Span,
    Statement,
    StatementPart,
)
from rashomon.text import content_id, fold, trim

_BELIEVED = re.compile(
    r"\b(?:believed?|believes|thought|thinks?|suspect(?:ed|s)?|alleged(?:ly)?|alleg(?:e|es|ing)|reportedly|apparently|"
    r"appear(?:s|ed)? to|seem(?:s|ed)? to|accused of|presumed|assumed|feared|claim(?:s|ed)?|supposedly|"
    r"purported(?:ly)?)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|'ll|going to|plan(?:s|ned)? to|expect(?:s|ed)? to|scheduled|set to|intend(?:s|ed)? to|"
    r"vow(?:s|ed)?|promis(?:e|es|ed)|pledg(?:e|es|ed)|is to|are to|agreed to|would)\b"
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibl[ey]|perhaps|likely|potentially|risk(?:s)? of)\b")
_DENIED = re.compile(
    r"\b(?:not|never|n't|no longer|den(?:y|ies|ied)|without|neither|nor|nobody|no one|none|refus(?:e|es|ed)|"
    r"fail(?:s|ed)? to|yet to|refrain(?:s|ed)? from|rejects?|rejected|unable)\b|\w+n't\b|\bno (?=\w)"
)
_AFTER_OBJECT = re.compile(
    r"\b(?:in|on|at|by|after|before|during|since|until|as|from|through|amid|following|according|when|while|despite)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|from|to|into|across|around|through|over|off|on)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
_MIN_LETTERS = 8


class _Said(NamedTuple):
    """A stretch that is somebody's words: the range and the quotation it belongs to."""

    start: int
    end: int
    quote: Quote


def make_statements(
    document: Document, annotations: Annotations, entities: Sequence[Entity], quotes: Sequence[Quote]
) -> tuple[Statement, ...]:
    """All statements of one document by start, then the longer first.

    `entities` are those of the event, `quotes` the quotations of the event with their speakers; only spans in this
    document are used.
    """
    said = sorted(
        (
            _Said(span.start, span.end, quote)
            for quote in quotes
            for span in quote.content
            if span.document == document.id and quote.kind != "mixed"
        ),
        key=lambda s: (s.start, -s.end, s.quote.id),
    )
    named = sorted(
        (span.start, span.end, entity.id)
        for entity in entities
        for form in (*entity.forms, *entity.descriptions)
        for span in form.spans
        if span.document == document.id
    )
    places = {entity.id for entity in entities if entity.kind == "place"}
    longest = max((stretch.end - stretch.start for stretch in said), default=0)
    found: dict[tuple[int, int], Statement] = {}
    for sentence in annotations.sentences:
        first, last = (bisect_left(said, at, key=_start) for at in (sentence.span.start - longest, sentence.span.end))
        for clause, quote in _clauses(document.text, sentence, said[first:last]):
            if sum(map(str.isalpha, document.text[clause.start : clause.end])) >= _MIN_LETTERS:
                made = _statement(document, annotations, sentence.part, clause, quote, named, places)
                found.setdefault((clause.start, clause.end), made)
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], -key[1])))


def _start(said: _Said) -> int:
    return said.start


def _held(records: Sequence[Date] | Sequence[Quantity], start: int, end: int) -> tuple[str, ...]:
    """The ids of the records that lie in a stretch; they stand by their start."""
    first, last = (bisect_left(records, at, key=lambda record: record.span.start) for at in (start, end))
    return tuple(record.id for record in records[first:last] if record.span.end <= end)


def _clauses(text: str, sentence: Sentence, said: Sequence[_Said]) -> Iterable[tuple[Clause, Quote | None]]:
    """The clauses of a sentence with the quotation each belongs to; inner quotations win over outer ones."""
    start, end = sentence.span.start, sentence.span.end
    inside = [s for s in said if s.start < end and start < s.end]
    at = start
    for stretch in inside:
        a, b = max(stretch.start, start), min(stretch.end, end)
        if a < at:
            continue
        yield from _own(text, at, a, inside)
        for clause in cut_clauses(text, *_without_marks(text, a, b)):
            yield clause, stretch.quote
        at = b
    yield from _own(text, at, end, inside)


def _own(text: str, start: int, end: int, said: Sequence[_Said]) -> Iterable[tuple[Clause, None]]:
    """The reporter's clauses in a stretch, without those that only say who speaks."""
    cues = [s.quote.cue for s in said if s.quote.cue]
    for clause in cut_clauses(text, start, end) if end - start >= _MIN_LETTERS else ():
        verb = clause.verb
        cue = next((c for c in cues if verb and c.start < verb.end and verb.start < c.end), None)
        if verb is None and said:
            continue
        if cue is None or clause.end - cue.end > 60:
            yield clause, None


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in "\"'“”‘’«»„" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in '"“”«»,' or text[end - 1].isspace()):
        end -= 1
    return start, end


def _statement(
    document: Document,
    annotations: Annotations,
    part: StatementPart,
    clause: Clause,
    quote: Quote | None,
    named: Sequence[tuple[int, int, str]],
    places: set[str],
) -> Statement:
    start, end = clause.start, clause.end
    span = Span(document.id, start, end)
    first, last = (bisect_left(named, at, key=lambda name: name[0]) for at in (start, end))
    inside = [(a, b, entity) for a, b, entity in named[first:last] if b <= end]
    subject, predicate, object_ = _roles(document, clause)
    return Statement(
        id=content_id("s-", document.id, start, end),
        span=span,
        part=part,
        holder=holder_of(quote),
        subject=subject,
        predicate=predicate,
        object=object_,
        place=_place(document, start, inside, places),
        polarity=_polarity(document.text, clause),
        modality=_modality(document.text, clause),
        mentions=tuple(dict.fromkeys(entity for _, _, entity in inside)),
        dates=_held(annotations.dates, start, end),
        quantities=_held(annotations.quantities, start, end),
        quote=quote.id if quote else None,
    )


def holder_of(quote: Quote | None) -> Holder:
    """In whose name words are said: the speaker's, known as an entity or by words alone, or the report's own."""
    if quote is None or (quote.speaker is None and quote.speaker_span is None):
        return Holder("report") if quote is None else Holder("words")
    if quote.speaker:
        return Holder("entity", quote.speaker, quote.speaker_span)
    return Holder("words", None, quote.speaker_span)


def _roles(document: Document, clause: Clause) -> tuple[Span | None, Span | None, Span | None]:
    """Subject, predicate and object by their places around the main verb; null where the place is empty."""
    verb = clause.verb
    if verb is None:
        return None, None, None
    text = document.text
    before = trim(text, clause.start, verb.start)
    while before[1] > before[0] and text[before[1] - 1] in ",;:—–-":
        before = trim(text, before[0], before[1] - 1)
    tail = _AFTER_OBJECT.search(text, verb.end, clause.end)
    after = trim(text, verb.end, tail.start() if tail else clause.end)
    while after[1] > after[0] and text[after[1] - 1] in ",;:—–-.":
        after = trim(text, after[0], after[1] - 1)
    return (
        Span(document.id, *before) if before[0] < before[1] else None,
        Span(document.id, verb.start, verb.end),
        Span(document.id, *after) if after[0] < after[1] else None,
    )


def _place(document: Document, start: int, inside: Sequence[tuple[int, int, str]], places: set[str]) -> Span | None:
    """The last place named after a preposition of place."""
    for a, b, entity in reversed(inside):
        if entity in places and _PLACE_BEFORE.search(document.text[start:a]):
            return Span(document.id, a, b)
    return None


def _polarity(text: str, clause: Clause) -> Polarity:
    """Denied when the verb group is, or a word of denial stands within three words before it or right after it."""
    if clause.verb is None:
        return "affirmed"
    before = re.split(r"[.!?;:]", text[max(clause.start, clause.verb.start - 18) : clause.verb.start])[-1]
    near = fold(before + text[clause.verb.start : min(clause.end, clause.verb.end + 12)])
    return "denied" if clause.verb.negated or _DENIED.search(near) else "affirmed"


def _modality(text: str, clause: Clause) -> Modality:
    """From the words around the main verb, or of the whole clause where there is none."""
    verb = clause.verb
    near = (max(clause.start, verb.start - 25), min(clause.end, verb.end + 18)) if verb else clause[:2]
    words = fold(text[near[0] : near[1]])
    if _BELIEVED.search(words):
        return "believed"
    if verb and (verb.modal in ("may", "might", "could") or _POSSIBLE.search(words)):
        return "possible"
    return "planned" if _PLANNED.search(words) else "asserted"
