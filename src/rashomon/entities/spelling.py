"""Spellings of one name made comparable: letters that transliteration swaps, doubled letters, vowels, family endings.

Three forms of a word, each coarser than the one before: `plain` (Latin letters without marks), `sounded` (the swaps
that transliteration makes: ou/u, y/i, kh/h/ch, ph/f, w/v, tz/ts, dj/j, endings in -ich, doubled letters), `bones`
(consonants only, p and f, b and v one). Words that compare as the same always have the same bones, so bones serve as
the blocking key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lexicon.tables import given_names, key, name_groups
from rashomon.text import level

_SWAPS = (
    ("chr", "kr"),
    ("shch", "sh"),
    ("tsch", "ch"),
    ("tsh", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dj", "j"),
    ("dh", "d"),
    ("oua", "va"),
    ("oue", "ve"),
    ("oui", "vi"),
    ("kh", "h"),
    ("ch", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("tz", "ts"),
    ("cz", "h"),
    ("ck", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ii", "i"),
    ("ij", "i"),
    ("ye", "e"),
    ("ie", "e"),
    ("yo", "e"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("j", "i"),
    ("y", "i"),
    ("c", "k"),
    ("z", "s"),
)
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az)[- ](?=[^\W\d_]{3})", re.IGNORECASE)
_FRENCH_END = re.compile(r"([oe])ff?$")
_SON_OF = re.compile(r"[vw]i(?:tsch|tch|tsj|cz|cs|ch|c)$")
"""The Slavic ending "son of" as languages write it ("Marković", "Markovich", "Markowitsch", "Markowicz")."""
_GENDERED = (
    ("skaya", "sky"),
    ("skaia", "sky"),
    ("tskaya", "tsky"),
    ("ska", "ski"),
    ("cka", "cki"),
    ("ova", "ov"),
    ("eva", "ev"),
    ("ina", "in"),
    ("yna", "yn"),
    ("aya", "y"),
    ("ová", "a"),
)
_FEMALE_END = re.compile(r"(?:[oe]va|[^aeiou]ina|sk[ai]ya|tskaya|ska|cka|ová|dóttir|dottir|kyzy|qizi)$")
_MALE_END = re.compile(r"(?:[^aeiou][oe]v|[oe]ff|sk[iy]y?|[ct]sk[iy]y?|cki|ogly|oglu|uly)$")


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Lower-case Latin letters without marks and apostrophes."""
    return re.sub(r"[^a-z0-9 -]", "", key(level(word)))


@lru_cache(maxsize=16384)
def sounded(word: str) -> str:
    """The word with the swaps of transliteration levelled."""
    text = _FRENCH_END.sub(r"\1v", plain(word).replace("-", ""))
    text = _SON_OF.sub("vich", text)
    for old, new in _SWAPS:
        text = text.replace(old, new)
    return _DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=16384)
def bones(word: str) -> str:
    """The consonants of the sounded word, with p and f, b and v, d and t kept apart no longer where scripts merge
    them.
    """
    text = sounded(word)
    first = text[:1]
    rest = re.sub(r"[aeiou]", "", text[1:])
    joined = ("" if first in "aeiou" else first) + rest
    return _DOUBLED.sub(r"\1", joined.translate(str.maketrans("fbk", "pvk")).replace("h", ""))


@lru_cache(maxsize=16384)
def family(word: str) -> str:
    """A family name in its male form: "Dramova" and "Dramov" are one family."""
    text = plain(word)
    for ending, male in _GENDERED:
        if text.endswith(plain(ending)) and len(text) > len(ending) + 2:
            return text[: -len(plain(ending))] + male
    return text


@lru_cache(maxsize=16384)
def without_article(word: str) -> str:
    """A family name without the Arabic article in front of it: "al-Tarif" and "Tarif" are one family."""
    return _ARTICLE.sub("", level(word))


def family_gender(word: str) -> str | None:
    """The gender a Slavic or Nordic family name shows, None where it shows none."""
    text = plain(word)
    if len(text) > 4 and _FEMALE_END.search(text):
        return "female"
    if len(text) > 4 and _MALE_END.search(text):
        return "male"
    return None


@lru_cache(maxsize=16384)
def likeness(a: str, b: str) -> tuple[float, str]:
    """How alike two words of a name are (0 to 1), with the reason in fixed words."""
    left, right = plain(a), plain(b)
    if left == right:
        return 1.0, "same spelling"
    if not left or not right:
        return 0.0, "different"
    if sounded(a) == sounded(b):
        return 0.95, "transliteration"
    if bones(a) != bones(b) or len(bones(a)) < 2:
        return 0.0, "different"
    distance = DamerauLevenshtein.distance(sounded(a), sounded(b))
    if distance == 1:
        return 0.9, "spelling"
    if distance == 2 and min(len(left), len(right)) >= 5:
        return 0.75, "spelling"
    return 0.3, "same consonants"


def are_initials(short: str, given: Sequence[str]) -> bool:
    """Whether one is written in initials ("J.D.", "JC") that fit all the given names ("James David", "Jean-Claude")."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 3 and letters.isupper()):
        return False
    firsts = "".join(plain(part)[:1] for name in given for part in name.split("-"))
    return len(firsts) > 1 and firsts == letters.casefold()


@lru_cache(maxsize=16384)
def given_likeness(a: str, b: str) -> tuple[float, str]:
    """How alike two given names are: spelling first, then initials, then the table of nicknames."""
    left, right = plain(a), plain(b)
    if not left or not right:
        return 0.0, "different"
    if (len(left) == 1 or len(right) == 1) and left[0] == right[0]:
        return 0.8, "initial"
    score, why = likeness(a, b)
    groups = name_groups()
    shared = groups.get(left, frozenset()) & groups.get(right, frozenset())
    other = (score == 0.75 and DamerauLevenshtein.distance(left, right) > 1) or (
        score == 0.9 and left.removesuffix("a") == right.removesuffix("a")
    )
    if other and not shared and left in given_names() and right in given_names():
        return 0.3, "two given names"
    if score >= 0.75:
        return score, why
    return (0.9, "nickname") if shared else (score, why)
