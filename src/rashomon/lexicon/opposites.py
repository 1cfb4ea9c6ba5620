"""States that exclude each other, as two lists of words in compared form (see `rashomon.terms`), a line a pair.

Collected from the vocabulary of news reporting: agreements, custody, life, buildings and roads, votes, courts, companies,
emergencies. A line says: a thing in a state of the left cannot at the same time be in a state of the right.
"""

from __future__ import annotations

_PAIRS = """
hold holding survive intact continue last respected | collapse fail end break breach violate unravel shatter void
effect agree agreed sign reach seal conclude finalise finalize | negotiate negotiation talk unresolved deadlock stall elusive
free release liberate | hold captive captivity detain imprison
alive survive living rescue | die dead kill death murder perish deceased
missing unaccounted | find locate recover identify
large run hunt fugitive escape flee | arrest capture detain custody apprehend catch
open reopen reopened | close closed shut cordon cordoned seal
resume restart restore return | suspend halt stop adjourn cancel call
name identify identity reveal | unnamed unidentified anonymous unknown
win victory prevail | lose defeat concede
approve pass adopt back | reject veto defeat throw
guilty convict | innocent acquit clear
confirm acknowledge admit | deny denied dispute reject
resign quit step | remain stay refuse
stable recover improve | critical worsen deteriorate
contain extinguish control | rage spread burn uncontrolled
rise increase grow climb | fall drop decline decrease shrink
accept | refuse reject decline
join enter | leave withdraw exit
legal lawful | illegal unlawful
safe unharmed unhurt uninjured | injure hurt wound dead
accident accidental | deliberate intentional attack sabotage arson
single one alone | several group accomplice
engaged fiance fiancee | married husband wife
evacuate | remain stay
ban prohibit outlaw | allow permit legalise legalize
withdraw retreat | advance enter seize
afloat | sink capsize
land | crash
"""
OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (line.split("|") for line in _PAIRS.strip().splitlines())
)


def opposed(one: frozenset[str], other: frozenset[str]) -> tuple[str, str] | None:
    """The first pair of excluding states of which `one` holds one side alone and `other` the other side alone."""
    for left, right in OPPOSITES:
        for first, second in ((left, right), (right, left)):
            if one & first and other & second and not one & second and not other & first:
                return min(one & first), min(other & second)
    return None
