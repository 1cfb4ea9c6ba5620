"""`rashomon explain`: why one entry stands in the apparatus."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rashomon.cli import options
from rashomon.cli.sources import read_reports, written
from rashomon.cli.terminal import progress, show, terminal
from rashomon.errors import NothingToCollate, Unreadable, UsageError

_EXAMPLE = """\b
Examples:
  rashomon explain reports/ 3
  rashomon explain out/ e-5f02 --json | jq .compared"""


@click.command(epilog=_EXAMPLE)
@click.argument("paths", metavar="EVENT…", nargs=-1, type=str)
@click.argument("entry", metavar="ENTRY", type=str)
@click.option("--json", "as_json", is_flag=True, help="The whole chain as JSON, nothing left out.")
@options.published
@options.metadata
@options.reader
@options.min_confidence
def explain(
    paths: tuple[str, ...],
    entry: str,
    as_json: bool,
    published: str | None,
    metadata: Path | None,
    reader: str | None,
    min_confidence: float | None,
) -> int:
    """Show why one entry stands in the apparatus: places, likeness, findings, origins, names.

    EVENT is what collate takes, or a folder it wrote, or the apparatus.json in it. ENTRY is the number of the entry, as
    the summary and the page show it, its id, or the beginning of its id. Give the options that collate was given.
    """
    if not paths:
        raise UsageError(f"name the entry too: rashomon explain {entry} NUMBER; rashomon collate shows the numbers")
    problems: list[Unreadable] = []
    with progress("reading", False):
        documents = written(paths) or read_reports(paths, published, metadata, problems)
    if not documents:
        raise NothingToCollate("nothing to explain: no report could be read; name files or folders that hold reports")
    with progress("working it out again", False):
        from rashomon.explain import explain as why
        from rashomon.explain import find_entry
        from rashomon.export.explained import to_record, to_text
        from rashomon.run import with_workings

        made = with_workings(documents, reader, min_confidence)
        found = find_entry(made.apparatus, entry)
        explanation = why(made.apparatus, made.annotations, made.entities, made.statements, found)
    if as_json:
        show(json.dumps(to_record(explanation), ensure_ascii=False, indent=1) + "\n")
    else:
        show(to_text(explanation, made.apparatus, **terminal()))
    return Unreadable.exit_code if problems else 0
