"""Words of office and trade beside a person's name: in front of it, in apposition on either side, or said of it.

"police officer Ivo Marn", "Ada Moor, 41, the managing director of the Grain Council, …", "the mayor of Orvel, Ana
Lint", "Lint, who was mayor then". The tree says which noun goes with the name and where its phrase ends; what is only
said of somebody counts where it is an office by the table. Capitalised titles in front of a name ("Prime Minister") are
found with the name itself. Out of scope: what is said of somebody in another sentence; languages without trees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rashomon.lexicon.tables import key, kinship, words
from rashomon.model import Document, Mention, Named, Span, Token, Tree
from rashomon.syntax import children

Range = tuple[int, int]
"""The first and the last word."""

_IN_FRONT = ("compound", "amod", "nmod", "flat", "appos", "nummod", "dep", "punct", "case")
_PART = ("compound", "amod", "flat", "nmod", "case", "goeswith", "det", "fixed")
_OPENING = frozenset("the a an now then himself herself also once another his her their its my our your".split())
_UNREAL = frozenset("would could might will may should can not n't never 'll 'd".split())
_SEVERAL = ("men", "women", "people", "children", "s")


class _Scene(NamedTuple):
    """A sentence with a name in it: the name's words, and the one of them on which it hangs in the tree."""

    tokens: Sequence[Token]
    hanging: Sequence[Sequence[int]]
    names: Sequence[Named]
    name: Range
    head: int


def with_titles(document: Document, mentions: Sequence[Mention], trees: Sequence[Tree]) -> tuple[Mention, ...]:
    """The mentions with the titles that the trees of the sentences show, without articles, beside those they have."""
    known = [tree for tree in trees if tree.tokens]
    starts = [tree.tokens[0].start for tree in known]
    found = []
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        scene = _scene(known[at], mention.span) if mention.kind == "person" and at >= 0 else None
        if scene:
            had = [(title.start, title.end) for title in mention.titles]
            places = [(scene.tokens[a].start, scene.tokens[b].end) for a, b in _titles(scene)]
            for a, b in sorted(places, key=lambda place: place[0] - place[1]):
                if not any(a < end and start < b for start, end in had):
                    had.append((a, b))
            mention = replace(mention, titles=tuple(Span(document.id, *place) for place in sorted(had)))
        found.append(mention)
    return tuple(found)


def _scene(tree: Tree, span: Span) -> _Scene | None:
    name = [i for i, token in enumerate(tree.tokens) if span.start <= token.start and token.end <= span.end]
    if not name:
        return None
    head = next((i for i in name if tree.tokens[i].head not in name), name[0])
    return _Scene(tree.tokens, children(tree.tokens), tree.names, (name[0], name[-1]), head)


def _titles(scene: _Scene) -> list[Range]:
    """The titles in a sentence as ranges of words, none overlapping the name."""
    tokens, head = scene.tokens, scene.head
    found = [_in_front(scene)]
    for noun in scene.hanging[head]:
        if tokens[noun].label == "appos":
            joined = [i for i in scene.hanging[noun] if tokens[i].label == "conj"]
            found += [_apposed(scene, i) for i in (noun, *joined)]
    found += [_apposed(scene, noun) for noun in _nouns_before(scene)]
    for noun in _predicates(scene):
        first, last = _phrase(scene, noun)
        found.append((_without_opening(tokens, first, noun), last) if _is_office(tokens[noun]) else None)
    first, last = scene.name
    return [(a, b) for a, b in filter(None, found) if b < first or last < a]


def _in_front(scene: _Scene) -> Range | None:
    """The unbroken words in front that end with a common noun of the tree's or an office of the table's."""
    tokens, noun = scene.tokens, scene.name[0] - 1
    if noun < 0 or not tokens[noun].text[0].islower() or _is_kin(scene, noun) or _is_several(tokens[noun]):
        return None
    over = tokens[scene.head].head == noun and tokens[scene.head].label in _IN_FRONT
    top = scene.head if _hangs(tokens, noun, scene.head) else noun
    if tokens[noun].tag not in ("NOUN", "PROPN") or not (top != noun or over or _is_office(tokens[noun])):
        return None
    start = noun
    while start > 0 and tokens[start - 1].text not in (",", "(", ")", '"'):
        if tokens[start - 1].text == "-" and start > 1:
            start -= 2
        elif tokens[start - 1].tag == "ADJ" or _hangs(tokens, start - 1, top):
            start -= 1
        else:
            break
    return _without_opening(tokens, start, noun), noun


def _nouns_before(scene: _Scene) -> list[int]:
    """The nouns to which the name may stand in apposition: its own by the tree, and the offices of which the words up
    to the comma before it are a part, since the tree may hang a name on "Orvel" in "the mayor of Orvel, Ana Lint".
    """
    tokens, first = scene.tokens, scene.name[0]
    above = tokens[scene.head].head
    found = [above] if tokens[scene.head].label == "appos" and 0 <= above < first else []
    at = first - 2 if first > 1 and tokens[first - 1].text == "," else -1
    while at >= 0:
        definite = any(tokens[i].text.casefold() == "the" or tokens[i].tag == "PRON" for i in scene.hanging[at])
        if definite and at not in found and _is_office(tokens[at]):
            found.append(at)
        at = tokens[at].head if tokens[at].label in _PART and tokens[at].head < at else -1
    return found


def _hangs(tokens: Sequence[Token], word: int, top: int) -> bool:
    while word != top:
        if tokens[word].label not in _IN_FRONT or not word < tokens[word].head <= top:
            return False
        word = tokens[word].head
    return True


def _apposed(scene: _Scene, noun: int) -> Range | None:
    """The phrase of a noun right beside the name, with nothing but marks and an age between, that says who it is."""
    first, last = _phrase(scene, noun)
    between = range(scene.name[1] + 1, first) if noun > scene.name[1] else range(last + 1, scene.name[0])
    loose = ("PUNCT", "NUM", "DET", "CCONJ", "ADV", "PRON")
    for token in scene.tokens[between.start : between.stop]:
        if token.tag not in loose and key(token.text) not in words("titles", "front"):
            return None
    if not _is_trade(scene, noun):
        return None
    return _without_opening(scene.tokens, first, noun), last


def _predicates(scene: _Scene) -> list[int]:
    """The nouns that a clause says the name is: "Lint is mayor", "Lint, who was mayor"."""
    tokens, hanging, head = scene.tokens, scene.hanging, scene.head
    said = [tokens[head].head] if tokens[head].label == "nsubj" else []
    said += [i for i in hanging[head] if tokens[i].label == "acl"]
    return [
        i
        for i in said
        if any(tokens[c].label == "cop" and tokens[c].text.casefold() in ("is", "was") for c in hanging[i])
        and not any(tokens[c].text.casefold() in _UNREAL or tokens[c].label == "mark" for c in hanging[i])
    ]


def _is_trade(scene: _Scene, noun: int) -> bool:
    """Whether a noun can say who somebody is: an office, or a common noun for one that is no relative and no body."""
    word = scene.tokens[noun].text
    if _is_office(scene.tokens[noun]):
        return True
    body = key(word) in words("organisations", "head")
    hanging = [scene.tokens[i] for i in scene.hanging[noun]]
    counted = any(token.label in ("nummod", "case") for token in hanging)
    owned = any(token.tag == "PRON" for token in hanging) and any(token.label == "acl" for token in hanging)
    plain = scene.tokens[noun].tag == "NOUN" and word[0].islower() and word != "one"
    return plain and not (body or _is_several(scene.tokens[noun]) or counted or owned or _is_kin(scene, noun))


def _is_several(token: Token) -> bool:
    return token.text.endswith(_SEVERAL) and not token.text.endswith("ss")


def _is_kin(scene: _Scene, noun: int) -> bool:
    """Whether a noun is a word of kinship or the tail of a word with hyphens."""
    joined = noun > 1 and scene.tokens[noun - 1].text == "-" and scene.tokens[noun - 1].end == scene.tokens[noun].start
    tail = joined and (scene.tokens[noun - 2].tag in ("PROPN", "ADP") or scene.tokens[noun - 2].text[0].isupper())
    return tail or key(scene.tokens[noun].text) in kinship()


def _is_office(token: Token) -> bool:
    word = key(token.text)
    return word in words("titles", "role") | words("titles", "front") and not (token.text == word and word in kinship())


def _phrase(scene: _Scene, noun: int) -> Range:
    """The unbroken words of a noun phrase, without its clauses and what is apposed or joined to it."""
    tokens = scene.tokens
    own, queue = {noun}, [noun]
    while queue:
        queue = [
            i
            for word in queue
            for i in scene.hanging[word]
            if tokens[i].label in _PART or (word != noun and tokens[i].label in ("conj", "cc"))
        ]
        own |= set(queue)
    first = last = noun
    while first - 1 in own or (first > 1 and tokens[first - 1].text in ("-", '"') and first - 2 in own):
        first -= 1
    while last + 1 in own or (last + 2 in own and tokens[last + 1].text in ("-", '"')):
        last += 1
    last = max((name.end - 1 for name in scene.names if name.first <= last < name.end), default=last)
    return first, last


def _without_opening(tokens: Sequence[Token], first: int, noun: int) -> int:
    """Where a phrase begins without articles, prepositions and owners ("Iraq's new president")."""
    owned = [i for i in range(first, noun) if tokens[i].text in ("'s", "'") and tokens[i].tag != "PUNCT"]
    first = max([first, *(i + 1 for i in owned)])
    while first < noun and (
        tokens[first].text.casefold() in _OPENING
        or tokens[first].tag in ("NUM", "DET", "PRON", "PUNCT", "ADP")
        or tokens[first].label in ("case", "fixed", "cc", "mark")
    ):
        first += 1
    return first
