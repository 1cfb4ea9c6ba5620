"""Which files are meant: files as given, folders at any depth in sorted order.

Hidden files and folders are left out, so is the folder a browser saves beside a page (`NAME_files` beside `NAME.html`).
Inside a folder only files that may hold a report are taken, and none that is about the folder (README, LICENSE); a file
given by name is always taken.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rashomon.errors import Unreadable

_REPORTS = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .shtml .mhtml .json .jsonl .ndjson .jl .log .asc .rst".split()
)
_HOLDERS = frozenset(".zip .wacz .warc .gz .xml .rss .atom .rdf".split())
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_ABOUT = frozenset("readme license licence notice copying changelog contributing authors makefile".split())
_SAVED = ("_files", "-files", "_Dateien", "_fichiers", "_archivos", "_bestanden", ".files", "-Dateien")


class Found(NamedTuple):
    """A file to read: where it lies, its shown name (relative to what was given), whether it was given by name."""

    file: Path
    shown: str
    named: bool


_Row = tuple[Path, PurePosixPath, PurePosixPath, bool]


def find_files(paths: Iterable[str | Path], problems: list[Unreadable]) -> list[Found]:
    """The files behind the paths, each once, sorted by shown name; what cannot be found or listed joins `problems`."""
    found: list[_Row] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            folder = PurePosixPath(path.resolve().name)
            for file in _walk(path, problems):
                short = PurePosixPath(file.relative_to(path).as_posix())
                found.append((file, short, folder / short, False))
        elif path.exists():
            parts = [part for part in PurePosixPath(path.as_posix()).parts if part not in ("/", ".", "..")]
            found.append((path, PurePosixPath(path.name), PurePosixPath(*parts), True))
        else:
            problems.append(Unreadable(str(given), "no such file" + _hint(path)))
    return _named(found)


def is_record_file(path: str) -> bool:
    """Whether the name says JSON or JSON Lines."""
    return path.lower().endswith(".json") or is_lines_file(path)


def is_lines_file(path: str) -> bool:
    """Whether the name says JSON Lines."""
    return path.lower().endswith((".jsonl", ".ndjson", ".jl"))


def is_page_file(path: str) -> bool:
    """Whether the name says HTML."""
    return path.lower().endswith(_PAGES)


def _walk(folder: Path, problems: list[Unreadable], above: tuple[Path, ...] = ()) -> list[Path]:
    files: list[Path] = []
    here = _real(folder)
    if here in above:
        # a link back to a folder around this one
        return []
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Unreadable(folder.name, f"cannot be listed: {(error.strerror or str(error)).lower()}"))
        return []
    pages = {entry.stem for entry in entries if entry.suffix.lower() in _PAGES}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not any(entry.name.endswith(end) and entry.name.removesuffix(end) in pages for end in _SAVED):
                files.extend(_walk(entry, problems, (*above, here)))
        elif _may_hold_reports(entry.name):
            files.append(entry)
    return files


def wanted(names: Iterable[str]) -> list[str]:
    """The files of an archive that would be taken from a folder of these files."""
    names = list(names)
    pages = {name.rpartition(".")[0] for name in names if is_page_file(name)}
    taken: list[str] = []
    for name in names:
        *folders, file = PurePosixPath(name.replace("\\", "/")).parts or ("",)
        above = ["/".join(folders[: depth + 1]) for depth in range(len(folders))]
        saved = any(folder.endswith(end) and folder.removesuffix(end) in pages for folder in above for end in _SAVED)
        hidden = any(part.startswith(".") and part not in (".", "..") for part in (*folders, file))
        if file and not hidden and not saved and "__MACOSX" not in folders and _may_hold_reports(file):
            taken.append(name)
    return taken


def _may_hold_reports(name: str) -> bool:
    """Whether a file of a folder is taken, by its name: a report's or a holder's ending, or none."""
    file = PurePosixPath(name)
    if file.suffix.lower() == ".gz" and file.stem:
        file = PurePosixPath(file.stem)
    known = file.suffix.lower() in _REPORTS or file.suffix.lower() in _HOLDERS
    return file.stem.lower() not in _ABOUT and (known or not file.suffix)


def _named(found: list[_Row]) -> list[Found]:
    """Short names where they are unique, longer ones where two files would share one; the same file once."""
    once: dict[Path, _Row] = {}
    for row in found:
        once.setdefault(_real(row[0]), row)
    rows = list(once.values())
    shared = Counter(row[1] for row in rows)
    named = [Found(file, str(short if shared[short] == 1 else long), given) for file, short, long, given in rows]
    again = Counter(name.shown for name in named)
    result: list[Found] = []
    seen: Counter[str] = Counter()
    for file, shown, given in sorted(named, key=lambda name: (name.shown, str(_real(name.file)))):
        seen[shown] += 1
        # two folders of one name given from different places: numbered, for no part of an outer path may be shown
        result.append(Found(file, shown if again[shown] == 1 else f"{shown}~{seen[shown]}", given))
    return result


def _real(path: Path) -> Path:
    """The path behind all links; a link that leads round in a circle stands for itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _hint(path: Path) -> str:
    folder = path.parent
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    close = difflib.get_close_matches(path.name, names, 1)
    if close:
        return f"; did you mean {(folder / close[0]).as_posix()}?"
    return "; check the spelling" if folder.is_dir() else f"; there is no folder {folder.as_posix()} either"
