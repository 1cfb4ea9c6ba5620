"""Scores the names the program finds on sets whose words are marked by hand.

usage: python evaluation/names.py FOLDER [--set SET…] [--misses N] [--floor F1]

FOLDER holds the sets as `training/reader/sets.py` reads them. A document's sentences become one text, a line each; the
names found in it (whole, with repair and voting) are laid over the words of the set, and beside them the names the
reader alone sees. Strict: a name is right when its words and its kind are. Kinds are person, organisation and place;
what else the sets mark is left out, and so is what the program calls `other`.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document
from rashomon.syntax import read_trees

sys.path.insert(0, str(Path(__file__).parents[1] / "training" / "reader"))
sets: Any = importlib.import_module("sets")

Name = tuple[int, int, str]
"""A name over the words of a text: half-open numbers of words, and its kind."""
KINDS = ("person", "organisation", "place")
_MARKS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_NO_BLANK_BEFORE = re.compile(r"[.,;:!?%)\]}…”]+|'(?:s|re|ve|ll|d|m)?|’s?|n't|-", re.IGNORECASE)
_NO_BLANK_BEHIND = re.compile(r"[(\[{$£€“#@-]|``")


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a set: its text, the half-open code points of each word, the names marked in it."""

    id: str
    text: str
    words: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]


def texts_of(samples: Iterable[Any], written: dict[str, str]) -> list[Text]:
    """The documents of a set. `written` holds sentences as they were written, by their letters without blanks."""
    documents: dict[str, list[Any]] = {}
    for sample in samples:
        documents.setdefault(sample.document, []).append(sample)
    return [_text(name, rows, written) for name, rows in documents.items()]


def _text(name: str, samples: Sequence[Any], written: dict[str, str]) -> Text:
    text = ""
    words: list[tuple[int, int]] = []
    names: list[Name] = []
    for sample in samples:
        lines = [written.get("".join("".join(sample.words).split()), ""), spaced(sample.words), " ".join(sample.words)]
        line, places = next((line, found) for line in lines if (found := _places(line, sample.words)))
        first = len(words)
        words.extend((len(text) + start, len(text) + end) for start, end in places)
        text += line + "\n"
        names.extend((first + a, first + b, _MARKS[k]) for a, b, k in spans(sample.names) if k in _MARKS)
    return Text(name, text, tuple(words), tuple(names))


def _places(line: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in the line, one behind the other; nothing if one does not."""
    found, at = [], 0
    for word in words:
        start = line.find(word, at)
        if start < 0:
            return []
        at = start + len(word)
        found.append((start, at))
    return found


def spans(marks: Sequence[str]) -> list[Name]:
    """The names in a row of BIO marks."""
    found: list[Name] = []
    for i, mark in enumerate(marks):
        if mark.startswith("B-"):
            found.append((i, i + 1, mark[2:]))
        elif mark.startswith("I-") and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def spaced(words: Sequence[str]) -> str:
    """Words as a line of text: no blank before a stop or a clitic, behind a bracket, inside quotation marks."""
    line, opened, glued = "", False, True
    for word in words:
        closing = word in ('"', "''") and opened
        if not (glued or closing or _NO_BLANK_BEFORE.fullmatch(word)):
            line += " "
        line += word
        opened = (word == '"' and not opened) or word == "``" or (opened and not closing)
        glued = bool(_NO_BLANK_BEHIND.fullmatch(word)) or (word == '"' and not closing)
    return line


def laid(text: Text, found: Iterable[tuple[int, int, str]]) -> set[Name]:
    """Names in code points laid over the words of the set: every word they touch; blanks alone touch none."""
    starts, ends = [a for a, _ in text.words], [b for _, b in text.words]
    rows = ((bisect_right(ends, a), bisect_left(starts, b), kind) for a, b, kind in found if kind in KINDS)
    return {row for row in rows if row[0] < row[1]}


def found_in(text: Text) -> tuple[set[Name], set[Name]]:
    """The names of the program, and those of the reader alone."""
    document = Document(text.id, "", "", "text/plain", text.text, language="en")
    sentences = find_sentences(document)
    trees = read_trees(document, sentences)
    mentions = find_mentions(document, sentences, trees)
    alone = [(t.tokens[n.first].start, t.tokens[n.end - 1].end, n.kind) for t in trees for n in t.names]
    return laid(text, [(m.span.start, m.span.end, m.kind) for m in mentions]), laid(text, alone)


def score(pairs: Iterable[tuple[set[Name], set[Name]]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of (marked, found): of all kinds, of each, and of the words alone ("found")."""
    counts: Counter[tuple[str, str]] = Counter()
    for marked, found in pairs:
        for kind in ("all", *KINDS):
            of = [{name for name in names if kind in ("all", name[2])} for names in (marked, found)]
            counts.update(
                {(kind, "marked"): len(of[0]), (kind, "found"): len(of[1]), (kind, "right"): len(of[0] & of[1])}
            )
        bare = [{name[:2] for name in names} for names in (marked, found)]
        rows = {"marked": len(bare[0]), "found": len(bare[1]), "right": len(bare[0] & bare[1])}
        counts.update({("found", what): number for what, number in rows.items()})
    out = {}
    for kind in ("all", *KINDS, "found"):
        right, told, known = (counts[kind, what] for what in ("right", "found", "marked"))
        out[kind] = (right / max(1, told), right / max(1, known), 2 * right / max(1, told + known))
    return out


def misses(texts: Sequence[Text], found: Sequence[set[Name]]) -> tuple[Counter[str], Counter[str]]:
    """What was marked and not found so, and what was found and not marked so: words and kind, with their number."""
    missed: Counter[str] = Counter()
    strange: Counter[str] = Counter()
    for text, names in zip(texts, found, strict=True):
        marked = set(text.names)
        missed.update(f"{_words(text, n)} ({n[2]})" for n in sorted(marked - names))
        strange.update(f"{_words(text, n)} ({n[2]})" for n in sorted(names - marked))
    return missed, strange


def _words(text: Text, name: Name) -> str:
    return text.text[text.words[name[0]][0] : text.words[name[1] - 1][1]]


def load(folder: Path, name: str) -> list[Text]:
    """The documents of one of `SETS`."""
    if name.startswith("uner"):
        return texts_of(sets.names_of_uner(folder, name.split()[1]), _written((folder / "uner_ewt").glob("*.iob2")))
    if name == "wikigold held":
        return texts_of(sets.names_of_wikigold(folder, "held"), {})
    return texts_of(sets.gum(folder, news=True), _written((folder / "gum").glob("*_news_*.conllu")))


def _written(paths: Iterable[Path]) -> dict[str, str]:
    lines = (line for path in sorted(paths) for line in path.read_text("utf-8").splitlines())
    texts = (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    return {"".join(text.split()): text for text in texts}


SETS = ("uner held", "gum news", "wikigold held", "uner dev")
"""Rules are chosen on the first; the last two are looked at seldom."""


def main() -> int:
    """Prints the figures of each set asked for; 1 when the program's F1 on one is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", action="append", choices=SETS, help="instead of all")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also print the N commonest of each sort")
    parser.add_argument("--floor", type=float, default=0.0, metavar="F1", help="fail below this F1 (0 to 1)")
    args = parser.parse_args()
    below = []
    print(f"{'':16}{'':14}" + "".join(f"{kind:>22}" for kind in ("all", *KINDS, "found")))
    for name in args.set or SETS:
        texts = load(args.folder, name)
        found = [found_in(text) for text in texts]
        for title, at in (("program", 0), ("reader alone", 1)):
            figures = score((set(t.names), f[at]) for t, f in zip(texts, found, strict=True))
            if at == 0 and figures["all"][2] < args.floor:
                below.append(f"below: {name} is {figures['all'][2]:.3f}, the floor is {args.floor:g}")
            cells = (" ".join(f"{100 * x:6.1f}" for x in row) for row in figures.values())
            print(f"{name:16}{title:14}" + "".join(f"{cell:>22}" for cell in cells), flush=True)
        if args.misses:
            for title, rows in zip(("missed", "strange"), misses(texts, [f[0] for f in found]), strict=True):
                print(f"{title}:", "; ".join(f"{row} {n}" for row, n in rows.most_common(args.misses)))
    print("\n".join(below) if below else "no name figure is below its floor")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
