"""Not a test: works out an invented pile with the executor named, and prints what was found.

python found_by.py EXECUTOR FOLDER REPORTS
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from invented import invented
from rashomon.executors import executor
from rashomon.executors.sequence import file_documents, read_groups, read_shared, read_ties, work_out


def found_by(name: str, folder: Path, reports: int) -> str:
    """All that is found, in order, a line each."""
    with executor(name, folder / "rows") as hands:
        filed = file_documents(hands, folder / "shelves", invented(reports))
        found = work_out(hands, filed)
        lines = [*read_groups(hands, found), *read_shared(hands, found), *read_ties(hands, found, filed)]
    return "\n".join(sorted(map(repr, lines)))


if __name__ == "__main__":
    sys.stdout.write(found_by(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
