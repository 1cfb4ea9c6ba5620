"""How English writes quantities: patterns by kind, and the longest of them at each place of a sentence.

`quantity_expressions` yields (name, match) from left to right without overlap; what a match means, and whether it is a
quantity at all, is `quantity_values`' and `counts`' affair. Patterns read levelled text. Out of scope: languages other
than English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.annotate.amounts import AFTER, QUALIFIER, RANGE, VAGUE
from rashomon.annotate.expressions import expressions, matches
from rashomon.annotate.number_words import FIGURES, MONEY_NUMBER, NUMBER, ORDINAL
from rashomon.annotate.units import CODES, CURRENCY, GLUED, MEASURE, SIGN

_AMOUNT = rf"{QUALIFIER}?(?:{RANGE}|{NUMBER})"
_CODE = "|".join(CODES)
_SUM = rf"(?:{SIGN}) ?{MONEY_NUMBER}"
_NOT_RANKED = (
    "aid responders? hand names? lady ladies class degree come thing half base of and or in at on to as by "
    "for with he she "
    "it they we i the a an that is was were are be had has have would will did but from when saw met came became began "
    "thought took look thoughts world party estate so then before after because if resort grade grader "
    "floor only "
    "ever quarter cousins? fiddle nature appeared since"
).replace(" ", "|")
_NO_FEAT = "the|an?|report|publish|reveal|admit|say|tell|know|concede|acknowledge|agree|see|hear"
_HYPHENED = (
    "man woman person member nation country vehicle car judge justice seat vote point page bed room bedroom "
    "storey story "
    "phase count passenger strong pronged part student round player team game item line word chapter episode "
    "family unit "
    "officer soldier gun engine lane store school"
).replace(" ", "|")
_YOUNG = "(?:sons|daughters|children|kids|brothers|sisters|siblings|boys|girls|grandchildren|teenagers)"
_LIVED = (
    "married|retired|enlisted|joined|applied|left (?:home|school)|orphaned|widowed|converted|graduated|emigrated|"
    "dropped out|moved|ran away|signed up"
)
_AGE_AFTER = r"[,;.)]| (?i:and|of|from|late|early|who|was|told|said|on|in)\b|$"
_DECADES = "[2-9]0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_PART = "(?:half|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)"
_LENGTH = "(?:hour|day|year|minute|mile|century|decade|month|week|dozen|million|billion)"
_SHARE_OF = rf"(?= (?:of|an?|the|my|his|her|its|their|our|all|those|these|as)\b)(?!(?: of)? an? {_LENGTH})"
_SHARE_END = (
    r"(?=[^\w' -]|$| (?:more|less|are|were|is|was|have|had|has|said|say|in|from|to|by|since|on|this|higher|"
    r"lower|and|or)\b)"
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("percent", rf"(?i:{_AMOUNT}[ -]?(?P<unit>percentage[ -]points?|per[ -]?cent|percent|pct\b|%))"),
    (
        "money",
        rf"(?i:{QUALIFIER}?{_SUM}(?:(?: ?- ?| to | and | or ){_SUM}|(?:-| to ){MONEY_NUMBER})?(?: "
        rf"?(?:{_CODE})\b)?(?:[ -]dollars?\b)?{AFTER}?)",
    ),
    (
        "money",
        rf"(?i:{QUALIFIER}?(?:{RANGE}|{NUMBER}|{VAGUE})(?: of)?[ -](?P<unit>{CURRENCY}|(?-i:{_CODE}))\b(?:'(?= ))?)",
    ),
    ("money", rf"(?i:{QUALIFIER}?)\b(?P<unit>{_CODE}) ?(?i:{MONEY_NUMBER})"),
    ("cents", rf"(?i:{QUALIFIER}?(?:{NUMBER})[ -](?P<unit>cents|pence)\b)"),
    (
        "cents",
        rf"(?i:{QUALIFIER}?)(?<![\w.,$£-])(?!(?:240|360|480|720|1080|1440|2160)p)"
        r"[0-9]{1,4}(?:\.[0-9]{1,2}|[½¼¾])?(?P<unit>p|¢)(?!\w)",
    ),
    ("age", rf"(?i:(?P<bound>{QUALIFIER})?\b(?P<age>{NUMBER})[ -](?P<unit>year|month|week|day)s?[ -]olds?\b)"),
    ("named_age", rf"(?i:(?:\baged? |\bat the age of |\bage of )(?P<age>{NUMBER})(?!%| percent))"),
    (
        "named_age",
        rf"(?i:(?:\baged (?:between |from )?|\b(?:in age|ages) from )(?P<age>{NUMBER}(?: to | and | ?- ?){NUMBER}))",
    ),
    (
        "named_age",
        rf"(?i:\b(?:(?:they|who|{_YOUNG}) (?:are|were)|{_YOUNG},)(?: now| then)? (?P<age>{NUMBER}))"
        r"(?=,? (?:and )?[0-9]+\b)",
    ),
    (
        "named_age",
        rf"(?i:\b(?:{_LIVED})\b[^.;:,0-9\n]{{0,40}} at (?P<age>1[2-9]|[2-9][0-9]))"
        r"(?=[.,;!?'\"]|$| (?:and|when|after)\b)",
    ),
    (
        "named_age",
        rf"(?i:\b(?:(?:he|she|who) (?:was|is|turned|turns|would be)(?: only| just)?|(?:dies|died|dead) at) "
        rf"(?P<age>{NUMBER}))"
        r"(?=[.,;!?'\"]|$| (?:when|at|and|years)\b)",
    ),
    (
        "apposed_age",
        rf"\b[A-Z][\w'.-]*\.?, (?P<age>[1-9][0-9]?|1[01][0-9])(?={_AGE_AFTER})(?!,[0-9]|\.[0-9])",
    ),
    ("apposed_age", r"(?<=[a-z.]) \((?P<age>[1-9][0-9]?)\)"),
    ("named_age", rf"(?i:\b(?:man|woman|boy|girl|child|youth) of (?P<age>{NUMBER})(?! [a-z]+s\b))"),
    ("decade_age", rf"(?i:\bin (?:his|her|their) (?:(?P<part>early|mid|late)[ -])?(?P<age>{_DECADES})\b)"),
    (
        "height",
        rf"(?i:(?<![\w.])(?P<feet>{NUMBER})-(?:foot|feet)-(?P<inches>[0-9]{{1,2}}|[a-z]+)(?:-inch(?:es)?)?(?![\w-]))",
    ),
    ("height", rf"(?i:(?<![\w.])(?P<feet>{NUMBER}) (?:foot|feet),? (?P<inches>[0-9]{{1,2}}|[a-z]+) inch(?:es)?\b)"),
    ("measure", rf"(?i:{_AMOUNT}[ -](?P<unit>{MEASURE})(?!\w))"),
    ("measure", rf"(?i:{QUALIFIER}?(?<![\w.,$]){FIGURES} ?(?P<unit>{GLUED})(?!\w))"),
    ("magnitude", rf"(?i:\bmagnitude[ -](?:of )?{NUMBER}|(?<![\w.]){NUMBER}[ -]magnitude\b)"),
    ("share", rf"(?i:{QUALIFIER}?\b(?:{_ONES}[ -]|an? )?{_PART}\b{_SHARE_OF})"),
    ("share", rf"(?i:{QUALIFIER}?\b(?:an? (?:third|quarter|fifth|tenth)|{_ONES}[ -]{_PART})\b{_SHARE_END})"),
    ("share", rf"(?i:{QUALIFIER}?\b{_ONES}-(?:thirds|quarters|fourths|fifths|sixths|eighths|tenths)\b)(?= [a-z])"),
    ("share", rf"(?i:{QUALIFIER}?\b{NUMBER} (?:in|out of)(?: every)? {NUMBER}(?! (?:{_LENGTH}s?)\b))"),
    ("vague", rf"(?i:{QUALIFIER}?{VAGUE})"),
    ("vague", r"(?i:\b(?:several|a few|a couple of)(?: (?:dozen|hundred|thousand|million|billion))?\b(?= [a-z]))"),
    ("number_of", r"(?i:\b(?:an? (?:(?:very |relatively )?\w+ )?number of)(?= [a-z]))"),
    ("both", r"(?i:\bboth\b)"),
    ("twice", r"(?i:(?<!think )(?<!or )\btwice\b(?! (?:as|the|an?|per|what|that|his|her|its|their|more|over)\b|-))"),
    ("single", r"(?i:(?<!not )\ban? (?:single|lone|sole)(?= [a-z]))"),
    ("multi", r"(?i:\bmulti-(?:phase|stage|party|vehicle|car)\b)"),
    ("vote", r"(?i:\bvot(?:e|ed|es|ing)\b[^.;0-9]{0,20}?(?P<tally>[0-9]{1,3}(?:-| to )[0-9]{1,3})\b)"),
    ("vote", rf"(?i:\bvot(?:e|ed|es|ing) (?:by )?(?P<tally>{NUMBER} to {NUMBER})(?! [a-z]+s\b))"),
    ("vote", r"(?i:\b(?P<tally>[0-9]{1,3}-[0-9]{1,3}) (?:vote|ruling|decision|majority|verdict)\b)"),
    (
        "count",
        rf"(?i:{QUALIFIER}?{NUMBER}(?P<hyphen>-(?:{_HYPHENED})\b)|{QUALIFIER}?(?:(?<!from ){RANGE}|{NUMBER}){AFTER}?)",
    ),
    ("ordinal", rf"(?i:{ORDINAL}[ -][a-z]+est\b)"),
    ("ranked", rf"(?i:(?<=\bthe ){ORDINAL}(?= to (?!(?:{_NO_FEAT})\b)[a-z]+| of (?:them|us|the)\b|, (?-i:[A-Z])))"),
    ("ranked", rf"(?i:(?<=\ba ){ORDINAL}(?=, (?-i:[A-Z])))"),
    ("ranked", rf"(?i:(?<=\bbe the ){ORDINAL}(?=[.,;]|$))"),
    ("ranked", rf"(?i:(?:(?<=\bcame )|(?<=\bfinished )|(?<=\bcome )|(?<=\bplaced )){ORDINAL}(?= in\b))"),
    ("ordinal", rf"(?i:{ORDINAL})(?= (?!(?i:{_NOT_RANKED})\b)[a-z][a-z]+)(?! [a-z]+(?:ly|ed)\b(?! [a-z]+))"),
)
_SOME_NUMBER = (
    r"[0-9]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|half|dozen|"
    r"hundred|thousand|million|billion|trillion|lakh|crore)"
)
_SOME_ORDINAL = (
    r"[0-9](?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie|hundred|thousand)"
    r"th\b"
)
_STEMS = "|".join(sorted({word[:4] for word in re.findall(r"\w{3,}", f"{CURRENCY} {_CODE.lower()}")}))
# What a sentence must hold in small letters for a pattern to be tried at all: the patterns are slow.
_NEEDS = {
    "percent": "%|cent|pct",
    "money": rf"[$£€¥₹₽₪₩₺₴₦₱]|\b(?:rs\b|{_STEMS})",
    "cents": "cents|pence|[0-9½¼¾](?:p|¢)",
    "age": "old",
    "named_age": rf"(?:age| of |\b(?:he|she|who|they|at) |{_YOUNG}).{{0,24}}?(?:{_SOME_NUMBER})",
    "apposed_age": "[0-9]",
    "decade_age": "in (?:his|her|their)",
    "height": "foot|feet",
    "measure": _SOME_NUMBER,
    "magnitude": "magnitude",
    "share": rf"\b{_PART}\b|\b(?:in|of) (?:{_SOME_NUMBER})|every",
    "vague": f"{VAGUE}|several|a few|a couple",
    "number_of": "number of",
    "both": "both",
    "twice": "twice",
    "single": "single|lone|sole",
    "multi": "multi",
    "vote": "vot|ruling|decision|majority|verdict",
    "count": _SOME_NUMBER,
    "ranked": _SOME_ORDINAL,
    "ordinal": _SOME_ORDINAL,
}
_KNOWN = expressions(_PATTERNS, _NEEDS)


def quantity_expressions(text: str, busy: list[tuple[int, int]]) -> Iterator[tuple[str, re.Match[str]]]:
    """Names and matches outside the `busy` ranges, from left to right, the longest at each place, none overlapping."""
    return matches(text, _KNOWN, busy)
