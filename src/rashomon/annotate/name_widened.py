"""Names that lower-case words beside them make the name of another thing: wings of organisations, wars of places.

"The political wing of Arl", "Arl's armed wing" and "Arl political bureau" name a part of Arl: what is said of it is not
said of the whole. "The Velk war" and "the Velk era" are no place. Out of scope: parts with a name of their own ("Arl
Brigades"), wings of people, words with a capital ("Velk War" is one name already).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Mention, Span

_SIDE = {
    "political": "political",
    "diplomatic": "political",
    "military": "armed",
    "armed": "armed",
    "paramilitary": "armed",
    "youth": "youth",
    "student": "student",
    "students'": "student",
    "women's": "women",
    "women’s": "women",
    "media": "media",
    "propaganda": "media",
    "charitable": "charitable",
    "humanitarian": "charitable",
    "parliamentary": "parliamentary",
    "religious": "religious",
}
_PART = r"(?:wing|arm|bureau|branch|leadership)"
_ADJECTIVE = "|".join(sorted(map(re.escape, _SIDE), key=lambda word: (-len(word), word)))
_BEFORE = re.compile(rf"\b(?P<side>{_ADJECTIVE}) {_PART} of (?:the )?$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:['’]s?)? (?P<side>{_ADJECTIVE}) {_PART}\b", re.IGNORECASE)
_WAR = re.compile(r" (?:war|era)(?! (?:crime|zone|effort|plan|game|hero|room|chest|machine|footing)s?\b)\b")
_FORM = re.compile(
    rf"(?P<a>{_ADJECTIVE}) {_PART} of (?:the )?(?P<whole_a>.+)"
    rf"|(?P<whole_b>.+?)(?:['’]s?)? (?P<b>{_ADJECTIVE}) {_PART}",
    re.IGNORECASE | re.DOTALL,
)


def widened(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in order, organisations widened to the wing that is spoken of, places to the war or era."""
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        floor = found[-1].span.end if found else 0
        ceiling = mentions[at + 1].span.start if at + 1 < len(mentions) else len(text)
        found.append(_wing(text, mention, floor, ceiling) or _war(text, mention, ceiling) or mention)
    return found


def _war(text: str, mention: Mention, ceiling: int) -> Mention | None:
    match = _WAR.match(text, mention.span.end, ceiling) if mention.kind == "place" else None
    return replace(mention, span=replace(mention.span, end=match.end()), kind="other", titles=()) if match else None


def _wing(text: str, mention: Mention, floor: int, ceiling: int) -> Mention | None:
    if mention.kind != "organisation":
        return None
    span = mention.span
    before = _BEFORE.search(text[floor : span.start])
    if before:
        return replace(mention, span=Span(span.document, floor + before.start(), span.end))
    after = _AFTER.match(text, span.end, ceiling)
    return replace(mention, span=Span(span.document, span.start, after.end())) if after else None


def wing_of(form: str) -> tuple[str, str] | None:
    """The organisation and the side of a form that names a wing ("political wing of Arl" is of "Arl", "political")."""
    match = _FORM.fullmatch(form)
    if match is None:
        return None
    side = match["a"] or match["b"]
    return match["whole_a"] or match["whole_b"], _SIDE[side.casefold()]
