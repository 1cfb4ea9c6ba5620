"""What one report takes for granted in a noun and the other denies: "his service in the navy" / "he never served in the
navy", "her visit to Orvel" / "she did not visit Orvel".

The noun must be of the verb denied, belong to whom the denial is about, and share with it a word or name behind the
verb. A noun under doubt or denial ("the alleged visit") takes nothing for granted.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail
from rashomon.apparatus.nouns import Noun
from rashomon.terms import terms
from rashomon.text import cut

LIKELY, LIKELY_NAMED = 0.1, 0.01
_NOUNS = """
service serve|visit visit|arrival arrive|departure depart|resignation resign|apology apologise|apology apologize
payment pay|refusal refuse|approval approve|involvement involve|marriage marry|meeting meet|conviction convict
arrest arrest|release release|confession confess|visit travel|knowledge know|attack attack|attendance attend
graduation graduate|purchase buy|purchase purchase|sale sell|donation donate|gift give|threat threaten|promise promise
agreement agree|consent consent|support support|endorsement endorse|participation participate|warning warn|order order
trip travel|work work|call call|request request|offer offer|denial deny|escape escape|signature sign|vote vote
"""
_VERBS = frozenset(
    (noun, verb) for pair in _NOUNS.replace("\n", "|").split("|") if pair for noun, verb in (pair.split(" "),)
)
_OPEN = frozenset("alleged purported supposed possible planned future reported suspected claimed false".split())
_ASKING = frozenset("deny allegation claim report lack absence refuse demand".split())


def compare_presumed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between an act taken for granted and the same act denied."""
    if likely < LIKELY_NAMED or not one_time(a, b):
        return None
    for one, other in ((a, b), (b, a)):
        if other.statement.polarity != "denied" or other.standing not in ("done", "present") or not other.predicate:
            continue
        if one.statement.polarity == "denied" or one.statement.modality != "asserted":
            continue
        for noun in one.nouns:
            if (noun.head, other.predicate) not in _VERBS or not is_granted(noun):
                continue
            if not _one_act(one, noun, other, likely):
                continue
            words = " ".join(cut(one.document, noun.span).split())
            values = (words, other.said) if one is a else (other.said, words)
            why = f"taken for granted in one, denied in the other: {values[0]} / {values[1]}"
            return Finding("status", "tension", likely, why, i, j, *values)
    return None


def is_granted(noun: Noun) -> bool:
    """Whether a noun takes its act for granted: it is somebody's, and nothing puts it in doubt."""
    return noun.owned and not _OPEN.intersection(noun.before) and noun.on not in _ASKING


def _one_act(detail: Detail, noun: Noun, other: Detail, likely: float) -> bool:
    held = {f for f, _ in terms(detail.document.text, noun.place, noun.span.end)} - {noun.head}
    if not other.behind & held:
        return False
    named = {entity.id for entity in other.around if entity.id in other.about}
    return bool(noun.owners & named) if noun.owners and named else likely >= LIKELY
