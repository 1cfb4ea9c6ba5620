"""Scores which reports are put together: B-cubed on sets whose reports are labelled with their event.

    python evaluation/events.py SET.jsonl [--misses] [--floor F1]
    python evaluation/events.py FOLDER

Each line of the set holds `id`, `event`, `text` and, where known, `published` and `headline`; `topic` tells which
events are easily taken for each other. B-cubed (A. Bagga and B. Baldwin 1998): for each report, how many of those put
with it belong there (precision) and how many that belong there were put (recall), averaged over the reports; their F1.
Printed: all reports; only those that hold a text; with copies removed (one of each origin); by halves of the topics.

FOLDER holds `articles.jsonl.gz`, a pile without labels, and `reuse_pairs.json`, rows of [share, id, id]: pairs known to
share so much of their 8-word sequences. Printed: the seconds of each stage, how large the groups are, and how many of
the known pairs are in one group.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.copies import compared, find_copies, find_origins, find_pile_origins, sketches
from rashomon.copies.meeting import meetings
from rashomon.copies.origins import ONE_ORIGIN
from rashomon.copies.pile import neighbours_together
from rashomon.events import find_ties, group, leads, meet
from rashomon.model import Copy, Document, Origin, Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """Documents, and by their ids the event and the topic they are labelled with."""

    documents: tuple[Document, ...]
    event: Mapping[str, str]
    topic: Mapping[str, str]


def read(file: Path) -> Labelled:
    """The set of a file of JSON Lines."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    events = {row["id"]: str(row["event"]) for row in rows}
    return Labelled(tuple(map(document_of, rows)), events, {row["id"]: str(row.get("topic", "")) for row in rows})


def document_of(row: Mapping[str, Any]) -> Document:
    """A report as the set gives it, its headline in front of its text."""
    headline = (row.get("headline") or "").strip()
    text = f"{headline}\n\n{row['text']}" if headline else row["text"]
    return Document(
        id=row["id"],
        path=row["id"],
        sha256="",
        media_type="text/plain",
        text=text,
        headline=Span(row["id"], 0, len(headline)) if headline else None,
        publisher=row.get("publisher"),
        published=row.get("published") or None,
        language="en",
    )


def grouped(documents: Sequence[Document], origins: Sequence[Origin] = ()) -> dict[str, str]:
    """The event that each document is put into; of several passages that of the first."""
    found = [lead for document in documents for lead in leads(document)]
    groups = group([lead.member for lead in found], find_ties(found, meet(found)), origins)
    home: dict[str, str] = {}
    for each in groups:
        for member in each.members:
            if member.start == 0 or member.document not in home:
                home[member.document] = each.id
    return home


def b_cubed(found: Mapping[str, str], labelled: Mapping[str, str]) -> tuple[float, float, float]:
    """F1, precision and recall over the documents in `found`."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    belonging: defaultdict[str, set[str]] = defaultdict(set)
    for document, name in found.items():
        together[name].add(document)
        belonging[labelled[document]].add(document)
    precision = recall = 0.0
    for document, name in found.items():
        right = len(together[name] & belonging[labelled[document]])
        precision += right / len(together[name]) / len(found)
        recall += right / len(belonging[labelled[document]]) / len(found)
    return 2 * precision * recall / (precision + recall), precision, recall


def misses(found: Mapping[str, str], labelled: Mapping[str, str]) -> list[str]:
    """Lines: the groups that mix events, and the events that fell apart."""
    mixed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    split: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document, name in found.items():
        mixed[name][labelled[document]] += 1
        split[labelled[document]][name] += 1
    lines = [f"mixed: {dict(events)}" for events in mixed.values() if len(events) > 1]
    return lines + [f"split: {event} {sorted(parts.values())}" for event, parts in split.items() if len(parts) > 1]


def main() -> None:
    """Prints the figures of a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument(
        "--floor", type=float, default=0.0, metavar="F1", help="fail below this F1 of all reports (0 to 1)"
    )
    arguments = parser.parse_args()
    if arguments.set.is_dir():
        pile(arguments.set)
        return
    f1 = score(read(arguments.set), arguments.misses)
    if f1 < arguments.floor:
        sys.exit(f"below: events are {f1:.4f}, the floor is {arguments.floor:g}")


def score(labelled: Labelled, with_misses: bool) -> float:
    """Prints the figures of a labelled set; gives F1 over all its reports."""
    origins = find_origins(labelled.documents, find_copies(labelled.documents))
    home = grouped(labelled.documents, origins)
    topics = sorted(set(labelled.topic.values()))
    firsts = {origin.documents[0] for origin in origins}
    kept = [document for document in labelled.documents if document.id in firsts]
    written = {document.id for document in labelled.documents if document.text.strip()}
    for name, part in (
        ("all reports", home),
        ("that hold a text", {id: event for id, event in home.items() if id in written}),
        ("without copies", {id: event for id, event in grouped(kept).items() if id in written}),
        ("half of the topics", {id: event for id, event in home.items() if labelled.topic[id] in topics[0::2]}),
        ("the other half", {id: event for id, event in home.items() if labelled.topic[id] in topics[1::2]}),
    ):
        f1, precision, recall = b_cubed(part, labelled.event)
        print(f"{name:20} {len(part):5} reports   F1 {f1:.3f}   precision {precision:.3f}   recall {recall:.3f}")
    if with_misses:
        print("\n".join(misses(home, labelled.event)))
    return b_cubed(home, labelled.event)[0]


def pile(folder: Path) -> None:
    """Prints what comes of a pile without labels, and how long it takes."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = {row["id"]: document_of(row) for row in map(json.loads, lines)}
    clock = [time.perf_counter()]

    def timed(name: str, count: int) -> None:
        clock.append(time.perf_counter())
        print(f"{name:8} {count:9,}   {clock[-1] - clock[-2]:6.1f} s")

    met = neighbours_together(meetings(list(sketches(documents.values()))))
    found = [one for one in compared(met, documents.__getitem__) if isinstance(one, Copy)]
    origins = find_pile_origins(documents, found)
    timed("copies", len(found))
    known = [lead for document in documents.values() for lead in leads(document)]
    timed("leads", len(known))
    ties = list(find_ties(known, meet(known)))
    timed("ties", len(ties))
    groups = group([lead.member for lead in known], ties, origins)
    timed("groups", len(groups))
    sizes = Counter(len(one.members) for one in groups)
    print("groups by size:", ", ".join(f"{count:,} of {size}" for size, count in sorted(sizes.items())))
    home = {member.document: one.id for one in groups for member in one.members}
    rows = [
        row for row in json.loads((folder / "reuse_pairs.json").read_text()) if {row[1], row[2]} <= documents.keys()
    ]
    mostly = {(one.a, one.b) for one in found if max(one.share_of_a, one.share_of_b) >= ONE_ORIGIN}
    for least in (0.9, 0.6, 0.4, 0.2):
        pairs = [(a, b) for share, a, b in rows if share >= least]
        copied = [(a, b) for a, b in pairs if (a, b) in mostly or (b, a) in mostly]
        one = sum(home[a] == home[b] for a, b in pairs)
        ours = sum(home[a] == home[b] for a, b in copied)
        print(f"share {least}: {one} of {len(pairs)} together; of copies by our count {ours} of {len(copied)}")


if __name__ == "__main__":
    main()
