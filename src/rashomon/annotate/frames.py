"""Sentences with their quotations masked: the reporter's own words as tokens, each quotation as one token.

A quotation may hold several sentences and still be one object of "he said"; a sentence that only looks ended, because
the words in marks end with a full stop, goes on when a tag ("Smith said.") follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rashomon.annotate.quote_marks import Stretch
from rashomon.annotate.reporting import Words
from rashomon.lexicon.speech import SAYING, TAGGING
from rashomon.model import Sentence, StatementPart

_LONGEST = 400
_TAG_REACH, _TAG_WORDS = 160, 14
_SENTENCE_ENDS = re.compile(r"[a-z]{4}[.!?]\s+\Z")
_TAG_VERB = frozenset(SAYING) | frozenset(TAGGING)
_CLOSING = "\"'“”’»)]"


class Token(NamedTuple):
    """A word, a mark or a whole quotation (`kind`) with its range; `low` is the folded word, '' for a quotation; `word`
    is its number among the words of the document, that of the first word inside for a quotation."""

    low: str
    start: int
    end: int
    kind: Literal["word", "mark", "quote"]
    capital: bool
    word: int
    stretch: int = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the reporter. `line` numbers the paragraph; `first` is true for its first frame."""

    start: int
    end: int
    line: int
    first: bool
    part: StatementPart
    tokens: tuple[Token, ...]

    @property
    def titled(self) -> bool:
        """Whether most words are capitalised, as in a headline, so that capitals tell nothing."""
        long = [t for t in self.tokens if t.kind == "word" and len(t.low) > 3]
        return self.part == "headline" or (len(long) > 2 and sum(t.capital for t in long) > 0.7 * len(long))


def tokens_of(words: Words, start: int, end: int, stretches: Sequence[tuple[int, Stretch]]) -> tuple[Token, ...]:
    """The tokens of a range; the stretches given (with their index) are one token each."""
    tokens: list[Token] = []
    at = start
    for index, stretch in [*stretches, (-1, None)]:
        stop = end if stretch is None else max(at, stretch.start)
        for i in words.between(at, stop):
            word = words.tokens[i]
            kind: Literal["word", "mark"] = "word" if any(map(str.isalnum, word.text)) else "mark"
            tokens.append(Token(words.low[i], word.start, word.end, kind, word.text[0].isupper(), i))
        if stretch is not None:
            first = words.between(stretch.start, stretch.end).start
            tokens.append(Token("", stretch.start, min(stretch.end, end), "quote", False, first, index))
            at = min(stretch.end, end)
    return tuple(tokens)


def make_frames(
    text: str,
    words: Words,
    sentences: Sequence[Sentence],
    lines: Sequence[tuple[int, int]],
    stretches: Sequence[Stretch],
) -> tuple[Frame, ...]:
    """The frames of all lines, in order; only stretches that stand in no other are masked.

    What has no end for hundreds of words is no sentence and is cut, so that time stays linear in the text.
    """
    outer = [(i, s) for i, s in enumerate(stretches) if s.parent is None]
    frames: list[Frame] = []
    for number, (start, end) in enumerate(lines):
        first, last = (bisect_left(outer, at, key=lambda item: item[1].start) for at in (start, end))
        inside = outer[first:last]
        first, last = (bisect_left(sentences, at, key=lambda sentence: sentence.span.start) for at in (start, end))
        part: StatementPart = sentences[first].part if first < last else "body"
        bounds = _bounds(text, words, (start, end), sentences[first:last], [s for _, s in inside])
        for a, b in zip([start, *bounds], [*bounds, end], strict=True):
            held = [(i, s) for i, s in inside if a <= s.start < b]
            tokens = tokens_of(words, a, b, held)
            for k in range(0, len(tokens), _LONGEST):
                few = tokens[k : k + _LONGEST]
                frames.append(Frame(few[0].start, few[-1].end, number, a == start and k == 0, part, few))
    return tuple(frames)


def _bounds(
    text: str, words: Words, line: tuple[int, int], sentences: Sequence[Sentence], inside: Sequence[Stretch]
) -> list[int]:
    start, end = line
    bounds = {s.span.start for s in sentences if start < s.span.start < end}
    for stretch in inside:
        bounds -= {b for b in bounds if stretch.start < b < stretch.end}
        if _SENTENCE_ENDS.search(text, max(start, stretch.start - 12), stretch.start):
            bounds.add(stretch.start)
        after = stretch.end
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            continue
        near = {b for b in bounds if stretch.end <= b <= after + 1}
        if _goes_on(text, words, stretch, after, end):
            bounds -= near
        elif not near:
            bounds.add(after)
    return sorted(bounds)


def _goes_on(text: str, words: Words, stretch: Stretch, after: int, end: int) -> bool:
    """Whether the sentence of the stretch goes on behind it; `after` is the next character that is no blank."""
    if text[after] in ".!?":
        return True
    last = text[stretch.inner[1] - 1]
    if text[stretch.inner[0] : stretch.inner[1]].rstrip(_CLOSING)[-1:] in tuple(".!?…"):
        last = text[stretch.inner[0] : stretch.inner[1]].rstrip(_CLOSING)[-1]
    if last not in ".!?…" or text[after].islower() or text[after] in ",;:)—–―-":
        return True
    if text[after] in "\"“‘'«„":
        return False
    return _is_tag(words, after, end, last in "!?…")


def _is_tag(words: Words, after: int, end: int, loose: bool) -> bool:
    """ "Smith said." and "said Smith, 42": a speaker and a verb of speech with nothing that it governs behind it."""
    tokens = tokens_of(words, after, min(end, after + _TAG_REACH), ())
    for i, token in enumerate(tokens[:_TAG_WORDS]):
        owned = i > 0 and tokens[i - 1].low in {"'s", "'"}
        if token.kind == "word" and token.low in _TAG_VERB and not token.capital and not owned:
            behind = tokens[i + 1 : i + 2]
            if not behind or behind[0].low in {".", ","}:
                return i > 0
            return i > 0 and loose and token.low in SAYING and not _reports_more(words, token.word)
        if token.low in {".", "and", "but", "that"}:
            return False
    return False


def _reports_more(words: Words, verb: int) -> bool:
    """Whether a clause hangs on the verb behind it, so that it is no tag of the words before."""
    return any(c > verb and words.tokens[c].label in {"ccomp", "xcomp"} for c in words.hanging[verb])
