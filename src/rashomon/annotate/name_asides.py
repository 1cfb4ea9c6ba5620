"""Names that stand in a report and are none of it: in link cards set into a sentence, and in credits of pictures.

A card repeats a name, glues headlines of other reports to it and ends with "MORE" ("Ada Moor Ada Beth MoorCouncil
votes … MORE said"). A credit is a name with an agency behind a slash ("Ivo Marn/Arl Press"), or says so ("Picture by
…/…"). Other furniture is whole lines and is found when a report is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model import Mention

_CARD = re.compile(
    r"(?<=[a-z.)] )(?:Ma?c|De|O['’])?+[A-Z][a-z]{2,}"
    r"(?:MORE\b|(?:[A-Z]|\d)[^\n]{0,600}?\bMORE(?= [(a-z]|[,.]|$))",
    re.M,
)
_SLASH = re.compile(r"\s?/\s?$")
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?)(?: credit)? by [A-Z][^\n/.]{2,40}/[A-Z][^\n.]{2,40}$", re.M | re.I
)


def without_asides(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in order, without those in link cards and credits of pictures."""
    cards = [match.span() for match in _CARD.finditer(text) if text[: match.start()].split()[-1][0].isupper()]
    cards = sorted([*cards, *(match.span() for match in _CREDIT.finditer(text))])
    starts = [start for start, _ in cards]
    credited: set[Mention] = set()
    for person, agency in pairwise(mentions):
        between = text[person.span.end : agency.span.start]
        if person.kind == "person" and agency.kind == "organisation" and _SLASH.fullmatch(between):
            credited.update((person, agency))
    found = []
    for mention in mentions:
        at = bisect_right(starts, mention.span.end - 1) - 1
        if mention not in credited and (at < 0 or cards[at][1] <= mention.span.start):
            found.append(mention)
    return found
