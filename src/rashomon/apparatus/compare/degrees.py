"""How great: "no major damage" in one report, "extensive damage" in the other; "a narrow victory" / "a landslide win".

Words of degree beside one noun are laid on a scale of four steps, nothing, slight, middling and great; a noun has a
step, or several ("minor to moderate", "no major"), and two nouns differ where they share none. The same for verbs of
harm with an adverb ("badly damaged" / "slightly damaged") that reached one thing. Only nouns for what has one measure
as a whole are compared; injuries are of many people, and another attack has another measure. Each is a tension.
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.patients import patients
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.text import cut

LIKELY, LIKELY_HARMED = 0.15, 0.1
_STEPS = """
nothing slight: little minimal negligible insignificant scant
slight: minor small slight light limited mild superficial weak modest narrow slim thin partial localised localized token
middling: moderate medium
great: major large big huge massive heavy severe serious significant extensive widespread substantial considerable
great: great enormous vast devastating catastrophic large-scale strong powerful overwhelming landslide crushing wide
great: comfortable decisive deep sweeping immense colossal
"""
_STEP_OF = {
    word: frozenset(line.partition(":")[0].split())
    for line in _STEPS.strip().splitlines()
    for word in line.partition(":")[2].split()
}
_ADVERBS = """
slight: slightly lightly superficially mildly marginally
middling: moderately
great: heavily badly severely seriously extensively massively critically gravely
"""
_STEP_OF_ADVERB = {
    word: line.partition(":")[0] for line in _ADVERBS.strip().splitlines() for word in line.partition(":")[2].split()
}
_MEASURED = frozenset(
    """
    damage destruction disruption impact effect delay turnout crowd audience fire blaze explosion blast quake earthquake
    resistance progress role increase decrease decline rise drop fall victory win defeat majority margin lead loss
    spill leak outage shortage support opposition concession gain setback tremor aftershock radiation pollution
    contamination participation involvement bleed traffic backlog
    """.split()
)
"""What has one measure in one event, in compared form."""
_HARMED = frozenset("damage injure wound hurt burn affect disrupt scar hit".split())
_NOT_AT_ALL = frozenset(("no", "any", "without"))
_OTHER = frozenset("another other further more additional previous earlier past first second third each every".split())


class Degree(NamedTuple):
    """The steps a noun or verb may stand at, and the words for it."""

    steps: frozenset[str]
    noun: Noun
    words: str


def compare_degrees(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between how great two statements say one thing was."""
    return _nouns(a, b, likely, i, j) or _verbs(a, b, likely, i, j)


@once
def tells_of_degrees(detail: Detail) -> bool:
    """Whether a statement holds a word of degree beside such a noun or verb."""
    return bool(degrees(detail) or _harm(detail))


def _nouns(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    if likely < LIKELY or not one_time(a, b) or _elsewhere(a, b):
        return None
    for one in degrees(a):
        for other in degrees(b):
            if one.noun.head != other.noun.head or one.steps & other.steps or _of_others(one.noun, other.noun):
                continue
            why = f"one thing, great in one and not in the other: {one.words} / {other.words}"
            return Finding("scope", "tension", likely, why, i, j, one.words, other.words)
    return None


def _verbs(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    one, other = _harm(a), _harm(b)
    if likely < LIKELY_HARMED or not one or not other or one == other or a.predicate != b.predicate:
        return None
    reached = [patients(detail, _verb(detail)) for detail in (a, b)]
    shared = reached[0][0] & reached[1][0] if reached[0][0] or reached[1][0] else reached[0][1] & reached[1][1]
    if not shared or not one_time(a, b) or "denied" in (a.statement.polarity, b.statement.polarity):
        return None
    why = f"one thing, great in one and not in the other: {one} {a.said} / {other} {b.said}"
    return Finding("scope", "tension", likely, why, i, j, one, other)


@once
def degrees(detail: Detail) -> tuple[Degree, ...]:
    """The nouns of a statement with words of degree, where it says that they are."""
    found = []
    for noun in detail.nouns:
        said = [_STEP_OF[word] for word in noun.before if word in _STEP_OF]
        if noun.head not in _MEASURED or not said or _OTHER.intersection(noun.before):
            continue
        steps = frozenset().union(*said)
        if _NOT_AT_ALL.intersection(noun.before):
            if steps != {"great"}:
                continue
            steps = frozenset(("nothing", "slight"))
        elif detail.statement.polarity == "denied" or _is_open(detail):
            continue
        found.append(Degree(steps, noun, cut(detail.document, noun.span)))
    return tuple(found)


def _is_open(detail: Detail) -> bool:
    """Whether a statement tells only what may or is to be."""
    return detail.statement.modality in ("possible", "planned") or detail.standing == "coming"


@once
def _harm(detail: Detail) -> str:
    """The step of harm that the adverb beside a verb tells, '' for none."""
    if detail.predicate not in _HARMED or detail.statement.predicate is None:
        return ""
    place = _verb(detail)
    at = next((i for i, token in enumerate(detail.tokens) if token.start == place), -1)
    said = {
        _STEP_OF_ADVERB[word]
        for token in detail.tokens
        if token.head == at >= 0 and (word := token.text.casefold()) in _STEP_OF_ADVERB
    }
    return said.pop() if len(said) == 1 else ""


@once
def _verb(detail: Detail) -> int:
    """Where the main verb begins, -1 without one."""
    span = detail.statement.predicate
    held = [t.start for t in detail.tokens if span and span.start <= t.start < span.end and t.tag in ("VERB", "ADJ")]
    return held[-1] if held else -1


def _elsewhere(a: Detail, b: Detail) -> bool:
    """Whether both name places, and none is in both."""
    places = [{entity.id for entity in detail.entities if entity.kind == "place"} for detail in (a, b)]
    return all(places) and not places[0] & places[1]


def _of_others(one: Noun, other: Noun) -> bool:
    """Whether two nouns are of other owners or about other names."""
    ones, others = one.owners | one.within, other.owners | other.within
    return bool(ones and others) and not ones & others
