"""`rashomon search`: reports of a store by words, names and days."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

import click

from rashomon.cli import options
from rashomon.cli.terminal import progress, show

_EXAMPLE = """\b
Examples:
  rashomon search news.db 'ferry "engine room"'
  rashomon search news.db fire --name "Mara Vega" --between 2031-05-01 2031-05-07
  rashomon search news.db fire --json | jq '.[].words'"""


@click.command(epilog=_EXAMPLE)
@options.store
@click.argument("query", metavar="WORDS", type=str)
@click.option(
    "--name", metavar="NAME", help="Only reports with this name in them, in any spelling of case and accents."
)
@click.option(
    "--between",
    metavar="DAY DAY",
    nargs=2,
    callback=options.two_days,
    help="Only reports published from the first day to the second.",
)
@click.option("--most", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Reports shown.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the places of the words.")
def search(
    store: str, query: str, name: str | None, between: tuple[date, date] | None, most: int, as_json: bool
) -> int:
    """Find reports in a store, the newest first.

    WORDS must all stand in the report, without regard to case and accents; words between quotation marks in a row.
    What is shown is a slice of the report, with its first and last code point.
    """
    from rashomon.store import open_store

    with progress("searching", False):
        opened = open_store(store)
        try:
            hits = opened.search(query, name, between, most + 1)
        finally:
            opened.close()
    shown = hits[:most]
    if as_json:
        show(json.dumps([asdict(hit) for hit in shown], ensure_ascii=False, indent=1) + "\n")
        return 0
    for hit in shown:
        newer = "  (altered since)" if hit.newer else ""
        head = "  ".join(filter(None, [hit.day or "no day", hit.publisher, hit.headline]))
        show(f"{head}{newer}\n  {hit.path}:{hit.excerpt.start}-{hit.excerpt.end}  {hit.words}\n\n")
    if not shown:
        show("no report found\n")
    elif len(hits) > most:
        show(f"the {most:,} newest are shown; --most {most * 5} shows more\n")
    return 0
