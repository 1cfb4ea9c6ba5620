"""How telling a word is before anything is known of the pile: the rarer in English, the more.

The vocabulary of the encoder stands in the order in which its words were counted, so a word's place in it says how
common it is; a word that has no place is rarer than all. A weight that hangs on the word alone makes a tie between two
reports a function of these two, whatever else lies in the pile ([0021](docs/decisions/0021-events.md)).
"""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import blake2b
from math import log

from rashomon.inference import tokenizer

_FIRST = 1996  # the first places hold marks, single letters and signs of other scripts
_RAREST = 30_000
_SIGN = 1_500  # as rare as a word at this place, among words


@lru_cache(maxsize=1 << 16)
def telling(form: str) -> float:
    """How much a word in compared form (`terms`) tells, from 0 to 1; the square of the logarithm of its rank."""
    place = _places().get(form)
    rank = _RAREST if place is None else max(place - _FIRST, 20) if place >= _FIRST else _SIGN
    return (log(rank) / log(_RAREST)) ** 2


def unknown(form: str) -> bool:
    """Whether a word in compared form is none that is common in English: most names, and what is rarer than all."""
    return telling(form) == 1


@lru_cache(maxsize=1 << 17)
def number_of(form: str) -> int:
    """The number that stands for a word, the same everywhere: 32 bits of a digest."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


@cache
def _places() -> dict[str, int]:
    return tokenizer().get_vocab()
