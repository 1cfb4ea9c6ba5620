"""One saying in two mouths, and one message by two ways.

A saying given to one named person in one report and to another in the other is a tension: one of them may have said it
after the other, or one report errs; so is one given to two bodies, if a long piece of it is the same in both. A body
and a person may speak for each other, so that is a variant. Nothing differs where one report gives it to both, where it
is quoted, read or repeated, or where the two names may be one. A message of one person that was tweeted in one report
and sent by text message, email or letter in the other is a tension too. Out of scope: sayings of a few common words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz import fuzz

from rashomon.apparatus.confidence import confidence
from rashomon.apparatus.details import Detail
from rashomon.apparatus.entries import Row
from rashomon.apparatus.sense import ALIKE, Said, likeness, sentences_of
from rashomon.apparatus.wordings import holding
from rashomon.model import Difference, Entity, Quote, QuoteGroup, Severity
from rashomon.terms import term
from rashomon.text import fold

_RUN, _TELLING, _LONG = 4, 2, 8
_SHARED = 0.6
_ONE_NAME = 75
_BESIDE = 250
_AGAIN = re.compile(
    r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|read(?:s|ing)?|recit\w+|repeat\w*|echo\w*|retweet\w*|shar(?:ed|ing)|"
    r"words of|borrow\w*|chant\w*|slogan|letter|joint\w*|together)\b"
)
_WAYS = {
    "tweet": re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b|\b(?:on|via|to) twitter\b"),
    "text message": re.compile(r"\btext(?:s|ed|ing)\b|\btext messages?\b|\b(?:in|by|via) (?:a )?text\b"),
    "email": re.compile(r"\be-?mail(?:s|ed|ing)?\b"),
    "letter": re.compile(r"\bin (?:a|the|his|her|their) letter\b"),
}


def saying_rows(
    details: Sequence[Detail], quotes: Sequence[Quote], groups: Sequence[QuoteGroup], entities: Sequence[Entity]
) -> list[Row]:
    """The rows of sayings in two mouths, then those of messages by two ways."""
    by_id = {quote.id: quote for quote in quotes}
    known = {entity.id: entity for entity in entities}
    texts = {detail.document.id: detail.document.text for detail in details}
    messages = ([by_id[quote] for quote in group.quotes] for group in groups)
    ways = (_two_ways(details, members, texts) for members in messages)
    return [*_two_mouths(details, quotes, known, texts), *filter(None, ways)]


def _two_mouths(
    details: Sequence[Detail], quotes: Sequence[Quote], known: Mapping[str, Entity], texts: Mapping[str, str]
) -> Iterator[Row]:
    said: dict[str, list[tuple[Quote, Said]]] = defaultdict(list)
    for quote in quotes:
        speaker = known.get(quote.speaker or "")
        if quote.kind != "indirect" and speaker is not None and _is_named(quote, speaker):
            said[speaker.id].extend((quote, sentence) for sentence in sentences_of(quote, texts))
    for one, other in combinations(sorted(said), 2):
        if not _may_be_one(known[one], known[other]):
            for left, right in _sayings(said[one], said[other]):
                row = _mouths(details, (known[one], left), (known[other], right), texts)
                if row is not None:
                    yield row


def _is_named(quote: Quote, speaker: Entity) -> bool:
    """Whether the name of the speaker stands beside the words, or in the lines before a pronoun for it."""
    at = quote.speaker_span
    if at is None:
        return False
    start = at.start - _BESIDE if at.end - at.start <= len("she") else at.start
    spans = (span for form in speaker.forms for span in form.spans)
    return any(s.document == at.document and start <= s.start and s.end <= at.end for s in spans)


def _may_be_one(one: Entity, other: Entity) -> bool:
    """Whether two names may be spellings or parts of one."""
    names = [{fold(form.text) for form in entity.forms} for entity in (one, other)]
    return any(fuzz.token_set_ratio(a, b) >= _ONE_NAME for a in names[0] for b in names[1])


def _sayings(
    left: Sequence[tuple[Quote, Said]], right: Sequence[tuple[Quote, Said]]
) -> Iterator[tuple[list[tuple[Quote, Said]], list[tuple[Quote, Said]]]]:
    """Sentences that both have, each with all its renderings on either side."""
    taken: set[int] = set()
    for i, (_, sentence) in enumerate(left):
        found = [(q, s) for q, s in right if _one_saying(sentence, s)]
        if found and i not in taken:
            same = [k for k, (_, s) in enumerate(left) if k == i or any(_one_saying(s, t) for _, t in found)]
            taken.update(same)
            yield [left[k] for k in same], found


def _one_saying(one: Said, other: Said) -> bool:
    """Whether most telling words are shared, and several of them in one piece, or one is a long piece of the other."""
    a, b = ({t for t in map(term, said.folded) if t} for said in (one, other))
    if len(a & b) < _SHARED * min(len(a), len(b)):
        return False
    run = SequenceMatcher(None, one.folded, other.folded, autojunk=False).find_longest_match()
    if 2 * len(a & b) < _SHARED * (len(a) + len(b)):
        return run.size >= _LONG
    held = {t for t in map(term, one.folded[run.a : run.a + run.size]) if t}
    return run.size >= _RUN and len(held) >= _TELLING


def _mouths(
    details: Sequence[Detail],
    one: tuple[Entity, Sequence[tuple[Quote, Said]]],
    other: tuple[Entity, Sequence[tuple[Quote, Said]]],
    texts: Mapping[str, str],
) -> Row | None:
    told = [{said.places[0].document for _, said in side} for _, side in (one, other)]
    if told[0] & told[1] or any(_AGAIN.search(_around(q, texts)) for _, side in (one, other) for q, _ in side):
        return None
    readings = tuple(
        (entity.name, tuple(dict.fromkeys(i for _, said in side for i in holding(details, said.spans))))
        for entity, side in (one, other)
    )
    if not all(held for _, held in readings) or set(readings[0][1]) & set(readings[1][1]):
        return None
    kinds = {entity.kind for entity, _ in (one, other)}
    grave = kinds == {"person"} or (kinds == {"organisation"} and _word_for_word(one[1], other[1]))
    why = f"one saying given to two: {one[0].name} / {other[0].name}"
    return _row(details, readings, "tension" if grave else "variant", why)


def _word_for_word(ones: Sequence[tuple[Quote, Said]], others: Sequence[tuple[Quote, Said]]) -> bool:
    """Whether a long piece is the same in both."""
    pairs = ((a.folded, b.folded) for _, a in ones for _, b in others)
    return any(SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size >= _LONG for a, b in pairs)


def _row(
    details: Sequence[Detail], readings: tuple[tuple[str, tuple[int, ...]], ...], severity: Severity, why: str
) -> Row:
    sure = confidence("attribution", severity, [details[i] for _, held in readings for i in held])
    ordered = tuple(sorted(readings, key=lambda reading: (reading[1], reading[0])))
    return Row(ordered, Difference("attribution", severity, sure, why))


def _around(quote: Quote, texts: Mapping[str, str]) -> str:
    """What the report says around the words in marks, in compared form."""
    first, last = quote.content[0], quote.content[-1]
    text = texts[first.document]
    line = text.rfind("\n", 0, first.start) + 1
    stop = text.find("\n", last.end)
    pieces = [text[max(line, first.start - _BESIDE) : first.start]]
    pieces += [text[a.end : b.start] for a, b in zip(quote.content, quote.content[1:], strict=False)]
    pieces.append(text[last.end : min(stop if stop >= 0 else len(text), last.end + _BESIDE)])
    return fold(" ".join(pieces))


def _two_ways(details: Sequence[Detail], quotes: Sequence[Quote], texts: Mapping[str, str]) -> Row | None:
    """One message that reports send by different ways."""
    by_way: dict[str, list[Said]] = defaultdict(list)
    ways_of: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        if quote.kind == "direct":
            for way, pattern in sorted(_WAYS.items()):
                if pattern.search(_introduced(quote, texts)):
                    by_way[way].extend(sentences_of(quote, texts))
                    ways_of[quote.content[0].document].add(way)
    if len(by_way) != 2 or any(len(ways) > 1 for ways in ways_of.values()):
        return None
    (one, sent), (other, received) = sorted(by_way.items())
    readings = (one, _alike(details, sent, received)), (other, _alike(details, received, sent))
    if not all(held for _, held in readings) or set(readings[0][1]) & set(readings[1][1]):
        return None
    return _row(details, readings, "tension", "one message by two ways: " + " / ".join(way for way, _ in readings))


def _alike(details: Sequence[Detail], said: Sequence[Said], others: Sequence[Said]) -> tuple[int, ...]:
    """The statements of the sentences that render one of the others."""
    spans = [span for s in said if any(likeness(s, other) >= ALIKE for other in others) for span in s.spans]
    return holding(details, spans)


def _introduced(quote: Quote, texts: Mapping[str, str]) -> str:
    """The words between speaker, cue and quotation, in compared form."""
    near = [span for span in (quote.cue, quote.speaker_span) if span is not None]
    if not near:
        return ""
    start = min(span.start for span in near)
    end = max(span.end for span in near)
    first = quote.content[0]
    text = texts[first.document]
    return fold(text[start : first.start] if end <= first.start else text[start : end + 60])
