"""Words of kinship beside names: who is introduced as whose father, wife, child.

"his father, Vasil", "Ana Moor's husband, Tom", "Irma, his mother", "her husband Jo Doe". The possessive pronoun goes to
the nearest person before it that fits and was not introduced as a relative himself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rashomon.entities.spelling import family, likeness
from rashomon.entities.units import Unit
from rashomon.lexicon.tables import kinship, words
from rashomon.model import Document, Span

_WORDS = "|".join(sorted((re.escape(word) for word in kinship()), key=lambda w: (-len(w), w)))
_BEFORE = re.compile(
    rf"(?P<owner>\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Mm]y|\w['’]s|s['’])\s+(?P<between>(?:[^\W\d]+,?\s+(?:and\s+)?){{0,4}}?)"
    rf"(?P<word>{_WORDS})(?P<gap>,?\s+(?:named\s+|called\s+)?)(?P<title>(?:the\s+)?(?:[^\s,.]+\s+){{0,3}}|(?:the\s+)?(?:[A-Z]\w*\.\s+){{0,2}})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^,\s+(?P<owner>his|her|their|my)\s+(?:[^\W\d]+\s+){{0,2}}?(?P<word>{_WORDS})\b(?!,? (?-i:[A-Z]))", re.IGNORECASE
)
_BLOCK = re.compile(r"[.!?\n;:“”]")
_MALE, _FEMALE = "male", "female"


class Kin(NamedTuple):
    """Unit `relative` is the `kind` of unit `owner` (None where no owner was found); `span`: the words that say so."""

    relative: int
    owner: int | None
    kind: str
    gender: str | None
    span: Span


def find_kin(documents: dict[str, Document], units: tuple[Unit, ...]) -> tuple[Kin, ...]:
    """All introductions by kinship, by place."""
    places = sorted((span, number) for number, unit in enumerate(units) if unit.kind == "person" for span in unit.spans)
    found: list[Kin] = []
    relatives: set[int] = set()
    for index, (span, number) in enumerate(places):
        kin = _introduced(documents[span.document], span, number, places, index, units, relatives)
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
    after = _AFTER.match(text[span.end : span.end + 60])
    if after:
        kind, gender = kinship()[after.group("word").casefold()]
        owner = _owner(after.group("owner").casefold(), span.start, span, places, index, units, relatives, number)
        return Kin(number, owner, kind, gender, Span(span.document, span.start, span.end + after.end("word")))
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
    name = units[relative].name.family
    if name:
        for s, n in reversed(before):
            other = units[n].name.family or units[n].name.single
            if (
                n != relative
                and s.end <= owner_end
                and units[n].gender in (None, wanted)
                and likeness(family(name), family(other))[0] > 0.7
            ):
                return n
    for skip in (relatives, frozenset[int]()):
        for s, n in reversed(before):
            if n == relative or n in skip or s.end > owner_end:
                continue
            if wanted is None or units[n].gender in (None, wanted):
                return n
    return None
