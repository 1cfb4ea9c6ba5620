"""Words of a sentence as the reader of names sees them, and the style in which the sentence is set.

A token keeps its offsets in the document; a possessive ending is cut from it and remembered; abbreviations keep their
stop ("Mr.", "F.B.I.", "Conn."); "Harbour-led" yields "Harbour", "Berwick-upon-Tweed" stays whole. A sentence is set
plain, in title case, or in capitals: in the last two a capital says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from rashomon.lexicon.tables import places, words
from rashomon.model import Document, Sentence
from rashomon.text import fold, level

Style = Literal["plain", "title", "capitals"]

_TOKEN = re.compile(
    r"Ph\.D\.?|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # F.B.I.
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?"  # 737, 2,000, 40th
    r"|(?:[^\W\d_]['’])?[^\W_]+(?:['’ʼ‑-][^\W_]+)*(?:['’]s?(?!\w))?"  # O'Neill, al-Tarif, Sa'dun, i40, Moors'
    r"|&"
)
_JOINED = re.compile(r"[-‑]")
_TAILS = frozenset(
    "led run born era wide style area only like friendly held made built bound free type based time class level size "
    "owned "
    "style linked aligned trained educated sponsored funded backed controlled occupied dominated themed language "
    "speaking "
    "leaning loving listed themed inspired sympathetic related centric elect area-wide old".split()
)
_CARD = 9
"""Within so many words a link card says the name again."""
_POSSESSIVE = re.compile(r"['’][sS]?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its range; `opens` is true where a capital is owed to the place, not to the word.

    `folded` is the word as compared with tables; `capital` tells whether it is written like a name: a capital first, or
    after a lower-case particle ("al-Bashir").
    """

    text: str
    start: int
    end: int
    opens: bool
    possessive: bool
    folded: str = field(init=False, compare=False)
    capital: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.text))
        object.__setattr__(self, "capital", self.text[0].isupper() or _is_capital_within(self.text))

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone ("NATO", "F.B.I.", "G20")."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


@lru_cache(maxsize=1 << 14)
def _is_capital_within(text: str) -> bool:
    head, _, rest = level(text).partition("-")
    if rest and head.islower() and len(head) <= 3:
        return rest[0].isupper()
    return len(text) > 2 and text[1] in "'’" and text[2].isupper()


@cache
def _stopped() -> frozenset[str]:
    """Folded abbreviations that keep their stop."""
    found = {word for part in ("front", "role") for word in words("titles", part)}
    found |= words("not_names", "suffix") | words("not_names", "calendar") | words("organisations", "head")
    found |= words("places", "first") | {fold(place) for place in places()}
    return frozenset(word for word in found if word.endswith(".") and " " not in word)


def tokens_of(document: Document, sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of a sentence in order. A line break inside a sentence opens anew."""
    text = document.text
    found: list[Token] = []
    opens = True
    at = sentence.span.start
    for match in _TOKEN.finditer(text, sentence.span.start, sentence.span.end):
        start, end = match.span()
        between = text[at:start]
        opens = opens or (between != " " and _opening(between))
        ending = _POSSESSIVE.search(match.group())
        possessive = ending is not None and any(c.isalnum() for c in match.group()[: ending.start()])
        if ending is not None and possessive:
            end = start + ending.start()
        pieces = _pieces(text[start:end], start)
        last = pieces[-1]
        if not possessive and last[1] == end < sentence.span.end and _keeps_stop(text, *last):
            end += 1
            pieces[-1] = (last[0], end)
        for number, (a, b) in enumerate(pieces):
            found.append(Token(text[a:b], a, b, opens, possessive and number == len(pieces) - 1))
            opens = False
        at = match.end() if possessive else end
    carded = _carded(text, found)
    return tuple(token for i, token in enumerate(found) if i not in carded)


def _carded(text: str, tokens: list[Token]) -> frozenset[int]:
    """The words of link cards set into the page: a name said again, glued to the next words ("Ada Moor Ada Beth
    MoorVote in council nears"); not an account's name ("Ada Moor (@AdaMoor)").
    """
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if len(token.text) < 4 or not token.capital:
            continue
        for k in range(i + 1, min(i + _CARD, len(tokens))):
            if not tokens[k].text.startswith(token.text):
                continue
            rest = tokens[k].text[len(token.text) :]
            again = rest[:1].isupper() and token.text[-1].islower()
            if again and text[tokens[k].start - 1] not in "@#/":
                found.update(range(i + 1, k + 1))
    return frozenset(found)


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the stop after this word belongs to it: a known abbreviation, or an initial."""
    if text[end : end + 1] != ".":
        return False
    if end - start == 1:
        return text[start].isupper() and text[end + 1 : end + 2] == " "
    return fold(text[start:end]) + "." in _stopped()


def _opening(between: str) -> bool:
    """Whether what stands before a word makes a capital due there: an opening quotation mark, a colon, an end."""
    stripped = between.rstrip(" \u00a0")
    marks = (":", "--", "—", "“", '"', "‘", "«", "„", "!", "?", "…", "•", "\n", "[", "*")
    return stripped.endswith(marks) or (stripped.endswith(".") and between != stripped)


def _pieces(word: str, start: int) -> list[tuple[int, int]]:
    """The range of a word, or of its parts where a hyphen joins a name to common words or two places."""
    if not _JOINED.search(word):
        return [(start, start + len(word))]
    parts: list[tuple[int, int]] = []
    at = 0
    for match in _JOINED.finditer(word):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, len(word)))
    texts = [word[a:b] for a, b in parts]
    if texts[0] in ("then", "ex", "now", "anti", "pro", "non", "post", "pre") and texts[1][:1].isupper():
        return [(start + parts[1][0], start + parts[-1][1])]
    if not texts[0][:1].isupper():
        return [(start, start + len(word))]
    if len(texts[0]) > 1 and texts[-1].islower() and (texts[-1] in _TAILS or texts[-1].endswith("ed")):
        return [(start + parts[0][0], start + parts[0][1])]
    known = places()
    if all(text in known for text in texts) or (
        len(texts) == 2 and texts[0] in ("D", "R", "I") and texts[1][:1].isupper()
    ):
        return [(start + a, start + b) for a, b in parts]
    return [(start, start + len(word))]


def style_of(document: Document, sentence: Sentence, tokens: tuple[Token, ...]) -> Style:
    """How the sentence is set. A running sentence that ends with a stop is plain unless it is all capitals."""
    letters = [*filter(str.isalpha, "".join(t.text for t in tokens))]
    upper, lower = sum(map(str.isupper, letters)), sum(map(str.islower, letters))
    if upper + lower > 12 and upper > 0.9 * (upper + lower):
        return "capitals"
    ends = document.text[sentence.span.end - 1]
    if sentence.part != "headline" and ends == "." and any(t.text.islower() for t in tokens):
        return "plain"
    if sentence.part != "headline" and ends in ".!?”\"'’;" and len(tokens) > 7:
        return "plain"
    later = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha() and not t.opens]
    capital = sum(t.capital for t in later)
    least = 2 if sentence.part == "headline" else 3
    if len(later) >= least and capital >= 0.75 * len(later) and _titled(later):
        return "title"
    return "plain"


def _titled(later: list[Token]) -> bool:
    """Whether some capitalised word is a common one: a list of names is no title."""
    from rashomon.lexicon.tables import is_common

    verbish = [t for t in later if t.capital and (is_common(t.folded) or t.folded.endswith(("ing", "ed", "es", "ly")))]
    return bool(verbish)
