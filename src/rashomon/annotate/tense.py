"""Whether the words around a time expression look back or forward, from the verbs of the sentence.

The last verb before the expression decides, then the first after it; an infinitive ("running to face") looks forward
only where no past verb stands before it. Works on levelled text. Out of scope: parsing; a sentence whose tense no word
shows is `unknown`.
"""

from __future__ import annotations

import re

from rashomon.annotate.calendar import Direction

_AHEAD = (
    r"will|'ll|won't|shall|would|going to|gonna|scheduled|expected|expects?|due|slated|set to|planned|plans?|planning|"
    r"intends?|hopes?|hoping|aims?|likely|upcoming|to be|is to|are to|was to|were to|may|might|could|can|should|must|"
    r"poised|vowed|promised|pledged|agreed to|deadline|ahead of|until|by the end of"
)
_BACK = (
    r"was|were|had|has|have|did|said|told|came|went|took|made|won|lost|began|left|held|gave|met|found|saw|fell|rose|led|"
    r"ran|got|hit|sent|spent|brought|bought|built|caught|felt|fought|grew|heard|kept|knew|laid|paid|put|read|sat|set|"
    r"shot|shook|sold|spoke|stood|struck|swept|swore|taught|threw|thought|wrote|broke|burnt|became|chose|drew|drove|flew|"
    r"stole|sank|hid|cut|shut|quit|spread|beat|bore|bound|dealt|fled|froze|hung|meant|rode|rang|sought|sent|slept|woke|"
    r"withdrew|earlier|ago|since|[a-z]{2,}ed"
)
_CUE = re.compile(
    rf"\b(?:(?i:(?P<ahead>{_AHEAD}))|(?i:(?P<back>{_BACK}))|to (?P<infinitive>(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+))"
    r"(?![\w'])",
)
_FOR = re.compile(r"\bfor (?:the )?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s?\b")


def direction(sentence: str, start: int, end: int) -> Direction:
    """Which way the clause around `sentence[start:end]` looks. "For" right before it looks ahead ("set for Friday")."""
    if _FOR.search(sentence, 0, start) and not _POSSESSIVE.match(sentence, end):
        return "future"
    infinitive = False
    verdict: Direction = "unknown"
    for match in _CUE.finditer(sentence, 0, start):
        if match["infinitive"]:
            infinitive = True
        else:
            verdict = "future" if match["ahead"] else "past"
    if verdict == "unknown" and infinitive:
        return "future"
    if verdict == "unknown":
        for match in _CUE.finditer(sentence, end):
            if not match["infinitive"]:
                return "future" if match["ahead"] else "past"
    return verdict
