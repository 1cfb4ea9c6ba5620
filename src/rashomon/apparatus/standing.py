"""Whether what a statement tells has happened, is so now, or is still to come, read off the words of its predicate.

Only what a report presents as real counts: what must, can, should or may be, what stands under "if" or "once", and
infinitives are none of the three. "Would" tells of what is to come only in somebody's words, outside a relative
clause ("the bill would help" tells of nothing to come). Present forms in a headline tell of what has happened, the
infinitive of what is to come ("minister to resign").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from rashomon.lexicon.verbs import BE, HAVE, IRREGULAR, lemma
from rashomon.model import Document, Statement
from rashomon.text import cut, fold

_UNSAID = re.compile(
    r"(?:\b(?:no one|nobody|not|never|denies|denied|deny|denying|false|wrong|untrue)\b|n't\b)[^,.;:]{0,25}$"
)
"""Right before what is said: that nobody says so."""
_INFINITIVE = re.compile(r"\b[Tt]o $")
Standing = Literal["done", "present", "coming", "unreal"]
_UNREAL = frozenset("should must can could may might ought cannot can't couldn't shouldn't mustn't supposed".split())
_WISHING = frozenset(
    "want wants wanted hope hopes hoped propose proposes proposed aim aims aimed wish vote voted hoping".split()
)
_OPEN = frozenset("if whether unless once until what how why".split())
_RELATIVE = frozenset("that which who whom whose where when".split())
_PARTICLES = frozenset("in out up off down away back over on through not".split())
_REMAINING = frozenset("remain remains stay stays continue continues keep keeps".split())
_WOULD = ("would", "wouldn't", "'d")
_THREATENING = frozenset("threatens threaten threatened threatening".split())
_TRYING = frozenset("try tries tried trying seek seeks sought seeking attempt attempts attempted attempting".split())
_WAS = frozenset("was were wasn't weren't got became".split())
_MARKS = '"“”«»,;:()'


def standing_of(document: Document, statement: Statement) -> Standing:
    """Where in time a statement puts what it tells; `unreal` where it does not say that it was, is or will be."""
    if statement.predicate is None or statement.modality in ("possible", "believed"):
        return "unreal"
    words = [word.strip(_MARKS) or word for word in fold(cut(document, statement.predicate)).split()]
    opener = fold(cut(document, statement.span)).split()[0].strip(_MARKS)
    if _UNSAID.search(fold(document.text[max(0, statement.span.start - 40) : statement.span.start])):
        return "unreal"
    if not words or _UNREAL & set(words) or opener in _OPEN:
        return "unreal"
    threatening = bool(_THREATENING & set(words)) and "to" in words
    if any(word in _TRYING and after == "to" for word, after in pairwise(words)):
        return "unreal"
    if statement.part == "headline" and _INFINITIVE.search(document.text[: statement.predicate.start][-4:]):
        return "coming"
    if statement.modality == "planned" or words[0] in _WOULD or threatening:
        return _planned(words, opener, statement)
    if words[0] == "to" or words[-1] == "being":
        return "unreal"
    return _real(words, statement)


def _planned(words: list[str], opener: str, statement: Statement) -> Standing:
    if _WISHING & set(words) or words[0] in ("to", "went") or "have" in words:
        return "unreal"
    if words[0] == "'d" and _is_past(words[-1]):
        return "done"
    if words[0] in _WOULD:
        return "unreal" if opener in _RELATIVE or statement.holder.kind == "report" else "coming"
    past_plan = words[0] in ("was", "were") and any(word in words for word in ("going", "set", "due", "to"))
    return "unreal" if past_plan and "expected" not in words else "coming"


def _real(words: list[str], statement: Statement) -> Standing:
    first, last = words[0], next((word for word in reversed(words) if word not in _PARTICLES), words[-1])
    if first in HAVE and len(words) > 1:
        return "done"
    if first in _WAS:
        return "done"
    if first in BE or first.startswith("'") or first in _REMAINING:
        return "present"
    if first in ("did", "didn't"):
        return "done"
    if first in ("do", "does", "don't", "doesn't") or last.endswith("ing"):
        return "present"
    if _is_past(last) or (statement.part == "headline" and statement.subject is not None):
        return "done"
    return "present" if statement.subject is not None else "unreal"


def _is_past(word: str) -> bool:
    """Whether a form can only be past tense or participle: "put" may be of the present."""
    return (word in IRREGULAR or word.endswith("ed")) and lemma(word) not in (None, word)
