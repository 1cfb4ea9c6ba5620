"""Clauses: a sentence cut into the smallest ranges that each hold a predicate.

Rules over words, since no syntax is known yet: first the verb groups of the range ("had been held", "to return"), then
the borders between clauses (semicolons, dashes, commas with a conjunction or a participle, relative pronouns, "and"
before another finite verb, "after being …"), then pieces without a verb are joined to their neighbour. A relative clause
in the middle is a clause of its own, and the clause around it keeps its whole range, so clauses may nest.
Out of scope: who is subject of whom across clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.lexicon.verbs import AUXILIARIES, BE, HAVE, MODALS, lemma
from rashomon.text import Word, level, trim

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|n't|'(?:s|re|ve|ll|d)\b|[^\W\d_]+?(?=n't\b)|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_ADVERBS = frozenset(
    [
        "not",
        "never",
        "n't",
        "also",
        "still",
        "already",
        "now",
        "then",
        "just",
        "only",
        "even",
        "ever",
        "soon",
        "later",
        "again",
        "yet",
        "once",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "no",
        "every",
        "each",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "into",
        "over",
        "under",
        "about",
        "against",
        "between",
        "through",
    ]
)
_CONJUNCTIONS = frozenset(
    [
        "and",
        "but",
        "while",
        "though",
        "although",
        "whereas",
        "yet",
        "so",
        "as",
        "when",
        "where",
        "after",
        "before",
        "because",
        "since",
        "if",
        "until",
        "unless",
        "nor",
        "or",
    ]
)
_RELATIVES = frozenset("who which whose whom where".split())
_BEFORE_PARTICIPLE = frozenset("after before while by for without despite since".split())
_PRONOUNS = frozenset("he she it they we i you there that this who".split())
_NO_VERBS = frozenset(
    [
        "united",
        "hundred",
        "indeed",
        "speed",
        "need",
        "seed",
        "breed",
        "bed",
        "red",
        "shed",
        "sacred",
        "hatred",
        "related",
        "alleged",
        "so-called",
    ]
)
_NO_PARTICIPLES = frozenset(
    [
        "during",
        "morning",
        "evening",
        "nothing",
        "something",
        "anything",
        "everything",
        "king",
        "ring",
        "building",
        "meeting",
    ]
)
MIN_WORDS = 3


class Verb(NamedTuple):
    """A verb group: half-open code points of the text, base form of its last verb, what its words say of it."""

    start: int
    end: int
    base: str
    finite: bool
    passive: bool
    negated: bool
    modal: str | None


class Clause(NamedTuple):
    """A range of the text, half-open code points, and its main verb group (null: a phrase without a verb)."""

    start: int
    end: int
    verb: Verb | None


def tokens(text: str, start: int, end: int) -> list[Word]:
    """Words, numbers, clitics ("n't", "'s") and marks of `text[start:end]`, with offsets into `text`."""
    return [Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(level(text), start, end)]


def verb_groups(found: Sequence[Word]) -> list[Verb]:
    """The verb groups among these tokens, in order; a group holds auxiliaries, adverbs between them and one main verb."""
    groups: list[Verb] = []
    at = 0
    while at < len(found):
        verb, after = _verb_at(found, at)
        if verb:
            groups.append(verb)
        at = max(after, at + 1)
    return groups


def _verb_at(found: Sequence[Word], at: int) -> tuple[Verb | None, int]:
    """The verb group that begins at this token, and the index after it."""
    auxiliaries: list[str] = []
    negated, begin, last = False, at, at - 1
    base: str | None = None
    participle = False
    while at < len(found):
        form = found[at].text.casefold()
        if form in AUXILIARIES and not (form == "'s" and not _is_copula(found, at)):
            auxiliaries.append(form)
            last = at
        elif auxiliaries and (form in _ADVERBS or (form.endswith("ly") and len(form) > 4)):
            negated = negated or form in ("not", "never", "n't")
        elif (
            form == "to"
            and at + 1 < len(found)
            and lemma(found[at + 1].text.casefold()) == found[at + 1].text.casefold()
        ):
            auxiliaries.append("to")
            last = at
        else:
            known = _main(found, at, auxiliaries)
            if known:
                base, last, participle = known, at, form.endswith(("ed", "en", "n", "t", "d", "g", "m", "w"))
            break
        at += 1
    if not auxiliaries and base is None:
        return None, begin + 1
    if base is None:
        only = auxiliaries[-1]
        if only == "to":
            return None, begin + 1
        base = "be" if only in BE else "have" if only in HAVE else "do"
    form = found[last].text.casefold()
    has_be = any(a in BE for a in auxiliaries)
    finite = (
        "to" not in auxiliaries[:1] and not (not auxiliaries and form.endswith("ing")) and auxiliaries[:1] != ["being"]
    )
    modal = next((a for a in auxiliaries if a in MODALS), None)
    passive = has_be and participle and not form.endswith("ing") and base != "be"
    return Verb(found[begin].start, found[last].end, base, finite, passive, negated, modal), last + 1


def _is_copula(found: Sequence[Word], at: int) -> bool:
    """Whether "'s" is "is" or "has", not a possessive: after a pronoun."""
    return at > 0 and found[at - 1].text.casefold() in _PRONOUNS


def _main(found: Sequence[Word], at: int, auxiliaries: Sequence[str]) -> str | None:
    word = found[at].text
    form = word.casefold()
    if form in _NO_VERBS or form in _NO_PARTICIPLES:
        return None
    base = lemma(form)
    if base is None:
        return form[:-3] if form.endswith("ing") and len(form) > 5 and at and found[at - 1].text in (",", "-") else None
    if auxiliaries:
        return base
    before = found[at - 1].text.casefold() if at else ""
    after = found[at + 1].text.casefold() if at + 1 < len(found) else ""
    if before in _DETERMINERS or before.endswith("'s") or (before in _PREPOSITIONS and not form.endswith("ing")):
        return None
    if word[:1].isupper() and at and before not in ("", ".", '"'):
        return None
    if form.endswith("ing"):
        return base if before in (",", "-") or before in _BEFORE_PARTICIPLE or before in ("while", "and") else None
    if (
        form == base
        and not form.endswith("ed")
        and form not in ("put", "set", "hit", "cut", "shut", "quit", "let", "cost")
    ):
        plural = before.endswith("s") or before in ("they", "we", "i", "you", "who", "that", "people", "police", "also")
        return base if plural and after not in ("of",) else None
    if form.endswith("s") and base + "s" == form:
        return (
            base
            if after in _DETERMINERS or after in _PREPOSITIONS or after in ("to", "that", "it", "him") or at < 6
            else None
        )
    return base


def cut_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of one sentence, `text[start:end]`, by start and then longest first; at least one for any words.

    Every clause is at least `MIN_WORDS` words long unless the sentence is shorter; blanks and the marks and
    conjunctions between clauses belong to none.
    """
    found = tokens(text, start, end)
    verbs = verb_groups(found)
    borders = [i for i in range(1, len(found)) if _is_border(found, verbs, i)]
    pieces = _pieces(found, [0, *borders, len(found)], verbs)
    clauses: list[Clause] = []
    for first, last in pieces:
        first, last = _without_edges(found, first, last)
        if first < last:
            a, b = trim(text, found[first].start, found[last - 1].end)
            clauses.append(Clause(a, b, _main_verb(verbs, a, b)))
    return _with_surroundings(found, clauses, verbs)


def _is_border(found: Sequence[Word], verbs: Sequence[Verb], i: int) -> bool:
    """Whether a new clause begins at token i."""
    form, before = found[i].text.casefold(), found[i - 1].text.casefold()
    after = found[i + 1].text.casefold() if i + 1 < len(found) else ""
    here = found[i].start
    if before in (";", "—", "–") or (before == "-" and found[i - 1].start > 0 and found[i - 1].end < here):
        return True
    if before == ":" or (before == "," and form in _CONJUNCTIONS and _verb_from(verbs, here)):
        return True
    if before == "," and form in _RELATIVES:
        return True
    if before == "," and (form.endswith("ing") and any(v.start == here for v in verbs)):
        return True
    if before == "," and form == "with" and _verb_from(verbs, here, "ing", found):
        return True
    if before == "," and form in _PRONOUNS | _DETERMINERS and _leads(found, i):
        return True
    if (
        form in ("and", "but")
        and before != ","
        and any(v.finite and v.start == found[i + 1].start for v in verbs if after)
    ):
        return True
    if form in ("and", "but") and after in _PRONOUNS and _verb_from(verbs, here):
        return True
    if (
        form in ("after", "before", "while", "despite", "since")
        and (after.endswith("ing") or after == "being")
        and after not in _NO_PARTICIPLES
    ):
        return True
    opens = form in ("when", "while", "although", "whereas", "who", "because") or (
        form == "as" and after in _PRONOUNS | _DETERMINERS and after != "a"
    )
    return opens and before not in ("such", "as", "of") and any(v.finite and here < v.start <= here + 40 for v in verbs)


def _leads(found: Sequence[Word], i: int) -> bool:
    """Whether the words before the comma at i - 1 are a leading subordinate clause ("While it rained, …")."""
    return found[0].text.casefold() in (
        "while",
        "although",
        "though",
        "when",
        "after",
        "before",
        "as",
        "if",
        "despite",
        "since",
        "because",
    )


def _verb_from(verbs: Sequence[Verb], here: int, ending: str = "", found: Sequence[Word] = ()) -> bool:
    later = [v for v in verbs if here <= v.start <= here + 90]
    if ending:
        return any(word.text.endswith(ending) and here < word.start <= here + 60 for word in found)
    return any(v.finite for v in later)


def _pieces(found: Sequence[Word], bounds: Sequence[int], verbs: Sequence[Verb]) -> list[tuple[int, int]]:
    """Pieces between borders, those too short or without a verb joined to the piece before (or after, at the start)."""
    pieces: list[tuple[int, int]] = []
    for first, last in zip(bounds, bounds[1:], strict=False):
        alone = _counts(found, first, last) >= MIN_WORDS and _has_verb(verbs, found, first, last)
        if pieces and (not alone or not _whole(found, verbs, *pieces[-1])):
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    return pieces


def _whole(found: Sequence[Word], verbs: Sequence[Verb], first: int, last: int) -> bool:
    return _counts(found, first, last) >= MIN_WORDS and _has_verb(verbs, found, first, last)


def _has_verb(verbs: Sequence[Verb], found: Sequence[Word], first: int, last: int) -> bool:
    return first < last and any(found[first].start <= v.start < found[last - 1].end for v in verbs)


def _counts(found: Sequence[Word], first: int, last: int) -> int:
    return sum(word.text[0].isalnum() for word in found[first:last])


def _without_edges(found: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Without conjunctions and marks at the edges; closing quotation marks and brackets stay with their words."""
    while first < last and (
        not found[first].text[0].isalnum() or found[first].text.casefold() in ("and", "but", "or", "nor")
    ):
        if found[first].text in "$£€\"'(":
            break
        first += 1
    while first < last and found[last - 1].text in ",;:—–-.!?":
        last -= 1
    return first, last


def _main_verb(verbs: Sequence[Verb], start: int, end: int) -> Verb | None:
    inside = [v for v in verbs if start <= v.start and v.end <= end]
    return next((v for v in inside if v.finite), inside[0] if inside else None)


def _with_surroundings(found: Sequence[Word], clauses: list[Clause], verbs: Sequence[Verb]) -> list[Clause]:
    """Adds the clause around a relative clause in its middle: "The man, who was armed, fled" also as a whole."""
    whole: list[Clause] = list(clauses)
    for left, middle in zip(clauses, clauses[1:], strict=False):
        opens = next((w for w in found if w.start == middle.start), None)
        if opens is None or opens.text.casefold() not in _RELATIVES:
            continue
        close = next((w for w in found if w.text == "," and middle.start < w.start < middle.end), None)
        rest = _main_verb(verbs, close.end, middle.end) if close else None
        if close and rest and rest.finite and rest.start - close.end <= 2:
            whole.remove(middle)
            inner = Clause(middle.start, close.start, _main_verb(verbs, middle.start, close.start))
            whole[whole.index(left)] = Clause(left.start, middle.end, rest)
            whole.append(inner)
    return sorted(whole, key=lambda clause: (clause.start, -clause.end))
