"""What a report says, at the size of a clause, and in whose name.

For each sentence: the words of others come first (the clauses inside direct and indirect quotations, held by their
speaker), then the reporter's own clauses around them. A stretch that only names who said it ("police said") is no
statement: it is the holder of what was said. A quoted fragment inside the reporter's sentence stays part of that
clause, and the items of a list of sums are statements inside it. Then each clause is described: subject, predicate,
object, place, polarity, modality, and the entities, dates and quantities it holds. Out of scope: what the statement
means, and whether it is true.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.clauses import Clause, Range, cut_clauses, listed_sums
from rashomon.model import (
    Annotations,
    Date,
    Document,
    Entity,
    Holder,
    Quantity,
    Quote,
    Sentence,
    Span,
    Statement,
    StatementPart,
    Token,
    Tree,
)
from rashomon.text import content_id

_PLACE_CASES = frozenset("in at near outside inside from to into across around through over off on".split())
_MIN_LETTERS = 6
_NAMING = frozenset("PROPN NUM PUNCT SYM X".split())
_OF_POSTS = ("@", "pic.twitter.com/")
"""How an account begins, and a link to a picture."""


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
    named = named_in(document, entities)
    places = {entity.id for entity in entities if entity.kind == "place"}
    longest = max((stretch.end - stretch.start for stretch in said), default=0)
    sums = [(q.span.start, q.span.end) for q in annotations.quantities if q.kind == "money"]
    found: dict[tuple[int, int], Statement] = {}
    for number, sentence in enumerate(annotations.sentences):
        tree = annotations.trees[number] if annotations.trees else None
        first, last = (bisect_left(said, at, key=_start) for at in (sentence.span.start - longest, sentence.span.end))
        clauses = list(_clauses(document.text, tree, sentence, said[first:last]))
        clauses += [(item, quote) for clause, quote in clauses for item in listed_sums(document.text, clause, sums)]
        for clause, quote in clauses:
            if tree and sentence.part in ("body", "caption") and _only_names(document.text, tree.tokens, clause):
                continue
            if sum(map(str.isalpha, document.text[clause.start : clause.end])) >= _MIN_LETTERS:
                made = _statement(document, annotations, tree, sentence.part, clause, quote, named, places)
                found.setdefault((clause.start, clause.end), made)
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], -key[1])))


def named_in(document: Document, entities: Sequence[Entity]) -> list[tuple[int, int, str]]:
    """Where entities are named or described in a document: half-open code points and entity id, by place."""
    return sorted(
        (span.start, span.end, entity.id)
        for entity in entities
        for form in (*entity.forms, *entity.descriptions)
        for span in form.spans
        if span.document == document.id
    )


def _only_names(text: str, tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether it tells nothing: names, accounts and numbers in a row, as under a photograph or a post."""
    held = [token for token in tokens if clause.start <= token.start and token.end <= clause.end]
    bare = clause.verb is None and clause.subject is None
    return (
        bare
        and bool(held)
        and all(token.tag in _NAMING or text.startswith(_OF_POSTS, token.start, clause.end) for token in held)
    )


def _start(said: _Said) -> int:
    return said.start


def _held(records: Sequence[Date] | Sequence[Quantity], start: int, end: int) -> tuple[str, ...]:
    """The ids of the records that lie in a stretch; they stand by their start."""
    first, last = (bisect_left(records, at, key=lambda record: record.span.start) for at in (start, end))
    return tuple(record.id for record in records[first:last] if record.span.end <= end)


def _clauses(
    text: str, tree: Tree | None, sentence: Sentence, said: Sequence[_Said]
) -> Iterable[tuple[Clause, Quote | None]]:
    """The clauses of a sentence with the quotation each belongs to; inner quotations win over outer ones."""
    start, end = sentence.span.start, sentence.span.end
    inside = [s for s in said if s.start < end and start < s.end]
    at = start
    for stretch in inside:
        a, b = max(stretch.start, start), min(stretch.end, end)
        if a < at:
            continue
        yield from _own(text, tree, at, a, inside)
        for clause in cut_clauses(text, tree, a, b):
            yield clause, stretch.quote
        at = b
    yield from _own(text, tree, at, end, inside)


def _own(text: str, tree: Tree | None, start: int, end: int, said: Sequence[_Said]) -> Iterable[tuple[Clause, None]]:
    """The reporter's clauses in a stretch, without those that only say who speaks."""
    cues = [s.quote.cue for s in said if s.quote.cue]
    for clause in cut_clauses(text, tree, start, end) if end - start >= _MIN_LETTERS else ():
        verb = clause.verb
        cue = next((c for c in cues if verb and c.start < verb.end and verb.start < c.end), None)
        if verb is None and clause.subject is None and said:
            continue
        if cue is None:
            yield clause, None


def _statement(
    document: Document,
    annotations: Annotations,
    tree: Tree | None,
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
    verb = clause.verb
    return Statement(
        id=content_id("s-", document.id, start, end),
        span=span,
        part=part,
        holder=holder_of(quote),
        subject=Span(document.id, *clause.subject) if clause.subject else None,
        predicate=Span(document.id, verb.start, verb.end) if verb else None,
        object=Span(document.id, *clause.object) if clause.object else None,
        place=_place(document, tree, clause, [(a, b) for a, b, entity in inside if entity in places]),
        polarity=clause.polarity,
        modality=clause.modality,
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


def _place(document: Document, tree: Tree | None, clause: Clause, places: Sequence[Range]) -> Span | None:
    """The place behind a preposition of place that hangs on the predicate, or else on any of its words; the last."""
    found: list[tuple[bool, Range]] = []
    for a, b in places:
        for word in clause.words if tree else ():
            if (
                tree
                and a <= tree.tokens[word].start < b
                and (phrase := _phrase_of_place(tree.tokens, word)) is not None
            ):
                direct = clause.verb is not None and tree.tokens[phrase].head in clause.verb.chain
                found.append((direct, (a, b)))
    return Span(document.id, *max(found)[1]) if found else None


def _phrase_of_place(tokens: Sequence[Token], word: int) -> int | None:
    """The word that a preposition of place makes a phrase of place, from this word upwards inside its noun."""
    while True:
        cases = {t.text.casefold() for i, t in enumerate(tokens) if t.head == word and t.label == "case"}
        if cases and cases != {"of"}:
            return word if cases & _PLACE_CASES else None
        if tokens[word].label not in ("compound", "flat", "nmod", "conj", "appos"):
            return None
        word = tokens[word].head
