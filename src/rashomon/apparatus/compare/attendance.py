"""Somebody who was there in one report and not in the other: "sat in the front row" / "was not in the courtroom",
"walked with the march" / "among those who did not come", "stayed at home".

It must be one person, by name or pronoun, told of as past. Where both say what he came to, or where, these must be of
one kind (a court, its hearing and the verdict; a march and a rally); where one does not, the statements must be
somewhat alike. Out of scope: whoever came and left, plans, and groups.
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.finding import NOT_TOLD, Finding, one_time
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.verbs import BE, lemma
from rashomon.terms import term
from rashomon.text import cut, fold

LIKELY, LIKELY_UNNAMED = 0.01, 0.08
_LINES = """
court courtroom hearing trial sentencing verdict dock arraignment courthouse sentence
march rally demonstration protest parade procession
funeral service burial church cathedral memorial mass
ceremony inauguration wedding gala dinner banquet reception celebration party
meeting session chamber debate assembly parliament vote council talk summit conference
match game stadium final concert theatre theater
press news
"""
_OCCASION = {term(word) or word: line.split()[0] for line in _LINES.strip().splitlines() for word in line.split()}
_ROW = frozenset("row gallery bench seat pew front stand audience crowd rank".split())
"""Nouns for places from where one follows something."""
_COMING = frozenset("attend come appear show arrive join".split())
_FOLLOWING = frozenset("sit stand watch listen walk march".split())
_STAYING = frozenset("stay remain watch follow".split())
_SKIPPING = frozenset("skip skipp miss boycott shun".split())
_IN = ("in", "at", "inside", "from", "with")
_FEW = 3
"""Content words of "did not come" that says nothing else."""
_NOT = ("not", "n't", "n’t", "never")


class There(NamedTuple):
    """Whether people were there, at what kind of occasion ('' where it is not said), and the words that say so."""

    people: frozenset[str]
    present: bool
    occasion: str
    words: str


def compare_attendance(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between one who was there and was not."""
    if likely < LIKELY:
        return None
    one = there(a)
    other = there(b) if one else None
    if one is None or other is None or one.present == other.present or not one.people & other.people:
        return None
    if one.occasion and other.occasion:
        if one.occasion != other.occasion:
            return None
    elif likely < LIKELY_UNNAMED:
        return None
    if not one_time(a, b):
        return None
    why = f"there in one, not there in the other: {one.words} / {other.words}"
    return Finding("status", "contradiction", likely, why, i, j, one.words, other.words)


@once
def there(detail: Detail) -> There | None:
    """What a statement tells of who was there, null where it tells nothing of it."""
    made = detail.statement
    if made.modality != "asserted" or not any(entity.kind == "person" for entity in detail.around):
        return None
    if fold(detail.words).startswith(NOT_TOLD):
        return None
    people, present = _subject(detail) or _among(detail) or (frozenset(), False)
    if not people:
        return None
    occasions = [kind for noun in detail.nouns if (kind := _OCCASION.get(noun.head))]
    return There(people, present, occasions[0] if occasions else "", " ".join(detail.words.split()))


def _subject(detail: Detail) -> tuple[frozenset[str], bool] | None:
    """The people in the subject, and whether the predicate tells that they were there."""
    predicate = detail.statement.predicate
    words = [word for word in fold(cut(detail.document, predicate)).split() if word not in _NOT] if predicate else []
    verb = (lemma(words[-1]) or detail.predicate or "") if words else ""
    if detail.standing not in ("done", "present") or "to" in words:
        return None
    if verb not in _COMING | _FOLLOWING | _STAYING | _SKIPPING and not BE.intersection(words[-1:]):
        return None
    people = frozenset(e.id for e in detail.around if e.kind == "person" and e.id in detail.doers)
    denied = detail.statement.polarity == "denied"
    present = _was(detail, denied=denied) if BE.intersection(words[-1:]) else _did(detail, verb, denied=denied)
    return None if present is None or not people else (people, present)


def _was(detail: Detail, *, denied: bool) -> bool | None:
    """ "Was there", "was not in the courtroom", "was absent": what the verb to be joins to the subject."""
    tokens, span = detail.tokens, detail.statement.span
    for i, token in enumerate(tokens):
        if token.label != "cop" or token.head < 0 or not span.start <= token.start < span.end:
            continue
        joined = tokens[token.head]
        word = joined.text.casefold()
        if word == "absent" and not denied:
            return False
        noun = next((n for n in detail.nouns if n.place == joined.start), None)
        house = noun is not None and noun.case in _IN and noun.head in _OCCASION.keys() | _ROW
        if (house or word in ("there", "present")) and i < token.head:
            return not denied
    return None


def _did(detail: Detail, verb: str, *, denied: bool) -> bool | None:
    """ "Attended", "watched from the front row", "did not come", "skipped the trial", "stayed at home"."""
    words = f" {fold(detail.words)} "
    objects = any(noun.label == "obj" and noun.head in _OCCASION for noun in detail.nouns)
    to = any(noun.case == "to" and noun.head in _OCCASION for noun in detail.nouns)
    inside = any(noun.case in _IN and noun.head in _OCCASION.keys() | _ROW for noun in detail.nouns)
    if verb in _SKIPPING:
        return None if denied or not objects else False
    if verb in _STAYING and not denied and any(where in words for where in (" at home ", " from home ", " away ")):
        return False
    if verb in _COMING:
        bare = (
            verb != "join"
            and len(detail.terms) <= _FEW
            and not any(held.role in ("from", "to") for held in detail.arguments)
        )
        if denied:
            return False if objects or to or bare else None
        return True if objects and verb in ("attend", "join") else None
    return True if verb in _FOLLOWING and inside and not denied else None


def _among(detail: Detail) -> tuple[frozenset[str], bool] | None:
    """ "Among those who did not come was Tomas Cole"."""
    tokens, span = detail.tokens, detail.statement.span
    people = {e.id for e in detail.around if e.kind == "person"}
    if "those" not in detail.words.casefold():
        return None
    for i, token in enumerate(tokens):
        if token.text.casefold() != "those" or not span.start <= token.start < span.end or token.head < 0:
            continue
        named = frozenset(named_at(detail, tokens[token.head]) & people)
        verbs = [n for n, t in enumerate(tokens) if t.head == i and t.label == "acl"]
        if named and verbs and lemma(tokens[verbs[0]].text.casefold()) in _COMING:
            denied = any(t.head == verbs[0] and t.text.casefold() in _NOT for t in tokens)
            return named, not denied
    return None
