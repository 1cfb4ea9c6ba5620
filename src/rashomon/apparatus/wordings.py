"""Rows that come from wording: one utterance in several renderings, a name in several spellings, a tie told
otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from rashomon.apparatus.confidence import confidence
from rashomon.apparatus.details import Detail
from rashomon.apparatus.entries import Row
from rashomon.model import Difference, Entity, Quote, QuoteGroup, Relation, Severity, Span
from rashomon.terms import term
from rashomon.text import fold, words

_NEAR_TIES = frozenset(("spouse of", "partner of", "parent of", "father of", "mother of", "relative of"))
"""Ties of which one may be a looser word for another, or a later one."""


def quote_rows(details: Sequence[Detail], quotes: Sequence[Quote], groups: Sequence[QuoteGroup]) -> list[Row]:
    """A row a group of renderings, with a reading a quotation; no difference where the words are the same."""
    by_id = {quote.id: quote for quote in quotes}
    rows = []
    for group in groups:
        held_by = [_holding(details, by_id[quote].content) for quote in group.quotes]
        readings = [(None, held) for held in dict.fromkeys(held_by) if held]
        if len({details[i].document.id for _, indices in readings for i in indices}) > 1:
            why = f"renderings of one utterance: {group.difference}"
            severity: Severity = (
                "tension" if _misquoted(details, [by_id[quote] for quote in group.quotes]) else "variant"
            )
            sure = confidence("quote", severity, [details[i] for _, held in readings for i in held])
            difference = Difference("quote", severity, sure, why) if group.difference != "none" else None
            rows.append(Row(tuple(readings), difference))
    return rows


def _misquoted(details: Sequence[Detail], quotes: Sequence[Quote]) -> bool:
    """Whether two direct quotations of different documents have other content words between words they share."""
    texts = {detail.document.id: detail.document.text for detail in details}
    held = [
        (quote.content[0].document, [word for span in quote.content for word in _spoken(texts, span)])
        for quote in quotes
        if quote.kind == "direct"
    ]
    return any(one != other and _replaced(a, b) for one, a in held for other, b in held if one < other)


def _spoken(texts: Mapping[str, str], span: Span) -> list[str]:
    return [fold(word.text) for word in words(texts[span.document], span.start, span.end)]


def _replaced(one: Sequence[str], other: Sequence[str]) -> bool:
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return any(
        (before[0], step[0], after[0]) == ("equal", "replace", "equal")
        and any(map(term, one[step[1] : step[2]]))
        and any(map(term, other[step[3] : step[4]]))
        for before, step, after in zip(steps, steps[1:], steps[2:], strict=False)
    )


def name_rows(details: Sequence[Detail], entities: Sequence[Entity]) -> list[Row]:
    """A row an entity whose name is spelt differently in different reports, with a reading a spelling."""
    rows = []
    for entity in entities:
        spelt = _spellings(entity)
        readings, documents = [], set()
        for form, spans in spelt:
            held = _holding(details, spans[:1])
            if held:
                readings.append((form, held[:1]))
                documents.add(details[held[0]].document.id)
        if len(readings) > 1 and len(documents) > 1:
            why = "one name, spelt differently: " + " / ".join(str(form) for form, _ in readings)
            rows.append(Row(tuple(readings), Difference("name", "variant", confidence("name", "variant", []), why)))
    return rows


def relation_rows(details: Sequence[Detail], relations: Sequence[Relation]) -> list[Row]:
    """A row two entities whose tie is another in different reports."""
    between: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations:
        between[relation.subject, relation.object][relation.kind].extend(relation.spans)
    rows = []
    for pair in sorted(between):
        kinds = between[pair]
        readings = [(kind, _holding(details, sorted(kinds[kind])[:1])[:1]) for kind in sorted(kinds)]
        readings = [(kind, held) for kind, held in readings if held]
        if len(readings) > 1 and len({details[h[0]].document.id for _, h in readings}) > 1:
            why = "two people tied in different ways: " + " / ".join(kind for kind, _ in readings)
            severity: Severity = "tension" if {kind for kind, _ in readings} <= _NEAR_TIES else "contradiction"
            sure = confidence("relation", severity, [details[i] for _, held in readings for i in held])
            rows.append(Row(tuple(readings), Difference("relation", severity, sure, why)))
    return rows


def _spellings(entity: Entity) -> list[tuple[str, tuple[Span, ...]]]:
    """The fullest forms of an entity that are spelt differently: those with the greatest number of words."""
    longest = max((len(form.text.split()) for form in entity.forms), default=0)
    spelt: dict[str, tuple[str, tuple[Span, ...]]] = {}
    for form in entity.forms:
        if len(form.text.split()) == longest and longest > 1:
            spelt.setdefault(fold(form.text), (form.text, form.spans))
    return sorted(spelt.values(), key=lambda s: (s[1][0], s[0])) if len(spelt) > 1 else []


def _holding(details: Sequence[Detail], spans: Sequence[Span]) -> tuple[int, ...]:
    """The statements in these spans; where a span holds none, the smallest statement around it."""
    found: list[int] = []
    for span in spans:
        inside = [
            i
            for i, d in enumerate(details)
            if d.statement.span.document == span.document
            and span.start <= d.statement.span.start
            and d.statement.span.end <= span.end
        ]
        if not inside:
            around = [
                (d.statement.span.end - d.statement.span.start, i)
                for i, d in enumerate(details)
                if d.statement.span.document == span.document
                and d.statement.span.start < span.end
                and span.start < d.statement.span.end
            ]
            inside = [min(around)[1]] if around else []
        found.extend(inside)
    return tuple(dict.fromkeys(found))
