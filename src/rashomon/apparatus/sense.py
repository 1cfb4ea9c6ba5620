"""Whether the words in which two renderings of one sentence differ change what is said.

Utterances are cut into sentences, and the sentences that render each other are laid side by side. Of what lies between
the first and the last word they share, these change the sense, in this order: another number; a "no" that only one has;
words set against each other in one place ("before" / "after", "regret" / "apologise", see `rashomon.lexicon.senses`);
another strength ("will" / "may"); another name of one kind. A sentence quoted without its condition, or a sweeping one
without what limits it, is cut short. All else is wording or translation. Out of scope: what only the tone changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from rashomon.annotate.number_words import NUMBER, number_value
from rashomon.lexicon.opposites import opposed
from rashomon.lexicon.senses import APART, BALANCED, CONDITIONS, MODALS, NEGATIONS, SWEEPING
from rashomon.model import EntityKind, Quote, Span
from rashomon.terms import term
from rashomon.text import fold, level, words

ALIKE = 0.5
"""Share of the words of two sentences that are the same, above which one renders the other."""
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_ENDS = re.compile(r"[.!?;…]")
_LIMITS = frozenset("for from of in to at on by with under who whom whose that which when where as".split())
_LEAST_KEPT = 3
_NEAR_NAMES = 75
_NOT_ALONE = frozenset("only just merely".split())
Named = Sequence[tuple[Span, str, EntityKind]]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an utterance: its words in compared form, where each stands, and the text between the marks."""

    folded: tuple[str, ...]
    places: tuple[Span, ...]
    text: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of text it covers."""
        found: list[Span] = []
        for place in self.places:
            if found and place.start - found[-1].end <= 3:
                found[-1] = Span(place.document, found[-1].start, place.end)
            else:
                found.append(place)
        return tuple(found)


def sentences_of(quote: Quote, texts: Mapping[str, str]) -> tuple[Said, ...]:
    """The sentences of an utterance; what a tag interrupts goes on in small letters."""
    parts: list[list[Span]] = []
    for span in quote.content:
        text = texts[span.document]
        last = None
        for word in words(text, span.start, span.end):
            ended = _ENDS.search(text, last, word.start) if last is not None else word.text[0].isupper()
            if not parts or ended:
                parts.append([])
            parts[-1].append(Span(span.document, word.start, word.end))
            last = word.end
    return tuple(_said(places, texts) for places in parts)


def _said(places: Sequence[Span], texts: Mapping[str, str]) -> Said:
    pieces = [texts[p.document][p.start : p.end] for p in places]
    return Said(tuple(map(fold, pieces)), tuple(places), level(" ".join(pieces)))


def likeness(one: Said, other: Said) -> float:
    """How much of two sentences is the same, 0 to 1; of a sentence and a part of it, 1."""
    blocks = SequenceMatcher(None, one.folded, other.folded, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    shorter = min(len(one.folded), len(other.folded))
    if shared == shorter >= _LEAST_KEPT and any(block.size == shorter for block in blocks):
        return 1.0
    return 2 * shared / (len(one.folded) + len(other.folded))


def changed(one: Said, other: Said, named: Named) -> str | None:
    """The words by which two renderings of a sentence say different things, "a / b"; null where they do not."""
    steps = SequenceMatcher(None, one.folded, other.folded, autojunk=False).get_opcodes()
    inner = [i for i, step in enumerate(steps) if step[0] == "equal"]
    if not inner:
        return None
    core = steps[inner[0] : inner[-1] + 1]
    if inner[0] and steps[0][0] == "replace":
        core = [steps[0], *core]
    if inner[-1] + 1 < len(steps) and steps[-1][0] == "replace":
        core = [*core, steps[-1]]
    a, b = range(core[0][1], core[-1][2]), range(core[0][3], core[-1][4])
    return (
        _numbers(one, a, other, b)
        or _negated(one, a, other, b)
        or next(filter(None, (_against(one, left, other, right) for left, right in _places(core))), None)
        or _names(one, a, other, b, named)
    )


def _places(core: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[range, range]]:
    """Where the two differ; places with hardly a word between them are one, since words change their order."""
    found: list[tuple[range, range]] = []
    for tag, i, j, k, m in core:
        if tag == "equal":
            continue
        if found and i - found[-1][0].stop < _LEAST_KEPT and k - found[-1][1].stop < _LEAST_KEPT:
            i, k = found[-1][0].start, found[-1][1].start
            found.pop()
        found.append((range(i, j), range(k, m)))
    return found


def _numbers(one: Said, a: range, other: Said, b: range) -> str | None:
    left, right = (
        {number_value(m.group()): m.group() for m in _NUMBER.finditer(_between(said, part))}
        for said, part in ((one, a), (other, b))
    )
    mine = [text for value, text in left.items() if value not in right and fold(text) != "one"]
    theirs = [text for value, text in right.items() if value not in left and fold(text) != "one"]
    return f"{mine[0]} / {theirs[0]}" if mine and theirs else None


def _between(said: Said, part: range) -> str:
    return " ".join(said.text.split(" ")[part.start : part.stop])


def _negated(one: Said, a: range, other: Said, b: range) -> str | None:
    """A "no" in one alone."""
    left, right = _noes(one, a), _noes(other, b)
    if bool(left) == bool(right):
        return None
    return f"{left[0]} / not denied" if left else f"not denied / {right[0]}"


def _noes(said: Said, part: range) -> list[str]:
    found = []
    for i in part:
        word = said.folded[i].removesuffix("'s")
        alone = said.folded[i + 1 : i + 2] and said.folded[i + 1] in _NOT_ALONE
        if (word in NEGATIONS or word.endswith("n't")) and not alone:
            found.append(word)
    return found


def _against(one: Said, a: range, other: Said, b: range) -> str | None:
    """Words in one place that are set against each other, or of another strength."""
    shared = set(one.folded) & set(other.folded)
    left = [w for w in one.folded[a.start : a.stop] if w not in shared]
    right = [w for w in other.folded[b.start : b.stop] if w not in shared]
    for x in left:
        for y in right:
            p, q = term(x) or x, term(y) or y
            if frozenset((p, q)) in APART or frozenset((x, y)) in APART or opposed(p, q):
                return f"{x} / {y}"
    mine, theirs = [w for w in left if _strength(w)], [w for w in right if _strength(w)]
    if mine and theirs and not any(_strength(x) & _strength(y) for x in mine for y in theirs):
        return f"{mine[0]} / {theirs[0]}"
    return None


def _strength(word: str) -> frozenset[int]:
    return MODALS.get("'ll" if word.endswith("'ll") else word.removesuffix("n't"), frozenset())


def _names(one: Said, a: range, other: Said, b: range, named: Named) -> str | None:
    """Two names of one kind where each sentence has one that the other has not."""
    left, right = _named(one, a, named), _named(other, b, named)
    mine = [(kind, text) for entity, (kind, text) in left.items() if entity not in right]
    theirs = [(kind, text) for entity, (kind, text) in right.items() if entity not in left]
    if len(mine) == len(theirs) == 1 and mine[0][0] == theirs[0][0] != "other" and not _akin(mine[0][1], theirs[0][1]):
        return f"{mine[0][1]} / {theirs[0][1]}"
    return None


def _akin(one: str, other: str) -> bool:
    """Whether two names may be forms of one: "Lee" and "the Lees", "Grabar" and "Hrabar"."""
    return fuzz.partial_ratio(fold(one), fold(other)) >= _NEAR_NAMES


def _named(said: Said, part: range, named: Named) -> dict[str, tuple[EntityKind, str]]:
    found = {}
    for span, entity, kind in named:
        inside = [i for i in part if said.places[i].document == span.document and _within(said.places[i], span)]
        if inside:
            found[entity] = (kind, _between(said, range(inside[0], inside[-1] + 1)))
    return found


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def cut_short(part: Said, whole: Said, beside: str) -> str | None:
    """The words whose loss makes a part of a sentence say more than the whole; null where none are lost.

    `beside` is what the report with the part says around it: what it tells in its own words is not lost.
    """
    matcher = SequenceMatcher(None, part.folded, whole.folded, autojunk=False)
    block = matcher.find_longest_match()
    kept = block.size
    if kept < _LEAST_KEPT or kept < len(part.folded) - 1 or len(whole.folded) - kept < 2:
        return None
    lead, rest = whole.folded[: block.b], whole.folded[block.b + block.size :]
    if block.a + block.size < len(part.folded):
        rest = rest[1:]
    lost: tuple[str, ...] = ()
    if not lead and rest and (CONDITIONS & set(rest[:4]) or (rest[0] in _LIMITS and _sweeps(part))):
        lost = rest
    elif lead and (lead[0] in CONDITIONS or BALANCED & set(lead)):
        lost = lead
    around = {term(word.text) for word in words(beside)}
    telling = {t for t in map(term, lost) if t}
    if not lost or (telling and len(telling & around) * 2 >= len(telling)):
        return None
    return " ".join(lost)


def _sweeps(said: Said) -> bool:
    return any(word in SWEEPING or word.endswith("n't") for word in said.folded)
