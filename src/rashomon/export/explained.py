"""An explanation as text for a terminal, and as a record for machines.

From the outside in: what the row says, its readings with the exact places, how the statements were found to speak of
one point, what the comparisons found between them, how grave that is, which reports count once, who is who behind the
names. Every label is fixed; everything between quotation marks is a slice. Long lists are cut, and say so: the record
holds all.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.explain import Explanation, Grouped, Pair, Told
from rashomon.export.outline import one_line
from rashomon.model import Apparatus, Document, Entity, Link

PAIRS, GROUPS, FOUND, LINKS = 6, 4, 8, 6
"""How many of each are shown."""
MEANINGS = {
    "contradiction": "both cannot be true of the same thing at the same time",
    "update": "the later report replaces the earlier",
    "tension": "worth knowing: scope, precision, actor, attribution or emphasis differ",
    "variant": "harmless: spelling, rounding, wording",
}
_BY_WORDING = {
    "quote": "found by the wording: quotations that render one utterance are laid side by side",
    "name": "found by the wording: the ways in which one entity is written",
    "relation": "found by the wording: the ties between two people",
}


def to_record(explanation: Explanation) -> dict[str, Any]:
    """The explanation as plain dictionaries, lists and scalars."""
    record: dict[str, Any] = _plain(explanation)
    return record


def to_text(explanation: Explanation, apparatus: Apparatus, *, width: int = 80, colour: bool = False) -> str:
    """The explanation, `width` cells wide, ending in a newline; without `colour` it is plain text."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )
    documents = {document.id: document for document in apparatus.documents}
    labels = {told.statement.id: f"{told.siglum}{number}" for number, told in enumerate(explanation.told, 1)}
    _head(console, explanation, documents)
    _readings(console, explanation, documents, labels)
    _likeness(console, explanation, labels)
    _together(console, explanation.groups, labels)
    _differing(console, explanation, labels)
    _origins(console, explanation, documents)
    _who(console, explanation.entities, documents)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _head(console: Console, explanation: Explanation, documents: dict[str, Document]) -> None:
    entry = explanation.entry
    topic = documents[entry.topic.document].text[entry.topic.start : entry.topic.end]
    console.print(Text(one_line(topic), style="bold"))
    console.print(Text(f"{entry.id} · entry {explanation.number} of {explanation.of} · {entry.kind}"))
    if entry.difference:
        difference = entry.difference
        console.print(Text(f"{difference.severity} · {difference.kind} · confidence {difference.score:.2f}"))
        console.print(Text(one_line(difference.why)))
    if entry.worth:
        console.print(Text(f"worth {entry.worth.score:.2f}: {one_line(entry.worth.why)}"))
    if entry.under:
        console.print(Text(f"shown under {entry.under}, which makes the point in fuller words"))


def _readings(
    console: Console, explanation: Explanation, documents: dict[str, Document], labels: dict[str, str]
) -> None:
    _title(console, "READINGS", "exact places in code points, start included, end not")
    told = {one.statement.id: one for one in explanation.told}
    for reading in explanation.entry.readings:
        if reading.value is not None:
            console.print(Text(f" {one_line(reading.value)}", style="bold"))
        for statement in reading.statements:
            one = told[statement]
            span = one.statement.span
            place = f"{documents[span.document].path} {span.start}–{span.end}"
            lines = [Text(f"{one_line(place)} · {statement}", style="dim"), Text(f"“{one_line(one.words)}”")]
            if notes := _notes(one):
                lines.append(Text(notes, style="dim"))
            _hung(console, labels[statement], lines)


def _notes(one: Told) -> str:
    statement = one.statement
    days = [f"{one_line(words)} = {value or 'unknown'}" for words, value in one.days]
    numbers = [f"{one_line(words)} = {_number(value)} {unit or ''}".rstrip() for words, value, unit in one.numbers]
    notes = [
        f"in the name of {one_line(one.holder)}" if one.holder else "",
        f"verb: {one.predicate}, {one.standing}" if one.predicate else "",
        statement.polarity if statement.polarity != "affirmed" else "",
        statement.modality if statement.modality != "asserted" else "",
        "; ".join([*numbers, *days]),
    ]
    return " · ".join(filter(None, notes))


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:,.10g}"


def _likeness(console: Console, explanation: Explanation, labels: dict[str, str]) -> None:
    if not explanation.pairs:
        return
    _title(console, "HOW LIKELY TWO OF THEM SHARE A FACT", "value × weight, summed; the likelihood is its logistic")
    found = [{one.a, one.b} for one in explanation.compared]
    pairs = sorted(explanation.pairs, key=lambda pair: {pair.a, pair.b} not in found)
    for pair in pairs[:PAIRS]:
        console.print(Text(f" {labels[pair.a]} and {labels[pair.b]}: {pair.likelihood:.2f}", style="bold"))
        console.print(Padding(_sum(pair), (0, 0, 0, 4)))
        if none := ", ".join(one.feature for one in pair.features if not one.value):
            console.print(Padding(Text(f"nothing shared: {none}", style="dim"), (0, 0, 0, 4)))
    _more(console, len(pairs) - PAIRS, "pair")


def _sum(pair: Pair) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column()
    for _ in range(3):
        table.add_column(justify="right")
    for one in pair.features:
        if one.value:
            table.add_row(one.feature, f"{one.value:.2f}", f"× {one.weight:.2f} =", f"{one.value * one.weight:6.2f}")
    table.add_row("bias", "", "", f"{pair.bias:6.2f}")
    table.add_row("sum", "", "", f"{pair.total:6.2f}")
    return table


def _together(console: Console, groups: Sequence[Grouped], labels: dict[str, str]) -> None:
    if not groups:
        return
    _title(console, "HOW THEY CAME TOGETHER", "groups that hold two of them or more")
    for group in groups[:GROUPS]:
        seed = " and ".join(labels.get(one, one) for one in group.seed)
        joined = [f"{labels.get(one.statement, one.statement)} at {one.least:.2f}" for one in group.joined]
        line = f"begun by {seed} at {group.likelihood:.2f}"
        if joined:
            line += f"; joined by {', '.join(joined)}, the least beside any member"
        _hung(console, "·", [Text(line)])
    _more(console, len(groups) - GROUPS, "group")


def _differing(console: Console, explanation: Explanation, labels: dict[str, str]) -> None:
    difference = explanation.entry.difference
    _title(console, "WHAT DIFFERS")
    if difference is None:
        console.print(Text(" no comparison found a difference that this row shows"))
    else:
        console.print(Text(f" {difference.severity}: {MEANINGS[difference.severity]}"))
        if difference.kind in _BY_WORDING:
            console.print(Text(f" {_BY_WORDING[difference.kind]}"))
    for one in explanation.compared[:FOUND]:
        values = f"{labels[one.a]} {one_line(one.value_a)} | {labels[one.b]} {one_line(one.value_b)}"
        head = f"{one.comparison}: {one.severity} · {one.kind} · likely {one.likelihood:.2f}"
        _hung(console, "·", [Text(head), Text(values), Text(one_line(one.why), style="dim")])
    _more(console, len(explanation.compared) - FOUND, "finding")
    if difference is not None:
        times = dict.fromkeys((one.siglum, one.published or "unknown") for one in explanation.told)
        console.print(Text(" published: " + ", ".join(f"{siglum} {time}" for siglum, time in times)))
        earlier = [labels[one.statement.id] for one in explanation.told if one.said_to_be_earlier]
        console.print(Text(f" said to be an earlier word: {', '.join(earlier) or 'none'}"))


def _origins(console: Console, explanation: Explanation, documents: dict[str, Document]) -> None:
    entry = explanation.entry
    _title(console, "WHICH REPORTS COUNT")
    for reading in entry.readings:
        value = f"{one_line(reading.value)}: " if reading.value is not None else ""
        sigla = ", ".join(documents[name].siglum for name in reading.witnesses)
        plural = "s" * (reading.origins != 1)
        console.print(Text(f" {value}{sigla}, {reading.origins} origin{plural}"))
    for reason in entry.counted_once:
        sigla = ", ".join(documents[name].siglum for name in reason.documents)
        lines = [Text(f"{sigla} count once: {one_line(reason.why)}")]
        for span in reason.spans:
            document = documents[span.document]
            words = one_line(document.text[span.start : span.end])
            lines.append(Text(f"{document.siglum} {span.start}–{span.end} “{_cut(words)}”", style="dim"))
        _hung(console, "·", lines)
    for label, silent in (("not mentioned in", entry.absent), ("held in part only:", entry.absent_but_held_in_part)):
        if silent:
            console.print(Text(f" {label} {', '.join(documents[name].siglum for name in silent)}"))


def _who(console: Console, entities: Sequence[Entity], documents: dict[str, Document]) -> None:
    if not entities:
        return
    _title(console, "WHO IS WHO")
    for entity in entities:
        written = " / ".join(one_line(form.text) for form in entity.forms)
        lines = [Text(f"written {written}")]
        telling = [link for link in entity.links if link.judgement != "same" or _joins_words(link, documents)]
        lines += [Text(_link(link, documents), style="dim") for link in telling[:LINKS]]
        if rest := len(entity.links) - len(telling[:LINKS]):
            same = "the same words" if len(telling) <= LINKS else "others"
            lines.append(Text(f"… and {rest} link{'s' * (rest != 1)} of {same}", style="dim"))
        console.print(Text(f" {one_line(entity.name)} ({entity.kind})", style="bold"))
        _hung(console, "", lines)


def _joins_words(link: Link, documents: dict[str, Document]) -> bool:
    """Whether a link joins different words."""
    a, b = (documents[span.document].text[span.start : span.end] for span in (link.a, link.b))
    return a != b


def _link(link: Link, documents: dict[str, Document]) -> str:
    a, b = (
        f"{documents[span.document].siglum} “{one_line(documents[span.document].text[span.start : span.end])}”"
        for span in (link.a, link.b)
    )
    return f"{a} and {b}: {link.judgement}, {link.score:.2f}, {one_line(link.why)}"


def _title(console: Console, title: str, note: str = "") -> None:
    console.print()
    text = Text(title, style="bold underline")
    console.print(Text.assemble(text, (f"  {note}", "dim")) if note else text)


def _hung(console: Console, label: str, lines: Iterable[Text]) -> None:
    """Lines that hang behind a label."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=3, style="bold cyan", no_wrap=True)
    table.add_column(ratio=1)
    for number, line in enumerate(lines):
        table.add_row(label if not number else "", line)
    console.print(table)


def _more(console: Console, number: int, what: str) -> None:
    if number > 0:
        console.print(Text(f" … and {number} more {what}{'s' * (number != 1)}, all with --json", style="dim"))


def _cut(words: str, limit: int = 90) -> str:
    if len(words) <= limit:
        return words
    border = words.rfind(" ", 0, limit)
    return words[: border if border > 0 else limit] + " …"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
