"""Rows that come from wording: one utterance in several renderings, a name in several spellings.

Where a rendering says another thing (`sense`), the sentence in which it does has a row of its own, a tension.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from rashomon.apparatus.confidence import confidence
from rashomon.apparatus.details import Detail
from rashomon.apparatus.entries import Row
from rashomon.apparatus.sense import ALIKE, Named, Said, changed, cut_short, likeness, sentences_of
from rashomon.model import Difference, Entity, Quote, QuoteGroup, Severity, Span
from rashomon.text import fold

_BESIDE = 300
"""Code points around a quotation in which a report may say in its own words what it cuts."""
_SPELT_ALIKE = 50
"""Percent of letters that two spellings of one word share at least."""
Readings = tuple[tuple[str | None, tuple[int, ...]], ...]


def quote_rows(
    details: Sequence[Detail],
    quotes: Sequence[Quote],
    groups: Sequence[QuoteGroup],
    entities: Sequence[Entity] = (),
) -> list[Row]:
    """A row a group of renderings, with a reading a quotation; no difference where the words are the same.

    Where the words in marks say different things, or a sentence is cut short, that sentence has a row of its own too.
    """
    by_id = {quote.id: quote for quote in quotes}
    texts = {detail.document.id: detail.document.text for detail in details}
    named = [(span, e.id, e.kind) for e in entities for form in e.forms for span in form.spans]
    rows: list[Row] = []
    for group in groups:
        members = [by_id[quote] for quote in group.quotes]
        why = f"renderings of one utterance: {group.difference}"
        readings = tuple(dict.fromkeys((None, held) for q in members if (held := holding(details, q.content))))
        whole = _row(details, readings, "variant" if group.difference != "none" else None, why)
        grave = _changed(details, members, texts, named) if group.difference != "none" else None
        rows.extend(row for row in (grave, whole) if row and not (row is whole and _same(row, grave)))
    return rows


def _same(row: Row, other: Row | None) -> bool:
    return other is not None and row.members <= other.members


def _row(details: Sequence[Detail], readings: Readings, severity: Severity | None, why: str) -> Row | None:
    """The row of these readings if more than one report speaks in them."""
    members = [details[i] for _, held in readings for i in held]
    if len({detail.document.id for detail in members}) < 2:
        return None
    if severity is None:
        return Row(readings, None)
    return Row(readings, Difference("quote", severity, confidence("quote", severity, members), why))


def _changed(details: Sequence[Detail], quotes: Sequence[Quote], texts: Mapping[str, str], named: Named) -> Row | None:
    """The row of the first sentence that two direct quotations of different reports give in another sense."""
    said = [(quote, sentences_of(quote, texts)) for quote in quotes if quote.kind == "direct"]
    for (q, ones), (r, others) in combinations(said, 2):
        if q.content[0].document == r.content[0].document:
            continue
        for one, other in _paired(ones, others):
            why = changed(one, other, named) or _short(details, one, other) or _short(details, other, one)
            if why is not None and (row := _sentence_row(details, said, (one, other), why)):
                return row
    return None


def _paired(ones: Sequence[Said], others: Sequence[Said]) -> list[tuple[Said, Said]]:
    """The sentences of two utterances that are each most like the other."""
    found = []
    for one in ones:
        other = max(others, key=lambda o: likeness(one, o))
        if likeness(one, other) >= ALIKE and max(ones, key=lambda o: likeness(o, other)) is one:
            found.append((one, other))
    return found


def _short(details: Sequence[Detail], part: Said, whole: Said) -> str | None:
    """What a report leaves out of a sentence, unless its heading does, which has no room."""
    held = [details[i] for i in holding(details, part.spans)]
    if all(detail.statement.part == "headline" for detail in held):
        return None
    text, start, end = held[0].document.text, part.places[0].start, part.places[-1].end
    lost = cut_short(part, whole, text[max(0, start - _BESIDE) : start] + " " + text[end : end + _BESIDE])
    return f"cut short: {lost}" if lost else None


def _sentence_row(
    details: Sequence[Detail], said: Sequence[tuple[Quote, Sequence[Said]]], pair: tuple[Said, Said], why: str
) -> Row | None:
    """The row of one sentence: a reading a quotation that holds a rendering of it."""
    readings = []
    for _, sentences in said:
        alike = [s for s in sentences if max(likeness(s, pair[0]), likeness(s, pair[1])) >= ALIKE]
        held = holding(details, [span for sentence in alike for span in sentence.spans])
        if held and not all(details[i].statement.part == "headline" for i in held):
            readings.append((None, held))
    return _row(details, tuple(dict.fromkeys(readings)), "tension", f"renderings of one utterance: {why}")


def name_rows(details: Sequence[Detail], entities: Sequence[Entity]) -> list[Row]:
    """A row an entity whose name is spelt differently in different reports, with a reading a spelling."""
    rows = []
    for entity in entities:
        spelt = _spellings(entity)
        readings, documents = [], set()
        for form, spans in spelt:
            held = holding(details, spans[:1])
            if held:
                readings.append((form, held[:1]))
                documents.add(details[held[0]].document.id)
        if len(readings) > 1 and len(documents) > 1:
            forms = [str(form) for form, _ in readings]
            how = "one name, spelt differently: " if _are_spellings(forms) else "one name in other words: "
            why = how + " / ".join(forms)
            rows.append(Row(tuple(readings), Difference("name", "variant", confidence("name", "variant", []), why)))
    return rows


def _are_spellings(forms: Sequence[str]) -> bool:
    """Whether each form is the first one spelt another way, word by word, rather than other words for it."""
    pairs = [pair for form in forms[1:] for pair in zip(forms[0].split(), form.split(), strict=False)]
    return all(fuzz.ratio(fold(a), fold(b)) >= _SPELT_ALIKE for a, b in pairs)


def _spellings(entity: Entity) -> list[tuple[str, tuple[Span, ...]]]:
    """The fullest forms of an entity that are spelt differently: those with the greatest number of words."""
    longest = max((len(form.text.split()) for form in entity.forms), default=0)
    spelt: dict[str, tuple[str, tuple[Span, ...]]] = {}
    for form in entity.forms:
        if len(form.text.split()) == longest and longest > 1:
            spelt.setdefault(fold(form.text), (form.text, form.spans))
    return sorted(spelt.values(), key=lambda s: (s[1][0], s[0])) if len(spelt) > 1 else []


def holding(details: Sequence[Detail], spans: Sequence[Span]) -> tuple[int, ...]:
    """The statements most of whose words stand in these spans; where a span has none, the smallest around it."""
    found: list[int] = []
    for span in spans:
        inside = [
            i
            for i, d in enumerate(details)
            if d.statement.span.document == span.document
            and 5 * (min(span.end, d.statement.span.end) - max(span.start, d.statement.span.start))
            >= 3 * (d.statement.span.end - d.statement.span.start)
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
