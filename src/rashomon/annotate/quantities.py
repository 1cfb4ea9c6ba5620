"""Numbers in one report: counts, money, percentages, ages, measures, ordinals, durations, with bounds and what they count.

Order: the longest expression at each place of a sentence; those that the dates already hold are left to them; what is no
quantity after all (names with a number, scores, list and house numbers, "one" as a pronoun) is dropped; then the words
for what is counted. A duration of a known length is both a date (when) and a quantity (how long, with bounds). Shares
("half", "two thirds", "one in five") are of kind percent with unit "share" and a value between 0 and 1. Out of scope:
phone numbers, arithmetic, languages other than English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.annotate.amounts import AFTER, QUALIFIER, RANGE, VAGUE, Amount, amount_of
from rashomon.annotate.counted import counted_after, is_elliptic, points_back
from rashomon.annotate.counts import counted_of, is_count
from rashomon.annotate.durations import unit_of
from rashomon.annotate.number_words import MONEY_NUMBER, NUMBER, ORDINAL, number_value, ordinal_value
from rashomon.annotate.units import CODES, CURRENCY, MEASURE, SIGN, currency_code, dollar_of, measure_unit
from rashomon.model import Date, Document, Quantity, QuantityKind, Sentence, Span
from rashomon.text import content_id, level

_ORDINAL_NOT = (
    r"aid|responders?|hand|name|names|lady|ladies|class|degree|come|thing|half|base|of|and|or|in|at|on|to|as|by|for|with|he|she|"
    r"it|they|we|i|the|a|an|that|is|was|were|are|be|had|has|have|would|will|did|but|from|when|saw|met|came|became|began|"
    r"thought|took|look|thoughts|person|world|party|estate|so|then|before|after|because|if|resort|grade|grader|floor|only|ever|quarter|cousins?|fiddle|nature|appeared|since"
)
_COUNT_HYPHEN = (
    r"man|woman|person|member|nation|country|vehicle|car|judge|justice|seat|vote|point|page|bed|room|bedroom|storey|story|"
    r"phase|count|passenger|strong|pronged|part"
)
_NAMED_AGE = r"(?:[A-Z][\w'.-]*[\w.]|Jr\.|Sr\.|II|III)"
_FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fourth": 0.25,
    "fifth": 0.2,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 0.125,
    "ninth": 1 / 9,
    "tenth": 0.1,
}
_FRACTION = r"half|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?"
_SHARE_END = (
    r"[^\w' -]|$| (?:more|less|are|were|is|was|have|had|has|said|say|in|from|to|by|since|on|this|higher|lower|and|or)\b"
)
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_SUM = rf"(?:{SIGN}) ?{MONEY_NUMBER}"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "percent",
        rf"(?i:{QUALIFIER}?(?:{RANGE}|{NUMBER})[ -]?(?P<unit>percentage[ -]points?|per[ -]?cent|percent|pct\b|%))",
    ),
    (
        "money",
        rf"(?i:{QUALIFIER}?{_SUM}(?:(?: ?- ?| to | and | or ){_SUM}|(?:-| to ){MONEY_NUMBER})?(?: ?(?:{'|'.join(CODES)})\b)?{AFTER}?)",
    ),
    (
        "money",
        rf"(?i:{QUALIFIER}?(?:{RANGE}|{NUMBER}|{VAGUE})(?: of)?[ -](?P<unit>{CURRENCY}|(?-i:{'|'.join(CODES)}))\b(?:'(?= ))?)",
    ),
    ("money", rf"(?i:{QUALIFIER}?)(?P<unit>{'|'.join(CODES)}) ?(?i:{MONEY_NUMBER})"),
    ("cents", rf"(?i:{QUALIFIER}?(?:{NUMBER})[ -](?P<unit>cents|pence)\b)"),
    ("age", rf"(?i:\b{NUMBER}[ -](?P<unit>year|month|week|day)s?[ -]olds?\b)"),
    ("age", rf"(?i:(?:\baged? |\bat the age of |\bage of )(?P<age>{NUMBER})(?!%| percent))"),
    (
        "age",
        rf"\b[A-Z][\w'.-]*\.?, (?P<age>[1-9][0-9]?|1[01][0-9])(?=[,;.)]| (?i:and|of|from|late|early|who|was|told|said|on|in)\b|$)(?!,[0-9]|\.[0-9])",
    ),
    ("age", r"(?<=[a-z.]) \((?P<age>[1-9][0-9]?)\)"),
    (
        "decade_age",
        r"(?i:\bin (?:his|her|their) (?:(?P<part>early|mid|late)[ -])?(?P<age>[2-9]0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
    ),
    ("measure", rf"(?i:{QUALIFIER}?(?:{RANGE}|{NUMBER})(?: |-|(?=km|mph|kg|cm|mm|ft|°))(?P<unit>{MEASURE})(?!\w))"),
    ("magnitude", rf"(?i:\bmagnitude[ -](?:of )?(?P<number>{NUMBER})|(?<![\w.]){NUMBER}[ -](?P<unit>magnitude)\b)"),
    (
        "share",
        rf"(?i:{QUALIFIER}?\b(?:{_ONES}[ -]|an? )?(?:{_FRACTION})\b(?= (?:of|an?|the|my|his|her|its|their|our|all|those|these|as)\b)(?! an? (?:hour|day|year|minute|mile|century|decade|month|dozen|million|billion)))",
    ),
    (
        "share",
        rf"(?i:{QUALIFIER}?\b(?:an? (?:third|quarter|fifth|tenth)|{_ONES}[ -](?:{_FRACTION}))\b(?={_SHARE_END}))",
    ),
    (
        "share",
        rf"(?i:{QUALIFIER}?\b{NUMBER} (?:in|out of)(?: every)? {NUMBER}(?! (?:years?|months?|weeks?|days?|hours?)))",
    ),
    ("vague", rf"(?i:{QUALIFIER}?{VAGUE})"),
    ("vague", r"(?i:\b(?:several|a few|a couple of)\b(?= [a-z]))"),
    ("number_of", r"(?i:\b(?:an? (?:(?:very |relatively )?\w+ )?number of)(?= [a-z]))"),
    ("both", r"(?i:\bboth\b)"),
    ("single", r"(?i:(?<!not )\ban? (?P<one>single|lone|sole)(?= [a-z]))"),
    ("multi", r"(?i:\bmulti-(?:phase|stage|party|vehicle|car)\b)"),
    ("count", rf"(?i:{QUALIFIER}?{NUMBER}(?P<hyphen>-(?:{_COUNT_HYPHEN})\b)|{QUALIFIER}?(?:{RANGE}|{NUMBER}){AFTER}?)"),
    ("superlative", rf"(?i:{ORDINAL}[ -][a-z]+est\b)"),
    ("ordinal", rf"(?i:{ORDINAL})(?= (?!(?i:{_ORDINAL_NOT})\b)[a-z][a-z]+)(?! [a-z]+(?:ly|ed)\b(?! [a-z]+))"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)


class _Read(NamedTuple):
    """A quantity before it has an id: offsets in the document, and the range of the words counted."""

    start: int
    end: int
    kind: QuantityKind
    amount: Amount
    unit: str | None
    of: tuple[int, int] | None


def find_quantities(
    document: Document, sentences: tuple[Sentence, ...], dates: tuple[Date, ...]
) -> tuple[Quantity, ...]:
    """All quantities by start and end; `dates` are those of the same document, and none is read as a number again."""
    text = level(document.text.replace("—", ";"))
    dollar = dollar_of(text)
    found = [read for date in dates if (read := _duration(text, date))]
    taken = [(date.span.start, date.span.end) for date in dates]
    for sentence in sentences:
        start = sentence.span.start
        words = text[start : sentence.span.end]
        busy = [(a - start, b - start) for a, b in taken if a < sentence.span.end and b > start]
        before: list[_Read] = []
        for name, match in _expressions(words, busy):
            read = _read(name, match, words, dollar, before)
            if read is not None:
                before.append(read)
        found += [
            read._replace(start=read.start + start, end=read.end + start, of=_moved(read.of, start)) for read in before
        ]
    return tuple(_quantity(document, read) for read in sorted(found, key=lambda read: (read.start, read.end)))


def _moved(of: tuple[int, int] | None, start: int) -> tuple[int, int] | None:
    return (of[0] + start, of[1] + start) if of else None


def _expressions(text: str, busy: list[tuple[int, int]]) -> Iterator[tuple[str, re.Match[str]]]:
    """Names and matches from left to right, the longest first at each place, none overlapping another or a date."""
    found = [
        (match.start(), -match.end(), rank, name, match)
        for rank, (name, pattern) in enumerate(_COMPILED)
        for match in pattern.finditer(text)
        if not any(a < match.end() and match.start() < b for a, b in busy)
    ]
    at = 0
    for start, end, _, name, match in sorted(found, key=lambda item: item[:3]):
        if start >= at:
            at = -end
            yield name, match


def _read(name: str, match: re.Match[str], text: str, dollar: str, before: list[_Read]) -> _Read | None:
    """What one expression means; None where it is no quantity after all."""
    start, end = match.span()
    groups = match.groupdict()
    if name == "percent":
        unit = "percentage point" if "point" in groups["unit"].casefold() else "percent"
        return _plain(start, end, "percent", amount_of(match.group()), unit, _of_phrase(text, end))
    if name in ("money", "cents"):
        return _money(name, match, text, dollar)
    if name == "age":
        return _age(match, text)
    if name == "decade_age":
        return _decade_age(match)
    if name == "measure":
        return _plain(
            start, end, "measure", amount_of(match.group()), measure_unit(groups["unit"]), _of_phrase(text, end)
        )
    if name == "magnitude":
        return _plain(start, end, "measure", amount_of(match.group()), "magnitude", None)
    if name == "share":
        return _plain(start, end, "percent", _share(match.group()), "share", _of_phrase(text, end))
    if name in ("ordinal", "superlative"):
        return _ordinal(match, text)
    return _count(name, match, text, before)


def _plain(
    start: int, end: int, kind: QuantityKind, amount: Amount | None, unit: str | None, of: tuple[int, int] | None
) -> _Read | None:
    return _Read(start, end, kind, amount, unit, of) if amount else None


def _of_phrase(text: str, end: int) -> tuple[int, int] | None:
    """The phrase after "of", if one follows."""
    return counted_after(text, end, singular=True) if re.match(r"'? of\b", text[end:]) else None


_WORTH = re.compile(
    r"(?: (?:in|worth of|of|on|for|at|from|to))?(?: (?:the|an?|his|her|its|their|our|all))?(?= )", re.IGNORECASE
)
_SUM_OF = re.compile(r"\b([a-z]+) of (?:\w+ ){0,2}$", re.IGNORECASE)


def _money(name: str, match: re.Match[str], text: str, dollar: str) -> _Read | None:
    words = match.group()
    sign = re.search(SIGN, words, re.IGNORECASE)
    unit = match.groupdict().get("unit") or (sign.group() if sign else "")
    code = currency_code(unit, dollar) if name == "money" else None
    if name == "cents":
        code = "GBP" if match["unit"].casefold() == "pence" else dollar
    if code is None:
        return None
    bare = re.sub(SIGN, "", re.sub(rf"(?<![A-Z])(?:{'|'.join(CODES)})(?![A-Z])", "", words), flags=re.IGNORECASE)
    amount = amount_of(re.sub(r"(?<=[0-9]) ?-? ?m\b", " million", bare, flags=re.IGNORECASE))
    if amount is None:
        return None
    if name == "cents":
        amount = Amount(*(value / 100 if value is not None else None for value in amount))
    after = _WORTH.match(text, match.end())
    of = counted_after(text, after.end(), singular=True) if after else None
    source = _SUM_OF.search(text, 0, match.start())
    if of is None and source:
        of = source.span(1)
    return _Read(match.start(), match.end(), "money", amount, code, of)


def _age(match: re.Match[str], text: str) -> _Read | None:
    group = "age" if match.groupdict().get("age") else 0
    start, end = match.span(group)
    value = (
        number_value(match["age"])
        if group
        else number_value(re.split(r"[ -](?=year|month|week|day)", match.group(), flags=re.IGNORECASE)[0])
    )
    if value is None or value > 130 and (match.groupdict().get("unit") or "year").casefold() == "year":
        return None
    of = None
    if group and re.search(r"(?:, | \()$", text[:start]):
        name = re.search(rf"(?:{_NAMED_AGE} )*{_NAMED_AGE}$", re.sub(r"(?:, | \()$", "", text[:start]))
        if name is None or re.search(r"\b(?:on|in|No|Nos|Chapter|Section|Article|Volume|Psalm)\.?$", name.group()):
            return None
        of = name.span()
    elif not group:
        of = counted_after(text, end, singular=True)
    unit = (match.groupdict().get("unit") or "year").casefold()
    return _Read(start, end, "age", Amount(value, value, value), unit, of)


_DECADES = {
    word: 10 * count
    for count, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}


def _decade_age(match: re.Match[str]) -> _Read:
    words = match["age"].casefold()
    first = _DECADES.get(words) or int(words[:2])
    part = (match["part"] or "").casefold()
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return _Read(match.start(), match.end(), "age", Amount(None, first + low, first + high), "year", None)


def _share(words: str) -> Amount | None:
    text = words.casefold()
    ratio = re.search(rf"({NUMBER}) (?:in|out of)(?: every)? ({NUMBER})$", text)
    if ratio:
        part, whole = number_value(ratio[1]), number_value(ratio[2])
        if part is None or not whole or part > whole:
            return None
        value = part / whole
    else:
        fraction = re.search(r"([a-z]+?)s?$", text)
        base = _FRACTIONS.get(fraction[1]) if fraction else None
        if base is None:
            return None
        count = re.search(rf"\b({_ONES})[ -][a-z]+$", text)
        value = base * (number_value(count[1]) or 1) if count else base
    value = round(value, 4)
    if value > 1:
        return None
    qualifier = re.match(QUALIFIER, text)
    shape = amount_of(f"{qualifier.group()}1000") if qualifier else None
    if shape is None or shape.value is None:
        return Amount(value, value, value)
    low, high = (None if bound is None else round(value * bound / 1000, 4) for bound in (shape.low, shape.high))
    return Amount(value, low, high)


def _ordinal(match: re.Match[str], text: str) -> _Read | None:
    words = match.group()
    before = text[: match.start()]
    rank = ordinal_value(re.split(r"[ -](?=[a-z]+est\b)", words, flags=re.IGNORECASE)[0])
    if rank is None or re.search(r"\b(?:at|per|every|split) $", before, re.IGNORECASE):
        return None
    if words[0].isupper() and before.rstrip(" \"'("):
        return None
    of = counted_after(text, match.end(), singular=True)
    if of is None and not re.match(r" most\b", text[match.end() :]):
        return None
    return _Read(match.start(), match.end(), "ordinal", Amount(rank, rank, rank), None, of)


def _count(name: str, match: re.Match[str], text: str, before: list[_Read]) -> _Read | None:
    start, end = match.span()
    if name in ("both", "single"):
        value = 2.0 if name == "both" else 1.0
        return _Read(
            start, end, "count", Amount(value, value, value), None, counted_after(text, end, singular=name == "single")
        )
    if name in ("number_of", "multi"):
        return _Read(start, end, "count", Amount(None, 2, None), None, counted_after(text, end))
    amount = amount_of(match.group())
    counts = [(read.start, read.end, read.of) for read in before if read.kind == "count"]
    vague = name == "vague" and (points_back(text, end) or is_elliptic(text, end))
    if amount is None or not (vague or is_count(match, text, counts)):
        return None
    return _Read(start, end, "count", amount, None, counted_of(match, text, amount, counts))


def _duration(text: str, date: Date) -> _Read | None:
    """The length of a duration that the dates found, with its bounds."""
    if (
        date.kind != "duration"
        or date.value is None
        or date.value.count("P") == 1
        and len(re.findall(r"[A-SU-Z]", date.value)) > 2
    ):
        return None
    words = text[date.span.start : date.span.end].casefold()
    unit = next(
        (
            unit
            for word in re.findall(r"[a-z]+", words)
            if (unit := unit_of(word)) and word not in ("second", "minimum")
        ),
        None,
    )
    half = 0.5 if re.search(r"and[ -]a[ -]half", words) else 0.0
    words = re.sub(r"[ -]and[ -]a[ -]half", "", words)
    words = re.sub(r"\ban? (?=maximum|minimum)", "", re.sub(r"\bhalf[- ]an?\b", "0.5", words))
    amount = amount_of(words) or amount_of(re.sub(r"\b(?:an?|the (?:past|last))\b", "1", words))
    if amount is None or unit is None:
        return None
    raised = Amount(*(bound + half if bound is not None else None for bound in amount))
    return _Read(date.span.start, date.span.end, "duration", raised, unit, None)


def _quantity(document: Document, read: _Read) -> Quantity:
    span = Span(document.id, read.start, read.end)
    return Quantity(
        id=content_id("q", document.id, span.start, span.end, read.kind, read.amount.value),
        span=span,
        kind=read.kind,
        value=read.amount.value,
        low=read.amount.low,
        high=read.amount.high,
        unit=read.unit,
        of=Span(document.id, *read.of) if read.of else None,
    )
