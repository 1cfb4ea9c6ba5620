"""States that exclude each other, and words for one state, in compared form (see `rashomon.terms`).

Collected from the vocabulary of news reporting: agreements, custody, life, roads and buildings, votes, courts,
companies, emergencies. A line says: a thing in a state of the left cannot at the same time be in a state of the
right; words on one side say the same state. `_SAME` joins words for one kind of thing, so that "the deal" and "the
truce" meet.
"""

from __future__ import annotations

_STATES = """
hold survive intact | collapse fail end break breach unravel lapse expire
free release | hold detain imprison
alive survive | die dead kill murder perish
disappear vanish | find locate recover
run hunt fugitive escape | arrest capture apprehend catch
open reopen | close shut cordon seal block
resume restart restore return | suspend halt stop adjourn cancel
stable recover improve | critical worsen deteriorate
contain extinguish | rage spread
evacuate | stay
advance enter seize | retreat withdraw
remain stay | resign quit leave
"""
_OUTCOMES = """
sign reach seal conclude finalise finalize | fail stall deadlock
name identify reveal disclose | conceal withhold
win | lose concede
approve pass adopt | reject veto
convict | acquit
confirm acknowledge admit | deny dispute
rise increase grow climb | fall drop decline decrease shrink
accept | refuse reject decline
join enter | leave quit
ban prohibit outlaw | allow permit
lift ease relax | impose tighten extend
"""


def _pairs(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset(left.split()), frozenset(right.split()))
        for left, right in (line.split("|") for line in table.strip().splitlines())
    )


STATES = _pairs(_STATES)
"""States that follow one another: two reports differ on them only where one speaks of the present."""
OUTCOMES = _pairs(_OUTCOMES)
"""Outcomes of which only one can have come about."""
_SAME = """
deal agreement accord pact treaty truce ceasefire armistice
road bridge street highway motorway route
company firm business group
police officer authority
talk negotiation
house parliament senate chamber
airport runway terminal
"""
SAME_THING: dict[str, str] = {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()}
"""A word to the one that stands for its kind of thing."""


def opposed(one: str, other: str, table: tuple[tuple[frozenset[str], frozenset[str]], ...]) -> bool:
    """Whether two verbs or adjectives stand on the two sides of a line of the table."""
    return any((one in left and other in right) or (one in right and other in left) for left, right in table)


def same_state(one: str, other: str) -> bool:
    """Whether two verbs or adjectives are one word or stand on one side of a line."""
    return one == other or any(one in side and other in side for pair in (*STATES, *OUTCOMES) for side in pair)
