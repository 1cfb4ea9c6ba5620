"""The words for what a number counts: "barges" in "31 of the 72 barges", "killing" in "killing four".

The noun phrase after the number ends with its last plural (a participle of fate right after it is taken in: "40
people injured" and "four people killed" do not count the same). Where no noun follows, the verb or noun that governs
the number stands for it ("killing four", "the death toll rose to 12"). Closed lists of little words bound the phrase;
there is no tagger. Works on levelled text. Out of scope: pronouns beyond the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_STOP = frozenset(
    """
    a about above across after against ago ahead along also although am amid among an and are around as at
    away be became because been before began being below beside between beyond both but by came can could
    despite did do does done down during each either except far for from gave get got had has have having he
    her here him his how if in inside instead into is it its itself just last later less like made many may me
    might more moreover most much must my near neither never next nor not now of off often on once only onto
    or our out outside over past per rather remain remained remains said say saying says shall she should
    since so some still such than that the their them then there these they this those though through
    throughout till to today together told took toward towards under until up upon us very via was we went
    were what when where whereas whether which while who whom whose why will with within without would
    yesterday yet you your died die dies fell fled fought found left lost met ran rose sat saw seen set stood
    won were't wasn't survive survived escape escaped including plus according respectively apiece monday
    tuesday wednesday thursday friday saturday sunday alone overall altogether apart
    """.split()
)
FATES = frozenset(
    """
    abducted arrested charged dead detained displaced drowned evacuated executed hospitalised hospitalized
    hurt homeless infected injured jailed killed kidnapped missing rescued sickened stranded trapped
    unaccounted wounded unconscious critical
    """.split()
)
_PLURALS = frozenset(
    """
    people men women children police personnel troops staff cattle sheep fish feet teeth mice geese oxen
    others crew aircraft spacecraft deer dead injured wounded missing homeless elderly media data criteria
    youth folk alumni fungi bacteria phenomena percent series species dozen hundred thousand million billion
    """.split()
)
_WHOLE = frozenset("time day week month year man woman person phase term round step".split())
_SINGULAR_S = re.compile(
    r"(?:ss|(?<!ea)us|is|'s|news|series|gas|bus|plus|always|perhaps|sometimes|besides|towards|across)$"
)
_WORD = re.compile(r"[ -]?([^\W\d_]\w*(?:['.-]\w+)*'?)")
_DETERMINER = r"(?:the|its|his|her|their|our|these|those|my|your)"
_MORE = re.compile(r" (?:more|additional|further|extra)(?= [a-z])", re.IGNORECASE)
_OF = re.compile(
    rf"(?: others?| more)? of (?:all )?(?:{_DETERMINER} )?(?:(?:estimated|roughly|about|some|at least|more than) )?"
    r"(?:(?:[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)"
    r"(?: (?:hundred|thousand|million))? (?=[a-z]))?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:ed|ing|(?<!month)(?<!week)(?<!dai)(?<!ear)(?<!year)(?<!quarter)(?<!fami)(?<!assemb)(?<!al)ly)$")
_CAUSE = re.compile(
    r"\b((?:kill|injur|wound|arrest|detain|displac|rescu|evacuat|hurt|captur|abduct|kidnap|free|releas|sicken|infect|"
    r"hospitali[sz])(?:e|es|ed|ing|s)?)(?: another| some| a further| and [a-z]+ing)? $",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?P<head>(?:death |casualty )?tolls?|casualties|fatalities|deaths|injuries|arrests|victims"
    r"|(?:number|total|count|tally|figure) of)\b[^.;:]{0,80} $",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(mother|father|parents?|crew|family|group|team|crowd|gang|squad|population|town|city|village|community|panel|jury|"
    r"staff|fleet|convoy|total) of (?:some |about |around |nearly |almost )?$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?: (?:of )?(?:them|whom|these|those)\b|[,.;:)]? ?(?:$|(?:were|was|are|is|have|had|will|remain\w*|"
    r"required?|[a-z]+ed)\b))",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"$|[,.;:)]| (?:in|at|on|from|by|since|last|this|during|after|before|and|or|a|the)\b", re.IGNORECASE
)
_LONGEST = 6


def counted_after(text: str, at: int, singular: bool = False) -> tuple[int, int] | None:
    """The range of the noun phrase that begins behind the number ending at `at`, None where none does.

    `singular` is for one thing of the kind ("one tax count", a "first phase"): no plural is waited for.
    """
    skipped = _OF.match(text, at) or _MORE.match(text, at)
    phrase = _phrase(text, skipped.end() if skipped else at, singular)
    return (phrase[0][0], phrase[-1][1]) if phrase else None


def _phrase(text: str, position: int, singular: bool) -> list[tuple[int, int]]:
    """The ranges of the words of the phrase."""
    taken: list[tuple[int, int]] = []
    plural = 0
    for start, end in _words(text, position):
        word = text[start:end].casefold()
        if plural and not is_plural(word):
            if word in FATES:
                taken.append((start, end))
                plural = len(taken)
            break
        if singular and taken and not plural and _ENDS.search(word) and word not in FATES:
            break
        taken.append((start, end))
        if singular and word in _WHOLE:
            break
        if is_plural(word) or (singular and word in FATES):
            plural = len(taken)
        if len(taken) == _LONGEST:
            break
    if plural:
        return taken[:plural]
    return taken[:3] if singular else _names(text, taken)


def _words(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The ranges of the words from here on, up to a little word, a mark or a possessive."""
    while match := _WORD.match(text, position):
        if match.start(1) == position and position and text[position - 1].isalnum():
            return
        start, end = match.start(1), match.start(1) + len(match[1].rstrip("'"))
        if text[start:end].casefold() in _STOP:
            return
        yield start, end
        position = end
        if text[position : position + 1] == "'":
            return


def _names(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a phrase without a plural: a fate ("five dead") or a name of a people ("3 French")."""
    if not taken:
        return []
    first, after = text[slice(*taken[0])], text[taken[0][1] :][:1]
    listed = after in (",", ";", ")", "") or not is_titled(text)
    return taken[:1] if first.casefold() in FATES or (first[:1].isupper() and listed) else []


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    tail = word.casefold().rsplit("-", 1)[-1]
    if tail in _PLURALS or re.search(r"(?:men|women|people|children)$", tail):
        return True
    return len(tail) > 3 and tail.endswith("s") and not _SINGULAR_S.search(tail)


@lru_cache(maxsize=64)
def is_titled(text: str) -> bool:
    """Whether a sentence is written like a headline: most of its longer words begin with a capital."""
    long_words = re.findall(r"\b[^\W\d_]{4,}", text)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 3 and capitals * 3 >= len(long_words) * 2


def governor(text: str, start: int) -> tuple[int, int] | None:
    """The words before a bare number that say what it counts: "killing" four, the "death toll" rose to 12."""
    cause = _CAUSE.search(text, 0, start)
    if cause:
        return cause.span(1)
    group = _GROUP.search(text, 0, start)
    if group:
        return group.span(1)
    toll = _TOLL.search(text, 0, start)
    if toll is None:
        return None
    if toll["head"].casefold().endswith(" of"):
        return counted_after(text, toll.end("head"))
    return toll.span("head")


def points_back(text: str, at: int) -> bool:
    """Whether the number is of something named before: "seven of them", "two were badly hurt"."""
    return _BACK.match(text, at) is not None or (_BACK.match(text, at + 1) is not None and text[at : at + 1] == " ")


def is_elliptic(text: str, at: int) -> bool:
    """Whether nothing countable follows the number: "16 deaths, compared to more than 1,800 in the storm before"."""
    return _ELLIPTIC.match(text, at) is not None
