"""The names in a text by their capitals alone, for a search that forgives case, accents and script.

Steps: runs of words with a capital, joined over particles ("de", "of"), outside headline and boilerplate; a word that
stands alone at the head of a sentence counts only where it has a capital inside one too; each run by its whole, and by
every run of words in it ("Maria de Vega", "Maria", "de Vega", "Vega"). Who is who, and scripts without capitals, are
out of scope: this finds reports, not persons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anyascii import anyascii

from rashomon.model import Document
from rashomon.text import Word, words

MOST = 400
"""Forms kept of one document."""
_WHOLE = 8  # words of a name; a longer run of capitals is a line of them
_LONGEST = 4  # words of a part of a name
_SHORT = 4  # letters of a word behind which a stop may be that of an abbreviation ("Dr. Vega")
_PARTICLES = frozenset("of de del della der den di da du la le van von bin ibn al el y e zu ter ten".split())
_ENDS = '.!?:;\n"“”„«»‘—–|•*()[]'


def name_form(name: str) -> str:
    """A name as it is kept and asked for: Latin letters, without case, a blank between words."""
    return " ".join(_form(word.text) for word in words(name))


def names_of(document: Document) -> tuple[str, ...]:
    """The forms of the names of a document, each once, in order; the first `MOST` to stand there of a very long one."""
    runs = list(_runs(document))
    inside = {word.text for run, opens in runs for word in run[opens:]}
    found: dict[str, None] = {}
    for run, opens in runs:
        if len(run) > 1 or not opens or run[0].text in inside:
            found.update(dict.fromkeys(_parts(run)))
    return tuple(sorted(list(found)[:MOST]))


def _parts(run: Sequence[Word]) -> Iterator[str]:
    written = [_form(word.text) for word in run]
    if len(run) <= _WHOLE:
        yield " ".join(written)
    for start in range(len(run)):
        for end in range(start + 1, min(start + _LONGEST, len(run)) + 1):
            if written[start] != "of" and written[end - 1] not in _PARTICLES and end - start < len(run):
                yield " ".join(written[start:end])


def _form(word: str) -> str:
    for mark in ("'s", "’s"):
        word = word.removesuffix(mark)
    return anyascii(word).casefold()


def _runs(document: Document) -> Iterator[tuple[list[Word], bool]]:
    """The runs of words with a capital, and whether each begins a sentence."""
    silent = sorted((span.start, span.end) for span in (*document.boilerplate, *filter(None, [document.headline])))
    start = 0
    for a, b in [*silent, (len(document.text), len(document.text))]:
        if start < a:
            yield from _runs_between(document.text, start, a)
        start = max(start, b)


def _runs_between(text: str, start: int, end: int) -> Iterator[tuple[list[Word], bool]]:
    run: list[Word] = []
    particles: list[Word] = []
    opens = False
    last = start
    for word in words(text, start, end):
        between = text[last : word.start]
        last = word.end
        broken = between.strip(" ") != "" and not (between == ". " and run and len(run[-1].text) <= _SHORT)
        capital = word.text[0].isupper() and len(word.text) > 1
        if run and (broken or not (capital or word.text in _PARTICLES)):
            yield run, opens
            run, particles = [], []
        if capital:
            if not run:
                opens = word.start == start or any(mark in _ENDS for mark in between)
            run, particles = [*run, *particles, word], []
        elif run:
            particles.append(word)
    if run:
        yield run, opens
