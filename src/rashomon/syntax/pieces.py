"""Sentences to the words a treebank would cut them into, and words to the numbers the reader takes.

Words are cut as in the English Universal Dependencies: marks stand alone, hyphens too ("six - member"), clitics come
off ("do n't", "Ana 's", "can not"), abbreviations keep their stops, numbers keep theirs and their colons and slashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rashomon.inference import Inputs, tokenizer
from rashomon.text import Word, level

SHAPES = ("mark", "lower", "initial", "capitals", "mixed", "digits")
LONGEST = 250
"""Sub-words the reader takes at once, with the marks at the ends; it was trained on no more."""
_OPENING, _CLOSING, _UNKNOWN = 101, 102, 100
_WORD = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+"
    r"|(?:[A-Za-z]\.){2,}|\b(?:[Mm]rs?|[Mm]s|[Dd]r|[Jj]r|[Ss]r|[Ss]t|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Prof|Rev"
    r"|[Vv]s|[Nn]o|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|etc)\.(?=\s|,)|\b[A-Z]\.(?=\s)"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+(?:[.,]\d+)*"
    r"|n't\b|(?<=[a-zA-Z])'(?:s|re|ve|ll|d|m)\b|[Cc]an(?=not\b)|(?<=[Cc]an)not\b"
    r"|[^\W\d_]+?(?=n't\b)|[^\W_]+(?:'(?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_]+)*"
    r"|\.\.\.+|--+|[!?]{2,}|[^\w\s]|_",
    re.IGNORECASE,
)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]` (half-open code points), levelled, with offsets into `text`."""
    return [Word(m.group(), start + m.start(), start + m.end()) for m in _WORD.finditer(level(text[start:end]))]


@lru_cache(maxsize=20_000)
def shape_of(word: str) -> int:
    """The letter shape of a word, an index into `SHAPES`."""
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return 5 if any(character.isdigit() for character in word) else 0
    if not any(letter.isupper() for letter in letters):
        return 1
    if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]):
        return 2
    return 3 if all(letter.isupper() for letter in letters) else 4


@lru_cache(maxsize=20_000)
def sub_words(word: str) -> tuple[int, ...]:
    """The ids of a word's sub-words, at least one."""
    clean = word.encode("utf-8", "replace").decode("utf-8")
    return tuple(tokenizer().encode(clean, add_special_tokens=False).ids) or (_UNKNOWN,)


def windows(words: Sequence[Word]) -> list[list[Word]]:
    """The words in runs that the reader can take at once; nearly always one."""
    runs: list[list[Word]] = []
    room = 0
    for word in words:
        cost = len(sub_words(word.text))
        if cost > room or not runs:
            runs.append([])
            room = LONGEST - 2
        runs[-1].append(word)
        room -= cost
    return runs


def inputs_of(words: Sequence[Word]) -> Inputs:
    """The reader's input for one run of words: sub-word ids, their letter shapes, the place of each word's first."""
    ids, shapes, firsts = [_OPENING], [0], []
    for word in words:
        pieces = sub_words(word.text)[: LONGEST - 2]
        firsts.append(len(ids))
        ids.extend(pieces)
        shapes.extend([shape_of(word.text)] * len(pieces))
    rows = {"ids": [*ids, _CLOSING], "shapes": [*shapes, 0], "firsts": firsts}
    return {name: np.array([row], dtype=np.int64) for name, row in rows.items()}
