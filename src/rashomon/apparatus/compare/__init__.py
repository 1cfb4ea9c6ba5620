"""The typed comparisons: each takes two statements and their likelihood to share a fact, and finds one kind of
difference.

A comparison is a plain function in this list; to add one, write it in its own module and put it here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from rashomon.apparatus.compare.actors import compare_actors
from rashomon.apparatus.compare.ages import compare_ages
from rashomon.apparatus.compare.attribution import compare_attribution
from rashomon.apparatus.compare.casualties import compare_casualties, tells_of_casualties
from rashomon.apparatus.compare.conditions import compare_conditions
from rashomon.apparatus.compare.dates import compare_dates
from rashomon.apparatus.compare.denials import compare_denials
from rashomon.apparatus.compare.doubts import compare_doubts
from rashomon.apparatus.compare.durations import compare_durations
from rashomon.apparatus.compare.finding import Finding, may_differ
from rashomon.apparatus.compare.gatherings import compare_gatherings
from rashomon.apparatus.compare.grounds import compare_grounds
from rashomon.apparatus.compare.numbers import compare_numbers
from rashomon.apparatus.compare.often import compare_often
from rashomon.apparatus.compare.origins import compare_origins
from rashomon.apparatus.compare.places import compare_places
from rashomon.apparatus.compare.presumed import compare_presumed
from rashomon.apparatus.compare.ranks import compare_ranks
from rashomon.apparatus.compare.scope import compare_scope
from rashomon.apparatus.compare.shares import compare_shares
from rashomon.apparatus.compare.status import compare_status
from rashomon.apparatus.compare.undone import compare_undone
from rashomon.apparatus.compare.unknowns import compare_unknowns
from rashomon.apparatus.compare.ways import compare_ways
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import Matrix

__all__ = ["COMPARISONS", "Finding", "find_differences"]

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
    compare_casualties,
    compare_scope,
    compare_attribution,
    compare_doubts,
    compare_grounds,
    compare_undone,
    compare_ways,
    compare_denials,
    compare_gatherings,
    compare_origins,
    compare_often,
    compare_conditions,
    compare_presumed,
)
FLOOR = 0.001
"""Pairs less likely than the least any comparison asks for are not looked at, but for those that tell of casualties."""


def find_differences(details: Sequence[Detail], likely: Matrix) -> list[Finding]:
    """All findings of all comparisons over the pairs of statements of different documents, in an order
    that the names of the files do not change."""
    findings: list[Finding] = []
    by_place = sorted(range(len(details)), key=lambda index: details[index].statement.span)
    wanted = likely[np.ix_(by_place, by_place)] >= FLOOR
    wide = [place for place, index in enumerate(by_place) if tells_of_casualties(details[index])]
    wanted[np.ix_(wide, wide)] = True
    near = np.argwhere(np.triu(wanted, 1)).tolist()
    for i, j in ((by_place[a], by_place[b]) for a, b in near):
        if may_differ(details[i], details[j]):
            found = (comparison(details[i], details[j], float(likely[i, j]), i, j) for comparison in COMPARISONS)
            findings.extend(finding for finding in found if finding)
    return findings
