"""Whether two numbers measure the same thing, and how sure one must be that their statements share a fact.

What is counted is known by the words for it (`Quantity.of`) and the words around the number; its state ("dead",
"freed") by a table. The stronger the sign that the measures are one, the less likely the statements need to be alike.
"""

from __future__ import annotations

import re
from datetime import date as Day
from itertools import pairwise
from typing import NamedTuple

from rashomon.apparatus.arguments import Argument
from rashomon.apparatus.compare.bounds import exceeds, is_another_size, is_overtaken, look_alike
from rashomon.apparatus.compare.fates import PART_OF, SOME_OF, around, does_it, nouns_of, states
from rashomon.apparatus.compare.finding import PASSIVE, comes_first, is_history, is_update
from rashomon.apparatus.compare.gauges import gauge, stretch
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.measures import DEGREES, ONE_NOUN, STATE_OF, VAGUE
from rashomon.lexicon.tables import peoples
from rashomon.model import Quantity
from rashomon.terms import terms
from rashomon.text import cut, fold

NEVER = 2.0
"""A likelihood no pair has: the numbers measure different things."""
SAME_PERSON, SAME_STATE, MUCH_AROUND, LOOK_ALIKE, SAME_PEOPLE, SAME_NOUN, SAME_SUBJECT = (
    0.001,
    0.12,
    0.03,
    0.02,
    0.15,
    0.25,
    0.3,
)
"""Least likelihoods, by the sign that two numbers measure one thing."""
ALONE = 0.5
"""That of two head counts which are the only ones of statements with two words in common."""
LEADING = 0.01
"""That of two tolls where reports begin, which tell of the event itself."""
_LEAD = 800
"""Code points behind the headline that count as the beginning of a report."""
APART = 60
"""Days between the dates of two sentences from which on they tell of different happenings."""
_REST = re.compile(r"\s*\b(?:other|others|more|new|additional|further)\b(?! than)")
_REST_AHEAD = re.compile(r"\b(?:[Oo]ther|[Aa]nother|[Ff]urther|[Aa]dditional|[Rr]emaining)\s+$")
_AHEAD = 16  # code points before a number that hold such a word
_DOERS = frozenset(
    "attacker assailant gunman shooter bomber killer murderer perpetrator hijacker assassin knifeman terrorist".split()
)
_WHO = (
    r"(?:the|an?|one|his|her|two|both|three|suspected|alleged|lone) (?:[\w-]+ ){0,2}"
    + f"(?:{'|'.join(sorted(_DOERS))})"
)
_WITH_DOER = re.compile(
    rf"[^.;]{{0,40}}(?:\bincluding|\bamong them|\bcounting|:)[^.;]{{0,60}}?\b{_WHO}\b|"
    rf"[^.;]{{0,60}},? {_WHO} (?:was |were )?(?:among (?:them|the dead|those)|included)\b"
)
_WITHOUT_DOER = re.compile(rf"[^.;]{{0,40}}\b(?:not (?:including|counting)|excluding|besides|apart from|plus) {_WHO}\b")
_AND = re.compile(r"\band\b")
_JOINED = re.compile(r",? and(?: in)? ")
_STAGES = {
    **dict.fromkeys(("plead", "admit", "confess"), "plea"),
    **dict.fromkeys(("convict", "find", "acquit", "clear"), "verdict"),
    **dict.fromkeys(("charge", "indict", "accuse", "face"), "charge"),
}
_TOLL = frozenset("dead injured".split())
"""States of people alone, of which there are more and more."""
_ORDER = dict(zip("1st 2nd 3rd 4th".split(), "first second third fourth".split(), strict=True))
_PERIOD = re.compile(
    r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[- ](quarter|half|round|period|term|semester|season|leg|inning)\b"
)
_MUCH = 3
_KINDS = ("count", "money", "percent", "measure", "age")


class _Measure(NamedTuple):
    """What `least_likelihood` asks of one number: its kind and its sort, which must be that of the other: whether it is
    the whole of which another counts a part, counts a rest, those who do it to others or some of those known, how badly
    those are hurt, by what gauge it is told; the days over which it is reckoned; whether it is one of a list or at a
    stage of a trial; the words beside it, the states that these name, the words for what is counted, and those of them
    that are neither vague nor a state.
    """

    kind: str
    sort: tuple[object, ...]
    days: float | None
    listed: bool
    stage: str
    beside: set[str]
    named: set[str]
    nouns: list[str]
    specific: list[str]


@once
def _measured(detail: Detail, quantity: Quantity) -> _Measure:
    nouns = nouns_of(detail, quantity)
    return _Measure(
        kind=_kind(detail, quantity),
        sort=(
            is_whole(detail, quantity),
            is_rest(detail, quantity),
            does_it(detail, quantity),
            _is_some_of_known(detail, quantity),
            _degrees(detail, quantity),
            gauge(detail, quantity),
        ),
        days=stretch(detail, quantity),
        listed=_is_listed(detail, quantity),
        stage=_stage(detail, quantity),
        beside=around(detail, quantity),
        named=states(detail, quantity),
        nouns=nouns,
        specific=[form for form in nouns if form not in VAGUE | DEGREES and form not in STATE_OF],
    )


def least_likelihood(a: Detail, one: Quantity, b: Detail, other: Quantity) -> float:
    """The likelihood to share a fact that two statements need for their numbers to be compared; `NEVER`: not at all."""
    if one.unit != other.unit:
        return NEVER
    x, y = _measured(a, one), _measured(b, other)
    if x.kind != y.kind or x.kind not in _KINDS or x.sort != y.sort or _is_wider(a, b) or _is_wider(b, a):
        return NEVER
    if (ones := _periods(a)) and (others := _periods(b)) and not ones & others:
        return NEVER
    if None not in (x.days, y.days) and x.days != y.days:
        return NEVER
    if not x.named & y.named and is_another_size(one, other):
        return NEVER
    if one.kind == "age":
        return SAME_PERSON if bearers(a, one) & bearers(b, other) else NEVER
    if x.listed != y.listed or x.stage != y.stage or (x.named and y.named and not x.named & y.named):
        return NEVER
    shared = (x.beside & y.beside) - VAGUE
    signs = [NEVER]
    if len(shared) >= _MUCH and one.kind in ("money", "percent", "measure"):
        signs.append(MUCH_AROUND)
    other_doers = _have_other_doers(a, b)
    if not other_doers and look_alike(one.value, other.value):
        signs.append(LOOK_ALIKE)
    if other_doers or happen_apart(a, b) or _are_dated_apart(a, one, b, other):
        return min(signs)
    if one.kind == "percent" and a.predicate != b.predicate and not a.about & b.about:
        return min(signs)
    if x.specific and y.specific and _one_noun(x.specific[-1]) == _one_noun(y.specific[-1]):
        alike = x.specific[-1] in peoples() and not (x.named ^ y.named) - {"destroyed"}
        signs.append(SAME_PEOPLE if alike else SAME_STATE if x.named & y.named & _TOLL else SAME_NOUN)
    if one.kind != "count" and a.about & b.about and {*x.nouns, *y.nouns} <= a.about & b.about:
        signs.append(SAME_SUBJECT)
    if (
        bool(x.specific) != bool(y.specific)
        and x.named & y.named & _TOLL
        and _outgrows(a, one, b, other, bool(x.specific))
    ):
        signs.append(SAME_NOUN)
    if x.specific or y.specific:
        return min(signs)
    if len((set(a.terms) & set(b.terms)) - VAGUE) >= 2 and _is_alone(a, one) and _is_alone(b, other):
        signs.append(ALONE)
    if x.named & y.named:
        signs.append(LEADING if _leads(a) and _leads(b) else SAME_STATE)
    if len(shared) >= 2 or _counts_doers(a, one, b, other):
        signs.append(SAME_NOUN)
    return min(signs)


@once
def _periods(detail: Detail) -> frozenset[tuple[str, str]]:
    """The numbered parts of a year or a contest that a statement names ("third-quarter", "the second round")."""
    found = _PERIOD.findall(fold(detail.words))
    return frozenset((_ORDER.get(number, number), part) for number, part in found)


def _one_noun(form: str) -> str:
    """The word that stands for all that mean one thing."""
    return ONE_NOUN.get(form, form)


def _outgrows(a: Detail, one: Quantity, b: Detail, other: Quantity, first: bool) -> bool:
    """Whether those of one sort ("430 protesters") are more than all people are by the other report, or were before."""
    if not first:
        a, one, b, other = b, other, a, one
    later = is_update(a, b) and comes_first(b, a) and not (is_history(a) or is_history(b))
    return exceeds(one, other) or (later and is_overtaken(other, one))


def _is_some_of_known(detail: Detail, quantity: Quantity) -> bool:
    """Whether something else than their state is told of some of those known ("identified 63 of the dead")."""
    told = SOME_OF.match(detail.document.text, quantity.span.end)
    if told is None or quantity.kind != "count" or detail.predicate is None or detail.predicate in STATE_OF:
        return False
    behind = [form for form, _ in terms(detail.document.text, told.end(), detail.statement.span.end)]
    return any(form in STATE_OF for form in [form for form in behind if not form.isdigit()][:1])


def _degrees(detail: Detail, quantity: Quantity) -> set[str]:
    """How badly those are hurt that a number counts: "six minor injuries"."""
    hurt = states(detail, quantity) & {"injured"}
    return {form for form in (*nouns_of(detail, quantity), *around(detail, quantity)) if hurt and form in DEGREES}


def _is_alone(detail: Detail, quantity: Quantity) -> bool:
    """Whether a head count is the only count of its statement."""
    return quantity.kind == "count" and sum(q.kind == "count" for q in detail.quantities) == 1


def _have_other_doers(a: Detail, b: Detail) -> bool:
    """Whether somebody known did the one and somebody else the other ("the farmers won six seats")."""
    return bool(a.doers and b.doers) and not a.doers & b.doers


def _leads(detail: Detail) -> bool:
    """Whether a statement stands in the headline or at the beginning of its report."""
    headline = detail.document.headline
    return detail.statement.span.start - (headline.end if headline else 0) <= _LEAD


def _is_wider(a: Detail, b: Detail) -> bool:
    """Whether a number is of several places ("in Aster and Oxley") that the other sentence does not name together."""
    ones = _several_places(a)
    return bool(ones) and not ones <= {entity.id for entity in b.around}


@once
def _several_places(detail: Detail) -> set[str]:
    """The places named in a statement where "and" joins some of them, else none."""
    ones = _places(detail)
    joined = any(_JOINED.fullmatch(detail.document.text, one[1], following[0]) for one, following in pairwise(ones))
    return {entity for _, _, entity in ones} if joined else set()


def _places(detail: Detail) -> list[tuple[int, int, str]]:
    """Where places are named in a statement: start, end, entity, by start."""
    span = detail.statement.span
    return sorted(
        (held.start, held.end, entity.id)
        for entity in detail.entities
        if entity.kind == "place"
        for form in entity.forms
        for held in form.spans
        if held.document == span.document and span.start <= held.start and held.end <= span.end
    )


def _counts_doers(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether both numbers count the subjects of one verb ("16 people spoke" / "17 of them spoke")."""
    subjects = a.statement.subject, b.statement.subject
    return (
        a.predicate is not None
        and a.predicate == b.predicate
        and not {a.predicate, b.predicate} & STATE_OF.keys()
        and all(s is not None and s.start <= q.span.start < s.end for s, q in zip(subjects, (one, other), strict=True))
    )


def _is_listed(detail: Detail, quantity: Quantity) -> bool:
    """Whether the number is one of several of one thing in a list ("one count of fraud and one count of theft")."""
    noun = nouns_of(detail, quantity)[-1:]
    if not noun or noun[0] in STATE_OF or noun[0] in VAGUE:
        return False
    return any(
        q.span != quantity.span
        and nouns_of(detail, q)[-1:] == noun
        and _AND.search(detail.document.text, *sorted((q.span.end, quantity.span.start)))
        for q in detail.quantities
    )


def _stage(detail: Detail, quantity: Quantity) -> str:
    """The stage of a trial at which counts are counted: pleas and verdicts are of other numbers than charges."""
    if nouns_of(detail, quantity)[-1:] not in (["count"], ["charge"]):
        return ""
    return _STAGES.get(detail.predicate or "", "")


def _kind(detail: Detail, quantity: Quantity) -> str:
    """The kind; "the third person to die" counts the dead."""
    if quantity.kind == "ordinal" and "dead" in states(detail, quantity):
        return "count" if set(nouns_of(detail, quantity)) <= VAGUE else quantity.kind
    return quantity.kind


def happen_apart(a: Detail, b: Detail) -> bool:
    """Whether the sentences name days more than `APART` days apart, none nearer; without one, publication counts."""
    ones, others = _days(a), _days(b)
    return bool(ones and others) and min(abs((x - y).days) for x in ones for y in others) > APART


def _are_dated_apart(a: Detail, one: Quantity, b: Detail, other: Quantity) -> bool:
    """Whether the dates behind two numbers lie apart ("by 28 points in 2012" / "by 20 points in 2016")."""
    x, y = _date_behind(a, one), _date_behind(b, other)
    if x is None or y is None:
        return False
    return (Day.fromisoformat(max(x[0], y[0])) - Day.fromisoformat(min(x[1], y[1]))).days > APART


@once
def _date_behind(detail: Detail, quantity: Quantity) -> tuple[str, str] | None:
    """The first and the last day of the first date behind a number in its statement."""
    behind = [d for d in detail.dates if d.kind == "date" and d.span.start >= quantity.span.end]
    date = min(behind, key=lambda d: d.span, default=None)
    return (date.earliest, date.latest) if date and date.earliest and date.latest else None


@once
def _days(detail: Detail) -> list[Day]:
    return [Day.fromisoformat(day) for day in detail.days or [detail.published[:10]] if day]


def is_whole(detail: Detail, quantity: Quantity) -> bool:
    """Whether the number is the whole of which another counts a part ("24 of the 59")."""
    before = [q for q in detail.quantities if q.span.end <= quantity.span.start]
    return bool(before) and bool(PART_OF.fullmatch(detail.document.text, before[-1].span.end, quantity.span.start))


def is_rest(detail: Detail, quantity: Quantity) -> bool:
    """Whether the number counts those beside some already told of ("the guard and three others", "three more").

    Those in another state than the number before ("two dead and 30 others injured") are all that there are.
    """
    text, span = detail.document.text, quantity.span
    ahead = text[max(detail.sentence.start, span.start - _AHEAD) : span.start]
    if (
        not _REST.match(text, span.end)
        and not _REST.search(text[span.start : span.end])
        and not _REST_AHEAD.search(ahead)
    ):
        return False
    own = states(detail, quantity)
    before = [states(detail, q) for q in detail.quantities if q.span.end <= span.start]
    earlier = terms(text, detail.sentence.start, max(detail.sentence.start, detail.statement.span.start))
    before.append({STATE_OF[form] for form, _ in earlier if form in STATE_OF})
    return not any(own and other and not own & other for other in before)


@once
def with_doer(detail: Detail, quantity: Quantity) -> bool | None:
    """Whether a number of dead or hurt counts whoever did it too: said so, ruled out by the words, or null (not said).

    Whoever kills four is none of the four.
    """
    text, span = detail.document.text, quantity.span
    if not states(detail, quantity) & {"dead", "injured"}:
        return None
    after = fold(text[span.end : detail.sentence.end])
    if _WITHOUT_DOER.search(after):
        return False
    if _WITH_DOER.search(after):
        return True
    whose = next((argument for argument in detail.arguments if argument.role == "subject"), None)
    predicate = detail.statement.predicate
    if whose is None or predicate is None:
        return None
    active = predicate.end <= span.start and not PASSIVE.match(fold(cut(detail.document, predicate)))
    done = any(a.role == "object" and a.span.start <= span.start < a.span.end for a in detail.arguments)
    return False if active and done and _is_doer(detail, whose) else None


def _is_doer(detail: Detail, whose: Argument) -> bool:
    """Whether the subject is somebody who attacks: a word for it, or the name of a person."""
    people = {entity.id for entity in detail.around if entity.kind == "person"}
    return whose.head in _DOERS or bool(whose.entities & people)


@once
def bearers(detail: Detail, quantity: Quantity) -> set[str]:
    """The entities whose name is what an age is of."""
    of = quantity.of
    return {
        entity.id
        for entity in detail.entities
        for form in entity.forms
        for span in form.spans
        if of and span.document == of.document and span.start < of.end and of.start < span.end
    }
