"""A gathering or hearing that is still to come in one report and takes place or is over in the other: "a vigil will be
held" / "hundreds came for the vigil".

The noun must be one and the statements likely to share a fact, or both sentences name one place or person. Always an
update: what was awaited came about. A report of an earlier day cannot tell that it came about.
Only nouns for what takes place once are looked at: of meetings and protests there are several.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail
from rashomon.apparatus.nouns import Noun
from rashomon.text import fold

LIKELY, LIKELY_NAMED = 0.3, 0.05
_GATHERINGS = frozenset(
    """
    vigil rally march funeral memorial ceremony summit hearing trial debate election referendum parade match concert
    inauguration wedding auction arraignment sentencing launch
    """.split()
)
_AWAITED = frozenset("planned scheduled upcoming expected awaited forthcoming looming".split())
_WISHING = frozenset("call urge invite ask plan want hope intend promise expect vow prepare schedule".split())
_COMING_TO = frozenset(
    "gather attend assemble join march turn come flock meet crowd travel appear arrive return".split()
)
_AHEAD = frozenset(
    "call prepare plan wait ask push schedule set apply campaign brace ready gear urge permission".split()
)
_HELD = frozenset("hold begin start open end conclude take convene stage".split())


def compare_gatherings(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a gathering still to come and one that came about."""
    if likely < LIKELY_NAMED or not one_time(a, b):
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if other.published and one.published[:10] > other.published[:10]:
            continue
        for noun in one.nouns:
            if noun.head not in _GATHERINGS or not is_awaited(one, noun):
                continue
            held = next((n for n in other.nouns if n.head == noun.head and has_come(other, n)), None)
            if held is None or likely < (LIKELY_NAMED if _shares(one, other) else LIKELY):
                continue
            values = ("coming", "held") if first else ("held", "coming")
            words = [" ".join(d.words.split())[:60] for d in (a, b)]
            why = f"still to come in one, taking place in the other: {noun.head}"
            return Finding("status", "update", likely, why, i, j, *values, *words)
    return None


def tells_of_gatherings(detail: Detail) -> bool:
    """Whether a statement speaks of a gathering."""
    return any(noun.head in _GATHERINGS for noun in detail.nouns)


def is_awaited(detail: Detail, noun: Noun) -> bool:
    """Whether a statement says that a gathering is to come: it will be held, or people are called to it."""
    if detail.statement.polarity != "affirmed":
        return False
    if _AWAITED.intersection(noun.before):
        return True
    if detail.standing == "coming":
        return noun.label in ("nsubj", "obj") or bool(noun.case)
    return detail.predicate in _WISHING and noun.on in (_COMING_TO | _HELD) and noun.on != detail.predicate


def has_come(detail: Detail, noun: Noun) -> bool:
    """Whether a statement says that a gathering takes place, or did."""
    made = detail.statement
    if made.polarity != "affirmed" or made.modality != "asserted" or _AWAITED.intersection(noun.before):
        return False
    if detail.standing not in ("done", "present") or detail.predicate in _WISHING or "next" in fold(detail.words):
        return False
    if detail.predicate in _HELD and noun.label in ("nsubj", "obj"):
        return detail.standing == "done"
    if detail.standing != "done" or noun.case not in ("for", "at", "during", "in", "to", ""):
        return False
    return (
        noun.on in _COMING_TO
        or noun.case in ("at", "during")
        or (noun.case == "for" and noun.label == "obl" and noun.on not in _AHEAD)
    )


def _shares(one: Detail, other: Detail) -> bool:
    ids = {entity.id for entity in one.around}
    return any(entity.id in ids for entity in other.around)
