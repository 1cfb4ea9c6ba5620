"""Adds and groups an example pile, and kills itself, without a word, before one of its statements.

    python killing.py STORE SEED TIMES MOST

A parent that only waits forks a child for each try; each child but the last dies by SIGKILL at a place drawn from the
seed, before one of the first MOST statements or ends of a change. Prints by which signal each child ended, then how
many steps the last run had.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import event

sys.path.insert(0, str(Path(__file__).parents[1]))

from pile_sample import examples
from rashomon import pile
from rashomon.model import Document
from rashomon.pile import comparing
from rashomon.store import open_store

pile.BATCH = 4
comparing.TOGETHER = 10


def run(store: str, documents: list[Document], kill_at: int | None) -> int:
    """Adds and groups; the number of statements."""
    opened = open_store(store, writing=True, create=True)
    count = 0

    def step(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(opened.engine, "before_cursor_execute", step)
    event.listen(opened.engine, "commit", step)
    pile.add(opened, documents)
    pile.group(opened)
    opened.close()
    return count


def main() -> None:
    """Runs until one child comes to the end."""
    store, (seed, times, most) = sys.argv[1], map(int, sys.argv[2:])
    documents = examples("ferry", "flood", "council")
    drawn = random.Random(seed)
    for _ in range(times):
        kill_at = drawn.randrange(1, most)
        child = os.fork()
        if child == 0:
            run(store, documents, kill_at)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{-os.waitstatus_to_exitcode(status)}\n")
    sys.stdout.write(f"{run(store, documents, None)}\n")


main()
