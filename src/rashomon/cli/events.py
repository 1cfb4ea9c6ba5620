"""`rashomon events`: which reports of a store tell of one happening, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from rashomon.cli import options
from rashomon.cli.terminal import progress, say, show
from rashomon.errors import UsageError

if TYPE_CHECKING:
    from rashomon.store import Database, KeptEvent

_EXAMPLE = """\b
Examples:
  rashomon events news.db
  rashomon events news.db --least 5 --between 2031-05-01 2031-05-07
  rashomon events news.db --explain 5f02
  rashomon events news.db --explain reports/a.txt reports/b.txt"""


@click.command(epilog=_EXAMPLE)
@options.store
@click.argument("names", metavar="[EVENT | A B]", nargs=-1, type=str)
@click.option("--explain", is_flag=True, help="Why the reports of EVENT are together, or A and B are or are not.")
@click.option("--least", metavar="N", type=click.IntRange(1), default=2, show_default=True, help="Reports of an event.")
@click.option(
    "--between",
    metavar="DAY DAY",
    nargs=2,
    callback=options.two_days,
    help="Only events with a report published from the first day to the second.",
)
@click.option("--most", metavar="N", type=click.IntRange(1), help="Events shown; all unless said otherwise.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--executor",
    metavar="NAME",
    help="Who works out a pile that came at once: processes[:N], daft or ray:HOST:PORT (docs/scale.md).",
)
@click.option(
    "--work",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where an executor keeps its rows meanwhile; every machine of a cluster must see it.",
)
@options.quiet
def events(
    store: str,
    names: tuple[str, ...],
    explain: bool,
    least: int,
    between: tuple[date, date] | None,
    most: int | None,
    as_json: bool,
    executor: str | None,
    work: Path | None,
    quiet: bool,
) -> int:
    """List the happenings that the reports of a store tell of, the latest first.

    What came since the last time is worked out first: who copied whom, which reports tell of one happening. EVENT is
    the id of an event or its beginning; A and B are reports, by path or id.
    """
    if bool(names) != explain or len(names) > 2:
        raise UsageError("--explain takes one event, or two reports: rashomon events STORE --explain EVENT")
    if executor is not None:
        _work_out(store, executor, work, quiet)
    opened = up_to_date(store, quiet)
    try:
        if explain:
            from rashomon.pile.reasons import of_event, of_two, to_text

            found = of_event(opened, names[0]) if len(names) == 1 else of_two(opened, *names)
            show(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n" if as_json else to_text(found))
            return 0
        listed = opened.each_event(least, between, most)
        some = False
        for part in _as_json(listed) if as_json else map(_line, listed):
            some = True
            show(part)
        if not some:
            show(f"no event with {least} reports among {opened.size():,}\n")
    finally:
        opened.close()
    return 0


def _work_out(store: str, executor: str, work: Path | None, quiet: bool) -> None:
    """Brings the events up to date by an executor."""
    from rashomon import pile
    from rashomon.store import open_store

    opened = open_store(store, writing=True)
    try:
        with TemporaryDirectory(prefix="rashomon-", dir=work) as folder, progress("working out events", quiet) as now:
            pile.group(opened, far=lambda far: now(f"working out {far}"), by=(executor, Path(folder)))
    finally:
        opened.close()


def up_to_date(store: str, quiet: bool) -> Database:
    """The store with its events worked out, open; as they were the last time while somebody else is writing."""
    from rashomon import pile
    from rashomon.store import open_store

    opened = open_store(store)
    if pile.is_grouped(opened):
        return opened
    opened.close()
    opened = open_store(store, writing=True)
    try:
        with progress("working out events", quiet) as now:
            pile.group(opened, far=lambda far: now(f"working out {far}"))
    except UsageError as problem:
        if opened.mark("grouped_to") is None:
            opened.close()
            raise
        say(f"Warning: {problem}; these are the events as they were")
    except BaseException:
        opened.close()
        raise
    return opened


def _as_json(events: Iterable[KeptEvent]) -> Iterator[str]:
    """A list of events as JSON, one event after another."""
    before = "["
    for event in events:
        yield f"{before}\n " + json.dumps(asdict(event), ensure_ascii=False, indent=1).replace("\n", "\n ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _line(event: KeptEvent) -> str:
    days = event.first if event.first == event.last else f"{event.first} – {event.last}"
    counted = f"{event.reports:,} report{'s' * (event.reports != 1)}"
    origins = "" if event.origins == event.reports else f" of {event.origins:,} origin{'s' * (event.origins != 1)}"
    return f"{event.id}  {days or 'no day'}  {counted}{origins}\n  {event.title}\n"
