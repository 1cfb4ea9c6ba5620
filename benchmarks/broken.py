"""Whether a pile of broken files ends with every good report in the store and everything broken in its list.

    python benchmarks/broken.py [--files 2000] [--seed 7] [--folder DIR] [--no-huge]

Makes the files to a seed (`broken_records`, `broken_pages`, `broken_tars`), adds the folder to a store in a process of
its own, and looks in it for each report that stood whole in a file and for as many problems as there were broken
things. Exits with 1 where a report is missing or a broken thing is not listed. `--folder` keeps the files.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import broken_pages
import broken_records
import broken_tars
from broken_parts import Broken, Random, Report

KINDS = broken_records.KINDS + broken_pages.KINDS + broken_tars.KINDS
_MARK = re.compile(r"[A-Z][a-z]+-\d{11}a")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: reports that are missing, and broken things that were not told."""

    kind: str
    name: str
    good: int
    missing: int
    told: int
    untold: int


def corpus(files: int, seed: int, *, huge: bool = True) -> Iterator[Broken]:
    """The files one at a time; with `huge` a few of them hold lines of 200 MB or unpack to gigabytes."""
    draw = Random(seed)
    rare = broken_pages.HUGE if huge else ()
    for number in range(files):
        kind = rare[number] if number < len(rare) else KINDS[number % len(KINDS)]
        yield kind(draw, number)


def make(folder: Path, files: int, seed: int, huge: bool) -> list[Broken]:
    """Puts the files into the folder; what should come of them, without their bytes."""
    made = []
    for one in corpus(files, seed, huge=huge):
        (folder / one.name).write_bytes(one.raw)
        made.append(Broken(one.kind, one.name, b"", one.good, one.bad))
    return made


def judge(made: Broken, texts: dict[str, str], problems: Counter[str]) -> Outcome:
    """`texts` are those held, by the mark of the report in them; `problems` how many are listed of each file."""
    missing = sum(not _is_read(report, texts) for report in made.good)
    told = problems[made.name]
    return Outcome(made.kind, made.name, len(made.good), missing, told, max(0, made.bad - told))


def _is_read(report: Report, texts: dict[str, str]) -> bool:
    mark = _MARK.search(report.body)
    text = texts.get(mark[0], "") if mark else ""
    return all(piece in text for piece in (report.headline, *report.paragraphs))


_CHILD = """
import atexit, resource, sys
atexit.register(lambda: print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))
from rashomon.cli import main
main(["add", sys.argv[1], sys.argv[2]])
"""


def add(folder: Path, store: Path) -> dict[str, float]:
    """Adds the folder to a store in a process of its own, as a user does, and gives what that took."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _CHILD, str(store), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # 1: some could not be read, as it should be
        raise SystemExit(f"rashomon add ended with {done.returncode}: {done.stderr[-2000:]}")
    peak = float(done.stderr.rsplit("peak ", 1)[1]) / 1024
    return {"seconds": time.perf_counter() - start, "megabytes at the peak": peak}


def held(store: Path) -> tuple[dict[str, str], Counter[str]]:
    """The texts in the store by their marks, and how many problems it lists of each file."""
    with closing(sqlite3.connect(store)) as connection:
        texts = [text for (text,) in connection.execute("SELECT text FROM documents")]
        problems = Counter(file_of(path) for (path,) in connection.execute("SELECT path FROM problems"))
    return {mark: text for text in texts for mark in _MARK.findall(text)}, problems


def file_of(path: str) -> str:
    """The file that a problem is of."""
    return path.split("#")[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=2000, help="how many (default: 2000)")
    parser.add_argument("--seed", type=int, default=7, help="another seed makes other files (default: 7)")
    parser.add_argument("--folder", type=Path, help="where the files are put and kept (default: nowhere)")
    parser.add_argument("--no-huge", action="store_true", help="without lines of 200 MB and bombs of gigabytes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        folder = arguments.folder or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        with multiprocessing.get_context("spawn").Pool(1) as maker:  # what it holds is not counted for the reader
            made = maker.apply(make, (folder, arguments.files, arguments.seed, not arguments.no_huge))
        store = Path(own) / "store.db"
        cost = add(folder, store)
        texts, problems = held(store)
    return print_outcomes([judge(one, texts, problems) for one in made], cost)


def print_outcomes(outcomes: list[Outcome], cost: dict[str, float]) -> int:
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds[outcome.kind].append(outcome)
    print(f"{'kind':18} {'files':>6} {'good':>6} {'missing':>8} {'told':>6} {'untold':>7}")
    for kind, of in [*sorted(kinds.items()), ("all", outcomes)]:
        sums = [sum(getattr(one, name) for one in of) for name in ("good", "missing", "told", "untold")]
        print(f"{kind:18} {len(of):6} {sums[0]:6} {sums[1]:8} {sums[2]:6} {sums[3]:7}")
    print(", ".join(f"{value:,.1f} {name}" for name, value in cost.items()))
    wrong = [one for one in outcomes if one.missing or one.untold]
    for one in wrong[:20]:
        print(f"{one.name}: {one.missing} reports missing, {one.untold} broken things not told")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
