"""A run that is killed at any moment is taken up by running it again, with nothing lost and nothing doubled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pile_sample import dump
from rashomon.store import open_store

KILLING = Path(__file__).parent / "killing.py"


def outcome(store: Path, seed: int, times: int, most: int) -> tuple[list[int], str]:
    """How the tries ended, and all that is in the store after the last."""
    arguments = [sys.executable, str(KILLING), str(store), str(seed), str(times), str(most)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    opened = open_store(str(store))
    held = dump(opened)
    opened.close()
    return [int(line) for line in done.stdout.split()], held


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_killed_at_random_points_a_run_ends_where_an_unbroken_one_does(tmp_path: Path) -> None:
    whole, expected = outcome(tmp_path / "whole.db", 0, 0, 1)
    assert whole[-1] > 100
    killed = 0
    for seed in (1, 2):
        tries, held = outcome(tmp_path / f"{seed}.db", seed, 8, whole[-1])
        killed += sum(ended == 9 for ended in tries[:-1])
        assert held == expected
    assert killed >= 8
