"""The same reports give the same bytes: in any order of arguments, under any hash seed, in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon

ROOT = Path(__file__).parents[1]
REPORTS = sorted((ROOT / "examples" / "exchange").iterdir())  # plain text, UTF-16, Windows-1252 and a web page
FORMATS = ("apparatus.json", "index.html", "readings.csv", "summary.md")


@pytest.fixture(scope="module")
def written() -> str:
    """The apparatus file of one example, made in this process."""
    return rashomon.to_json(rashomon.collate(rashomon.read(REPORTS)))


def test_the_order_of_the_arguments_changes_nothing(written: str) -> None:
    shuffled = [REPORTS[number] for number in (2, 0, 3, 1)]
    assert rashomon.to_json(rashomon.collate(rashomon.read(shuffled)[::-1])) == written


def test_another_process_with_another_hash_seed_writes_the_same_bytes(written: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rashomon", "collate", *map(str, REPORTS), "-q", "-o"]
    processes = [
        subprocess.Popen([*command, str(tmp_path / seed)], env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale})
        for seed, locale in (("1", "C"), ("4242", "C.UTF-8"))
    ]
    assert [process.wait() for process in processes] == [0, 0]
    runs = [{name: (tmp_path / seed / name).read_bytes() for name in FORMATS} for seed in ("1", "4242")]
    assert runs[0] == runs[1]
    assert runs[0]["apparatus.json"].decode("utf-8") == written
