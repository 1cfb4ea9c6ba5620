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
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.fingerprints import Keys, grams, word_ranges
from rashomon.model import Document
from rashomon.text import level

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
_FORMULA_WORDS = ("anonymity", "comment", "breaking", "developing", "contributed to this")  # one is in each formula


class RunningText(NamedTuple):
    """The running words of a document: keys for comparison, where each begins and ends, and which are the writer's own.

    These five run in parallel. A negative key stands where text was left out, so that no passage runs across it;
    `total` is the number of words without such keys.
    """

    keys: list[int]
    starts: array[int]
    ends: array[int]
    own: bytes
    telling: bytes
    total: int

    def size(self) -> int:
        """The number of words."""
        return self.total


class Passage(NamedTuple):
    """A run of `size` words that begins at word `a` of one running text and at word `b` of the other."""

    a: int
    b: int
    size: int


def running_text(document: Document, keys: dict[str, int]) -> RunningText:
    """The running words of a document. `keys` numbers the folded words and grows: one for all documents compared."""
    text, kept = document.text, list(kept_ranges(document))
    first, last = word_ranges(text, kept)
    bounds = np.searchsorted(first, [*(start for start, _ in kept), len(text)]).tolist()
    numbers: list[int] = []
    starts, ends = array("q"), array("q")
    for (start, _), (low, high) in zip(kept, pairwise(bounds), strict=True):
        if numbers and numbers[-1] >= 0:
            numbers.append(-1 - len(numbers))
            starts.append(start)
            ends.append(start)
        if low < high:
            starts.extend(first[low:high].tolist())
            ends.extend(last[low:high].tolist())
            found = map(slice, first[low:high].tolist(), last[low:high].tolist())
            folded = level("\n".join([text[place] for place in found])).casefold().split("\n")
            numbers += [keys.setdefault(word, len(keys)) for word in folded]
    own = ~_inside(starts, _not_own(text)) & (np.array(numbers, dtype=np.int64) >= 0)
    telling = own & (np.array(ends) - np.array(starts) >= 4)
    for place in np.flatnonzero(telling).tolist():
        begin = text[starts[place]]
        if begin.isupper() or begin.isdigit():
            telling[place] = False
    return RunningText(numbers, starts, ends, own.tobytes(), telling.tobytes(), len(first))


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


def _not_own(text: str) -> list[tuple[int, int]]:
    """Ranges of words a pen need not have from another report, in order; none touches another."""
    ranges = [match.span() for match in _QUOTED.finditer(text)]
    levelled = level(text).lower()
    if len(levelled) == len(text) and any(word in levelled for word in _FORMULA_WORDS):
        ranges += [match.span() for match in _FORMULA.finditer(levelled)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _inside(places: array[int], ranges: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Whether each place lies in one of the ranges."""
    found = np.array(places, dtype=np.int64)
    starts, ends = np.array([(-1, -1), *ranges], dtype=np.int64).T
    inside: NDArray[np.bool_] = found < ends[np.searchsorted(starts, found, side="right") - 1]
    return inside


class Index(NamedTuple):
    """The fingerprints of a running text, in order, and the place of each."""

    fingerprints: Keys
    places: NDArray[np.int64]


def index(running: RunningText) -> Index:
    """Every fingerprint of a running text with the places where it stands, without lists and refrains."""
    found = grams(np.array(running.keys, dtype=np.int64).view(np.uint64), SHORTEST)
    places = np.argsort(found, kind="stable")
    found = found[places]
    repeats = np.searchsorted(found, found, side="right") - np.searchsorted(found, found, side="left")
    few = repeats <= MOST_REPEATS
    return Index(found[few], places[few])


def shared_passages(a: RunningText, b: RunningText, index_a: Index, index_b: Index) -> list[Passage]:
    """The passages two running texts share, by their place in `a`."""
    runs = (as_passage(a, b, *run) for run in shared_runs(a, b, index_a, index_b))
    return sorted(passage for passage in runs if passage is not None)


def shared_runs(a: RunningText, b: RunningText, index_a: Index, index_b: Index) -> list[Passage]:
    """The runs of words two running texts share, whosever words they are, by their place in `a`."""
    return sorted(Passage(*run) for run in tile(a.keys, b.keys, _runs(a.keys, b.keys, index_a, index_b)))


def equal_passages(a: RunningText, b: RunningText) -> list[Passage] | None:
    """All words of two running texts that are the same word for word, however short; null where they are not."""
    if a.size() != b.size():
        return None
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
    done = (0, -1)  # the diagonal and the place in a up to which it has been read
    for diagonal, i in _common(index_a, index_b):
        if diagonal == done[0] and i < done[1]:
            continue
        j = i - diagonal
        if a[i : i + SHORTEST] != b[j : j + SHORTEST]:
            continue  # two texts with one hash
        size = SHORTEST
        while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
            size += 1
        while i and j and a[i - 1] == b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        done = (diagonal, i + size)
        yield i, j, size


def _common(a: Index, b: Index) -> list[tuple[int, int]]:
    """Where both hold one fingerprint: the diagonal and the place in a, in order, the first of each unbroken row."""
    first = np.searchsorted(b.fingerprints, a.fingerprints, side="left")
    times = np.searchsorted(b.fingerprints, a.fingerprints, side="right") - first
    in_a = np.repeat(a.places, times)
    nth = np.arange(len(in_a)) - np.repeat(np.cumsum(times) - times, times)
    diagonals = in_a - b.places[np.repeat(first, times) + nth]
    order = np.lexsort((in_a, diagonals))
    in_a, diagonals = in_a[order], diagonals[order]
    heads = np.ones(len(order), dtype=np.bool_)
    heads[1:] = (np.diff(in_a) != 1) | (np.diff(diagonals) != 0)
    return list(zip(diagonals[heads].tolist(), in_a[heads].tolist(), strict=True))


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
