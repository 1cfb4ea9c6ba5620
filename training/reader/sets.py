"""The licensed sets as samples: words with a tree, names, or both.

Names have four kinds. Sets that do not mark the kind `OTH` (UNER, the Broad Twitter Corpus) say nothing of it: there a
word outside all names may also be one of that kind, and the sample is `partial`. Of GUM's mentions those headed by a
proper noun are names; its news is held out. Every fifth document of wikigold is held out, and some of UNER's train part
(`held`) to choose by. In SEC filings one-word persons are parties to a contract ("Borrower"); their sentences are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

WIKIGOLD_HELD = 5
UNER_HELD = 12
_KINDS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "OTH", "OTH": "OTH", "person": "PER", "location": "LOC",
    "corporation": "ORG", "group": "ORG", "product": "OTH", "creative-work": "OTH",
}  # fmt: skip
_GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_GUM_OTHER = frozenset("event object abstract substance plant animal".split())


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence. `heads` count from 1 and 0 is the root; `heads`, `labels`, `tags` or `names` are None if unknown."""

    words: tuple[str, ...]
    document: str
    heads: tuple[int, ...] | None = None
    labels: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    partial: bool = False


def syntax_of_ewt(folder: Path, part: str) -> list[Sample]:
    return [sample for sample, _ in _conllu(folder / "ud_ewt" / f"en_ewt-ud-{part}.conllu")]


def names_of_uner(folder: Path, part: str) -> list[Sample]:
    """`part`: "train" (the first published file, without the held documents), "held" or "dev"."""
    name = "en_ewt-ud-dev.iob2" if part == "dev" else "en_ewt-ud-train.early.iob2"
    samples = list(_iob(folder / "uner_ewt" / name, column=1, last=2, partial=True))
    if part == "dev":
        return samples
    numbers = {document: i for i, document in enumerate(sorted({sample.document for sample in samples}))}
    return [s for s in samples if (numbers[s.document] % UNER_HELD == 0) == (part == "held")]


def names_of_wikigold(folder: Path, part: str) -> list[Sample]:
    """`part`: "train" or "held" (every fifth document)."""
    path = folder / "ner_collection/wikigold/CONLL-format/data/wikigold.conll.txt"

    def is_held(sample: Sample) -> bool:
        return int(sample.document.removeprefix("wikigold")) % WIKIGOLD_HELD == WIKIGOLD_HELD - 1

    return [sample for sample in _iob(path) if is_held(sample) == (part == "held")]


def gum(folder: Path, *, news: bool) -> list[Sample]:
    """The documents of news, or all the others: trees and names."""
    return [
        _with_names(sample, mentions)
        for path in sorted((folder / "gum").glob("*.conllu"))
        if ("_news_" in path.name) == news
        for sample, mentions in _conllu(path)
    ]


def other_names(folder: Path) -> list[Sample]:
    """Names of tweets, of filings and of users' texts."""
    collection = folder / "ner_collection"
    tweets = [s for path in sorted((collection / "BTC").glob("**/*.conll")) for s in _iob(path, partial=True)]
    filings = [s for path in sorted((collection / "SEC-filings").glob("**/FIN*.txt")) for s in _iob(path)]
    rare = [s for name in ("wnut17train.conll", "emerging.dev.conll") for s in _iob(folder / "wnut17" / name)]
    return tweets + [s for s in filings if not _contract_party(s)] + rare


def training_set(folder: Path) -> list[Sample]:
    """All that is trained on: EWT with UNER's names where its sentences have them, GUM, wikigold, the rest."""
    held = {s.words for s in names_of_uner(folder, "held")}
    names = {s.words: s for s in names_of_uner(folder, "train") if s.words not in held}
    joined = []
    for sample in syntax_of_ewt(folder, "train"):
        known = names.get(sample.words)
        joined.append(
            Sample(sample.words, sample.document, sample.heads, sample.labels, sample.tags, known.names, True)
            if known
            else sample
        )
    return joined + gum(folder, news=False) + names_of_wikigold(folder, "train") + other_names(folder)


def _contract_party(sample: Sample) -> bool:
    names = (*(sample.names or ()), "O")
    return any(a == "B-PER" and b != "I-PER" for a, b in pairwise(names))


def _iob(path: Path, column: int = 0, last: int = -1, partial: bool = False) -> Iterator[Sample]:
    """Sentences of a file of one word a line, in any of the BIO schemes. `column` and `last` hold word and tag."""
    source = "wikigold" if "wikigold" in path.parts else path.stem
    document, words, tags, number = f"{source}0", [], [], 0
    for line in [*path.read_text("utf-8", "replace").split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# newdoc"):
            document = line.split("=", 1)[1].strip()
        elif cells and cells[0] == "-DOCSTART-":
            number += 1
            document = f"{source}{number}"
        elif not line.strip():
            if words:
                yield Sample(tuple(words), document, names=_bio(tags), partial=partial)
            words, tags = [], []
        elif not line.startswith("# ") and len(cells) > max(1, column, last) and (column == 0 or cells[0].isdigit()):
            words.append(cells[column].strip() or "_")
            tags.append(cells[last].strip())


def _bio(tags: Iterable[str]) -> tuple[str, ...]:
    """Any scheme of begin and inside marks to "B-" at each first word."""
    out: list[str] = []
    for tag in tags:
        mark, _, kind = tag.partition("-")
        known = _KINDS.get(kind)
        if known is None:
            out.append("O")
        else:
            follows = mark == "I" and out and out[-1][2:] == known
            out.append(("I-" if follows else "B-") + known)
    return tuple(out)


@dataclass(slots=True)
class _Mention:
    kind: str
    start: int
    end: int


def _conllu(path: Path) -> Iterator[tuple[Sample, list[_Mention]]]:
    """Trees with universal labels, and GUM's mentions (word ranges from 0)."""
    document = path.stem
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith("# newdoc id"):
            document = line.split("=", 1)[1].strip()
        elif line[:1].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line.strip() and rows:
            sample = Sample(
                tuple(row[1] for row in rows),
                document,
                tuple(int(row[6]) for row in rows),
                tuple(row[7].split(":")[0] for row in rows),
                tuple(row[3] for row in rows),
            )
            yield sample, [m for m in _mentions([row[9] for row in rows]) if not _many(rows, m)]
            rows = []


def _mentions(misc: Sequence[str]) -> list[_Mention]:
    """The mentions of a sentence, written as brackets beside its words."""
    open_: list[tuple[str, _Mention]] = []
    found: list[_Mention] = []
    for i, cell in enumerate(misc):
        entity = re.search(r"(?:^|\|)Entity=([^|]+)", cell)
        for opening, inner, closing in re.findall(r"(\()?([^()]+)(\))?", entity[1] if entity else ""):
            group = inner.split("-")[0]
            if opening:
                open_.append((group, _Mention(inner.split("-")[1], i, i + 1)))
            if closing:
                at = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == group), None)
                if at is not None:
                    mention = open_.pop(at)[1]
                    mention.end = i + 1
                    found.append(mention)
    return found


def _with_names(sample: Sample, mentions: Sequence[_Mention]) -> Sample:
    assert sample.tags and sample.heads and sample.labels
    names = ["O"] * len(sample.words)
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        kind = _GUM_KINDS.get(mention.kind) or ("OTH" if mention.kind in _GUM_OTHER else None)
        head = _head(sample, mention)
        if kind is None or sample.tags[head] != "PROPN" or (kind == "PER" and _bare_title(sample, head)):
            continue
        first, end = _person(sample, mention, head) if kind == "PER" else _run(sample, mention, head)
        if all(name == "O" for name in names[first:end]) and any(w[:1].isupper() for w in sample.words[first:end]):
            names[first:end] = ["B-" + kind, *["I-" + kind] * (end - first - 1)]
    return Sample(sample.words, sample.document, sample.heads, sample.labels, sample.tags, tuple(names))


def _head(sample: Sample, mention: _Mention) -> int:
    """The first word of the mention that hangs on a word outside it."""
    assert sample.heads
    inside = range(mention.start, mention.end)
    return next((i for i in inside if sample.heads[i] - 1 not in inside), mention.start)


def _many(rows: Sequence[Sequence[str]], mention: _Mention) -> bool:
    """Several persons at once: peoples ("Muslims") are no names."""
    return mention.kind == "person" and any(
        "Plur" in row[5] and row[3] == "PROPN" for row in rows[mention.start : mention.end]
    )


def _bare_title(sample: Sample, head: int) -> bool:
    """A title in place of a name: "the President"."""
    return head > 0 and sample.words[head - 1].casefold() in ("the", "a", "an", "my", "your", "his", "her")


def _person(sample: Sample, mention: _Mention, head: int) -> tuple[int, int]:
    """A person's head word with what is `flat` to it: titles hang on it otherwise."""
    assert sample.heads and sample.labels
    end = head + 1
    while end < mention.end and sample.labels[end] == "flat" and sample.words[end][:1] not in ",(":
        end += 1
    return head, end


def _run(sample: Sample, mention: _Mention, head: int) -> tuple[int, int]:
    """The capitalised words around the head, with the little words between two of them."""
    assert sample.tags

    def part(i: int) -> bool:
        return sample.tags is not None and sample.words[i][:1].isupper() and sample.tags[i] not in ("DET", "PRON")

    joins = frozenset("of the and for & - de la".split())
    first, end = head, head + 1
    while first > mention.start:
        if part(first - 1):
            first -= 1
        elif first - 1 > mention.start and sample.words[first - 1] in joins and part(first - 2):
            first -= 2
        else:
            break
    while end < mention.end:
        if part(end):
            end += 1
        elif end + 1 < mention.end and sample.words[end] in joins and part(end + 1):
            end += 2
        else:
            break
    return first, end
