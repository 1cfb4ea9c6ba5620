"""States that exclude each other, and words for one state, in compared form (see `rashomon.terms`).

Collected from the vocabulary of news reporting: agreements, custody, life, roads and buildings, votes, courts,
companies, emergencies. A line says: a thing in a state of the left cannot at the same time be in a state of the
right; words on one side say the same state. Of states, the right follows the left. `_SAME` joins words for one kind of
thing, so that "the deal" and "the truce" meet, `_ONE_DEED` verbs by which what was planned is told once it is done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_STATES = """
hold survive intact | collapse fail end break breach unravel lapse expire
hold detain imprison jail captive hostage | free release
alive survive | die dead kill murder perish
critical | die dead stable recover
stable | critical worsen deteriorate die dead
disappear vanish miss unaccount | find locate recover rescue
run hunt fugitive large loose escape | arrest capture apprehend catch custody
trap strand | rescue free evacuate
close shut cordon seal block impassable | open reopen
open | close shut cordon seal block
suspend halt stop adjourn ground | resume restart restore return
continue ongoing underway | end stop halt conclude finish collapse
rage spread burn | contain extinguish
occupy besiege | retreat withdraw liberate
unconscious | awake wake
pend | decide settle
vacant | fill
"""
_OUTCOMES = """
sign reach seal conclude finalise finalize | fail stall deadlock
name identify reveal disclose | conceal withhold
win | lose concede
work working function operate | fail break malfunction stall
succeed | fail
stay remain | resign quit step
approve pass adopt sign | reject veto block
support endorse favour favor | oppose reject
convict | acquit
confirm acknowledge admit | deny dispute
rise increase grow climb | fall drop decline decrease shrink
accept | refuse reject decline
join enter | leave quit
ban prohibit outlaw | allow permit
lift ease relax | impose tighten extend
guilty | innocent
legal lawful | illegal unlawful
true accurate correct | false untrue inaccurate incorrect wrong
arm | unarm
peaceful | violent
safe | unsafe dangerous
empty | full pack
intact undamage | damage destroy
upbeat cheerful calm | depress despondent agitate
conscious | unconscious
cooperate | refuse
praise welcome applaud | condemn criticise criticize denounce
gain advance | lose retreat
strengthen | weaken
agree | disagree
encourage | discourage
hire | fire
raise | lower cut
"""


def _pairs(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset(left.split()), frozenset(right.split()))
        for left, right in (line.split("|") for line in table.strip().splitlines())
    )


STATES = _pairs(_STATES)
"""States of which the right follows the left: two reports differ on them only where one says that the left still is."""
OUTCOMES = _pairs(_OUTCOMES)
"""Outcomes of which only one can have come about."""
_ONE_DEED = """
greet welcome
expel deport
travel fly head visit arrive
release free
unveil reveal announce publish
begin start open launch
resign quit
appoint nominate
buy purchase acquire
cancel scrap call-off
sign ratify
indict charge
fire dismiss sack
delay postpone
demolish raze
bury inter
"""
_SAME = """
deal agreement accord pact treaty truce ceasefire armistice
road bridge street highway motorway route
company firm business group
police officer authority
attacker assailant gunman shooter suspect perpetrator terrorist knifeman bomber killer
talk negotiation
house parliament senate chamber
airport runway terminal
country nation
fire blaze wildfire
"""
SAME_THING: dict[str, str] = {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()}
"""A word to the one that stands for its kind of thing."""


def _lines_of(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """The numbers of the groups that each word stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for word in group:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _answers(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[str, frozenset[str]]:
    """To each word on the left of some pairs, the words on their right."""
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        for word in left:
            found[word] |= right
    return {word: frozenset(answers) for word, answers in found.items()}


_NONE: frozenset[int] = frozenset()
_DEED_LINES = _lines_of(line.split() for line in _ONE_DEED.splitlines())
_STATE_SIDES = _lines_of(side for pair in (*STATES, *OUTCOMES) for side in pair)
_OVERTAKING = _answers(STATES)
_OPPOSITES = _answers([*OUTCOMES, *((right, left) for left, right in OUTCOMES)])
LASTING = frozenset(word for pair in STATES for side in pair for word in side)
"""The states that may come to an end, and those that put an end to one."""
OPPOSITE = frozenset(_OPPOSITES)
"""The outcomes that others exclude."""


def opposed(one: str, other: str) -> bool:
    """Whether two verbs or adjectives are outcomes of which only one can have come about."""
    return one in _OPPOSITES and other in _OPPOSITES[one]


def overtaken(state: str, by: str) -> bool:
    """Whether the second state follows the first in a line of `STATES`."""
    return state in _OVERTAKING and by in _OVERTAKING[state]


def same_deed(one: str, other: str) -> bool:
    """Whether two verbs are one word or words for one deed."""
    return one == other or not _DEED_LINES.get(one, _NONE).isdisjoint(_DEED_LINES.get(other, _NONE))


def same_state(one: str, other: str) -> bool:
    """Whether two verbs or adjectives are one word or stand on one side of a line."""
    return one == other or not _STATE_SIDES.get(one, _NONE).isdisjoint(_STATE_SIDES.get(other, _NONE))
