"""Who says so, from which side: what officials or sources tell in one report, and analysts suppose, or relatives and
witnesses say, in the other.

Those who give their word are sorted into camps: who knows by office (police, officials, sources), who judges from
outside (analysts, experts), who was there or is concerned (relatives, witnesses, defence lawyers). One thing in the
words of two camps is a tension: one camp may deny it, or only suppose it. Holders of one camp, and a report's own word
(`attribution`), are left alone, and so are holders in whom words of two camps meet.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.terms import terms
from rashomon.text import cut, fold

LIKELY = 0.4
_SHARED = 2
_CAMPS = (
    re.compile(
        r"\b(?:officials?|sources?|intelligence|investigators?|police|authorities|prosecutors?|army|military|"
        r"ministry|government|coroner|sheriff)\b"
    ),
    re.compile(r"\b(?:analysts?|experts?|observers|commentators?|pundits|skeptics|sceptics|economists?|historians?)\b"),
    re.compile(
        r"\b(?:famil(?:y|ies)|relatives?|widow|widower|mother|father|brother|sister|parents|neighbou?rs?|"
        r"witness(?:es)?|eyewitness(?:es)?|residents?|villagers|lawyers?|attorneys?|locals|bystanders|passengers|"
        r"survivors?)\b"
    ),
)
"""Who knows by office, who judges from outside, who was there or is concerned."""
_OF_COURT = re.compile(r"\b(?:district|state|u\.s\.|attorney) (?:attorneys?|general)\b")


def compare_camps(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the camps in whose words two statements of one thing are made."""
    if likely < LIKELY or not one_time(a, b):
        return None
    camps = camp(a), camp(b)
    if None in camps or camps[0] == camps[1] or len(_told(a) & _told(b)) < _SHARED:
        return None
    values = _words(a), _words(b)
    why = f"one thing in the words of two sides: {values[0]} / {values[1]}"
    return Finding("attribution", "tension", likely, why, i, j, *values)


@once
def camp(detail: Detail) -> int | None:
    """The camp of whoever gives his word, null for none or several."""
    if detail.statement.holder.kind == "report" or detail.statement.holder.span is None:
        return None
    words = fold(_words(detail))
    if _OF_COURT.search(words):
        return 0
    found = [number for number, pattern in enumerate(_CAMPS) if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def has_camp(detail: Detail) -> bool:
    """Whether a statement is the word of one camp."""
    return camp(detail) is not None


def _words(detail: Detail) -> str:
    span = detail.statement.holder.span
    return " ".join(cut(detail.document, span).split()) if span else ""


@once
def _told(detail: Detail) -> frozenset[str]:
    """The content words that are no names."""
    names = {form for entity in detail.around for form, _ in terms(entity.name)}
    return frozenset(detail.terms) - names
