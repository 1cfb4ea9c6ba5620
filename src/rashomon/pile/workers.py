"""Other processes that make documents ready while this one reads and writes; the results come in order.

Each worker has a pipe of its own and one batch at a time, so neither side ever waits for the other to listen. A worker
whose program was killed finds its pipe closed and ends.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], batches: Iterable[Sequence[Given]], workers: int) -> Iterator[list[Made]]:
    """What `work` makes of each batch, in order. The first batch is done here: for few documents no worker is called.

    `work` must be a function of a module. What it raises is raised here.
    """
    waiting = iter(batches)
    first = next(waiting, None)
    if first is None:
        return
    yield [work(one) for one in first]
    if workers < 1:
        yield from ([work(one) for one in batch] for batch in waiting)
        return
    second = next(waiting, None)
    if second is None:
        return
    yield from _shared(work, _and(second, waiting), workers)


def _and(first: Sequence[Given], others: Iterator[Sequence[Given]]) -> Iterator[Sequence[Given]]:
    yield first
    yield from others


def _shared(work: Callable[[Given], Made], batches: Iterator[Sequence[Given]], workers: int) -> Iterator[list[Made]]:
    context = get_context("spawn")
    idle: list[Connection] = []
    processes = []
    for _ in range(workers):
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(work, there), daemon=True)
        with _undisturbed():
            process.start()
        there.close()
        idle.append(here)
        processes.append(process)
    busy: deque[Connection] = deque()
    try:
        for batch in batches:
            made: list[Made] | None = None
            if not idle:
                made = _answer(busy[0])
                idle.append(busy.popleft())
            idle[-1].send(batch)
            busy.append(idle.pop())
            if made is not None:
                yield made
        while busy:
            yield _answer(busy[0])
            idle.append(busy.popleft())
    finally:
        for here in (*idle, *busy):
            here.close()
        for process in processes:
            process.join(timeout=5)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Whoever is started inside hears no Ctrl-C, not even while it begins: that is for the process that asks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(here: Connection) -> list[Made]:
    made = here.recv()
    if isinstance(made, Exception):
        raise made
    assert isinstance(made, list)
    return made


def _serve(work: Callable[[Given], Made], there: Connection) -> None:
    """Answers batch by batch until the pipe is closed."""
    try:
        while True:
            try:
                made: list[Made] | Exception = [work(one) for one in there.recv()]
            except EOFError:
                return
            except Exception as problem:
                made = problem
            there.send(made)
    except (BrokenPipeError, ConnectionResetError):
        return
