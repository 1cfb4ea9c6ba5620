"""Many hosts at once, each host by itself: jobs in lanes, one job of a lane after the other.

With a width of 1 everything runs where it was called, the lanes in turn, so that nobody waits for one slow host while
others are free. Wider, each running job has a thread; what comes back is handed over in the order in which it is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_lanes(
    jobs: Iterable[Job], lane_of: Callable[[Job], str], work: Callable[[Job], Result], width: int = 1
) -> Iterator[tuple[Job, Result]]:
    """Each job with its result; at most `width` run at once and never two of one lane.

    An error that `work` raises is raised here. The threads are daemons: whoever stops listening waits for none.
    """
    lanes: dict[str, deque[Job]] = {}
    for job in jobs:
        lanes.setdefault(lane_of(job), deque()).append(job)
    waiting = deque(lanes)
    done: SimpleQueue[tuple[str, Job, Result | None, BaseException | None]] = SimpleQueue()
    running = 0

    def run(lane: str, job: Job) -> None:
        try:
            done.put((lane, job, work(job), None))
        except BaseException as error:  # handed over to whoever listens
            done.put((lane, job, None, error))

    while waiting or running:
        while waiting and running < width:
            lane = waiting.popleft()
            running += 1
            if width == 1:
                run(lane, lanes[lane].popleft())
            else:
                Thread(target=run, args=(lane, lanes[lane].popleft()), daemon=True).start()
        lane, job, result, error = done.get()
        running -= 1
        if error is not None:
            raise error
        if lanes[lane]:
            waiting.append(lane)
        yield job, result  # type: ignore[misc]  # a result may itself be None
