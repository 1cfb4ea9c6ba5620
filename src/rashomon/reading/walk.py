"""Which files are meant: files as given, folders at any depth in sorted order.

Hidden files and folders are left out, so is the folder a browser saves beside a page (`NAME_files` beside `NAME.html`).
Inside a folder only files that may hold a report are taken, and none that is about the folder (README, LICENSE); a file
given by name is always taken.
"""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rashomon.errors import Unreadable

_REPORTS = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .shtml .mhtml .json .jsonl .ndjson .jl .log .asc .rst".split()
)
_HOLDERS = frozenset(".zip .wacz .warc .tar .xml .rss .atom .rdf .gz .bz2 .xz .zst .tgz .tbz .tbz2 .txz .tzst".split())
_TAKEN = _REPORTS | _HOLDERS | {"", "."}
_PACKED = (".gz", ".bz2", ".xz", ".zst")
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_ABOUT = frozenset("readme license licence notice copying changelog contributing authors makefile".split())
_SAVED = ("_files", "-files", "_Dateien", "_fichiers", "_archivos", "_bestanden", ".files", "-Dateien")


class Found(NamedTuple):
    """A file to read: the folder and the path below it, its shown name, whether it was given by name.

    No more is kept of each, for there may be a million.
    """

    folder: str
    below: str
    shown: str
    named: bool

    @property
    def file(self) -> Path:
        """Where the file lies."""
        return Path(self.folder, self.below)


def find_files(paths: Iterable[str | Path], problems: list[Unreadable]) -> list[Found]:
    """The files behind the paths, each once, sorted by shown name; what cannot be found or listed joins `problems`."""
    found: list[Found] = []
    linked = roots = 0
    for given in paths:
        path = Path(given)
        roots += 1
        if path.is_dir():
            for below, by_link in _walk(str(path), os.path.realpath(path), problems):
                found.append(Found(str(path), below, below, False))
                linked += by_link
        elif path.exists():
            found.append(Found(str(path.parent), path.name, path.name, True))
        else:
            problems.append(Unreadable(str(given), "no such file" + _hint(path)))
    if linked or roots > 1:
        # only then may a file stand there twice, or two have one name
        found = _named(list({_real(file): file for file in reversed(found)}.values())[::-1])
    return sorted(found, key=lambda file: file.shown)


def is_record_file(path: str) -> bool:
    """Whether the name says JSON or JSON Lines."""
    return path.lower().endswith(".json") or is_lines_file(path)


def is_lines_file(path: str) -> bool:
    """Whether the name says JSON Lines."""
    return path.lower().endswith((".jsonl", ".ndjson", ".jl"))


def is_feed_file(path: str) -> bool:
    """Whether the name says feed, or XML."""
    return path.lower().endswith((".xml", ".rss", ".atom", ".rdf"))


def is_page_file(path: str) -> bool:
    """Whether the name says HTML."""
    return path.lower().endswith(_PAGES)


def _walk(
    folder: str,
    real: str,
    problems: list[Unreadable],
    short: str = "",
    above: tuple[str, ...] = (),
    linked: bool = False,
) -> Iterator[tuple[str, bool]]:
    """The files of a folder by their path below it, and whether a link led to each; `real`: the folder behind links."""
    if real in above:
        # a link back to a folder around this one
        return
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Unreadable(Path(folder).name, f"cannot be listed: {(error.strerror or str(error)).lower()}"))
        return
    pages = {entry.name.rpartition(".")[0] for entry in entries if is_page_file(entry.name)}
    for entry in entries:
        name = entry.name
        if name.startswith("."):
            continue
        by_link = linked or entry.is_symlink()
        if _is_folder(entry):
            if not any(name.endswith(end) and name.removesuffix(end) in pages for end in _SAVED):
                behind = os.path.realpath(entry.path) if entry.is_symlink() else f"{real}/{name}"
                yield from _walk(entry.path, behind, problems, f"{short}{name}/", (*above, real), by_link)
        elif _may_hold_reports(name):
            yield short + name, by_link


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # a link that leads round in a circle: opening it will say so
        return False


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


def saved_beside(name: str) -> str | None:
    """The page, without its ending, beside which a file of an archive may have been saved; null by most names."""
    folders = PurePosixPath(name).parts[:-1]
    for depth, folder in enumerate(folders):
        end = next((end for end in _SAVED if folder.endswith(end)), None)
        if end:
            return "/".join((*folders[:depth], folder.removesuffix(end)))
    return None


def _may_hold_reports(name: str) -> bool:
    """Whether a file of a folder is taken, by its name: a report's or a holder's ending, or none."""
    stem, ending = _parted(name)
    if ending.lower() in _PACKED:
        stem, ending = _parted(stem)
    return stem.lower() not in _ABOUT and ending.lower() in _TAKEN


def _parted(name: str) -> tuple[str, str]:
    """The name before its ending, and the ending with its dot."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def _named(found: list[Found]) -> list[Found]:
    """Short names where they are unique, longer ones where two files would share one."""
    shared = Counter(file.below for file in found)
    named = [file if shared[file.below] == 1 else file._replace(shown=_longer(file)) for file in found]
    again = Counter(file.shown for file in named)
    result: list[Found] = []
    seen: Counter[str] = Counter()
    for file in sorted(named, key=lambda file: (file.shown, _real(file))):
        seen[file.shown] += 1
        # two folders of one name given from different places: numbered, for no part of an outer path may be shown
        number = seen[file.shown]
        result.append(file if again[file.shown] == 1 else file._replace(shown=f"{file.shown}~{number}"))
    return result


def _longer(file: Found) -> str:
    """The path as it was given, or from the folder that was given on."""
    if file.named:
        return "/".join(part for part in file.file.as_posix().split("/") if part not in ("", ".", ".."))
    return f"{Path(file.folder).resolve().name}/{file.below}"


def _real(file: Found) -> str:
    """The path behind all links."""
    return os.path.realpath(file.file)


def _hint(path: Path) -> str:
    folder = path.parent
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    close = difflib.get_close_matches(path.name, names, 1)
    if close:
        return f"; did you mean {(folder / close[0]).as_posix()}?"
    return "; check the spelling" if folder.is_dir() else f"; there is no folder {folder.as_posix()} either"
