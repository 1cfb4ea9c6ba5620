"""Subject and object of a clause, read off the tree, as ranges of words.

A subject that is not said again is taken from where it was: from the verb coordinated with this one, from the clause
an adverbial one hangs on, from the noun a participle describes. It may so lie outside the clause. The object is the
direct one, or else what a copula or linking verb says of the subject. Out of scope: who a pronoun stands for.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from rashomon.clauses.verb_groups import Hanging, Verb
from rashomon.model import Token
from rashomon.syntax import below

Words = tuple[int, int]
"""Half-open numbers of words."""
_SUBJECTS = ("nsubj", "csubj")
NOT_OF_COMPLEMENT = frozenset(
    "nsubj csubj cop aux mark expl obl advcl advmod parataxis cc punct ccomp vocative".split()
)


def subject_of(tokens: Sequence[Token], hanging: Hanging, word: int, heads: frozenset[int]) -> Words | None:
    """The words of the subject of the clause on this word; none of the clauses on `heads` belongs to it."""
    for _ in tokens:
        linked = [i for i in hanging[word] if tokens[i].label == "xcomp"]
        own = [
            i
            for at in (word, *linked)
            for i in hanging[at]
            if tokens[i].label in _SUBJECTS and (i < word or at == word)
        ]
        own = own or [i for i in hanging[word] if tokens[i].label == "expl" and tokens[i].text.casefold() == "it"]
        if own:
            return phrase(tokens, hanging, own[0], heads)
        token = tokens[word]
        if token.label == "acl":
            return phrase(tokens, hanging, token.head, heads)
        if token.label not in ("conj", "xcomp", "advcl"):
            return None
        word = token.head
    return None


def object_of(tokens: Sequence[Token], hanging: Hanging, verb: Verb, heads: frozenset[int]) -> Words | None:
    """The words of the object of a predicate; none of the clauses on `heads` belongs to it."""
    last = verb.chain[-1]
    for word in reversed(verb.chain):
        for i in hanging[word]:
            if tokens[i].label == "obj" and i not in verb.chain:
                return phrase(tokens, hanging, i, heads)
    if verb.copular:
        apart = {i for i in hanging[last] if tokens[i].label in NOT_OF_COMPLEMENT}
        first, end = phrase(tokens, hanging, last, heads | apart, case=True)
        copula = max((i for i in hanging[last] if tokens[i].label == "cop" and i < last), default=-1)
        return max(first, copula + 1), end
    for label in ("xcomp", "iobj", "ccomp"):
        for i in hanging[last]:
            if tokens[i].label == label and i not in heads:
                return phrase(tokens, hanging, i, heads)
    return None


def phrase(tokens: Sequence[Token], hanging: Hanging, word: int, heads: Container[int], *, case: bool = False) -> Words:
    """The unbroken words below a word, up to where only clauses on `heads` follow, without marks at the edges.

    Prepositions and conjunctions in front are left out, or kept with `case`.
    """
    whole = set(below(hanging, word))
    own = set(below(hanging, word, heads))
    first = last = word
    at = word
    while at - 1 in whole:
        at -= 1
        first = at if at in own and tokens[at].tag != "PUNCT" else first
    at = word
    while at + 1 in whole:
        at += 1
        last = at if at in own and tokens[at].tag != "PUNCT" else last
    dropped = ("cc",) if case else ("cc", "case", "mark", "fixed")
    while first < word and (tokens[first].label in dropped or tokens[first].tag == "PUNCT"):
        first += 1
    return first, last + 1
