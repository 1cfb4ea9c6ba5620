"""The typed comparisons: each takes two statements and their likelihood to share a fact, and finds one kind of
difference.

A comparison is a plain function in this list; to add one, write it in its own module and put it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.apparatus.compare.absences import LIKELY as LIKELY_NONE
from rashomon.apparatus.compare.absences import compare_absences, tells_of_none
from rashomon.apparatus.compare.actors import LIKELY_SAME_PERSON, compare_actors, tells_of_doers
from rashomon.apparatus.compare.ages import compare_ages, tells_of_ages
from rashomon.apparatus.compare.attendance import compare_attendance, there
from rashomon.apparatus.compare.attribution import LIKELY_CAVEAT as LIKELY_ATTRIBUTED
from rashomon.apparatus.compare.attribution import compare_attribution, is_guarded
from rashomon.apparatus.compare.camps import LIKELY as LIKELY_CAMPS
from rashomon.apparatus.compare.camps import compare_camps, has_camp
from rashomon.apparatus.compare.casualties import compare_casualties, tells_of_casualties
from rashomon.apparatus.compare.ceased import LIKELY as LIKELY_CEASED
from rashomon.apparatus.compare.ceased import compare_ceased, tells_of_change
from rashomon.apparatus.compare.chains import LIKELY as LIKELY_CHAIN
from rashomon.apparatus.compare.chains import compare_chains, tells_of_stages
from rashomon.apparatus.compare.conditions import compare_conditions, tells_of_conditions
from rashomon.apparatus.compare.courses import LIKELY as LIKELY_COURSE
from rashomon.apparatus.compare.courses import compare_courses, tells_by_nouns, tells_of_courses
from rashomon.apparatus.compare.dates import LIKELY_DEED, compare_dates
from rashomon.apparatus.compare.degrees import LIKELY_HARMED, compare_degrees, tells_of_degrees
from rashomon.apparatus.compare.denials import compare_denials, denies
from rashomon.apparatus.compare.doubts import LIKELY_NAMED as LIKELY_DOUBTED
from rashomon.apparatus.compare.doubts import compare_doubts, has_doubt
from rashomon.apparatus.compare.durations import LIKELY_ACT, compare_durations
from rashomon.apparatus.compare.finding import Finding, may_differ, on_one_day
from rashomon.apparatus.compare.foremost import LIKELY as LIKELY_FOREMOST
from rashomon.apparatus.compare.foremost import compare_foremost, foremost
from rashomon.apparatus.compare.gainsaid import LIKELY as LIKELY_GAINSAID
from rashomon.apparatus.compare.gainsaid import compare_gainsaid, gainsaid
from rashomon.apparatus.compare.gatherings import compare_gatherings, tells_of_gatherings
from rashomon.apparatus.compare.grounds import LIKELY_NAMED as LIKELY_GROUND
from rashomon.apparatus.compare.grounds import compare_grounds, gives_grounds
from rashomon.apparatus.compare.holders import LIKELY_ON_IT, compare_holders, held
from rashomon.apparatus.compare.joint import LIKELY as LIKELY_JOINT
from rashomon.apparatus.compare.joint import compare_joint, doers
from rashomon.apparatus.compare.justified import LIKELY as LIKELY_JUSTIFIED
from rashomon.apparatus.compare.justified import compare_justified, justified
from rashomon.apparatus.compare.leave import LIKELY as LIKELY_LEAVE
from rashomon.apparatus.compare.leave import compare_leave, tells_of_leave
from rashomon.apparatus.compare.numbers import compare_numbers, tells_of_numbers
from rashomon.apparatus.compare.often import compare_often, wrong
from rashomon.apparatus.compare.order import compare_order, tells_of_turns
from rashomon.apparatus.compare.origins import compare_origins, tells_of_people
from rashomon.apparatus.compare.outcomes import LIKELY as LIKELY_OUTCOME
from rashomon.apparatus.compare.outcomes import awaits, compare_outcomes
from rashomon.apparatus.compare.places import LIKELY_NEAR, compare_places, tells_of_places
from rashomon.apparatus.compare.presumed import compare_presumed
from rashomon.apparatus.compare.ranks import compare_ranks
from rashomon.apparatus.compare.revisions import LIKELY as LIKELY_REVISED
from rashomon.apparatus.compare.revisions import compare_revisions, revision
from rashomon.apparatus.compare.roles import LIKELY as LIKELY_PARTS
from rashomon.apparatus.compare.roles import compare_roles, tells_of_parts
from rashomon.apparatus.compare.scope import compare_scope, reaches
from rashomon.apparatus.compare.shares import compare_shares
from rashomon.apparatus.compare.sites import LIKELY_SIDES, compare_sites, sites
from rashomon.apparatus.compare.spells import LIKELY as LIKELY_SPELL
from rashomon.apparatus.compare.spells import compare_spells, edges
from rashomon.apparatus.compare.status import compare_status, may_part, tells_of_ends, tells_of_states
from rashomon.apparatus.compare.supposed import LIKELY as LIKELY_SUPPOSED
from rashomon.apparatus.compare.supposed import compare_supposed, supposed
from rashomon.apparatus.compare.undone import compare_undone, undone
from rashomon.apparatus.compare.unknowns import LIKELY as LIKELY_OPEN
from rashomon.apparatus.compare.unknowns import compare_unknowns, leaves_open
from rashomon.apparatus.compare.ways import compare_ways, tells_of_ways
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import Matrix

__all__ = ["COMPARISONS", "Finding", "find_differences", "found_by", "what_is_told"]

Comparison = Callable[[Detail, Detail, float, int, int], Finding | None]
Pairs = NDArray[np.intp]
COMPARISONS: tuple[Comparison, ...] = (
    compare_numbers,
    compare_ages,
    compare_shares,
    compare_ranks,
    compare_revisions,
    compare_dates,
    compare_durations,
    compare_spells,
    compare_actors,
    compare_places,
    compare_status,
    compare_unknowns,
    compare_absences,
    compare_casualties,
    compare_scope,
    compare_foremost,
    compare_attribution,
    compare_doubts,
    compare_grounds,
    compare_undone,
    compare_ways,
    compare_denials,
    compare_gainsaid,
    compare_gatherings,
    compare_attendance,
    compare_ceased,
    compare_sites,
    compare_roles,
    compare_order,
    compare_origins,
    compare_holders,
    compare_often,
    compare_conditions,
    compare_presumed,
    compare_courses,
    compare_leave,
    compare_outcomes,
    compare_chains,
    compare_supposed,
    compare_degrees,
    compare_justified,
    compare_camps,
    compare_joint,
)
FLOOR = 0.01
"""Pairs less likely than this are looked at only by the comparisons that have something under `far` in `NEEDS`."""


LIKE_IT = 0.2
"""Statements this likely beside one of the other report tell of the like."""


class Need(NamedTuple):
    """What a comparison asks before it can find anything: pairs at least so likely, something `both` statements must
    tell, something `one` of them must. It saves looking at the others, and changes nothing that is found.

    `far` is for those that know one thing by other signs than likeness: what both must tell for pairs below `FLOOR`.
    """

    least: float = 0.0
    both: Callable[[Detail], object] | None = None
    one: Callable[[Detail], object] | None = None
    far: Callable[[Detail], object] | None = None


def _dated(detail: Detail) -> bool:
    return bool(detail.dates)


def _counted(detail: Detail) -> bool:
    return bool(detail.quantities)


def _denied(detail: Detail) -> bool:
    return detail.statement.polarity == "denied"


NEEDS: Mapping[Comparison, Need] = {
    compare_numbers: Need(both=tells_of_numbers),
    compare_ages: Need(both=tells_of_ages, far=tells_of_ages),
    compare_shares: Need(both=_counted),
    compare_ranks: Need(both=_counted),
    compare_revisions: Need(LIKELY_REVISED, both=_counted, one=revision),
    compare_dates: Need(LIKELY_DEED, both=_dated),
    compare_durations: Need(LIKELY_ACT, both=_dated),
    compare_spells: Need(LIKELY_SPELL, both=edges),
    compare_actors: Need(LIKELY_SAME_PERSON, both=tells_of_doers),
    compare_places: Need(LIKELY_NEAR, both=tells_of_places),
    compare_status: Need(both=tells_of_states, one=may_part, far=tells_of_ends),
    compare_casualties: Need(both=tells_of_casualties, far=tells_of_casualties),
    compare_attribution: Need(LIKELY_ATTRIBUTED, one=is_guarded),
    compare_doubts: Need(LIKELY_DOUBTED, one=has_doubt),
    compare_unknowns: Need(LIKELY_OPEN, one=leaves_open),
    compare_absences: Need(LIKELY_NONE, one=tells_of_none),
    compare_scope: Need(both=reaches),
    compare_foremost: Need(LIKELY_FOREMOST, both=foremost),
    compare_grounds: Need(LIKELY_GROUND, both=gives_grounds),
    compare_ceased: Need(LIKELY_CEASED, one=tells_of_change),
    compare_sites: Need(LIKELY_SIDES, both=sites),
    compare_roles: Need(LIKELY_PARTS, one=tells_of_parts),
    compare_undone: Need(one=undone),
    compare_ways: Need(both=tells_of_ways, far=tells_of_ways),
    compare_denials: Need(one=denies),
    compare_gainsaid: Need(LIKELY_GAINSAID, one=gainsaid),
    compare_gatherings: Need(both=tells_of_gatherings),
    compare_order: Need(both=tells_of_turns),
    compare_attendance: Need(both=there),
    compare_origins: Need(both=tells_of_people),
    compare_holders: Need(LIKELY_ON_IT, both=held),
    compare_often: Need(both=wrong),
    compare_conditions: Need(both=tells_of_conditions, far=tells_of_conditions),
    compare_presumed: Need(one=_denied),
    compare_courses: Need(LIKELY_COURSE, both=tells_of_courses, one=tells_by_nouns),
    compare_leave: Need(LIKELY_LEAVE, both=tells_of_leave),
    compare_outcomes: Need(LIKELY_OUTCOME, one=awaits),
    compare_chains: Need(LIKELY_CHAIN, both=tells_of_stages),
    compare_supposed: Need(LIKELY_SUPPOSED, one=supposed),
    compare_degrees: Need(LIKELY_HARMED, both=tells_of_degrees),
    compare_justified: Need(LIKELY_JUSTIFIED, both=justified),
    compare_camps: Need(LIKELY_CAMPS, both=has_camp),
    compare_joint: Need(LIKELY_JOINT, both=doers),
}


Told = Mapping[Callable[[Detail], object], NDArray[np.bool_]]


def what_is_told(details: Sequence[Detail]) -> Told:
    """Which of the statements tell what, for all that `NEEDS` names."""
    asked = {tells for need in NEEDS.values() for tells in (need.both, need.one, need.far) if tells}
    return {tells: np.array([bool(tells(detail)) for detail in details], dtype=bool) for tells in asked}


def find_differences(details: Sequence[Detail], likely: Matrix, told: Told | None = None) -> list[Finding]:
    """All findings of all comparisons over the pairs of statements of different documents, in an order
    that the names of the files do not change. `told` is `what_is_told`, where that is known."""
    return [finding for _, finding in found_by(details, likely, told)]


def found_by(details: Sequence[Detail], likely: Matrix, told: Told | None = None) -> list[tuple[Comparison, Finding]]:
    """The findings, each with the comparison that made it."""
    by_place = sorted(range(len(details)), key=lambda index: details[index].statement.span)
    told = {tells: those[by_place] for tells, those in (told or what_is_told(details)).items()}
    placed = [details[index] for index in by_place]
    chances = likely[np.ix_(by_place, by_place)]
    differ = may_differ(placed)
    near = chances >= FLOOR
    near_pairs = _pairs(near & differ)
    found: list[tuple[int, int, int, Finding]] = []
    for rank, comparison in enumerate(COMPARISONS):
        need = NEEDS.get(comparison, Need())
        pairs = _needed(told, chances, near_pairs, need)
        if need.far:
            far = told[need.far]
            pairs = np.concatenate([pairs, _pairs(np.outer(far, far) & ~near & differ)])
        for x, y in pairs.tolist():
            finding = comparison(placed[x], placed[y], float(chances[x, y]), by_place[x], by_place[y])
            twice = finding and finding.kind == "date" and comparison is not compare_spells
            if finding and not (twice and _one_tells_both(placed, chances, x, y)):
                found.append((x, y, rank, finding))
    return [(COMPARISONS[rank], finding) for *_, rank, finding in sorted(found, key=lambda f: f[:3])]


def _one_tells_both(placed: Sequence[Detail], chances: Matrix, x: int, y: int) -> bool:
    """Whether one of two reports tells of the like on the other's day too, so that it came about more than once.

    Times of day say nothing of that: the day of one is guessed.
    """
    if any(date.kind == "time" for place in (x, y) for date in placed[place].dates):
        return False
    return any(
        z != own
        and placed[z].document.id == placed[own].document.id
        and on_one_day(placed[z], placed[other])
        and not on_one_day(placed[z], placed[own])
        for own, other in ((x, y), (y, x))
        for z in np.flatnonzero(chances[other] >= LIKE_IT).tolist()
    )


def _pairs(wanted: NDArray[np.bool_]) -> Pairs:
    """The wanted pairs, each once, as places, two a row."""
    return np.argwhere(np.triu(wanted, 1))


def _needed(told: Told, chances: Matrix, pairs: Pairs, need: Need) -> Pairs:
    """The pairs a comparison can tell something of."""
    x, y = pairs.T
    held = chances[x, y] >= need.least
    if need.both:
        tells = told[need.both]
        held &= tells[x] & tells[y]
    if need.one:
        tells = told[need.one]
        held &= tells[x] | tells[y]
    needed: Pairs = pairs[held]
    return needed
