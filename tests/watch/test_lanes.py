"""Many lanes at once, one job of a lane after the other."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.watch.lanes import in_lanes

JOBS = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 9)), max_size=20)


@given(JOBS, st.integers(1, 4))
def test_each_job_is_done_once_and_each_lane_in_order(jobs: list[tuple[str, int]], width: int) -> None:
    done = list(in_lanes(jobs, lambda job: job[0], lambda job: job[1] * 2, width))
    for lane in "abcd":
        assert [job for job, _ in done if job[0] == lane] == [job for job in jobs if job[0] == lane]
    assert all(result == job[1] * 2 for job, result in done)


def test_lanes_take_turns_where_one_runs_at_a_time() -> None:
    done = [job for job, _ in in_lanes(["a1", "a2", "a3", "b1", "b2"], lambda job: job[0], str.upper)]
    assert done == ["a1", "b1", "a2", "b2", "a3"]


def test_never_two_of_a_lane_and_never_more_than_the_width_at_once() -> None:
    running: list[str] = []
    most, clashes = [0], []
    lock = threading.Lock()

    def work(job: str) -> None:
        with lock:
            clashes.extend(each for each in running if each[0] == job[0])
            running.append(job)
            most[0] = max(most[0], len(running))
        time.sleep(0.005)
        with lock:
            running.remove(job)

    jobs = [f"{lane}{n}" for lane in "abcde" for n in range(4)]
    assert len(list(in_lanes(jobs, lambda job: job[0], work, 3))) == 20
    assert clashes == [] and 1 < most[0] <= 3


@pytest.mark.parametrize("width", [1, 3])
def test_an_error_is_raised_where_the_results_are_taken(width: int) -> None:
    def work(job: int) -> int:
        return 1 // job

    with pytest.raises(ZeroDivisionError):
        list(in_lanes([1, 2, 0, 3], str, work, width))
