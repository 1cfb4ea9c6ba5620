"""One deed at two stages, where a noun tells it in one report at least: "plans to address the nation" / "in her
address", "called for a truce" / "the truce held", "imposed a curfew" / "the curfew was lifted", "feared an invasion" /
"decided not to launch an invasion"; and a plan that was stopped ("voted to sell it" / "stopped the town from selling").

The stages are: ahead (planned, sought, feared), done (or under way), not done, ended. A pair of reports differs where
the deed is one and the stages follow each other: what was ahead is done, ended or given up, what was done is ended;
always an update. Only a denial on the same day contradicts. The deed is one where whoever does it is the same, or the
words that describe it, the more so the likelier the statements share a fact; never where days lie apart, nor where it
was done before the report that has it ahead. Deeds told by verbs in both are compared in `status`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rashomon.apparatus.compare.finding import Finding, is_passive, is_update, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.apparatus.nouns import Noun
from rashomon.lexicon.courses import AWAITING, DEED_OF_NOUN, DEED_OF_VERB, ENDING, LASTING, MAKING
from rashomon.lexicon.verbs import LIGHT
from rashomon.model import Severity
from rashomon.terms import term, terms
from rashomon.text import cut, fold

LIKELY, LIKELY_DESCRIBED, LIKELY_AT_ONCE, LIKELY_BLIND = 0.04, 0.1, 0.3, 0.4
Stage = Literal["ahead", "done", "not done", "ended"]
_FOLLOWS = frozenset(
    [("ahead", "done"), ("ahead", "ended"), ("ahead", "not done"), ("done", "ended"), ("not done", "done")]
)
_BY_FOOT = frozenset("fly head arrive land travel".split())
_LANDED = frozenset("ground land".split())
_AWAITED = frozenset(
    "planned scheduled upcoming expected awaited forthcoming looming proposed possible potential imminent future "
    "threatened impending intended".split()
)
_OTHERS = frozenset("another next previous last past recent earlier second third new further separate old".split())
_DURING = frozenset("after during following since amid amidst".split())
_BEFOREHAND = frozenset("before ahead prior pending".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_NOT = frozenset("not n't n’t never".split())
_SIGNS = frozenset("sign suggestion prospect hint indication chance hope possibility talk".split())
_WILLING = frozenset("decision plan refusal choice move intention effort call threat bid".split())
_PLURALS = frozenset("talk charge election sanction restriction negotiation tariff raid".split())
_STOPPING = frozenset("stop block bar prevent prohibit halt restrain enjoin forbid".split())
_SETTLING = frozenset("vote decide agree".split())
_LEADING = _STOPPING | _SETTLING
_RESOLVED = ("voted to ", "votes to ", "has voted to ", "have voted to ")
_LIGHT = LIGHT - {"hold"} | frozenset("call come say tell look".split())


class Step(NamedTuple):
    """A deed at a stage: its name, the entities that do it, all entities beside it, the words that describe it, and
    those that tell it as written; `noun` tells whether a noun tells it."""

    deed: str
    stage: Stage
    doers: frozenset[str]
    parties: frozenset[str]
    kind: frozenset[str]
    words: str
    noun: bool


def compare_courses(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between two stages of one deed."""
    if likely < LIKELY:
        return None
    for one in steps(a):
        for other in steps(b):
            if one.deed != other.deed or not (one.noun or other.noun) or not _is_one(one, other, likely):
                continue
            if likely < LIKELY_AT_ONCE and not is_update(a, b):
                continue
            if not (_follow(a, one, b, other) or _follow(b, other, a, one)):
                continue
            contrary = {one.stage, other.stage} == {"not done", "done"} and not is_update(a, b)
            severity: Severity = "contradiction" if contrary else "update"
            why = f"one deed, {one.stage} in one and {other.stage} in the other: {one.words} / {other.words}"
            labels = f"{one.stage}: {one.words}", f"{other.stage}: {other.words}"
            values = f"{one.deed} {one.stage}", f"{other.deed} {other.stage}"
            return Finding("status", severity, likely, why, i, j, *values, *labels)
    return None


def tells_of_courses(detail: Detail) -> bool:
    """Whether a statement tells of a deed at a stage."""
    return bool(steps(detail))


def tells_by_nouns(detail: Detail) -> bool:
    """Whether a noun, or a verb below the main one, tells of it."""
    return any(step.noun for step in steps(detail))


def _follow(then: Detail, first: Step, now: Detail, second: Step) -> bool:
    """Whether the second step follows the first, and nothing tells that it was of another time."""
    if (first.stage, second.stage) not in _FOLLOWS or then.published[:10] > now.published[:10]:
        return False
    if not one_time(then, now) and first.stage != "done":
        return False
    days = [date.latest for date in now.dates if date.latest]
    if first.noun and first.stage == "ahead" and " had " in f" {fold(first.words)} ":  # "had proposed their release"
        return False
    return first.stage != "ahead" or not days or not then.published or max(days) >= then.published[:10]


def _is_one(one: Step, other: Step, likely: float) -> bool:
    """Whether two steps are of one deed."""
    rests = one.parties - one.doers - other.doers, other.parties - one.doers - other.doers
    if one.doers and other.doers:
        apart = all(rests) and not rests[0] & rests[1]
        return (
            bool(one.doers & other.doers)
            and (likely >= LIKELY_DESCRIBED or not apart)
            and not (apart and one.deed == "journey")
        )
    if one.parties & other.parties or one.kind & other.kind:
        return likely >= LIKELY_DESCRIBED
    return likely >= LIKELY_BLIND and not (one.parties and other.parties)


@once
def steps(detail: Detail) -> tuple[Step, ...]:
    """The deeds a statement tells with their stages."""
    found = [_of_verb(detail), *(_of_noun(detail, noun) for noun in detail.nouns), *_of_lower_verbs(detail)]
    return tuple(step for step in found if step is not None)


def _of_lower_verbs(detail: Detail) -> list[Step]:
    """Deeds that were stopped ("stopped the town from selling it"), or that somebody voted or agreed to do."""
    tokens, verb = detail.tokens, detail.statement.predicate
    told = detail.standing == "done" or detail.statement.part == "headline"
    if verb is None or not told or detail.statement.polarity == "denied" or detail.predicate not in _LEADING:
        return []
    found = []
    for token in tokens:
        if token.tag != "VERB" or token.head < 0 or not verb.start <= tokens[token.head].start < verb.end:
            continue
        form, above = term(token.text), term(tokens[token.head].text)
        marks = {t.text.casefold() for t in tokens if t.head >= 0 and tokens[t.head] is token and t.start < token.start}
        stopped = above in _STOPPING and "from" in marks and token.text.casefold().endswith("ing")
        settled = above in _SETTLING and "to" in marks and not marks & _NOT
        if not form or form in _LIGHT or not verb.end <= token.start < detail.statement.span.end:
            continue
        if stopped or settled:
            parties = frozenset(entity.id for entity in detail.entities) | detail.doers
            words = " ".join(detail.document.text[verb.start : verb.end].split()) + f" … {token.text}"
            doers: frozenset[str] = frozenset() if stopped else detail.doers
            rest = frozenset(f for f, _ in terms(detail.document.text, token.end, detail.statement.span.end))
            stage: Stage = "ended" if stopped else "ahead"
            found.append(Step(DEED_OF_VERB.get(form, form), stage, doers, parties, rest, words, noun=True))
    return found


def _of_verb(detail: Detail) -> Step | None:
    verb = detail.predicate
    if verb is None or verb in _LIGHT or (verb in _BY_FOOT and not detail.doers):
        return None
    stage = _stage_of_verb(detail)
    if stage is None:
        return None
    if " " not in detail.said and _is_participle(detail):  # "a panel charged with running the place"
        return None
    parties = frozenset(entity.id for entity in detail.entities) | detail.doers
    return Step(DEED_OF_VERB.get(verb, verb), stage, detail.doers, parties, detail.behind, detail.said, noun=False)


def _is_participle(detail: Detail) -> bool:
    span = detail.statement.predicate
    if detail.statement.subject is None:
        return True
    return any(t.label == "acl" and span and span.start <= t.start < span.end for t in detail.tokens)


def _stage_of_verb(detail: Detail) -> Stage | None:
    made = detail.statement
    if made.modality == "planned" and made.polarity == "affirmed" and fold(detail.said).startswith(_RESOLVED):
        return "ahead"
    if detail.standing == "unreal" or detail.statement.modality not in ("asserted", "planned"):
        return None
    if detail.statement.polarity == "denied":
        return "not done"
    return "ahead" if detail.standing == "coming" else "done"


def _of_noun(detail: Detail, noun: Noun) -> Step | None:
    deed = _deed(noun)
    if deed is None or _OTHERS & set(noun.before) or (noun.many and noun.head not in _PLURALS):
        return None
    stage = _stage_of_noun(detail, noun)
    if stage is None:
        return None
    doers = noun.owners
    if not doers and noun.label == "obj" and _is_main(detail, noun):
        doers = detail.doers
    parties = frozenset(entity.id for entity in detail.entities) | noun.within | doers
    words = " ".join(cut(detail.document, noun.span).split())
    verb = detail.said if _is_main(detail, noun) else ""
    label = f"{verb} … {words}" if verb and verb not in words else words
    return Step(deed, stage, doers, parties, noun.kind, label[:70], noun=True)


def _deed(noun: Noun) -> str | None:
    if noun.head == "fire" and "cease" in noun.kind:
        return "truce"
    if noun.head in ("war", "operation") and _LANDED & noun.kind:
        return "invasion"
    return DEED_OF_NOUN.get(noun.head.replace("-", ""))


def _is_main(detail: Detail, noun: Noun) -> bool:
    verb = detail.statement.predicate
    return verb is not None and verb.start <= noun.on_place < verb.end


def _stage_of_noun(detail: Detail, noun: Noun) -> Stage | None:
    """At which stage a statement puts the deed of a noun, null where it does not tell."""
    if "without" in noun.case.split():
        return "not done" if detail.standing == "done" else None
    if noun.on in _SIGNS and noun.case in ("of", "for"):
        return "ahead" if detail.statement.polarity == "denied" else None
    if _AWAITED & set(noun.before):
        return "ahead" if detail.statement.polarity == "affirmed" else None
    cases = set(noun.case.split())
    if _MONTHS & (noun.kind | set(noun.before)):
        return None
    if cases & _BEFOREHAND:
        return "ahead" if detail.standing in ("coming", "present") else None
    if cases & _DURING:
        return "done" if noun.owned and _is_main(detail, noun) and detail.standing == "done" else None
    if detail.predicate is None and fold(detail.words).startswith("there ") and noun.label in ("nsubj", "root"):
        return _told(detail) if detail.standing != "unreal" else None
    if noun.on == "need" and noun.case == "for":
        return "not done" if detail.statement.polarity == "denied" and detail.standing != "coming" else None
    if not _is_main(detail, noun):
        return _stage_beneath(detail, noun)
    return _stage_at(detail, noun)


def _stage_beneath(detail: Detail, noun: Noun) -> Stage | None:
    """The stage of what a verb below the main one governs: "the decision not to launch an invasion"."""
    tokens = detail.tokens
    at = next((i for i, token in enumerate(tokens) if token.start == noun.on_place), None)
    if at is None or tokens[at].tag != "VERB" or noun.label != "obj" or noun.on not in MAKING:
        return None
    own = [token for token in tokens if token.head == at]
    if not any(token.text.casefold() == "to" for token in own) or tokens[at].head < 0:
        return None
    above = term(tokens[tokens[at].head].text)
    if above not in _WILLING and above not in AWAITING and above != "decide":
        return None
    if any(token.text.casefold() in _NOT for token in own):
        return "not done"
    return "ahead"


def _stage_at(detail: Detail, noun: Noun) -> Stage | None:
    """The stage of what the main verb governs, or does."""
    made, verb = detail.statement, noun.on
    denied = made.polarity == "denied"
    if noun.label in ("obj", "nsubj") and _is_ending(detail, noun):
        return "ended" if detail.standing == "done" and not denied else None
    object_of = noun.label == "obj" or is_passive(detail)
    if verb in AWAITING and not denied and (object_of or noun.case in ("for", "to")):
        return "ahead"
    if made.modality == "possible":  # "could escalate into a war", "may hold talks"
        return "ahead" if not denied and (noun.case == "into" or (verb in MAKING and object_of)) else None
    if detail.standing == "unreal":
        return None
    if (verb in MAKING and object_of) or (verb in LASTING and noun.label in ("nsubj", "obj")):
        return _told(detail)
    if verb in ("begin", "start", "resume", "open", "take", "conclude") and noun.label == "nsubj":
        return _told(detail)
    if noun.label == "nsubj" and not denied and detail.standing == "done" and verb not in AWAITING:
        return "done" if detail.predicate is not None else None
    return None


def _told(detail: Detail) -> Stage:
    if detail.statement.polarity == "denied":
        return "not done"
    return "ahead" if detail.standing == "coming" else "done"


def _is_ending(detail: Detail, noun: Noun) -> bool:
    said = fold(detail.said).split()
    if noun.on == "call":
        return "off" in said
    if noun.label == "nsubj" and not is_passive(detail):
        return noun.on in ("end", "collapse", "expire", "break")
    return noun.on in ENDING
