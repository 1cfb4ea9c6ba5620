"""How English writes times: patterns by name, and the longest of them at each place of a sentence.

`time_expressions` yields (name, match) from left to right without overlap; what a match means is `date_values`' affair.
Patterns read levelled text (`text.level`) and mind case where it tells a month from a verb ("May", "March"). Out of
scope: holidays, languages other than English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.annotate.amounts import AFTER, QUALIFIER
from rashomon.annotate.expressions import expressions, matches
from rashomon.annotate.number_words import NUMBER, ORDINAL

_NAMES = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS: dict[str, int] = {name[:3].casefold(): number for number, name in enumerate(_NAMES, 1)}
WEEKDAYS: dict[str, int] = {name[:3].casefold(): number for number, name in enumerate(_DAYS)}
PARTS: dict[str, str] = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "lunchtime": "TMI"}

_FULL = "|".join([*_NAMES, *(name.upper() for name in _NAMES)])
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
_MONTH = rf"(?:(?:{_FULL})\b|{_SHORT})"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|[,.][0-9]|%)"
_OF_YEAR = rf"(?:(?:,? (?:of )?(?P<year>{_YEAR}))|(?: of|,)? (?P<relative>(?i:this|last|next|that|the same)) year\b)"
_WEEKDAY = rf"(?:{'|'.join([*_DAYS, *(day.upper() for day in _DAYS)])})"
_DAY_NAME = rf"(?:(?:(?i:this|last|next|early|late) )?(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?),? )"
_PART = r"(?i:morning|afternoon|evening|night|lunchtime)"
_OF_PART = rf"(?:(?i:the )?(?P<of>{_PART}) of )"
_EDGE = r"(?:the )?(?:beginning|start|middle|end) of"
_THIRD = rf"\b(?i:(?P<third>early|mid|late|{_EDGE}))"
_THIRD_IN = rf"\b(?i:(?P<third>early|mid|late|earlier|{_EDGE}|(?:earlier|later|early|late) in))"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies)|"
    r"secs?|mins?|hrs?|yrs?)"
)
_LONG_UNIT = r"(?:hour|day|week|month|year|decade|century)"
_PLURAL_UNIT = r"(?:minutes|hours|days|weeks|months|years|decades)"
_LASTING = "|".join(
    rf"(?<=\b{word} )" for word in "spent spend spends lasted lasts took takes take waited wait".split()
)
_NUMBERS = rf"(?:{NUMBER}(?:(?: ?- ?| to | or ){NUMBER})?(?:[ -]and[ -]a[ -]half)?)"
_VAGUE = r"(?:(?:a )?few|several|many|a couple(?: of)?)"
_SOME = rf"(?:{QUALIFIER}?(?:{_NUMBERS}|an?|half an?|{_VAGUE}|some))"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_NEAR_HOUR = r"(?:shortly|just|soon|right) (?:after|before)|around|about|approximately|roughly|nearly|almost"
_BARE = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_ZONE = (
    r"(?: ?\(?(?-i:GMT|UTC|BST|MSK|[A-Z]{1,4}T)\b(?:[+-][0-9]{1,2})?\)?| local time"
    r"| (?-i:[A-Z][a-z]+) (?:standard |daylight )?time)"
)
_AT = "|".join(
    rf"(?<=\b{word} )"
    for word in "at around about by until from before after to since between and approximately".split()
)
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = "(?:half|(?:a )?quarter|(?:five|ten|twenty(?:[- ]five)?)(?: minutes)?)"
_DAYTIME = (
    rf"(?:in the (?:early |late )?(?:morning|afternoon|evening)|at night|(?:this|last|yesterday|tomorrow) {_PART}"
    r"|today|tonight|yesterday|tomorrow)"
)
_OF_DAY = rf"(?: {_DAYTIME}\b| (?:on )?(?-i:{_WEEKDAY}) {_PART}\b)"
_JUST = "|".join(
    rf"(?<=\b{near} {side} )" for near in ("shortly", "just", "soon", "right") for side in ("after", "before")
)
_CLOCK = (
    r"(?:(?:[01]?[0-9]|2[0-3])(?:[:.][0-5][0-9])? ?(?:a\.m\.|p\.m\.|[ap]m\b)"
    rf"|(?:[01][0-9]|2[0-3])[0-5][0-9](?= ?(?-i:GMT|UTC|Z\b|local time))"
    rf"|(?:{_AT}){_BARE}(?: ?hours)?|{_BARE}(?: hours|h|(?={_ZONE}))"
    r"|(?:[0-9]{1,2}|[a-z]+) o'clock|noon|midday|midnight"
    rf"|\b{_MINUTES} past (?:{_HOUR}|1[0-2]|[1-9])"
    rf"|(?:{_AT})(?<!from ){_MINUTES} to {_HOUR}(?! (?:[a-z]+s|people|per|million|thousand|hundred)\b|-)"
    rf"|(?:1[0-2]|[1-9])[.:][0-5][0-9](?={_OF_DAY})|(?:{_AT})(?:{_HOUR}|1[0-2]|[1-9])(?={_OF_DAY})"
    rf"|(?:(?<=\bat )|(?<=\bbefore )|(?<=\buntil ))(?:{_HOUR}|1[0-2]|[1-9])(?= on (?-i:{_WEEKDAY})\b)"
    rf"|(?:{_JUST}){_HOUR}(?=[.,;:!?\"')]|$| (?:when|as|that|local|he|she|they|it|we|I|the|police|and)\b))"
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\w-])(?P<iso>[0-9]{{4}}-[01][0-9]-[0-3][0-9])(?:[T ](?P<clock>{_BARE}))?(?![\w-])"),
    ("numeric", r"(?<![\w/.])(?P<a>[0-9]{1,2})(?P<mark>[/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})(?![\w/])"),
    (
        "day",
        rf"{_OF_PART}?{_DAY_NAME}?\b(?P<month>{_MONTH}) (?P<day>{_DAY})(?![\w]|[.:][0-9]|,[0-9]{{3}})"
        rf"(?:(?: ?- ?| to | through | and )(?P<to>{_DAY})(?![\w:]|[.,][0-9]| {_MONTH}))?{_OF_YEAR}?(?: "
        rf"(?P<part>{_PART})\b)?",
    ),
    (
        "day",
        rf"{_OF_PART}?{_DAY_NAME}?(?:the )?\b(?P<day>{_DAY})(?:(?: ?- ?| to | and )(?P<to>{_DAY}))?"
        rf" (?:of )?(?P<month>{_MONTH})(?!\w){_OF_YEAR}?(?: (?P<part>{_PART})\b)?",
    ),
    (
        "months",
        rf"(?:(?i:from|between) )?\b(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?"
        rf"(?: ?- ?| (?:to|through|until|till|and) )(?P<month2>{_MONTH})(?:,| of)? (?P<year2>{_YEAR})",
    ),
    (
        "months",
        rf"\b(?i:from|between) (?P<month>{_MONTH})(?: to | through | until | and )(?P<month2>{_MONTH})(?!\w)"
        rf"(?: (?P<year2>{_YEAR}))?",
    ),
    ("month", rf"(?:{_THIRD}[- ])?\b(?P<month>{_MONTH}){_OF_YEAR}"),
    ("month", rf"(?:{_THIRD_IN}|(?i:(?P<which>last|next|this)))[- ](?P<month>{_FULL})\b"),
    ("month", r"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=[Tt]ill ))(?P<month>May|MAY)\b"),
    ("month", rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil ))(?P<month>{_FULL})\b(?= (?:the |[A-Z][a-z]))"),
    ("month", rf"(?<![A-Za-z]-)\b(?P<month>{'|'.join(n for n in _NAMES if n != 'May')})\b(?![-'] ?[A-Z]| [A-Z][a-z])"),
    (
        "years",
        rf"(?:(?i:from|between|during) )?(?:(?i:the years?) )?(?<![\w.,$/-])(?P<year>{_YEAR})"
        rf"(?: ?- ?|/| to | through | until | till )(?P<year2>{_YEAR}|[0-9]{{2}}(?![0-9\w]|[.,][0-9]|-[0-9]))"
        rf"(?! {UNIT}\b)",
    ),
    ("years", rf"(?i:between) (?P<year>{_YEAR}) and (?P<year2>{_YEAR})(?!\w)"),
    ("year", rf"(?:{_THIRD_IN}[- ])?(?:(?i:the year) )?(?<![\w.,$/#€£:-])(?P<year>{_YEAR})(?!\w|-[0-9]|:[0-9]| ?°)"),
    (
        "decade",
        r"(?i:(?:the )?(?:(?P<third>early|mid|late)[- ](?:to[- ](?:early|mid|late)[- ])?(?:the )?)?"
        r"(?<![0-9])(?P<decade>(?:1[5-9]|20)[0-9]0|(?<=')[0-9]0)'?s\b)",
    ),
    ("century", rf"(?i:(?:the )?(?:(?P<third>early|mid|late)[- ](?:the )?)?(?P<ordinal>{ORDINAL})[- ]century\b)"),
    ("season", rf"(?i:(?:the )?(?P<season>{_SEASON})(?: of)?,? (?P<year>{_YEAR}))"),
    ("season", rf"(?i:\b(?:(?:earlier|later) )?(?P<which>last|next|this(?: past| coming)?) (?P<season>{_SEASON})\b)"),
    ("season", r"(?i:(?<=in )the (?P<season>spring|summer|autumn|winter)\b(?! (?:of|and|or|[a-z]+s)\b))"),
    (
        "quarter",
        r"(?i:(?:the )?(?:(?P<q>first|second|third|fourth)[- ]quarter|\bQ(?P<n>[1-4])\b)"
        rf"(?:(?: of| in)? (?P<year>{_YEAR}|this year|last year)))",
    ),
    (
        "weekday",
        rf"(?:{_OF_PART}|(?i:(?P<third>early|late|later|earlier)(?: on)? ))?"
        r"(?:(?i:(?P<which>last|next|this(?: past| coming)?|past|coming|the (?:following|next|previous))) )?"
        r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Super )(?<!Holy )(?<!Sheffield )"
        rf"\b(?P<weekday>{_WEEKDAY})(?!\w)(?: (?:(?i:early|late) )?(?P<part>{_PART})\b)?",
    ),
    (
        "deictic",
        rf"(?i:\b(?:(?P<third>earlier|later|late|early) )?(?P<word>today|yesterday|tomorrow|tonight)\b(?: "
        rf"(?P<part>{_PART}))?)",
    ),
    ("deictic", r"(?i:\bthe day (?P<word>before yesterday|after tomorrow)\b)"),
    ("deictic", rf"(?i:\b(?:(?P<third>earlier|later|late|early) )?(?P<which>this|last) (?P<part>{_PART})\b)"),
    ("overnight", r"(?i:\bovernight\b)"),
    (
        "calendar",
        rf"(?i:\b(?:(?P<third>earlier|later|early|late|{_EDGE}|(?:earlier|later|early|late) in) )?"
        r"(?P<which>this|last|next|this past|this coming|the coming|(?:(?<=in )|(?<=of ))the(?! \w+ (?:later|"
        r"before|after|"
        r"when|that|ahead|of|to)\b)) (?P<unit>week|weekend|month|year|decade|century)\b)",
    ),
    ("calendar", r"(?i:(?:(?<=over )|(?<=during )|(?<=at ))(?P<which>the) (?P<unit>weekend)\b)"),
    ("ago", rf"(?i:\b(?:{_SOME} )?(?P<unit>{UNIT})(?: and a half)? ago\b)"),
    (
        "offset",
        rf"(?i:\b(?P<some>{_SOME})[ -](?P<unit>{UNIT})(?: and a half)? "
        r"(?P<side>later|earlier|before|after|afterwards?|prior|beforehand)\b)",
    ),
    ("leading", rf"(?i:\b(?:in )?the {_PLURAL_UNIT} (?:leading up to|before|after|since|following)\b)"),
    ("vague_offset", r"(?i:\b(?P<unit>days|weeks|months|years) (?P<side>later|earlier|before|after)\b)"),
    (
        "adjacent",
        r"(?i:\b(?:later )?(?P<which>the (?:following|next|previous|preceding|same)|that same|that|the very next) "
        rf"(?P<unit>day|week|weekend|month|year|{_PART}|(?<!that ){_SEASON})\b(?! (?:the|he|she|they|we|I)\b))",
    ),
    ("daytime", r"(?i:(?:(?<=in )|(?<=by ))(?P<which>the) (?P<unit>morning|afternoon|evening)\b(?! of\b))"),
    ("adjacent", r"(?i:\b(?P<which>the) (?P<unit>day|week|month|year) (?P<side>after|before)\b)"),
    (
        "past",
        r"(?i:\b(?P<which>the (?:past|last|next|coming|previous|preceding)) "
        rf"(?P<some>{NUMBER}|few|several|couple(?: of)?)(?: or so)? (?P<unit>{UNIT})\b)",
    ),
    ("past", rf"(?i:\b(?P<which>the (?:past|last)) (?P<unit>{_LONG_UNIT})\b)"),
    ("recent", r"(?i:\b(?:in )?(?:recent|the coming) (?:days|weeks|months|years)\b)"),
    (
        "duration",
        rf"(?i:{QUALIFIER}?(?!{_YEAR} (?:to|or|and) ){NUMBER}(?:(?: ?- ?|-? to | or | and ){NUMBER})?"
        r"(?:[ -]and[ -]a[ -]half)?"
        r"(?:[ -](?:more|full|long|straight|consecutive|whole|additional|further|extra|working|business|solid|"
        r"calendar))?"
        rf"[ -]{UNIT}\b(?:-long)?(?:(?: and|,)? {NUMBER} {UNIT}\b)?(?:{AFTER}| and a half)?'?(?![ -]olds?\b| of age))",
    ),
    ("duration", rf"(?i:\bbetween {NUMBER} and {NUMBER} {UNIT}\b(?![ -]olds?\b| of age))"),
    ("duration", rf"(?i:\ban? (?:year|hour)(?:,? and|,) {NUMBER} (?:months|minutes)\b)"),
    ("duration", rf"(?i:\b{NUMBER} of (?:those|these) {_PLURAL_UNIT}\b)"),
    ("duration", rf"(?i:\b(?:the|another) {_LONG_UNIT} and a half\b)"),
    ("duration", rf"(?i:(?=a)(?:{_LASTING})an? (?:{_LONG_UNIT}|minute)\b(?! (?:of|ago|and|or|for)\b))"),
    ("duration", r"(?i:\ban? (?:hour|day|week|month|year)(?= (?:late|early|apart|long)\b))"),
    ("duration", rf"(?i:{QUALIFIER}(?:an?|half an?) {UNIT}\b(?: and a half)?(?![ -]olds?\b))"),
    ("duration", r"(?i:\b(?:a|three) quarters? of an hour\b)"),
    ("duration", r"(?i:(?<=in )an? (?:year|decade|century)\b(?! of\b))"),
    ("duration", rf"(?i:\bhalf[- ]an?[ -]{_LONG_UNIT}\b)"),
    (
        "duration",
        rf"(?i:\ban? (?:{_LONG_UNIT}|minute|second)(?:'s\b| and a half\b| or (?:so|more|two)\b| in (?:prison|jail)\b))",
    ),
    ("duration", rf"(?i:(?<=for )(?:an?|one) (?:{_LONG_UNIT}|minute)\b)"),
    ("duration", rf"(?i:\b{_VAGUE} {_PLURAL_UNIT}\b(?! old\b))"),
    (
        "vague_duration",
        r"(?i:\b(?:long|short|medium)-term\b|\blong-?standing\b|\byearlong\b"
        rf"|\b(?:{_PLURAL_UNIT}|centuries)-long\b|\b(?:many|multi)-(?:year|day|month|week)\b)",
    ),
    (
        "clock",
        rf"(?:(?P<eve>{_WEEKDAY}) (?=noon|midday|midnight))?"
        rf"(?i:(?:(?:{_NEAR_HOUR}) )?(?<![\w:.,$/-])(?P<clock>{_CLOCK})(?![\w:]|\.[0-9])(?P<zone>{_ZONE})?"
        rf"(?: \({_CLOCK}{_ZONE}?\))?(?: (?P<part>{_DAYTIME})\b)?)"
        rf"(?:(?:,? (?:(?i:late|early) )?| on (?={_WEEKDAY} {_PART}\b))(?P<weekday>{_WEEKDAY})\b"
        rf"(?: (?P<half>{_PART})\b)?)?",
    ),
    ("hour", rf"(?i:(?:{_AT})(?P<clock>{_HOUR})(?=[.,;:!?\"')]|$))"),
    (
        "every",
        rf"(?i:\b(?:every|each) (?:(?:other|single|few|{NUMBER}) )?(?P<unit>{UNIT}|morning|afternoon|evening)\b(?!-))",
    ),
    ("every", rf"\b(?:(?i:every) (?P<weekday>{_WEEKDAY})|{_WEEKDAY}[sS])\b"),
    (
        "times",
        rf"(?i:\b(?P<times>once|twice|(?:as many as )?{NUMBER} times|(?:several|many|a few) times) (?:an?|per|"
        rf"each|every) "
        rf"(?P<unit>{UNIT})\b)",
    ),
    ("basis", r"(?i:\bon an? (?P<unit>hourly|daily|nightly|weekly|monthly|yearly|annual|quarterly) basis\b)"),
    ("basis", r"(?i:\b(?P<times>once|twice)[- ](?P<unit>daily|weekly|monthly|yearly|annually)\b)"),
    (
        "often",
        r"(?i:\bas often as (?:possible|\w+ can)\b"
        r"|\b(?:repeatedly|frequently|periodically|regularly|routinely|occasionally)\b)",
    ),
)
_SOME_MONTH = "|".join(MONTHS)
# What a sentence must hold in small letters for a pattern to be tried at all: the patterns are slow.
_NEEDS = {
    "iso": "[0-9]-",
    "numeric": "[0-9][/.]",
    "day": rf"(?:{_SOME_MONTH})[a-z.]* [0-9]|[0-9](?:st|nd|rd|th)? (?:of )?(?:{_SOME_MONTH})",
    "months": rf"(?:{_SOME_MONTH})(?s:.*)(?:{_SOME_MONTH})",
    "month": rf"{'|'.join(_NAMES).lower()}|\b(?:{_SOME_MONTH})t?\b(?s:.*)(?:[0-9]{{4}}|year)",
    "years": "[0-9]{4}",
    "year": "[0-9]{4}",
    "decade": "0'?s",
    "century": "century",
    "season": _SEASON,
    "quarter": "quarter|q[1-4]",
    "weekday": f"(?:{'|'.join(_DAYS).lower()})",
    "deictic": "day|tomorrow|tonight|this|last",
    "overnight": "overnight",
    "calendar": "week|month|year|decade|century",
    "ago": "ago",
    "offset": "later|earlier|before|after|prior",
    "leading": "leading|before|after|since|following",
    "vague_offset": "later|earlier|before|after",
    "adjacent": "the |that ",
    "daytime": "the (?:morning|afternoon|evening)",
    "past": "the ",
    "recent": "recent|coming",
    "duration": rf"[ -]{UNIT}\b",
    "vague_duration": "long|-",
    "clock": r"[0-9] ?[ap]\.?m|:[0-9]|[0-9]{4} ?(?:gmt|utc|z|local)|o'clock|noon|midday|midnight|past "
    rf"|(?:minutes|half|quarter|five|ten|twenty) to |(?:{_HOUR}|[0-9]) (?:in the|at night|this|last|on|[a-z]+day|to)"
    rf"|(?:shortly|just|soon|right) (?:after|before) {_HOUR}",
    "hour": rf"\b(?:at|around|about|by|until|from|before|after|to|since|between|and|approximately) {_HOUR}\b",
    "every": "every|each|days",
    "times": "once|twice|times",
    "basis": "basis|once|twice",
    "often": "often|ly",
}
_KNOWN = expressions(_PATTERNS, _NEEDS)


def time_expressions(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Names and matches in levelled text, from left to right, the longest first at each place, none overlapping."""
    return matches(text, _KNOWN)
