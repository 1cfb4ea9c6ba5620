"""The words of a text as they are searched: without case and accents, the same in every database.

A word is a run of letters and digits; signs of scripts written without blanks are a word each. What a database would
cut otherwise (letters younger than its tables) is spelled by its number, so that both databases hold, and find, the
same words. Offsets are kept, so that what was found can be shown as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_RUN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_PIECE = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_PLAIN = re.compile(r"[a-z0-9]+")
_MARKS = "“”‘’–—…\xa0"
MOST = 50_000
"""Words of a report that are searched; an index of PostgreSQL holds a megabyte of different ones."""
_LONGEST = 64  # code points of a word that are kept
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+)')


class Found(NamedTuple):
    """A word in the form in which it is searched, and where it stands, in code points."""

    form: str
    start: int
    end: int


def forms(text: str) -> list[str]:
    """The words of a text, in their order."""
    plain = _plain(text)
    if plain is not None:
        return [form[:_LONGEST] for form in _PLAIN.findall(plain)]
    return [form for run in _RUN.findall(text) for form in _pieces(run)]


def searched(text: str) -> str:
    """The first `MOST` words of a text with a blank between them: what the index is made of."""
    return " ".join(forms(text)[:MOST])


def located(text: str) -> Iterator[Found]:
    """The words of a text with their places; of a run that is several words each has the place of the whole run."""
    for match in _RUN.finditer(text):
        for form in _pieces(match.group()):
            yield Found(form, match.start(), match.end())


def places_of(text: str, sequences: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Where each sequence of words stands in the text, in code points; those that stand nowhere are left out."""
    plain = _plain(text)
    found = None if plain is not None else list(located(text))
    places = {}
    for sequence in sequences:
        if plain is not None:
            here = [match.span() for match in _pattern(sequence).finditer(plain)]
        else:
            here = _places_among(found or [], sequence)
        if here:
            places[sequence] = here
    return places


def _places_among(found: Sequence[Found], sequence: tuple[str, ...]) -> list[tuple[int, int]]:
    size = len(sequence)
    return [
        (found[at].start, found[at + size - 1].end)
        for at in range(len(found) - size + 1)
        if found[at].form == sequence[0] and tuple(word.form for word in found[at : at + size]) == sequence
    ]


@lru_cache(maxsize=64)
def _pattern(sequence: tuple[str, ...]) -> re.Pattern[str]:
    """The words in a row in a plain text; a word that was cut may go on."""
    words = (re.escape(word) + ("[a-z0-9]*" if len(word) == _LONGEST else "") for word in sequence)
    return re.compile(rf"(?<![a-z0-9]){'[^a-z0-9]+'.join(words)}(?![a-z0-9])")


def _plain(text: str) -> str | None:
    """The text in small letters, sign for sign, where it holds only plain ones; else null."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.lower() if text.isascii() else None


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
