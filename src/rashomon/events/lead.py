"""What grouping asks of a report: when it was published and what stands in its headline and beginning.

`leads` gives one `Lead` for a report, and several for a round-up or a live blog: one for each passage that tells of a
happening of its own. Steps: the passages (`passages`); the words of headline and beginning in compared form, each with
a weight (how rare it is in English, how often it stands there) and marks (`weighing`); the days named and labels ("Day
2", `days`); the keys over which leads meet (`meeting`). Every number is made from the words alone, so that leads of two
runs, or of two machines, can be compared. Out of scope: who is who, and what happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rashomon.events.days import days_named, labels_named
from rashomon.events.meeting import keys_of
from rashomon.events.passages import passages
from rashomon.events.weighing import HEAD, running, weigh
from rashomon.model import Document
from rashomon.text import cut

_EPOCH = date(1970, 1, 1)


class Member(NamedTuple):
    """A document, or a passage of it, as a member of a group: half-open code points of its text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lead:
    """What one report, or one passage of a round-up, is grouped by.

    `day` is the day of publication, counted from 1970-01-01, null when unknown. `words` are numbers of words, rising;
    `weights` (a vector of length `UNIT`) and `marks` run in parallel. `days` are the days it names, as month
    times 100 and day. `labels` are numbers of counted things ("Day") with their values. `keys`: two leads are compared
    when they share one; signed 64-bit, rising. `language` is that of the document, two letters.
    """

    member: Member
    day: int | None
    words: tuple[int, ...] = ()
    weights: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    labels: tuple[tuple[int, int], ...] = ()
    keys: tuple[int, ...] = ()
    language: str | None = None


def leads(document: Document) -> tuple[Lead, ...]:
    """The leads of a report, in the order of its text: one for the whole (also of a report without words), or one for
    each happening of a round-up or live blog.
    """
    return tuple(_lead(document, start, end) for start, end in passages(document))


def opening(document: Document, member: Member) -> str:
    """The words of a member that the encoder is asked about: headline and first sentences on one line."""
    return " ".join(_head(document, member.start, member.end).split())


def _lead(document: Document, start: int, end: int) -> Lead:
    published = _published(document)
    head = _head(document, start, end)
    found = weigh(document, start, end)
    day = (published - _EPOCH).days if published else None
    return Lead(
        Member(document.id, start, end),
        day,
        tuple(word.number for word in found),
        tuple(word.weight for word in found),
        tuple(word.marks for word in found),
        days_named(head),
        labels_named(cut(document, document.headline)) if document.headline and not start else (),
        keys_of(found, day),
        (document.language or "")[:2].lower() or None,
    )


def _published(document: Document) -> date | None:
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def _head(document: Document, start: int, end: int) -> str:
    return "\n".join(document.text[a:b] for a, b in running(document, start, end, HEAD))
