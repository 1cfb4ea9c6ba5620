"""The command line: `rashomon collate`, `explain` and `read`. Reads arguments, calls the library, says what came of it.

Exit codes: 0 fine; 1 some files could not be read, the rest is done; 2 usage; 3 nothing to collate; 4 a model is
missing; 130 stopped by Ctrl-C. What was asked for goes to standard output, everything else to standard error. Heavy
modules are imported when a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

import rashomon
from rashomon.errors import NothingToCollate, RashomonError, Unreadable, UsageError
from rashomon.export.folder import NAMES, check_folder, write_folder
from rashomon.model import Apparatus, Document

PATIENCE = 2.0  # seconds without a word before a terminal is told what is going on

_COLLATE_EXAMPLE = """\b
Examples:
  rashomon collate reports/
  rashomon collate a.txt b.html c.jsonl -o out/ --published 2031-05-02
  cat reports.jsonl | rashomon collate - -o out/ --format json,md"""
_EXPLAIN_EXAMPLE = """\b
Examples:
  rashomon explain reports/ 3
  rashomon explain out/ e-5f02 --json | jq .compared"""
_READ_EXAMPLE = """\b
Examples:
  rashomon read report.html
  rashomon read reports/ --format json | jq '.[].headline.text'"""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExample:\n  rashomon collate reports/ -o out/",
)
@click.version_option(rashomon.__version__, "--version", message="rashomon %(version)s")
def commands() -> None:
    """Lays several news reports of one happening side by side: what all say, where they differ, what only one says."""


def _formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    names = [name.strip().casefold() for name in value.split(",") if name.strip()]
    for name in names:
        if name not in NAMES:
            near = difflib.get_close_matches(name, [*NAMES, "markdown"], 1, 0.4)
            hint = f", did you mean {'md' if near[0] == 'markdown' else near[0]!r}?" if near else "."
            raise click.BadParameter(f"unknown format {name!r}{hint} There are {', '.join(NAMES)}.")
    if not names:
        raise click.BadParameter(f"names no format. There are {', '.join(NAMES)}.")
    return tuple(name for name in NAMES if name in names)


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD, for example 2031-05-02.") from None


_paths = click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=str)
_published = click.option(
    "--published", metavar="DAY", callback=_day, help="Day of publication of reports that state none."
)
_metadata = click.option(
    "--metadata",
    metavar="FILE.csv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Table (path, publisher, published, url) that overrides what is found in the files.",
)
_reader = click.option(
    "--reader",
    metavar="spacy:MODEL",
    help="A spaCy pipeline (installed, or a folder) that reads the sentences of reports in its language.",
)


_min_confidence = click.option(
    "--min-confidence",
    metavar="P",
    type=click.FloatRange(0, 1),
    help="How sure a difference must be to be shown, 0 (all) to 1; the default suits a reader in a hurry.",
)


@commands.command(epilog=_COLLATE_EXAMPLE)
@_paths
@click.option("-o", "--output", metavar="DIR", type=click.Path(path_type=Path), help="Folder to write the files to.")
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    default=",".join(NAMES),
    show_default=True,
    callback=_formats,
    help="What is written to DIR, separated by commas.",
)
@_published
@_metadata
@_reader
@_min_confidence
@click.option(
    "--force", is_flag=True, help="Replace the files of an earlier run in DIR; nothing else there is touched."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary and no warnings; errors only.")
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
    with _progress("reading", quiet):
        documents = _read(paths, published, metadata, problems)
    if not documents:
        raise NothingToCollate("nothing to collate: no report could be read; name files or folders that hold reports")
    with _progress(f"comparing {len(documents)} report{'s' * (len(documents) != 1)}", quiet):
        apparatus = rashomon.collate(documents, reader=reader, min_confidence=min_confidence)
        apparatus = _with_options(apparatus, published, metadata)
        written = write_folder(apparatus, output, formats, force) if output is not None else []
    if not quiet:
        _warn(apparatus)
        _show(_summary(apparatus) + _where(written))
    return Unreadable.exit_code if problems else 0


@commands.command(epilog=_EXPLAIN_EXAMPLE)
@click.argument("paths", metavar="EVENT…", nargs=-1, type=str)
@click.argument("entry", metavar="ENTRY", type=str)
@click.option("--json", "as_json", is_flag=True, help="The whole chain as JSON, nothing left out.")
@_published
@_metadata
@_reader
@_min_confidence
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
    with _progress("reading", False):
        documents = _written(paths) or _read(paths, published, metadata, problems)
    if not documents:
        raise NothingToCollate("nothing to explain: no report could be read; name files or folders that hold reports")
    with _progress("working it out again", False):
        from rashomon.explain import explain as why
        from rashomon.explain import find_entry
        from rashomon.export.explained import to_record, to_text
        from rashomon.run import with_workings

        made = with_workings(documents, reader, min_confidence)
        found = find_entry(made.apparatus, entry)
        explanation = why(made.apparatus, made.annotations, made.entities, made.statements, found)
    if as_json:
        _show(json.dumps(to_record(explanation), ensure_ascii=False, indent=1) + "\n")
    else:
        _show(to_text(explanation, made.apparatus, **_terminal()))
    return Unreadable.exit_code if problems else 0


@commands.command(epilog=_READ_EXAMPLE)
@_paths
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is shown."
)
@_published
@_metadata
@_reader
def read(paths: tuple[str, ...], form: str, published: str | None, metadata: Path | None, reader: str | None) -> int:
    """Show what is understood of each file by itself.

    Headline, publisher, day, credits, language, boilerplate, names, quotations with their speakers, dates, quantities.
    PATH is a file, a folder, or - for standard input.
    """
    problems: list[Unreadable] = []
    with _progress("reading", False):
        documents = _read(paths, published, metadata, problems)
        if not documents:
            raise NothingToCollate("nothing to read: no report could be read; name files or folders that hold reports")
        from rashomon.annotate import annotate
        from rashomon.export.understood import to_record, to_text
        from rashomon.syntax import open_pipeline

        pipeline = open_pipeline(reader) if reader is not None else None
        found = [(document, annotate(document, pipeline=pipeline)) for document in documents]
    if form == "json":
        _show(json.dumps([to_record(*one) for one in found], ensure_ascii=False, indent=1) + "\n")
    else:
        _show("\n".join(to_text(*one) for one in found))
    return Unreadable.exit_code if problems else 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code: Any = commands.main(arguments, prog_name="rashomon", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("stopped")
        return 130
    except RashomonError as problem:
        _say(f"Error: {problem}")
        return problem.exit_code
    return code or 0


def _read(
    paths: Iterable[str], published: str | None, metadata: Path | None, problems: list[Unreadable]
) -> list[Document]:
    """The reports of the paths; files that cannot be read are said at once and kept in `problems`."""
    from rashomon.reading import read_paths

    def tell(problem: Unreadable) -> None:
        problems.append(problem)
        _say(f"Error: {problem}")

    return read_paths(
        paths,
        published=published,
        overrides=_overrides(metadata) if metadata else None,
        stdin=sys.stdin.buffer.read() if "-" in paths else None,
        on_problem=tell,
    )


def _written(paths: Sequence[str]) -> list[Document]:
    """The reports in the file that `collate` wrote, where one path is that file or the folder of it; else none."""
    from rashomon.export.apparatus_json import documents_of

    path = Path(paths[0])
    file = path / NAMES["json"] if path.is_dir() else path
    if len(paths) > 1 or file.name != NAMES["json"] or not file.is_file():
        return []
    return documents_of(file.read_text(encoding="utf-8"), str(file))


def _overrides(metadata: Path) -> Mapping[str, Any]:
    from rashomon.reading.overrides import read_overrides

    return read_overrides(metadata)


def _with_options(apparatus: Apparatus, published: str | None, metadata: Path | None) -> Apparatus:
    """The apparatus with the options that changed its content in its manifest; a table stands there by its digest."""
    digest = hashlib.sha256(metadata.read_bytes()).hexdigest() if metadata else None
    options = [(name, value) for name, value in (("metadata", digest), ("published", published)) if value]
    manifest = apparatus.manifest
    return replace(apparatus, manifest=replace(manifest, options=tuple(sorted([*manifest.options, *options]))))


def _warn(apparatus: Apparatus) -> None:
    from rashomon.apparatus import strangers

    odd = set(strangers(apparatus))
    for document in apparatus.documents:
        if document.id in odd:
            _say(f"Warning: {document.path} seems to tell of something else: no name, day or point is shared")


def _summary(apparatus: Apparatus) -> str:
    from rashomon.summary import summary

    return summary(apparatus, **_terminal())


def _terminal() -> dict[str, Any]:
    """How wide standard output is, and whether it shows colours."""
    terminal = sys.stdout.isatty()
    width = max(40, min(shutil.get_terminal_size().columns, 110)) if terminal else 80
    return {"width": width, "colour": terminal and "NO_COLOR" not in os.environ}


def _where(written: Sequence[Path]) -> str:
    """Where everything is, and how to ask why a row stands there."""
    if not written:
        return "\nWhy a row stands here: rashomon explain PATH… NUMBER\nThe page, with everything: add -o DIR\n"
    file = next((path for path in written if path.name == NAMES["json"]), None)
    kept = f"\nWhy a row stands here: rashomon explain {file.parent} NUMBER" if file else ""
    page = next((path for path in written if path.name == NAMES["html"]), None)
    return f"{kept}\nThe page: {page}\n" if page else f"{kept}\nWritten: {', '.join(map(str, written))}\n"


def _show(text: str) -> None:
    """Writes to standard output; whoever closed it has seen enough."""
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str) -> None:
    click.echo(" ".join(line.split()), err=True)


@contextmanager
def _progress(what: str, quiet: bool) -> Iterator[None]:
    """Says on a terminal what is being done once it takes longer than `PATIENCE`."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(f"{what} …")
    timer = threading.Timer(PATIENCE, status.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
