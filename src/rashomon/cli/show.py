"""`rashomon show`: one event of a store, laid side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli import options
from rashomon.cli.collate import summary, warn, where
from rashomon.cli.events import up_to_date
from rashomon.cli.terminal import progress, say, show
from rashomon.errors import UsageError
from rashomon.export.folder import check_folder, write_folder

if TYPE_CHECKING:
    from rashomon.pile import Shown

_EXAMPLE = """\b
Examples:
  rashomon show news.db 5f02
  rashomon show news.db event-5f02a1b2c3d4 -o out/"""


@click.command("show", epilog=_EXAMPLE)
@options.store
@click.argument("event", metavar="EVENT", type=str)
@options.output
@options.formats
@options.force
@options.quiet
def show_event(store: str, event: str, output: Path | None, formats: tuple[str, ...], force: bool, quiet: bool) -> int:
    """Lay the reports of one event side by side, as collate does.

    EVENT is its id, as rashomon events shows it, or the beginning of it. What is made is kept in the store, and made
    anew only when the event has changed.
    """
    from rashomon import pile
    from rashomon.pile.showing import OPTION

    if output is not None:
        check_folder(output, force)
    opened = up_to_date(store, quiet)
    try:
        found = opened.event(event)
        with progress(f"comparing {found.reports} report{'s' * (found.reports != 1)}", quiet):
            shown = pile.lay_side_by_side(opened, found)
    finally:
        opened.close()
    if not shown.kept:
        _keep(store, shown)
    apparatus = shown.apparatus
    written = write_folder(apparatus, output, formats, force, shown.histories) if output is not None else []
    if not quiet:
        chosen = dict(apparatus.manifest.options).get(OPTION)
        if chosen:
            say(f"Warning: too many reports to compare at once; compared are {chosen}")
        warn(apparatus)
        show(summary(apparatus) + where(written, f"rashomon show {opened.shown} {found.id}"))
    return 0


def _keep(store: str, shown: Shown) -> None:
    """Keeps what was made where the store may be written to; who may only read has it all the same."""
    from rashomon import pile
    from rashomon.store import open_store

    try:
        opened = open_store(store, writing=True)
    except UsageError:
        return
    try:
        pile.keep(opened, shown)
    except UsageError:
        return
    finally:
        opened.close()
