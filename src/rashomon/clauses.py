"""Clauses: a sentence cut into the smallest ranges that each hold a predicate.

Rules over words, since no syntax is known yet: first the verb groups of the range ("had been held", "to return"), then
the borders between clauses (semicolons, dashes, commas with a conjunction or a participle, relative pronouns, "and"
before another finite verb, "after being …"), then pieces without a verb are joined to their neighbour. A relative
clause in the middle is a clause of its own, and the clause around it keeps its whole range, so clauses may nest.
Out of scope: who is subject of whom across clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.lexicon.function_words import (
    BEFORE_PARTICIPLE,
    CONJUNCTIONS,
    DETERMINERS,
    NO_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from rashomon.lexicon.speech import THAT
from rashomon.text import Word, trim
from rashomon.verb_groups import Verb, tokens, verb_groups

MIN_WORDS = 3


class Clause(NamedTuple):
    """A range of the text, half-open code points, and its main verb group (null: a phrase without a verb)."""

    start: int
    end: int
    verb: Verb | None


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
    if before == ";" or (before in (":", "-") and found[i - 1].end < here):
        return True
    if before == "," and form in CONJUNCTIONS and _verb_from(verbs, here):
        return True
    if before == "," and form in RELATIVES:
        return True
    if before == "," and (form.endswith("ing") and any(v.start == here for v in verbs)):
        return True
    if before == "," and form == "with" and _verb_from(verbs, here, "ing", found):
        return True
    if before == "," and _leads(found, verbs, i):
        return True
    if (
        form in ("and", "but")
        and before != ","
        and any(v.finite and v.start == found[i + 1].start for v in verbs if after)
    ):
        return True
    if form in ("and", "but") and after in PRONOUNS | DETERMINERS and _verb_near(verbs, here):
        return True
    if form in BEFORE_PARTICIPLE and after.endswith("ing") and after not in NO_VERBS:
        return True
    if (form == "that" and after in PRONOUNS) or (form in PREPOSITIONS and after in ("which", "whom")):
        return _clause_after(found, verbs, i)
    if form in ("when", "while", "although", "whereas", "who", "because"):
        return before not in ("such", "as", "of") and _clause_after(found, verbs, i)
    opens = form in BEFORE_PARTICIPLE or form in ("as", "until")
    return opens and after in PRONOUNS | DETERMINERS and after != "a" and _clause_after(found, verbs, i)


def _clause_after(found: Sequence[Word], verbs: Sequence[Verb], i: int) -> bool:
    """Whether a subject and its verb follow, without a comma between."""
    verb = next((v for v in verbs if v.finite and found[i].start < v.start <= found[i].start + 40), None)
    return verb is not None and not any(w.text == "," for w in found[i:] if w.start < verb.start)


def _leads(found: Sequence[Word], verbs: Sequence[Verb], i: int) -> bool:
    """Whether the words before the comma at i - 1 are a leading subordinate clause ("While it rained, …")."""
    opens = found[0].text.casefold()
    if (opens not in SUBORDINATORS and opens != "with") or any(word.text == "," for word in found[: i - 1]):
        return False
    return any(v.start < found[i].start for v in verbs) and _verb_from(verbs, found[i].start)


def _verb_near(verbs: Sequence[Verb], here: int) -> bool:
    """Whether a verb follows within the length of a short subject."""
    return any(here < v.start <= here + 40 for v in verbs)


def _verb_from(verbs: Sequence[Verb], here: int, ending: str = "", found: Sequence[Word] = ()) -> bool:
    later = [v for v in verbs if here <= v.start <= here + 90]
    if ending:
        return any(word.text.endswith(ending) and here < word.start <= here + 60 for word in found)
    return any(v.finite for v in later)


def _pieces(found: Sequence[Word], bounds: Sequence[int], verbs: Sequence[Verb]) -> list[tuple[int, int]]:
    """Pieces between borders, those too short or without a verb joined to the piece before (or after, at the start)."""
    pieces: list[tuple[int, int]] = []
    for first, last in pairwise(bounds):
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
    """The first finite verb group; one with an auxiliary wins over a bare form that may be a participle before it."""
    inside = [v for v in verbs if start <= v.start and v.end <= end]
    finite = [v for v in inside if v.finite]
    full = next((v for v in finite if v.full), None)
    if full and not finite[0].full and finite[0].base not in THAT:
        return full
    return finite[0] if finite else inside[0] if inside else None


def _with_surroundings(found: Sequence[Word], clauses: list[Clause], verbs: Sequence[Verb]) -> list[Clause]:
    """Adds relative clauses in the middle of another: "The man, who was armed, fled" is two, one inside the other."""
    whole: list[Clause] = list(clauses)
    for opens, close in _relatives(found):
        rest = next((v for v in verbs if v.finite and 0 <= v.start - close.end <= 2), None)
        inner = Clause(opens.start, close.start, _main_verb(verbs, opens.start, close.start))
        outer = next((c for c in whole if c.start <= opens.start < c.end), None)
        if rest is None or inner.verb is None or outer is None or rest.end > outer.end:
            continue
        before = next((c for c in whole if c.end <= outer.start and outer.start - c.end <= 2), None)
        if outer.start < opens.start:
            whole.append(inner)
        elif before:
            whole[whole.index(outer)] = inner
            whole[whole.index(before)] = Clause(before.start, outer.end, rest)
    return sorted(set(whole), key=lambda clause: (clause.start, -clause.end))


def _relatives(found: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Each relative pronoun behind a comma with the next comma after it."""
    pairs = []
    for i, word in enumerate(found):
        if i and word.text.casefold() in RELATIVES and found[i - 1].text == ",":
            close = next((later for later in found[i:] if later.text == ","), None)
            if close:
                pairs.append((word, close))
    return pairs
