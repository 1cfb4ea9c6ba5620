"""How far a statement reaches: "all sailors" in one report, "the other fishermen" in the other.

Compared, in this order: the groups that a word of quantity opens ("all", "other", "every", "some") behind one action;
the causes of one thing ("sparked by a cable" / "by lightning"); the offences of one plea or verdict; whether an act
reached one or several ("his release" / "their release"); until when it lasts. Each is a tension, never more: both
may be true.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.arguments import Argument
from rashomon.apparatus.compare.finding import Finding, same_predicate
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.measures import STATE_OF
from rashomon.lexicon.opposites import SAME_THING, same_state
from rashomon.lexicon.people import FOLK
from rashomon.lexicon.tables import peoples
from rashomon.lexicon.verbs import lemma
from rashomon.terms import term, terms
from rashomon.text import cut, fold, level

LIKELY = 0.03
_NEAR = 2
"""Content words before a group that tell what is done to it."""
_GROUP = re.compile(
    r"\b(all(?: of)?(?: the)?|other|every|any(?: other)?|some(?: of the)?)\s+((?:[\w-]+\s?){1,3})", re.I
)
_STOPS = frozenset("who that which still in at from to of for with and or are is were was have had be on by".split())

_TIMES = frozenset("day week month year night morning time times hour minute day's year's".split())

LIKELY_CAUSE, LIKELY_OFFENCE, LIKELY_PATIENT, LIKELY_COUNTS = 0.15, 0.01, 0.5, 0.2
LIKELY_END = 0.4
_CAUSING = frozenset("inspire motivate cause trigger spark provoke prompt ignite fuel".split())
_VERDICTS = {
    "plead": ("to",),
    "convict": ("of", "on"),
    "acquit": ("of", "on"),
    "charge": ("with",),
    "indict": ("on", "for"),
}
_COUNT = re.compile(
    r"\b(?:to|of|on|with)\s+(?=((?:an?|one|a single)\s+(?:[a-z-]+\s+){0,3}(?:charge|count)\b(?!\s+and)|"
    r"(?P<many>(?:(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)[a-z-]+\s+){0,2}(?:charges|counts))\b))"
)
_NUMBERED = re.compile(
    r"\b(?P<number>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z]+ )?(?:counts|charges),? "
    r"(?:of|including) (?P<named>[a-z ,-]{3,80}?)"
    r"(?=$|[.;]|,? (?:in|on|for|after|by|against|stemming|relating|related)\b)"
)
_COURT = frozenset("charge count guilty felony federal criminal one two three crime offence offense".split())
_SEVERAL = re.compile(
    r"\b(?:their (?:[a-z-]+ )?([a-z]+)|([a-z]+(?:ing|(?= of)))(?: of)? "
    r"(?:(?:the|these|those|all|both|several|dozens of|two|three|four|five|six|\d+) )?(?:[a-z-]+ ){0,2}"
    r"(?:men|women|children|people|[a-z]{3,}[^s'\W]s))\b(?!')"
)
_ONE = re.compile(
    r"\b(?:(?:his|her) (?:[a-z-]+ )?([a-z]+)|([a-z]+(?:ing|(?= of)))(?: of)? (?:the|an?) "
    r"(?:[a-z-]+ )?(?:man|woman|boy|girl|child|person|hostage|prisoner|suspect|victim|soldier|officer))\b(?!')"
)
_STEM = 5
_UNTIL = ("until", "till")


class Group(NamedTuple):
    """A group: its words as written and in compared form, and the words of action just before them."""

    words: str
    terms: frozenset[str]
    before: tuple[str, ...]


def compare_scope(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between how far two statements of one action reach."""
    return (
        _groups(a, b, likely, i, j)
        or _causes(a, b, likely, i, j)
        or _offences(a, b, likely, i, j)
        or _counts(a, b, likely, i, j)
        or _patients(a, b, likely, i, j)
        or _ends(a, b, likely, i, j)
    )


def reaches(detail: Detail) -> bool:
    """Whether a statement tells in any of these ways how far it reaches."""
    known = detail.predicate in _CAUSING or detail.predicate in _VERDICTS or _under(detail, _UNTIL) is not None
    return bool(known or groups(detail) or _numbered(detail) or _reached(detail, _ONE) or _reached(detail, _SEVERAL))


def _groups(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Whom the action reaches."""
    if likely < LIKELY:
        return None
    if (a.doers and b.doers and not a.doers & b.doers) or _of_others(a, b):
        return None
    for one in groups(a):
        for other in groups(b):
            if _one_action(one, other) and one.terms and other.terms and not one.terms & other.terms:
                why = f"one action, different groups: {one.words} / {other.words}"
                return Finding("scope", "tension", likely, why, i, j, one.words, other.words)
    return None


def _of_others(a: Detail, b: Detail) -> bool:
    """Whether two statements with one verb have subjects without a word or name in common."""
    return same_predicate(a, b) and bool(a.about and b.about) and not a.about & b.about


def _causes(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What brought one thing about."""
    if likely < LIKELY_CAUSE or a.predicate not in _CAUSING or not same_predicate(a, b):
        return None
    one, other = _under(a, ("by",)), _under(b, ("by",))
    if one is None or other is None or one.entities & other.entities or _words(a, one) & _words(b, other):
        return None
    if not _words(a, one) or not _words(b, other) or not _one_subject(a, b, alike=True):
        return None
    values = cut(a.document, one.span), cut(b.document, other.span)
    return Finding("scope", "tension", likely, f"two causes of one thing: {values[0]} / {values[1]}", i, j, *values)


def _offences(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What somebody is charged with or found guilty of: one count or several, or another name for it."""
    if likely < LIKELY_OFFENCE or a.predicate not in _VERDICTS or not same_predicate(a, b):
        return None
    if a.statement.polarity != b.statement.polarity or not _one_subject(a, b):
        return None
    counts = [_COUNT.search(level(detail.words)) for detail in (a, b)]
    if counts[0] and counts[1] and bool(counts[0]["many"]) != bool(counts[1]["many"]):
        values = counts[0][1], counts[1][1]
        return Finding("number", "tension", likely, f"one count or several: {values[0]} / {values[1]}", i, j, *values)
    one, other = _under(a, _VERDICTS[a.predicate]), _under(b, _VERDICTS[a.predicate])
    if one is None or other is None or one.deed or other.deed or len(one.joined + other.joined) > 2:
        return None
    named = _words(a, one) - _COURT, _words(b, other) - _COURT
    if not all(named) or named[0] & named[1]:
        return None
    values = cut(a.document, one.span), cut(b.document, other.span)
    return Finding("scope", "tension", likely, f"one verdict, other offences: {values[0]} / {values[1]}", i, j, *values)


def _counts(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The offences under one number of counts: "20 counts including theft" / "20 counts of fraud and arson"."""
    if likely < LIKELY_COUNTS:
        return None
    found = _numbered(a), _numbered(b)
    if not (found[0] and found[1]) or found[0]["number"] != found[1]["number"]:
        return None
    named = [{form for form, _ in terms(match["named"])} - _COURT for match in found if match]
    if not (named[0] - named[1] and named[1] - named[0]):
        return None
    values = found[0]["named"].strip(), found[1]["named"].strip()
    why = f"one number of counts, other offences: {values[0]} / {values[1]}"
    return Finding("scope", "tension", likely, why, i, j, *values)


@once
def _numbered(detail: Detail) -> re.Match[str] | None:
    words = fold(detail.words)
    return _NUMBERED.search(words) if "counts" in words or "charges" in words else None


def _patients(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Whether an act reached one or several."""
    if likely < LIKELY_PATIENT or (a.doers and b.doers and not a.doers & b.doers):
        return None
    for x, y in ((a, b), (b, a)):
        if _reached(x, _SEVERAL) or _reached(y, _ONE):
            continue
        for state, one in _reached(x, _ONE).items():
            if several := _reached(y, _SEVERAL).get(state):
                values = (one, several) if x is a else (several, one)
                why = f"one or several: {values[0]} / {values[1]}"
                return Finding("scope", "tension", likely, why, i, j, *values)
    return None


@once
def _reached(detail: Detail, pattern: re.Pattern[str]) -> dict[str, str]:
    """The words for whom an act reached, by the state it put them in."""
    found: dict[str, str] = {}
    if STATE_OF.keys().isdisjoint(detail.terms):
        return found
    for match in pattern.finditer(fold(detail.words)):
        state = STATE_OF.get(term(match[1] or match[2]) or "")
        if state:
            found[state] = match.group()
    return found


def _ends(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Until when: a day in one report, no day in the other ("until Friday" / "until further notice")."""
    if likely < LIKELY_END or not same_predicate(a, b):
        return None
    ends = [_under(detail, _UNTIL) for detail in (a, b)]
    if ends[0] is None or ends[1] is None or ends[0].deed or ends[1].deed:
        return None
    if _holds_day(a, ends[0]) == _holds_day(b, ends[1]):
        return None
    values = cut(a.document, ends[0].span), cut(b.document, ends[1].span)
    return Finding("scope", "tension", likely, f"two ends: until {values[0]} / until {values[1]}", i, j, *values)


def _holds_day(detail: Detail, argument: Argument) -> bool:
    return any(argument.span.start <= date.span.start < argument.span.end for date in detail.dates)


def _under(detail: Detail, roles: tuple[str, ...]) -> Argument | None:
    return next((argument for argument in detail.arguments if argument.role in roles), None)


def _words(detail: Detail, argument: Argument) -> set[str]:
    return {form for form, _ in terms(detail.document.text, argument.span.start, argument.span.end)}


def _one_subject(a: Detail, b: Detail, *, alike: bool = False) -> bool:
    """Whether two statements are about one entity, or name none and share the noun.

    With `alike` nouns that begin alike are enough ("the attack", "the attacker").
    """
    one, other = _under(a, ("subject",)), _under(b, ("subject",))
    if one is None or other is None:
        return alike
    if one.entities and other.entities:
        return bool(one.entities & other.entities)
    if alike:
        return any(
            x == y or (len(y) >= _STEM and x.startswith(y[:_STEM])) for x in _before(a, one) for y in _before(b, other)
        )
    return one.head == other.head and not one.entities and not other.entities


def _before(detail: Detail, subject: Argument) -> set[str]:
    """The content words of the subject and of all that stands before the verb."""
    start, verb = detail.statement.span.start, detail.statement.predicate
    words = terms(detail.document.text, start, max(start, verb.start)) if verb else []
    return _words(detail, subject) | {form for form, _ in words}


def _one_action(one: Group, other: Group) -> bool:
    """Whether one is done to both: groups of people, since of things a report may choose any."""
    return any(same_state(x, y) for x in one.before for y in other.before) and _are_people(one) and _are_people(other)


def _are_people(group: Group) -> bool:
    return any(form in FOLK or form in peoples() for form in group.terms)


@once
def groups(detail: Detail) -> list[Group]:
    """The groups a word of quantity opens, with the last content words before them that are no names."""
    text = level(detail.words)
    found = []
    for match in _GROUP.finditer(text):
        kept: list[str] = []
        for word in match.group(2).split():
            if word.casefold() in _STOPS or (not kept and word.casefold() in _TIMES):
                break
            kept.append(word)
        words = " ".join([match.group(1), *kept])
        end = match.start() + len(words)
        near = terms(text, max(0, match.start() - 30), match.start())
        before = tuple(form for form, word in near if word.text[0].islower())[-_NEAR:]
        named = frozenset(SAME_THING.get(form, form) for form, _ in terms(text, match.start(2), end))
        first = kept[0].casefold() if kept else ""
        doing = bool(lemma(first)) and (first.endswith("ing") or (len(kept) == 1 and first.endswith("ed")))
        if kept and not doing:  # "all affiliated", "some involving guns"
            found.append(Group(detail.words[match.start() : end], named, before))
    return found
