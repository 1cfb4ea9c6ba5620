"""Copies and groups of an invented pile, 10,000 to 1,000,000 reports: time, memory, and how both grow.

    .venv/bin/python benchmarks/million.py [--executor daft] [--reports 10000 --reports 100000 …] [--folder FOLDER]

Each size runs in processes of its own. Seconds are wall clock and processor time of all processes; memory is the
largest sum of their proportional set sizes, in MB, looked at five times a second; disk is what the folder of rows holds
at most, in MB. The last lines are the exponents of growth fitted over the sizes (1 is linear).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from invented import invented
from rashomon.copies.comparison import SameWords
from rashomon.executors import Executor, executor
from rashomon.executors.sequence import WorkedOut, file_documents, read_groups, read_shared, work_out


def main() -> None:
    """Runs the sizes asked for, one after another."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--executor", default="daft")
    words.add_argument("--reports", type=int, action="append")
    words.add_argument("--folder", type=Path, default=Path("build/million"))
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.one:
        one(given.executor, given.one, given.folder, given.seed)
        return
    figures = []
    for count in given.reports or [10_000, 100_000, 1_000_000]:
        figures.append(measured(given.executor, count, given.folder, given.seed))
        print(json.dumps(figures[-1]), flush=True)
    if len(figures) > 1:
        for name in ("wall", "processor", "memory"):
            print(f"{name:9} grows with the reports to the power of {exponent(figures, name):.2f}")


def measured(name: str, count: int, folder: Path, seed: int) -> dict[str, float]:
    """One size in processes of its own: seconds, and megabytes at most."""
    shutil.rmtree(folder, ignore_errors=True)
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, __file__, "--executor", name, "--one", str(count), "--folder", str(folder)]
    with subprocess.Popen([*command, "--seed", str(seed)]) as process:
        memory = disk = 0
        looked = 0
        while process.poll() is None:
            memory = max(memory, sum(map(held, family(process.pid))))
            if looked % 100 == 0:
                disk = max(disk, sum(size(path) for path in folder.rglob("*")))
            looked += 1
            time.sleep(0.2)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(process.returncode)
    shutil.rmtree(folder, ignore_errors=True)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    wall = time.monotonic() - start
    return {
        "reports": count,
        "wall": round(wall, 1),
        "processor": round(spent, 1),
        "memory": memory // 1000,
        "disk": disk // 1_000_000,
    }


def one(name: str, count: int, folder: Path, seed: int) -> None:
    """The work itself, step by step."""
    last = time.monotonic()

    def told(step: str, rows: int) -> None:
        nonlocal last
        print(f"  {step:20} {rows:>12,} {time.monotonic() - last:>8.1f} s", flush=True)
        last = time.monotonic()

    with executor(name, folder / "rows") as hands:
        filed = file_documents(hands, folder / "shelves", invented(count, seed), told)
        found = work_out(hands, filed, told)
        print(f"  {summary(hands, found, count, seed)}", flush=True)


def summary(hands: Executor, found: WorkedOut, count: int, seed: int) -> str:
    """How well the groups are those the pile was made with (B-cubed), and a print of all that was found."""
    true = {document.id: document.path[:7] for document in invented(count, seed)}
    sizes = Counter(true.values())
    precise = whole = 0.0
    members = 0
    digest = 0
    for group in read_groups(hands, found):
        digest ^= int(hashlib.sha256(repr(group).encode()).hexdigest()[:16], 16)
        within: defaultdict[str, int] = defaultdict(int)
        for member in group.members:
            within[true[member.document]] += 1
        members += len(group.members)
        precise += sum(number * number for number in within.values()) / len(group.members)
        whole += sum(number * number / sizes[happening] for happening, number in within.items())
    shared = Counter(isinstance(pair, SameWords) for pair in read_shared(hands, found))
    precision, recall = precise / members, whole / members
    return (
        f"{len(sizes):,} happenings, B-cubed {2 * precision * recall / (precision + recall):.3f} "
        f"({precision:.3f}, {recall:.3f}), {shared[False]:,} copies, print {digest:016x}"
    )


def family(process: int) -> Iterator[int]:
    """A process and all that it started, and these, as far as they are still there."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def held(process: int) -> int:
    """The proportional set size in kB; 0 for a process that is gone."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def size(path: Path) -> int:
    """Bytes of a file; 0 for one that is gone."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def exponent(figures: list[dict[str, float]], name: str) -> float:
    """The slope of a line through the logarithms, by least squares."""
    points = [(math.log(figure["reports"]), math.log(figure[name])) for figure in figures]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope: float = sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)
    return slope


if __name__ == "__main__":
    main()
