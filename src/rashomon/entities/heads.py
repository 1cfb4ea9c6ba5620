"""Bodies called by their head word alone: "the Institute" after "the Marn Institute", "the House" of the Commons.

Where one body of the report has that word as its head, it is meant; where none has, the one of the event. Several: the
link is unsure and nothing is joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.name_widened import wing_of
from rashomon.entities.decision import Decision
from rashomon.entities.units import Unit
from rashomon.lexicon.tables import key, organisations, seats, words

_OF = frozenset("of for on".split())
_FIRST_ONLY = frozenset({"house"})
"""Heads that stand in front ("House of Commons"): the last word of many other names ("White House", "Opera House")."""


def head_of(form: str) -> str:
    """The folded word by which a body may be called alone ("Velk Grain Council": council), '' where there is none."""
    parts = [key(part) for part in form.split()]
    if len(parts) < 2 or form in seats() or wing_of(form):
        return ""
    at = next((i for i, part in enumerate(parts) if part in _OF), len(parts))
    head = parts[at - 1] if at else ""
    if head in _FIRST_ONLY:
        return head if at < len(parts) and at == _start(parts) + 1 else ""
    return head if head in words("organisations", "head") and head not in words("organisations", "paper") else ""


def _start(parts: Sequence[str]) -> int:
    """Where the words before the head end that only say of which country it is ("U.K. House of Commons")."""
    return next((i for i, part in enumerate(parts) if part in _FIRST_ONLY), 0)


def bare_head(unit: Unit) -> str:
    """The folded head word a unit is written by alone, '' for every other name."""
    word = key(unit.form)
    if unit.kind not in ("organisation", "other") or " " in unit.form or unit.form in organisations():
        return ""
    return word if word in _FIRST_ONLY or word in words("organisations", "head") else ""


def choose_body(number: int, units: Sequence[Unit], group: Sequence[int]) -> tuple[int | None, tuple[int, ...]]:
    """The unit a bare head word stands for, or the several it may stand for; no unit and none where nothing fits."""
    word = bare_head(units[number])
    fitting = [n for n, unit in enumerate(units) if unit.kind == "organisation" and head_of(unit.form) == word]
    near = [n for n in fitting if units[n].document == units[number].document]
    for found in (near, fitting):
        groups = {group[n]: n for n in reversed(found)}
        if len(groups) == 1:
            return found[0], ()
        if groups:
            return None, tuple(sorted(groups.values()))
    return None, ()


def decision_for(number: int, body: int, units: Sequence[Unit]) -> Decision:
    """Why a bare head word is this body: surer where one report holds both."""
    together = units[number].document == units[body].document
    return Decision("same", 0.8 if together else 0.65, "called by its head word")
