"""Numbers that count something though no noun stands with them: "60,000 had taken part", "the other eight", "the Greens
have 17 and the farmers six", "ahead by seven".

Each pattern looks at the words left and right of the number, on levelled text. What is counted is that of an earlier
number or unknown. Out of scope: numbers with a noun (`counts`), ages in a list (`quantities`).
"""

from __future__ import annotations

import re

from rashomon.annotate.counted import Sight
from rashomon.annotate.number_words import NUMBER, number_value

_END = r"(?:[.,;:!?'\")]|$| (?:and|or|but|while|against|to|with|for|from|in|on|after|before|as)\b)"
_PART = re.compile(rf" of (?:them|us|you)\b| of (?:(?:the|those|these|its|his|her|their|our) )?{NUMBER}", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:figure|total|toll|estimate|tally|crowd|crew|majority|lead|party|group|turnout)s? of (?:just |only )?$", re.I
)
_SUBJECT = re.compile(
    r" (?:more |others? )?(?:(?:are|were|have|had|remain|must|may|might|will|would|could|did|do|died|fled|came|took|"
    r"left|went|ran|fell|fought|voted|stood|got)|(?!need|exceed|indeed)[a-z]{2,}ed)\b(?! (?:by|to) )",
)
_SAID = re.compile(
    r"\b(?:said|says?|saying|counts?|counted|estimated?|estimates|report(?:s|ed)|claim(?:s|ed)|(?:spoke|spoken|speaks?|"
    r"talked) of|expect(?:s|ed)?|insist(?:s|ed)?(?: on)?)(?: it was| there were| at least)? $",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:has|have|had|won|wins?|hold|holds|held|gets?|got|took|takes?|lost|loses?|gained|gains?|keeps?|kept|gives?|gave)"
    r"(?: only| just| now| at least)? $",
    re.IGNORECASE,
)
_GAVE = re.compile(
    r"\b(?:has|have|had|won|wins?|holds?|held|gets?|got|took|lost|gained|keeps?|kept|gives?|gave|with)\b"
)
_MARGIN = re.compile(
    r"\b(?:ahead|behind|up|down|led|leads?|leading|won|wins?|winning|lost|beat|beaten|defeated|trailed|trails|margin)\b"
    r"[^.;0-9]{0,40} by (?:just |only )?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:,| and|;|,? but) (?:the )?(?:[\w'.-]+ ){1,4}$", re.IGNORECASE)
_ALSO = re.compile(r"(?:,| and|;|,? but) (?:another )?$", re.IGNORECASE)
_ELSEWHERE = re.compile(r" (?:by|in|from|on|at|under|near|outside|across|throughout|over|elsewhere)\b")
_COMPARED = re.compile(r" (?:more|fewer|less) than\b")
_DEFINITE = re.compile(r"\b(?:the|all|these|those|other|remaining|another) $", re.IGNORECASE)
_LEAST_SAID = 100


def stands_alone(number: str, left: str, right: str, sight: Sight, last: tuple[int, int] | None, start: int) -> bool:
    """Whether a number without a noun counts something; `last` is the range of the count before it in the sentence."""
    value = number_value(number)
    if value is None or value < 2 or (number.isdigit() and len(number) == 4):
        return False
    if _PART.match(right) or _FIGURE.search(left) or (_SUBJECT.match(right) and _opens(left)):
        return True
    if not re.match(_END, right) and not (last and (_COMPARED.match(right) or _ELSEWHERE.match(right))):
        return False
    if _MARGIN.search(left) or (value >= _LEAST_SAID and _SAID.search(left)):
        return True
    if last is None:
        return False
    again = _ALSO.search(left) and _ELSEWHERE.match(right)
    return bool(again or _COMPARED.match(right) or HELD.search(left) or is_left_out(left, sight, last, start))


def is_left_out(left: str, sight: Sight, last: tuple[int, int] | None, start: int) -> bool:
    """Whether the verb of a number is that of the one before it: "the Greens have 17 and the farmers six"."""
    if last is None or not _OTHERS.search(left) or not _GAVE.search(sight.text, 0, last[0]):
        return False
    between = [token.tag for token in sight.tokens if last[1] <= token.start < start]
    return bool(between) and "VERB" not in between and "AUX" not in between and between[-1] in ("NOUN", "PROPN")


def _opens(left: str) -> bool:
    """Whether a number is the subject of a clause: at its beginning, or after "the"."""
    return not left.strip(" \"'(") or bool(
        _DEFINITE.search(left) or re.search(r"(?:[.;:,!?\"]|\b(?:that|and|but|while|which|said|says)) $", left)
    )
