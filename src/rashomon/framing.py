"""Different words for one thing: what the reports call the same person, group or country, and what befell it.

Beside every name the report's own words are read, never those inside quotation marks: the noun in front ("the
militant group X") or behind ("X, a charity", "X is a charity"), the members ("X fighters"), what was done ("X was
assassinated"), and the descriptions that the resolver gave to the entity. Where reports differ in such words, and not
only by saying more or less, they are listed side by side. No word is judged, and nothing is compared without a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from typing import NamedTuple

from rashomon.lexicon.framing import CHARACTERS, FATES, MODIFIERS, NEUTRAL, PEOPLE, PLAIN, singular
from rashomon.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES
from rashomon.model import Annotations, Document, Entity, Form, Framing, Span
from rashomon.text import Word, fold, words

_LONGEST = 4  # words of a term
_AHEAD = 100  # code points read behind a name
_ADJECTIVE = re.compile(
    r"(?:\w{2,}(?:ist|ish|ian|ese|al|ic|ive|ous|ary)|\w+-(?:backed|led|linked|based|wing|run|owned))$"
)
_LINK = re.compile(r",\s+|\s+(?:is|was|are|were|remains|remained|became)\s+")
_DONE = re.compile(
    r"\s+(?:who\s+)?(?:was|were|is|are|be|(?:has|have|had|being)(?:\s+been)?)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE
)
_AFTER_NOUN = CONJUNCTIONS | PREPOSITIONS | RELATIVES | {"that", "to", "based", "known", "led", "backed", "founded"}
_FATE_OF = {verb: (family, colour) for family in reversed(FATES) for colour in family for verb in colour}


class _Term(NamedTuple):
    """Words of a report for an entity: `slot` says in which respect, `key` the words that count when two differ."""

    slot: str
    key: frozenset[str]
    span: Span


def find_framing(
    documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]
) -> tuple[Framing, ...]:
    """What the documents call the same entity in different words, by the first place of the words.

    A framing has at least two terms from different documents, neither of which only adds words to the other.
    """
    by_id = {document.id: document for document in documents}
    place = {document.id: number for number, document in enumerate(documents)}
    quoted = {notes.document: _quoted(notes) for notes in annotations}
    found: list[tuple[tuple[int, int], Framing]] = []
    for entity in entities:
        slots: defaultdict[str, set[_Term]] = defaultdict(set)
        for term in _terms(by_id, entity):
            if not any(start <= term.span.start < end for start, end in quoted.get(term.span.document, ())):
                slots[term.slot].add(term)
        for _, terms in sorted(slots.items()):
            if _differ(terms):
                forms = _forms(by_id, place, terms)
                first = forms[0].spans[0]
                found.append(((place[first.document], first.start), Framing(entity.id, forms)))
    return tuple(framing for _, framing in sorted(found, key=lambda item: (item[0], item[1].concept or "")))


def _quoted(notes: Annotations) -> list[tuple[int, int]]:
    return [(span.start, span.end) for quote in notes.quotes if quote.kind != "indirect" for span in quote.content]


def _terms(by_id: dict[str, Document], entity: Entity) -> Iterator[_Term]:
    """All terms for an entity, wherever one of its names or descriptions stands."""
    for span in (span for form in entity.forms for span in form.spans):
        text = by_id[span.document].text
        yield from _in_front(text, span)
        yield from _behind(text, span)
        yield from _done(text, span)
    for span in (span for form in entity.descriptions for span in form.spans):
        inside = [*words(by_id[span.document].text, span.start, span.end)]
        noun = [*takewhile(lambda word: fold(word.text) not in _AFTER_NOUN, _without_determiner(inside))]
        yield from _term(span.document, noun, "itself")


def _in_front(text: str, name: Span) -> Iterator[_Term]:
    """The noun that stands right before the name, with the words that colour it."""
    line = text.rfind("\n", 0, name.start) + 1
    before = [*words(text, max(line, name.start - _AHEAD), name.start)]
    if not before or text[before[-1].end : name.start].strip() or before[-1].text[0].isupper():
        return
    first = len(before) - 1
    while first and len(before) - first < _LONGEST and _colours(before[first - 1]):
        if text[before[first - 1].end : before[first].start].strip():
            break
        first -= 1
    yield from _term(name.document, before[first:], "itself")


def _behind(text: str, name: Span) -> Iterator[_Term]:
    """The noun in apposition or after "is", with a determiner before it; or the members, right behind the name."""
    end = _line_end(text, name.end)
    link = _LINK.match(text, name.end, end)
    after = [*words(text, link.end() if link else name.end, end)]
    noun = [*_noun(text, after)]
    if link and noun and fold(noun[0].text) in DETERMINERS:
        yield from _term(name.document, _without_determiner(noun), "itself")
    elif not link and after and not text[name.end : after[0].start].strip() and _are_members(text, after):
        yield from _term(name.document, after[:1], "members")


def _are_members(text: str, after: Sequence[Word]) -> bool:
    """Whether a noun for members stands right behind a name: a plural, or a singular that ends the phrase."""
    word = fold(after[0].text)
    ends = singular(word) != word or _ends_noun(text, after[0], after[1] if len(after) > 1 else None)
    return ends and singular(word) in PEOPLE


def _noun(text: str, after: Sequence[Word]) -> Iterator[Word]:
    """The words up to the first head that nothing but a function word or a mark follows; none if there is no such."""
    for number, word in enumerate(after[: _LONGEST + 1]):
        if number and text[after[number - 1].end : word.start].strip():
            return
        if _ends_noun(text, word, after[number + 1] if number + 1 < len(after) else None):
            if singular(fold(word.text)) in CHARACTERS:
                yield from after[: number + 1]
            return


def _ends_noun(text: str, word: Word, following: Word | None) -> bool:
    if following is None or text[word.end : following.start].strip():
        return True
    return fold(following.text) in _AFTER_NOUN or following.text.endswith("ed")


def _done(text: str, name: Span) -> Iterator[_Term]:
    """What was done to the named, where the verb has others of its family."""
    match = _DONE.match(text, name.end, _line_end(text, name.end))
    if match and (fate := _FATE_OF.get(fold(match[1]))) is not None:
        family, colour = fate
        yield _Term(family[0][0], frozenset({colour[0]}), Span(name.document, *match.span(1)))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return min(len(text) if end < 0 else end, start + _AHEAD)


def _without_determiner(noun: Sequence[Word]) -> Sequence[Word]:
    return noun[1:] if noun and fold(noun[0].text) in DETERMINERS else noun


def _colours(word: Word) -> bool:
    folded = fold(word.text)
    return folded in MODIFIERS or folded in PLAIN or _ADJECTIVE.match(folded) is not None


def _term(document: str, noun: Sequence[Word], slot: str) -> Iterator[_Term]:
    """The words as a term, if they end in a head that characterises and are no bare neutral noun."""
    if not noun or len(noun) > _LONGEST:
        return
    head = singular(fold(noun[-1].text))
    before = [fold(word.text) for word in noun[:-1]]
    if (
        head not in CHARACTERS
        or not noun[-1].text.islower()
        or any(word in _AFTER_NOUN or word in DETERMINERS for word in before)
    ):
        return
    key = frozenset(word for word in before if word not in PLAIN)
    if head not in NEUTRAL:
        key |= {head}
    if key:
        yield _Term(slot, key, Span(document, noun[0].start, noun[-1].end))


def _differ(terms: set[_Term]) -> bool:
    """Whether two documents use words of which neither contains the other's."""
    pairs = combinations(sorted({(term.span.document, tuple(sorted(term.key))) for term in terms}), 2)
    return any(a != b and not set(x) <= set(y) and not set(y) <= set(x) for (a, x), (b, y) in pairs)


def _forms(by_id: dict[str, Document], place: dict[str, int], terms: set[_Term]) -> tuple[Form, ...]:
    """The terms as written first, each with all its places, by first place in the order of the documents."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sorted((term.span for term in terms), key=lambda span: (place[span.document], span.start, span.end)):
        spans[fold(by_id[span.document].text[span.start : span.end])].append(span)
    return tuple(
        Form(by_id[group[0].document].text[group[0].start : group[0].end], tuple(group)) for group in spans.values()
    )
