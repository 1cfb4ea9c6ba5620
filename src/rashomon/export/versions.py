"""The file `versions.json`: earlier versions of the reports of an event, and what the outlets altered between them.

It stands beside the apparatus file and takes nothing from it: format `rashomon/versions`, version 1. Each report that
was altered has all its versions, oldest first, as document records of the apparatus format with `seen`, the moment at
which it was first found so; and the changes from each version to the next, as spans of both. The page and the summary
show the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from rashomon.altered import Alteration, History, Version, find_alterations
from rashomon.export.apparatus_json import plain
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
    """The histories of reports of this apparatus that have earlier versions, in its order, with its sigla."""
    kept: list[tuple[int, History]] = []
    place = {document.id: at for at, document in enumerate(apparatus.documents)}
    for history in histories:
        at = place.get(history.versions[-1].document.id) if len(history.versions) > 1 else None
        if at is None:
            continue
        siglum = apparatus.documents[at].siglum
        versions = tuple(replace(each, document=replace(each.document, siglum=siglum)) for each in history.versions)
        kept.append((at, replace(history, versions=versions)))
    return tuple(history for _, history in sorted(kept, key=lambda pair: pair[0]))


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
            " ".join(cut(older.document, each.before).split()) if each.before else None,
            " ".join(cut(newer.document, each.after).split()) if each.after else None,
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
