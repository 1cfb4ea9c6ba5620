"""The words for what a number counts: "hostages" in "24 of the 59 hostages", "people injured", "killing" in "killing four".

The noun phrase after the number ends with its last plural (a participle of fate right after it is taken in: "40 people
injured" and "four people killed" do not count the same). Where no noun follows, the verb or noun that governs the number
stands for it ("killing four", "the death toll rose to 12"). Closed lists of little words bound the phrase; there is no
tagger. Works on levelled text. Out of scope: pronouns beyond the same sentence.
"""

from __future__ import annotations

import re

_STOP = frozenset(
    """
    a about above across after against ago ahead along also although am amid among an and are around as at away be became
    because been before began being below beside between beyond both but by came can could despite did do does done down
    during each either except far for from gave get got had has have having he her here him his how if in inside instead
    into is it its itself just last later less like made many may me might more moreover most much must my near neither
    never next nor not now of off often on once only onto or our out outside over past per rather remain remained remains
    said say saying says shall she should since so some still such than that the their them then there these they this
    those though through throughout till to today together told took toward towards under until up upon us very via was
    we went were what when where whereas whether which while who whom whose why will with within without would yesterday
    yet you your died die dies fell fled fought found left lost met ran rose sat saw seen set stood won were't wasn't
    went survive survived escape escaped including plus according respectively apiece monday tuesday wednesday thursday
    friday saturday sunday alone ahead overall altogether here apart
    """.split()
)
FATES = frozenset(
    """
    abducted arrested charged dead detained displaced drowned evacuated executed hospitalised hospitalized hurt homeless
    infected injured jailed killed kidnapped missing rescued sickened stranded trapped unaccounted wounded unconscious
    critical
    """.split()
)
_PLURALS = frozenset(
    """
    people men women children police personnel troops staff cattle sheep fish feet teeth mice geese oxen others crew aircraft
    spacecraft deer dead injured wounded missing homeless elderly media data criteria youth folk alumni fungi bacteria phenomena
    percent series species dozen hundred thousand million billion
    """.split()
)
_SINGULAR_S = re.compile(r"(?:ss|us|is|'s|news|series|gas|bus|plus|always|perhaps|sometimes|besides|towards|across)$")
_WORD = re.compile(r"[^\W\d_][\w]*(?:['.-][\w]+)*'?")
_OF = re.compile(
    r"(?: others?| more| additional| further| extra)? of (?:all )?(?:the |its |his |her |their |our |these |those |my |your )?(?:estimated |roughly |about |some )?",
    re.IGNORECASE,
)
_THEM = re.compile(r" (?:of )?(?:them|whom|these|those)\b", re.IGNORECASE)
_GOVERNOR = re.compile(
    r"\b(?P<verb>(?:kill|injur|wound|arrest|detain|displac|rescu|evacuat|hurt|captur|abduct|kidnap|free|releas|depriv|sicken|infect|hospitali[sz])"
    r"(?:e|es|ed|ing|s|ting|ping|ped)?)(?: and \w+ing)? (?:\w+ (?:\w+ )?)?$"
    r"|\b(?P<toll>(?:death |casualty )?tolls?|(?:number|total|count|tally|figure) of [\w' -]{3,60}?|casualties|fatalities|deaths|injuries|arrests|victims|dead|injured|wounded)\b"
    r"(?: [\w-]+){0,8} $",
    re.IGNORECASE,
)
_LONGEST = 6


def counted_after(text: str, at: int, singular: bool = False) -> tuple[int, int] | None:
    """The range of the noun phrase that begins behind the number ending at `at`, None where none does."""
    of = _OF.match(text, at)
    position = of.end() if of else at
    if of:
        number = re.compile(r"(?:[0-9][0-9,.]*|[a-z]+(?:-[a-z]+)?) (?=[a-z])", re.IGNORECASE).match(text, position)
        if number and re.match(
            r"[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|hundred|dozen)\b",
            number[0],
            re.IGNORECASE,
        ):
            position = number.end()
    words = _phrase(text, position, singular)
    if not words:
        return None
    return words[0][0], words[-1][1]


def _phrase(text: str, position: int, singular: bool) -> list[tuple[int, int]]:
    """The words of the phrase: up to its last plural and a fate after it; without plural the first word or two."""
    taken: list[tuple[int, int]] = []
    plural = -1
    while len(taken) < _LONGEST:
        gap = re.compile(r"[ -]?").match(text, position)
        match = _WORD.match(text, gap.end() if gap else position)
        if (
            match is None
            or (taken and match.start() == position)
            or (not taken and match.start() == position and position and text[position - 1].isalnum())
        ):
            break
        word = match.group().rstrip("'").casefold()
        if word in _STOP:
            break
        if plural >= 0 and not is_plural(word):
            if word in FATES:
                taken.append(match.span())
                plural = len(taken) - 1
            break
        if plural < 0 and taken and singular and re.search(r"(?:ed|ing)$", word) and word not in FATES:
            break
        taken.append((match.start(), match.start() + len(match.group().rstrip("'"))))
        position = match.start() + len(match.group().rstrip("'"))
        if is_plural(word) or (singular and word in FATES):
            plural = len(taken) - 1
            if word in FATES:
                break
        if text[position : position + 1] == "'":
            break
    if plural >= 0:
        return taken[: plural + 1]
    if not taken:
        return []
    first = text[slice(*taken[0])]
    if singular:
        return taken[:3]
    if first.casefold() in FATES or first[:1].isupper():
        return taken[: 2 if len(taken) > 1 and text[slice(*taken[1])][:1].isupper() else 1]
    return [] if re.search(r"(?:ed|ly|ing)$", first) else taken[:2]


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    word = word.casefold()
    tail = word.rsplit("-", 1)[-1]
    if tail in _PLURALS or tail in FATES & _PLURALS or re.search(r"(?:men|women|people|children)$", tail):
        return True
    return len(tail) > 3 and tail.endswith("s") and not _SINGULAR_S.search(tail)


def governor(text: str, start: int) -> tuple[int, int] | None:
    """The verb or noun before a bare number that says what it counts: "killing" four, the "death toll" rose to 12."""
    clause = max(text.rfind(mark, 0, start) for mark in (";", ":", ". ")) + 1
    match = _GOVERNOR.search(text, clause, start)
    if match is None:
        return None
    return match.span("verb") if match["verb"] else match.span("toll")


def points_back(text: str, at: int) -> bool:
    """Whether the number is of something named before: "seven of them", "two were in serious condition"."""
    return bool(
        _THEM.match(text, at)
        or re.match(
            r"[,.;:)]? ?(?:$|(?:were|are|have|had|will|remain\w*|required?|[a-z]+ed)\b)",
            text[at:].lstrip(" "),
            re.IGNORECASE,
        )
    )
