"""What an outlet altered in a report: two versions laid side by side, word by word, each difference an exact slice.

Order: the headlines; then all else in reading order, first line by line, then the words of lines that differ
(`difflib`, no junk). Words, numbers and the signs that change what is said (currencies, percent, a minus) are compared,
case and typography levelled. Common words that are left standing between longer changes by chance are part of the
change. Out of scope: boilerplate, bylines and date lines, which change without anything being said; where words moved
to (they are removed and added).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from rashomon.model import Document, Span, StatementPart
from rashomon.text import fold, trimmed_span

AlterationKind = Literal["added", "removed", "replaced"]

_TOKEN = re.compile(
    r"(?:[$€£¥₹] ?)?(?:(?<![\w-])[-−])?\d+(?:[.,]\d+)*(?: ?[%‰])?"
    r"|[぀-ヿ㐀-鿿ก-๛]|[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|[$€£¥₹%‰°]"
)
_LARGEST = 200_000  # pairs of the same words; more are not laid side by side one by one
_CHANCE = 3  # words
_CLOSED = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_UNSAID = ("byline", "dateline")


@dataclass(frozen=True, slots=True)
class Alteration:
    """One difference between two versions: the words of the older, those of the newer, null on the side without."""

    kind: AlterationKind
    part: StatementPart
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it stood at an address. `seen` is the ISO moment, UTC, when it was first found so; null where nobody
    was watching."""

    document: Document
    seen: str | None


@dataclass(frozen=True, slots=True)
class History:
    """All versions of a report, oldest first; the last is the one that stands in the apparatus."""

    address: str
    versions: tuple[Version, ...]


class _Word(NamedTuple):
    key: str
    start: int
    end: int


class _Line(NamedTuple):
    part: StatementPart
    words: tuple[_Word, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words)


_Change = tuple[list[tuple[_Line, tuple[_Word, ...]]], list[tuple[_Line, tuple[_Word, ...]]]]


def find_alterations(old: Document, new: Document) -> tuple[Alteration, ...]:
    """What was altered from `old` to `new`: the headline first, then in the order of the newer text."""
    lines, others = list(_lines(old)), list(_lines(new))
    found: list[Alteration] = []
    for heads in (True, False):
        before = [line for line in lines if (line.part == "headline") is heads]
        after = [line for line in others if (line.part == "headline") is heads]
        for left, right in _changes(before, after):
            found.extend(_alterations(old, new, left, right))
    return tuple(found)


def share_kept(old: Document, alterations: Sequence[Alteration]) -> float:
    """The share of the words of the older version that still stand, 0 to 1."""
    total = sum(len(line.words) for line in _lines(old))
    gone = sum(len(list(_TOKEN.finditer(old.text, span.start, span.end))) for a in alterations if (span := a.before))
    return 1 - gone / total if total else 1.0


def _lines(document: Document) -> Iterator[_Line]:
    """The lines that say something, each with its words; a line across a border of parts is two."""
    labels: list[tuple[Span, StatementPart | None]] = [(span, None) for span in document.boilerplate]
    labels += [(part.span, None) for part in document.parts if part.kind in _UNSAID]
    labels += [(document.headline, "headline")] if document.headline else []
    labels += [(part.span, "deck") for part in document.parts if part.kind == "deck"]
    labels += [(part.span, "caption") for part in document.parts if part.kind == "caption"]
    borders = {0, len(document.text), *(place for span, _ in labels for place in (span.start, span.end))}
    borders |= {match.end() for match in re.finditer("\n", document.text)}
    begins = sorted(labels, key=lambda label: label[0].start)
    over: list[tuple[Span, StatementPart | None]] = []
    at = 0
    for start, end in pairwise(sorted(borders)):
        while at < len(begins) and begins[at][0].start <= start:
            over.append(begins[at])
            at += 1
        over = [label for label in over if label[0].end > start]
        words = tuple(_Word(_key(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(document.text, start, end))
        parts = [part for _, part in over]
        if words and None not in parts:
            yield _Line("headline" if "headline" in parts else parts[0] if parts and parts[0] else "body", words)


def _key(text: str) -> str:
    return fold(text).replace("−", "-").replace(" ", "")


def _changes(before: Sequence[_Line], after: Sequence[_Line]) -> Iterator[_Change]:
    """The runs of words that differ, each with the lines they stand in."""
    for i, j, k, m in _steps([line.key for line in before], [line.key for line in after]):
        left = [(line, word) for line in before[i:j] for word in line.words]
        right = [(line, word) for line in after[k:m] for word in line.words]
        for a, b, c, d in _joined(_steps([word.key for _, word in left], [word.key for _, word in right])):
            yield _by_line(left[a:b]), _by_line(right[c:d])


def _steps(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """The ranges that differ; all of it where more is the same than can be laid side by side in a second or two."""
    often = Counter(right)
    if sum(often[key] for key in left) > _LARGEST:
        return [(0, len(left), 0, len(right))]
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [(a, b, c, d) for tag, a, b, c, d in steps if tag != "equal"]


def _joined(steps: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Changes with no more than a few words between them, fewer than they change on either side, are one."""
    joined: list[tuple[int, int, int, int]] = []
    for step in steps:
        joined.append(step)
        while len(joined) > 1:
            (a, b, c, d), (e, f, g, h) = joined[-2:]
            between = e - b
            if between > _CHANCE or 2 * between > min(max(b - a, d - c), max(f - e, h - g)):
                break
            joined[-2:] = [(a, f, c, h)]
    return joined


def _by_line(placed: Sequence[tuple[_Line, _Word]]) -> list[tuple[_Line, tuple[_Word, ...]]]:
    runs: list[tuple[_Line, list[_Word]]] = []
    for line, word in placed:
        if not runs or runs[-1][0] is not line:
            runs.append((line, []))
        runs[-1][1].append(word)
    return [(line, tuple(run)) for line, run in runs]


def _alterations(
    old: Document,
    new: Document,
    left: Sequence[tuple[_Line, tuple[_Word, ...]]],
    right: Sequence[tuple[_Line, tuple[_Word, ...]]],
) -> Iterator[Alteration]:
    """What changed inside one line on either side is one alteration; a line that came or went whole is one too."""
    parts = [[run for run in side if len(run[1]) < len(run[0].words)] for side in (left, right)]
    if len(left) == 1 == len(right):
        parts = [list(left), list(right)]
    paired = len(parts[0]) == 1 == len(parts[1])
    for line, was in left:
        if not (paired and (line, was) == parts[0][0]):
            yield Alteration("removed", line.part, _span(old, line, was, alone=True), None)
    for line, stands in right:
        if paired and (line, stands) == parts[1][0]:
            before, after = _span(old, *parts[0][0], alone=False), _span(new, line, stands, alone=False)
            yield Alteration("replaced", line.part, before, after)
        else:
            yield Alteration("added", line.part, None, _span(new, line, stands, alone=True))


def _span(document: Document, line: _Line, run: Sequence[_Word], *, alone: bool) -> Span:
    """The words of a run; with the mark that closes it where a whole sentence came or went."""
    start, end = run[0].start, run[-1].end
    if alone and (closing := _CLOSED.match(document.text, end)):
        opening = document.text[max(line.words[0].start, start - 3) : start]
        if start == line.words[0].start or re.search(r"[.!?…][\"'”’»)\]]*\s+\W*$", opening):
            end = closing.end()
    return trimmed_span(document, start, end)
