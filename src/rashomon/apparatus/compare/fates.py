"""What those that a number counts are, and what became of them: its noun, the words beside it, the states these name.

Of several numbers of one sentence each has its own words: those up to the next comma, "and" or number. What the verb
says is of the first number of its subject too, if an aside stands between ("19 people, five of them children, were
killed"), unless the subject does it to others ("five soldiers killed three rebels").
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import PASSIVE
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.measures import STATE_OF
from rashomon.model import Quantity
from rashomon.terms import terms
from rashomon.text import cut, fold

PART_OF = re.compile(r"\s*(?:people |men |women )?(?:out )?of (?:the |some |about |its |all )*")
SOME_OF = re.compile(r"\s+of (?:the|those|these|them|its|his|her|their)\b")
_BORDER = re.compile(r",(?!\d)|;|\band\b|\bbut\b")
_HOUSES = frozenset("hospital shelter".split())
"""Words of a state that, counted themselves, are houses and no people ("two hospitals")."""
_FOR_ITSELF = frozenset("die perish succumb drown disappear vanish survive flee evacuate shelter plead".split())
"""Verbs of what becomes of their own subject, object or not: "4,000 people fled their homes"."""


@once
def states(detail: Detail, quantity: Quantity) -> set[str]:
    """The states that the words for what is counted and the words around it name; houses are in none."""
    nouns = nouns_of(detail, quantity)
    if nouns and nouns[-1] in _HOUSES:
        return set()
    words = (*nouns, *around(detail, quantity))
    named = {STATE_OF[form] for form in words if form in STATE_OF}
    own = STATE_OF.get(detail.predicate or "")
    if own and _heads_subject(detail, quantity):
        named = named - {own} if _is_active(detail) else named or {own}
    return {own} if own in named and SOME_OF.match(detail.document.text, quantity.span.end) else named


def _heads_subject(detail: Detail, quantity: Quantity) -> bool:
    """Whether the number is the first of the subject ("19 people, including five children, had been killed")."""
    subject = detail.statement.subject
    if subject is None or not quantity.span.start < subject.end or not subject.start < quantity.span.end:
        return False
    return not any(subject.start < q.span.end <= quantity.span.start for q in detail.quantities)


def does_it(detail: Detail, quantity: Quantity) -> bool:
    """Whether those counted do to others what a state tells of: "five soldiers killed three rebels"."""
    return detail.predicate in STATE_OF and _heads_subject(detail, quantity) and _is_active(detail)


def _is_active(detail: Detail) -> bool:
    verb = detail.statement.predicate
    if verb is None or detail.predicate in _FOR_ITSELF or PASSIVE.match(fold(cut(detail.document, verb))):
        return False
    return any(argument.role == "object" and argument.span.start >= verb.end for argument in detail.arguments)


@once
def around(detail: Detail, quantity: Quantity) -> set[str]:
    """The content words beside a number, up to the next comma, "and" or number; a part's are those of its clause."""
    start, end = detail.statement.span.start, detail.statement.span.end
    text = detail.document.text
    if not _is_part(detail, quantity):
        before = [m.end() for m in _BORDER.finditer(text, start, quantity.span.start)]
        before += [q.span.end for q in detail.quantities if q.span.end <= quantity.span.start]
        after = [m.start() for m in _BORDER.finditer(text, quantity.span.end, end)]
        after += [q.span.start for q in detail.quantities if q.span.start >= quantity.span.end]
        start, end = max(before, default=start), min(after, default=end)
    own = {form for form, _ in terms(text, quantity.span.start, quantity.span.end)} if quantity.of is None else set()
    return {form for form, _ in terms(text, start, end) if not form[:1].isdigit()} - own


@once
def nouns_of(detail: Detail, quantity: Quantity) -> list[str]:
    """The words for what a number counts, in compared form."""
    if quantity.of is None:
        return []
    return [form for form, _ in terms(detail.document.text, quantity.of.start, quantity.of.end)]


def _is_part(detail: Detail, quantity: Quantity) -> bool:
    after = [q for q in detail.quantities if q.span.start >= quantity.span.end]
    return bool(after) and bool(PART_OF.fullmatch(detail.document.text, quantity.span.end, after[0].span.start))
