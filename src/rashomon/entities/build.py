"""Groups of units made into entities: name, forms, titles, links."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from rashomon.entities.decision import Decision
from rashomon.entities.join import Joined
from rashomon.entities.things import acronym_letters
from rashomon.entities.units import Unit
from rashomon.model import Entity, EntityKind, Form, Judgement, Link, Span
from rashomon.text import content_id

_KINDS: tuple[EntityKind, ...] = ("organisation", "other", "place", "person")
"""The earlier where as many mentions are of one kind as of the other."""


def build_entities(units: tuple[Unit, ...], joined: Joined) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Entities by first span, and for each unit the id of its entity."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(joined.group):
        groups[group].append(number)
    entities: list[Entity] = []
    entity_of: dict[int, str] = {}
    for group in sorted(groups):
        members = groups[group]
        entity = _entity([units[n] for n in members], _links(members, units, joined))
        entities.append(entity)
        entity_of.update(dict.fromkeys(members, entity.id))
    entities.sort(key=lambda entity: (min(span for form in entity.forms for span in form.spans), entity.id))
    return tuple(entities), entity_of


def with_descriptions(
    entities: tuple[Entity, ...], described: dict[str, tuple[tuple[str, Span], ...]]
) -> tuple[Entity, ...]:
    """The entities with the descriptions found for them."""
    made = []
    for entity in entities:
        spans: dict[str, list[Span]] = defaultdict(list)
        for text, span in described.get(entity.id, ()):
            spans[text].append(span)
        made.append(replace(entity, descriptions=_forms(spans)))
    return tuple(made)


def _entity(units: list[Unit], links: tuple[Link, ...]) -> Entity:
    forms: dict[str, list[Span]] = defaultdict(list)
    titles: dict[str, set[Span]] = defaultdict(set)
    kinds: Counter[EntityKind] = Counter()
    for unit in units:
        forms[unit.form].extend(unit.spans)
        kinds[unit.kind] += len(unit.spans)
        for text, span in unit.titles:
            titles[text].add(span)
    kind = max(_KINDS, key=lambda k: kinds[k])
    first = min(span for spans in forms.values() for span in spans)
    return Entity(
        id=content_id("e", kind, *sorted(forms), first.document, first.start, first.end),
        kind=kind,
        name=_name(kind, {form: len(spans) for form, spans in forms.items()}),
        forms=_forms(forms),
        titles=_forms(titles),
        links=links,
    )


def _forms(spans: dict[str, list[Span]] | dict[str, set[Span]]) -> tuple[Form, ...]:
    made = [Form(text, tuple(sorted(set(found)))) for text, found in spans.items()]
    return tuple(sorted(made, key=lambda form: (form.spans, form.text)))


def _name(kind: EntityKind, counts: dict[str, int]) -> str:
    """The fullest most frequent form: among full names (or forms that are no acronym) the most frequent, then
    longest.
    """
    full = {f: c for f, c in counts.items() if (" " in f if kind == "person" else not acronym_letters(f))} or counts
    if kind == "place":
        full = {f: c for f, c in full.items() if not f.endswith(".")} or full
    if kind == "organisation":
        several = {f: c for f, c in full.items() if " " in f}
        full = several or full
    plain_case = {f: c for f, c in full.items() if not f.isupper()} or full
    return max(sorted(plain_case), key=lambda form: (plain_case[form], len(form)))


def _link(a: Span, b: Span, judgement: Judgement, decision: Decision) -> Link:
    return Link(min(a, b), max(a, b), judgement, decision.score, decision.why)


def _links(members: list[int], units: tuple[Unit, ...], joined: Joined) -> tuple[Link, ...]:
    """The tree of joins, with the places of one form in one document joined to the first, and the unsure pairs."""
    inside = set(members)
    links = [
        Link(units[n].first, span, "same", 1.0, "same words in one report")
        for n in members
        for span in units[n].spans[1:]
    ]
    for (a, b), decision in joined.joins.items():
        if a in inside and b in inside:
            links.append(_link(units[a].first, units[b].first, "same", decision))
    for (a, b), decision in joined.unsure.items():
        if (a in inside or b in inside) and joined.group[a] != joined.group[b]:
            links.append(_link(units[a].first, units[b].first, "unsure", decision))
    return tuple(sorted(links, key=lambda link: (link.a, link.b, link.judgement)))
