"""Events as rows and back: their members, what they are listed by, what became of them, what was made of them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select

from rashomon.errors import UsageError
from rashomon.store.marks import mark, set_mark
from rashomon.store.portions import portions
from rashomon.store.rows import accepted
from rashomon.store.schema import apparatuses, changes, documents, events, members

_AT_ONCE = 2_000
_TITLE = 160  # code points of a title that is no headline


@dataclass(frozen=True, slots=True)
class Head:
    """A document as a list shows it; `title` is its headline, or its first words where it is not `titled`."""

    id: str
    path: str
    title: str
    titled: bool
    publisher: str | None
    day: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class KeptMember:
    """A document, by number, or a passage of it, in an event; `origin` is what it counts once with."""

    document: int
    start: int
    end: int
    origin: str


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as it is listed. `version` is a digest of its members; days are ISO, null where none is known."""

    id: str
    version: str
    title: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    publishers: int


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A merge, split or loss that a grouping (numbered from 1) found."""

    grouping: int
    kind: str
    event: str
    others: tuple[str, ...]
    members: tuple[tuple[str, int, int], ...]
    why: str


Portion = tuple[Sequence[tuple[KeptEvent, Sequence[KeptMember]]], Sequence[str], Sequence[KeptChange]]
"""Events that are new or changed with their members, the ids of those that are gone, and what is noted of them."""


def keep_events(connection: Connection, portions_of_them: Iterable[Portion], to: int) -> None:
    """Writes events in place of what they were; no event stands in two portions."""
    noted: list[KeptChange] = []
    for made, gone, found in portions_of_them:
        _replace(connection, made, gone)
        noted += found
    _note(connection, sorted(noted, key=lambda change: (change.event, change.kind)))
    set_mark(connection, "grouped_to", to)
    set_mark(connection, "groupings", int(mark(connection, "groupings") or 0) + 1)


def _replace(
    connection: Connection, made: Sequence[tuple[KeptEvent, Sequence[KeptMember]]], gone: Sequence[str]
) -> None:
    stale = [*gone, *(event.id for event, _ in made)]
    for some in portions(stale):
        connection.execute(delete(members).where(members.c.event.in_(some)))
        connection.execute(delete(events).where(events.c.id.in_(some)))
    for some in portions(gone):
        connection.execute(delete(apparatuses).where(apparatuses.c.event.in_(some)))
    if made:
        names = KeptEvent.__slots__
        connection.execute(events.insert(), [{name: getattr(event, name) for name in names} for event, _ in made])
        connection.execute(
            members.insert(),
            [
                {"event": event.id, **{name: getattr(member, name) for name in KeptMember.__slots__}}
                for event, inside in made
                for member in inside
            ],
        )


def _note(connection: Connection, found: Sequence[KeptChange]) -> None:
    last = connection.scalar(select(func.max(changes.c.number))) or 0
    rows = [
        {
            "number": last + place,
            "grouping": change.grouping,
            "kind": change.kind,
            "event": change.event,
            "others": json.dumps(change.others),
            "members": json.dumps(change.members),
            "why": accepted(change.why),
        }
        for place, change in enumerate(found, 1)
    ]
    if rows:
        connection.execute(changes.insert(), rows)


def all_members(connection: Connection) -> Iterator[tuple[str, KeptMember]]:
    """All members with the ids of their events, in order."""
    c = members.c
    question = select(c.event, c.document, c.start, c.end, c.origin).order_by(c.event, c.document, c.start)
    for event, *rest in connection.execution_options(yield_per=_AT_ONCE).execute(question):
        yield event, KeptMember(*rest)


def members_of_many(connection: Connection, ids: Sequence[str]) -> dict[str, list[KeptMember]]:
    """The members of some events, by event, both in order."""
    found: dict[str, list[KeptMember]] = {}
    c = members.c
    for some in portions(ids):
        question = select(c.event, c.document, c.start, c.end, c.origin).where(c.event.in_(some))
        for event, *rest in connection.execute(question.order_by(c.event, c.document, c.start)):
            found.setdefault(event, []).append(KeptMember(*rest))
    return found


def heads(connection: Connection, numbers: Sequence[int]) -> dict[int, Head]:
    """Documents as a list shows them, by number."""
    found: dict[int, Head] = {}
    c = documents.c
    for some in portions(sorted(set(numbers))):
        question = select(
            c.number, c.id, c.path, c.headline, func.substr(c.text, 1, _TITLE), c.publisher, c.day, c.record
        )
        for number, id, path, headline, words, publisher, day, record in connection.execute(
            question.where(c.number.in_(some))
        ):
            title = " ".join((headline or words).split()) or path
            published = json.loads(record).get("published")
            found[number] = Head(id, path, title, headline is not None, publisher, day, published)
    return found


def event(connection: Connection, name: str, shown: str) -> KeptEvent:
    """The event with this id, or the beginning of one, "event-" or not. Raises `UsageError` for none or several."""
    wanted = name if name.startswith("event-") else f"event-{name}"
    names = KeptEvent.__slots__
    question = select(*(events.c[column] for column in names)).where(events.c.id.startswith(wanted, autoescape=True))
    found = [KeptEvent(*row) for row in connection.execute(question.order_by(events.c.id).limit(5))]
    exact = [each for each in found if each.id == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UsageError(f"{name}: no such event; rashomon events {shown} lists them")
    raise UsageError(f"{name}: begins the ids of several events: {', '.join(each.id for each in found)}")


def list_events(
    connection: Connection, least: int, between: tuple[str, str] | None, most: int | None
) -> Iterator[KeptEvent]:
    """The events with at least so many reports and a day between two, the latest first."""
    names = KeptEvent.__slots__
    question = select(*(events.c[column] for column in names)).where(events.c.reports >= least)
    if between is not None:
        question = question.where(events.c.last >= between[0], events.c.first <= between[1])
    last = func.coalesce(events.c.last, "")
    question = question.order_by(last.desc(), events.c.id).limit(most)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(question):
        yield KeptEvent(*row)


def members_of(connection: Connection, event: str) -> list[KeptMember]:
    """The members of an event, by number and place."""
    c = members.c
    question = select(c.document, c.start, c.end, c.origin).where(c.event == event).order_by(c.document, c.start)
    return [KeptMember(*row) for row in connection.execute(question)]


def events_of(connection: Connection, number: int) -> list[str]:
    """The events that a document, or a passage of it, is in."""
    question = select(members.c.event).where(members.c.document == number).order_by(members.c.event)
    return list(dict.fromkeys(connection.scalars(question)))


def changes_of(connection: Connection, event: str) -> list[KeptChange]:
    """What became of an event, in order of time."""
    c = changes.c
    question = select(c.grouping, c.kind, c.event, c.others, c.members, c.why).where(c.event == event)
    return [
        KeptChange(grouping, kind, name, tuple(json.loads(others)), tuple(map(tuple, json.loads(inside))), why)
        for grouping, kind, name, others, inside, why in connection.execute(question.order_by(c.number))
    ]


def apparatus(connection: Connection, event: str, version: str) -> bytes | None:
    """What was made of this version of an event, if it was."""
    question = select(apparatuses.c.made).where(apparatuses.c.event == event, apparatuses.c.version == version)
    made = connection.scalar(question)
    return None if made is None else zlib.decompress(made)


def keep_apparatus(connection: Connection, event: str, version: str, made: bytes) -> None:
    """Writes what was made of a version of an event, in place of what was there."""
    connection.execute(delete(apparatuses).where(apparatuses.c.event == event))
    connection.execute(apparatuses.insert(), {"event": event, "version": version, "made": zlib.compress(made)})
