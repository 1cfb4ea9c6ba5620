"""Whether every good report in a pile of broken files is read, and everything broken is told.

    python benchmarks/broken.py [--files 2000] [--seed 7] [--folder DIR] [--no-huge]

Makes the files to a seed (`broken_records`, `broken_pages`), reads the folder in a process of its own, and looks for
each report that stood whole in a file and for as many problems as there were broken things in it. Exits with 1 where a
report is missing or a broken thing was not told. `--folder` keeps the files.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import broken_pages
import broken_records
from broken_parts import Broken, Random, Report

KINDS = broken_records.KINDS + broken_pages.KINDS
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
        make = rare[number] if number < len(rare) else KINDS[number % len(KINDS)]
        yield make(draw, number)


def judge(made: Broken, texts: dict[str, str], problems: Counter[str]) -> Outcome:
    """`texts` are those read, by the mark of the report in them; `problems` how many were told of each file."""
    missing = sum(not _is_read(report, texts) for report in made.good)
    told = problems[made.name]
    return Outcome(made.kind, made.name, len(made.good), missing, told, max(0, made.bad - told))


def _is_read(report: Report, texts: dict[str, str]) -> bool:
    mark = _MARK.search(report.body)
    text = texts.get(mark[0], "") if mark else ""
    return all(piece in text for piece in (report.headline, *report.paragraphs))


_CHILD = """
import json, resource, sys, time
from rashomon.reading import stream_paths
problems, start, count = [], time.perf_counter(), 0
def tell(problem):
    problems.append([problem.path, problem.reason])
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for document in stream_paths([sys.argv[1]], on_problem=tell):
        count += 1
        out.write(json.dumps(document.text) + chr(10))
json.dump({"problems": problems, "seconds": time.perf_counter() - start, "documents": count,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}, sys.stdout)
"""


def read(folder: Path) -> tuple[dict[str, str], list[tuple[str, str]], dict[str, float]]:
    """The texts by their marks, the problems, and what reading them took, in a process of its own."""
    with tempfile.TemporaryDirectory() as target:
        texts = Path(target) / "texts.jsonl"
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, str(folder), str(texts)], stdout=subprocess.PIPE, check=True
        )
        found = json.loads(done.stdout)
        by_mark = {}
        with texts.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)
                by_mark.update(dict.fromkeys(_MARK.findall(text), text))
    return by_mark, [(path, reason) for path, reason in found.pop("problems")], found


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
        made = []
        for one in corpus(arguments.files, arguments.seed, huge=not arguments.no_huge):
            (folder / one.name).write_bytes(one.raw)
            made.append(Broken(one.kind, one.name, b"", one.good, one.bad))
        start = time.perf_counter()
        texts, problems, cost = read(folder)
        cost["seconds with start"] = time.perf_counter() - start
    told = Counter(file_of(path) for path, _ in problems)
    return print_outcomes([judge(one, texts, told) for one in made], cost)


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
