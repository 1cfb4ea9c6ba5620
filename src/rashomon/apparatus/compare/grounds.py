"""On what ground something was done: "freed under a ceasefire deal" / "freed as a gesture"; "resigned for health
reasons" / "resigned over the audit".

First the occasions of a release, handover or the like, which are of a few kinds: an agreement, an exchange, a gesture,
the result of something else; two kinds given for one act differ. Then the reasons of acts that have one reason as a
rule; two reasons without a word in common differ. Both are tensions: one act may have several grounds. The act must
be one: one word for it or one state it led to, and one person it reached or, where no names tell, statements likely to
share a fact.
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.compare.patients import patients
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.measures import STATE_OF
from rashomon.model import Span
from rashomon.terms import terms
from rashomon.text import cut

LIKELY, LIKELY_NAMED = 0.25, 0.02
_KINDS = """
agreement: deal agreement accord treaty pact truce ceasefire armistice
exchange: swap exchange trade
gesture: gesture favour favor concession gift reward courtesy
result: result product outcome fruit consequence
"""
_KIND_OF = {
    word: line.partition(":")[0] for line in _KINDS.strip().splitlines() for word in line.partition(":")[2].split()
}
_CASES = {
    "agreement": frozenset("of under in during through via by after".split()),
    "exchange": frozenset("of in through via during".split()),
    "gesture": frozenset(("as", "in", "out of")),
    "result": frozenset(("", "as")),
}
_REASONS = frozenset(
    ["for", "over", "because of", "due to", "owing to", "as a result of", "from", "of", "amid", "on suspicion of"]
)
_ACT_LINES = """
hospitalize hospitalise treat admit
arrest detain jail imprison
resign quit step
fire dismiss sack oust suspend
cancel postpone delay
close shut evacuate
die
impeach
sue
fine
"""
_ACTS = {word: line.split()[0] for line in _ACT_LINES.strip().splitlines() for word in line.split()}
_WOUNDS = frozenset("injury wound trauma gunshot blow burn stab bleed".split())
_OF = frozenset(("die",))
_ON = frozenset(("arrest", "clash"))
"""Acts whose reason stands behind "of" and "from", and those where it may stand behind "on"."""
_NO_REASON = frozenset(
    """
    year month week day hour minute second decade time term rest remainder period life reason cause offence offense
    crime charge office post job position seat role part good sake purpose question age home prison jail hospital
    treatment observation test evaluation care person people thing number count sum amount
    """.split()
)


class Ground(NamedTuple):
    """A ground: its kind, the words for it, the act it is given for, and where the word for the act begins."""

    kind: str
    span: Span
    act: str
    place: int


def compare_grounds(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the grounds on which two statements say one thing was done."""
    if likely < LIKELY_NAMED or a.statement.polarity != b.statement.polarity or not one_time(a, b):
        return None
    return _occasions(a, b, likely, i, j) or _reasons(a, b, likely, i, j)


def gives_grounds(detail: Detail) -> bool:
    """Whether a statement says on what grounds something was done."""
    return bool(occasions(detail) or reasons(detail))


def _occasions(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    for one in occasions(a):
        for other in occasions(b):
            if one.kind == other.kind or one.act != other.act or not _is_one_act(a, one, b, other, likely):
                continue
            values = cut(a.document, one.span), cut(b.document, other.span)
            why = f"one act on two grounds: {values[0]} / {values[1]}"
            return Finding("scope", "tension", likely, why, i, j, *values)
    return None


def _reasons(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    for one in reasons(a):
        for other in reasons(b):
            words = [
                {f for f, _ in terms(d.document.text, g.span.start, g.span.end)} for d, g in ((a, one), (b, other))
            ]
            if one.act != other.act or words[0] & words[1] or all(held & _WOUNDS for held in words):
                continue
            if not _is_one_act(a, one, b, other, likely):
                continue
            values = cut(a.document, one.span), cut(b.document, other.span)
            why = f"one act for two reasons: {values[0]} / {values[1]}"
            return Finding("scope", "tension", likely, why, i, j, *values)
    return None


def _is_one_act(a: Detail, one: Ground, b: Detail, other: Ground, likely: float) -> bool:
    """Whether two acts reached one person, or nobody named by both in statements likely to share a fact."""
    ones, others = patients(a, one.place), patients(b, other.place)
    if ones[0] and others[0]:
        return bool(ones[0] & others[0])
    if not ones[0] and not others[0] and ones[1] and others[1]:
        return bool(ones[1] & others[1]) and likely >= LIKELY
    return likely >= LIKELY


@once
def occasions(detail: Detail) -> list[Ground]:
    """The occasions that a statement gives for something that was done, with the state that came of it."""
    found = []
    for noun in detail.nouns:
        kind = _KIND_OF.get(noun.head)
        if kind is None or noun.case not in _CASES[kind]:
            continue
        act, place, start = noun.on, noun.on_place, noun.span.start
        if noun.case == "of":
            part = next((n for n in detail.nouns if n.place == place and n.head == "part" and n.case == "as"), None)
            if part is None:
                continue
            act, place, start = part.on, part.on_place, part.span.start
        if kind == "result":
            act, place = _subject(detail, noun)
        state = STATE_OF.get(act, "")
        if state and state not in ("agreement", "charged"):
            found.append(Ground(kind, Span(detail.document.id, start, noun.span.end), state, place))
    return found


def _subject(detail: Detail, noun: Noun) -> tuple[str, int]:
    """The noun for an act, of which "the result of" is said, and its place."""
    said = next((n for n in detail.nouns if n.on_place == noun.place and n.label == "nsubj"), None)
    return (said.head, said.place) if said else ("", -1)


@once
def reasons(detail: Detail) -> list[Ground]:
    """The reasons that a statement gives for something that was done."""
    found = []
    for noun in detail.nouns:
        act = _ACTS.get(noun.on, "")
        if not act or noun.case not in _REASONS or noun.head in _NO_REASON or (act != "die" and noun.head in STATE_OF):
            continue
        if noun.case == "on" and act not in _ON:
            continue
        if (noun.case in ("of", "from")) != (act in _OF) or _is_measured(detail, noun):
            continue
        found.append(Ground("reason", noun.span, act, noun.on_place))
    return found


def _is_measured(detail: Detail, noun: Noun) -> bool:
    starts = [*(q.span.start for q in detail.quantities), *(d.span.start for d in detail.dates)]
    return any(noun.span.start <= start < noun.span.end for start in starts)
