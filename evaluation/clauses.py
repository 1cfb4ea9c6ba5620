"""Scores how sentences are cut into statements, against sentences cut by hand.

usage: python evaluation/clauses.py [--misses]

Steps: read `gold/clauses.toml`, whose head says what a statement is, and find the places of its words; let the program
read each sentence as a report of its own; pair the statements of both, one to one; count. Figures:

  f1         clauses whose range is exactly that of the gold, edge punctuation aside: precision, recall, F1
  near       F1 where four fifths of the words in common are enough
  subject    share of the exact pairs where it has half of the words in common with that of the gold, articles aside,
  object     or is rightly absent; the predicate wants four fifths; a subject outside its clause may be absent or given
  polarity   share of the exact pairs with the right one; modality likewise
  place      share of the exact pairs with a place in the gold where the right one is given
  time       share of those with a time where a date or quantity of the statement lies in it
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.entities import resolve_entities
from rashomon.model import Annotations, Document, Part, Span, Statement
from rashomon.speakers import resolve_speakers
from rashomon.statements import make_statements
from rashomon.text import content_id

GOLD = Path(__file__).parent / "gold" / "clauses.toml"
EDGE = " \t\n“”‘’„«»\"',;:.–—!?"
WORD = re.compile(r"\w+")
ARTICLES = {"the", "a", "an"}
NEAR = 0.8
LEAST = {"subject": 0.5, "predicate": 0.8, "object": 0.5}
"""The share of words in common (F1) from which on a role is right."""

Range = tuple[int, int]
Reading = Range | None  # a role that is rightly absent is None


class Mistake(Exception):
    """The hand-written file says something that its sentence does not bear out."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement, as half-open ranges of its sentence.

    A role of the gold holds every right reading (none: it is not judged), one of the program its single answer.
    """

    range: Range
    roles: dict[str, tuple[Reading, ...]]
    place: Reading = None
    times: tuple[Range, ...] = ()
    polarity: str = "affirmed"
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence and its clauses."""

    text: str
    part: str
    report: str
    clauses: tuple[Clause, ...]


def read_gold(path: Path = GOLD) -> list[Cut]:
    """The sentences cut by hand. Raises `Mistake` where words are not in their sentence."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_cut(sentence) for sentence in raw["sentence"]]


def _cut(raw: dict[str, Any]) -> Cut:
    clauses = tuple(_clause(raw["text"], clause) for clause in raw["clauses"])
    return Cut(raw["text"], raw.get("part", "body"), raw["report"], clauses)


def _clause(text: str, raw: dict[str, Any]) -> Clause:
    if text.count(raw["span"]) != 1:
        raise Mistake(f"{raw['span']!r} stands {text.count(raw['span'])} times in {text!r}")
    start = text.index(raw["span"])
    within = (start, start + len(raw["span"]))
    verbless = raw["predicate"] == "" and "subject" not in raw
    roles = {}
    for role in LEAST:
        value = raw.get(role, "")
        words = value if isinstance(value, list) else [value]
        readings = [_find(text, w, within) if w else None for w in words]
        if role == "subject" and any(found and not _inside(found, within) for found in readings):
            readings.append(None)
        roles[role] = () if verbless and role != "predicate" else tuple(readings)
    return Clause(
        within,
        roles,
        _find(text, raw["place"], within) if "place" in raw else None,
        (_find(text, raw["time"], within),) if "time" in raw else (),
        raw.get("polarity", "affirmed"),
        raw.get("modality", "asserted"),
    )


def _find(text: str, words: str, within: Range) -> Range:
    """Where whole words stand first in the clause, or else in the sentence."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words[0].isalnum() else rf"{re.escape(words)}(?!\w)")
    found = pattern.search(text, *within) or pattern.search(text)
    if not found:
        raise Mistake(f"{words!r} does not stand in {text!r}")
    return found.span()


def cut_by_program(text: str, part: str = "body") -> list[Clause]:
    """The statements the program makes of a sentence that is a whole report, or its headline or deck."""
    own = Span(content_id("document", text), 0, len(text))
    document = Document(
        id=own.document,
        path="sentence.txt",
        sha256="",
        media_type="text/plain",
        text=text,
        siglum="A",
        headline=own if part == "headline" else None,
        language="en",
        parts=(Part("deck", own),) if part == "deck" else (),
    )
    notes = annotate(document)
    entities, _ = resolve_entities([document], [notes])
    quotes = resolve_speakers([document], [notes], entities)
    return [_given(statement, notes) for statement in make_statements(document, notes, entities, quotes)]


def _given(statement: Statement, notes: Annotations) -> Clause:
    ids = {*statement.dates, *statement.quantities}
    times = [_range(date.span) for date in notes.dates if date.id in ids]
    times += [_range(quantity.span) for quantity in notes.quantities if quantity.id in ids]
    roles: dict[str, tuple[Reading, ...]] = {
        role: (_range(span) if (span := getattr(statement, role)) else None,) for role in LEAST
    }
    place = _range(statement.place) if statement.place else None
    return Clause(_range(statement.span), roles, place, tuple(times), statement.polarity, statement.modality)


def _range(span: Span) -> Range:
    return span.start, span.end


def _inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def trimmed(text: str, span: Range) -> Range:
    """The range without blanks, quotation marks and punctuation at its ends."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return start, end


def common(text: str, a: Range, b: Range) -> float:
    """F1 of the words of two ranges of one text, articles at their beginnings aside."""
    left, right = _words(text, a), _words(text, b)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _words(text: str, span: Range) -> set[int]:
    words = list(WORD.finditer(text, *span))
    if len(words) > 1 and words[0].group().lower() in ARTICLES:
        words = words[1:]
    return {word.start() for word in words}


def pair(text: str, wanted: Sequence[Clause], given: Sequence[Clause], least: float) -> list[tuple[int, int]]:
    """Pairs of indices, the best first, each clause once; `least` 1: the trimmed ranges are the same."""
    scored = []
    for i, a in enumerate(wanted):
        for j, b in enumerate(given):
            same = trimmed(text, a.range) == trimmed(text, b.range)
            likeness = 1.0 if same else min(common(text, a.range, b.range), 0.999)
            if likeness >= least:
                scored.append((-likeness, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != k and j != m for k, m in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def judge(text: str, wanted: Clause, given: Clause) -> Iterator[tuple[str, bool]]:
    """What of a clause with the right range is right: name of the figure and verdict, only what the gold asks for."""
    for role, least in LEAST.items():
        got = given.roles[role][0]
        if right := wanted.roles[role]:
            yield role, any(_agree(text, one, got, least) for one in right)
    yield "polarity", wanted.polarity == given.polarity
    yield "modality", wanted.modality == given.modality
    if wanted.place:
        yield "place", _agree(text, wanted.place, given.place, 0.5)
    if wanted.times:
        yield "time", any(a < wanted.times[0][1] and wanted.times[0][0] < b for a, b in given.times)


def _agree(text: str, wanted: Reading, given: Reading, least: float) -> bool:
    if wanted is None or given is None:
        return wanted is given
    return common(text, wanted, given) >= least


def score(gold: Sequence[Cut]) -> tuple[dict[str, float | int], list[str]]:
    """The figures of the program on these sentences, and a line for each thing missed or wrong."""
    return tally([(cut, cut_by_program(cut.text, cut.part)) for cut in gold])


def tally(cuts: Sequence[tuple[Cut, Sequence[Clause]]]) -> tuple[dict[str, float | int], list[str]]:
    """The figures of given clauses against the gold, pooled over the sentences, and what was missed or wrong."""
    misses: list[str] = []
    exact = near = 0
    verdicts: dict[str, list[bool]] = {name: [] for name in (*LEAST, "polarity", "modality", "place", "time")}
    for cut, given in cuts:
        text, wanted = cut.text, cut.clauses
        near += len(pair(text, wanted, given, NEAR))
        pairs = pair(text, wanted, given, 1.0)
        exact += len(pairs)
        missing = [c for i, c in enumerate(wanted) if i not in {i for i, _ in pairs}]
        spurious = [c for j, c in enumerate(given) if j not in {j for _, j in pairs}]
        lines = [f"  missed    {text[slice(*c.range)]}" for c in missing]
        lines += [f"  spurious  {text[slice(*c.range)]}" for c in spurious]
        for i, j in pairs:
            for name, verdict in judge(text, wanted[i], given[j]):
                verdicts[name].append(verdict)
                if not verdict:
                    lines.append(f"  {name:9} {text[slice(*wanted[i].range)]}: {_shown(text, given[j], name)}")
        misses += [text, *lines] if lines else []
    wants, gives = (sum(len(c) for c in clauses) for clauses in zip(*((c.clauses, g) for c, g in cuts), strict=True))
    figures: dict[str, float | int] = {
        "precision": round(exact / gives, 3) if gives else 0.0,
        "recall": round(exact / wants, 3) if wants else 0.0,
        "f1": round(2 * exact / (gives + wants), 3) if wants else 0.0,
        "near": round(2 * near / (gives + wants), 3) if wants else 0.0,
    }
    figures |= {name: round(sum(list_) / len(list_), 3) if list_ else 0.0 for name, list_ in verdicts.items()}
    return figures | {"gold": wants, "given": gives}, misses


def _shown(text: str, given: Clause, name: str) -> str:
    if name in LEAST:
        got = given.roles[name][0]
        return f"given {text[slice(*got)]!r}" if got else "none given"
    if name == "place":
        return f"given {text[slice(*given.place)]!r}" if given.place else "none given"
    return f"given {[text[slice(*t)] for t in given.times]}" if name == "time" else f"given {getattr(given, name)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures, with `--misses` also what was missed or wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong, by sentence")
    args = parser.parse_args(arguments)
    figures, misses = score(read_gold())
    if args.misses:
        print("\n".join(misses) + "\n")
    for name, value in figures.items():
        print(f"{name:10} {value:.3f}" if isinstance(value, float) else f"{name:10} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
