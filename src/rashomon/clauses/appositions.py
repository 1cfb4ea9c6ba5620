"""Appositions that say who or what somebody is: "Ana Lint, mayor of Tarn", "the mayor of Tarn, Ana Lint".

Each is a statement without a predicate: the name is its subject, the words of office its object. Names are those the
reader sees. An age or a place behind a name is no office, nor is a title in front of a name an apposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.clauses.roles import NOT_OF_COMPLEMENT, Words, phrase
from rashomon.clauses.verb_groups import Hanging, is_predicate
from rashomon.lexicon.tables import words
from rashomon.model import Token, Tree
from rashomon.syntax import below

_APART = ("conj", "acl", "appos")
_PAUSES = (",", ";", ":", "(", ")")


class Apposition(NamedTuple):
    """Half-open numbers of words: the whole, the name and the office; `head` is the word that hangs in apposition."""

    whole: Words
    name: Words
    office: Words
    head: int
    trails: bool


def find_appositions(tree: Tree, hanging: Hanging) -> list[Apposition]:
    """The appositions of a sentence, in order."""
    found = (_apposition(tree, hanging, i) for i, t in enumerate(tree.tokens) if t.label == "appos" and t.head < i)
    return [apposition for apposition in found if apposition]


def _apposition(tree: Tree, hanging: Hanging, word: int) -> Apposition | None:
    tokens = tree.tokens
    apart = {i for i in below(hanging, word) if tokens[i].label in _APART and not _is_second_office(tokens[i])} - {word}
    latter = phrase(tokens, hanging, word, apart)
    if latter[0] < 2 or not _is_pause(*tokens[latter[0] - 2 : latter[0]]):
        return None
    other = _name_at(tree, hanging, word, ("flat", "appos"))
    if other is None and _is_office(tokens, hanging, word) and not is_predicate(tokens, hanging, word):
        one = _name_before(tree, latter[0])
        start = _phrase_start(tokens, hanging, one) if one else 0
        return one and Apposition((start, latter[1]), one, _without_article(tokens, latter), word, True)
    head = tokens[word].head
    if other and _is_office(tokens, hanging, head) and not _name_at(tree, hanging, head, ("flat",)):
        apart = {word, *(i for i in hanging[head] if tokens[i].label in (*_APART, "cc", *NOT_OF_COMPLEMENT))}
        former = phrase(tokens, hanging, head, apart)
        if former[1] < latter[0] and not any(t.text in _PAUSES for t in tokens[head : former[1]]):
            return Apposition((former[0], other[1]), other, _without_article(tokens, former), word, False)
    return None


def _name_at(tree: Tree, hanging: Hanging, word: int, labels: Sequence[str]) -> Words | None:
    """The name a word stands in, or one that hangs on it by one of these labels ("the deckhand Ada Moor")."""
    near = {word, *(i for i in hanging[word] if tree.tokens[i].label in labels)}
    names = [n for n in tree.names if n.kind != "other" or n.first <= word < n.end]
    return next(((n.first, n.end) for n in names if near & set(range(n.first, n.end))), None)


def _name_before(tree: Tree, word: int) -> Words | None:
    """The name that ends right before a word, with nothing but marks and an age between."""
    for name in tree.names:
        between = tree.tokens[name.end : word]
        if (
            name.end < word
            and not _is_cut(tree.tokens, name.first)
            and all(token.tag in ("PUNCT", "NUM") for token in between)
        ):
            return name.first, name.end
    return None


def _is_cut(tokens: Sequence[Token], word: int) -> bool:
    """Whether a hyphen without blanks ties this word to the one before ("D-Ohio")."""
    return word > 0 and tokens[word - 1].text == "-" and tokens[word - 1].end == tokens[word].start


def _phrase_start(tokens: Sequence[Token], hanging: Hanging, name: Words) -> int:
    """Where the phrase of a name begins: with the title in front of it."""
    head = next((i for i in range(*name) if not name[0] <= tokens[i].head < name[1]), name[0])
    whole = set(below(hanging, head))
    first = name[0]
    while first - 1 in whole and tokens[first - 1].tag != "PUNCT":
        first -= 1
    while first < name[0] and tokens[first].label in ("cc", "case", "mark", "fixed"):
        first += 1
    return first


def _is_office(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether a noun can say who somebody is: no number, no day."""
    token = tokens[word]
    counted = any(tokens[i].label == "nummod" and tokens[i].text.casefold() != "one" for i in hanging[word])
    titled = token.text.casefold() in words("titles", "role") | words("titles", "front")
    return (token.tag == "NOUN" or titled) and not counted


def _is_pause(before: Token, mark: Token) -> bool:
    return mark.text in _PAUSES or (mark.text in ("-", "--") and before.end < mark.start)


def _is_second_office(token: Token) -> bool:
    return token.label == "conj" and token.tag == "NOUN"


def _without_article(tokens: Sequence[Token], found: Words) -> Words:
    first, last = found
    while first + 1 < last and tokens[first].text.casefold() in ("a", "an", "the"):
        first += 1
    return first, last
