"""The units that are compared: all places in one document where one name is written in one way.

A bare name with a courtesy title that shows a gender ("Mrs Moor") is another unit than the same name without. The kind
of a written form of several words is one over the event: the kind most of its mentions have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.entities.person_names import PersonName, read_name
from rashomon.lexicon.tables import given_names, key, organisations, places, seats, words
from rashomon.model import Annotations, Document, EntityKind, Mention, Span
from rashomon.text import cut

LEGAL = frozenset("inc corp ltd llc llp plc sa ag gmbh nv bv spa oyj ab asa".split())
"""Legal forms of companies, which reports leave out at will."""

_LEAST_LAND = 5
"""Letters of a land whose people are told by an ending."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One written form in one document: its places, titles, and what they show of the bearer."""

    document: str
    kind: EntityKind
    form: str
    spans: tuple[Span, ...]
    titles: tuple[tuple[str, Span], ...]
    gender: str | None
    name: PersonName

    @property
    def first(self) -> Span:
        """Where it stands first."""
        return self.spans[0]


def make_units(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[Unit, ...]:
    """All units of an event, by first span."""
    kinds = _event_kinds(documents, annotations)
    groups: dict[tuple[str, EntityKind, str, str], list[Mention]] = defaultdict(list)
    texts = {document.id: document for document in documents}
    for annotation in annotations:
        document = texts[annotation.document]
        for mention in annotation.mentions:
            form = cut(document, mention.span)
            kind = kinds.get((form, mention.kind), mention.kind)
            mark = _title_gender(document, mention) if kind == "person" and " " not in form else None
            groups[(document.id, kind, " ".join(form.split()), mark or "")].append(mention)
    units = [_unit(texts[group[0]], group, mentions) for group, mentions in groups.items()]
    return tuple(sorted(units, key=lambda unit: unit.spans))


def _unit(document: Document, group: tuple[str, EntityKind, str, str], mentions: list[Mention]) -> Unit:
    _, kind, form, mark = group
    titles = tuple(sorted({(cut(document, title), title) for m in mentions for title in m.titles}, key=lambda t: t[1]))
    name = read_name(form)
    gender = mark or None
    if kind == "person" and not gender:
        shown = {g for m in mentions if (g := _title_gender(document, m))}
        gender = name.gender if name.gender or len(shown) != 1 else next(iter(shown))
    return Unit(document.id, kind, form, tuple(sorted(m.span for m in mentions)), titles, gender, name)


def _headed(form: str) -> bool:
    """Whether a form is a name with a word for a body after it ("Velk Utilities")."""
    parts = form.split()
    if len(parts) < 2 or key(parts[-1]) not in words("organisations", "head"):
        return False
    return len(parts) == 2 or key(parts[0]) not in given_names()


def _is_land(form: str, votes: Mapping[str, Counter[EntityKind]]) -> bool:
    """Whether a name taken for a person's is as often taken for a place, or beside the word for its people."""
    if key(form.split()[0]) in given_names():
        return False
    return votes[form]["place"] >= votes[form]["person"] or any(
        other in votes and votes[other]["person"] == 0 for other in peoples_of(form)
    )


def peoples_of(form: str) -> tuple[str, ...]:
    """What the people of a land no table knows may be called: "Orvela" and "Orvelan", "Orvel" and "Orveli"."""
    if " " in form or len(form) < _LEAST_LAND:
        return ()
    return (f"{form}n",) if form.endswith("a") else (f"{form}i", f"{form}ese", f"{form}ish")


def _opening(form: str) -> str:
    return " ".join(form.split()[:-1])


def gender_in_titles(unit: Unit) -> str | None:
    """The gender that the titles of a unit show; what the tables say of a bare name may be of another name."""
    parts = [part for text, _ in unit.titles for part in key(text).split()]
    return _gender_of(parts)


def _title_gender(document: Document, mention: Mention) -> str | None:
    for title in mention.titles:
        gender = _gender_of(key(cut(document, title)).split())
        if gender:
            return gender
    return None


def _gender_of(parts: Sequence[str]) -> str | None:
    for gender in ("female", "male"):
        if any(part in words("titles", gender) for part in parts):
            return gender
    return None


def _event_kinds(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> dict[tuple[str, EntityKind], EntityKind]:
    texts = {document.id: document for document in documents}
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for annotation in annotations:
        for mention in annotation.mentions:
            votes[cut(texts[annotation.document], mention.span)][mention.kind] += 1
    order: tuple[EntityKind, ...] = ("person", "organisation", "place", "other")
    companies = {" ".join(form.split()[:-1]) for form in votes if form.split()[-1].strip(".").casefold() in LEGAL}
    titled = {cut(texts[a.document], m.span) for a in annotations for m in a.mentions if m.titles}
    companies |= {_opening(form) for form, counts in votes.items() if counts["organisation"] and _headed(form)} - titled
    outlets = {(document.publisher or "").removeprefix("The ") for document in documents}
    families = {read_name(form).family for form, counts in votes.items() if counts["person"] and " " in form}
    found: dict[tuple[str, EntityKind], EntityKind] = {}
    for form, counts in votes.items():
        best = max(order, key=lambda kind: (counts[kind], -order.index(kind)))
        if form in families and form not in places().keys() | organisations().keys():
            best = "person"
        elif form in companies and best != "place":
            best = "organisation"
        elif best == "person" and form not in titled and _is_land(form, votes):
            best = "place"
        if form in seats() or (form in outlets and counts["organisation"]):
            continue
        for kind in counts:
            if " " in form or "person" not in (kind, best) or form not in places().keys() | organisations().keys():
                found[(form, kind)] = best
    return found
