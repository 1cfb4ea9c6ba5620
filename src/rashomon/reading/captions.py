"""Captions and picture credits, known by their own words or by the credit at their end."""

from __future__ import annotations

import re

from rashomon.reading.agencies import agencies_in, agency_of
from rashomon.reading.bylines import is_person
from rashomon.reading.masthead import could_be_outlet, outlet_noun

_LEAD = re.compile(
    r"^\W*(?:(?:file|handout|undated)\s+(?:photo|image|picture|footage)\b|FILE\s*[-–—:]|(?:photo(?:graph)?s?|images?|pictures?|caption|"
    r"illustration|screenshot)(?:\s+(?:credit|source|caption|by))?\s*[:|]|pictured\s*:|"
    r"(?:photo(?:graph)?|image|picture|illustration)s?\s+(?:by|credit|courtesy|source|caption)\b|(?:photo|image|picture)\s+©|"
    r"credit\s*:|enlarge\s+this\s+image|toggle\s+caption|hide\s+caption|image\s+(?:source|caption|copyright)\b|media\s+(?:caption|playback\s+is)\b|\(?(?:\w+\s+){0,2}photo\s*:|"
    r"view\s+image\s+in\s+full\s*screen)",
    re.I,
)
_TAIL = re.compile(
    r"(?:[(\[|]\s*(?:file\s+)?(?:photo(?:graph)?|image|picture|credits?|source|foto|photo/video)s?\b[^()\[\]]{0,80}[)\]]?\W*$"
    r"|(?:^|[.”\"’)]\s+|\s[|–—-]\s*)(?:(?:file\s+)?(?:photo(?:graph)?|image|picture|foto)s?(?:\s+(?:by|credit|courtesy(?:\s+of)?))?|credits?)"
    r"\s*[:/©]\s*[^.:]{2,80}\W*$"
    r"|©\s*[^.]{2,60}$"
    r"|\bcourtesy\s+of\s+[^.,]{2,60}[.)\]]?$)",
    re.I,
)
_TAIL_WORDS = ("photo", "image", "picture", "foto", "credit", "source", "courtesy", "©")
_VIA = re.compile(r"\b[Vv]ia\s+(?P<who>[A-Z][^.,;]{1,40})\.?\)?$")
_SLASH = re.compile(
    r"(?:^|[\s(\[])(?:[\w’'.-]+\s+){0,3}[\w’'.-]+\s*/\s*(?P<who>[A-Z][^/.;()]{1,40})"
    r"(?:\s*/\s*[A-Z][\w .-]{1,30})?[)\]]?\.?$"
)
_AGENCY_FIRST = re.compile(
    r"(?:^|[.\s(\[])(?P<who>REUTERS|AFP|AP(?:\s+Photo)?|EPA|Xinhua)\s*/\s*[A-Z][^/.;]{1,40}[)\]]?\.?$"
)
_BRACKET = re.compile(r"[(\[](?P<who>[^()\[\]]{2,60})[)\]]\.?$")
_WHOLE = re.compile(r"[(\[](?P<who>[^()\[\]]{2,60})[)\]]\.?")
_PAIR = re.compile(r"^(?P<who>[^/|]{4,40}?)\s*/\s*(?P<where>[^/|]{2,40})$")
_DASHED = re.compile(r"^(?P<said>.+\S)\s+[—–|-]\s*(?P<who>[^—–|]{3,50})$")
_MACHINE = re.compile(
    r"^(?:enlarge\s+this\s+image|toggle\s+caption|hide\s+caption|view\s+image\s+in\s+full\s*screen|image\s+source,?)\s*",
    re.I,
)


def is_caption(text: str) -> bool:
    """Whether the line is a caption or a picture credit by its own form."""
    if len(text) > 900:
        return False
    if _LEAD.match(text):
        return len(text.split()) <= 90
    folded = text.casefold()
    # a sign or word that a pattern cannot do without is looked for first: most lines are no captions
    if any(word in folded for word in _TAIL_WORDS) and _TAIL.search(text) and not text.startswith("©"):
        return True
    for pattern, sign in ((_VIA, "via"), (_SLASH, "/"), (_AGENCY_FIRST, "/")):
        match = pattern.search(text) if sign in folded else None
        if match and agencies_in(match["who"].replace("REUTERS", "Reuters")):
            return True
    inside = _WHOLE.fullmatch(text)
    if inside and (outlet_noun(inside["who"]) or "/" in text or agencies_in(text)) and len(text.split()) <= 8:
        return True
    credit = _PAIR.match(text) if "/" in text else None
    if credit and is_person(credit["who"]) and could_be_outlet(credit["where"]):
        return True
    match = _BRACKET.search(text) if text.endswith((")", "]", ").", "].")) else None
    if match and _is_credit(match["who"]) and not folded.startswith(("(reporting", "(writing")):
        return match.start() > 0 or agency_of(match["who"]) is None
    return False


def dashed_credit(text: str) -> str | None:
    """What stands before a dash and a person's or an agency's name at the end of a line; null when there is none."""
    match = _DASHED.match(text)
    if match and (is_person(match["who"]) or agencies_in(match["who"])) and len(text.split()) <= 60:
        return match["said"]
    return None


def is_bare_credit(text: str) -> bool:
    """Whether a caption line says nothing but who took the picture ("Enlarge this image toggle caption Ann Lee/AP")."""
    rest = text
    while match := _MACHINE.match(rest):
        rest = rest[match.end() :]
    return rest != text and not re.search(r"[.!?]\s|[.!?]$|,\s+[a-z]", rest) and len(rest.split()) <= 16


def _is_credit(inside: str) -> bool:
    pieces = [piece.strip() for piece in re.split(r"[/|,]", inside)]
    return any(agency_of(piece) for piece in pieces) and len(inside.split()) <= 9
