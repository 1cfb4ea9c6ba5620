"""Whom "he", "she" and "it" stand for, in the words of the reporter.

A report is read from front to back. Each pronoun takes the subject of its own sentence, else of those before it, if
gender does not speak against; a pronoun once understood counts as a mention of its bearer. Names inside quotations do
not count; possessives and objects of prepositions rank last and count when they leave one candidate. Centering (Grosz,
Joshi and Weinstein 1995) in its simplest form. Plural pronouns are out of scope.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rashomon.lexicon.tables import given_names, key, kinship
from rashomon.model import Annotations, Document, Entity, Sentence, Span
from rashomon.text import fold, spelled

Gender = Literal["female", "male"]

_REACH = 9
_GENDERED: Mapping[str, Gender] = {
    **dict.fromkeys("mr sir lord king prince duke emperor pope congressman baron chairman spokesman".split(), "male"),
    **dict.fromkeys("councilman policeman businessman boy man".split(), "male"),
    **dict.fromkeys("mrs ms miss lady dame queen princess duchess empress baroness spokeswoman".split(), "female"),
    **dict.fromkeys(
        "congresswoman chairwoman councilwoman policewoman businesswoman actress girl woman".split(), "female"
    ),
}
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|him|[Hh]is|[Hh]er)\b")
_SUBJECT_FORM = {"him": "he", "his": "he", "her": "she"}
_SUBORDINATE = re.compile(
    r"(?:(?:But|And|Just|Even|Only) )?(?i:as|when|while|after|although|though|because|if|since)\b"
)
_PREPOSITIONS = frozenset(
    """of for from at in on by with to about against near under between behind after before into over toward
    towards""".split()
)


class Mentioned(NamedTuple):
    """A place where an entity is named or taken up; `rank` is 0 for a subject, 1 for anything else."""

    start: int
    end: int
    entity: str
    rank: int


class Understood(NamedTuple):
    """What reading a document gives: every place where an entity is mentioned, and whom each pronoun stands for."""

    mentioned: tuple[Mentioned, ...]
    pronouns: Mapping[int, str]


def read(
    document: Document, notes: Annotations, entities: Sequence[Entity], speakers: Mapping[Span, str]
) -> Understood:
    """Reads a document from front to back; the keys of `pronouns` are the places where they begin.

    `speakers` are words that name a speaker, with the entity; they count as subjects. Whatever speaks and is no person
    may be "it", a country too.
    """
    marked = sorted((s.start, s.end) for quote in notes.quotes if quote.kind != "indirect" for s in quote.content)
    genders = {entity.id: gender_of(entity) for entity in entities}
    kinds = {entity.id: entity.kind for entity in entities}
    spoken = [Mentioned(s.start, s.end, e, 0) for s, e in speakers.items() if not _inside(s.start, marked)]
    known = sorted([*_mentions(document, entities, marked), *spoken])
    bodies = {e for e in speakers.values() if kinds.get(e) != "person"}
    fitting: dict[str, set[str]] = {}
    starts = [sentence.span.start for sentence in notes.sentences]
    pronouns: dict[int, str] = {}
    for match in _PRONOUN.finditer(document.text):
        form, start = match.group().casefold(), match.start()
        pronoun = _SUBJECT_FORM.get(form, form)
        if _inside(start, marked):
            continue
        if pronoun not in fitting:
            it = bodies if pronoun == "it" else set[str]()
            fitting[pronoun] = it | {e for e in kinds if _fits(kinds[e], genders[e], pronoun)}
        number = bisect_right(starts, start) - 1
        first = bisect_left(known, starts[max(0, number - _REACH + 1)] if starts else 0, key=lambda m: m.start)
        near = [m for m in known[first:] if m.start < start and m.entity in fitting[pronoun]]
        found = _antecedent(document.text, notes.sentences, number, near, pronoun, start)
        if found is not None:
            pronouns[start] = found
        if found is not None and form == pronoun:
            insort(known, Mentioned(start, match.end(), found, 0))
    return Understood(tuple(known), pronouns)


def latest(understood: Understood, entities: Sequence[str], before: int) -> str | None:
    """The one of the entities that is mentioned last before a place."""
    at = next((m for m in reversed(understood.mentioned) if m.start < before and m.entity in entities), None)
    return at.entity if at else None


def _main(text: str, left: int, right: int, subjects: Sequence[Mentioned]) -> Mentioned:
    """The subject of the main clause: behind the comma where the sentence opens with another ("As Lee left, Kim …")."""
    comma = text.find(",", left, right)
    if comma >= 0 and _SUBORDINATE.match(text, left):
        return next((m for m in subjects if m.start > comma), subjects[0])
    return subjects[0]


def _antecedent(
    text: str, sentences: Sequence[Sentence], number: int, known: Sequence[Mentioned], pronoun: str, start: int
) -> str | None:
    """Whom a pronoun in the sentence of this number stands for; `known` are those it fits, in and near the sentence."""
    fallback: str | None = None
    for at in range(number, max(-1, number - _REACH), -1):
        left = sentences[at].span.start
        right = start if at == number else sentences[at].span.end
        if at != number and sentences[at].part == "caption" and sentences[number].part != "caption":
            continue
        inside = [m for m in known if left <= m.start < right]
        subjects = [m for m in inside if m.rank == 0]
        if subjects:
            return _main(text, left, right, subjects).entity
        others = {m.entity for m in inside}
        if len(others) == 1 and at == number:
            fallback = others.pop()  # "… the mayor's wish, he said" goes on with whoever spoke before
            continue
        if len(others) == 1:
            return fallback or others.pop()
        if others or (pronoun == "it" and at < number):
            return fallback
    return fallback


def _fits(kind: str, gender: Gender | None, pronoun: str) -> bool:
    if pronoun == "it":
        return kind == "organisation"
    return kind == "person" and gender in (None, "male" if pronoun == "he" else "female")


def gender_of(entity: Entity) -> Gender | None:
    """The gender shown by titles and descriptions, else by the given name; null when they show none or both."""
    if entity.kind != "person":
        return None
    shown: set[Gender] = set()
    for form in (*entity.titles, *entity.descriptions):
        inside = [*map(key, spelled(form.text))]
        last, first = inside[-1:], inside[:1]
        shown.update(g for w in last if (g := _GENDERED.get(w) or (kinship().get(w) or ("", None))[1]))
        shown.update(_GENDERED[w] for w in first if w in _GENDERED)
    if not shown:
        votes: list[Gender] = []
        for form in entity.forms:
            named = spelled(form.text)
            if len(named) > 1:
                sides = given_names().get(key(named[0]), frozenset())
                votes.extend(side for side in sides if len(sides) == 1)
        shown.update(votes)
    return shown.pop() if len(shown) == 1 else None


def _mentions(document: Document, entities: Sequence[Entity], marked: Sequence[tuple[int, int]]) -> Iterator[Mentioned]:
    for entity in entities:
        for form in (*entity.forms, *entity.descriptions):
            for span in form.spans:
                if span.document == document.id and not _inside(span.start, marked):
                    yield Mentioned(span.start, span.end, entity.id, _rank(document.text, span.start, span.end))


def _rank(text: str, start: int, end: int) -> int:
    """0 where a subject can stand, 1 for a possessive or behind a preposition."""
    if fold(text[end : end + 2]) in {"'s", "'"}:
        return 1
    before = spelled(text, max(0, start - 40), start)
    return int(bool(before) and before[-1].casefold() in _PREPOSITIONS)


def _inside(start: int, marked: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(marked, (start, 1 << 60)) - 1
    return any(left <= start < right for left, right in marked[max(0, at - 2) : at + 1])
