"""References by what is said of people in passing: "the Illinois Democrat", "the 39-year-old", "the couple".

Each is linked where one person (or one pair) of the report fits, and left open where two do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.entities.traits import Traits, home_of, party_of
from rashomon.lexicon.tables import words
from rashomon.model import Annotations, Document, Relation, Span, Tree

_MEMBER = re.compile(r"\b[Tt]he (?P<home>[A-Z][\w.]+(?: [A-Z][\w.]+)?) (?P<party>[A-Z][a-z]+)\b(?! [A-Z])")
_OPENS = re.compile(r"(?:^|[.!?:“\"‘—\n]\s*)\Z")
_OLD = re.compile(r"\b(?P<article>[Tt]he|[Aa]n?) (?P<age>\d{1,2})-year-old\b")
_COUPLE = re.compile(r"\b[Tt]he (?:married )?couple\b(?! (?:of|dozen)\b)")
_PAIRED = ("spouse of", "partner of")
_SOMEBODY = frozenset("man woman boy girl teenager".split())

Found = tuple[str, Span]


def by_party(document: Document, persons: Mapping[str, Traits]) -> Iterator[Found]:
    """ "The Illinois Democrat": the one person of the report with that home and party."""
    for match in _MEMBER.finditer(document.text):
        party, home = party_of(match["party"]), home_of(match["home"])
        adjective = match["party"].endswith("ic")
        outlet = match[0].startswith("T") and not _OPENS.search(
            document.text[max(0, match.start() - 4) : match.start()]
        )
        if party is None or home is None or adjective or outlet:
            continue
        fitting = [e for e, traits in persons.items() if party in traits.parties and home in traits.homes]
        if len(fitting) == 1:
            yield fitting[0], Span(document.id, *match.span())


def by_age(document: Document, annotations: Annotations, persons: Mapping[str, Traits]) -> Iterator[Found]:
    """ "The 39-year-old": the one person of the report with that age, where nobody unnamed has it."""
    starts = [tree.tokens[0].start if tree.tokens else -1 for tree in annotations.trees]
    matches = list(_OLD.finditer(document.text))
    unnamed = {m["age"] for m in matches if m["article"].casefold() != "the" and not _is_said_behind(document.text, m)}
    for match in matches:
        age = int(match["age"])
        fitting = [e for e, traits in persons.items() if age in traits.ages.get(document.id, ())]
        at = bisect_right(starts, match.start()) - 1
        if match["article"].casefold() != "the" or match["age"] in unnamed or len(fitting) != 1 or at < 0:
            continue
        if _stands_alone(annotations.trees[at], match):
            yield fitting[0], Span(document.id, *match.span())


def _is_said_behind(text: str, match: re.Match[str]) -> bool:
    """Whether "a 39-year-old" says more of somebody named before it ("Jo Dorn, a 39-year-old baker,")."""
    return text[: match.start()].endswith(", ")


def _stands_alone(tree: Tree, match: re.Match[str]) -> bool:
    """Whether the age is a person by itself, or that of a man, a woman or a holder of an office without a name."""
    last = next((i for i, token in enumerate(tree.tokens) if token.end == match.end()), -1)
    if last < 0:
        return False
    token = tree.tokens[last]
    noun = tree.tokens[token.head] if token.head > last else None
    if noun is None or noun.tag not in ("NOUN", "PROPN") or token.label not in ("amod", "compound", "nmod"):
        return token.label != "amod"
    word = noun.text.casefold()
    return word in _SOMEBODY or word in words("titles", "role") or word in words("titles", "front")


def the_couple(document: Document, relations: Sequence[Relation], here: Collection[str]) -> Iterator[Found]:
    """ "The couple": both of the one pair of spouses or partners that the report names."""
    pairs = {
        frozenset((relation.subject, relation.object))
        for relation in relations
        if relation.kind in _PAIRED and relation.subject in here and relation.object in here
    }
    if len(pairs) == 1:
        for match in _COUPLE.finditer(document.text):
            for entity in sorted(next(iter(pairs))):
                yield entity, Span(document.id, *match.span())
