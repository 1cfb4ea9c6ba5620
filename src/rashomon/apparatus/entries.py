"""The rows of the apparatus, made from groups of statements, findings, renderings and names.

In order: findings of one kind that share a statement and a value become one differing row with a reading a value;
renderings of one utterance and spellings of one name become rows, mostly with a harmless difference; groups of
statements without a material difference become rows that all their reports agree on; every statement left over is a row
of its own. A difference of too little confidence is none; what it would have set apart is not agreed either. Rows over
the same statements are one row, with the gravest difference. Silence is listed, never judged: a report that holds no
statement of a row is absent from it, and nothing follows from that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.apparatus.compare import Finding
from rashomon.apparatus.confidence import confidence
from rashomon.apparatus.details import Detail
from rashomon.apparatus.independence import Grounds, counted_once, origins_of
from rashomon.components import components
from rashomon.model import SEVERITIES, CountedOnce, Difference, Document, Entry, EntryKind, Reading, Span
from rashomon.text import content_id

_MATERIAL = SEVERITIES[:3]
_TOPIC = 70
"""Code points of a good heading."""
_WITHIN = 2
"""Thirds of its words by which a statement within a sentence heads a row worse than one that begins it."""
_LIKELY = 0.25
"""Findings this likely stand beside likelier ones of the same statement and value."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry before it has witnesses: readings as (value, indices of details), and how they differ."""

    readings: tuple[tuple[str | None, tuple[int, ...]], ...]
    difference: Difference | None

    @property
    def members(self) -> frozenset[int]:
        """The indices of all its statements."""
        return frozenset(index for _, indices in self.readings for index in indices)


def make_entries(
    documents: Sequence[Document],
    details: Sequence[Detail],
    groups: Sequence[Sequence[int]],
    rows: Iterable[Row],
    grounds: Grounds,
    least: float = 0.0,
) -> tuple[Entry, ...]:
    """All entries, in the order of the public format: by severity, then first span, then id.

    `groups` are the statements that speak of one point, `rows` those found to differ, both as indices of details.
    Differences of a confidence below `least` are left out.
    """
    rows = list(rows)
    kept = _one_a_statement_set(filter(None, (_if_sure(row, least) for row in rows)))
    material = [row for row in kept if _is_material(row)]
    harmless = [row for row in kept if not _is_material(row)]
    apart = [row.members for row in rows if _is_material(row)]
    disputed = {frozenset((a, b)) for members in apart for a in members for b in members if a != b}
    agreed = [_undisputed(group, disputed) for group in groups]
    plain = [Row(((None, tuple(group)),), None) for group in agreed if _documents(details, group) > 1]
    together = _one_a_statement_set([*material, *_absorb(harmless, plain)])
    held = {index for row in together for index in row.members}
    alone = [Row(((None, (index,)),), None) for index in range(len(details)) if index not in held]
    order = {document.id: index for index, document in enumerate(documents)}
    placed = []
    for row in (*together, *alone):
        entry = _entry(documents, details, row, grounds, order)
        placed.append((_gravity(entry.difference), _first_place(details, row, order), entry.id, entry))
    return tuple(entry for *_, entry in sorted(placed, key=lambda place: place[:3]))


def rows_of_findings(findings: Sequence[Finding], details: Sequence[Detail]) -> list[Row]:
    """One row for all findings of a kind that hang together by a statement with the same value."""
    rows = []
    for kind in sorted({finding.kind for finding in findings}):
        for component in _components(_unrivalled([f for f in findings if f.kind == kind])):
            by_value: dict[str, set[int]] = defaultdict(set)
            labels: dict[str, set[str]] = defaultdict(set)
            for f in component:
                for value, index, label in ((f.value_a, f.a, f.label_a), (f.value_b, f.b, f.label_b)):
                    by_value[value].add(index)
                    labels[value].add(label or value)
            gravest = _gravest(component, details)
            shown = {value: min(labels[value], key=lambda label: (len(label), label)) for value in by_value}
            readings = sorted(((shown[v], tuple(sorted(m))) for v, m in by_value.items()), key=lambda r: (r[1], r[0]))
            members = sorted(set().union(*by_value.values()))
            sure = confidence(gravest.kind, gravest.severity, [details[index] for index in members])
            difference = Difference(gravest.kind, gravest.severity, sure, gravest.why)
            rows.append(Row(tuple(readings), difference))
    return rows


def _unrivalled(findings: Sequence[Finding]) -> list[Finding]:
    """Without the unlikely findings whose statement and value a far likelier one explains."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for finding in findings:
        for node in ((finding.a, finding.value_a), (finding.b, finding.value_b)):
            best[node] = max(best[node], finding.likely)
    return [
        f for f in findings if f.likely >= _LIKELY or 2 * f.likely > max(best[f.a, f.value_a], best[f.b, f.value_b])
    ]


def _gravest(component: Sequence[Finding], details: Sequence[Detail]) -> Finding:
    """The gravest finding, the likeliest first.

    Where time explains a part of the differences the others are updates too, unless two of the values first stood on
    one day.
    """
    first: dict[str, str] = {}
    for f in component:
        for value, index in ((f.value_a, f.a), (f.value_b, f.b)):
            first[value] = min(first.get(value, "~"), details[index].published[:10] or "~")
    at_once = [f for f in component if f.severity == "contradiction" and first[f.value_a] == first[f.value_b]]
    grave = at_once or [f for f in component if f.severity == "update"] or component
    return min(grave, key=lambda f: (SEVERITIES.index(f.severity), -f.likely, f.a, f.b))


def _components(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that hang together by (statement, value)."""
    seen: dict[tuple[int, str], int] = {}
    ties = [
        (seen.setdefault(node, i), i)
        for i, finding in enumerate(findings)
        for node in ((finding.a, finding.value_a), (finding.b, finding.value_b))
    ]
    return [[findings[i] for i in group] for group in components(len(findings), ties)]


def _if_sure(row: Row, least: float) -> Row | None:
    """The row, if its difference is sure enough; else none, and one point without a difference where it is harmless."""
    if row.difference is None or row.difference.score >= least:
        return row
    return None if _is_material(row) else Row(((None, tuple(sorted(row.members))),), None)


def _one_a_statement_set(rows: Iterable[Row]) -> list[Row]:
    best: dict[frozenset[int], Row] = {}
    for row in rows:
        known = best.get(row.members)
        if known is None or _gravity(row.difference) < _gravity(known.difference):
            best[row.members] = row
    return list(best.values())


def _undisputed(group: Sequence[int], disputed: set[frozenset[int]]) -> list[int]:
    """The statements of a group without those that a material difference sets against another, most disputed first."""
    kept = list(group)
    against = {a: {b for b in kept if frozenset((a, b)) in disputed} for a in kept}
    while any(against.values()):
        worst = max(kept, key=lambda a: (len(against[a]), a))
        kept.remove(worst)
        against = {a: rivals - {worst} for a, rivals in against.items() if a != worst}
    return kept


def _absorb(harmless: Sequence[Row], plain: Sequence[Row]) -> list[Row]:
    """Harmless rows, and the agreed groups none of them covers; a harmless row takes in the rest of its group."""
    rows, used = [], set()
    members = [group.members for group in plain]
    for row in harmless:
        own = row.members
        home = next((i for i, group in enumerate(members) if own <= group), None)
        if home is None:
            rows.append(row)
            continue
        used.add(home)
        rest = tuple(sorted(members[home] - own))
        rows.append(Row((*row.readings, (None, rest)) if rest else row.readings, row.difference))
    return [*rows, *(group for i, group in enumerate(plain) if i not in used)]


def _documents(details: Sequence[Detail], indices: Iterable[int]) -> int:
    return len({details[index].document.id for index in indices})


def _without_slips_of_copies(row: Row, tied: Sequence[CountedOnce]) -> Row:
    """The row without a harmless difference in who is named as the source, where all its reports have one text."""
    harmless = row.difference is not None and row.difference.severity == "variant"
    if not harmless or row.difference is None or row.difference.kind != "attribution":
        return row
    copied = all(reason.kind in ("text", "passage") for reason in tied)
    return Row(((None, tuple(sorted(row.members))),), None) if copied else row


def _entry(
    documents: Sequence[Document],
    details: Sequence[Detail],
    row: Row,
    grounds: Grounds,
    order: Mapping[str, int],
) -> Entry:
    tied = counted_once([details[index] for index in sorted(row.members)], grounds, order)
    origin_of = origins_of(sorted({details[index].document.id for index in row.members}, key=order.__getitem__), tied)
    if len(set(origin_of.values())) < 2:
        row = _without_slips_of_copies(row, tied)
    readings = tuple(_reading(details, value, indices, order, origin_of) for value, indices in row.readings)
    witnesses = {witness for reading in readings for witness in reading.witnesses}
    silent = [document for document in documents if document.id not in witnesses]
    origins = len(set(origin_of.values()))
    kind: EntryKind = "agreed" if origins > 1 else "single"
    if row.difference and (_is_material(row) or origins < 2):
        kind = "differing"
    topic = fittest_heads([details[index] for index in sorted(row.members)], row.difference is None)[0].statement
    statements = sorted(details[index].statement.id for index in row.members)
    return Entry(
        id=content_id("e-", row.difference.kind if row.difference else "", *statements),
        kind=kind,
        topic=topic.span,
        readings=readings,
        difference=row.difference,
        absent=tuple(document.id for document in silent if not document.excerpt),
        absent_but_held_in_part=tuple(document.id for document in silent if document.excerpt),
        counted_once=tied,
    )


def fittest_heads(members: Sequence[Detail], alike: bool) -> list[Detail]:
    """The statements of a row, that which serves best as its heading first.

    Those go first that name somebody, are whole clauses, begin a sentence, where all are to say the same (`alike`) say
    little that the other reports do not say, and are of a good length.
    """
    if len(members) < 2:
        return list(members)
    terms = [frozenset(detail.terms) for detail in members]

    def unfit(place: int) -> tuple[bool, bool, int, int, Span]:
        detail, span = members[place], members[place].statement.span
        within = _WITHIN * (span.start != detail.sentence.start)
        own = _own_words(place, members, terms) if alike else 0
        return (not detail.entities, not detail.state, within + own, abs(span.end - span.start - _TOPIC), span)

    return [members[place] for place in sorted(range(len(members)), key=unfit)]


def _own_words(place: int, members: Sequence[Detail], terms: Sequence[frozenset[str]]) -> int:
    """How much of a statement no other report of the row has, in thirds, 0 to 3; at its best beside each report."""
    best: dict[str, float] = {}
    for other, detail in enumerate(members):
        if detail.document.id != members[place].document.id:
            shared = len(terms[place] & terms[other]) / max(1, len(terms[place]))
            best[detail.document.id] = max(best.get(detail.document.id, 0.0), shared)
    return round(3 * (1 - sum(best.values()) / len(best))) if best else 0


def _reading(
    details: Sequence[Detail],
    value: str | None,
    indices: Sequence[int],
    order: Mapping[str, int],
    origin_of: Mapping[str, int],
) -> Reading:
    ordered = sorted(indices, key=lambda i: (order[details[i].document.id], details[i].statement.span))
    witnesses = tuple(dict.fromkeys(details[index].document.id for index in ordered))
    return Reading(
        value=value,
        statements=tuple(details[index].statement.id for index in ordered),
        witnesses=witnesses,
        origins=len({origin_of[witness] for witness in witnesses}),
    )


def _gravity(difference: Difference | None) -> int:
    return SEVERITIES.index(difference.severity) if difference else len(SEVERITIES)


def _is_material(row: Row) -> bool:
    return row.difference is not None and row.difference.severity in _MATERIAL


def _first_place(details: Sequence[Detail], row: Row, order: Mapping[str, int]) -> tuple[int, int, int]:
    spans = [details[index].statement.span for index in row.members]
    return min((order[span.document], span.start, span.end) for span in spans)
