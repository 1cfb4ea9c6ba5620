"""Relations that reports state: kinship by the words beside a name, offices by titles that name an organisation or
place, wings by their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.annotate.name_chunks import people
from rashomon.annotate.name_widened import wing_of
from rashomon.entities.kin import Kin
from rashomon.entities.offices import one_word
from rashomon.entities.units import Unit
from rashomon.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS
from rashomon.lexicon.tables import key, organisations, peoples, places, words
from rashomon.model import Relation, Span

_PAST = frozenset("former ex late retired onetime one-time then".split())
_LESSER = frozenset("deputy vice assistant associate acting interim outgoing incoming".split())
_LEADING = frozenset("of for at to in on by from with under during since".split())


def find_relations(units: Sequence[Unit], kin: Sequence[Kin], entity_of: Mapping[int, str]) -> tuple[Relation, ...]:
    """All relations, by subject's first span; one for each kind, subject and object, with all spans that state it."""
    found: dict[tuple[str, str, str], set[Span]] = defaultdict(set)
    for link in kin:
        if link.owner is not None and entity_of[link.owner] != entity_of[link.relative]:
            found[(link.kind, entity_of[link.relative], entity_of[link.owner])].add(link.span)
    for number, unit in enumerate(units):
        wing = wing_of(unit.form)
        for n, whole in enumerate(units) if wing else ():
            if wing and whole.kind == "organisation" and key(whole.form) == key(wing[0]):
                found[("wing of", entity_of[number], entity_of[n])].update(unit.spans)
        for text, span in unit.titles:
            for kind, thing in _offices(text, span, units, entity_of):
                if thing != entity_of[number]:
                    found[(kind, entity_of[number], thing)].add(span)
    made = [Relation(kind, subject, thing, tuple(sorted(spans))) for (kind, subject, thing), spans in found.items()]
    return tuple(sorted(made, key=lambda r: (r.spans, r.kind, r.subject, r.object)))


def _offices(text: str, span: Span, units: Sequence[Unit], entity_of: Mapping[int, str]) -> list[tuple[str, str]]:
    """What a title is of: a mention inside it, or the country whose people it names ("Russian President")."""
    role = _role(text)
    if not role:
        return []
    full = one_word(f"{role}.")
    role = "representative" if full == "congressman" else role if full.endswith(".") else full
    inside = [
        n
        for n, unit in enumerate(units)
        if unit.kind != "person"
        and any(
            s.document == span.document
            and span.start <= s.start < s.end <= span.end
            and not _leads_on(text, role, s, span)
            for s in unit.spans
        )
    ]
    if (
        inside
        and _is_party(units[inside[0]].form)
        and role not in ("leader", "member", "chairman", "chairwoman", "chair")
    ):
        return []
    rank = _rank(text, role)
    if inside:
        before = text[: _start_inside(units[inside[0]], span) - span.start].split()[-1:]
        if before == ["from"]:
            return []
        return [(f"{rank}{role} {'to' if before == ['to'] else 'of'}", entity_of[inside[0]])]
    if role not in words("titles", "front"):
        return []
    countries = _countries_of(text)
    return [
        (f"{rank}{role} of", entity_of[n])
        for n, unit in enumerate(units)
        if unit.kind == "place" and unit.document == span.document and places().get(unit.form) in countries
    ][:1]


def _start_inside(unit: Unit, title: Span) -> int:
    """Where the unit first stands in the title."""
    return min(s.start for s in unit.spans if s.document == title.document and title.start <= s.start < title.end)


def _rank(text: str, role: str) -> str:
    """What makes the office a past or a lesser one, with a blank behind it ("former deputy "); else nothing."""
    parts = [key(part).strip(",.") for part in text.split()]
    first = key(role.split()[0]).rstrip(".")
    ahead = parts[: parts.index(first)] if first in parts else parts
    past = "former " if any(part in _PAST for part in ahead) else ""
    return past + (f"{ahead[-1]} " if ahead and ahead[-1] in _LESSER else "")


def _countries_of(text: str) -> set[str]:
    """The countries whose people a title names, the longer name first ("North Korean leader" is of North Korea)."""
    parts = text.split()
    found: set[str] = set()
    at = 0
    while at < len(parts):
        for length in (2, 1):
            word = key(" ".join(parts[at : at + length]))
            if word in peoples() and (length > 1 or people(parts[at])):
                found.add(peoples()[word])
                break
        at += length
    return found


def _leads_on(text: str, role: str, name: Span, title: Span) -> bool:
    """Whether a name behind the word of office only says more of a common noun ("spokesman for the Orvel campaign")."""
    rest = text[name.end - title.start :].split()
    return (
        text.casefold().find(role) < name.start - title.start
        and bool(rest)
        and rest[0][:1].islower()
        and (rest[0] not in PREPOSITIONS | CONJUNCTIONS)
    )


def _is_party(form: str) -> bool:
    """Whether the form is a party, whose members' offices are not of it ("Democratic senator")."""
    return organisations().get(form, "").endswith(" Party")


def _role(text: str) -> str | None:
    """The word of office in a title, folded, with the word before it where the two make one office."""
    front, role = words("titles", "front"), words("titles", "role")
    parts = [key(part).strip(",.") for part in text.split()]
    stop = next((i for i, part in enumerate(parts) if part in _LEADING), len(parts))
    for at in range(len(parts) - 2):
        if " ".join(parts[at : at + 3]) in front and parts[at + 1] == "of":
            return " ".join(parts[at : at + 3])
    for at in range(stop - 1, -1, -1):
        pair = " ".join(parts[max(0, at - 1) : at + 1])
        if at > 0 and pair in front:
            return pair
        if parts[at] in front or parts[at] in role:
            return parts[at]
    return None
