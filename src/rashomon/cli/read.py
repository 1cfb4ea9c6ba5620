"""`rashomon read`: what is understood of each report by itself."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rashomon.cli import options
from rashomon.cli.sources import read_reports
from rashomon.cli.terminal import progress, show
from rashomon.errors import NothingToCollate, Unreadable

_EXAMPLE = """\b
Examples:
  rashomon read report.html
  rashomon read reports/ --format json | jq '.[].headline.text'"""


@click.command(epilog=_EXAMPLE)
@options.paths
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is shown."
)
@options.published
@options.metadata
@options.reader
def read(paths: tuple[str, ...], form: str, published: str | None, metadata: Path | None, reader: str | None) -> int:
    """Show what is understood of each file by itself.

    Headline, publisher, day, credits, language, boilerplate, names, quotations with their speakers, dates, quantities.
    PATH is a file, a folder, or - for standard input.
    """
    problems: list[Unreadable] = []
    with progress("reading", False):
        documents = read_reports(paths, published, metadata, problems)
        if not documents:
            raise NothingToCollate("nothing to read: no report could be read; name files or folders that hold reports")
        from rashomon.annotate import annotate
        from rashomon.export.understood import to_record, to_text
        from rashomon.syntax import open_pipeline

        pipeline = open_pipeline(reader) if reader is not None else None
        found = [(document, annotate(document, pipeline=pipeline)) for document in documents]
    if form == "json":
        show(json.dumps([to_record(*one) for one in found], ensure_ascii=False, indent=1) + "\n")
    else:
        show("\n".join(to_text(*one) for one in found))
    return Unreadable.exit_code if problems else 0
