"""The language of a text: English by its function words, any other by py3langid.

py3langid is a naive Bayes model over byte n-grams (Lui and Baldwin 2012). It takes about a second to load, which a run
over English reports need not pay: words like "the", "which", "their" make up a quarter of English news and next to
nothing of any other language it knows.
"""

from __future__ import annotations

from rashomon.text import spelled

_LEAST_LETTERS = 60
_PROBE = 4_000
_ENGLISH = frozenset(
    "the of and to that for with by his her their which who whom from were had been have has said this these those it "
    "he she they would could should about after before because between while where when what there not are".split()
)
_LEAST_ENGLISH = 0.15


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; null for texts with fewer than 60 letters."""
    probe = text[:_PROBE]
    # a beginning with enough letters spares looking at the rest
    if all(sum(map(str.isalpha, part)) < _LEAST_LETTERS for part in (probe[: 2 * _LEAST_LETTERS], probe)):
        return None
    folded = probe.casefold()
    found = spelled(folded) if len(folded) == len(probe) else [word.casefold() for word in spelled(probe)]
    if sum(map(_ENGLISH.__contains__, found)) >= max(_LEAST_ENGLISH * len(found), 5):
        return "en"
    import py3langid

    code = py3langid.classify(probe)[0]
    return code if isinstance(code, str) and len(code) == 2 else None
