"""One writer at a time: a lock that a run holds from its first change to its end, and that dies with its process.

For a file it is the lock of the system on an empty file beside the store, taken away again at the end; a run that was
killed leaves that file behind, which hinders nobody. On a server it is an advisory lock of the session.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from rashomon.errors import UsageError

try:
    import fcntl
except ImportError:  # a system without it: what is left is the database's own lock, held for each change
    fcntl = None  # type: ignore[assignment]

_OURS = 0x7A5403  # any number, the same for every run
_BUSY = "another run is writing to this store; wait until it has ended, or stop it, and run this again"


@contextmanager
def only_writer(engine: Engine, shown: str) -> Iterator[None]:
    """Nobody else writes to the store meanwhile. Raises `UsageError` at once where somebody does."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _OURS}):
                raise UsageError(f"{shown}: {_BUSY}")
            connection.commit()
            try:
                yield
            finally:
                connection.scalar(text("SELECT pg_advisory_unlock(:key)"), {"key": _OURS})
    elif engine.url.database and fcntl is not None:
        with _locked(Path(f"{engine.url.database}-lock"), shown):
            yield
    else:
        yield


@contextmanager
def _locked(file: Path, shown: str) -> Iterator[None]:
    while True:
        held = os.open(file, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(held)
            raise UsageError(f"{shown}: {_BUSY}") from None
        # whoever held it before may have taken the file away between our two steps
        if file.exists() and file.stat().st_ino == os.fstat(held).st_ino:
            break
        os.close(held)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(held)
