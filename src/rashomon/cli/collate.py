"""`rashomon collate`: the reports of one happening, laid side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

import rashomon
from rashomon.cli import options
from rashomon.cli.sources import read_reports
from rashomon.cli.terminal import progress, say, show, terminal
from rashomon.errors import NothingToCollate, Unreadable
from rashomon.export.folder import NAMES, check_folder, write_folder
from rashomon.model import Apparatus

_EXAMPLE = """\b
Examples:
  rashomon collate reports/
  rashomon collate a.txt b.html c.jsonl -o out/ --published 2031-05-02
  cat reports.jsonl | rashomon collate - -o out/ --format json,md"""


@click.command(epilog=_EXAMPLE)
@options.paths
@options.output
@options.formats
@options.published
@options.metadata
@options.reader
@options.min_confidence
@options.force
@options.quiet
def collate(
    paths: tuple[str, ...],
    output: Path | None,
    formats: tuple[str, ...],
    published: str | None,
    metadata: Path | None,
    reader: str | None,
    min_confidence: float | None,
    force: bool,
    quiet: bool,
) -> int:
    """Compare the reports of one happening.

    PATH is a file, a folder, or - for standard input (texts separated by a form feed, or JSON Lines). Without -o the
    summary is printed and nothing is written; with -o DIR also apparatus.json, index.html, readings.csv and summary.md.
    """
    if output is not None:
        check_folder(output, force)
    problems: list[Unreadable] = []
    with progress("reading", quiet):
        documents = read_reports(paths, published, metadata, problems)
    if not documents:
        raise NothingToCollate("nothing to collate: no report could be read; name files or folders that hold reports")
    with progress(f"comparing {len(documents)} report{'s' * (len(documents) != 1)}", quiet):
        apparatus = rashomon.collate(documents, reader=reader, min_confidence=min_confidence)
        apparatus = _with_options(apparatus, published, metadata)
        written = write_folder(apparatus, output, formats, force) if output is not None else []
    if not quiet:
        warn(apparatus)
        show(summary(apparatus) + where(written))
    return Unreadable.exit_code if problems else 0


def warn(apparatus: Apparatus) -> None:
    """Names the reports that seem to tell of something else."""
    from rashomon.apparatus import strangers

    odd = set(strangers(apparatus))
    for document in apparatus.documents:
        if document.id in odd:
            say(f"Warning: {document.path} seems to tell of something else: no name, day or point is shared")


def summary(apparatus: Apparatus) -> str:
    """The summary, as wide as the terminal."""
    from rashomon.summary import summary

    return summary(apparatus, **terminal())


def _with_options(apparatus: Apparatus, published: str | None, metadata: Path | None) -> Apparatus:
    """The apparatus with the options that changed its content in its manifest; a table stands there by its digest."""
    digest = hashlib.sha256(metadata.read_bytes()).hexdigest() if metadata else None
    options = [(name, value) for name, value in (("metadata", digest), ("published", published)) if value]
    manifest = apparatus.manifest
    return replace(apparatus, manifest=replace(manifest, options=tuple(sorted([*manifest.options, *options]))))


def where(written: Sequence[Path], event: str = "") -> str:
    """Where everything is, and how to ask why a row stands there."""
    if not written and event:
        return f"\nThe page, with everything, and why a row stands here: {event} -o DIR, rashomon explain DIR NUMBER\n"
    if not written:
        return "\nWhy a row stands here: rashomon explain PATH… NUMBER\nThe page, with everything: add -o DIR\n"
    file = next((path for path in written if path.name == NAMES["json"]), None)
    kept = f"\nWhy a row stands here: rashomon explain {file.parent} NUMBER" if file else ""
    page = next((path for path in written if path.name == NAMES["html"]), None)
    return f"{kept}\nThe page: {page}\n" if page else f"{kept}\nWritten: {', '.join(map(str, written))}\n"
