"""Where one deed was done, told by common nouns: "near the north door" / "at the river door", "inside" / "outside", "in
his home" / "in his basement", "at the Aster depot" / "at the Oxley depot".

The places are what hangs on the verb behind a preposition of place. They part where one noun has modifiers that exclude
each other, where one is inside and the other outside of one thing, or where the nouns are of different kinds of house
or ground. A part of a house told beside the whole is a tension like the others: "in his basement" says more than "in
his home". Out of scope: places by name alone (`places`).
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.deeds import other_parties
from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.opposites import same_deed
from rashomon.text import cut, fold

LIKELY, LIKELY_KINDS, LIKELY_SIDES = 0.15, 0.3, 0.02
_KINDS = """
home house apartment flat mansion villa cottage
basement cellar
attic loft
garage
kitchen
bedroom
bathroom
garden yard backyard
hotel motel hostel inn
hospital clinic infirmary
prison jail
barracks camp
church chapel cathedral mosque temple synagogue
school classroom college university
court courtroom courthouse
car vehicle van truck lorry taxi
bus coach
train
plane aircraft jet
ship boat ferry vessel yacht
bridge
tunnel
beach shore
forest wood woods
river lake
field meadow
restaurant cafe bar pub
shop store supermarket
factory plant works
airport terminal
station platform
park
square plaza
office
"""
_KIND = {word: line.split()[0] for line in _KINDS.strip().splitlines() for word in line.split()}
_PARTS = frozenset("basement attic garage kitchen bedroom bathroom garden".split())
"""Parts of a house, which say more than the house."""
_WIDE = frozenset("home hotel hospital prison church school court shop office ship".split())
_AT = frozenset("in at inside outside near from on beside behind".split())
_HARMING = frozenset("rape raping assault abuse molest torture".split())
_SIDES = ({"north", "northern"}, {"south", "southern"}, {"east", "eastern"}, {"west", "western"})
_LEVELS = ({"front"}, {"back", "rear"}, {"upper", "top"}, {"lower", "bottom"}, {"left"}, {"right"})


class Site(NamedTuple):
    """A place beside the verb: its noun, whether outside of it, the places by name in it, the words with "in"."""

    noun: Noun
    outside: bool
    places: frozenset[str]
    words: str


def compare_sites(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the places of one deed, told by nouns."""
    if likely < LIKELY_SIDES or not a.nouns or not b.nouns:
        return None
    deed = _one_deed(a, b)
    for one in sites(a):
        for other in sites(b):
            if not deed and not (one.noun.head == other.noun.head and likely >= LIKELY and _one_patient(a, b)):
                continue
            if not (why := _apart(one, other, likely)) or _tells(a, other) or _tells(b, one):
                continue
            return Finding(
                "place", "tension", likely, f"{why}: {one.words} / {other.words}", i, j, one.words, other.words
            )
    return None


@once
def sites(detail: Detail) -> list[Site]:
    """The places that hang on the verb of a statement."""
    predicate = detail.statement.predicate
    found = []
    for noun in detail.nouns:
        if predicate is None or noun.label != "obl" or not set(noun.case.split()) & _AT:
            continue
        if predicate.start <= noun.on_place < predicate.end:
            words = f"{noun.case} {' '.join(cut(detail.document, noun.span).split())}"
            places = noun.within & {entity.id for entity in detail.entities if entity.kind == "place"}
            found.append(Site(noun, "outside" in noun.case.split(), places, words))
    return found


def _one_deed(a: Detail, b: Detail) -> bool:
    """Whether two statements may tell of one deed: one act, one doer or patient, one time, both told as done."""
    if not a.predicate or not b.predicate or a.statement.polarity != b.statement.polarity:
        return False
    if not (_act(a.predicate) == _act(b.predicate) or same_deed(a.predicate, b.predicate)):
        return False
    if not {a.standing, b.standing} <= {"done", "present"} or not one_time(a, b) or other_parties(a, b):
        return False
    return bool(a.about & b.about) or bool(_owners(a) & _owners(b))


def _one_patient(a: Detail, b: Detail) -> bool:
    """Whether one noun is subject or object in both: "the verdict was read" / "she handed down the verdict"."""
    ones, others = ({n.head for n in d.nouns if n.label in ("nsubj", "obj")} for d in (a, b))
    return bool(ones & others) and {a.standing, b.standing} <= {"done", "present"} and one_time(a, b)


def _act(verb: str) -> str:
    return "harm" if verb in _HARMING else act_of(verb)


@once
def _owners(detail: Detail) -> set[str]:
    """Whose places a statement names: "in his basement"."""
    return {owner for site in sites(detail) for owner in site.noun.owners}


def _apart(one: Site, other: Site, likely: float) -> str:
    """Why two places cannot both be the one of a deed, '' where they can."""
    if one.noun.head == other.noun.head:
        if one.outside != other.outside:
            return "outside or inside" if {one.noun.case, other.noun.case} & {"inside", "in"} else ""
        if _sides(one.noun) and _sides(other.noun) and _sides(one.noun) != _sides(other.noun):
            return "two sides of one thing"
        named = one.places, other.places
        if likely >= LIKELY and all(named) and not named[0] & named[1]:
            return "two places of one deed"
        return ""
    kinds = _KIND.get(one.noun.head, ""), _KIND.get(other.noun.head, "")
    owned = bool(one.noun.owners & other.noun.owners)
    if not (likely >= LIKELY_KINDS or owned) or not all(kinds) or kinds[0] == kinds[1]:
        return ""
    if _PARTS & set(kinds):
        return "a part or the whole" if _WIDE & set(kinds) or set(kinds) <= _PARTS else "two places of one deed"
    return "two places of one deed"


def _sides(noun: Noun) -> int:
    """Which side the modifiers of a noun name, 0 for none."""
    words = set(noun.before) | noun.kind
    return next((n for n, side in enumerate((*_SIDES, *_LEVELS), 1) if side & words), 0)


def _tells(detail: Detail, site: Site) -> bool:
    """Whether a statement speaks of the place of the other too."""
    return site.noun.head in {n.head for n in detail.nouns} and fold(site.words) in fold(detail.words)
