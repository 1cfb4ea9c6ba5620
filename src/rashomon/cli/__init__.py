"""The command line, one module a command. Reads arguments, calls the library, says what came of it.

Exit codes: 0 fine; 1 some files could not be read, the rest is done; 2 usage; 3 nothing to collate; 4 a model is
missing; 130 stopped by Ctrl-C. What was asked for goes to standard output, everything else to standard error. Heavy
modules are imported when a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

import rashomon
from rashomon.cli.add import add
from rashomon.cli.collate import collate
from rashomon.cli.events import events
from rashomon.cli.explain import explain
from rashomon.cli.read import read
from rashomon.cli.search import search
from rashomon.cli.show import show_event
from rashomon.cli.terminal import say
from rashomon.cli.watch import watch
from rashomon.errors import RashomonError


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExample:\n  rashomon collate reports/ -o out/",
)
@click.version_option(rashomon.__version__, "--version", message="rashomon %(version)s")
def commands() -> None:
    """Lays several news reports of one happening side by side: what all say, where they differ, what only one says."""


for _command in (collate, explain, read, add, events, show_event, search, watch):
    commands.add_command(_command)


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
        say("stopped")
        return 130
    except RashomonError as problem:
        say(f"Error: {problem}")
        return problem.exit_code
    return code or 0
