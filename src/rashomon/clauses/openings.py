"""Which words of a tree a clause of its own stands on, and which only tell who says what a clause says.

A clause stands on the root, on a coordinated verb, a relative or participial clause, an adverbial clause, a
parenthesis, on what is said or thought, and on what is called certain ("it is clear that"). An infinitive, a gerund
behind a preposition and the verb behind "what" belong to the word they hang on.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.clauses.verb_groups import Hanging, is_predicate, modality_of, polarity_of, verb_of
from rashomon.lexicon.speech import SAYING, THAT
from rashomon.model import Token

_FREE = frozenset("what whatever whoever whichever".split())
_CERTAIN = frozenset("clear evident obvious apparent undeniable plain certain true".split())
_BEFORE_GERUND = frozenset(
    "of for in by without from on to about at into than against upon besides through with".split()
)


def opens_clause(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether a clause of its own stands on this word."""
    token = tokens[word]
    if token.head < 0:
        return True
    if not is_predicate(tokens, hanging, word):
        return False
    if token.label == "conj":
        return _is_carried_on(tokens, hanging, token.head)
    free = [token.head, *(i for i in hanging[token.head] if tokens[i].label == "det")] if token.label == "acl" else []
    if any(tokens[i].text.casefold() in _FREE for i in free) and all(
        t.tag != "PUNCT" for t in tokens[token.head : word]
    ):
        return False
    if token.label in ("acl", "advcl"):
        return not _is_infinitive(tokens, hanging, word) and not _is_gerund(tokens, hanging, word)
    said = token.label == "ccomp" and _says(tokens[token.head])
    said = said or (token.label in ("ccomp", "csubj") and _is_certain(tokens, hanging, word))
    return said or token.label == "parataxis"


def _is_certain(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether "it is clear that" or the like stands before this, which so is said as flatly as alone."""
    head = tokens[word].head
    that = any(is_that(tokens[i]) for i in hanging[word])
    verb = verb_of(tokens, hanging, head)
    if not that or head > word or tokens[head].text.casefold() not in _CERTAIN or not verb:
        return False
    plain = polarity_of(tokens, hanging, verb) == "affirmed" and modality_of(tokens, hanging, verb) == "asserted"
    return plain and not any(tokens[i].label == "mark" for i in hanging[head])


def is_cue(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether this verb only tells who says or thinks what a clause of its own says."""
    token = tokens[word]
    if not _says(token):
        return False
    below = {tokens[i].label for i in hanging[word]}
    said = any(
        tokens[i].label == "ccomp" or (tokens[i].label == "parataxis" and "obj" not in below)
        for i in hanging[word]
        if opens_clause(tokens, hanging, i)
    )
    return said or (token.label == "parataxis" and not below & {"obj", "ccomp", "xcomp"})


def _says(token: Token) -> bool:
    form = token.text.casefold()
    return token.tag == "VERB" and (form in SAYING or form in THAT)


def _is_carried_on(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether a verb coordinated with this one has a clause of its own: this one has, or is the infinitive or the
    complement of one that has.
    """
    if not is_predicate(tokens, hanging, word):
        return False
    while tokens[word].label in ("conj", "xcomp", "ccomp"):
        word = tokens[word].head
    return opens_clause(tokens, hanging, word)


def _is_infinitive(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    return any(tokens[i].label == "mark" and tokens[i].text.casefold() == "to" for i in hanging[word])


def _is_gerund(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether it is a gerund behind a preposition ("of killing", "by being late")."""
    opening = any(
        tokens[i].label in ("mark", "case") and tokens[i].text.casefold() in _BEFORE_GERUND for i in hanging[word]
    )
    subject = any(tokens[i].label == "nsubj" for i in hanging[word])
    return opening and not subject


def is_that(token: Token) -> bool:
    """Whether it is the conjunction."""
    return token.text.casefold() == "that" and token.label == "mark"
