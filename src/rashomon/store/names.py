"""The names in a text by their capitals alone, for a search that forgives case, accents and script.

Steps: runs of words with a capital, joined over particles ("de", "of"), outside headline and boilerplate; a word that
stands alone at the head of a sentence counts only where it has a capital inside one too; each run by its whole, and by
every run of words in it ("Maria de Vega", "Maria", "de Vega", "Vega"). Who is who, and scripts without capitals, are
out of scope: this finds reports, not persons.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from anyascii import anyascii

from rashomon.model import Document
from rashomon.store.rows import LONGEST
from rashomon.text import words

MOST = 400
"""Forms kept of one document."""
_WHOLE = 8  # words of a name; a longer run of capitals is a line of them
_LONGEST = 4  # words of a part of a name
_PARTICLES = frozenset("of de del della der den di da du la le van von bin ibn al el y e zu ter ten".split())
_ENDS = frozenset('.!?:;\n"“”„«»‘—–|•*()[]')


def _pattern(capital: str, letter: str, sign: str) -> re.Pattern[str]:
    """Runs of words with a capital. The capital stands first, so that a search passes over all else at once."""
    letters = f"{letter}+(?:[-'’‑]{letter}+)*"
    rest = f"(?:{letters}|[-'’‑]{letters})"
    # behind a title or an initial a stop may stand ("Dr. Vega", "J. Vega")
    link = rf"(?:{rest}|{letter}{{0,3}}\.) (?:(?:{'|'.join(sorted(_PARTICLES))}) ){{0,3}}"
    return re.compile(f"{capital}(?<!{sign}.)(?<!{sign}['’-].)(?:{link}{capital})*{rest}(?!{sign})")


_PLAIN_RUN = _pattern("[A-Z]", "[A-Za-z]", "[A-Za-z0-9]")
_MARKS = tuple(zip("“”„‘’–—‑…\xa0", '"""\'\'||-. ', strict=True))


@cache
def _any_run() -> re.Pattern[str]:
    """The same with all letters that stand below two bytes."""
    capitals = "".join(chr(code) for code in range(1 << 16) if unicodedata.category(chr(code)) in ("Lu", "Lt"))
    return _pattern(f"[{capitals}]", r"[^\W\d_]", r"[^\W_]")


def name_form(name: str) -> str:
    """A name as it is kept and asked for: Latin letters, without case, a blank between words."""
    return " ".join(_form(word.text) for word in words(name))


def names_of(document: Document) -> tuple[str, ...]:
    """The forms of the names of a document, each once, in order; the first `MOST` to stand there of a very long one."""
    found: dict[str, None] = {}
    alone: dict[str, None] = {}
    for run, opens in dict.fromkeys(_runs(document)):
        if " " in run:
            found.update(dict.fromkeys(_parts(run)))
        elif opens:
            alone[run] = None
        else:
            found[_form(run)] = None
    inside = {form for form in found if " " not in form}
    found.update(dict.fromkeys(form for form in map(_form, alone) if form in inside))
    return tuple(sorted([form for form in found if 0 < len(form) <= LONGEST][:MOST]))


@lru_cache(maxsize=1 << 14)
def _parts(run: str) -> tuple[str, ...]:
    written = [_form(word) for word in run.replace(".", "").split()]
    parts = [" ".join(written)] if len(written) <= _WHOLE else []
    for start in range(len(written)):
        for end in range(start + 1, min(start + _LONGEST, len(written)) + 1):
            if written[start] != "of" and written[end - 1] not in _PARTICLES and len(written[end - 1]) > 1:
                parts.append(" ".join(written[start:end]))
    return tuple(parts)


@lru_cache(maxsize=1 << 14)
def _form(word: str) -> str:
    for mark in ("'s", "’s"):
        word = word.removesuffix(mark)
    return (word if word.isascii() else anyascii(word)).casefold()


def _runs(document: Document) -> Iterator[tuple[str, bool]]:
    """The runs of words with a capital, and whether each begins a sentence."""
    text = document.text
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    pattern = _PLAIN_RUN if text.isascii() else _any_run()
    silent = sorted((span.start, span.end) for span in (*document.boilerplate, *filter(None, [document.headline])))
    start = 0
    for a, b in [*silent, (len(text), len(text))]:
        if start < a:
            for match in pattern.finditer(text, start, a):
                at = match.start() - 1
                while at >= start and text[at] == " ":
                    at -= 1
                yield match.group(), at < start or text[at] in _ENDS
        start = max(start, b)
