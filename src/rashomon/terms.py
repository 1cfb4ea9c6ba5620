"""Content words in the form in which reports are compared: without case, accents, endings and function words.

"The hostages were killed" and "killing a hostage" share `hostage` and `kill`. The form is never shown.
"""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from rashomon.lexicon.verbs import AUXILIARIES, lemma
from rashomon.text import Word, fold, words

_STOP = (
    frozenset(
        """
    a about above after again against all also am amid among an and another any are as at back be because been before
    being between both but by came come could despite did do does doing down during each either else even ever every few
    for from further get got had has have having he her here hers herself him himself his how however i if in into is it
    its itself just last late later least less like made make many may me might more most much must my near
    neither never
    new next no nor not now of off on once one only onto or other others our out over own per put rather said same say
    saying says shall she should since so some still such take tell than that the their theirs them themselves
    then there
    these they this those though through thus to told too toward towards two under until up upon us used very via was we
    well were what when where whether which while who whom whose why will with within without would yet you your mr mrs
    ms dr according added including told reported
    """.split()
    )
    | AUXILIARIES
)


def terms(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, Word]]:
    """The content words of `text[start:end]` in compared form, each with the word as written."""
    found = []
    for word in words(text, start, end):
        for piece in _pieces(word) if "-" in word.text or "‑" in word.text else (word,):
            form = term(piece.text)
            if form:
                found.append((form, piece))
    return found


@lru_cache(maxsize=1 << 16)
def term(word: str) -> str | None:
    """One word in compared form; null for function words."""
    form = fold(word)
    if form.endswith("'s"):
        form = form[:-2]
    form = anyascii(form.replace("'", "")).casefold()
    if not form or form in _STOP or (len(form) == 1 and not form.isdigit()):
        return None
    known = lemma(form)
    if known and known not in _STOP:
        return known
    return _singular(form)


def _singular(form: str) -> str:
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 4 and form.endswith(("ches", "shes", "sses", "xes")):
        return form[:-2]
    if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    return form


def _pieces(word: Word) -> list[Word]:
    """The halves of a hyphenated word, since "union-led" speaks of a union."""
    pieces, at = [], word.start
    for part in word.text.replace("‑", "-").split("-"):
        if part:
            pieces.append(Word(word.text[at - word.start : at - word.start + len(part)], at, at + len(part)))
        at += len(part) + 1
    return pieces
