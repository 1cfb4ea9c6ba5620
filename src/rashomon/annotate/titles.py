"""Words of office and trade beside a person's name: in lower case in front of it, or in apposition after it.

"police officer Ivo Marn", "Ada Moor, 41, the managing director of the Grain Council, …". Capitalised titles in front of
a name ("Prime Minister") are found with the name itself.
"""

from __future__ import annotations

from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.speech import SAYING
from rashomon.lexicon.tables import words
from rashomon.lexicon.verbs import AUXILIARIES
from rashomon.model import Document, Span

_JOINING = frozenset("of for at in to on and the a an with".split())
_NOT_BEFORE_ROLE = frozenset("who which was is are were has had said says and to but".split())
_CLAUSE = frozenset("as about than i he she they it you we i'm he's she's they're it's you're we're".split())
_NO_APPOSITION = frozenset("that which who whom whose where when while as if because but and or".split())
_LONGEST = 12


def title_before(document: Document, before: tuple[Token, ...], start: int) -> list[Span]:
    """The words of a trade directly in front ("press secretary"), with capitalised modifiers before them."""
    if not before or before[-1].folded not in words("titles", "role") or before[-1].possessive:
        return []
    gap = document.text[before[-1].end : start]
    if before[-1].capital or gap not in (" ", ", ") or (gap == ", " and "the" not in [t.folded for t in before[-4:]]):
        return []
    first = len(before) - 1
    while (
        first > 0
        and document.text[before[first - 1].end : before[first].start] == " "
        and not before[first - 1].possessive
    ):
        word = before[first - 1]
        if not (
            word.folded in words("titles", "modifier")
            or word.folded in words("titles", "role")
            or word.folded in _FIELDS
        ):
            break
        first -= 1
    if gap == " " and first > 0 and before[first - 1].folded == "the" and first == len(before) - 1:
        return []
    return [Span(document.id, before[first].start, before[-1].end)]


_FIELDS = frozenset(
    """
    security police army navy military intelligence counterterrorism health education trade labor labour union business
    finance media sports football research science policy climate human rights law campaign party press communications
    """.split()
)
_OPENING = frozenset("the a an now then himself herself also once another".split())


def title_after(document: Document, after: tuple[Token, ...], end: int) -> list[Span]:
    """An apposition that begins with a comma (after an age, perhaps) and holds a word of office: without its
    article.
    """
    phrase = _apposition(document.text, after, end)
    if len(phrase) == 1 and phrase[0].capital:
        return []
    role = _role_in(phrase)
    if role is None or (role + 1 < len(phrase) and phrase[role + 1].capital):
        return []
    last = _title_ends(phrase, role)
    return [Span(document.id, phrase[0].start, phrase[last].end)]


def _apposition(text: str, after: tuple[Token, ...], end: int) -> list[Token]:
    """The unbroken words behind the comma after a name, without the words that only open them."""
    if not after or not text[end : after[0].start].startswith(","):
        return []
    aged = after[0].text.isdigit() and len(after) > 1 and text[after[0].end : after[1].start].startswith(",")
    phrase: list[Token] = []
    for token in after[int(aged) : int(aged) + _LONGEST]:
        gap = text[phrase[-1].end : token.start] if phrase else " "
        if gap not in (" ", "\u00a0", "'s ", "’s ", "-"):
            break
        phrase.append(token)
    while phrase and phrase[0].folded in _OPENING:
        phrase = phrase[1:]
    return phrase


def _role_in(phrase: list[Token]) -> int | None:
    """Where the word of office stands, the last of several in a row; null when a verb comes first."""
    role = None
    if phrase and phrase[0].folded in _NO_APPOSITION:
        return None
    for index, token in enumerate(phrase[:8]):
        if role is None and (token.folded in SAYING or token.folded in AUXILIARIES or token.folded in _CLAUSE):
            return None
        ended = role is not None and (token.folded.endswith("ed") or token.folded in _JOINING)
        if token.folded in _NOT_BEFORE_ROLE or ended:
            break
        role = index if token.folded in words("titles", "role") else role
    return role


def _title_ends(phrase: list[Token], role: int) -> int:
    """The last word of the title: what the office is of belongs to it ("director of the Grain Council")."""
    last = role
    for index in range(role + 1, len(phrase)):
        token = phrase[index]
        if token.folded in ("a", "an") and phrase[index - 1].folded == "and":
            break
        if token.capital:
            last = index
        elif token.folded not in _JOINING:
            joined = token.folded in words("titles", "role") or phrase[index - 1].folded in _JOINING
            if phrase[index - 1].folded == "and" and token.folded not in words("organisations", "topic"):
                joined = token.folded in words("titles", "role")
            if token.text[0].isdigit() or not joined:
                break
            last = index
    return role if phrase[last].possessive else last
