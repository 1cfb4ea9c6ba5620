"""Where somebody is from: "a Dutch tourist" / "a Belgian tourist", "the Dutch hostage" / "a Dutch-Turkish citizen".

Read off the nouns that describe a person: beside the name, behind "is", before an apposition. Two reports differ where
they name other countries; where one names a country more, only if one of them speaks of citizenship, since "the Dutch
hostage" leaves room for another passport. Descent ("Korean-American") is no citizenship.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.people import CALLINGS
from rashomon.lexicon.tables import peoples
from rashomon.model import Token
from rashomon.text import cut, fold

_CITIZEN = frozenset("citizen national citizenship nationality passport dual".split())
_OF_DESCENT = ("American", "Canadian", "Australian")
"""Behind another people's name they tell the citizenship, and that one the descent."""


def compare_origins(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the countries two statements say one person is of."""
    for (noun, one, who), (other_noun, other, others) in product(_told_of(a), _told_of(b)):
        if not who & others or set(one) == set(other):
            continue
        stated = any(_CITIZEN & ({n.head} | n.kind) for n in (noun, other_noun))
        if set(one) & set(other) and not stated:
            continue
        values = cut(a.document, noun.span), cut(b.document, other_noun.span)
        why = f"one person, other countries: {values[0]} / {values[1]}"
        return Finding("status", "tension", likely, why, i, j, *values)
    return None


def tells_of_people(detail: Detail) -> bool:
    """Whether a statement holds nouns for known persons, with countries before them."""
    return bool(_told_of(detail))


@once
def _told_of(detail: Detail) -> list[tuple[Noun, dict[str, str], frozenset[str]]]:
    """The nouns for people that countries stand before, with these and the persons whom they describe."""
    nouns = [noun for noun in detail.nouns if noun.head in CALLINGS and noun.kind]
    told = ((noun, countries_of(detail, noun), bearers(detail, noun)) for noun in nouns)
    return [each for each in told if each[1] and each[2]]


def countries_of(detail: Detail, noun: Noun) -> dict[str, str]:
    """The countries that a noun for a person names, each with its word: "Dutch-Turkish"."""
    tokens = detail.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == noun.place), None)
    if at is None:
        return {}
    found = {}
    for i, token in enumerate(tokens):
        if token.head == at and i < at and (country := peoples().get(fold(token.text))):
            found[country] = token.text
            for other in tokens:
                if other.head == i and (twin := peoples().get(fold(other.text))):
                    found[twin] = other.text
            if token.text in _OF_DESCENT and len(found) > 1:
                return {country: token.text}
    return found


def bearers(detail: Detail, noun: Noun) -> frozenset[str]:
    """The persons whom a noun describes."""
    tokens = detail.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == noun.place), None)
    if at is None:
        return frozenset()
    beside = [i for i, token in enumerate(tokens) if token.head == at and _is_name(tokens, i)]
    if tokens[at].label in ("appos", "nmod", "compound") and noun.case == "" and tokens[at].head >= 0:
        head = tokens[at].head  # of several names in a row an apposition describes the one before it
        row = [head, *(i for i, token in enumerate(tokens) if token.head == head and token.label == "conj" and i < at)]
        beside.append(max(row) if at > head else head)
    if any(token.head == at and token.label == "cop" for token in tokens):
        beside += [i for i, token in enumerate(tokens) if token.head == at and token.label == "nsubj"]
    persons = {entity.id for entity in detail.around if entity.kind == "person"}
    return frozenset(entity for i in beside for entity in named_at(detail, tokens[i]) if entity in persons)


def _is_name(tokens: Sequence[Token], word: int) -> bool:
    return tokens[word].tag == "PROPN" and tokens[word].label in ("appos", "flat")
