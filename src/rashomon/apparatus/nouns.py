"""The nouns of a statement, read off the tree: each with what stands before it, whose it is and what governs it.

Comparisons of status, scope and attribution look here for what no verb says: "an apparent suicide", "his service in
the navy", "one charge". Out of scope: names, pronouns, and documents without trees, which have no nouns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.apparatus.arguments import entities_at
from rashomon.model import Span, Token
from rashomon.syntax import below, children, reach
from rashomon.terms import term

_APART = ("acl", "parataxis", "appos", "punct", "conj", "cc")
_POSSESSIVES = frozenset("his her its their my our your whose".split())


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with the words that go with it, without relative clauses and what is coordinated with it.

    `head` is the noun in compared form, `before` the words that determine or describe it as written, in lower case
    ("all", "apparent", "guilty"), `kind` their content and that of compounds in compared form, `case` the preposition,
    '' where it has none, `on` the word that governs it in compared form and `label` how; `owners` are the entities
    whose it is ("his", "Orlov's"), `owned` tells whether it is anybody's, `within` are all entities in the phrase,
    `place` is where the noun itself begins, `on_place` where the word begins that governs it.
    """

    span: Span
    head: str
    place: int
    before: tuple[str, ...] = ()
    kind: frozenset[str] = frozenset()
    case: str = ""
    on: str = ""
    label: str = ""
    on_place: int = -1
    many: bool = False
    owned: bool = False
    owners: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()


def nouns_of(
    tokens: Sequence[Token],
    span: Span,
    named: Sequence[tuple[int, int, str]],
    pronouns: Mapping[int, str],
) -> tuple[Noun, ...]:
    """The nouns of a statement in their order.

    `span` is the statement, `tokens` the tree of its sentence, `named` the names in the document as `named_in` gives
    them, `pronouns` the entities behind pronouns by where these begin.
    """
    hanging = children(tokens)
    inside = [i for i, token in enumerate(tokens) if span.start <= token.start < span.end and token.tag == "NOUN"]
    return tuple(
        _noun(tokens, hanging, word, span, named, pronouns) for word in inside if tokens[word].label != "compound"
    )


def _noun(
    tokens: Sequence[Token],
    hanging: Sequence[Sequence[int]],
    word: int,
    span: Span,
    named: Sequence[tuple[int, int, str]],
    pronouns: Mapping[int, str],
) -> Noun:
    token, own = tokens[word], hanging[word]
    leading = [i for i in own if i < word and tokens[i].label in ("det", "amod", "nummod", "advmod", "compound")]
    held = below(hanging, word, {i for i in own if tokens[i].label in (*_APART, "case", "mark")})
    held = [i for i in held if span.start <= tokens[i].start < span.end]
    whose = [i for i in own if i < word and tokens[i].label == "nmod" and _is_possessive(tokens, hanging, i)]
    start, end = reach(tokens, held)
    form = token.text.casefold()
    return Noun(
        span=Span(span.document, start, end),
        head=term(token.text) or form,
        place=token.start,
        before=tuple(tokens[i].text.casefold() for i in leading if tokens[i].label != "compound"),
        kind=frozenset(f for i in leading if tokens[i].label != "nummod" and (f := term(tokens[i].text))),
        case=" ".join(tokens[i].text.casefold() for i in _case(tokens, hanging, word)),
        on=(term(tokens[token.head].text) or tokens[token.head].text.casefold()) if token.head >= 0 else "",
        label=token.label,
        on_place=tokens[token.head].start if token.head >= 0 else -1,
        many=form.endswith("s") and (term(token.text) or form) != form,
        owned=bool(whose),
        owners=frozenset(entity for i in whose for entity in entities_at(tokens[i], named, pronouns)),
        within=frozenset(entity for i in held for entity in entities_at(tokens[i], named, pronouns)),
    )


def _case(tokens: Sequence[Token], hanging: Sequence[Sequence[int]], word: int) -> list[int]:
    """The words of the preposition before a noun: "of", "because of"."""
    first = [i for i in hanging[word] if i < word and tokens[i].label in ("case", "mark")]
    return sorted({*first, *(j for i in first for j in hanging[i] if tokens[j].label == "fixed")})


def _is_possessive(tokens: Sequence[Token], hanging: Sequence[Sequence[int]], word: int) -> bool:
    if tokens[word].text.casefold() in _POSSESSIVES:
        return True
    return any(tokens[i].label == "case" and tokens[i].text in ("'s", "’s", "'", "’") for i in hanging[word])
