"""What can go wrong, each with the exit code the program ends with.

RashomonError
├── Unreadable       one file or record could not be read; the others are done         exit 1
├── UsageError       the words of a command or a call are off                           exit 2
│   └── TooMuch      more statements than can be compared at once                       exit 2
├── NothingToCollate no readable report was given                                       exit 3
└── MissingModel     a file of the models is not where the package keeps it            exit 4

Messages are one line: what is wrong, with which file, and what to do.
"""

from __future__ import annotations


class RashomonError(Exception):
    """The root; `exit_code` is what the program returns when it ends with this error."""

    exit_code = 2


class Unreadable(RashomonError):
    """A file or record that could not be read: `path` as the user gave it, `reason` with what to do."""

    exit_code = 1

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UsageError(RashomonError):
    """The words of a command or a call are off."""

    exit_code = 2


class TooMuch(UsageError):
    """The reports hold more statements than can be compared at once."""


class NothingToCollate(RashomonError):
    """No readable report was given."""

    exit_code = 3


class MissingModel(RashomonError):
    """A file of the encoder or the reader is not where the package keeps it, or is not the one it was made with."""

    exit_code = 4
