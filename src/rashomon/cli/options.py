"""The arguments and options that several commands share, and what their words are checked against."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import click

from rashomon.export.folder import NAMES


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


def as_day(value: str) -> str:
    """The day that is written, as an ISO day; raises `click.BadParameter` where it is none."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD, for example 2031-05-02.") from None


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    return as_day(value) if value is not None else None


def two_days(
    _context: click.Context, _option: click.Parameter, value: tuple[str, str] | None
) -> tuple[date, date] | None:
    """The two days of an option, the earlier first in what is written."""
    if not value:
        return None
    first, last = (date.fromisoformat(as_day(day)) for day in value)
    if last < first:
        raise click.BadParameter(f"{last} is before {first}; write the earlier day first.")
    return first, last


paths = click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=str)
store = click.argument("store", metavar="STORE", type=str)
published = click.option(
    "--published", metavar="DAY", callback=_day, help="Day of publication of reports that state none."
)
metadata = click.option(
    "--metadata",
    metavar="FILE.csv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Table (path, publisher, published, url) that overrides what is found in the files.",
)
reader = click.option(
    "--reader",
    metavar="spacy:MODEL",
    help="A spaCy pipeline (installed, or a folder) that reads the sentences of reports in its language.",
)
min_confidence = click.option(
    "--min-confidence",
    metavar="P",
    type=click.FloatRange(0, 1),
    help="How sure a difference must be to be shown, 0 (all) to 1; the default suits a reader in a hurry.",
)
output = click.option(
    "-o", "--output", metavar="DIR", type=click.Path(path_type=Path), help="Folder to write the files to."
)
formats = click.option(
    "--format",
    "formats",
    metavar="LIST",
    default=",".join(NAMES),
    show_default=True,
    callback=_formats,
    help="What is written to DIR, separated by commas.",
)
force = click.option(
    "--force", is_flag=True, help="Replace the files of an earlier run in DIR; nothing else there is touched."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="No summary and no warnings; errors only.")
