"""How fast a store takes reports in and finds them again, and how much memory that takes.

    python benchmarks/store.py [--reports N] [--words N] [--store FILE_OR_URL] [--events] [--keep]

So many invented reports (`invented`), put together until each has about so many words, are written as JSON Lines and
added by the program as a user starts it, half in one run and half in a second, in which the first half stands there
already. Then questions of four kinds are asked: one word, two words, words in a row, a name within a month; words are
drawn from the reports themselves, so that common ones are asked for often. With --events the events are worked out, and
again after one more report. Everything is written to a temporary folder unless --store says where. Seconds are those of
the machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from invented import invented
from rashomon.store import open_store

PROGRAM = [sys.executable, "-c", "from rashomon.cli import main; main()"]


def records(count: int, size: int) -> Iterator[dict[str, object]]:
    """So many reports of about so many words."""
    held: list[str] = []
    made = words = 0
    for document in invented(count * 100):
        held.append(document.text)
        words += len(document.text.split())
        if words >= size:
            headline, _, rest = "\n\n".join(held).partition("\n")
            url = f"https://example.org/{made}"
            yield {
                "headline": headline,
                "text": rest.strip(),
                "published": document.published,
                "publisher": document.publisher,
                "url": url,
            }
            made, held, words = made + 1, [], 0
            if made == count:
                return


def write(folder: Path, count: int, size: int) -> tuple[list[Path], list[dict[str, object]]]:
    """The files of both halves, and one report in a hundred."""
    files = [folder / "first.jsonl", folder / "second.jsonl"]
    some = []
    with files[0].open("w") as first, files[1].open("w") as second:
        for number, record in enumerate(records(count, size)):
            (first if number < count // 2 else second).write(json.dumps(record) + "\n")
            if number % 100 == 0:
                some.append(record)
    return files, some


def run(*arguments: str) -> tuple[float, float]:
    """Seconds that the program took, and the most memory, in megabytes, of it or one of its processes so far."""
    start = time.perf_counter()
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr)
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def queries(some: Sequence[dict[str, object]], random: Random) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Questions: kind, words, options."""
    for _ in range(100):
        record = random.choice(some)
        words = str(record["text"]).split()
        at = random.randrange(len(words) - 4)
        yield "a word", words[at], {}
        yield "two words", " ".join(random.sample(words, 2)), {}
        yield "three in a row", '"' + " ".join(words[at : at + 3]) + '"', {}
        names = [word.strip(".,") for word in words[1:] if word[0].isupper() and word.strip(".,").isalpha()]
        day = date.fromisoformat(str(record["published"]))
        month = (day - timedelta(days=15), day + timedelta(days=15))
        yield "a name in a month", "", {"name": random.choice(names or ["Vega"]), "between": month}


def search(store: str, some: Sequence[dict[str, object]]) -> None:
    """Times the questions and prints a line for each kind."""
    opened = open_store(store)
    taken: dict[str, list[float]] = {}
    found: dict[str, int] = {}
    for kind, words, options in queries(some, Random(1)):
        start = time.perf_counter()
        hits = opened.search(words, **options)  # type: ignore[arg-type]
        taken.setdefault(kind, []).append((time.perf_counter() - start) * 1000)
        found[kind] = found.get(kind, 0) + len(hits)
    opened.close()
    for kind, each in [*taken.items(), ("all", [one for some_of in taken.values() for one in some_of])]:
        ordered = sorted(each)
        print(
            f"  {kind:18} {statistics.median(ordered):7.1f} ms at the median, {ordered[len(ordered) * 95 // 100]:7.1f}"
            f" at 95 of 100, {ordered[-1]:7.1f} at most; {found.get(kind, sum(found.values())) / len(each):.1f} found"
        )


def main() -> None:
    """Takes the figures and prints them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--store")
    parser.add_argument("--events", action="store_true")
    arguments = parser.parse_args()
    count = arguments.reports
    with tempfile.TemporaryDirectory() as folder:
        files, some = write(Path(folder), count, arguments.words)
        store = arguments.store or f"{folder}/pile.db"
        first, _ = run("add", store, str(files[0]), "-q")
        both, memory = run("add", store, str(files[0]), str(files[1]), "-q")
        again, _ = run("add", store, str(files[0]), "-q")
        second = both - again
        print(f"{count:,} reports of {arguments.words} words")
        print(f"  first half {count / 2 / first:7.0f} a second; second half {count / 2 / second:7.0f} a second")
        print(f"  already there {count / 2 / again:7.0f} a second; {memory:,.0f} MB at most")
        if Path(store).exists():
            print(f"  {Path(store).stat().st_size / count / 1000:.1f} kB a report")
        search(store, some)
        if arguments.events:
            seconds, memory = run("events", store, "-q", "--most", "1")
            print(f"  events worked out in {seconds:,.0f} s; {memory:,.0f} MB at most")
            one = Path(folder) / "one.txt"
            one.write_text("A single further report\n\nOn 2 May 2031 the mayor of Osterby opened a new grain hall.\n")
            run("add", store, str(one), "-q", "--published", "2031-05-02")
            seconds, _ = run("events", store, "-q", "--most", "1")
            print(f"  and after one more report in {seconds:,.1f} s")


if __name__ == "__main__":
    main()
