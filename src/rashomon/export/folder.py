"""The files of an apparatus in a folder: all of a run or none, and nothing else touched.

Everything is written to a new folder beside the wanted one first. Where there is none yet, it is moved into place
whole; into a folder that exists, only the files of this program are moved, one by one. A run that is killed leaves at
worst the folder beside, whose name begins with a dot.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rashomon.altered import History
from rashomon.errors import UsageError
from rashomon.export import versions
from rashomon.model import Apparatus

NAMES = {"html": "index.html", "json": "apparatus.json", "csv": "readings.csv", "md": "summary.md"}


def check_folder(folder: Path, force: bool) -> None:
    """Raises `UsageError` where writing into the folder would overwrite something that was not asked for."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder")
    if folder.is_dir() and not force and any(folder.iterdir()):
        raise UsageError(
            f"{folder}: exists already; add --force to replace the files of an earlier run, or name another folder"
        )
    for name in NAMES.values():
        if (folder / name).is_dir():
            raise UsageError(f"{folder / name}: is a folder where a file would be written; name another folder")


def write_folder(
    apparatus: Apparatus, folder: Path, formats: Sequence[str], force: bool = False, histories: Iterable[History] = ()
) -> list[Path]:
    """Writes the formats (keys of `NAMES`) and returns their paths. Raises `UsageError` where that is not possible.

    Where `histories` hold earlier versions of its reports, these are written too, beside the apparatus file.
    """
    check_folder(folder, force)
    altered = versions.in_apparatus(histories, apparatus)
    texts = {NAMES[name]: _renderer(name)(apparatus, altered) for name in formats}
    if altered and "json" in formats:
        texts[versions.NAME] = versions.to_json(altered)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name, text in texts.items():
                (beside / name).write_text(text, encoding="utf-8", errors="replace", newline="")
            _move(beside, folder, list(texts))
            if not altered and "json" in formats:
                (folder / versions.NAME).unlink(missing_ok=True)  # those of an earlier run are of other reports
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as problem:
        raise UsageError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    return [folder / name for name in texts]


def _move(beside: Path, folder: Path, names: Sequence[str]) -> None:
    if not folder.exists():
        beside.chmod(0o755)
        beside.rename(folder)
        return
    for name in names:
        (beside / name).replace(folder / name)


def _renderer(name: str) -> Callable[[Apparatus, Sequence[History]], str]:
    if name == "html":
        from rashomon.export.page import to_html

        return to_html
    if name == "csv":
        from rashomon.export.readings_csv import to_csv

        return lambda apparatus, _: to_csv(apparatus)
    if name == "md":
        from rashomon.export.markdown import to_markdown

        return to_markdown
    from rashomon.export.apparatus_json import to_json

    return lambda apparatus, _: to_json(apparatus)
