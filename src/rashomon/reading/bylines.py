"""Who wrote it: bylines, rows of names, closing notes ("… contributed to this report"), author boxes, place lines.

Decides per line from its form alone; where on the page a form counts is decided in `plain`.
"""

from __future__ import annotations

import re

from rashomon.reading.agencies import agency_of
from rashomon.reading.masthead import could_be_outlet, outlet_noun

_PARTICLE = "de|da|di|del|della|der|den|van|von|bin|bint|ben|al|el|ibn|dos|du|la|le|ter|st"
_NAME_WORD = rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.‑-]*|[A-Z]\.|{_PARTICLE})"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}"
_PERSON = re.compile(rf"(?=[A-ZÀ-ÖØ-ÞĀ-Ž]){_NAME}$")
_LEAD = re.compile(
    r"^(?:words?\s+by|written\s+by|reported\s+by|reporting\s+by|report(?:\s+by)?:|text(?:\s+by)?\s*:|story\s+by|text\s+by|article\s+by|posted\s+by|"
    r"published\s+by|authors?\s*:|by\s*:|(?:by|von|par|por)(?=\s+(?-i:[^\W\da-z_])))\s*",
    re.I,
)
_SEPARATOR = re.compile(r"\s*(?:,?\s+(?:and|und|et|y|e|with)\s+|,|;|&|\||/|·|•|\u2022)\s*", re.I)
_PLACE_TAIL = re.compile(r"\s+(?:in|at|for|of|from)\s+.+$")
_FUNCTION = frozenset(
    "a an the and or but as at by for from in into of off on onto out over to up with after before amid against about "
    "is are was were be not no why how what when where who this that his her their its more most new said".split()
)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|staff|writer|bureau|chief|journalist|columnist|contributor|producer|analyst|desk|"
    r"agenc(?:y|ies)|newsroom|team|service|wires?)\b",
    re.I,
)
_NOTE_WITHIN = re.compile(
    r"contributed\s+(?:to\s+this|reporting|from|additional)|\breported\s+from\b.+\b(?:from|and)\b", re.I
)
_NOTE = re.compile(
    r"\W*(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|"
    r"research)(?:\s+and\s+\w+)?\s+by\b|contribut(?:ing|ors?)\s*:|"
    r"(?:with\s+)?(?:files|reporting|material|input|inputs|information|additional\s+reporting)\s+from\b|"
    r"with\s+(?:inputs?|agenc\w+|wires?|reporting)\b|\(?with\s+agency\s+inputs\)?|source\s*:|\W*agencies\W*$|"
    r"this\s+(?:story|report|article)\s+(?:was\s+)?(?:first|originally)\s+(?:appeared|published|ran)|"
    r"(?:edited|compiled)\s+by\b",
    re.I,
)
_BOX = re.compile(
    r"^(?:the\s+)?[A-ZÀ-Þ][\w’'&.-]*(?:\s+[\w’'&.-]+){0,7}?\s+(?:is|are|was)\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,6}?"
    r"(?:correspondents?|reporters?|editors?|staff\s+writers?|staff|writers?|journalists?|columnists?|contributors?|producers?|"
    r"fellow|team\s+of\s+(?:journalists|reporters|writers|editors))\b"
    r"|^[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*){1,3}\s+(?:covers|writes\s+about|reports\s+on|has\s+covered)\b"
    r"|^(?:follow|contact|email|reach)\s+(?:the\s+(?:author|reporter|writer)|[A-ZÀ-Þ][\w’'.-]+\s|him|her|them)"
    r".*(?:@|twitter|\bX\b|facebook|instagram|e-?mail|linkedin)",
)  # fmt: skip
_WIRE = re.compile(r"(?:[a-z]{2,4}(?:/[a-z]{2,4})*\s*)?[(\[—–-]*\s*(?P<who>[^()\[\]]{2,60}?)\s*[)\]]?\.?")
_ROOM = r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:[\s/-]+[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,3}"
_REGION = r"(?:,\s*[A-ZÀ-Þ][\w’'. -]{1,30}?){0,2}"
_DAY = r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?"
_DASH = r"\s*(?:—|–|--+|-|:|_)\s*"
_PLACE_LINE = re.compile(
    rf"(?:{_ROOM}{_REGION}{_DAY}\s*\((?P<agency>[^()\n]{{2,40}})\)(?:{_DASH}|\s+)"
    rf"|\((?P<alone>[A-Za-z][^()\n]{{1,30}})\)(?:\s*(?:—|–|--+|-)\s*|(?=[^\W\d_]))"
    rf"|{_ROOM}{_REGION}{_DAY}\s*(?:—|–|--+|\s-)\s+"
    rf"|{_ROOM}{_REGION}{_DAY}\s*[—–](?=\S))"
)
_TITLED_PLACE = re.compile(
    rf"[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){{0,2}}{_REGION}{_DAY}\s*\((?P<agency>[^()\n]{{2,40}})\)(?:{_DASH}|\s+)"
)


def is_person(text: str) -> bool:
    """Whether the text has the form of one person's name: two to five words, each with a capital, no digit."""
    if re.search(r"\d", text) or _ROLE.search(text) or not _PERSON.match(text.strip()):
        return False
    if any(word.casefold() in _FUNCTION for word in text.split()):
        return False
    return not outlet_noun(text.split()[-1])


def byline_names(text: str) -> list[str] | None:
    """The persons a byline or a bare row of names holds, as written; null when the line is neither.

    A line that opens with "By" is a byline even where no personal name follows ("By Staff", "By Reuters").
    """
    lead = _LEAD.match(text)
    if (lead and len(text.split()) > 30) or len(text) > 250:
        return None
    rest = text[lead.end() :] if lead else text
    if not lead and (rest.endswith((".", "!", "?", ":")) or len(rest.split()) > 14):
        return None
    pieces = [_PLACE_TAIL.sub("", piece.strip(" .,|")) if lead else piece.strip() for piece in _SEPARATOR.split(rest)]
    names = [piece for piece in pieces if piece and is_person(piece) and not agency_of(piece)]
    if lead:
        if not rest[:1].isupper() or (text.rstrip().endswith(".") and not names):
            return None
        return names
    others = [p for p in pieces if p and p not in names and not agency_of(p) and not _ROLE.search(p)]
    return names if names and not others else None


def outlet_of_byline(text: str) -> str | None:
    """The outlet that a byline names behind its author ("By Ada Moll, Halm Valley Record"); null without one."""
    names = byline_names(text)
    pieces = [piece.strip(" .") for piece in re.split(r",|\s[|·•–—]\s", text)[1:]]
    found = [p for p in pieces if outlet_noun(p) and could_be_outlet(p) and not agency_of(p) and not _ROLE.search(p)]
    return found[0] if names and len(found) == 1 else None


def is_wire_mark(text: str) -> bool:
    """Whether the line is nothing but agencies, and perhaps an editor's initials ("ab/cd (AFP, dpa)", "— Reuters")."""
    match = _WIRE.fullmatch(text)
    return match is not None and all(
        agency_of(piece) for piece in re.split(r"[,/;]|\s(?:and|und|et|with)\s", match["who"])
    )


def is_role(text: str) -> bool:
    """Whether a short line names a post in a newsroom ("Chief correspondent")."""
    return len(text.split()) <= 5 and bool(_ROLE.search(text)) and not text.endswith((".", "?", "!"))


def is_two_names(text: str) -> bool:
    """Whether the text is a row of two or more persons' names and nothing else."""
    names = byline_names(text)
    return names is not None and len(names) >= 2


def is_closing_note(text: str) -> bool:
    """Whether the line tells who else worked on the report or where it stood first."""
    if len(text.split()) > 45:
        return False
    folded = text.casefold()
    within = ("contributed" in folded or "reported" in folded) and _NOTE_WITHIN.search(text)
    return bool(within or _NOTE.match(text))


def is_author_box(text: str) -> bool:
    """Whether the line presents an author or the staff ("… is a reporter in Sel")."""
    return len(text.split()) <= 60 and bool(_BOX.match(text))


def place_line(text: str) -> tuple[int, str] | None:
    """The length of the place line a paragraph opens with ("SEL, Norland (AP) — ") and the words in its brackets.

    A place in capitals may stand alone before a dash; one in ordinary letters needs an agency in brackets.
    """
    match = _PLACE_LINE.match(text)
    if match:
        inside = match["agency"] or match["alone"] or ""
        if match["alone"] and not (agency_of(inside) or re.fullmatch(r"[A-Z][A-Z0-9&.]{1,7}", inside)):
            return None
        if text.startswith("FILE"):
            return None
        return (match.end(), inside) if match.end() < len(text) and match.end() <= 90 else None
    match = _TITLED_PLACE.match(text)
    if match and match["agency"] and agency_of(re.split(r"[/,]", match["agency"])[0]) and match.end() < len(text):
        return match.end(), match["agency"]
    return None
