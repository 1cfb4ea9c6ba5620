"""Different words for one thing: what the reports call the same person, group or country, and what befell it.

Beside every name the report's own words are read, never those inside quotation marks: the noun in front ("the
militant group X") or behind ("X, a charity", "X is a charity"), the members ("X fighters"), what was done ("X was
assassinated", "the death of X", "the invasion of X"), and the descriptions that the resolver gave to the entity; beside
every date the happening ("the May 3 riot"). Where reports differ in such words, and not only by saying more or less,
they are listed side by side. No word is judged, and nothing is compared without a name or a day beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, takewhile
from typing import NamedTuple

from rashomon.lexicon.framing import (
    CHARACTERS,
    DEEDS,
    FATES,
    HAPPENINGS,
    MODIFIERS,
    NEUTRAL,
    PEOPLE,
    PLAIN,
    Family,
    singular,
)
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
_TIED = re.compile(r"\s+(of|on|in|against)\s+(?:the\s+)?$")
_GENITIVE = re.compile(r"['’]s?\s+")
_OF_DAY = re.compile(r"(?:['’]s)?\s+")


def _colours_of(families: Sequence[Family]) -> dict[str, tuple[str, str]]:
    """Every word of the families with its family and its colour, both named by their first words."""
    return {word: (family[0][0], colour[0]) for family in reversed(families) for colour in family for word in colour}


_FATES, _HAPPENINGS, _DEEDS = _colours_of(FATES), _colours_of(HAPPENINGS), _colours_of(DEEDS)
_TIES = {"of": _DEEDS | _HAPPENINGS, "on": _HAPPENINGS, "in": _HAPPENINGS, "against": _HAPPENINGS}


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
    slots: defaultdict[tuple[str, str], set[_Term]] = defaultdict(set)
    for concept, term in [*_all_terms(by_id, entities), *_happenings(by_id, annotations)]:
        if not any(start <= term.span.start < end for start, end in quoted.get(term.span.document, ())):
            slots[concept, term.slot].add(term)
    found = []
    for (concept, slot), terms in slots.items():
        if _differ(terms):
            forms = _forms(by_id, place, terms)
            first = forms[0].spans[0]
            found.append((place[first.document], first.start, concept, slot, Framing(concept or None, forms)))
    return tuple(framing for *_, framing in sorted(found, key=lambda item: item[:4]))


def _all_terms(by_id: dict[str, Document], entities: Sequence[Entity]) -> Iterator[tuple[str, _Term]]:
    for entity in entities:
        for term in _terms(by_id, entity):
            yield entity.id, term


def _happenings(by_id: dict[str, Document], annotations: Sequence[Annotations]) -> Iterator[tuple[str, _Term]]:
    """What the reports call the happenings of a day ("Tuesday's attack", "the massacre of 4 May"); no concept: ''."""
    for notes in annotations:
        text = by_id[notes.document].text
        for date in notes.dates:
            if date.earliest is None or date.earliest != date.latest:
                continue
            behind = _OF_DAY.match(text, date.span.end, _line_end(text, date.span.end))
            after = [*words(text, behind.end(), _line_end(text, behind.end()))] if behind else []
            coloured = [*takewhile(_colours, after[: _LONGEST - 1])]
            for noun in (after[: len(coloured) + 1], _noun_tied(text, date.span.start, ("of", "on"))):
                for term in _happening(notes.document, text, noun, _HAPPENINGS):
                    yield "", term._replace(slot=f"{date.earliest} {term.slot}")


def _quoted(notes: Annotations) -> list[tuple[int, int]]:
    return [(span.start, span.end) for quote in notes.quotes if quote.kind != "indirect" for span in quote.content]


def _terms(by_id: dict[str, Document], entity: Entity) -> Iterator[_Term]:
    """All terms for an entity, wherever one of its names or descriptions stands."""
    for span in (span for form in entity.forms for span in form.spans):
        text = by_id[span.document].text
        yield from _in_front(text, span)
        yield from _behind(text, span)
        yield from _done(text, span)
        yield from _done_to(text, span)
    for span in (span for form in entity.descriptions for span in form.spans):
        inside = [*words(by_id[span.document].text, span.start, span.end)]
        noun = [*takewhile(lambda word: fold(word.text) not in _AFTER_NOUN, _without_determiner(inside))]
        yield from _term(span.document, noun, "itself")


def _in_front(text: str, name: Span) -> Iterator[_Term]:
    """The noun that stands right before the name, with the words that colour it."""
    yield from _term(name.document, _noun_before(text, name.start), "itself")


def _noun_before(text: str, place: int) -> Sequence[Word]:
    """The word that ends right before the place, with the words before it that colour it."""
    line = text.rfind("\n", 0, place) + 1
    before = [*words(text, max(line, place - _AHEAD), place)]
    if not before or text[before[-1].end : place].strip():
        return []
    first = len(before) - 1
    while first and len(before) - first < _LONGEST and _colours(before[first - 1]):
        if text[before[first - 1].end : before[first].start].strip():
            break
        first -= 1
    return before[first:]


def _noun_tied(text: str, place: int, prepositions: Sequence[str]) -> Sequence[Word]:
    """The noun that one of the prepositions ties to what begins at the place."""
    tie = _TIED.search(text, max(text.rfind("\n", 0, place) + 1, place - _AHEAD), place)
    return _noun_before(text, tie.start()) if tie and tie[1] in prepositions else []


def _behind(text: str, name: Span) -> Iterator[_Term]:
    """The noun in apposition or after "is", with a determiner before it; or the members, right behind the name."""
    end = _line_end(text, name.end)
    link = _LINK.match(text, name.end, end)
    after = [*islice(words(text, link.end() if link else name.end, end), _LONGEST + 2)]
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
    """What was done to the named, where the verb has others of its family ("X was killed")."""
    match = _DONE.match(text, name.end, _line_end(text, name.end))
    if match and (fate := _FATES.get(fold(match[1]))) is not None:
        family, colour = fate
        yield _Term(family, frozenset({colour}), Span(name.document, *match.span(1)))


def _done_to(text: str, name: Span) -> Iterator[_Term]:
    """What befell the named, as a noun ("the death of X", "X's death", "the invasion of X")."""
    for preposition, families in _TIES.items():
        yield from _happening(name.document, text, _noun_tied(text, name.start, [preposition]), families)
    if genitive := _GENITIVE.match(text, name.end, _line_end(text, name.end)):
        after = [*words(text, genitive.end(), _line_end(text, name.end))]
        coloured = [*takewhile(_colours, after[: _LONGEST - 1])]
        yield from _happening(name.document, text, after[: len(coloured) + 1], _DEEDS)


def _happening(document: str, text: str, noun: Sequence[Word], families: dict[str, tuple[str, str]]) -> Iterator[_Term]:
    """The words as a term for a happening, if their last is one and nothing but blanks parts them."""
    if not noun or (known := families.get(singular(fold(noun[-1].text)))) is None:
        return
    if any(text[a.end : b.start].strip() for a, b in pairwise(noun)):
        return
    family, colour = known
    before = {word for word in (fold(word.text) for word in noun[:-1]) if word in MODIFIERS}
    yield _Term(family, frozenset({colour, *before}), Span(document, noun[0].start, noun[-1].end))


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
        spans[by_id[span.document].text[span.start : span.end]].append(span)
    return tuple(Form(text, tuple(group)) for text, group in spans.items())
