"""States of one thing that exclude each other: holds / collapsed, closed / reopened, planned / done, denied /
affirmed.

Three ways: a state said of the present in one report that the other says has ended, or outcomes of which only one can
be, of one thing; a deed still to come in one and done in the other; a verb or complement denied in one and affirmed in
the other. What only may, should or would be is never compared (see `rashomon.apparatus.standing`), nor what stands
behind "after", "before" or "until", nor states of days or places that lie apart.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, is_update, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.function_words import PREPOSITIONS
from rashomon.lexicon.opposites import LASTING, OPPOSITE, opposed, overtaken, same_deed, same_state
from rashomon.lexicon.verbs import LIGHT, lemma
from rashomon.model import Severity
from rashomon.terms import terms
from rashomon.text import cut, fold

OPPOSED, OUTCOME = 0.001, 0.05
PLANNED, PLANNED_ALIKE = 0.1, 0.2
DENIED, DENIED_NAMED, DENIED_BLIND, SAME_WORDS = 0.3, 0.08, 0.6, 0.01
"""Least likelihoods; opposites ask for little more than one subject, since other verbs make statements look unlike."""
_DONE_TO = frozenset(
    """
    hold detain imprison free release arrest capture apprehend catch shut close block seal cordon evacuate find locate
    rescue kill murder suspend ban name
    """.split()
)
"""Verbs of deeds done to somebody, whose participle stands behind a noun as often as their past tense."""
_BEHIND_PARTICIPLE = PREPOSITIONS | {"since", "during", "after"}
_ANYBODY = frozenset(
    """
    one two three four five six seven eight nine ten dozen hundred thousand several many all people person man men woman
    women child children member resident
    """.split()
)
_LIGHT = LIGHT | {"call"}
"""Verbs that say nothing without what stands behind them."""
_VAGUE = _LIGHT | frozenset("happen occur include mean matter work come know think".split())
"""And those that say too little of "it"."""
_IDLE = frozenset("use take make give tell come get put".split())
"""Verbs too common to be content words (`terms`)."""
_VERDICTS = frozenset("convict acquit clear".split())
_CHARGES = frozenset("charge count case trial court jury judge guilty".split())
_PARTLY = frozenset("lesser remaining separate".split())
_BY_WORD = frozenset("reject accept refuse decline back support oppose endorse veto cancel ban allow bar".split())
"""Verbs of what is done by saying so: on one day "would reject it" and "rejected it" are one."""
_MORE = frozenset("additional another other more further".split())
_STAYING = ("remaining", "staying", "holding", "still")
_THINGS = ("it", "there", "this", "that", "these", "those", "what", "which")
_SOME = frozenset("any some other others many most few several certain those such".split())
_HARDLY = frozenset("little few hardly barely scarcely".split())
_PAST = ("after", "before", "until", "since", "when", "while", "despite")
_NOT_YET = re.compile(r"after\b[^,]{0,40}\b(?:has|have|is|are)\b")
_NOT_ONLY = re.compile(r"(?:\bnot|n't|n’t) (?:\w+ )?(?:just|only|merely|simply|solely)\b")
_NOT_HOW = re.compile(r"\W*(?:exactly )?(?:how|why|when|where|whether|if|what|who)\b")
_OPEN = ("if", "whether", "unless", "which", "what", "how", "why")


def compare_status(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the states two statements give one thing."""
    found = None
    if not (a.predicate or b.predicate):
        found = _idle(a, b, likely, i, j)
    if found is None and a.state and b.state:
        if a.statement.polarity != b.statement.polarity:
            found = _denied(a, b, likely, i, j)
        else:
            found = _opposed(a, b, likely, i, j) or _planned(a, b, likely, i, j)
    return found if found and tells_of_states(a) and tells_of_states(b) else None


@once
def tells_of_states(detail: Detail) -> bool:
    """Whether a statement may give a state that holds, and does not only describe somebody by it."""
    return bool(detail.state or not detail.predicate) and not _is_past(detail) and not _is_participle(detail)


def _opposed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """States or outcomes that exclude each other, of statements that both affirm or both deny them."""
    standings = {a.standing, b.standing}
    if likely < OPPOSED or "unreal" in standings:
        return None
    over = "coming" not in standings and (_overtaken(a, b) or _overtaken(b, a))
    over = over or (standings == {"coming"} and (_turned(a, b) or _turned(b, a)))
    if not over and not (likely >= OUTCOME and opposed(a.state, b.state) and _same_outcome_of(a, b)):
        return None
    if not one_time(a, b):
        return None
    severity = "update" if standings == {"coming", "done"} else _severity(a, b)
    why = f"states that exclude each other: {a.said} / {b.said}"
    return Finding("status", severity, likely, why, i, j, a.state, b.state, a.said, b.said)


def tells_of_ends(detail: Detail) -> bool:
    """Whether a statement gives a state that another may put an end to, or that puts an end to one."""
    return detail.standing != "unreal" and detail.state in LASTING


def may_part(detail: Detail) -> bool:
    """Whether a statement denies something, tells of what is to come, or gives a state that others exclude."""
    return (
        detail.statement.polarity == "denied"
        or detail.standing == "coming"
        or detail.state in LASTING
        or detail.state in OPPOSITE
    )


def _overtaken(a: Detail, b: Detail) -> bool:
    """Whether the first says of the present what the state in the second has put an end to."""
    if a.standing != "present" or not overtaken(a.state, b.state):
        return False
    first = fold(a.said).split(" ", 1)[0]
    if first.endswith("ing") and first not in _STAYING:  # "shutting the road down", "trying to stop it"
        return False
    if a.state == "hold" and a.touched and not same_state(b.state, "release"):  # "he holds her responsible"
        return False
    if fold(a.words).startswith(("since ", "after ")):  # "since the office shut down"
        return False
    return _is_one(a, b, _bearer(a), _bearer(b))


def _turned(then: Detail, now: Detail) -> bool:
    """Whether a later report has the end of a state ahead that was to go on: "will stay shut" / "will reopen"."""
    later = then.published[:10] < now.published[:10]
    return later and overtaken(then.state, now.state) and _is_one(then, now, _bearer(then), _bearer(now))


def _bearer(detail: Detail) -> frozenset[str]:
    """What is in the state: the object of an active verb ("police closed the road"), else the subject; nothing that is
    known where the object is a pronoun ("she is closing it").
    """
    objects = [argument for argument in detail.arguments if argument.role == "object"]
    unknown = bool(objects) and not detail.touched and detail.statement.object is not None
    return frozenset() if unknown else detail.touched or detail.about


def _same_outcome_of(a: Detail, b: Detail) -> bool:
    """Whether two outcomes are of one doer and, where both have one, of one object; or of one thing acted on."""
    if a.state in _VERDICTS and _of_other_counts(a, b):
        return False
    if a.touched and b.touched:
        return bool(a.touched & b.touched) and _is_one(a, b, a.about, b.about)
    return (
        _is_one(a, b, a.about, b.about) if bool(a.touched) == bool(b.touched) else _is_one(a, b, _bearer(a), _bearer(b))
    )


def _of_other_counts(a: Detail, b: Detail) -> bool:
    """Whether two verdicts are, or may be, of other charges: one of a "lesser" one, or both with words of their own."""
    ones, others = a.behind - _CHARGES, b.behind - _CHARGES
    return bool(_PARTLY & {*a.terms, *b.terms}) or bool(ones and others and not ones & others)


def _denied(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Denied in one and affirmed in the other."""
    if not (_same_verb(a, b) or _same_complement(a, b)):
        return None
    if "unreal" in (a.standing, b.standing) or (a.standing == "coming") != (b.standing == "coming"):
        return None
    if not one_time(a, b) or not _one_place(a, b) or _is_narrow(a, b) or _is_narrow(b, a):
        return None
    named = DENIED_NAMED if a.doers & b.doers else DENIED
    if likely < (SAME_WORDS if _same_words(a, b) else named):
        return None
    if not a.about & b.about and not _may_be_one(a, b, likely):
        return None
    if any(map(_is_of_some, (a, b))):
        return None
    if (
        likely < DENIED_BLIND and a.touched and b.touched and not a.touched & b.touched
    ):  # "sent no money" / "sent a letter"
        return None
    light = _verb(a) in _LIGHT and not a.behind & b.behind  # "took no action" / "took responsibility"
    if light and (likely < DENIED_BLIND or (a.touched and b.touched)):
        return None
    if likely < DENIED_BLIND and _verb(a) in _VAGUE and any(map(_is_blind, (a, b))):  # "it will happen"
        return None
    words = a.statement.polarity, b.statement.polarity
    severity: Severity = "update" if _is_yet(a) or _is_yet(b) else "contradiction"
    why = f"{words[0]} in one, {words[1]} in the other: {a.said} / {b.said}"
    labels = [f"{word}: {detail.said}" for word, detail in zip(words, (a, b), strict=True)]
    return Finding("status", severity, likely, why, i, j, *words, *labels)


def _idle(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """A verb too common to be a content word, denied of one thing in one and affirmed in the other ("was not used")."""
    verbs = [_verb(detail) for detail in (a, b)]
    if likely < DENIED_BLIND or verbs[0] != verbs[1] or verbs[0] not in _IDLE:
        return None
    if a.statement.polarity == b.statement.polarity or {a.standing, b.standing} != {"done"} or not one_time(a, b):
        return None
    if a.touched and b.touched and not a.touched & b.touched:
        return None
    if not _is_one(a, b, a.about, b.about) or _is_narrow(a, b) or _is_narrow(b, a):
        return None
    values = a.statement.polarity, b.statement.polarity
    why = f"{values[0]} in one, {values[1]} in the other: {verbs[0]}"
    labels = [f"{value}: {verbs[0]}" for value in values]
    return Finding("status", _severity(a, b), likely, why, i, j, *values, *labels)


@once
def _verb(detail: Detail) -> str:
    """The main verb in its base form."""
    span = detail.statement.predicate
    words = fold(cut(detail.document, span)).split() if span else []
    return (lemma(words[-1]) or words[-1]) if words else ""


def _same_verb(a: Detail, b: Detail) -> bool:
    some = a.predicate is not None or b.predicate is not None
    return some and bool(a.state and b.state) and same_state(a.state, b.state)


def _same_complement(a: Detail, b: Detail) -> bool:
    """Whether two copulas say the same of their subjects: "is campaign money" / "was not campaign money"."""
    if a.predicate is not None or b.predicate is not None or not _is_one(a, b, a.about, b.about):
        return False
    subjects = a.statement.subject, b.statement.subject
    if any(s is None or fold(cut(d.document, s)) in _THINGS for d, s in zip((a, b), subjects, strict=True)):
        return False
    rest = a.behind, b.behind
    return min(map(len, rest)) > 0 and (rest[0] <= rest[1] or rest[1] <= rest[0])


def _planned(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """Still to come in one, done in the other; both affirmed, or both denied."""
    if {a.standing, b.standing} != {"coming", "done"}:
        return None
    if (
        not (same_state(a.state, b.state) or same_deed(a.state, b.state))
        or not _is_one(a, b, a.about, b.about)
        or (a.doers and b.doers and not a.doers & b.doers)
    ):
        return None
    if all(map(_is_of_some, (a, b))):  # "a school that taught us" / "one that will teach our children"
        return None
    plan, deed = (a, b) if a.standing == "coming" else (b, a)
    if " ago" in plan.words or (deed.published and plan.published[:10] > deed.published[:10]) or not one_time(a, b):
        return None
    if _is_of_more(plan) or (plan.state in _BY_WORD and plan.published[:10] == deed.published[:10]):
        return None
    posts = [{x.head for x in d.arguments if x.role == "as"} for d in (a, b)]
    if all(posts) and not posts[0] & posts[1]:  # "served as an aide" / "will serve as an adviser"
        return None
    if a.state == b.state == "hold" and not _same_outcome_of(a, b):  # "a truce held" / "talks will be held"
        return None
    shared = a.behind & b.behind
    if likely < (PLANNED if shared and a.doers & b.doers else PLANNED_ALIKE) or (a.state in _LIGHT and not shared):
        return None
    why = f"still to come in one, done in the other: {a.said} / {b.said}"
    return Finding("status", "update", likely, why, i, j, a.standing, b.standing, a.said, b.said)


def _is_of_more(plan: Detail) -> bool:
    """Whether a plan is of others beside those known: "four additional schools would close"."""
    subject = plan.statement.subject
    return subject is not None and bool(_MORE & set(fold(cut(plan.document, subject)).split()))


def _is_one(a: Detail, b: Detail, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what two statements speak of shares a name, or half of the words of the shorter one.

    Numbers and words for anybody ("two people") tell nobody from another.
    """
    both = one & other
    named = {entity.id for entity in (*a.around, *b.around)}
    told = [{word for word in words if word not in _ANYBODY and not word.isdigit()} for words in (one, other)]
    return bool(both & named) or len(told[0] & told[1]) * 2 >= min(map(len, told)) > 0


def _same_words(a: Detail, b: Detail) -> bool:
    """Whether the two have a subject and a word behind the verb in common."""
    return bool(a.about & b.about and a.behind & b.behind)


def _one_place(a: Detail, b: Detail) -> bool:
    """Whether both name one place, or neither says where, or one speaks of everybody."""
    ones, others = _place(a), _place(b)
    return bool(ones & others) if ones and others else not (ones or others) or _is_of_nobody(a, b)


@once
def _place(detail: Detail) -> set[str]:
    """The content words for where it was."""
    place = detail.statement.place
    return {form for form, _ in terms(cut(detail.document, place))} if place else set()


def _is_past(detail: Detail) -> bool:
    """Whether the state was over ("after being held"), or is in question ("whether it is open").

    "After it was reopened" tells how things stand since, "after it has reopened" of what is to come.
    """
    if _NOT_YET.match(fold(detail.words)):
        return True
    first, second = (*detail.words.casefold().split(None, 2), "", "")[:2]
    if first in _OPEN:
        return True
    return first in _PAST and not (first in ("after", "since") and not second.endswith("ing"))


def _is_participle(detail: Detail) -> bool:
    """Whether the verb only describes a noun: "prisoners held in the north"."""
    span = detail.statement.predicate
    if span is None or detail.predicate not in _DONE_TO or " " in detail.said:
        return False
    after = detail.document.text[span.end : detail.statement.span.end].split(None, 1)
    return not after or after[0].casefold().strip(",") in _BEHIND_PARTICIPLE


def _may_be_one(a: Detail, b: Detail, likely: float) -> bool:
    """Whether two statements that share no subject may still have one: one is of everybody, or names none."""
    if _is_of_nobody(a, b):
        return likely >= DENIED
    return not (a.about and b.about) and likely >= DENIED_BLIND and not _is_of_others(a, b)


def _is_of_others(a: Detail, b: Detail) -> bool:
    """Whether one of the two is of people its sentence has just named: "those who served"."""
    subjects = [fold(cut(d.document, d.statement.subject)) for d in (a, b) if d.statement.subject]
    return any(subject in ("who", "that", "which") for subject in subjects)


def _is_of_some(detail: Detail) -> bool:
    """Whether a statement is of such as it says itself: "states that did not sign", "any worker"."""
    subject = detail.statement.subject
    said = fold(cut(detail.document, subject)) if subject else ""
    return said == "that" or said.split(" ", 1)[0] in _SOME or detail.words.startswith("than ")


def _is_blind(detail: Detail) -> bool:
    """Whether a statement has no subject, or a pronoun that may stand for anything."""
    subject = detail.statement.subject
    return subject is None or fold(cut(detail.document, subject)) in _THINGS


def _is_of_nobody(a: Detail, b: Detail) -> bool:
    """Whether one of the two denies something of everybody."""
    return any(fold(d.words).startswith(("nobody", "no one", "no-one", "none")) for d in (a, b))


def _is_narrow(denied: Detail, affirmed: Detail) -> bool:
    """Whether a denial leaves room for the other.

    It may deny only that something comes again ("never sign such a bill again"), or speak of a part alone ("no money
    from the campaign was paid"); and who says "little" or "few" hardly affirms.
    """
    if denied.statement.polarity != "denied":
        return bool(_HARDLY & set(fold(denied.words).split()))
    words = fold(denied.words)
    if {"again", "anymore", "more"} & set(words.split()) or _NOT_ONLY.search(words):
        return True
    verb = denied.statement.predicate
    if verb is not None and _NOT_HOW.match(fold(denied.document.text[verb.end : denied.statement.span.end])):
        return True
    subject = denied.statement.subject
    none = subject is not None and fold(cut(denied.document, subject)).startswith("no ")
    return none and len(denied.about) > 1 and not denied.about <= affirmed.about


def _is_yet(detail: Detail) -> bool:
    """Whether what is denied may still come: "has not been revealed"."""
    verb = detail.said.casefold()
    return detail.statement.polarity == "denied" and verb.startswith(("has ", "have ", "is ", "are "))


def _severity(a: Detail, b: Detail) -> Severity:
    return "update" if is_update(a, b) else "contradiction"
