"""The reader's names in one sentence: mended to whole words, freed of titles, and weighed against those by capitals.

Steps: each name is widened to whole words and joined with the next where nothing parts them; articles, titles and
peoples are taken off (`name_parts`); where the result and the candidates by capitals (`name_candidates`) overlap and
are not the same, the more likely reading of that stretch is taken (`likelihood`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from rashomon.annotate.name_candidates import Candidate, is_definite, is_family, is_no_name
from rashomon.annotate.name_chunks import Chunk, calendar, in_address, is_given, opening, people, title_length
from rashomon.annotate.name_kinds import TABLE, points
from rashomon.annotate.name_parts import is_title, members
from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.tables import is_common, is_listed, places
from rashomon.lexicon.verbs import lemma
from rashomon.model import EntityKind, Tree

Chances = tuple[float, ...]
LEAST = 0.02
"""Added to every chance: the reader is never surer than that."""
NAME = 1.0
"""What one more name costs, as a logarithm: a name is not cut for little."""
BY_CAPITALS = 0.8
"""What the reading by capitals has in its favour, as a logarithm."""
LISTED = 4.0
"""What a name of the tables has in its favour, as a logarithm."""
HEADED = 4
"""A name with more points keeps what stands behind its "of"."""
SMALL = 0.02
"""A name without a capital is one only below this chance of being outside all names."""
SURE = 0.1
"""A word of the dictionary is a name only below this chance of being outside all names."""
POINT = 0.3
"""What a point of `name_kinds` is worth, as a logarithm."""

_SIDES = frozenset("side end coast bank shore rim".split())
_QUARTERS = frozenset("north south east west upper lower northern southern eastern western left right".split())


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence's tokens with the reader's chances for each; `plain`: a capital says something there."""

    text: str
    tokens: tuple[Token, ...]
    chances: tuple[Chances, ...]
    plain: bool = True

    def row(self, start: int, end: int) -> range:
        """Numbers of the tokens that `text[start:end]` touches."""
        first = bisect_right(self.tokens, start, key=lambda t: t.end)
        return range(first, max(first, bisect_left(self.tokens, end, key=lambda t: t.start)))

    def mean(self, row: range) -> Chances:
        """The mean chances of these tokens."""
        return _mean([self.chances[i] for i in row])


def _mean(rows: Sequence[Chances]) -> Chances:
    return rows[0] if len(rows) == 1 else tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def read(text: str, tokens: tuple[Token, ...], tree: Tree, plain: bool = True) -> Read:
    """The tokens with the mean chances of the tree's words they are made of; a token no word touches is outside."""
    ends = [word.end for word in tree.tokens]
    found = []
    for token in tokens:
        at = bisect_right(ends, token.start)
        rows = []
        while at < len(tree.tokens) and tree.tokens[at].start < token.end:
            word = tree.tokens[at]
            if word.chances and (word.text.isalnum() or any(c.isalnum() for c in word.text)):
                rows.append(word.chances)
            at += 1
        found.append(_mean(rows) if rows else (1.0, 0, 0, 0, 0))
    return Read(text, tokens, tuple(found), plain)


def parted(tokens: tuple[Token, ...], tree: Tree) -> tuple[Token, ...]:
    """The tokens, those cut in which a hyphen stands between two names ("Velk-Moor talks"), not within one."""
    starts = {tree.tokens[n.first].start: tree.tokens[n.end - 1].end for n in tree.names}
    found: list[Token] = []
    for token in tokens:
        cut = token.text.find("-")
        if cut < 2:
            found.append(token)
            continue
        left, right = token.text[:cut], token.text[cut + 1 :]
        at = token.start + cut
        ends = token.start in starts and starts[token.start] == at
        if ends and at + 1 in starts and right[:1].isupper() and not is_given(replace(token, text=left)):
            found.append(Token(left, token.start, token.start + cut, token.opens, False))
            found.append(Token(right, token.start + cut + 1, token.end, False, token.possessive))
        else:
            found.append(token)
    return tuple(found)


def mended(
    sentence: Read, tree: Tree, bearers: frozenset[str], by_capitals: Sequence[Candidate] = ()
) -> list[Candidate]:
    """The reader's names as candidates, in order; words known as titles `by_capitals` are none of them."""
    found = []
    rows = _rows(sentence, tree, _titles(sentence, by_capitals))
    for row, kind in (piece for whole in rows for piece in _cut(sentence, *whole)):
        first: int = row.start
        titles: tuple[tuple[int, int], ...] = ()
        if kind == "person":
            first, titles = _untitled(sentence, row)
        tokens = sentence.tokens[first : row.stop]
        chunk = Chunk(tokens, titles, is_definite(sentence.text, sentence.tokens, first))
        before, after = sentence.tokens[:first], sentence.tokens[row.stop :]
        chances = sentence.mean(range(first, row.stop))
        small = chances[0] > SMALL and _is_small(chunk)
        if small or (chances[0] > SURE and _is_ordinary(chunk)) or is_no_name(chunk, before, after, bearers, True):
            continue
        if not is_family(sentence.text, chunk, after, bearers):
            found.append(Candidate(chunk, before, after, False, chances, rule="reader"))
    return found


def _untitled(sentence: Read, row: range) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The first word of a person's name behind titles and peoples, and the titles in it and right before it."""
    tokens = sentence.tokens
    first = _with_titles(sentence, row)
    start = row.start
    while start + 1 < row.stop:
        rest = tokens[start : row.stop]
        length = title_length(rest, 0)
        if 0 < length < len(rest) and rest[length].capital and is_title(rest, 0, length):
            start += length
        elif people(rest[0].text) and not is_given(rest[0]) and rest[1].capital:
            start += 1
            first = start if first == start - 1 else first
        else:
            break
    return start, ((tokens[first].start, tokens[start - 1].end),) if first < start else ()


def _is_ordinary(chunk: Chunk) -> bool:
    """Whether a name is one word of the dictionary."""
    token = chunk.tokens[0]
    if len(chunk.tokens) > 1 or is_listed(token.text):
        return False
    return opening(token) or is_common(token.folded) or lemma(token.folded) is not None


def _is_small(chunk: Chunk) -> bool:
    """Whether a name has no capital; places are written so by some ("norway")."""
    return not any(t.capital for t in chunk.tokens) and not is_listed(" ".join(t.text for t in chunk.tokens).title())


def _titles(sentence: Read, by_capitals: Sequence[Candidate]) -> frozenset[int]:
    """The words of titles that are no name by themselves."""
    titles = {i for c in by_capitals for a, b in c.chunk.titles for i in sentence.row(a, b)}
    names = {i for c in by_capitals for i in sentence.row(c.chunk.start, c.chunk.end)}
    return frozenset(i for i in titles - names if sentence.tokens[i].folded not in ("st.", "st", "saint"))


def _rows(sentence: Read, tree: Tree, titles: frozenset[int]) -> list[tuple[range, EntityKind]]:
    """The reader's names as numbers of tokens, with kinds: whole, without an article, two of a kind in a row as one."""
    made: list[tuple[range, EntityKind]] = []
    for kind, row in _pieces(sentence, tree):
        while row and (row.start in titles or _stands_before(sentence, row.start)):
            row = range(row.start + 1, row.stop)
        while kind == "person" and len(row) > 1 and _trails_off(sentence, row):
            row = row[:-1]
        if not row or in_address(sentence.text, sentence.tokens[row.stop - 1]) or _opens_title(sentence, row):
            continue
        last = made[-1] if made else None
        if last and row.start <= last[0].stop and (last[1] == kind or row.start < last[0].stop):
            gap = sentence.text[sentence.tokens[last[0].stop - 1].end : sentence.tokens[row.start].start]
            if row.start < last[0].stop or (
                sentence.plain and gap == " " and not sentence.tokens[last[0].stop - 1].possessive
            ):
                made[-1] = (range(last[0].start, max(row.stop, last[0].stop)), last[1])
                continue
        made.append((row, kind))
    return made


def _trails_off(sentence: Read, row: range) -> bool:
    """Whether a person's name ends in a word without a capital ("a Lena Dorn" scarf)."""
    return sentence.tokens[row.start].capital and not sentence.tokens[row.stop - 1].capital


def _pieces(sentence: Read, tree: Tree) -> Iterator[tuple[EntityKind, range]]:
    """The reader's names as numbers of tokens, cut where an editor's bracket ("[Ada] Moor") or words that
    are no tokens (a link card's) stand in them.
    """
    for name in tree.names:
        row = sentence.row(tree.tokens[name.first].start, tree.tokens[name.end - 1].end)
        for i in row[1:]:
            gap = sentence.text[sentence.tokens[i - 1].end : sentence.tokens[i].start]
            if any(c in "[]" or c.isalnum() for c in gap):
                yield name.kind, range(row.start, i)
                row = range(i, row.stop)
        yield name.kind, row


def _cut(sentence: Read, row: range, kind: EntityKind) -> Iterator[tuple[range, EntityKind]]:
    """A name cut before the words of a title that leads on ("White House" Press Secretary), and between a place and
    its member of a party ("Arland" Democrat).
    """
    tokens = sentence.tokens
    for at in row[1:]:
        reach = at + title_length(tokens[at : row.stop + 2], 0)
        if reach > row.stop and tokens[row.stop].capital:
            yield range(row.start, at), kind
            return
    left = " ".join(t.text for t in tokens[row.start : row.stop - 1])
    if left in places() and tokens[row.stop - 1].text in members():
        yield range(row.start, row.stop - 1), "place"
        yield range(row.stop - 1, row.stop), "organisation"
        return
    yield row, kind


def _opens_title(sentence: Read, row: range) -> bool:
    """Whether the words are the first of a title ("National Security" Adviser)."""
    length = title_length(sentence.tokens[row.start : row.stop + 2], 0)
    return length > len(row)


def _stands_before(sentence: Read, at: int) -> bool:
    """Whether a word opens a name but is none of it: an article, or a party's letter before a region ("D-Ill.")."""
    token = sentence.tokens[at]
    party = token.text in ("D", "R", "I") and sentence.text[token.end : token.end + 1] in ("-", "‑", "–")
    return party or token.folded in ("the", "a", "an")


def _with_titles(sentence: Read, row: range) -> int:
    """Where the capitalised words before a name begin, if a title is the last of them."""
    tokens = sentence.tokens
    first = row.start
    while (
        first > 0
        and tokens[first - 1].capital
        and sentence.text[tokens[first - 1].end : tokens[first].start] == " "
        and not tokens[first - 1].possessive
        and not opening(tokens[first - 1])
        and not _stands_before(sentence, first - 1)
        and not calendar(tokens[first - 1])
    ):
        first -= 1
    titles = (at for at in range(first, row.start) if title_length(tokens[at : row.start], 0) == row.start - at)
    title = next(titles, row.start)
    return first if sentence.plain and title < row.start else title


def weighed(sentence: Read, by_capitals: Sequence[Candidate], by_reader: Sequence[Candidate]) -> list[Candidate]:
    """One reading of the sentence: where the two overlap the likelier of them, elsewhere both."""
    found = []
    for mine, theirs in _groups(by_capitals, by_reader):
        told = [_told(sentence, c) for c in mine]
        if not theirs:
            found.extend(told)
        elif not mine:
            found.extend(theirs)
        elif [(c.chunk.start, c.chunk.end) for c in mine] == [(c.chunk.start, c.chunk.end) for c in theirs]:
            found.extend(replace(c, weak=False, rule="both") for c in told)
        else:
            start = min(c.chunk.start for c in (*mine, *theirs))
            end = max(c.chunk.end for c in (*mine, *theirs))
            ahead = likelihood(sentence, mine, start, end) + BY_CAPITALS - likelihood(sentence, theirs, start, end)
            whole = ahead >= 0 or _joined(sentence, told, theirs) or _is_side(mine)
            found.extend([replace(c, weak=False, rule="both") for c in told] if whole else theirs)
    return found


def _joined(sentence: Read, mine: Sequence[Candidate], theirs: Sequence[Candidate]) -> bool:
    """Whether the reader cut one name at its "of" ("Federation of Weavers | of Arland")."""
    if len(mine) > 1 or len(theirs) < 2 or mine[0].points <= HEADED:
        return False
    gaps = (sentence.text[a.chunk.end : b.chunk.start].split() for a, b in pairwise(theirs))
    return all(gap in (["of"], ["of", "the"], ["for"], ["for", "the"]) for gap in gaps)


def _is_side(mine: Sequence[Candidate]) -> bool:
    """Whether the one name by capitals is a side of a place ("South Side of Velk")."""
    words = [t.folded for t in mine[0].chunk.tokens]
    at = words.index("of") if "of" in words else 0
    return len(mine) == 1 and at > 1 and words[at - 1] in _SIDES and words[0] in _QUARTERS


def _told(sentence: Read, candidate: Candidate) -> Candidate:
    """A candidate by capitals with what the reader thinks of it, and how much its words say."""
    chances = sentence.mean(sentence.row(candidate.chunk.start, candidate.chunk.end))
    return replace(candidate, chances=chances, points=strength(sentence.text, candidate))


def likelihood(sentence: Read, found: Sequence[Candidate], start: int, end: int) -> float:
    """The logarithm of the chance that `text[start:end]` holds just these names, each of one kind."""
    total, told = 0.0, 0
    inside: set[int] = set()
    for candidate in found:
        row = sentence.row(candidate.chunk.start, candidate.chunk.end)
        inside.update(row)
        kinds = zip(*(sentence.chances[i][1:] for i in row), strict=True)
        total += max(sum(log(chance + LEAST) for chance in kind) for kind in kinds) - NAME
        whole = (candidate.chunk.start, candidate.chunk.end) == (start, end)
        total += LISTED if whole and is_listed(candidate.form) else 0.0
        told += strength(sentence.text, candidate)
    outside = (i for i in sentence.row(start, end) if i not in inside)
    if len(found) > 1 and all(is_listed(c.form) for c in found):
        total += LISTED
    return total + POINT * told / len(found) + sum(log(sentence.chances[i][0] + LEAST) for i in outside)


def strength(text: str, candidate: Candidate) -> int:
    """The points of the best kind by words and neighbours: a known place is no less known inside a longer name."""
    told = points(candidate.chunk, text, candidate.before, candidate.after)
    return max(0, max(told.values(), default=0) - (TABLE if is_listed(candidate.form) else 0))


def _groups(a: Sequence[Candidate], b: Sequence[Candidate]) -> Iterator[tuple[list[Candidate], list[Candidate]]]:
    """The candidates of both in stretches that hang together by overlapping."""
    rows = sorted(
        [(c.chunk.start, c.chunk.end, 0, i) for i, c in enumerate(a)]
        + [(c.chunk.start, c.chunk.end, 1, i) for i, c in enumerate(b)]
    )
    group: tuple[list[Candidate], list[Candidate]] = ([], [])
    reach = -1
    for start, end, side, i in rows:
        if start >= reach and (group[0] or group[1]):
            yield group
            group = ([], [])
        group[side].append((a, b)[side][i])
        reach = max(reach, end)
    if group[0] or group[1]:
        yield group
