"""Renderings of one utterance, in different reports or in one: the same words, other words for it, a piece of it.

Steps: full quotations are joined by complete link (every pair in a group must be close, so nothing chains); a fragment
of a few words goes to the one group that holds it; reported clauses go to a group that says the same by the same
speaker; then the words are laid side by side (`differing_words`). Quotations of different known speakers are joined
only when they agree nearly word for word. Out of scope: whether the speaker meant the same thing.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from rashomon.differing_words import compare_renderings
from rashomon.encoder import Ahead, encode, products
from rashomon.model import Document, Quote, QuoteGroup, Span
from rashomon.text import cut, fold, spelled

# Sums of cosine and weighted word overlap. In hand-made sets the closest pair of different utterances of one speaker
# reaches 0.81, the farthest pair of renderings 0.92: any value between serves each set when it is left out. Where no
# speaker is known, nothing but the words speaks for one utterance.
FULL = 0.9
UNKNOWN = 0.95
SHORT = 1.3
REPORTED = 1.2
HELD = 0.85
SAME_WORDS = 0.8
FRAGMENT_WORDS = 8
RUN = 6

_FUNCTION = frozenset(
    """a an the of to in on at for from by with as and or but if that this these those it its is are was were be been
    being am do does did has have had will would can could shall should may might must not no so than then there i you
    he she we they me him her us them my your his our their who which what don doesn
    didn isn aren wasn weren won wouldn can't couldn let""".split()
)


_ENDS = re.compile(r"[.!?\n](?![\w])")


@dataclass(frozen=True, slots=True)
class _Utterance:
    """A quotation with its words and the place where its sentence begins."""

    quote: Quote
    folded: tuple[str, ...]
    held: frozenset[str]
    weight: float
    sentence: tuple[str, int]

    @property
    def short(self) -> bool:
        return len(self.folded) <= FRAGMENT_WORDS


@dataclass(frozen=True, slots=True)
class Utterances:
    """The quotations of an event by their words, which ask no vector: each by itself, and how rare each word is."""

    by_id: Mapping[str, Document]
    said: tuple[_Utterance, ...]
    rarity: Mapping[str, float]


Groups = list[list[int]]


def utterances(documents: Sequence[Document], quotes: Sequence[Quote]) -> Utterances:
    """The part of the way to the groups that is gone while vectors are still on theirs."""
    by_id = {document.id: document for document in documents}
    rarity = _rarity(documents)
    ends = {document.id: [match.end() for match in _ENDS.finditer(document.text)] for document in documents}
    return Utterances(by_id, tuple(_utterance(by_id, quote, rarity, ends) for quote in quotes), rarity)


def group_quotes(utterances: Utterances, ahead: Ahead | None = None) -> tuple[QuoteGroup, ...]:
    """Groups of at least two quotations that render one utterance, by their first quotation in the order given.

    `ahead` holds the vectors begun before.
    """
    by_id, said, rarity = utterances.by_id, utterances.said, utterances.rarity
    vectors = encode([quoted(by_id, utterance.quote) for utterance in said], ahead)
    closeness = products(vectors)
    near: dict[tuple[int, int], float] = {}
    for i, j in np.argwhere(np.triu(closeness > 0.3, 1)).tolist():
        shared = _overlap(said[i], said[j], rarity)
        if shared:
            near[i, j] = round(float(closeness[i][j]) + shared, 4)
    links = {p: s for p, s in near.items() if _linkable(said[p[0]], said[p[1]], s, rarity)}
    groups = complete_link([i for i, u in enumerate(said) if u.quote.kind != "indirect"], links)
    _attach_fragments(said, near, groups, rarity)
    _attach_reported(said, near, groups)
    found = [sorted(group) for group in groups if len(group) > 1]
    return tuple(_described(by_id, [said[i].quote for i in group]) for group in sorted(found))


def quoted(by_id: Mapping[str, Document], quote: Quote) -> str:
    """The words of a quotation, its pieces joined."""
    return " ".join(cut(by_id[span.document], span) for span in quote.content)


def _described(by_id: Mapping[str, Document], members: Sequence[Quote]) -> QuoteGroup:
    difference, spans = compare_renderings(by_id, members)
    return QuoteGroup(tuple(quote.id for quote in members), difference, spans)


def _rarity(documents: Sequence[Document]) -> Mapping[str, float]:
    """How rare each word is among the sentences of the event (inverse document frequency, natural logarithm)."""
    seen: Counter[str] = Counter()
    total = 0
    for document in documents:
        for sentence in re.split(r"[.!?\n]+", document.text):
            held = {fold(word) for word in spelled(sentence)}
            total += bool(held)
            seen.update(held)
    return {word: math.log((total + 1) / (count + 1)) for word, count in seen.items()}


def _utterance(
    by_id: Mapping[str, Document], quote: Quote, rarity: Mapping[str, float], ends: Mapping[str, Sequence[int]]
) -> _Utterance:
    """`ends` are the places in each document where sentences end."""
    folded = tuple(
        fold(word) for span in quote.content for word in spelled(by_id[span.document].text, span.start, span.end)
    )
    held = frozenset(folded)
    first = quote.content[0]
    weight = math.fsum(rarity.get(word, 0.0) for word in held)
    return _Utterance(quote, folded, held, weight, (first.document, _begin(by_id, first, ends)))


def _begin(by_id: Mapping[str, Document], span: Span, ends: Mapping[str, Sequence[int]]) -> int:
    """Where the sentence begins that the words before a span belong to; the span itself where it begins one."""
    if span.start and _ENDS.match(by_id[span.document].text, span.start - 1, span.start):
        return span.start
    known = ends[span.document]
    at = bisect_right(known, span.start - 1)
    return known[at - 1] if at else 0


def _overlap(a: _Utterance, b: _Utterance, rarity: Mapping[str, float]) -> float:
    """Share of the weight of the words that both hold (Dice), 0 to 1."""
    whole = a.weight + b.weight
    return 2 * _common(a, b, rarity) / whole if whole else 0.0


def _common(a: _Utterance, b: _Utterance, rarity: Mapping[str, float]) -> float:
    return math.fsum(rarity.get(word, 0.0) for word in a.held & b.held)


def _one_voice(a: _Utterance, b: _Utterance) -> bool:
    """Whether the speakers may be one: the same, or one unknown."""
    return a.quote.speaker is None or b.quote.speaker is None or a.quote.speaker == b.quote.speaker


def _linkable(a: _Utterance, b: _Utterance, score: float, rarity: Mapping[str, float]) -> bool:
    if "indirect" in (a.quote.kind, b.quote.kind) or _touch(a.quote, b.quote):
        return False
    if a.sentence == b.sentence and a.folded != b.folded:
        return False
    if a.short or b.short:
        return a.short and b.short and _one_voice(a, b) and (score >= SHORT or a.folded == b.folded) and _telling(a, b)
    if not _one_voice(a, b):
        return _overlap(a, b, rarity) >= SAME_WORDS
    return score >= (FULL if a.quote.speaker and b.quote.speaker else UNKNOWN)


def _telling(a: _Utterance, b: _Utterance) -> bool:
    """Whether what two fragments share is enough to be no chance: two words of content, or one by one speaker."""
    shared = _content(a.folded) & b.held
    return len(shared) > 1 or (len(shared) == 1 and a.quote.speaker is not None and a.quote.speaker == b.quote.speaker)


def _touch(a: Quote, b: Quote) -> bool:
    return any(s.document == t.document and s.start < t.end and t.start < s.end for s in a.content for t in b.content)


def complete_link(members: Sequence[int], links: Mapping[tuple[int, int], float]) -> Groups:
    """Joins the closest pairs first; two groups become one only when every pair across them is linked.

    `links` holds the score of each pair (smaller number first) that may stand in one group.
    """
    groups: Groups = [[i] for i in members]
    home = {group[0]: group for group in groups}
    for i, j in sorted(links, key=lambda pair: (-links[pair], pair)):
        a, b = home[i], home[j]
        if a is not b and all((min(x, y), max(x, y)) in links for x in a for y in b):
            a.extend(b)
            groups.remove(b)
            home.update((member, a) for member in b)
    return groups


def _attach_fragments(
    said: Sequence[_Utterance], near: Mapping[tuple[int, int], float], groups: Groups, rarity: Mapping[str, float]
) -> None:
    """Puts groups of fragments into the group of full quotations that holds them best."""
    for group in [g for g in groups if all(said[i].short for i in g)]:
        best: tuple[float, float, int] | None = None
        for number, target in enumerate(groups):
            if target is group or all(said[i].short for i in target):
                continue
            if not all(_one_voice(said[i], said[j]) or _to_the_word(said[i], said[j]) for i in group for j in target):
                continue
            held = [
                (_held(said[i], said[j], rarity), near.get((min(i, j), max(i, j)), 0.0))
                for i in group
                for j in target
                if not said[j].short and not _touch(said[i].quote, said[j].quote)
            ]
            score = max(held, default=(0.0, 0.0))
            if score[0] >= HELD and (best is None or (*score, -number) > best):
                best = (*score, -number)
        if best is not None:
            groups[-best[2]].extend(group)
            group.clear()


def _held(fragment: _Utterance, whole: _Utterance, rarity: Mapping[str, float]) -> float:
    """Share of the fragment's weight found in the whole if that is telling: three words in a row, or two of content."""
    if _to_the_word(fragment, whole):
        return 1.0
    in_a_row = len(fragment.folded) >= 3 and _contains(whole.folded, fragment.folded)
    if not in_a_row and len(_content(fragment.folded) & whole.held) < 2:
        return 0.0
    return _common(fragment, whole, rarity) / fragment.weight if fragment.weight else float(in_a_row)


def _to_the_word(fragment: _Utterance, whole: _Utterance) -> bool:
    """Whether all but a word of a long fragment stands in the other in one piece: no two people chance on that."""
    run = SequenceMatcher(None, fragment.folded, whole.folded, autojunk=False).find_longest_match()
    held = fragment.folded[run.a : run.a + run.size]
    return run.size >= max(RUN, len(fragment.folded) - 1) and len(_content(held)) >= RUN // 2


def _content(folded: Sequence[str]) -> set[str]:
    """The words that carry meaning: "I'm" and "don't" count as the function words they begin with."""
    return {word for word in folded if word.partition("'")[0] not in _FUNCTION}


def _contains(whole: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(whole[i : i + len(part)]) == tuple(part) for i in range(len(whole) - len(part) + 1))


def _attach_reported(said: Sequence[_Utterance], near: Mapping[tuple[int, int], float], groups: Groups) -> None:
    """Adds reported clauses of the same known speaker to the quotations they paraphrase."""
    for k, utterance in enumerate(said):
        if utterance.quote.kind != "indirect" or utterance.quote.speaker is None or utterance.short:
            continue
        best: tuple[float, int] | None = None
        for number, group in enumerate(groups):
            direct = [i for i in group if said[i].quote.kind != "indirect"]
            if any(said[i].quote.speaker not in (None, utterance.quote.speaker) for i in direct):
                continue
            if any(_touch(said[i].quote, utterance.quote) for i in group):
                continue
            score = max((near.get((min(i, k), max(i, k)), 0.0) for i in direct if said[i].quote.speaker), default=0.0)
            if score >= REPORTED and (best is None or (score, -number) > best):
                best = (score, -number)
        if best is not None:
            groups[-best[1]].append(k)
