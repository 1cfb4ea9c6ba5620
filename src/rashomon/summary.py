"""The apparatus in a terminal: what a person wants to know first, first.

The event, the reports and their origins; the differences, gravest first; what all say; what only one says; who is who.
Of a point on which reports agree, one saying a report is shown. Long words are shortened at word borders with … at the
ends, around the value they are shown for. Nothing is computed here and nothing is read from the environment: the caller
says how wide the terminal is and whether it shows colours.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.export.outline import Known, Outline, Row, Saying, Witness, counts, outline
from rashomon.model import Apparatus

WORDS = 180  # of one saying, in code points: two lines and a half at 80 columns
SAYINGS, SHARED, VARIANTS, AGREED, ECHOED, SINGLE, KNOWN = 4, 8, 5, 10, 4, 8, 14  # how many of each are shown
_COLOURS = {"contradiction": "bold red", "update": "bold blue", "tension": "bold yellow", "variant": "dim"}


def summary(apparatus: Apparatus, *, width: int = 80, colour: bool = False) -> str:
    """The summary, `width` cells wide, ending in a newline; without `colour` it is plain text."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    view = outline(apparatus)
    _head(console, view)
    _differences(console, view)
    _points(console, "ALL SAY", view.agreed, AGREED)
    _points(console, "FROM ONE ORIGIN", view.echoed, ECHOED)
    _points(console, "ONLY HERE", view.single, SINGLE)
    _who(console, view.known)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def shortened(words: str, limit: int = WORDS, keep: str | None = None) -> str:
    """At most `limit` code points of the words and the marks …, cut at word borders, around `keep` where it occurs."""
    if len(words) <= limit:
        return words
    place = max(0, words.find(keep)) if keep else 0
    start = max(0, min(place - limit // 3, len(words) - limit))
    if start and words[start - 1] != " ":
        start = words.find(" ", start, place + 1) + 1 or start
    end = min(len(words), start + limit)
    if end < len(words) and words[end] != " ":
        border = words.rfind(" ", start, end)
        end = border if border > start else end
    return "… " * (start > 0) + words[start:end].rstrip() + " …" * (end < len(words))


def _head(console: Console, view: Outline) -> None:
    console.print(Text(view.title, style="bold"))
    console.print(Text(f"{view.days} · {counts(view)}"))
    for line in (*view.shared, *view.same):
        console.print(Text(line))
    console.print()
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for witness in view.witnesses:
        table.add_row(Text(witness.siglum, style="bold cyan"), _witness(witness))
    console.print(table)
    if view.too_little:
        console.print(Text(f"\nToo little to compare: {view.too_little}."))


def _witness(witness: Witness) -> Text:
    first = f"{witness.publisher or 'publisher unknown'}, {witness.day or 'day unknown'}"
    text = Text(first + (f": {shortened(witness.headline)}" if witness.headline else ""))
    return text.append("\n" + ", ".join((witness.path, *witness.also)), style="dim")


def _title(console: Console, label: str, number: int) -> None:
    console.print()
    console.print(Text(f"{label} ({number})", style="bold underline"))


def _more(console: Console, number: int) -> None:
    if number > 0:
        console.print(Text(f"   … and {number} more, see the page", style="dim"))


def _differences(console: Console, view: Outline) -> None:
    if not view.differing:
        return
    _title(console, "THEY DIFFER", len(view.differing))
    grave = [row for row in view.differing if row.severity != "variant"]
    variants = [row for row in view.differing if row.severity == "variant"]
    for row in grave + variants[:VARIANTS]:
        console.print()
        _topic(console, row)
        kind = Text().append(row.severity, style=_COLOURS[row.severity])
        kind.append(f" · {row.kind} · {row.sure}" + f" · {row.why}" * bool(row.why))
        console.print(Padding(kind, (0, 0, 0, 4)))
        shown = [(version.value or "", saying) for version in row.versions for saying in _some(version.sayings)]
        _sayings(console, shown)
        _more(console, sum(len(version.sayings) for version in row.versions) - len(shown))
        _once(console, row)
    _more(console, len(variants) - VARIANTS)


def _some(sayings: Sequence[Saying]) -> list[Saying]:
    """At least one saying a report, and two where that leaves few enough."""
    for most in (2, 1):
        counts: dict[str, int] = {}
        some = []
        for saying in sayings:
            counts[saying.siglum] = counts.get(saying.siglum, 0) + 1
            if counts[saying.siglum] <= most:
                some.append(saying)
        if len(some) <= SAYINGS:
            break
    return some[:SHARED]


def _points(console: Console, label: str, rows: Sequence[Row], limit: int) -> None:
    if not rows:
        return
    _title(console, label, len(rows))
    for row in rows[:limit]:
        sayings = [saying for version in row.versions for saying in version.sayings]
        if len(row.sigla) == 1:
            _sayings(console, [("", saying) for saying in sayings], row.number)
            continue
        _topic(console, row)
        fittest = sorted(sayings, key=lambda saying: row.topic not in saying.words)
        first = {saying.siglum: saying for saying in reversed(fittest)}
        shown = [first[siglum] for siglum in sorted(first, key=lambda siglum: (len(siglum), siglum))][:SHARED]
        _sayings(console, [("", saying) for saying in shown])
        _more(console, len(sayings) - len(shown))
        _once(console, row)
    _more(console, len(rows) - limit)


def _topic(console: Console, row: Row) -> None:
    """The heading of a row, behind the number by which `rashomon explain` knows it."""
    text = Text(f"{row.number:>3} ", style="dim").append(shortened(row.topic, 74), style="not dim bold")
    console.print(text)


def _once(console: Console, row: Row) -> None:
    for line in row.once:
        console.print(Padding(Text(line, style="dim"), (0, 0, 0, 4)))


def _sayings(console: Console, sayings: Iterable[tuple[str, Saying]], number: int | None = None) -> None:
    """The words, each behind its siglum; in front, once, the number of a row without a heading, and its value."""
    sayings = list(sayings)
    table = Table.grid(padding=(0, 1))
    table.add_column(width=3, justify="right", style="dim")
    if any(value for value, _ in sayings):
        table.add_column(max_width=22)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    before = None
    for place, (value, saying) in enumerate(sayings):
        cells = [Text("" if value == before else value, style="bold")] if len(table.columns) == 4 else []
        before = value
        label = str(number) if number and not place else ""
        table.add_row(
            label, *cells, Text(saying.siglum, style="bold cyan"), Text(f"“{shortened(saying.words, keep=value)}”")
        )
    console.print(table)


def _who(console: Console, known: Sequence[Known]) -> None:
    telling = [one for one in known if len(one.spellings) > 1 or one.titles or one.relations or len(one.sigla) > 1]
    if not telling:
        return
    _title(console, "WHO IS WHO", len(known))
    for one in telling[:KNOWN]:
        name = Text().append(one.name, style="bold").append(f" ({one.kind}; {', '.join(one.sigla)})")
        console.print(Padding(name, (0, 0, 0, 1)))
        table = Table.grid(padding=(0, 2))
        table.add_column(width=1)
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for label, words in (("written", one.spellings), ("titles", one.titles), ("is", one.relations)):
            if words and words != (one.name,):
                table.add_row("", label, Text(", ".join(words)))
        console.print(table)
    _more(console, len(known) - len(telling[:KNOWN]))
