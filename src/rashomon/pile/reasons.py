"""Why reports of a pile are together, or are not: the ties between them, the copies, what became of their event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import events
from rashomon.model import Copy
from rashomon.store import Database, Head, KeptChange, KeptEvent, KeptTie


@dataclass(frozen=True, slots=True)
class Member:
    """A report, or a passage of it, in an event."""

    report: Head
    start: int
    end: int
    origin: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What ties two reports, by path: how surely they tell of one happening, why, and what they share word for word."""

    a: str
    b: str
    score: float
    vetoed: bool
    why: tuple[str, ...]
    shared: tuple[float, float] | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class Together:
    """Why an event is one; `event` is null for two reports that are in none together."""

    event: KeptEvent | None
    members: tuple[Member, ...]
    reasons: tuple[Reason, ...]
    changes: tuple[KeptChange, ...]


def of_event(store: Database, name: str) -> Together:
    """What holds an event together: every tie between its members, the surest first."""
    event = store.event(name)
    members = store.members(event.id)
    numbers = sorted({member.document for member in members})
    heads = store.heads(numbers)
    inside = {(member.document, member.start) for member in members}
    ties = [t for t in store.all_ties(numbers) if (t.a, t.a_start) in inside and (t.b, t.b_start) in inside]
    shown = sorted(members, key=lambda m: (heads[m.document].published or "9", heads[m.document].path, m.start))
    return Together(
        event,
        tuple(Member(heads[member.document], member.start, member.end, member.origin) for member in shown),
        _reasons(store, ties, numbers, heads),
        tuple(store.changes(event.id)),
    )


def of_two(store: Database, a: str, b: str) -> Together:
    """What ties two reports, and the event they are in together, where they are."""
    numbers = sorted([store.number(a), store.number(b)])
    heads = store.heads(numbers)
    ties = list(store.all_ties(numbers)) or _compared(store, numbers)
    common = [name for name in store.events_of(numbers[0]) if name in store.events_of(numbers[1])]
    event = store.event(common[0]) if common else None
    members = store.members(common[0]) if common else []
    return Together(
        event,
        tuple(
            Member(heads[member.document], member.start, member.end, member.origin)
            for member in members
            if member.document in heads
        ),
        _reasons(store, ties, numbers, heads),
        tuple(store.changes(common[0])) if common else (),
    )


def _compared(store: Database, numbers: Sequence[int]) -> list[KeptTie]:
    """The best tie of two reports that never met over a key."""
    leads: dict[int, list[events.Lead]] = {number: [] for number in numbers}
    for number, _, content in store.leads_of(numbers):
        leads[number].append(events.from_bytes(content))
    first, last = numbers[0], numbers[-1]
    if first == last:
        return []
    ties = [
        KeptTie(first, a.member.start, last, b.member.start, tie.score, tie.vetoed, tie.why)
        for a in leads[first]
        for b in leads[last]
        for tie in [events.tie(a, b)]
    ]
    return sorted(ties, key=lambda tie: -tie.score)[:1]


def _reasons(
    store: Database, ties: Sequence[KeptTie], numbers: Sequence[int], heads: dict[int, Head]
) -> tuple[Reason, ...]:
    copied = {frozenset((a, b)): copy for a, b, copy in store.all_copies(numbers)}
    by_id = {head.id: head.path for head in heads.values()}
    reasons = []
    for tie in ties:
        copy = copied.pop(frozenset((tie.a, tie.b)), None)
        a, b = heads[tie.a].path, heads[tie.b].path
        shared = None
        if copy is not None:
            turned = by_id[copy.a] != a
            shared = (copy.share_of_b, copy.share_of_a) if turned else (copy.share_of_a, copy.share_of_b)
        reasons.append(Reason(a, b, tie.score, tie.vetoed, tie.why, shared, _way(copy, by_id) if copy else None))
    for copy in copied.values():
        shares = (copy.share_of_a, copy.share_of_b)
        reasons.append(Reason(by_id[copy.a], by_id[copy.b], 0.0, False, (), shares, _way(copy, by_id)))
    return tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.a, reason.b)))


def _way(copy: Copy, path: dict[str, str]) -> str:
    """Which way a copy went, in words."""
    if copy.direction == "a from b":
        return f"{path[copy.a]} from {path[copy.b]}: {copy.why}"
    if copy.direction == "b from a":
        return f"{path[copy.b]} from {path[copy.a]}: {copy.why}"
    return f"{copy.direction}: {copy.why}"


def to_text(found: Together) -> str:
    """The same as lines to read."""
    lines = []
    if found.event is not None:
        lines += [found.event.title, f"{found.event.id}, {found.event.reports} reports", ""]
    else:
        lines += ["These two are in no event together.", ""]
    for member in found.members:
        head = member.report
        lines.append("  ".join(filter(None, [head.day or "no day", head.publisher, head.path, member.origin])))
    lines.append("")
    for reason in found.reasons:
        score = "kept apart" if reason.vetoed else f"{reason.score:.2f}"
        lines.append(f"{reason.a} · {reason.b}: {score}{': ' if reason.why else ''}{'; '.join(reason.why)}")
        if reason.shared is not None:
            shares = " and ".join(f"{share:.0%}" for share in reason.shared)
            lines.append(f"  {shares} word for word; {reason.direction}")
    if not found.reasons:
        lines.append("nothing ties them: no telling word is shared")
    for change in found.changes:
        lines.append(f"{change.kind}: {', '.join(change.others)} {change.why}")
    return "\n".join(lines) + "\n"
