"""What one report tells as supposed, and the other as denied: "was apparently hit by a missile" / "no missile hit it",
"has reportedly launched an attack" / "denied that it launched an attack".

Both must tell of one act on the same thing, by nobody different. It is a tension, since who supposes may be wrong.
What is told flatly and denied is compared in `status` and `gainsaid`.
"""

from __future__ import annotations

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.gainsaid import gainsaid
from rashomon.apparatus.details import Detail
from rashomon.lexicon.acts import act_of
from rashomon.lexicon.verbs import PLAIN

LIKELY = 0.1
_LIGHT = PLAIN | {"call"}
_NARROW = frozenset("only again anymore yet".split())


def compare_supposed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between what is supposed and the same denied."""
    if likely < LIKELY or not one_time(a, b):
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if not supposed(one) or not _denied(other) or not _one_act(one, other):
            continue
        values = ("supposed", "denied") if first else ("denied", "supposed")
        why = f"supposed in one, denied in the other: {one.said} / {other.said}"
        labels = [f"{value}: {detail.said}" for value, detail in zip(values, (a, b), strict=True)]
        return Finding("status", "tension", likely, why, i, j, *values, *labels)
    return None


def supposed(detail: Detail) -> bool:
    """Whether a statement tells an act as believed or reported."""
    made = detail.statement
    believed = made.modality == "believed" or (made.modality == "possible" and " have " in detail.said)
    return believed and made.polarity == "affirmed" and not gainsaid(detail)


def _denied(detail: Detail) -> bool:
    made = detail.statement
    if gainsaid(detail):
        return True
    told = made.polarity == "denied" and made.modality == "asserted" and detail.standing in ("done", "present")
    return told and not _NARROW & set(detail.words.casefold().split())


def _one_act(one: Detail, other: Detail) -> bool:
    """Whether the two are of one act, with a word or name beside the verb that both tell, and nobody different."""
    if not one.predicate or one.predicate in _LIGHT or act_of(one.predicate) != act_of(other.predicate):
        return False
    if one.doers and other.doers and not one.doers & other.doers and not gainsaid(other):
        return False
    verbs = {one.predicate, other.predicate}
    return len((set(one.terms) & set(other.terms)) - verbs) >= 2
