"""Which outlets a sentence credits with what it says ("the Harbour Post reported", "told the Post").

Steps: the outlets of the event are listed, the publishers of its reports and what is named as outlets are; a sentence
credits one of them where its name stands behind words that take from a source ("according to", "told", "citing", "an
interview with"), or before a verb of reporting and outside the statement, whose subject it would be otherwise ("the
Post reported a loss"). An outlet that a headline tells of is a party of the news and is credited with nothing; no
report credits its own. Whether the outlet is right is not asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.apparatus.details import Detail
from rashomon.copies.outlets import same_outlet, without_the
from rashomon.model import Document, Entity, Span
from rashomon.reading.agencies import agency_of

_NOUNS = frozenset(
    "times post herald tribune courier gazette chronicle guardian telegraph journal observer news newspaper daily "
    "weekly radio television tv fm examiner inquirer mirror express mail dispatch bulletin newswire".split()
)
_SHORTEST = 4
"""Letters of a publisher's name that is looked for in running words."""
_KIND = r"(?:\w+[- ])?(?:news ?paper|daily|weekly|broadcaster|news agency|news site|website|magazine|tabloid|channel)"
_BEHIND = rf"\s+(?:(?:the|its|an?)\s+)?(?:{_KIND},?\s+(?:the\s+)?)?$"
_FROM = re.compile(rf"\b(?:according to|told|as reported by|first reported by|cited by|citing){_BEHIND}", re.IGNORECASE)
_THROUGH = re.compile(
    r"\b(?:(?:speaking|spoke|spoken) to|interviews? (?:with|in|for)|(?:seen|obtained|reviewed|viewed) by|"
    rf"reports? (?:in|by|from)|(?:statement|remarks|comments) to){_BEHIND}",
    re.IGNORECASE,
)
"""What takes from a source only where it stands beside the statement: inside it the source is what is told of."""
_REPORTS = re.compile(
    rf"(?:,?\s+(?:the|an?)\s+{_KIND},|\s+{_KIND})?\s+(?:(?:has|had|have|also|first|later|earlier)\s+){{0,2}}"
    r"(?:reported|reports|said|says|wrote|writes|revealed|reveals)\b(?!\s+(?:an?|its|the)\b)"
)
_OWN = re.compile(r"['’]s?(?!\w)|\s+to\s")
"""What makes it another's ("the Post's editor") or what is told an order ("told the Post to pay")."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, the ways it is written, the documents it published."""

    name: str
    forms: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credits:
    """The outlets of an event, and which of them, by number, a statement's sentence credits with it, by the statement's
    id; the spans are the words that name them.
    """

    outlets: tuple[Outlet, ...]
    of: Mapping[str, Mapping[int, Span]]


_Places = list[tuple[int, int]]


def find_credits(documents: Sequence[Document], details: Sequence[Detail], entities: Sequence[Entity]) -> Credits:
    """What the sentences of all statements credit with them."""
    outlets = find_outlets(documents, entities)
    named = {document.id: _named_in(document, outlets) for document in documents}
    return Credits(outlets, {detail.statement.id: _credits_of(detail, named[detail.document.id]) for detail in details})


def find_outlets(documents: Sequence[Document], entities: Sequence[Entity]) -> tuple[Outlet, ...]:
    """The publishers of the documents and the organisations named as outlets are, without those the news is about."""
    published: dict[str, list[str]] = {}
    for document in documents:
        if document.publisher and len(without_the(document.publisher)) >= _SHORTEST:
            known = next((name for name in published if same_outlet(name, document.publisher)), document.publisher)
            published.setdefault(known, []).append(document.id)
    outlets, used = [], set()
    for name, held in published.items():
        forms = {without_the(name)}
        for entity in entities:
            if any(same_outlet(form.text, name) for form in entity.forms):
                used.add(entity.id)
                forms |= {without_the(form.text) for form in entity.forms}
        outlets.append(Outlet(name, tuple(sorted(forms, key=lambda f: (-len(f), f))), tuple(held)))
    for entity in entities:
        if entity.id not in used and entity.kind in ("organisation", "other") and _is_named_so(entity):
            named = {without_the(form.text) for form in entity.forms}
            outlets.append(Outlet(entity.name, tuple(sorted(named, key=lambda f: (-len(f), f))), ()))
    return tuple(outlet for outlet in outlets if not _is_party(outlet, documents))


def _named_in(document: Document, outlets: Sequence[Outlet]) -> list[tuple[int, _Places]]:
    """The numbers of the outlets that a document names and did not publish for it, and where it does."""
    others = ((n, outlet) for n, outlet in enumerate(outlets) if document.id not in outlet.documents)
    named = ((n, _places(outlet, document.text, 0, len(document.text))) for n, outlet in others)
    return [(number, places) for number, places in named if places]


def _credits_of(detail: Detail, named: Sequence[tuple[int, _Places]]) -> dict[int, Span]:
    """What the sentence of a statement credits with it, by the number of the outlet, and the words that name it."""
    sentence, own, text = detail.sentence, detail.statement.span, detail.document.text
    found = {}
    for number, places in named:
        here = places[bisect_left(places, (sentence.start, 0)) : bisect_left(places, (sentence.end, 0))]
        cited = [place for place in here if place[1] <= sentence.end and _is_credit(text, sentence, own, place)]
        spoken_of = any(own.start <= place[0] < own.end and place not in cited for place in here)
        if cited and not spoken_of:
            found[number] = Span(sentence.document, *cited[0])
    return found


def _is_credit(text: str, sentence: Span, own: Span, place: tuple[int, int]) -> bool:
    start, end = place
    if _OWN.match(text, end):
        return False
    before = text[sentence.start : start]
    if _FROM.search(before):
        return True
    outside = end <= own.start or own.end <= start
    return outside and bool(_THROUGH.search(before) or _REPORTS.match(text[end : sentence.end]))


def _places(outlet: Outlet, text: str, start: int, end: int) -> _Places:
    """Where the outlet is named in a range, by its longest form at each place."""
    if not any(text.find(form, start, end) >= 0 for form in outlet.forms):
        return []
    named = _any_of(outlet.forms)
    return [match.span() for match in named.finditer(text, start, end)] if named else []


@lru_cache(maxsize=1024)
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """The forms that are long enough to name an outlet by themselves, as one pattern; null where none is."""
    long = "|".join(re.escape(form) for form in forms if len(form) >= _SHORTEST or form.isupper())
    return re.compile(rf"(?<!\w)(?:{long})(?!\w)") if long else None


def _is_named_so(entity: Entity) -> bool:
    """Whether an entity is named as outlets are: an agency of the world, or an outlet's word at the end of its name."""
    return any(
        agency_of(form.text) is not None or (len(form.text.split()) > 1 and form.text.split()[-1].casefold() in _NOUNS)
        for form in entity.forms
    )


def _is_party(outlet: Outlet, documents: Sequence[Document]) -> bool:
    """Whether a headline of another outlet names it and does not credit it."""
    for document in documents:
        span = document.headline
        if span is None or document.id in outlet.documents:
            continue
        for place in _places(outlet, document.text, span.start, span.end):
            if not _is_credit(document.text, span, Span(document.id, span.start, place[0]), place):
                return True
    return False
