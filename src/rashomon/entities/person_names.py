"""A person's name taken apart: given names, nicknames, family name, suffix, gender.

"Alexander “Sasha” Petrov" has the given names Alexander and Sasha and the family name Petrov; "Jo Marn Jr." the suffix
"jr". A name of one word has neither given nor family name: which of the two it is, only the event can say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.entities.spelling import family_gender
from rashomon.lexicon.tables import given_names, key, words

_NICK = re.compile(r"[“\"‘'(«]([^“”\"‘'()«»]+)[”\"’')»]")
_SUFFIX = re.compile(r",? (Jr|Sr|II|III|IV|V|VI|VII|VIII|IX|X{1,3})\.?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name as written; `single` holds a name of one word."""

    given: tuple[str, ...]
    family: str
    suffix: str
    single: str
    gender: str | None


@lru_cache(maxsize=4096)
def read_name(form: str) -> PersonName:
    """The parts of a written name, without titles."""
    nicknames = tuple(m.strip() for m in _NICK.findall(form))
    form = _NICK.sub(" ", form)
    suffix = ""
    match = _SUFFIX.search(form)
    if match and match.start() > 0:
        suffix = match.group(1).casefold()
        form = form[: match.start()]
    parts = form.split()
    if len(parts) < 2:
        single = parts[0] if parts else form.strip()
        return PersonName(nicknames, "", suffix, single, _gender((*nicknames, single), ""))
    at = len(parts) - 1
    particles = words("not_names", "particle")
    while at > 1 and parts[at - 1].casefold() in particles and parts[at - 1][0].islower():
        at -= 1
    given = (*parts[:at], *nicknames)
    family = " ".join(parts[at:])
    return PersonName(given, family, suffix, "", _gender(given, family))


def _gender(given: tuple[str, ...], family: str) -> str | None:
    shown = family_gender(family) if family else None
    if shown == "female":
        return shown
    for name in given:
        genders = given_names().get(key(name))
        if genders and len(genders) == 1:
            return next(iter(genders))
    return shown
