"""`rashomon add`: reports into a store."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from rashomon.cli import options
from rashomon.cli.sources import overrides
from rashomon.cli.terminal import progress, say, show
from rashomon.errors import NothingToCollate, Unreadable

_EXAMPLE = """\b
Examples:
  rashomon add news.db reports/ yesterday.warc.gz
  zcat archive.jsonl.gz | rashomon add news.db -
  rashomon add postgresql://desk@server/news reports/"""


@click.command(epilog=_EXAMPLE)
@options.store
@options.paths
@options.published
@options.metadata
@options.quiet
def add(store: str, paths: tuple[str, ...], published: str | None, metadata: Path | None, quiet: bool) -> int:
    """Add reports to a store, which is made where there is none.

    STORE is a file, or the URL of a PostgreSQL database. PATH is what collate takes, of any size. Reports that are
    there already change nothing; a run that was stopped is taken up by running it again.
    """
    from rashomon import pile
    from rashomon.reading import stream_paths
    from rashomon.store import Added, open_store

    problems: list[Unreadable] = []
    count = [0, 0]

    def tell(problem: Unreadable) -> None:
        problems.append(problem)
        say(f"Error: {problem}")

    opened = open_store(store, writing=True, create=True)
    try:
        with progress("adding", quiet) as now:

            def told(added: Added) -> None:
                count[0] += len(added.new)
                count[1] += added.known
                now(f"adding: {count[0]:,} new, {count[1]:,} there already")

            stdin = sys.stdin.buffer if "-" in paths else None
            table = overrides(metadata) if metadata else None
            documents = stream_paths(paths, published=published, overrides=table, stdin=stdin, on_problem=tell)
            added = pile.add(opened, documents, workers=_workers(), on_batch=told)
            if problems:
                opened.keep_problems((problem.path, problem.reason) for problem in problems)
        if not any(count):
            raise NothingToCollate("nothing to add: no report could be read; name files or folders that hold reports")
        if not quiet:
            size = opened.size()
            show(f"{count[0]:,} new, {count[1]:,} there already; the store holds {size:,} report{'s' * (size != 1)}\n")
            if added.altered:
                show(f"{len(added.altered):,} of the new are later versions of reports that were there\n")
    finally:
        opened.close()
    return Unreadable.exit_code if problems else 0


def _workers() -> int:
    """One process less than there are processors: this one reads and writes."""
    return min((os.cpu_count() or 1) - 1, 4)
