"""Names that a document treats as countries or towns though no table knows them.

Three things tell: the word for its people ("Orvela" and "Orvelan officials"), what only lands have ("Orvela's
parliament"), and a realm or shore before it ("the Emir of Orvela", "the coast of Orvela"). A name that a person of the
document bears, or that begins with a given name, is none. Out of scope: towns that are only gone to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rashomon.annotate.name_candidates import Candidate
from rashomon.annotate.name_chunks import is_given

_OWNED = frozenset(
    "parliament capital coast coastline airspace waters borders border embassy territory soil constitution currency "
    "interior outskirts suburbs mayor".split()
)
_REALMS = frozenset(
    "emir king queen sultan emirate kingdom sultanate republic principality coast shore shores island islands capital "
    "city town province mayor".split()
)
_WITHIN = 2
"""Words between the name and what it has ("Orvela's southern coast")."""


def lands(text: str, found: Sequence[Candidate], known: Collection[str]) -> frozenset[str]:
    """The written forms of one or two words that the document treats as lands. `known` are forms to pass over."""
    told = set()
    for candidate in found:
        form, tokens = candidate.form, candidate.chunk.tokens
        if form in known or len(tokens) > 2 or candidate.chunk.titles or is_given(tokens[0]) or form.isupper():
            continue
        if _owns(candidate) or _is_realm(text, candidate) or _has_people(text, form):
            told.add(form)
    return frozenset(told)


def _owns(candidate: Candidate) -> bool:
    """Whether what only lands have is the name's."""
    following = candidate.after[: _WITHIN + 1]
    if not candidate.chunk.tokens[-1].possessive:
        return False
    return any(token.folded in _OWNED for token in following)


def _is_realm(text: str, candidate: Candidate) -> bool:
    """Whether "of" and a word for a realm, a shore or a town stand before the name."""
    before = candidate.before
    if len(before) < 2 or before[-1].folded != "of" or text[before[-1].end : candidate.chunk.start] != " ":
        return False
    return before[-2].folded in _REALMS


def _has_people(text: str, form: str) -> bool:
    """Whether the word for its people stands before a noun of the document ("Orvelan officials")."""
    ends = "n" if form.endswith("a") else "i|ese|ish"
    if not any(form + end in text for end in ends.split("|")):
        return False
    return re.search(rf"\b{re.escape(form)}(?:{ends})\s+[a-z]", text) is not None
