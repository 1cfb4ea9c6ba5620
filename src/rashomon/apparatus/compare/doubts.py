"""A deed that one report leaves open in a word beside its noun ("an apparent suicide", "the alleged affair"), and the
other tells as one that was ("committed suicide", "after the affair").

Verbs that doubt are compared in `attribution`. The two must speak of one deed: one noun, in statements likely to
share a fact, or of one bearer. A noun under a word that itself doubts ("accusations of abuse") is not told as a fact.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding
from rashomon.apparatus.details import Detail
from rashomon.apparatus.nouns import Noun
from rashomon.model import Severity
from rashomon.text import cut

LIKELY, LIKELY_NAMED = 0.3, 0.05
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


def compare_doubts(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a deed named with a word of doubt and without."""
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
            values = cut(one.document, doubted.span), cut(other.document, flat.span)
            severity: Severity = "variant" if mild else "tension"
            values = values if first else values[::-1]
            why = f"left open in one, told as a fact in the other: {values[0]} / {values[1]}"
            return Finding("attribution", severity, likely, why, i, j, *values)
    return None


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
