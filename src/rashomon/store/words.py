"""The words of a text as they are searched: without case and accents, the same in every database.

A word is a run of letters and digits; signs of scripts written without blanks are a word each. What a database would
cut otherwise (letters younger than its tables) is spelled by its number, so that both databases hold, and find, the
same words. Offsets are kept, so that what was found can be shown as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_RUN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_PIECE = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_PLAIN = re.compile(r"[a-z0-9]+")
_MARKS = "“”‘’–—…\xa0"
_LONGEST = 64  # code points of a word that are kept
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+)')


class Found(NamedTuple):
    """A word in the form in which it is searched, and where it stands, in code points."""

    form: str
    start: int
    end: int


def forms(text: str) -> list[str]:
    """The words of a text, in their order."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    if text.isascii():
        return [form[:_LONGEST] for form in _PLAIN.findall(text.lower())]
    return [form for run in _RUN.findall(text) for form in _pieces(run)]


def searched(text: str) -> str:
    """The words of a text with a blank between them: what the index is made of."""
    return " ".join(forms(text))


def located(text: str) -> Iterator[Found]:
    """The words of a text with their places; of a run that is several words each has the place of the whole run."""
    for match in _RUN.finditer(text):
        for form in _pieces(match.group()):
            yield Found(form, match.start(), match.end())


def asked(query: str) -> list[tuple[str, ...]]:
    """What a query asks for: sequences of words that must all stand in the text, each in its order.

    Words between quotation marks, and the parts of a compound, are one sequence.
    """
    pieces = (tuple(forms(quoted or single)) for quoted, single in _QUOTED.findall(query))
    return list(dict.fromkeys(piece for piece in pieces if piece))


@lru_cache(maxsize=1 << 16)
def _pieces(run: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", run.casefold()) if not unicodedata.combining(sign))
    return tuple("".join(map(_spelled, piece[:_LONGEST])) for piece in _PIECE.findall(plain.casefold()))


def _spelled(sign: str) -> str:
    """The sign itself where every table of letters has it: those of 2002 (Unicode 3.2), which all later ones hold."""
    return sign if unicodedata.ucd_3_2_0.category(sign)[0] in "LN" else f"u{ord(sign):x}"
