"""The typed comparisons: each takes two statements and their likelihood to share a fact, and finds one kind of
difference.

A comparison is a plain function in this list; to add one, write it in its own module and put it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.apparatus.compare.absences import compare_absences
from rashomon.apparatus.compare.actors import compare_actors
from rashomon.apparatus.compare.ages import compare_ages, tells_of_ages
from rashomon.apparatus.compare.attendance import compare_attendance
from rashomon.apparatus.compare.attribution import compare_attribution
from rashomon.apparatus.compare.casualties import compare_casualties, tells_of_casualties
from rashomon.apparatus.compare.ceased import compare_ceased
from rashomon.apparatus.compare.conditions import compare_conditions, tells_of_conditions
from rashomon.apparatus.compare.dates import compare_dates
from rashomon.apparatus.compare.denials import compare_denials
from rashomon.apparatus.compare.doubts import compare_doubts
from rashomon.apparatus.compare.durations import compare_durations
from rashomon.apparatus.compare.finding import Finding, may_differ
from rashomon.apparatus.compare.gatherings import compare_gatherings
from rashomon.apparatus.compare.grounds import compare_grounds
from rashomon.apparatus.compare.numbers import compare_numbers
from rashomon.apparatus.compare.often import compare_often
from rashomon.apparatus.compare.order import compare_order
from rashomon.apparatus.compare.origins import compare_origins
from rashomon.apparatus.compare.places import compare_places
from rashomon.apparatus.compare.presumed import compare_presumed
from rashomon.apparatus.compare.ranks import compare_ranks
from rashomon.apparatus.compare.roles import compare_roles
from rashomon.apparatus.compare.scope import compare_scope
from rashomon.apparatus.compare.shares import compare_shares
from rashomon.apparatus.compare.sites import compare_sites
from rashomon.apparatus.compare.status import compare_status, tells_of_ends
from rashomon.apparatus.compare.undone import compare_undone
from rashomon.apparatus.compare.unknowns import compare_unknowns
from rashomon.apparatus.compare.ways import compare_ways, tells_of_ways
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import Matrix

__all__ = ["COMPARISONS", "Finding", "find_differences", "found_by"]

Comparison = Callable[[Detail, Detail, float, int, int], Finding | None]
COMPARISONS: tuple[Comparison, ...] = (
    compare_numbers,
    compare_ages,
    compare_shares,
    compare_ranks,
    compare_dates,
    compare_durations,
    compare_actors,
    compare_places,
    compare_status,
    compare_unknowns,
    compare_absences,
    compare_casualties,
    compare_scope,
    compare_attribution,
    compare_doubts,
    compare_grounds,
    compare_undone,
    compare_ways,
    compare_denials,
    compare_gatherings,
    compare_attendance,
    compare_ceased,
    compare_sites,
    compare_roles,
    compare_order,
    compare_origins,
    compare_often,
    compare_conditions,
    compare_presumed,
)
FLOOR = 0.01
"""Pairs less likely than this are looked at only by the comparisons in `FAR`."""
FAR: Mapping[Comparison, Callable[[Detail], bool]] = {
    compare_ages: tells_of_ages,
    compare_status: tells_of_ends,
    compare_casualties: tells_of_casualties,
    compare_ways: tells_of_ways,
    compare_conditions: tells_of_conditions,
}
"""Comparisons that know one thing by other signs than likeness, with what both statements must tell for that."""


def find_differences(details: Sequence[Detail], likely: Matrix) -> list[Finding]:
    """All findings of all comparisons over the pairs of statements of different documents, in an order
    that the names of the files do not change."""
    return [finding for _, finding in found_by(details, likely)]


def found_by(details: Sequence[Detail], likely: Matrix) -> list[tuple[Comparison, Finding]]:
    """The findings, each with the comparison that made it."""
    by_place = sorted(range(len(details)), key=lambda index: details[index].statement.span)
    near = likely[np.ix_(by_place, by_place)] >= FLOOR
    near_pairs = _pairs(details, by_place, near)
    found: list[tuple[int, int, int, Finding]] = []
    for rank, comparison in enumerate(COMPARISONS):
        pairs = near_pairs
        if tells := FAR.get(comparison):
            far = np.array([tells(details[index]) for index in by_place], dtype=bool)
            pairs = near_pairs + _pairs(details, by_place, np.outer(far, far) & ~near)
        for x, y in pairs:
            i, j = by_place[x], by_place[y]
            if finding := comparison(details[i], details[j], float(likely[i, j]), i, j):
                found.append((x, y, rank, finding))
    return [(COMPARISONS[rank], finding) for *_, rank, finding in sorted(found, key=lambda f: f[:3])]


def _pairs(details: Sequence[Detail], by_place: Sequence[int], wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The wanted pairs that may differ, as places."""
    places: list[tuple[int, int]] = [(x, y) for x, y in np.argwhere(np.triu(wanted, 1)).tolist()]
    return [(x, y) for x, y in places if may_differ(details[by_place[x]], details[by_place[y]])]
