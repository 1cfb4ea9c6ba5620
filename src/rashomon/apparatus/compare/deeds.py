"""Whether two statements tell of one deed, by what they are made of: the act, who did or suffered it, and the rest.

This is evidence of its own where two sentences are not alike as a whole. It asks that the verbs be of one act, that
somebody or something in the same role be the same, and that no role be filled by different ones. Out of scope: deeds
told by a noun ("the arrest").
"""

from __future__ import annotations

from rashomon.apparatus.details import Detail
from rashomon.lexicon.acts import ONCE, act_of

_TOGETHER = ({"done"}, {"present"}, {"done", "present"}, {"coming"})
"""Standings under which two statements can tell of one deed: many a verb is written alike in present and past."""
_PARTIES = ("object", "with", "to", "against", "from", "for")


def same_act(a: Detail, b: Detail) -> bool:
    """Whether the main verbs of two statements, both affirmed or both denied, are of one act."""
    return (
        a.predicate is not None
        and act_of(a.predicate) == act_of(b.predicate)
        and a.statement.polarity == b.statement.polarity
    )


def one_deed(a: Detail, b: Detail) -> bool:
    """Whether two statements tell of one act, of a kind that comes about once, with one party the same, none another.

    Both tell that it happened, or both that it is still to come.
    """
    return (
        same_act(a, b)
        and act_of(a.predicate) in ONCE
        and {a.standing, b.standing} in _TOGETHER
        and _says_who(a)
        and _says_who(b)
        and _meet(a, b)
        and not other_parties(a, b)
    )


def _says_who(detail: Detail) -> bool:
    """Whether the subject stands in the statement itself: one taken over from an earlier verb is often wrong."""
    subject, span = detail.statement.subject, detail.statement.span
    return subject is not None and span.start <= subject.start < span.end


def other_parties(a: Detail, b: Detail) -> bool:
    """Whether some role beside the verb is filled by different ones in two statements ("met Ana" / "met Ole")."""
    if a.doers and b.doers and not a.doers & b.doers:
        return True
    ones, others = ({x.role: x.entities for x in d.arguments if x.role in _PARTIES and x.entities} for d in (a, b))
    return any(not entities & others[role] for role, entities in ones.items() if role in others)


def _meet(a: Detail, b: Detail) -> bool:
    """Whether whoever or whatever did or suffered it is the same."""
    if a.doers & b.doers:
        return True
    ones, others = ({x.head for x in d.arguments if x.role == "subject" and not x.entities} for d in (a, b))
    return bool(ones & others)
