"""Stretches of a plain sentence that may be names: capitalised words with what joins them, cut where two names meet.

Steps: capitalised words in a row; joined by particles, "&", and by "of", "for", "and" where the words around them
belong to an organisation; nicknames in quotation marks inside a person's name; then titles, articles and peoples are
cut off, and the stretch is split where a place or an organisation is followed by a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.tables import (
    given_names,
    inhabitants,
    is_common,
    is_listed,
    key,
    organisations,
    peoples,
    places,
    words,
)
from rashomon.text import level

_NICKNAME = re.compile(r"\s[“\"‘'(«](?-i:[A-Z\u00c0-\u00de\u0400-\u042f])[\w.’'-]*(?: [^\W\d_]\w+)?[”\"’')»]\s")
_OWNERS = frozenset("sheriff people children women men workers teachers farmers veterans lawyers".split())
_ADJECTIVES = frozenset("new old first second third one good great best big high little long low small social".split())
_BEHIND_COMMA = frozenset("jr jnr sr snr ii iii inc ltd llc corp plc".split())
_SHOP = frozenset(
    "boutique retreat hospital hospice cathedral church college restaurant bar grill cafe pub diner store stores "
    "market "
    "square park palace island vineyard academy school steakhouse bakery theatre theater hotel inn club chapel abbey "
    "center centre museum".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A candidate: its tokens (with joining words), the titles in front, and whether "the" stands before it."""

    tokens: tuple[Token, ...]
    titles: tuple[tuple[int, int], ...] = ()
    definite: bool = False

    @property
    def start(self) -> int:
        """Where it starts in the document's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends, possessive excluded."""
        return self.tokens[-1].end


def opening(token: Token) -> bool:
    """Whether the word is one of the closed classes that open sentences or merely stand with a capital."""
    word = token.folded
    pronoun, mark, ending = word.partition("'")
    if mark and ending in ("d", "ll", "ve", "re", "s", "m", "t") and pronoun in words("not_names", "opening"):
        return True
    return word in words("not_names", "opening") and not (token.acronym and len(word) == 2 and word not in ("it", "no"))


def calendar(token: Token) -> bool:
    """Whether the word is the name of a day or a month, or a mark of time."""
    return token.folded in words("not_names", "calendar")


def people(text: str) -> bool:
    """Whether the word is an adjective of a place or faith, or a word for people ("Russian", "Israelis", "Arab")."""
    word = key(text)
    if word in peoples() or word in words("not_names", "adjective") or inhabitants(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in peoples() or part in words("not_names", "adjective") for part in parts)


def is_given(token: Token) -> bool:
    """Whether the word is a known given name."""
    return key(token.text) in given_names() or key(_first_of_two(token.text)) in given_names()


def _first_of_two(word: str) -> str:
    """The first half of a double name of two capitals ("Anne-Marie")."""
    first, _, second = level(word).partition("-")
    return first if second[:1].isupper() else word


def head_of_organisation(token: Token) -> bool:
    """Whether a name that ends with this word is an organisation's."""
    return token.folded in words("organisations", "head") or token.folded in words("organisations", "paper")


def head_of_place(token: Token) -> bool:
    """Whether a name that ends with this word is a place's."""
    return token.folded in words("places", "head")


def runs(text: str, tokens: tuple[Token, ...], bearers: frozenset[str]) -> list[list[Token]]:
    """Rows of capitalised words with what joins them. `bearers` are folded last names of persons known otherwise."""
    found: list[list[Token]] = []
    at = 0
    while at < len(tokens):
        listed = _listed(text, tokens, at)
        if at > 0 and not listed and _dated(tokens[at], tokens[at - 1]):
            at += 1
            continue
        if (not listed and not _starts(tokens[at], tokens[at + 1 : at + 2], bearers)) or in_address(text, tokens[at]):
            at += 1
            continue
        row = list(tokens[at : at + max(1, listed)])
        at += len(row)
        while at < len(tokens):
            joined = _joins(text, tokens, at, row, bearers)
            if not joined:
                break
            row.extend(tokens[at : at + joined])
            at += joined
        found.append(row)
    return found


_BEFORE_MONTH = frozenset("in since last next until during".split())


def _dated(token: Token, before: Token) -> bool:
    """Whether a day or month is a date here, whatever name follows it ("On Friday Moor left", "In August Moor was")."""
    if token.opens or not calendar(token):
        return False
    day = token.folded.endswith("day") and before.folded not in ("the", "black", "good") and not token.possessive
    return day or before.folded in _BEFORE_MONTH


_LONGEST = 200
"""Code points of an address that are looked at on either side of a word."""


def in_address(text: str, token: Token) -> bool:
    """Whether the word is part of an address or a handle ("@AdaMoor", "#StopIt", "https://a.b/XyZ", "ada@b.org")."""
    first, last = token.start, token.end
    near = text[max(0, first - _LONGEST) : last + _LONGEST]
    if not ("@" in near or "#" in near or "://" in near or "www." in near or "pic." in near):
        return False
    while first > 0 and token.start - first < _LONGEST and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - token.end < _LONGEST and not text[last].isspace():
        last += 1
    before = text[first : token.start]
    mail = re.search(r"\w@\w", text[first:last]) is not None
    return mail or before.endswith(("@", "#")) or "://" in before or before.startswith(("www.", "pic."))


def _listed(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """How many words from `at` on are a name of several words in the tables, whatever its first word is."""
    if not tokens[at].capital:
        return 0
    for length in (4, 3, 2):
        row = tokens[at : at + length]
        if len(row) == length and is_listed(text[row[0].start : row[-1].end]):
            return length
    return 0


_SMALL_FIRST = frozenset("van von de bin ibn al el di da della dos abu der mac".split())
_TYPES = frozenset(
    "square bridge street strip island airport station festival university hospital prison river kibbutz magazine "
    "newspaper valley dam stadium cathedral agency".split()
)
_FIELDS = frozenset(
    "news media metro subway railway train bus music film space intelligence press police power".split()
)


def type_after(text: str, row: tuple[Token, ...], after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Lower-case words that belong to a name as its last ("Marn bridge", "Orl news agency"); nothing after a known
    place.
    """
    name = " ".join(t.text for t in row)
    if row[-1].possessive or not after or head_of_place(row[-1]):
        return ()
    if head_of_organisation(row[-1]) and after[0].folded not in ("square", "bridge", "street"):
        return ()
    for length in (1, 2):
        taken = after[:length]
        if len(taken) < length or any(t.capital for t in taken) or taken[-1].folded not in _TYPES:
            continue
        if length == 2 and taken[0].folded not in _FIELDS:
            continue
        if text[row[-1].end : taken[-1].end] != " " + " ".join(t.text for t in taken):
            continue
        whole = name + " " + " ".join(t.text for t in taken)
        everywhere = taken[-1].folded in ("square", "bridge", "street", "strip")
        if name in places() and whole not in places() and not everywhere and length == 1:
            continue
        return () if people(row[-1].text) else taken
    return ()


def _starts(token: Token, after: tuple[Token, ...], bearers: frozenset[str]) -> bool:
    if token.folded in _SMALL_FIRST and not token.capital and not token.opens and after and after[0].capital:
        return after[0].start == token.end + 1 and not opening(after[0])
    if not token.capital or token.text in ("I", "A") or not any(c.isalpha() for c in token.text):
        return False
    if token.folded in words("not_names", "particle") and not token.opens and len(token.text) > 1:
        return True
    if opening(token) and token.folded in bearers:
        return True
    if token.folded in _ADJECTIVES and after and after[0].capital and not opening(after[0]):
        return after[0].start == token.end + 1 and (not token.opens or token.folded == "new")
    return not (opening(token) and not (token.acronym and is_listed(token.text)))


def _joins(text: str, tokens: tuple[Token, ...], at: int, row: list[Token], bearers: frozenset[str]) -> int:
    """How many tokens from `at` on belong to the row: 0 where it ends."""
    last, token = row[-1], tokens[at]
    gap = text[last.end : token.start]
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if last.possessive:
        owned = token.capital and gap in ("'s ", "’s ", "' ", "’ ")
        many = last.folded in _OWNERS and head_of_organisation(token)
        named = owned and (many or (_of_shop(tokens, at) and _may_own(row, bearers)))
        return 1 if named else 0
    if last.folded in ("am.", "pm.", "a.m.", "p.m."):
        return 0
    if gap == ", " and token.capital and _lists_fields(row, token):
        return 1
    if gap == ", " and token.folded.rstrip(".") in _BEHIND_COMMA and token.capital:
        return 1
    if _NICKNAME.fullmatch(text[last.end - 0 : token.start]) and token.capital:
        return 1
    nick = tokens[at + 1 : at + 3]
    for length, after in enumerate(nick, start=1):
        inner = text[last.end : after.start]
        if _NICKNAME.fullmatch(inner) and after.capital and last.capital and "(" not in inner:
            return length + 1
        if _NICKNAME.fullmatch(inner) and after.capital and "(" in inner and (is_given(last) or last.folded == "the"):
            return length + 1
    if gap.strip(" \u00a0") or not gap:
        return 0
    if last.text.endswith(".") and row[-1].text in places() and (token.folded in bearers or opening(token)):
        return 0
    if token.capital:
        return 1 if _continues(token, row) else 0
    if token.text == "&":
        two = len(row) > 1 and is_given(row[0]) and follower is not None and is_given(follower)
        return 2 if follower and follower.capital and not two else 0
    if follower is None or text[token.end : follower.start] not in (" ", "\u00a0"):
        return 0
    if token.folded in words("not_names", "particle") and not token.possessive:
        return _particles(text, tokens, at)
    if re.fullmatch(r"[a-z]*\d+[a-z]*|[A-Za-z]+\d+", token.text):
        return 0
    return _of(tokens, at, row, bearers)


_NUMBERED = frozenset("new old out first us one two three four five".split())


def _lists_fields(row: list[Token], token: Token) -> bool:
    """Whether a comma goes on with the fields of an office ("Bureau of Alcohol, Tobacco and Firearms")."""
    topics = words("organisations", "topic")
    office = any(a.folded in words("organisations", "first") and b.folded == "of" for a, b in pairwise(row))
    return office and row[-1].folded in topics and token.folded in topics


def _continues(token: Token, row: list[Token]) -> bool:
    last = row[-1]
    if token.text == "I":
        return last.folded in ("war", "bowl") or is_given(last)
    if calendar(token):
        return (is_given(last) and " ".join(t.text for t in row[-2:]) not in places()) or last.folded in words(
            "titles", "front"
        )
    if token.text == "News" and not token.opens and not last.possessive:
        return len(row) == 1 and (last.acronym or not opening(last)) and last.text not in places()
    return not (opening(token) and token.folded not in _NUMBERED)


def _particles(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """Particles up to three in a row with a capital after them ("van der Berg")."""
    for length in (1, 2, 3):
        after = tokens[at + length : at + length + 1]
        if not after or text[tokens[at + length - 1].end : after[0].start] != " ":
            return 0
        if after[0].capital:
            return length + 1
        if after[0].folded not in words("not_names", "particle"):
            return 0
    return 0


def _of_shop(tokens: tuple[Token, ...], at: int) -> bool:
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].capital and tokens[end + 1].start == tokens[end].end + 1:
        end += 1
    return tokens[end].folded in _SHOP


def _may_own(row: list[Token], bearers: frozenset[str]) -> bool:
    word = row[-1]
    return not people(word.text) and word.text not in places() and word.folded not in bearers and not opening(word)


def _of(tokens: tuple[Token, ...], at: int, row: list[Token], bearers: frozenset[str]) -> int:
    """ "of", "for", "on", "and" (with "the") between capitalised words of one organisation, place or thing."""
    token = tokens[at]
    length = 1
    follower = tokens[at + 1]
    if token.folded != "and" and follower.folded == "the" and at + 2 < len(tokens):
        follower, length = tokens[at + 2], 2
    if not follower.capital or opening(follower) or calendar(follower) or follower.text == "I":
        return 0
    if token.folded == "of":
        return length + 1 if _takes_of(row, bearers) else 0
    if token.folded in ("for", "on"):
        if token.folded == "on" and row[-1].text in organisations():
            return 0
        headed = any(t.folded in words("organisations", "first") for t in row) or head_of_organisation(row[-1])
        many = is_common(row[-1].folded) and row[-1].text.endswith("s") and token.folded == "for" and length == 1
        return length + 1 if (headed or many) and not row[-1].opens and follower.text not in places() else 0
    if token.folded == "and" and length == 1:
        topics = words("organisations", "topic")
        before = row[-1].folded in topics
        return 2 if before and (follower.folded in topics or head_of_organisation(follower)) else 0
    if token.folded in ("in", "at") and length == 1:
        return 0
    return 0


def _takes_of(row: list[Token], bearers: frozenset[str]) -> bool:
    """Whether "of" after these words belongs to the name: not after a person, a place, or a sentence's first word."""
    last = row[-1]
    if last.folded in words("organisations", "first") or last.folded in words("organisations", "head"):
        return True
    if _title_at_end(row):
        return True
    if last.folded in bearers or people(last.text) or last.text in places() or last.text in organisations():
        return False
    if len(row) > 1 and any(is_given(t) or t.text in bearers for t in row):
        return False
    if any(t.folded in words("titles", "front") for t in row[:-1]) or last.opens or last.acronym:
        return False
    if head_of_place(last) or last.folded in words("places", "first"):
        return True
    return last.text.endswith("s") or is_common(last.folded) or last.folded.endswith(("or", "er", "ion", "ty", "ence"))


def _title_at_end(row: list[Token]) -> bool:
    return title_length(row, len(row) - 1) > 0 or any(
        title_length(row, len(row) - back) == back for back in (2, 3) if len(row) >= back
    )


@cache
def _first_words() -> frozenset[str]:
    """The words that titles begin with."""
    return frozenset(title.split(" ", 1)[0] for title in words("titles", "front"))


def title_length(row: list[Token] | tuple[Token, ...], at: int) -> int:
    """How many tokens from `at` on make the longest title of the table; 0 where none does."""
    if at >= len(row) or row[at].folded not in _first_words():
        return 0
    front = words("titles", "front")
    for length in (4, 3, 2, 1):
        if at + length <= len(row) and " ".join(t.folded for t in row[at : at + length]) in front:
            return length
    return 0
