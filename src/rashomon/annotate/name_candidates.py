"""Candidates for names in one sentence by its capitals, and the words with a capital that name nobody.

A candidate is a chunk (`name_chunks`, `name_parts`) with the words around it. `weak` ones stand where a capital was due
anyway, or in the title of a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.annotate.name_chunks import Chunk, calendar, is_given, opening, people, runs, type_after
from rashomon.annotate.name_parts import NAME_TOO, take_apart
from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.tables import inhabitants, is_common, is_listed, organisations, places, seats, words
from rashomon.lexicon.verbs import lemma

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_NO_NAME_ACRONYMS = frozenset(
    "suv vp ag dvd dvds cd cds tv tvs ceo cfo coo cto mp mps pm am ok id ids dna hiv aids gdp it pr cctv gps lgbt "
    "lgbtq usd gbp eur "
    "faq pdf usb vip vips atm pin phd mba ad ads vat sms url html wifi ied ieds nhl-x rpg rpgs rv vs a.k.a aka asap "
    "diy "
    "covid sars ppe er icu cpr iq mri ap-x q&a r&d b.a m.a ph.d a.m p.m u-turn x-ray t-shirt tbd tba read more photos "
    "update exclusive breaking watch live video photo potus flotus nda ndas".split()
)
_ADDRESSED = frozenset(
    "honor honour majesty highness excellency holiness eminence grace lordship ladyship worship".split()
)
_DATE_WORDS = frozenset(
    "in since last next this until till by of early late mid from to through before after every on".split()
)
_GROUPS = ("family", "families", "brothers", "sisters", "siblings", "couple", "twins")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk with the words before and after it in its sentence.

    `chances` are those of the reader for its words, in the mean (outside, person, organisation, place, other); empty
    where there is no tree. `points`: how much its words say it is a name of some kind. `rule` names what found it.
    """

    chunk: Chunk
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    weak: bool
    chances: tuple[float, ...] = ()
    points: int = 0
    rule: str = "capitals"

    @property
    def form(self) -> str:
        """The name as its words are compared."""
        return " ".join(token.text for token in self.chunk.tokens)


def candidates(text: str, tokens: tuple[Token, ...], bearers: frozenset[str]) -> list[Candidate]:
    """The candidates of a plain sentence in order. `bearers` are folded last names of persons known otherwise."""
    found = []
    index = {token.start: i for i, token in enumerate(tokens)}
    for row in runs(text, tokens, bearers):
        at = index[row[0].start]
        definite = is_definite(text, tokens, at)
        surname = len(row) == 1 and row[0].folded in bearers and not row[0].opens and not definite
        for chunk in [Chunk(tuple(row))] if surname else take_apart(tuple(row), definite):
            left, right = index[chunk.start], index[chunk.tokens[-1].start]
            before, after = tokens[:left], tokens[right + 1 :]
            if is_no_name(chunk, before, after, bearers) or is_family(text, chunk, after, bearers):
                continue
            single = len(chunk.tokens) == 1 and (chunk.tokens[0].opens or calendar(chunk.tokens[0]))
            weak = (single and not chunk.titles) or _in_work(before, after)
            found.append(Candidate(chunk, before, after, weak))
    return found


def with_type(text: str, candidate: Candidate) -> Candidate:
    """The candidate with the lower-case words behind it that say what it is ("Marn bridge")."""
    more = type_after(text, candidate.chunk.tokens, candidate.after)
    if not more:
        return candidate
    chunk = replace(candidate.chunk, tokens=candidate.chunk.tokens + more)
    return replace(candidate, chunk=chunk, after=candidate.after[len(more) :])


def led(candidate: Candidate, bearers: frozenset[str]) -> list[Candidate]:
    """The candidate, or two where a known body stands behind the name of who leads it ("Marn White House")."""
    tokens = candidate.chunk.tokens
    for at in range(1, len(tokens) - 1):
        tail, left = " ".join(t.text for t in tokens[at:]), " ".join(t.text for t in tokens[:at])
        known = tail in seats() or (tail in organisations() and tokens[at - 1].folded in bearers)
        if known and tokens[at - 1].capital and not is_listed(left) and not people(left) and not _is_plain(tokens[:at]):
            person = Chunk(tokens[:at], candidate.chunk.titles, candidate.chunk.definite)
            body = Chunk(tokens[at:])
            chances = candidate.chances
            by_name = (chances[0], 1 - chances[0], 0.0, 0.0, 0.0) if chances else ()
            return [
                replace(candidate, chunk=person, after=(*tokens[at:], *candidate.after), chances=by_name),
                replace(candidate, chunk=body, before=(*candidate.before, *tokens[:at])),
            ]
    return [candidate]


def _is_plain(tokens: tuple[Token, ...]) -> bool:
    return all(is_common(t.folded) or opening(t) for t in tokens)


def is_definite(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "the" stands before the word."""
    return at > 0 and tokens[at - 1].folded == "the" and text[tokens[at - 1].end : tokens[at].start] == " "


def bearers_of(found: Iterable[Candidate]) -> frozenset[str]:
    """Folded last names of what looks like a full name of a person."""
    names = set()
    for candidate in found:
        tokens = [t for t in candidate.chunk.tokens if t.folded not in words("not_names", "suffix")]
        if (len(tokens) > 1 and is_given(tokens[0]) and all(t.capital for t in tokens)) or (
            candidate.chunk.titles and tokens
        ):
            names.add(tokens[-1].folded)
    return frozenset(names)


def is_no_name(
    chunk: Chunk, before: tuple[Token, ...], after: tuple[Token, ...], bearers: frozenset[str], sure: bool = False
) -> bool:
    """Words that stand with a capital and name nobody: dates, peoples, titles, trade words in capitals.

    `sure`: the reader takes it for a name, so that words of the dictionary may be one.
    """
    if len(chunk.tokens) > 1:
        if inhabitants(" ".join(t.folded for t in chunk.tokens)):
            return True
        title = " ".join(t.folded for t in chunk.tokens).removesuffix("s") in words("titles", "front")
        if (
            len(chunk.tokens) == 2
            and chunk.tokens[0].folded in words("places", "first")
            and people(chunk.tokens[1].text)
        ):
            return True
        return title or all(people(t.text) or calendar(t) or not (t.capital or sure) for t in chunk.tokens)
    if chunk.tokens[0].folded not in bearers and not sure and _of_common_words(chunk, before):
        return True
    token = chunk.tokens[0]
    if (
        _ROMAN.fullmatch(token.text)
        or token.folded.strip(".") in _NO_NAME_ACRONYMS
        or people(token.text)
        or token.text.isdigit()
    ):
        return True
    if calendar(token) and not chunk.titles:
        return _in_date(token, before, after)
    if len(token.text) == 1 or (len(token.text) == 2 and token.text.endswith(".")):
        return True
    if token.folded in bearers and not chunk.definite and not token.opens:
        return False
    if sure and (token.acronym or token.folded in NAME_TOO) and not chunk.definite:
        return False
    title = token.folded in words("titles", "front") or token.folded in words("titles", "role")
    if title and not chunk.titles and token.text not in organisations() and not chunk.definite:
        return True
    return title and not token.acronym and token.folded not in words("organisations", "paper")


def is_family(text: str, chunk: Chunk, after: tuple[Token, ...], bearers: frozenset[str]) -> bool:
    """ "the Marns", "the Marn family": people of one name, not a bearer of it."""
    if not chunk.definite or len(chunk.tokens) > 1:
        return False
    word = chunk.tokens[0].folded
    if word.endswith("s") and word[:-1] in bearers:
        return True
    return bool(after) and after[0].folded in _GROUPS and text[chunk.end : after[0].start] == " "


def _in_work(before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether small words around it have capitals too, as in the title of a book set into a sentence."""
    near = [t for t in (*before[-3:], *after[:2]) if t.capital and not t.opens and opening(t) and not t.acronym]
    return len([t for t in near if len(t.text) > 1 and t.folded not in ("the", "new")]) >= 2


def _of_common_words(chunk: Chunk, before: tuple[Token, ...]) -> bool:
    """A word of the dictionary with a capital for show ("the best Service", "NEVER"), or a form of address ("Your
    Honor").
    """
    token = chunk.tokens[0]
    known = token.text in places() or token.text in organisations()
    if known or chunk.titles:
        return False
    if token.acronym and "." not in token.text and not any(c.isdigit() for c in token.text):
        return opening(token) or lemma(token.folded) is not None or (is_common(token.folded) and len(token.text) > 3)
    if before and before[-1].folded in ("your", "his", "her") and token.folded in _ADDRESSED:
        return True
    return is_common(token.folded) and not chunk.definite and not token.opens and not is_given(token)


def _in_date(token: Token, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    if token.folded not in ("may", "april", "june", "august", "march", "mar", "sun", "jan", "easter", "christian"):
        return True
    if after and (after[0].text[0].isdigit() and after[0].start - token.end <= 2):
        return True
    if not before:
        return token.folded != "may"
    return (
        before[-1].folded in _DATE_WORDS
        or (before[-1].text[0].isdigit() and token.start - before[-1].end == 1)
        or token.folded != "may"
    )
