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
_FAMILY_FIRST = frozenset(
    "kim lee park pak choi choe jung jeong kang cho yoon yun jang chang lim han shin seo suh kwon hwang ahn song hong "
    "moon ri ro rhee yoo bae baek nam ban noh roh hwang xi li wang zhang liu chen zhao huang zhou wu xu zhu guo deng "
    "wen jiang nguyen tran pham".split()
)
"""Family names that stand in front of the given name: the most frequent of Korea, China and Vietnam."""
_ONLY_CHINESE = frozenset("xi li wang zhang liu chen zhao huang zhou xu zhu guo deng wen jiang".split())
_SYLLABLE = re.compile(r"[^aeiou]{0,3}[aeiouyw]{1,4}[^aeiou]{0,2}", re.IGNORECASE)
_SUFFIX = re.compile(r",? (Jr|Jnr|Sr|Snr|II|III|IV|V|VI|VII|VIII|IX|X{1,3})\.?$")


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
        suffix = match.group(1).casefold().replace("nr", "r")
        form = form[: match.start()]
    parts = form.split()
    if len(parts) < 2:
        single = parts[0] if parts else form.strip()
        return PersonName(nicknames, "", suffix, single, _gender((*nicknames, single), ""))
    if _family_first(parts):
        return PersonName(("".join(parts[1:]).replace("-", ""), *nicknames), parts[0], suffix, "", None)
    at = len(parts) - 1
    particles = words("not_names", "particle")
    while at > 1 and parts[at - 1].casefold() in particles and parts[at - 1][0].islower():
        at -= 1
    given = (*parts[:at], *nicknames)
    family = " ".join(parts[at:])
    return PersonName(given, family, suffix, "", _gender(given, family))


def _family_first(parts: list[str]) -> bool:
    """Whether the family name leads ("Kim Jong Un", "Xi Jinping"); not "Kim Hallgren", "Lee Ann Marn"."""
    if key(parts[0]) not in _FAMILY_FIRST or key(parts[1]) in given_names():
        return False
    rest = [piece for part in parts[1:] for piece in part.split("-")]
    if len(rest) == 2:
        return all(_SYLLABLE.fullmatch(piece) for piece in rest)
    return len(rest) == 1 and key(parts[0]) in _ONLY_CHINESE


def _gender(given: tuple[str, ...], family: str) -> str | None:
    shown = family_gender(family) if family else None
    if shown == "female":
        return shown
    for name in given:
        if key(name) in words("not_names", "particle"):
            continue
        genders = given_names().get(key(name))
        if genders and len(genders) == 1:
            return next(iter(genders))
    return shown
