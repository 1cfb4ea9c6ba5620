"""What came first: one deed before another in one report and after it in the other; two who are each said to be first.

"Resigned before the vote" / "stepped down hours after the vote"; "fell ill, then left" told the other way round: the
tree shows what hangs on "before" and "after". Whoever is "first" at one thing leaves no other first. Out of scope:
order told by days and times (`dates`), "until", and what only follows in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.opposites import same_deed, same_state
from rashomon.lexicon.verbs import lemma
from rashomon.model import Token
from rashomon.syntax import children
from rashomon.terms import term
from rashomon.text import fold

LIKELY, LIKELY_FIRST = 0.02, 0.3
_MARKS = {"before": False, "after": True, "following": True}
"""Words that put what stands before them in front of or behind what they govern; true: behind."""
_LEARNED = frozenset("told informed notified learned learnt learn learns heard hear hears".split())
_LIGHT = frozenset("be have do go make take get give put see hold keep come happen say".split())
_NO_EVENT = frozenset(
    "year month week day hour minute moment second morning evening night noon midnight dawn time court judge camera "
    "committee panel jury".split()
)
"""Nouns behind "before" and "after" that are no deed ("before the judge")."""
_UP = ("nmod", "obl", "xcomp", "advcl", "compound", "acl")
_AT_FIRST = frozenset("at when the for his her its their in".split())
_MOVING = frozenset("go start begin come".split())


class Turn(NamedTuple):
    """Two deeds of which the first came earlier, in compared form; which of them the main verb tells, whose that is,
    and the words as written.
    """

    first: frozenset[str]
    second: frozenset[str]
    deed: frozenset[str]
    who: frozenset[str]
    words: str


def compare_order(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the order two statements give two deeds."""
    if likely < LIKELY or not (tells_of_turns(a) and tells_of_turns(b)):
        return None
    for one in turns(a):
        for other in turns(b):
            if not (_meet(one.first, other.second) and _meet(one.second, other.first)):
                continue
            if _meet(one.first, other.first) or (_meet(one.deed, other.deed) and _is_of_others(one, other)):
                continue
            why = f"the other way round: {one.words} / {other.words}"
            return Finding("order", "contradiction", likely, why, i, j, one.words, other.words)
    return _firsts(a, b, likely, i, j) if likely >= LIKELY_FIRST else None


def _is_of_others(one: Turn, other: Turn) -> bool:
    return bool(one.who and other.who) and not one.who & other.who


@once
def tells_of_turns(detail: Detail) -> bool:
    """Whether a sentence holds words for what comes first or next."""
    sentence = detail.sentence
    words = detail.document.text[sentence.start : sentence.end].casefold()
    return any(mark in words for mark in (*_MARKS, "first", "having", "already"))


@once
def turns(detail: Detail) -> list[Turn]:
    """What a statement tells of the order of its deed and another."""
    made, tokens = detail.statement, detail.tokens
    if made.polarity == "denied" or detail.standing == "unreal" or made.predicate is None:
        return []
    hanging = children(tokens)
    verbs = [
        i for i, t in enumerate(tokens) if made.predicate.start <= t.start < made.predicate.end and t.tag == "VERB"
    ]
    if not verbs:
        return []
    found = []
    for mark, token in enumerate(tokens):
        behind, other = _behind(tokens, hanging, mark), token.head
        if behind is None or other < 0:
            continue
        if _is_no_event(detail, other) or _governor(tokens, other) != verbs[-1]:
            continue
        if mark > 0 and tokens[mark - 1].text.casefold() in ("until", "till", "not"):
            continue
        deed, rest = _key(tokens, hanging, verbs[-1]), _key(tokens, hanging, other)
        start, end = sorted((verbs[-1], other))
        words = " ".join(detail.document.text[tokens[start].start : tokens[end].end].split())
        if deed and rest and not deed & rest:
            pair = (rest, deed) if behind else (deed, rest)
            found.append(Turn(*pair, deed, _subjects(detail, hanging, verbs[-1]), words))
    return found


def _behind(tokens: Sequence[Token], hanging: Sequence[Sequence[int]], mark: int) -> bool | None:
    """Whether a word puts what stands before it behind what it governs, null where it says nothing of order.

    "After" and "before"; "when it had already begun"; "having sold the boat, he left".
    """
    token = tokens[mark]
    word = token.text.casefold()
    if word in _MARKS:
        return _MARKS[word] if token.label in ("case", "mark") else None
    if token.head < 0 or tokens[token.head].label != "advcl":
        return None
    own = [tokens[i].text.casefold() for i in hanging[token.head]]
    if word == "when" and "already" in own:
        return True
    return True if word == "having" and token.label == "aux" else None


def _is_no_event(detail: Detail, word: int) -> bool:
    token = detail.tokens[word]
    if token.tag not in ("NOUN", "VERB") or term(token.text) in _NO_EVENT:
        return True
    return any(d.span.start <= token.start < d.span.end for d in detail.dates)


def _governor(tokens: Sequence[Token], word: int) -> int:
    """The verb that a phrase hangs on, through the nouns between."""
    while tokens[word].head >= 0 and tokens[word].label in _UP:
        word = tokens[word].head
        if tokens[word].tag == "VERB":
            return word
    return -1


def _key(tokens: Sequence[Token], hanging: Sequence[Sequence[int]], word: int) -> frozenset[str]:
    """What a deed is known by: the act of its verb or noun; its object or, in the passive, subject for a light verb."""
    text = tokens[word].text.casefold()
    if text in _LEARNED:
        return frozenset({"learn"})
    verb = act_of(term(text))
    held = [i for i in hanging[word] if tokens[i].label in ("obj", "nsubj") and tokens[i].tag == "NOUN"]
    if tokens[word].tag == "VERB" and (not verb or {verb, lemma(text)} & _LIGHT):
        return frozenset(act_of(term(tokens[i].text)) for i in held) - {""}
    return frozenset({verb}) - {""}


def _subjects(detail: Detail, hanging: Sequence[Sequence[int]], verb: int) -> frozenset[str]:
    own = [detail.tokens[i] for i in hanging[verb] if detail.tokens[i].label == "nsubj"]
    named = {entity for token in own for entity in named_at(detail, token)}
    return detail.doers or frozenset(named)


def _meet(ones: frozenset[str], others: frozenset[str]) -> bool:
    return any(x == y or same_deed(x, y) or same_state(x, y) for x in ones for y in others)


def _firsts(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Two who are each said to do or suffer one thing first."""
    if not (_is_first(a) and _is_first(b)) or not a.doers or not b.doers or a.doers & b.doers:
        return None
    if not (a.predicate == b.predicate or {a.predicate, b.predicate} & _MOVING):
        return None
    names = [next((e.name for e in d.entities if e.id in d.doers and e.kind != "place"), "") for d in (a, b)]
    if not all(names) or set(a.doers) & {e.id for e in b.entities} or set(b.doers) & {e.id for e in a.entities}:
        return None
    why = f"each is said to be first: {names[0]} / {names[1]}"
    return Finding("order", "contradiction", likely, why, i, j, *names)


@once
def _is_first(detail: Detail) -> bool:
    """Whether the doer is said to be first: "goes first", "was shot first", not "at first"."""
    made = detail.statement
    if "first" not in detail.words or made.predicate is None or made.polarity == "denied":
        return False
    tokens = detail.tokens
    for number, token in enumerate(tokens):
        if token.text != "first" or token.label != "advmod" or not made.span.start <= token.start < made.span.end:
            continue
        head = tokens[token.head]
        behind = made.predicate.start <= head.start < made.predicate.end and token.head < number
        if behind and fold(tokens[number - 1].text) not in _AT_FIRST:
            return number + 1 == len(tokens) or tokens[number + 1].tag not in ("NOUN", "ADJ", "NUM", "VERB")
    return False
