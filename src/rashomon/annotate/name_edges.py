"""Names whose last word is no part of them, and words beside a name that are: mended where they stand.

"Orvel Rovers GM" and "the Arland AG" end with an office in capitals: the name is that of the body or the place in
front. "Chamber 3" is a number, not a name. "The Marn family" is none of the Marns but all of them. "The Beacon" of the
Beacon is the outlet, whoever else is called so. Out of scope: offices written out (`titles`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicon.tables import key, places
from rashomon.model import Mention, Span

OFFICE = re.compile(r"\s+(?:AGs?|A\.G\.|GMs?|PM|P\.M\.|CEOs?|CFO|COO|CTO|DAs?|D\.A\.|MPs?|MEPs?|MSPs?|VP|QB)(?=$|\W)")
"""An office in capitals behind a name."""
_OFFICE_ALONE = frozenset({"A.G.", "D.A.", "P.M."})
_NUMBER = re.compile(r"\s(?:[0-9]+|[IVX]+)\b(?![-–—/.,]?[0-9%])")
_COUNTED = frozenset(
    """article berth building bus camp category chamber chapter checkpoint class clause corridor count court day door
    episode exhibit exit flight floor freeway game gate grade group gym hall hangar highway interstate junction lane
    level line mile motorway no number page pad part phase pier platform point pool quarter reactor road room round
    route row runway season section sector seat shaft ship stage state step study table terminal tier track trial
    tunnel unit ward week year zone""".split()
)
_FAMILY = re.compile(r"\s(?:family|families)\b")


def with_edges(text: str, mentions: Sequence[Mention], publisher: str = "") -> Iterator[Mention]:
    """The mentions in order, cut and widened at their last word; those of which nothing is left are left out."""
    for mention in mentions:
        span = mention.span
        form = text[span.start : span.end]
        single = " " not in form
        if form in _OFFICE_ALONE or (single and _is_numbered(text, form, span)):
            continue
        if f"The {form}" == publisher and text.startswith("The ", span.start - 4):
            yield replace(mention, kind="organisation", titles=())
            continue
        office = OFFICE.search(form)
        if office and office.end() == len(form) and mention.kind in ("organisation", "place"):
            kept = form[: office.start()]
            kind = "place" if kept in places() else mention.kind
            mention = replace(mention, span=replace(span, end=span.start + len(kept)), kind=kind)
        elif mention.kind == "person" and single and not mention.titles and (match := _FAMILY.match(text, span.end)):
            mention = replace(mention, span=replace(span, end=match.end()), kind="organisation")
        yield mention


def _is_numbered(text: str, form: str, span: Span) -> bool:
    """Whether the word only says what the number behind it counts."""
    return key(form) in _COUNTED and _NUMBER.match(text, span.end) is not None
