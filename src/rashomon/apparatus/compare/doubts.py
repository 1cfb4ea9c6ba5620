"""A deed that one report leaves open in a word beside its noun ("an apparent suicide", "the alleged affair"), and the
other tells as one that was ("committed suicide", "after the affair").

So is what one says was likely or may have been ("it is likely that he fell", "may have fallen") and the other tells
flatly; and an apparent deed that an authority has confirmed since is an update. Verbs that doubt are compared in
`attribution`. The two must speak of one deed: one noun, in statements likely to
share a fact, or of one bearer. A noun under a word that itself doubts ("accusations of abuse") is not told as a fact.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.patients import named_at
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.tables import peoples
from rashomon.lexicon.verbs import PLAIN
from rashomon.model import Severity
from rashomon.terms import term, terms
from rashomon.text import cut, fold

LIKELY, LIKELY_NAMED, LIKELY_HEDGED = 0.3, 0.05, 0.15
_LIKELY_THAT = re.compile(
    r"\b(?:(?:highly|very|most|more than|quite) )?(?:likely|probable|possible|plausible)(?: that)?\s*$|"
    r"\b(?:looks?|looked|seems?|seemed)(?: like| as if| that)?\W*$"
)
_IF = re.compile(r"\bif\b")
_LIKE = re.compile(r"\W*like\b")
_MAY_HAVE = re.compile(
    r"\b(?:(?:may|might|could) (?:well )?have|(?:most |very |highly )?(?:likely|probably))\b(?! to\b)"
)
_LIKELY = ("likely", "probable", "possible", "plausible")
_LIGHT = PLAIN
_OFFICIAL = "coroner police prosecutor court judge ministry authorit investigator examiner official spokes".split()
_OPEN = frozenset(
    "alleged apparent suspected purported supposed presumed reported possible unproven unconfirmed".split()
)
_MILD = frozenset("apparent reported presumed".split())
"""Words of one who only saw or heard: the other report knows more, or says it less carefully."""
_DEEDS = frozenset(
    """
    suicide murder homicide manslaughter killing assassination attack arson overdose affair abuse assault rape fraud
    theft robbery bribe bribery corruption collusion plot conspiracy bomb shoot kidnap crime misconduct harass
    encounter terrorism doping leak hack sabotage poison interference hoax violation payoff payment coup massacre
    genocide espionage spying embezzlement extortion blackmail perjury involvement complicity cover-up coverup
    """.split()
)
_ASKING = frozenset(
    """
    allegation accusation allege accuse charge claim suspicion suspect rumour rumor investigation investigate probe
    question report risk threat possibility fear prevent avoid deny denial victim count
    """.split()
)


class Hedge(NamedTuple):
    """What is likely only: the words that say so, the verb, who did it, and the content words behind the verb; `near`
    tells whether the words are sure to be said of that verb.
    """

    words: str
    verb: str
    doers: frozenset[str]
    behind: frozenset[str]
    near: bool


def compare_doubts(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a deed told with a word of doubt and without."""
    return _named(a, b, likely, i, j) or _hedged(a, b, likely, i, j)


@once
def has_doubt(detail: Detail) -> bool:
    """Whether a statement holds a deed under a word of doubt, or makes one likely only."""
    doubted = any(noun.head in _DEEDS and not _OPEN.isdisjoint(noun.before) for noun in detail.nouns)
    return doubted or hedge(detail) is not None


def _named(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if likely < LIKELY_NAMED or not (a.nouns and b.nouns):
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        for doubted in one.nouns:
            words = _OPEN.intersection(doubted.before)
            if not words or doubted.head not in _DEEDS:
                continue
            flat = next((noun for noun in other.nouns if noun.head == doubted.head), None)
            mild = words <= _MILD
            if flat is None or not _is_told(other, flat, mild) or not _is_one(doubted, flat, likely):
                continue
            if {word for word in doubted.before if word in peoples()} - {*flat.before}:
                continue  # of a "suspected Velkan attack" the doubt is whose it was
            values = cut(one.document, doubted.span), cut(other.document, flat.span)
            severity: Severity = ("update" if _is_official(other) else "variant") if mild else "tension"
            values = values if first else values[::-1]
            why = f"left open in one, told as a fact in the other: {values[0]} / {values[1]}"
            return Finding("attribution", severity, likely, why, i, j, *values)
    return None


def _hedged(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What was likely or may have been, beside what was."""
    if likely < LIKELY_HEDGED or "denied" in (a.statement.polarity, b.statement.polarity) or not one_time(a, b):
        return None
    for one, told in ((a, b), (b, a)):
        doubt = hedge(one)
        if doubt is None or told.statement.modality != "asserted" or told.standing not in ("done", "present"):
            continue
        behind = told.behind
        if doubt.verb != told.state or hedge(told) is not None:
            continue
        if not doubt.doers & told.doers and (not _is_borne(doubt, told) or _IF.search(fold(one.words))):
            continue
        if told.predicate and (doubt.behind or behind) and not doubt.behind & behind:
            continue
        values = (doubt.words, "stated") if one is a else ("stated", doubt.words)
        why = f"likely in one, stated in the other: {a.said} / {b.said}"
        return Finding("status", "tension", likely, why, i, j, *values)
    return None


def _is_borne(doubt: Hedge, told: Detail) -> bool:
    """Whether both may be of one doer, where one names none: "the plane was shot down" by the same thing."""
    if (doubt.doers and told.doers) or doubt.verb in _LIGHT or not doubt.near:
        return False
    return bool(doubt.behind & told.behind)


@once
def hedge(detail: Detail) -> Hedge | None:
    """What a statement makes likely only: "may have fallen", "it is likely that he fell"."""
    start = detail.statement.span.start
    before = fold(detail.document.text[max(detail.sentence.start, start - 30) : start])
    match = _LIKELY_THAT.search(before) or _LIKE.match(fold(detail.words)) or _MAY_HAVE.search(fold(detail.words))
    if match is None or not detail.state:
        return None
    at = next((i for i, t in enumerate(detail.tokens) if t.start >= start and t.text in _LIKELY), -1)
    verb = next((t for t in detail.tokens if t.head == at >= 0 and t.label in ("ccomp", "csubj")), None)
    if verb is None:
        said = fold(cut(detail.document, detail.statement.predicate)) if detail.statement.predicate else ""
        words = match.group().strip()
        return Hedge(words, detail.state, detail.doers, detail.behind, words in said)
    place = detail.tokens.index(verb)
    subjects = [t for t in detail.tokens if t.head == place and t.label == "nsubj"]
    return Hedge(
        match.group().strip(),
        term(verb.text) or "",
        frozenset(entity for t in subjects for entity in named_at(detail, t)),
        frozenset(form for form, _ in terms(detail.document.text, verb.end, detail.statement.span.end)),
        True,
    )


def _is_official(detail: Detail) -> bool:
    holder = detail.statement.holder
    said = fold(cut(detail.document, holder.span)) if holder.span else ""
    return any(word in said for word in _OFFICIAL)


def _is_told(detail: Detail, noun: Noun, anybody: bool) -> bool:
    """Whether a report, or with `anybody` whomever it quotes, takes the deed as one that was."""
    if _OPEN.intersection(noun.before) or noun.on in _ASKING or {"no", "any"}.intersection(noun.before):
        return False
    made = detail.statement
    if made.holder.kind != "report" and not anybody:
        return False
    return made.polarity == "affirmed" and made.modality == "asserted" and not _ASKING.intersection(detail.terms)


def _is_one(one: Noun, other: Noun, likely: float) -> bool:
    if one.within and other.within and not one.within & other.within:
        return False
    return likely >= (LIKELY_NAMED if one.within & other.within else LIKELY)
