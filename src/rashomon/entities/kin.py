"""Words of kinship beside names: who is introduced as whose father, wife, child.

"his father, Vasil", "Ana Moor's husband, Tom", "her husband Jo Doe" are known by their words alone: what stands
between the owner and the name is bound. What stands behind the name, or is said of it, is read off the tree: "Irma,
his mother", "Karl, who was the brother of Ana Moor". A possessive pronoun goes to the nearest person before it that
fits and was not introduced as a relative himself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.entities.spelling import family, likeness
from rashomon.entities.units import Unit
from rashomon.lexicon.tables import kinship, words
from rashomon.model import Annotations, Document, Span, Token, Tree
from rashomon.syntax import children

_WORDS = "|".join(sorted((re.escape(word) for word in kinship()), key=lambda w: (-len(w), w)))
_BEFORE = re.compile(
    rf"(?P<owner>\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Mm]y|\w['’]s|s['’])\s+(?P<between>(?:[^\W\d]+,?\s+(?:and\s+)?){{0,4}}?)"
    rf"(?P<word>{_WORDS})(?P<gap>,?\s+(?:named\s+|called\s+)?)(?P<title>(?:the\s+)?(?:[^\s,.]+\s+){{0,3}}|(?:the\s+)?(?:[A-Z]\w*\.\s+){{0,2}})$",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"[.!?\n;:“”]")
_MALE, _FEMALE = "male", "female"
_NEAR = 400
"""Code points before a possessive pronoun within which its owner is looked for."""


class Kin(NamedTuple):
    """Unit `relative` is the `kind` of unit `owner` (None where no owner was found); `span`: the words that say so."""

    relative: int
    owner: int | None
    kind: str
    gender: str | None
    span: Span


def find_kin(
    documents: dict[str, Document], units: tuple[Unit, ...], annotations: Sequence[Annotations] = ()
) -> tuple[Kin, ...]:
    """All introductions by kinship, by place; `annotations` hold the trees of the documents."""
    trees = {notes.document: [tree for tree in notes.trees if tree.tokens] for notes in annotations}
    starts = {document: [tree.tokens[0].start for tree in held] for document, held in trees.items()}
    places = sorted((span, number) for number, unit in enumerate(units) if unit.kind == "person" for span in unit.spans)
    found: list[Kin] = []
    relatives: set[int] = set()
    for index, (span, number) in enumerate(places):
        kin = _introduced(documents[span.document], span, number, places, index, units, relatives)
        at = bisect_right(starts.get(span.document, ()), span.start) - 1
        if kin is None and at >= 0:
            kin = _said_behind(trees[span.document][at], places, index, units, relatives)
        if kin:
            found.append(kin)
            relatives.add(number)
    return tuple(found)


def _introduced(
    document: Document,
    span: Span,
    number: int,
    places: list[tuple[Span, int]],
    index: int,
    units: tuple[Unit, ...],
    relatives: set[int],
) -> Kin | None:
    text = document.text
    window = text[max(0, span.start - 90) : span.start]
    clause = _BLOCK.split(
        window.replace("Mr.", "Mr ").replace("Rev.", "Rev ").replace("Dr.", "Dr ").replace("Mrs.", "Mrs ")
    )[-1]
    match = _BEFORE.search(clause)
    if match and _direct(match):
        start = span.start - (len(clause) - match.start("word"))
        owner_end = span.start - (len(clause) - match.end("owner"))
        kind, gender = kinship()[match.group("word").casefold()]
        pronoun = match.group("owner").casefold()
        owner = _owner(pronoun, owner_end, span, places, index, units, relatives, number)
        return Kin(number, owner, kind, gender, Span(span.document, start, span.end))
    return None


def _said_behind(
    tree: Tree, places: list[tuple[Span, int]], index: int, units: tuple[Unit, ...], relatives: set[int]
) -> Kin | None:
    """Kinship in apposition behind a name, or said of it: "Irma, his mother", "Karl was the brother of Ana Moor"."""
    span, number = places[index]
    tokens, hanging = tree.tokens, children(tree.tokens)
    name = [i for i, token in enumerate(tokens) if span.start <= token.start and token.end <= span.end]
    head = next((i for i in name if tokens[i].head not in name), -1)
    if head < 0:
        return None
    linked = [i for i in hanging[head] if tokens[i].label in ("appos", "acl")]
    linked += [tokens[head].head] if tokens[head].label == "nsubj" else []
    for noun in linked:
        if noun <= name[-1] or tokens[noun].text.casefold() not in kinship() or _negated(tokens, hanging[noun]):
            continue
        close = all(token.tag not in ("NOUN", "PROPN", "VERB") for token in tokens[name[-1] + 1 : noun])
        copular = any(tokens[i].label == "cop" for i in hanging[noun])
        owner = _owner_behind(tokens, hanging, noun, places, index, units, relatives)
        if owner is not None and owner != number and (copular or (tokens[noun].label == "appos" and close)):
            kind, gender = kinship()[tokens[noun].text.casefold()]
            return Kin(number, owner, kind, gender, Span(span.document, span.start, tokens[noun].end))
    return None


def _negated(tokens: Sequence[Token], hanging: Sequence[int]) -> bool:
    return any(tokens[i].text.casefold() in ("not", "n't", "never", "no") for i in hanging)


def _owner_behind(
    tokens: Sequence[Token],
    hanging: Sequence[Sequence[int]],
    noun: int,
    places: list[tuple[Span, int]],
    index: int,
    units: tuple[Unit, ...],
    relatives: set[int],
) -> int | None:
    """Whose relative it is: the pronoun's or the person's on whom the noun hangs with 's or "of", if any."""
    span, number = places[index]
    behind = [s.start - tokens[noun].end for s, _ in places if s.document == span.document]
    if any(0 < gap <= 2 for gap in behind):
        return None
    for child in hanging[noun]:
        token = tokens[child]
        if tokens[child].tag == "PRON" and token.text.casefold() in ("his", "her", "their", "my"):
            return _owner(token.text.casefold(), span.start, span, places, index, units, relatives, number)
        if {"'s", "'", "of"} & {tokens[i].text.casefold() for i in hanging[child] if tokens[i].label == "case"}:
            inside = [n for s, n in places if s.document == span.document and s.start <= token.start < s.end]
            return inside[0] if inside else None
    return None


def _direct(match: re.Match[str]) -> bool:
    """Whether only titles stand between the word of kinship and the name."""
    title = match.group("title").strip()
    if not title:
        return True
    known = (
        words("titles", "front") | words("titles", "role") | words("titles", "modifier") | {"the", "civil", "rights"}
    )
    return all(part.casefold().strip(",") in known or part[0].isupper() for part in title.split())


def _owner(
    pronoun: str,
    owner_end: int,
    span: Span,
    places: list[tuple[Span, int]],
    index: int,
    units: tuple[Unit, ...],
    relatives: set[int],
    relative: int,
) -> int | None:
    before = [(s, n) for s, n in places[:index] if s.document == span.document]
    if pronoun.endswith(("'s", "’s", "s'", "s’")):
        at = bisect_right([s.end for s, _ in before], owner_end)
        for s, n in before[max(0, at - 1) : at]:
            if owner_end - 2 <= s.end <= owner_end:
                return n
        return None
    wanted = {"his": _MALE, "her": _FEMALE}.get(pronoun)
    before = [
        (s, n)
        for s, n in before
        if owner_end - s.end <= _NEAR and (wanted is None or _gender(n, units) in (None, wanted))
    ]
    name = units[relative].name.family
    if name:
        for s, n in reversed(before):
            other = units[n].name.family or units[n].name.single
            if n != relative and s.end <= owner_end and likeness(family(name), family(other))[0] > 0.7:
                return n
    for skip in (relatives, frozenset[int]()):
        for s, n in reversed(before):
            if n == relative or n in skip or s.end > owner_end:
                continue
            return n
    return None


def _gender(number: int, units: tuple[Unit, ...]) -> str | None:
    """The gender of a unit; of a bare family name that of those who bear it in the report, if all are of one."""
    unit = units[number]
    if unit.gender or unit.name.family:
        return unit.gender
    bearers = [
        other
        for other in units
        if other.document == unit.document and other.name.family and other.name.family.split()[-1] == unit.name.single
    ]
    shown = {other.gender for other in bearers}
    return next(iter(shown)) if len(shown) == 1 else None
