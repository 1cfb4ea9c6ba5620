"""Whom or what an act reached, whichever way it is told: "they freed him", "he was freed", "a man freed by them", "his
release", "the release of the men".

Read off the tree of the sentence around the word for the act. An act whose patient is a pronoun nobody is known to
stand behind ("you") has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.opposites import SAME_THING
from rashomon.lexicon.verbs import BE
from rashomon.model import Token
from rashomon.terms import term

_GOT = BE | {"got", "get", "gets"}
_RELATIVE = frozenset("who which that whom".split())


@once
def main_verb(detail: Detail) -> int:
    """The place of the main verb in the tree, -1 without one."""
    span = detail.statement.predicate
    held = [i for i, t in enumerate(detail.tokens) if span and span.start <= t.start < span.end and t.tag == "VERB"]
    return held[-1] if held else -1


def patients(detail: Detail, place: int) -> tuple[frozenset[str], frozenset[str]]:
    """Whom the act told by the word at a place reached: the ids of entities, and nouns in compared form."""
    tokens = detail.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == place), None)
    if at is None:
        return frozenset(), frozenset()
    words = _of_noun(tokens, at) if tokens[at].tag == "NOUN" else _of_verb(tokens, at)
    words += [i for i, token in enumerate(tokens) if token.label == "conj" and token.head in words]
    words += [i for i, token in enumerate(tokens) if token.head in words and _names(tokens, i)]
    ids = {entity for i in words for entity in named_at(detail, tokens[i])}
    nouns = {SAME_THING.get(f, f) for i in words if tokens[i].tag == "NOUN" and (f := term(tokens[i].text))}
    return frozenset(ids), frozenset(nouns)


def _names(tokens: Sequence[Token], word: int) -> bool:
    """Whether a word is the name of the one its noun describes: "the adviser Tomas Cole"."""
    if tokens[word].tag != "PROPN" or tokens[word].label not in ("appos", "flat", "nmod", "compound"):
        return False
    return not any(token.head == word and token.label == "case" for token in tokens)


def named_at(detail: Detail, token: Token) -> set[str]:
    """The entities whose names or descriptions hold a word, or whom it takes up."""
    if token.start in detail.pronouns:
        return {detail.pronouns[token.start]}
    return {
        entity.id
        for entity in detail.around
        for form in (*entity.forms, *entity.descriptions)
        for span in form.spans
        if span.document == detail.document.id and span.start <= token.start < span.end
    }


def _of_noun(tokens: Sequence[Token], at: int) -> list[int]:
    """ "His release", "the hostages' release", "the release of the hostages"."""
    found = []
    for i, token in enumerate(tokens):
        if token.head == at and token.label == "nmod":
            cases = {t.text.casefold() for t in tokens if t.head == i and t.label == "case"}
            if i < at or cases == {"of"}:
                found.append(i)
    return found


def _of_verb(tokens: Sequence[Token], at: int) -> list[int]:
    """The object, the subject of a passive, or the noun a participle describes."""
    own = [i for i, token in enumerate(tokens) if token.head == at]
    objects = [i for i in own if tokens[i].label == "obj"]
    if objects:
        return objects
    passive = any(tokens[i].label == "aux" and tokens[i].text.casefold() in _GOT for i in own)
    subjects = [i for i in own if tokens[i].label == "nsubj"]
    if passive and subjects and tokens[subjects[0]].text.casefold() not in _RELATIVE:
        return subjects
    if tokens[at].label == "acl" and tokens[at].head >= 0:
        return [tokens[at].head]
    if not subjects and tokens[at].label == "conj" and passive:
        return [i for i, token in enumerate(tokens) if token.head == tokens[at].head and token.label == "nsubj"]
    return subjects
