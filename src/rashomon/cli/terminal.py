"""What is said to the user, and where: answers to standard output, everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

PATIENCE = 2.0  # seconds without a word before a terminal is told what is going on


def show(text: str) -> None:
    """Writes to standard output; whoever closed it has seen enough."""
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """Writes one line to standard error."""
    click.echo(" ".join(line.split()), err=True)


def terminal() -> dict[str, Any]:
    """How wide standard output is, and whether it shows colours."""
    terminal = sys.stdout.isatty()
    width = max(40, min(shutil.get_terminal_size().columns, 110)) if terminal else 80
    return {"width": width, "colour": terminal and "NO_COLOR" not in os.environ}


@contextmanager
def progress(what: str, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Says on a terminal what is being done once it takes longer than `PATIENCE`; what it gives says how far it is."""
    if quiet or not sys.stderr.isatty():
        yield lambda far: None
        return
    from rich.console import Console

    status = Console(stderr=True).status(f"{what} …")
    timer = threading.Timer(PATIENCE, status.start)
    timer.start()
    try:
        yield lambda far: status.update(f"{far} …")
    finally:
        timer.cancel()
        timer.join()
        status.stop()
