"""Whether the words around a time expression look back or forward, from the verbs of the sentence.

The last verb before the expression decides, then the first after it; an infinitive ("is running to face …") looks
forward only in the present tense, and a participle after "be" is no past tense ("will be closed"). Works on levelled
text. Out of scope: parsing; a sentence whose tense no word shows is `unknown`.
"""

from __future__ import annotations

import re

from rashomon.annotate.calendar import Direction

_SURE = r"will|'ll|won't|shall|going to|gonna|scheduled|expected|due|slated|set to|is to|are to|upcoming"
_AHEAD = (
    rf"{_SURE}|would|expects?|planned|plans?|planning|intends?|intended|hopes?|hoping|aims?|likely|to be|was "
    rf"to|were to|may|might|"
    r"could|should|must|poised|goes (?:on|to) trial|takes (?:place|effect|office)|begins|starts|resumes|expires|"
    r"(?:vowed|promised|pledged|agreed|threatened|preparing|prepared|ready) to"
)
_BACK = (
    "was were had did said told came went took made won lost began left held gave met found saw fell rose led "
    "ran got hit "
    "sent spent brought bought built caught felt fought grew heard kept knew laid paid put read sat set shot "
    "shook sold "
    "spoke stood struck swept swore taught threw thought wrote broke burnt became chose drew drove flew stole sank hid "
    "cut shut quit spread beat bore bound dealt fled froze hung meant rode rang sought slept woke withdrew "
    "tore wore blew "
    "dug clung swam slid spun stuck swung wept lay lent leapt knelt bent burst cast cost crept flung forgot overtook "
    "overthrew undertook understood upheld withheld shone sprang stung thrust been"
).replace(" ", "|")
_CUE = re.compile(
    rf"\b(?:(?i:(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\btheir )(?P<ahead>{_AHEAD}))|(?P<back>(?i:{_BACK})|[a-z]{{2,}}ed)"
    r"|to (?P<infinitive>(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+))(?![\w'])"
)
_THEN_BACK = re.compile(rf"(?: that| which| who| when)? (?:[a-z]+ly )?(?:(?:{_BACK})|[a-z]{{2,}}ed)\b(?! by\b)")
_SURELY = re.compile(rf"(?i:{_SURE})")
_PRESENT = re.compile(r"\b(?:is|are|am|remains?|has|have)\b", re.IGNORECASE)
_SET_FOR = re.compile(
    r"\b(?:as soon as|as early as|ahead of) (?:the )?$"
    r"|\b(?:set|schedul\w+|slated|plan\w*|due|call\w*|book\w*|dates?|elections?|vote|hearing|meeting|summit|"
    r"trial|rally|"
    r"sentencing|protests?|strikes?|launch|release|arraignment|funeral)\b[^.;,]{0,40} for (?:the )?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:postpon|extend|delay|adjourn|suspend|defer|reschedul|remain|valid|open)[^.;]{0,40} "
    r"(?:until|till|through)(?: at least)? $"
    r"|\b(?:is|are|be|been|being|stays?|keeps?)\b(?:(?!\b(?:was|were|had)\b)[^.;]){0,60} "
    r"(?:until|till|through)(?: at least)? $"
    r"|\bha(?:s|ve|d) until $|\bg(?:iven?|ives|iving|ave)(?: [\w']+){0,4} until $",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?<!could )(?<!could not )(?<!couldn't )(?:be|being|stay|remain|keep|get|become)"
    r"(?: [a-z]+ly| not| [a-z]+ and)? $",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"'s?\b|'(?= )")


def direction(sentence: str, start: int, end: int) -> Direction:
    """Which way the clause around `sentence[start:end]` looks. "For" right before it looks ahead ("set for Friday")."""
    possessive = bool(_POSSESSIVE.match(sentence, end))
    if not possessive and (_SET_FOR.search(sentence, 0, start) or _UNTIL.search(sentence, 0, start)):
        return "future"
    if _THEN_BACK.match(sentence, end):
        return "past"
    infinitive = False
    verdict: Direction = "unknown"
    for match in _CUE.finditer(sentence, 0, start):
        if match["infinitive"]:
            infinitive = True
        elif match["ahead"] or not _STATE.search(sentence, 0, match.start()):
            verdict = "future" if match["ahead"] else "past"
    if verdict == "unknown" and infinitive and _PRESENT.search(sentence, 0, start):
        verdict = "future"
    if verdict == "unknown":
        verdict = _after(sentence, end)
    return "unknown" if possessive and verdict == "future" else verdict


def _after(sentence: str, end: int) -> Direction:
    for match in _CUE.finditer(sentence, end):
        if match["back"]:
            return "past"
        if match["ahead"] and _SURELY.match(match["ahead"]):
            return "future"
    return "unknown"
