"""The reports that a command is given: paths, standard input, or what `collate` wrote before."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.cli.terminal import say
from rashomon.errors import Unreadable
from rashomon.export.folder import NAMES
from rashomon.model import Document


def read_reports(
    paths: Iterable[str], published: str | None, metadata: Path | None, problems: list[Unreadable]
) -> list[Document]:
    """The reports of the paths; files that cannot be read are said at once and kept in `problems`."""
    from rashomon.reading import read_paths

    def tell(problem: Unreadable) -> None:
        problems.append(problem)
        say(f"Error: {problem}")

    return read_paths(
        paths,
        published=published,
        overrides=overrides(metadata) if metadata else None,
        stdin=sys.stdin.buffer if "-" in paths else None,
        on_problem=tell,
    )


def written(paths: Sequence[str]) -> list[Document]:
    """The reports in the file that `collate` wrote, where one path is that file or the folder of it; else none."""
    from rashomon.export.apparatus_json import documents_of

    path = Path(paths[0])
    file = path / NAMES["json"] if path.is_dir() else path
    if len(paths) > 1 or file.name != NAMES["json"] or not file.is_file():
        return []
    return documents_of(file.read_text(encoding="utf-8"), str(file))


def overrides(metadata: Path) -> Mapping[str, Any]:
    """What the table of the user states, path by path."""
    from rashomon.reading.overrides import read_overrides

    return read_overrides(metadata)
