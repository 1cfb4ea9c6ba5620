"""The file `versions.json`: earlier versions of the reports of an event, and what the outlets altered between them.

It stands beside the apparatus file and takes nothing from it: format `rashomon/versions`, version 1. Each report that
was altered has all its versions, oldest first, as document records of the apparatus format with `seen`, the moment at
which it was first found so; and the changes from each version to the next, as spans of both. The page and the summary
show the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from rashomon.altered import Alteration, History, Version, find_alterations
from rashomon.export.apparatus_json import plain
from rashomon.export.outline import one_line
from rashomon.model import Apparatus
from rashomon.text import cut

FORMAT, VERSION = "rashomon/versions", 1
NAME = "versions.json"
LABELS = {"headline": "Headline", "deck": "Deck", "caption": "Caption", "body": "Text"}


@dataclass(frozen=True, slots=True)
class Altered:
    """A change as it is read: the label of its part, and the words before and after, null on the side without."""

    label: str
    before: str | None
    after: str | None


def in_apparatus(histories: Iterable[History], apparatus: Apparatus) -> tuple[History, ...]:
    """The histories of reports of this apparatus that were altered, in its order, with its sigla.

    A version that says what the one before said is left out; so is an excerpt that was held before the whole.
    """
    kept: list[tuple[int, History]] = []
    place = {document.id: at for at, document in enumerate(apparatus.documents)}
    for history in histories:
        at = place.get(history.versions[-1].document.id)
        versions = _differing(history.versions)
        if at is not None and len(versions) > 1:
            siglum = apparatus.documents[at].siglum
            labelled = tuple(replace(each, document=replace(each.document, siglum=siglum)) for each in versions)
            kept.append((at, replace(history, versions=labelled)))
    return tuple(history for _, history in sorted(kept, key=lambda pair: pair[0]))


def _differing(versions: Sequence[Version]) -> list[Version]:
    """The versions that say something else than the next, and the last; it keeps the moment it was first found so."""
    differing = [versions[-1]]
    for version in reversed(versions[:-1]):
        if version.document.excerpt > versions[-1].document.excerpt:
            continue
        if find_alterations(version.document, differing[-1].document):
            differing.append(version)
        else:
            differing[-1] = replace(differing[-1], seen=version.seen or differing[-1].seen)
    return differing[::-1]


def to_json(histories: Iterable[History]) -> str:
    """The text of the file, ending in a newline."""
    return json.dumps(to_dict(histories), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def to_dict(histories: Iterable[History]) -> dict[str, Any]:
    """The file as plain dictionaries, lists and scalars."""
    return {"format": FORMAT, "version": VERSION, "reports": [_report(history) for history in histories]}


def changes(history: History) -> Iterator[tuple[Version, Version, tuple[Alteration, ...]]]:
    """Each version with the next, and what was altered between them."""
    for older, newer in pairwise(history.versions):
        yield older, newer, find_alterations(older.document, newer.document)


def in_words(older: Version, newer: Version, alterations: Iterable[Alteration]) -> list[Altered]:
    """What was altered, as exact slices on one line each."""
    return [
        Altered(
            LABELS[each.part],
            one_line(cut(older.document, each.before)) if each.before else None,
            one_line(cut(newer.document, each.after)) if each.after else None,
        )
        for each in alterations
    ]


def _report(history: History) -> dict[str, Any]:
    return {
        "document": history.versions[-1].document.id,
        "address": history.address,
        "versions": [{"seen": version.seen, **plain(version.document)} for version in history.versions],
        "changes": [
            {"older": older.document.id, "newer": newer.document.id, **plain(alteration)}
            for older, newer, alterations in changes(history)
            for alteration in alterations
        ],
    }
