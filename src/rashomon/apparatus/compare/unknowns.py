"""What one report says is not known or not told, and another states: the name of a suspect, the cause of a fire.

What is asked is a name ("has not been identified", "did not release the man's identity") or one of a few other nouns of
which news says that they are open. The answer to a name is somebody named or identified; to another noun, a statement
of which it is the subject. Both must speak of one person or thing. Later knowledge is an update whatever the hour of
publication, since the one who does not know says so himself. Last, what somebody does not know or would not say
("he did not know whether it jammed") beside the flat word that it was so; that is a tension, since others may know.
"""

from __future__ import annotations

import re

from rashomon.apparatus.compare.finding import Finding, one_time
from rashomon.apparatus.details import Detail, once
from rashomon.lexicon.opposites import SAME_THING
from rashomon.terms import term
from rashomon.text import fold, level

LIKELY, LIKELY_WHETHER = 0.005, 0.02
_UNSURE = re.compile(
    r"(?:(?:not|n't|never) (?:\w+ )?(?:clear|known|certain|sure|know|say|tell|confirm)|"
    r"unclear|unknown|uncertain|unsure|no idea|(?:declined|refused) to (?:say|confirm))[^.;:]{0,12}\b(?:whether|if)\b"
)
_TRYING = frozenset("try seek attempt want".split())
_FAR = 45
"""Code points before a clause in which the words stand that leave it open."""
_TELLING = frozenset(
    "release reveal disclose name identify publish give provide announce confirm determine establish know say".split()
)
_NAMING = frozenset("name identify".split())
_OPEN = frozenset("unknown unclear undisclos unnam unidentify unidentifi undetermin unestablish".split())
_NAMES = frozenset("name identity".split())
_ASKED = frozenset("cause motive whereabout nationality age origin reason number toll".split())
_NOBODY = _NAMES | _ASKED | {"official", "police", "authority", "officer", "day", "time", "exact", "immediately"}


def compare_unknowns(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What one statement says is open and the other answers."""
    if likely < LIKELY:
        return None
    question = asked(a), asked(b)
    if bool(question[0]) == bool(question[1]):
        return _whether(a, b, likely, i, j)
    noun, (open_, told) = question[0] or question[1] or "", (a, b) if question[0] else (b, a)
    if not _answers(told, noun) or not _whose(open_) & _whose(told):
        return None
    why = f"not known in one, told in the other: {open_.said} / {told.said}"
    values = ("unknown", "known") if open_ is a else ("known", "unknown")
    return Finding("status", "update", likely, why, i, j, *values, a.said, b.said)


def leaves_open(detail: Detail) -> bool:
    """Whether a statement may say that something is not known."""
    return asked(detail) is not None or "hether" in detail.words or "if " in detail.words


@once
def asked(detail: Detail) -> str | None:
    """The noun a statement says is not known or told, `name` for names and identities; null when there is none."""
    denied = detail.statement.polarity == "denied" and (detail.predicate in _TELLING or detail.state in _TELLING)
    if not denied and detail.state not in _OPEN:
        return None
    if detail.standing == "coming":
        return None
    words = set(detail.terms)
    if words & _NAMES or detail.predicate in _NAMING:
        return "name"
    return min(words & _ASKED, default=None)


def _whether(a: Detail, b: Detail, likely: float, i: int, j: int) -> Finding | None:
    """What is left open with "whether" in one and told in the other."""
    if likely < LIKELY_WHETHER:
        return None
    for open_, told in ((a, b), (b, a)):
        if "hether" not in open_.words and "if " not in open_.words:
            continue
        verb, about = left_open(open_)
        if (
            not verb
            or verb in _TRYING
            or verb != told.predicate
            or not about & told.about
            or not one_time(a, b)
            or left_open(told)[0]
        ):
            continue
        if told.standing not in ("done", "present") or told.statement.polarity == "denied":
            continue
        if told.statement.modality != "asserted":
            continue
        values = ("unknown", "known") if open_ is a else ("known", "unknown")
        labels = [f"whether {told.said}" if d is open_ else told.said for d in (a, b)]
        why = f"left open in one, told in the other: {labels[0]} / {labels[1]}"
        return Finding("status", "tension", likely, why, i, j, *values, *labels)
    return None


@once
def left_open(detail: Detail) -> tuple[str, frozenset[str]]:
    """The verb of what somebody does not know or say, and what it is about: "(unclear) whether the rifle jammed"."""
    start = detail.statement.span.start
    before = fold(level(detail.document.text[max(detail.sentence.start, start - _FAR) : start]))
    words = fold(level(detail.words))
    if words.startswith(("whether ", "if ")):
        return (detail.predicate or "", detail.about) if _UNSURE.search(f"{before} {words[:8]}") else ("", frozenset())
    match = _UNSURE.search(words)
    if match is None:
        return "", frozenset()
    tokens = detail.tokens
    mark = next(
        (t for t in tokens if t.start >= start + match.end() - 7 and t.text.casefold() in ("whether", "if")), None
    )
    verb = tokens[mark.head] if mark and mark.head >= 0 else None
    if mark is None or verb is None or verb.tag != "VERB" or verb.start >= detail.statement.span.end:
        return "", frozenset()
    subjects = [t for t in tokens if t.head == mark.head and t.label == "nsubj"]
    return term(verb.text) or "", frozenset(form for t in subjects if (form := term(t.text)))


def _answers(detail: Detail, noun: str) -> bool:
    """Whether a statement tells the name, or what the noun is."""
    if detail.statement.polarity == "denied" or detail.standing not in ("done", "present") or detail.state in _OPEN:
        return False
    if noun == "name":
        return detail.predicate in _NAMING and detail.standing == "done"
    return noun in detail.about and detail.predicate in (None, *_TELLING)


@once
def _whose(detail: Detail) -> frozenset[str]:
    """The words and names of a statement, without those for what is asked, who tells it and how."""
    words = {SAME_THING.get(form, form) for form in detail.terms if form not in _NOBODY}
    return frozenset(words | {entity.id for entity in detail.entities}) - _TELLING
