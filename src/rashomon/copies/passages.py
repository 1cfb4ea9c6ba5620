"""Words that stand in the same order in two documents: the passages one may have from the other.

Steps: the running words of each document (the report without boilerplate, byline and date line), folded; which of them
a pen need not have taken from the other report (words inside quotation marks: two reporters heard the same speaker; and
the formulas of the trade); every run of at least eight words that both hold, longest first, no word used twice. A run
is a passage when eight of its words are the writer's own and four of these tell something: titles and names of offices
are long and everybody's.

Runs are found by 8-word fingerprints kept in an index and extended on the text (greedy string tiling: M. Wise, "YAP3",
1996; fingerprints as in U. Manber, "Finding similar files in a large file system", 1994). Who took from whom is not
decided here.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rashomon.model import Document
from rashomon.text import fold, level, words

SHORTEST = 8  # words of a fingerprint, and own words of a passage
TELLING = 4  # own words of a passage that are neither names, numbers nor small words
MOST_REPEATS = 16  # a fingerprint that stands more often in one document is a list or a refrain and starts no passage

_NOT_RUNNING = {"byline", "dateline"}
_QUOTED = re.compile(
    r'"[^"\n]*(?:"|$|(?=\n))'
    r"|“[^“”\n]*(?:”|$|(?=\n))|„[^„“”\n]*[“”]|«[^«»\n]*»|「[^「」\n]*」"
    r"|(?<!\w)['‘](?=\S)[^\n“”\"]{0,800}?\S['’](?!\w)"
)
# What agencies and papers write in the same words without copying: refusals, anonymity, notices.
_FORMULA = re.compile(
    r"(?:spoke|speaking)? ?on (?:the )?condition of anonymity"
    r"(?:[^.;\n]{0,60}(?:authori[sz]ed|permitted|allowed)[^.;\n]{0,50})?"
    r"|(?:did|could|has|had|have) not (?:immediately )?(?:be reached|respond|reply|return|responded|replied|returned)"
    r"[^.;\n]{0,40}comments?"
    r"|declined to comment[^.;\n]{0,40}"
    r"|this (?:is a )?(?:breaking|developing)[^.\n]{0,20} (?:news|story)[^\n]{0,80}"
    r"|(?:the associated press|reuters|agence france-presse) contributed to this (?:report|story)"
)


class RunningText(NamedTuple):
    """The running words of a document: keys for comparison, their ranges, and which are the writer's own.

    All four lists run in parallel. A negative key stands where text was left out, so that no passage runs across it.
    """

    keys: list[int]
    ranges: list[tuple[int, int]]
    own: list[bool]
    telling: list[bool]

    def size(self) -> int:
        """The number of words."""
        return sum(key >= 0 for key in self.keys)


class Passage(NamedTuple):
    """A run of `size` words that begins at word `a` of one running text and at word `b` of the other."""

    a: int
    b: int
    size: int


def running_text(document: Document, keys: dict[str, int]) -> RunningText:
    """The running words of a document. `keys` numbers the folded words and grows: one for all documents compared."""
    text = document.text
    levelled = level(text).lower()
    free = [match.span() for match in _QUOTED.finditer(text)]
    if len(levelled) == len(text):
        free += [match.span() for match in _FORMULA.finditer(levelled)]
    inside = _Ranges(free)
    running = RunningText([], [], [], [])
    for start, end in kept_ranges(document):
        if running.keys and running.keys[-1] >= 0:
            _put(running, -1 - len(running.keys), (start, start), False, False)
        for word in words(text, start, end):
            own = not inside.hold(word.start)
            telling = own and len(word.text) >= 4 and not word.text[0].isupper() and not word.text[0].isdigit()
            _put(running, keys.setdefault(fold(word.text), len(keys)), (word.start, word.end), own, telling)
    return running


def _put(running: RunningText, key: int, place: tuple[int, int], own: bool, telling: bool) -> None:
    running.keys.append(key)
    running.ranges.append(place)
    running.own.append(own)
    running.telling.append(telling)


def kept_ranges(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of a document's text that are running text: without boilerplate, byline and date line."""
    left_out = sorted([*document.boilerplate, *(part.span for part in document.parts if part.kind in _NOT_RUNNING)])
    length, start = len(document.text), 0
    for span in left_out:
        if start < span.start:
            yield start, span.start
        start = max(start, span.end)
    if start < length:
        yield start, length


class _Ranges:
    """Half-open ranges, asked whether one holds a place."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self.ends: list[int] = []
        self.starts: list[int] = []
        for start, end in sorted(ranges):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def hold(self, place: int) -> bool:
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.ends[index]


Index = dict[tuple[int, ...], list[int]]


def index(running: RunningText) -> Index:
    """Every fingerprint of a running text with the places where it stands, without lists and refrains."""
    places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    keys = running.keys
    for start in range(len(keys) - SHORTEST + 1):
        places[tuple(keys[start : start + SHORTEST])].append(start)
    return {print_: starts for print_, starts in places.items() if len(starts) <= MOST_REPEATS}


def shared_passages(a: RunningText, b: RunningText, index_a: Index, index_b: Index) -> list[Passage]:
    """The passages two running texts share, by their place in `a`."""
    tiles = tile(a.keys, b.keys, _runs(a.keys, b.keys, index_a, index_b))
    return sorted(passage for run in tiles if (passage := as_passage(a, b, *run)) is not None)


def equal_passages(a: RunningText, b: RunningText) -> list[Passage] | None:
    """All words of two running texts that are the same word for word, however short; null where they are not."""
    places_a, places_b = ([place for place, key in enumerate(running.keys) if key >= 0] for running in (a, b))
    if not places_a or [a.keys[place] for place in places_a] != [b.keys[place] for place in places_b]:
        return None
    found: list[Passage] = []
    for i, j in zip(places_a, places_b, strict=True):
        if found and found[-1].a + found[-1].size == i and found[-1].b + found[-1].size == j:
            found[-1] = found[-1]._replace(size=found[-1].size + 1)
        else:
            found.append(Passage(i, j, 1))
    return found


def as_passage(a: RunningText, b: RunningText, i: int, j: int, size: int) -> Passage | None:
    """The run without what both need not have from each other at its ends; null if too little is left."""
    own = [a.own[i + k] and b.own[j + k] for k in range(size)]
    telling = sum(own[k] and a.telling[i + k] and b.telling[j + k] for k in range(size))
    if sum(own) < SHORTEST or telling < TELLING:
        return None
    first, last = own.index(True), size - 1 - own[::-1].index(True)
    return Passage(i + first, j + first, last - first + 1)


def _runs(a: list[int], b: list[int], index_a: Index, index_b: Index) -> Iterator[tuple[int, int, int]]:
    """The maximal runs of equal keys that hold a fingerprint both indexes know: start in a, start in b, size."""
    pairs = sorted(
        {(i - j, i) for print_ in index_a.keys() & index_b.keys() for i in index_a[print_] for j in index_b[print_]}
    )
    done = (0, -1)  # the diagonal and the place in a up to which it has been read
    for diagonal, i in pairs:
        if diagonal == done[0] and i < done[1]:
            continue
        j = i - diagonal
        size = SHORTEST
        while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
            size += 1
        while i and j and a[i - 1] == b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        done = (diagonal, i + size)
        yield i, j, size


def tile(a: Sequence[int], b: Sequence[int], runs: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The longest run, then the longest of what is left, and so on; of equal ones the first in a, then in b.

    A run is start in a, start in b, size. No place is used twice, and none shorter than a fingerprint comes out.
    """
    waiting = [(-size, i, j) for i, j, size in runs]
    heapq.heapify(waiting)
    used_a, used_b = bytearray(len(a)), bytearray(len(b))
    while waiting:
        negative, i, j = heapq.heappop(waiting)
        size = -negative
        free = [not (used_a[i + k] or used_b[j + k]) for k in range(size)]
        if all(free):
            used_a[i : i + size] = used_b[j : j + size] = b"\x01" * size
            yield i, j, size
            continue
        start = 0
        for k in range(size + 1):
            if k == size or not free[k]:
                if k - start >= SHORTEST:
                    heapq.heappush(waiting, (start - k, i + start, j + start))
                start = k + 1
