"""What two runs of the evaluation miss: the items gained and lost, set by set.

usage: python evaluation/compare.py BEFORE.json AFTER.json [SECTION]

Both files come from `evaluate.py --json`. A figure alone hides that ten items were won and nine lost.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Kept = dict[str, dict[str, Any]]  # group, set: figures and misses


def changes(before: Kept, after: Kept, section: str | None = None) -> list[str]:
    """A line for each miss that went (`+`, gained) or came (`-`, lost), and the counts of each set above them."""
    lines = []
    for group, sets in after.items():
        for name, now in sets.items():
            old, new = (_misses(kept, section) for kept in (before.get(group, {}).get(name), now))
            gained, lost = old - new, new - old
            if gained or lost:
                lines.append(f"{name}: {gained.total()} gained, {lost.total()} lost")
                lines += [f"  + {miss}" for miss in sorted(gained.elements())]
                lines += [f"  - {miss}" for miss in sorted(lost.elements())]
    return lines


def _misses(kept: dict[str, Any] | None, section: str | None) -> Counter[str]:
    misses = kept["misses"] if kept else []
    return Counter(f"{where}: {line}" for where, line in misses if section in (None, where))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the changes between two files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("section", nargs="?")
    args = parser.parse_args(arguments)
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (args.before, args.after))
    print("\n".join(changes(before, after, args.section)) or "nothing gained, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
