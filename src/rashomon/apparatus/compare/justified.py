"""Why force was used: in the word of those who used it in one report, as the report's own in the other.

"The army said its offensive was in response to shelling" / "the army launched the offensive to halt the shelling";
"police said he was shot in self-defence" / "shot in self-defence". A use of force (noun or verb) with a ground is
looked for in each; the grounds must share a word, and the one who gives his word must be he who used force, or speak
for those who do. A tension: whether it was so is not the report's finding in the one, and is in the other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.tables import peoples
from rashomon.terms import terms
from rashomon.text import cut, fold, level

LIKELY = 0.3
_FORCE = frozenset(
    """
    attack strike airstrike operation offensive campaign raid assault invasion incursion bombardment bombing shelling
    crackdown shooting shot shoot fire kill bomb shell invade storm arrest detention detain blockade
    siege war intervention seizure seize clear disperse evict beating barrage
    """.split()
)
_GROUND = re.compile(
    r"\b(?:in (?:direct )?(?:response|retaliation|reprisal|answer|reaction) (?:to|for)|in self-?\s?defen[cs]e|"
    r"(?:necessitated|provoked|prompted|triggered|justified|forced) by|to (?:stop|halt|end|prevent|thwart|deter|avert|"
    r"counter|repel|protect|defend|restore|curb|quell|foil|pre-?empt)|aimed at (?:stopping|halting|ending|preventing|"
    r"deterring|protecting|restoring|curbing|quelling)|after (?:coming|being) under|because|feared for|"
    r"fearing (?:for|that)|in fear of)\b"
)
_SPEAKING = re.compile(
    r"\b(?:army|military|police|officers?|troops|forces|government|ministry|minister|pentagon|navy|air force|security|"
    r"junta|regime|prosecutors?|guards?|soldiers?|rebels?|militants?|fighters|spokes\w+|commanders?|generals?)\b"
)


class Justified(NamedTuple):
    """The content words of a ground, and the words as written."""

    terms: frozenset[str]
    words: str


def compare_justified(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between a ground for force given as one side's word and as a fact."""
    if likely < LIKELY or (_is_own(a) == _is_own(b)) or not one_time(a, b):
        return None
    one, other = justified(a), justified(b)
    if not one or not other or not one.terms & other.terms:
        return None
    word, fact = (b, a) if _is_own(a) else (a, b)
    if fact.statement.modality != "asserted" or "denied" in (a.statement.polarity, b.statement.polarity):
        return None
    if not _speaks_for(word, fact):
        return None
    held = cut(word.document, word.statement.holder.span) if word.statement.holder.span else "quoted words"
    values = ("stated", held) if word is b else (held, "stated")
    why = f"why force was used, as a fact / in the word of a side: {one.words} / {other.words}"
    return Finding("attribution", "tension", likely, why, i, j, *values)


@once
def justified(detail: Detail) -> Justified | None:
    """The ground that a statement gives for a use of force."""
    words = level(detail.words)
    match = _GROUND.search(words)
    if match is None or not _FORCE.intersection(form for form, _ in terms(words, 0, match.start())):
        return None
    behind = {form for form, word in terms(words, match.end()) if word.text[0].islower()}
    return Justified(frozenset(behind | ({"defence"} if "defen" in match.group() else set())), match.group())


def _is_own(detail: Detail) -> bool:
    return detail.statement.holder.kind == "report"


def _speaks_for(word: Detail, fact: Detail) -> bool:
    """Whether the one whose word it is used the force, or speaks for those who do."""
    holder = word.statement.holder
    if holder.entity and holder.entity in fact.doers | word.doers:
        return True
    said = fold(cut(word.document, holder.span)) if holder.span else ""
    return bool(_SPEAKING.search(said)) or any(w in peoples() for w in said.split())
