"""Who and what stands beside the verb of a statement, read off the tree: its arguments, each under a role.

The roles are "subject", "object", and the preposition of any other phrase on the verb ("by", "to"; "of" and "for" also
before a gerund: "accused of killing"). A relative pronoun stands for its noun, "he", "she" and "it" for whoever they
take up. Out of scope: what a noun governs, and documents without trees, which have no arguments.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Document, Entity, Span, Statement, Token
from rashomon.statements import named_in
from rashomon.syntax import below, children
from rashomon.terms import term

_RELATIVE = frozenset("who which that whom".split())
_PLURAL = frozenset("they them we us these those people both".split())
_APART = ("acl", "parataxis", "appos", "punct")
_MARKS = ("case", "mark", "cc", "punct")


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase beside a verb: its role and words, its head in compared form, the heads coordinated with it (itself
    first), the entities they name; `many` tells whether it is a plural, `deed` whether the head is a verb.
    """

    role: str
    span: Span
    head: str
    joined: tuple[str, ...] = ()
    entities: frozenset[str] = frozenset()
    many: bool = False
    deed: bool = False


def find_arguments(
    document: Document,
    notes: Annotations,
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    pronouns: Mapping[int, str],
) -> dict[str, tuple[Argument, ...]]:
    """The arguments of the statements of one document by statement id, each list by place.

    `pronouns` are the entities behind pronouns, by where these begin (`antecedents`).
    """
    if not notes.trees:
        return {}
    starts = [sentence.span.start for sentence in notes.sentences]
    hanging = [children(tree.tokens) for tree in notes.trees]
    named = named_in(document, entities)
    found = {}
    for statement in statements:
        number = max(0, bisect_right(starts, statement.span.start) - 1)
        tokens, hanging_here = notes.trees[number].tokens, hanging[number]
        words = _words(tokens, statement)
        made = (_argument(document, tokens, hanging_here, role, word, named, pronouns) for role, word in words)
        found[statement.id] = tuple(sorted((a for a in made if a), key=lambda a: (a.span, a.role)))
    return found


def _words(tokens: Sequence[Token], statement: Statement) -> list[tuple[str, int]]:
    """The heads of the arguments, each with its role."""
    found = []
    if statement.subject and (head := _head(tokens, statement.subject)) is not None:
        found.append(("subject", head))
    predicate = statement.predicate
    chain = {i for i, t in enumerate(tokens) if predicate and predicate.start <= t.start < predicate.end}
    chain |= {i for i, t in enumerate(tokens) if t.tag == "ADJ" and t.label == "xcomp" and t.head in chain}
    for i, token in enumerate(tokens):
        if token.head not in chain or i in chain:
            continue
        if token.label == "obj":
            found.append(("object", i))
        if token.label in ("obl", "advcl"):
            marks = [t.text.casefold() for t in tokens[:i] if t.head == i and t.label in ("case", "mark")]
            if marks and (token.label == "obl" or token.text.endswith("ing")):
                found.append((" ".join(marks), i))
    return found


def _head(tokens: Sequence[Token], span: Span) -> int | None:
    """The first word of a phrase that hangs on none of its words."""
    inside = [i for i, t in enumerate(tokens) if span.start <= t.start < span.end]
    return next((i for i in inside if tokens[i].head not in inside), None)


def _argument(
    document: Document,
    tokens: Sequence[Token],
    hanging: Sequence[Sequence[int]],
    role: str,
    word: int,
    named: Sequence[tuple[int, int, str]],
    pronouns: Mapping[int, str],
) -> Argument | None:
    if tokens[word].text.casefold() in _RELATIVE:
        verb = tokens[word].head
        if verb < 0 or tokens[verb].label != "acl":
            return None
        word = tokens[verb].head
    token = tokens[word]
    joined = [word, *(i for i in hanging[word] if tokens[i].label == "conj")]
    own = set(below(hanging, word, {i for i in hanging[word] if tokens[i].label in _APART}))
    first = last = word
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    while first < word and (tokens[first].label in _MARKS or tokens[first].tag == "PUNCT"):
        first += 1
    heads = tuple(term(tokens[i].text) or tokens[i].text.casefold() for i in joined)
    form = token.text.casefold()
    plural = token.tag == "NOUN" and form.endswith("s") and heads[0] != form
    return Argument(
        role,
        Span(document.id, tokens[first].start, tokens[last].end),
        heads[0],
        heads,
        frozenset(entity for i in joined for entity in entities_at(tokens[i], named, pronouns)),
        plural or len(joined) > 1 or form in _PLURAL,
        token.tag == "VERB",
    )


def entities_at(token: Token, named: Sequence[tuple[int, int, str]], pronouns: Mapping[int, str]) -> set[str]:
    """The entities a word stands for, as a pronoun or in a name; `named` as `named_in` gives them."""
    if token.start in pronouns:
        return {pronouns[token.start]}
    last = bisect_right(named, (token.start, sys.maxsize))
    return {entity for start, end, entity in named[max(0, last - 6) : last] if start <= token.start < end}
