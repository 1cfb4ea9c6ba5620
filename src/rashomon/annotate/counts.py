"""Whether a bare number counts something, and what: the part of reading numbers that is all judgement.

A number counts if a noun follows it, a bounding word stands before it, or a verb or noun before it says what it is a
number of. Names with a number (routes, flights, models), scores, list items, house numbers, years and "one" as a
pronoun count nothing. Works on levelled text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.annotate.amounts import QUALIFIER
from rashomon.annotate.bare_counts import is_left_out, stands_alone
from rashomon.annotate.counted import Sight, counted, governing, state_in, takes_from
from rashomon.annotate.number_words import NUMBER, number_value

Counted = tuple[int, int, tuple[int, int] | None]

_LABEL = re.compile(
    r"\b(?:no|nos|number|channel|route|highway|interstate|motorway|flight|boeing|airbus|section|sections|"
    r"article|chapter|day|week|"
    r"game|round|phase|part|level|group|type|class|unit|line|area|room|suite|box|grade|season|episode|formula|"
    r"covid|windows|"
    r"apollo|pier|terminal|gate|tower|proposition|prop|title|ward|district|division|stage|step|tier|volume|"
    r"version|zone|"
    r"page|pages|figure|table|item|question|platform|track|lane|exit|junction|sector|block|camp|station|engine|seed|"
    r"rule|act|bill|clause|paragraph|amendment|resolution|protocol|appendix|year|sol|mark|model|series|world war|local|"
    r"catch|area|studio|plot|house|apartment|apt|cell|court|count|scene|verse|psalm|hour|season|age|aged)[.:]? #?$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?: [A-Z][\w'.-]*){1,4} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Way|Place|"
    r"Terrace|Court|Row|Close|Crescent)\b"
)
_ONE_COUNTED = re.compile(
    r"(?: [a-z]+){0,2}? (?:person|people|count|counts|death|arrest|charge|victim|fatality|casualty|injury|"
    r"vote|seat|goal|killed|dead|"
    r"injured|wounded|missing|unconscious|hurt|arrested|hostage|survivor|case|felony)\b"
)
_AGAIN = re.compile(r"\b(?:including|of whom|plus|compared (?:to|with)|(?:up|down) from|another) $", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:,|;|\band|\bincluding|\bplus|\bor|\bkilled|\bkilling|\bleft|\bleaving|\binjuring|\bwith) $", re.IGNORECASE
)
_ONE_OF = re.compile(rf" of (?:the|its|his|her|their|our|those|these) (?:other )?(?!one\b){NUMBER}", re.IGNORECASE)
_ONE = re.compile(r"one", re.IGNORECASE)
_IDIOM = re.compile(
    r" (?:of (?:the|a|an|his|her|its|their|my|our|those|these|many|several|[A-Z])|another|thing|way|reason|"
    r"side|hand|point|time|day|more|or another|by one|can|could|must|should|is|was|had|has|who|that|which)\b"
)


_PLURALS = frozenset(
    """
    people men women children police personnel troops staff cattle sheep fish feet teeth mice geese oxen others crew
    aircraft spacecraft deer dead injured wounded missing homeless elderly media data criteria youth folk alumni fungi
    bacteria phenomena series species dozen hundred thousand million billion
    """.split()
)
_SINGULAR_S = re.compile(r"(?:ss|(?<!ea)us|is|'s|news|gas|bus|plus|always|perhaps|sometimes|besides|towards|across)$")
_NEAR = 120
"""Code points on either side of a number that tell whether it counts."""


def is_count(match: re.Match[str], sight: Sight, before: list[Counted], vague: bool = False) -> bool:
    """Whether the number `match` found in a sentence counts something; `before` are the counts left of it.

    `vague` is for words ("dozens") that are no name or figure whatever stands around them.
    """
    text = sight.text
    start, end = match.span()
    words = match.group()
    number = re.sub(rf"^{QUALIFIER}", "", words, flags=re.IGNORECASE)
    bounded = number != words
    begins = start + len(words) - len(number)
    left, right = text[max(0, begins - _NEAR) : begins], text[end : end + _NEAR]
    last = (before[-1][0], before[-1][1]) if before else None
    shared = is_left_out(left, sight, last, begins) and re.match(r"[.,;]|$| and\b", right) is not None
    if (_is_name(number, left, right, text) and not shared) or _is_figure(number, left, right):
        return False
    if _ONE.fullmatch(number):
        return _one_counts(bounded, left, right, before)
    if match.groupdict().get("hyphen"):
        return True
    if re.match(r"-[a-z]", right, re.IGNORECASE):
        return False
    if re.fullmatch(r"zero", number, re.IGNORECASE):
        return counted(sight, start, end) is not None and left.rstrip().casefold()[-6:] != "ground"
    phrase = counted(sight, start, end)
    if re.fullmatch(r"(?:19|20)[0-9]{2}", number) and phrase is None:
        return False
    part = vague and phrase is not None and right.startswith(" of ")
    if bounded or part or _is_several(text, phrase) or governing(sight, start, end) is not None:
        return True
    if stands_alone(number, left, right, sight, last, begins):
        return True
    if takes_from(sight, start, end):
        return bool(before) or vague
    return bool(before) and (_AGAIN.search(left) is not None or (vague and re.match(r"[,.;:)]|$", right) is not None))


def _is_several(text: str, phrase: tuple[int, int] | None) -> bool:
    """Whether a noun phrase is of several: a plural, a name of a people, a state that people are in."""
    if phrase is None:
        return False
    words = text[slice(*phrase)].split()
    return any(is_plural(word) or state_in(word) for word in words[-2:]) or words[-1][0].isupper()


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    tail = word.casefold().rsplit("-", 1)[-1]
    if tail in _PLURALS or re.search(r"(?:men|women|people|children)$", tail):
        return True
    return len(tail) > 3 and tail.endswith("s") and not _SINGULAR_S.search(tail)


def counted_of(match: re.Match[str], sight: Sight, before: list[Counted]) -> tuple[int, int] | None:
    """The words for what the number counts: its noun, what governs it, or those of an earlier number it takes from."""
    start, end = match.span()
    if hyphen := match.groupdict().get("hyphen"):
        return end - len(hyphen) + 1, end
    back = next((of for _, _, of in reversed(before) if of), None)
    own = counted(sight, start, end)
    if own and number_value(sight.text[slice(*own)]) is not None:
        own = None
    if own is None and back and takes_from(sight, start, end):
        return back
    return own or governing(sight, start, end) or back


def _is_name(number: str, left: str, right: str, text: str) -> bool:
    """Routes, flights, addresses, Big Four: a number that is part of a name."""
    if _LABEL.search(left) and not left.rstrip().casefold().endswith(("count", "counts")):
        return True
    if number[:1].isdigit() and _STREET.match(right):
        return True
    if is_titled(text) or not left.strip(" \"'(-"):
        return False
    shouted = number.isupper() and len(number) > 2 and right[1:2].islower()
    if number[:1].isupper() and not shouted and not re.search(r"[.:!?\"'-] ?$", left):
        return True
    capital = re.search(r"(?:^|[^\w.])([A-Z][\w'-]*) $", left)
    return bool(number[:1].isdigit() and capital and capital.start(1) > 0 and len(number) < 5)


@lru_cache(maxsize=64)
def is_titled(text: str) -> bool:
    """Whether a sentence is written like a headline: most of its longer words begin with a capital."""
    long_words = re.findall(r"\b[^\W\d_]{4,}", text)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 3 and capitals * 3 >= len(long_words) * 2


def _is_figure(number: str, left: str, right: str) -> bool:
    """Scores, phone numbers, list items, dates in figures, clock-like and version-like figures."""
    if re.search(r"[/:#+@_\\^°=]$|[0-9]-$|[0-9] $", left) or re.match(r"[/:@_\\^°=][\w/]|-[0-9]|\)? [0-9]{3}", right):
        return True
    if not left.strip() and re.match(r"[.)] ?", right):
        return True
    if re.fullmatch(r"[0-9]+-[0-9]+", number):
        first, second = (int(part) for part in number.split("-"))
        follows = re.match(r" (?:[a-z]+ )?([a-z]+)", right)
        return (
            first >= second
            or not follows
            or (not follows[1].endswith("s") and follows[1] not in ("people", "men", "women"))
        )
    return bool(re.fullmatch(r"[0-9]{7,}", number) or re.fullmatch(r"0[0-9]+", number))


def _one_counts(bounded: bool, left: str, right: str, before: list[Counted]) -> bool:
    if re.search(
        r"\b(?:no|not|any|every|each|some|the|this|that|another|which|the only|number|day) $", left, re.IGNORECASE
    ):
        return False
    if re.match(r"-(?:man|woman|person|member|count|vote|seat|judge)\b", right) or _ONE_OF.match(right):
        return True
    if _IDIOM.match(right) or not re.match(r" [A-Za-z]|[,.]", right):
        return False
    if bounded or _ONE_COUNTED.match(right):
        return True
    listed = bool(_LISTED.search(left))
    return listed and bool(before) and re.match(r" [A-Za-z]", right) is not None
