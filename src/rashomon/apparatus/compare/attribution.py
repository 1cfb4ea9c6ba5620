"""In whose name: a fact in one report, a belief or another's word in the other.

In order: a deed that one report tells flatly in its own name, and that the other only suspects, alleges or accuses
somebody of, is a tension, since it is not proven ("reportedly" and "apparently": a variant); so is a claim of
responsibility in one beside the word in the other that nobody could confirm it; what somebody is accused of in one and
has admitted in the other, and what a party says and a court found, are tensions, or updates where the days differ; and
a statement that one report makes itself and the other gives as somebody's word is a variant. The deeds must be one verb
of one subject, and where both name what was done to whom, that too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.apparatus.arguments import Argument
from rashomon.apparatus.compare.finding import Finding, is_update, one_time, same_predicate
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.people import FOLK
from rashomon.lexicon.verbs import PLAIN
from rashomon.model import Severity
from rashomon.terms import terms
from rashomon.text import cut, fold

LIKELY_TOLD = 0.4
LIKELY, LIKELY_DEED, LIKELY_CAVEAT, LIKELY_OWNED, LIKELY_FOUND = 0.6, 0.2, 0.02, 0.1, 0.2
_LIGHT = PLAIN
_OWNING = frozenset("plead admit confess convict".split())
_COURT = frozenset("charge count guilty federal court felony plead".split())
_JUDGE = re.compile(r"\b(?:[Jj]udges?|[Cc]ourts?|[Jj]ury|[Jj]urors|[Tt]ribunal|[Ii]nquest)\b")
_HEARSAY = re.compile(r"\b(?:reportedly|apparently|seemingly|presumably|appears?|appeared|seems?|seemed)\b")
_UNPROVEN = re.compile(
    r"\b(?:allegedly|purportedly|supposedly|(?:is|are|was|were|been) (?:\w+ )?(?:alleged|suspected|accused|believed|"
    r"thought|claimed|said|understood)|accused of|suspected of|suspects?|believes?)\b"
)
_ACCUSING = ("accuse", "suspect")
_PASSIVE = re.compile(r"(?:is|are|was|were|be|been|being|has been|have been|had been|got)\b")
_CUE = 20
"""Code points in which a cue follows its speaker."""
_PARTY = re.compile(
    r"-(?:run|controlled|backed|aligned|affiliated|linked|allied|owned)\b|\b(?:rebels?|militants?|insurgents?|"
    r"separatists?|regime|state (?:media|television|tv|radio)|opposition activists?)\b"
)
_WITH_DOUBT = re.compile(r"\b(?:claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|contend(?:s|ed|ing)?|purport(?:s|ed))\b")
_BELIEVED_TO = re.compile(r"^.*\b(?:alleged|suspected|believed|thought|claimed|said|understood) to ")
_MARK = re.compile('["“”«»]')
_CONFIRMING = frozenset("confirm verify corroborate establish authenticate substantiate prove".split())
_NOT_OR = re.compile(r"\b(?:not|never|\w+n't)\b[^,;]*\bor\s*$")
_NO_PROOF = re.compile(
    r"\bno (?:\w+ ){0,2}(?:confirmation|evidence|proof|indication)\b.{0,30}\b(?:of|that|for|to|link\w*|involve\w*)\b"
)
_CLAIMED = frozenset("claim responsibility link involvement role report footage authenticity statement".split())


class Deed(NamedTuple):
    """A verb with its subject and object, where known, and the words that leave it open, '' where it is stated."""

    verb: str
    subject: Argument | None
    object: Argument | None
    passive: bool
    doubt: str


def compare_attribution(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The difference between the names in which two statements of one thing are made."""
    return (
        _proven(a, b, likely, i, j)
        or _owned(a, b, likely, i, j)
        or _found(a, b, likely, i, j)
        or _confirmed(a, b, likely, i, j)
        or _held(a, b, likely, i, j)
    )


def is_guarded(detail: Detail) -> bool:
    """Whether a statement is the word of another, a suspicion, an accusation, or one that nobody confirmed."""
    if detail.statement.holder.kind != "report" or detail.predicate in _ACCUSING or is_caveat(detail):
        return True
    deed = deed_of(detail)
    return deed is not None and bool(deed.doubt)


def _proven(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """A deed doubted in one and stated in the other."""
    if likely < LIKELY_DEED:
        return None
    one, other = deed_of(a), deed_of(b)
    if one is None or other is None or bool(one.doubt) == bool(other.doubt):
        return None
    if not (_one_deed(a, one, b, other) or (likely >= LIKELY_TOLD and _one_told(a, one, b, other))):
        return None
    if not _stated(b if one.doubt else a):
        return None
    doubt = one.doubt or other.doubt
    severity: Severity = "variant" if _HEARSAY.fullmatch(doubt) else "tension"
    why = f"not proven in one, stated in the other: {doubt}"
    return Finding("attribution", severity, likely, why, i, j, one.doubt or "stated", other.doubt or "stated")


def _owned(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What somebody is accused of in one, and admitted or was convicted of in the other: one sum, or one verb."""
    if likely < LIKELY_OWNED or "denied" in (a.statement.polarity, b.statement.polarity):
        return None
    for one, other in ((a, b), (b, a)):
        deed = next((x for x in one.arguments if x.role == "of" and x.deed), None)
        if one.predicate not in _ACCUSING or deed is None or other.predicate not in _OWNING:
            continue
        sums = {q.value for q in one.quantities if q.kind == "money"} & {q.value for q in other.quantities}
        told, who = _told(other), _accused(one)
        if other.standing != "done" or not (sums or deed.head in told) or len(_told(one) & told - _COURT) < 2:
            continue
        if not who & other.about and (who or not sums):
            continue
        severity: Severity = "update" if is_update(a, b) else "tension"
        why = f"accused in one, guilty in the other: {a.said} / {b.said}"
        return Finding("status", severity, likely, why, i, j, a.said, b.said)
    return None


@once
def _accused(detail: Detail) -> frozenset[str]:
    """The entities a statement says are accused, none where its sentence names them elsewhere."""
    by_role = {argument.role: argument for argument in reversed(detail.arguments)}
    verb = detail.statement.predicate
    passive = bool(verb and _PASSIVE.match(fold(cut(detail.document, verb))))
    who = by_role.get("subject") if passive or "object" not in by_role else by_role["object"]
    return who.entities if who else frozenset()


@once
def _told(detail: Detail) -> set[str]:
    """The content words behind the verb, without names."""
    return set(detail.behind) - {form for entity in detail.around for form, _ in terms(entity.name)}


def _found(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What a party says that somebody did and what a court found that he did."""
    if likely < LIKELY_FOUND or not same_predicate(a, b) or not a.doers & b.doers:
        return None
    if "denied" in (a.statement.polarity, b.statement.polarity) or "coming" in (a.standing, b.standing):
        return None
    held = _says(a), _says(b)
    court = [bool(_JUDGE.search(words)) for words in held]
    if court[0] == court[1] or not all(held):
        return None
    severity: Severity = "update" if is_update(a, b) else "tension"
    why = f"said by a party in one, found by a court in the other: {held[0]} / {held[1]}"
    return Finding("attribution", severity, likely, why, i, j, *held)


def _says(detail: Detail) -> str:
    """The words for whoever says it, without those of a report itself."""
    holder = detail.statement.holder
    return " ".join(cut(detail.document, holder.span).split()) if holder.span and holder.kind != "report" else ""


def _stated(detail: Detail) -> bool:
    """Whether the report itself says flatly that it was so."""
    made = detail.statement
    return (
        made.holder.kind == "report"
        and made.modality == "asserted"
        and made.polarity == "affirmed"
        and not _UNPROVEN.search(fold(detail.words))
        and not _HEARSAY.search(fold(detail.words))
    )


@once
def deed_of(detail: Detail) -> Deed | None:
    """What a statement says was done; for "accused of killing him" the killing, by the one accused."""
    predicate = detail.statement.predicate
    if predicate is None or detail.predicate is None or detail.statement.polarity == "denied":
        return None
    by_role = {argument.role: argument for argument in reversed(detail.arguments)}
    words = fold(detail.words)
    passive = bool(_PASSIVE.match(_BELIEVED_TO.sub("", fold(cut(detail.document, predicate)))))
    accused = by_role.get("of")
    if detail.predicate in _ACCUSING:
        if accused is None or not accused.deed:
            return None
        accuser = None if passive else by_role.get("subject")
        if accuser is not None and accuser.entities:  # whose words may stand unmarked in the other report
            return None
        whose = by_role.get("subject") if passive or "object" not in by_role else by_role["object"]
        return Deed(accused.head, whose, accused, False, f"{detail.predicate} of")
    doubt = ""
    if detail.statement.modality == "believed":
        found = _UNPROVEN.search(words) or _HEARSAY.search(words)
        if found is None:
            return None
        doubt = found.group()
    return Deed(detail.predicate, by_role.get("subject"), by_role.get("object"), passive, doubt)


def _one_deed(a: Detail, one: Deed, b: Detail, other: Deed) -> bool:
    """Whether two deeds are one verb of one subject, and of one object where both have one."""
    if one.verb != other.verb or one.passive != other.passive or not _same(one.subject, other.subject):
        return False
    if one.object is None or other.object is None:
        return True
    left, right = _object_terms(a, one), _object_terms(b, other)
    return not left or not right or bool(left & right or one.object.entities & other.object.entities)


def _one_told(a: Detail, one: Deed, b: Detail, other: Deed) -> bool:
    """Whether two deeds are one act on one object, where one report names the doer and the other says what he is."""
    if (
        one.verb != other.verb
        or one.passive
        or other.passive
        or one.verb in _LIGHT
        or not one.object
        or not other.object
    ):
        return False
    subjects = one.subject, other.subject
    if any(subject is None or subject.many for subject in subjects) or all(s and s.entities for s in subjects):
        return False
    if not any(s and not s.entities and s.head in FOLK for s in subjects):
        return False
    ones, others = (_object_terms(a, one), _object_terms(b, other))
    return bool(ones & others) and not (one.object.entities ^ other.object.entities)


def _object_terms(detail: Detail, deed: Deed) -> set[str]:
    """The content words of what was done to whom, without the verb."""
    if deed.object is None:
        return set()
    return {form for form, _ in terms(detail.document.text, deed.object.span.start, deed.object.span.end)} - {deed.verb}


def _same(one: Argument | None, other: Argument | None) -> bool:
    """Whether two phrases name one entity, or neither names any and their nouns are one."""
    if one is None or other is None:
        return False
    if one.entities or other.entities:
        return bool(one.entities & other.entities)
    return one.head == other.head


def _confirmed(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """A claim that one report passes on as it stands, and of which the other says that nobody confirmed it."""
    if likely < LIKELY_CAVEAT:
        return None
    for one, other, first in ((a, b, True), (b, a, False)):
        if not _takes_credit(other) or {e.id for e in one.entities}.isdisjoint(e.id for e in other.entities):
            continue
        if is_caveat(one) and not is_caveat(other):
            said = cut(one.document, one.statement.predicate) if one.statement.predicate else ""
            values = (said, "claimed") if first else ("claimed", said)
            why = f"a claim passed on in one, not confirmed in the other: {said}"
            return Finding("attribution", "tension", likely, why, i, j, *values)
    return None


@once
def is_caveat(detail: Detail) -> bool:
    """Whether a statement says that a claim, a link or a report could not be confirmed."""
    if _NO_PROOF.search(fold(detail.words)):
        return True
    start = detail.statement.span.start
    denied = detail.statement.polarity == "denied" or bool(
        _NOT_OR.search(fold(detail.document.text[detail.sentence.start : start]))
    )
    return detail.predicate in _CONFIRMING and denied and bool(_CLAIMED & set(detail.terms))


def _takes_credit(detail: Detail) -> bool:
    return detail.predicate == "claim" and "responsibility" in detail.terms


def _held(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """The report's own word in one, the word of another in the other; words in marks are nobody's own."""
    if likely < LIKELY or not same_predicate(a, b) or any(_MARK.search(detail.words) for detail in (a, b)):
        return None
    held = _holder(a), _holder(b)
    if (held[0] == "") == (held[1] == ""):
        return None
    values = held[0] or "stated", held[1] or "stated"
    why = f"the report's own word / the word of another: {values[0]} / {values[1]}"
    severity: Severity = "tension" if _is_partial(a if held[0] else b) and one_time(a, b) else "variant"
    return Finding("attribution", severity, likely, why, i, j, *values)


@once
def _is_partial(detail: Detail) -> bool:
    """Whether a report keeps away from the word it passes on: its source is a party, or only claims it."""
    span, made = detail.statement.holder.span, detail.statement.span
    if span is None or detail.statement.modality != "asserted":
        return False
    text = detail.document.text
    between = text[span.end : made.start] if span.end <= made.start else text[made.end : span.end + _CUE]
    return bool(_PARTY.search(fold(cut(detail.document, span))) or _WITH_DOUBT.search(fold(between[: 2 * _CUE])))


def _holder(detail: Detail) -> str:
    """The words for whoever says it, '' when the report itself does."""
    holder = detail.statement.holder
    if holder.kind == "report":
        return ""
    return cut(detail.document, holder.span) if holder.span else "quoted words"
