"""The office in a title, by one word for each: "Former Rep." and "congresswoman" are "congressman"."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.lexicon.tables import key, words

_OFFICES = {
    "rep.": "congressman",
    "reps.": "congressman",
    "cong.": "congressman",
    "representative": "congressman",
    "congresswoman": "congressman",
    "sen.": "senator",
    "gov.": "governor",
    "pm": "prime minister",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "pontiff": "pope",
    "dr.": "doctor",
    "prof.": "professor",
    "rev.": "reverend",
    "pastor": "reverend",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "district judge": "judge",
    "justice": "judge",
}


@lru_cache(maxsize=8192)
def office_of(text: str) -> str | None:
    """The office in a title or description, by one word for each: "Former Rep." is "congressman"."""
    parts = [key(part).strip(",") for part in re.split(r"\s+(?:of|for|at|to|in|with)\s+", text)[0].split()]
    known = words("titles", "front") | words("titles", "role")
    for at in range(len(parts)):
        name = " ".join(parts[at:])
        if name in known or name in _OFFICES:
            return _OFFICES.get(name, name)
    return None


def one_word(office: str) -> str:
    """The word that stands for an office and its short and female forms."""
    return _OFFICES.get(office, office)
