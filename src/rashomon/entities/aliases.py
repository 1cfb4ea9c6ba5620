"""Names that a report itself says are one: "identified by X as Y", "also known as", "(born …)", "(PRC)"."""

from __future__ import annotations

import re

from rashomon.annotate.name_widened import wing_of
from rashomon.entities.decision import Decision
from rashomon.entities.things import acronym_letters, initials_of
from rashomon.entities.units import Unit
from rashomon.lexicon.tables import key
from rashomon.model import Document, Span

_STATED = re.compile(
    r"^,?\s*\(?(?:(?:who is |who was )?(?:also |better |formerly |previously |then |widely |variously "
    r")*(?:known|identified|referred to|"
    r"named|described|listed|spelt|spelled|written|rendered|transliterated)(?: by [^,.;()]{1,30}?| in "
    r"[^,.;()]{1,20}?)?(?: simply| only)? as"
    r"|whose (?:real|legal|full|true|birth|given|maiden|stage|pen) name (?:is|was)"
    r"|a\.?k\.?a\.?|alias|n[ée]e|born|formerly|previously|spelt|spelled|or)\s+[“\"‘']?(?:the )?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s(?:the )?|\s\((?:the )?")
_CALLED = re.compile(r"\b(?:known as|a\.?k\.?a|alias)\b", re.IGNORECASE)
_BRACKET = re.compile(r"^\s*[“\"]?\s?\((?:the |or )?[“\"]?$")


def stated_aliases(documents: dict[str, Document], units: tuple[Unit, ...]) -> list[tuple[int, int, Decision]]:
    """Pairs of units that stand in a construction that says they are one, by place."""
    places = sorted((span, number) for number, unit in enumerate(units) for span in unit.spans)
    found: list[tuple[int, int, Decision]] = []
    for index, (span, a) in enumerate(places):
        for other, b in places[index + 1 : index + 3]:
            if a == b or span.document != other.document or other.start - span.end > 70:
                continue
            decision = _stated(documents[span.document], span, other, units[a], units[b])
            if decision:
                found.append((a, b, decision))
                break
    return found


def _stated(document: Document, span: Span, other: Span, a: Unit, b: Unit) -> Decision | None:
    between = document.text[span.end : other.start]
    kinds = {a.kind, b.kind}
    if "person" in kinds and len(kinds) > 1:
        called = _CALLED.search(between) and _STATED.match(between) and "place" not in kinds
        return Decision("same", 0.9, "stated alias") if called else None
    if _BRACKET.match(between) and document.text[other.end : other.end + 1] in (")", "”", '"'):
        word = b.form.casefold() if len(b.form) > 2 else ""
        if initials_of(a.form) & {acronym_letters(b.form), word}:
            return Decision("same", 0.98, "acronym stated beside the name")
        if "person" not in kinds and _nearly(acronym_letters(b.form), initials_of(a.form)):
            return Decision("same", 0.9, "most of an acronym stated beside the name")
        scripts = b.form.isascii() != a.form.isascii() and not any(c.isascii() and c.isalpha() for c in b.form)
        return Decision("same", 0.9, "the name in another script beside it") if scripts else None
    if _completed(document.text, span, other) and kinds == {"person"} and len(a.spans) == 1:
        return Decision("same", 0.9, "name completed in brackets")
    if _named_wing(document.text, between, other, a, b):
        return Decision("same", 0.9, "the wing named beside it")
    if _STATED.match(between) and (a.kind == b.kind or a.kind != "person"):
        bare_or = between.strip(" ,").casefold() in ("or", "the", "or the")
        if bare_or and not (acronym_letters(b.form) and acronym_letters(b.form) in initials_of(a.form)):
            return None
        if between.strip(" ,(").casefold() == "born" and b.kind != "person":
            return None
        return Decision("same", 0.95, "stated alias")
    return None


def _nearly(letters: str, initials: frozenset[str]) -> bool:
    """Whether an acronym in brackets leaves words of the name out ("Department of Ports and Works (DPW)" is "Arland
    Department …"), or has one letter more, as that of the land in front of the name."""
    if len(letters) < 3:
        return False
    return any(
        len(each) >= 3 and (_within(letters, each) or (len(letters) == len(each) + 1 and _within(each, letters)))
        for each in initials
    )


def _within(few: str, many: str) -> bool:
    """Whether the letters stand in the other ones in their order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _named_wing(text: str, between: str, other: Span, a: Unit, b: Unit) -> bool:
    """Whether one is the name of the wing that the other describes ("Arl Brigades, the armed wing of Arl,")."""
    if not (a.kind == b.kind == "organisation" and _APPOSED.fullmatch(between)):
        return False
    left, right = wing_of(a.form), wing_of(b.form)
    if (left is None) == (right is None) or not re.match(r"\s*(?:$|[,.;:)–—])", text[other.end : other.end + 3]):
        return False
    whole, named = (left[0], b.form) if left else ((right or ("", ""))[0], a.form)
    return key(whole) != key(named)


def _completed(text: str, span: Span, other: Span) -> bool:
    """Whether an editor set one of the two words of a name in brackets ("[Ada] Moor", "Ada [Moor]")."""
    between = text[span.end : other.start]
    before = between == "] " and text[span.start - 1 : span.start] == "["
    return before or (between == " [" and text[other.end : other.end + 1] == "]")
