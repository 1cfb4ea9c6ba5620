"""The names in a text by their capitals alone, for a search that forgives case, accents and script.

Steps: runs of words with a capital, joined over particles ("de", "of"), outside headline and boilerplate; a word that
stands alone at the head of a sentence counts only where it has a capital inside one too; each run by its whole, and by
every run of words in it ("Maria de Vega", "Maria", "de Vega", "Vega"). Who is who, and scripts without capitals, are
out of scope: this finds reports, not persons.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from rashomon.model import Document
from rashomon.text import words

MOST = 400
"""Forms kept of one document."""
_WHOLE = 8  # words of a name; a longer run of capitals is a line of them
_LONGEST = 4  # words of a part of a name
_PARTICLES = frozenset("of de del della der den di da du la le van von bin ibn al el y e zu ter ten".split())
_ENDS = frozenset('.!?:;\n"“”„«»‘—–|•*()[]')


def _capitals() -> str:
    """All letters with which a name may begin, as ranges of a pattern."""
    codes = [code for code in range(sys.maxunicode) if unicodedata.category(chr(code)) in ("Lu", "Lt")]
    starts = [code for code in codes if unicodedata.category(chr(code - 1)) not in ("Lu", "Lt")]
    ends = [code for code in codes if unicodedata.category(chr(code + 1)) not in ("Lu", "Lt")]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


_CAPITAL = f"[{_capitals()}]"
_LETTERS = r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*"
_NAME = rf"{_CAPITAL}(?:{_LETTERS}|[-'’‑]{_LETTERS})"
# behind a title or an initial a stop may stand ("Dr. Vega", "J. Vega")
_LINKED = rf"(?:{_CAPITAL}[^\W\d_]{{0,3}}\.|{_NAME}) (?:(?:{'|'.join(sorted(_PARTICLES))}) ){{0,3}}"
_RUN = re.compile(rf"(?<![^\W_])(?<![^\W_]['’-])(?:{_LINKED})*{_NAME}(?![^\W_])")


def name_form(name: str) -> str:
    """A name as it is kept and asked for: Latin letters, without case, a blank between words."""
    return " ".join(_form(word.text) for word in words(name))


def names_of(document: Document) -> tuple[str, ...]:
    """The forms of the names of a document, each once, in order; the first `MOST` to stand there of a very long one."""
    found: dict[str, None] = {}
    alone: dict[str, None] = {}
    for run, opens in _runs(document):
        written = run.split()
        if len(written) > 1:
            found.update(dict.fromkeys(_parts(run)))
        elif opens:
            alone[run] = None
        else:
            found[_form(run)] = None
    inside = {form for form in found if " " not in form}
    found.update(dict.fromkeys(form for form in map(_form, alone) if form in inside))
    return tuple(sorted(list(found)[:MOST]))


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
    silent = sorted((span.start, span.end) for span in (*document.boilerplate, *filter(None, [document.headline])))
    start = 0
    for a, b in [*silent, (len(text), len(text))]:
        if start < a:
            for match in _RUN.finditer(text, start, a):
                before = text[max(start, match.start() - 8) : match.start()].rstrip(" ")
                yield match.group(), not before or before[-1] in _ENDS
        start = max(start, b)
