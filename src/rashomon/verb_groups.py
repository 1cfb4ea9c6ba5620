"""Verb groups: auxiliaries, the adverbs between them, and one main verb ("had been held", "is not expected").

Endings and tables tell verbs, and the words beside them tell a verb from a noun or an adjective of the same shape. The
main verb's base form, its tense (finite or not), voice, negation and modal are read off the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.lexicon.function_words import (
    ADVERBS,
    BEFORE_PARTICIPLE,
    DETERMINERS,
    LINKING,
    NO_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    UNCHANGED_PAST,
)
from rashomon.lexicon.verbs import AUXILIARIES, BE, HAVE, MODALS, lemma
from rashomon.text import Word, level

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|n't|'(?:s|re|ve|ll|d)\b|[^\W\d_]+?(?=n't\b)|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")


class Verb(NamedTuple):
    """A verb group: half-open code points of the text, base form of its last verb, what its words say of it.

    `full` tells whether an auxiliary opens it, so that it cannot be a participle behind a noun.
    """

    start: int
    end: int
    base: str
    finite: bool
    passive: bool
    negated: bool
    modal: str | None
    full: bool


def tokens(text: str, start: int, end: int) -> list[Word]:
    """Words, numbers, clitics ("n't", "'s") and marks of `text[start:end]`, with offsets into `text`."""
    return [Word(m.group(), start + m.start(), start + m.end()) for m in _TOKEN.finditer(level(text[start:end]))]


def verb_groups(found: Sequence[Word]) -> list[Verb]:
    """The verb groups among these tokens, in order; each holds auxiliaries, adverbs between them and one main verb."""
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
        if form in AUXILIARIES and not _is_noun(found, at):
            auxiliaries.append(form)
            last = at
        elif auxiliaries and (form in ADVERBS or (form.endswith("ly") and len(form) > 4)):
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
                linked = _infinitive(found, at) if known in LINKING else None
                if linked:
                    negated = negated or known in ("refuse", "decline", "fail")
                    auxiliaries.append("to")
                    base, last, participle = linked, at + 2, False
                    break
                base, last, participle = known, at, form.endswith(("ed", "en", "n", "t", "d", "g", "m", "w"))
            break
        at += 1
    if base is None:
        if not auxiliaries or auxiliaries[-1] == "to":
            return None, begin + 1
        only = auxiliaries[-1]
        base = "be" if only in BE else "have" if only in HAVE else "do"
    return _verb(found, begin, last, base, auxiliaries, participle, negated), last + 1


def _verb(
    found: Sequence[Word], begin: int, last: int, base: str, auxiliaries: list[str], participle: bool, negated: bool
) -> Verb:
    form = found[last].text.casefold()
    finite = (
        "to" not in auxiliaries[:1] and not (not auxiliaries and form.endswith("ing")) and auxiliaries[:1] != ["being"]
    )
    modal = next((a for a in auxiliaries if a in MODALS), None)
    has_be = any(a in BE for a in auxiliaries)
    passive = has_be and participle and not form.endswith("ing") and base != "be"
    return Verb(found[begin].start, found[last].end, base, finite, passive, negated, modal, bool(auxiliaries))


def _infinitive(found: Sequence[Word], at: int) -> str | None:
    """The base of the infinitive that follows this token at once."""
    if at + 2 >= len(found) or found[at + 1].text.casefold() != "to":
        return None
    form = found[at + 2].text.casefold()
    return form if lemma(form) == form or form == "be" else None


def _is_noun(found: Sequence[Word], at: int) -> bool:
    """Whether a form of an auxiliary is none here: the possessive "'s", the month of May, a name."""
    word, before = found[at].text, found[at - 1].text.casefold() if at else ""
    if word == "'s":
        return before not in PRONOUNS
    after = found[at + 1].text if at + 1 < len(found) else ""
    return word in ("May", "Will") and (before in PREPOSITIONS or before.isdigit() or after[:1].isdigit())


def _main(found: Sequence[Word], at: int, auxiliaries: Sequence[str]) -> str | None:
    word = found[at].text
    form = word.casefold()
    if form in NO_VERBS:
        return None
    base = lemma(form)
    if base is None:
        return form[:-3] if form.endswith("ing") and len(form) > 5 and at and found[at - 1].text in (",", "-") else None
    if auxiliaries:
        return base
    before = found[at - 1].text.casefold() if at else ""
    after = found[at + 1].text.casefold() if at + 1 < len(found) else ""
    if before in DETERMINERS or before.endswith("'s") or (before in PREPOSITIONS and not form.endswith("ing")):
        return None
    if word[:1].isupper() and at and before not in ("", ".", '"'):
        return None
    if form.endswith("ing"):
        opens = before in (",", "-", "and", "by", "for", "without") or before in BEFORE_PARTICIPLE
        absolute = any(word.text.casefold() == "with" for word in found[max(0, at - 16) : at])
        return base if opens or absolute or after in DETERMINERS or after.isdigit() else None
    if after in AUXILIARIES and form != "had":
        return None
    if form == base and not form.endswith("ed") and form not in UNCHANGED_PAST:
        plural = before.endswith("s") or before in ("they", "we", "i", "you", "who", "that", "people", "police", "also")
        return base if plural and after not in ("of",) else None
    if form.endswith("s") and base + "s" == form:
        return (
            base
            if after in DETERMINERS or after in PREPOSITIONS or after in ("to", "that", "it", "him") or at < 6
            else None
        )
    return base
