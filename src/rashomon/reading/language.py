"""The language of a text, by py3langid's naive Bayes model over byte n-grams (Lui and Baldwin 2012)."""

from __future__ import annotations

import py3langid

_LEAST_LETTERS = 60
_PROBE = 4_000


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; null for texts with fewer than 60 letters."""
    probe = text[:_PROBE]
    if sum(character.isalpha() for character in probe) < _LEAST_LETTERS:
        return None
    code = py3langid.classify(probe)[0]
    return code if isinstance(code, str) and len(code) == 2 else None
