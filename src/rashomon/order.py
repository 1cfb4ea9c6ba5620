"""The order of the public format: every list stands by document, start, end, id, documents by their sigla.

The stages sort by what they need, often by the ids of documents, which mean nothing to a reader; here the lists of a
finished apparatus are put in the order in which they are shown. Documents and entries come in their own order already
and stay so; nothing is added, dropped or changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.model import Apparatus, Entity, Form, Framing, Link, QuoteGroup, Span

Places = Mapping[str, int]
Key = tuple[int, int, int]


def put_in_order(apparatus: Apparatus) -> Apparatus:
    """The same apparatus with its lists in the order of the public format."""
    places = {document.id: index for index, document in enumerate(apparatus.documents)}
    entities = tuple(
        sorted((_entity(entity, places) for entity in apparatus.entities), key=lambda e: _named(e, places))
    )
    said = {quote.id: number for number, quote in enumerate(apparatus.quotes)}
    groups = (_group(group, said, places) for group in apparatus.quote_groups)
    return replace(
        apparatus,
        entities=entities,
        relations=tuple(
            sorted(
                (replace(relation, spans=_spans(relation.spans, places)) for relation in apparatus.relations),
                key=lambda r: (_first(r.spans, places), r.kind, r.subject, r.object),
            )
        ),
        statements=tuple(sorted(apparatus.statements, key=lambda s: (_key(s.span, places), s.id))),
        quote_groups=tuple(sorted(groups, key=lambda group: [said[quote] for quote in group.quotes])),
        timeline=tuple(replace(moment, spans=_spans(moment.spans, places)) for moment in apparatus.timeline),
        framing=tuple(
            sorted(
                (Framing(one.concept, _forms(one.terms, places)) for one in apparatus.framing),
                key=lambda one: (_first(one.terms[0].spans, places), one.concept or "", one.terms[0].text),
            )
        ),
    )


def _entity(entity: Entity, places: Places) -> Entity:
    return replace(
        entity,
        forms=_forms(entity.forms, places),
        titles=_forms(entity.titles, places),
        descriptions=_forms(entity.descriptions, places),
        links=tuple(
            sorted(
                (_link(link, places) for link in entity.links),
                key=lambda link: (_key(link.a, places), _key(link.b, places), link.judgement),
            )
        ),
    )


def _link(link: Link, places: Places) -> Link:
    a, b = _spans((link.a, link.b), places)
    return replace(link, a=a, b=b)


def _forms(forms: Iterable[Form], places: Places) -> tuple[Form, ...]:
    ordered = (Form(form.text, _spans(form.spans, places)) for form in forms)
    return tuple(sorted(ordered, key=lambda form: (_first(form.spans, places), form.text)))


def _group(group: QuoteGroup, said: Mapping[str, int], places: Places) -> QuoteGroup:
    return replace(group, quotes=tuple(sorted(group.quotes, key=said.__getitem__)), spans=_spans(group.spans, places))


def _named(entity: Entity, places: Places) -> tuple[Key, str]:
    """Where an entity is first named, and its id."""
    return min(_first(form.spans, places) for form in entity.forms), entity.id


def _spans(spans: Iterable[Span], places: Places) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: _key(span, places)))


def _first(spans: Iterable[Span], places: Places) -> Key:
    return min((_key(span, places) for span in spans), default=(len(places), 0, 0))


def _key(span: Span, places: Places) -> Key:
    return places[span.document], span.start, span.end
