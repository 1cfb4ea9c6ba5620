"""Which body "the union" and "the company" are, in the words of the reporter.

By its name: the body of the report whose name holds the word ("the Varn Dockers Union": the union); of several, the
one named last in front of it. Where none does, words that fit any firm or group ("the company", "the organization")
are the body that was subject last, in the sentences just in front. Outlets that report or are told something, and
authorities, are nobody's company. Out of scope: "the government" and others of which a report may know one without
naming it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.antecedents import Mentioned, Understood
from rashomon.lexicon.tables import key, organisations
from rashomon.lexicon.tables import words as table
from rashomon.model import Document, Entity, Span
from rashomon.reading.agencies import agency_of
from rashomon.text import cut, words

_REACH = 700
"""Code points back to the sentence that names the company."""
_WORDS = 3
_SPELT = {"organisation": "organization", "centre": "center", "defence": "defense", "labour": "labor"}
_FIRMS = frozenset(
    """company firm corporation manufacturer maker carmaker automaker drugmaker chipmaker planemaker retailer airline
    carrier operator developer lender insurer supplier startup start-up conglomerate brewer""".split()
)
_GROUPS = frozenset("group organization charity nonprofit association foundation movement".split())
_STATE = frozenset(
    """department ministry court police army navy force forces congress senate house parliament assembly council
    commission committee government cabinet administration bureau board university college school hospital party union
    treasury office embassy consulate guard guards authority agency center""".split()
)


_BROADCASTERS = frozenset(
    "abc bbc bloomberg breitbart c-span cbs cnbc cnn euronews itv msnbc nbc newsmax npr pbs rt twitter weibo".split()
) | {"al jazeera", "abc news", "bbc news", "cbs news", "fox news", "nbc news", "sky news"}
_HEARER = re.compile(r"\b(?:told|telling|tells|citing|with|by|via)\s+(?:the\s+)?$", re.IGNORECASE)


def body_meant(document: Document, span: Span, understood: Understood, entities: Sequence[Entity]) -> str | None:
    """The body that words with "the" and without a name stand for: an organisation named in front of them."""
    said = [_plain(w.text) for w in words(document.text, span.start, span.end)]
    text = cut(document, span)
    if not 1 < len(said) <= _WORDS or said[0] != "the" or text[1:] != text[1:].lower():
        return None
    bodies = {entity.id: entity for entity in entities if entity.kind == "organisation"}
    mentioned = [m for m in understood.mentioned if m.entity in bodies and document.text[m.start - 1] not in "(["]
    before = [m for m in mentioned if m.start < span.start]
    noun = said[-1]
    if noun in table("organisations", "head"):
        named = {id_ for id_ in {m.entity for m in mentioned} if _holds(document, bodies[id_], noun)}
        found = next((m.entity for m in reversed(before) if m.entity in named), None)
        if found is not None or len(named) == 1:
            return found or named.pop()
    if noun not in _FIRMS | _GROUPS:
        return None
    near = [m for m in before if m.start > span.start - _REACH and not _reports(document, m, bodies[m.entity])]
    fitting = [m for m in near if noun in _GROUPS or not _of_state(bodies[m.entity])]
    subjects = [m for m in fitting if m.rank == 0]
    return (subjects or fitting)[-1].entity if fitting else None


def _plain(word: str) -> str:
    return _SPELT.get(key(word), key(word))


def _holds(document: Document, body: Entity, noun: str) -> bool:
    """Whether one of its names in this report holds the word."""
    forms = (form for form in body.forms if any(span.document == document.id for span in form.spans))
    return any(noun in [_plain(part) for part in form.text.split()[1:]] for form in forms)


def _reports(document: Document, mention: Mentioned, body: Entity) -> bool:
    """Whether it is an outlet, or stands where an outlet stands ("told Varn Today")."""
    if _HEARER.search(document.text, max(0, mention.start - 20), mention.start):
        return True
    names = [form.text for form in body.forms]
    outlet = any(
        key(name) in _BROADCASTERS or key(name.split()[-1]) in table("organisations", "paper") for name in names
    )
    published = key(document.publisher or "").removeprefix("the ") in map(key, names)
    return outlet or published or any(agency_of(name) for name in names)


def _of_state(body: Entity) -> bool:
    """Whether one of its names is that of an authority."""
    known = {organisations().get(form.text, form.text) for form in body.forms}
    return any(key(part) in _STATE for name in known for part in name.split())
