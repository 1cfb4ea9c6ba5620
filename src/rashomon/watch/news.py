"""What a poll brought, by event: the events brought up to date, the new reports in each, and whom they contradict.

Order: group; the events of what is new; those that also hold reports from before are laid side by side, and the
entries that part the new from the held are taken out. What an outlet altered is laid beside what stood there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from rashomon import pile
from rashomon.altered import Alteration, find_alterations
from rashomon.errors import UsageError
from rashomon.model import Apparatus, Document
from rashomon.store import Database, KeptEvent
from rashomon.watch import kept
from rashomon.watch.conflicts import Conflict, find_conflicts
from rashomon.watch.poll import Poll


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with new reports; `apparatus` is null where all its reports are new, or where it was not compared."""

    event: KeptEvent
    new: tuple[Document, ...]
    apparatus: Apparatus | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Altered:
    """A report that was altered: the version before, the one that stands now, what differs, the events it is in."""

    before: Document
    latest: Document
    alterations: tuple[Alteration, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a poll brought; `withdrawn` are reports that their address no longer shows, with the reason; `up_to` is
    the moment up to which this is all that was found."""

    feeds: int
    happenings: tuple[Happening, ...]
    altered: tuple[Altered, ...]
    withdrawn: tuple[tuple[Document, str], ...]
    problems: tuple[str, ...]
    up_to: float


def find_news(store: Database, result: Poll, *, compare: bool = True, far: Callable[[str], None] | None = None) -> News:
    """What a poll brought, and what a run before found and could not tell; the events with most reports first.

    `far` hears how far it is. What is told is noted by `kept.keep_told`.
    """
    pile.group(store, far=far)
    untold = kept.untold(store)
    fresh = {*untold.new, *(latest for _, latest in untold.altered)}
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(fresh):
        for event in store.events_of(store.number(name)):
            inside[event].append(name)
    problems = [str(problem) for problem in result.problems]
    happenings: list[Happening] = []
    for event, names in sorted(inside.items()):
        if far:
            far(f"comparing: {len(happenings) + 1:,} of {len(inside):,}")
        try:
            happenings.append(_happening(store, store.event(event), names, compare))
        except UsageError as problem:
            problems.append(f"{event}: {problem}")
    return News(
        feeds=result.feeds,
        happenings=tuple(sorted(happenings, key=lambda happening: (-happening.event.reports, happening.event.id))),
        altered=tuple(_altered(store, before, latest, inside) for before, latest in untold.altered),
        withdrawn=tuple((store.documents([name])[0], why) for _, why, name in result.withdrawn),
        problems=tuple(problems),
        up_to=untold.up_to,
    )


def _happening(store: Database, event: KeptEvent, names: list[str], compare: bool) -> Happening:
    new = tuple(sorted(store.documents(names), key=lambda d: (d.published or "9", d.path)))
    if not compare or event.reports == len(names):
        return Happening(event, new)
    shown = pile.lay_side_by_side(store, event)
    if not shown.kept:
        pile.keep(store, shown)
    return Happening(event, new, shown.apparatus, find_conflicts(shown.apparatus, names))


def _altered(store: Database, before: str, latest: str, inside: dict[str, list[str]]) -> Altered:
    old, new = store.documents([before, latest])
    events = tuple(event for event, names in sorted(inside.items()) if latest in names)
    return Altered(old, new, find_alterations(old, new), events)
