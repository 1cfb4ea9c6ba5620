"""What tolls and head counts measure: words in compared form (see `rashomon.terms`) a state of people or things.

Collected from general knowledge of tolls: deaths, injuries, arrests, rescues, displacement, damage.
Two numbers whose words name different states measure different things, however alike their sentences are.
"""

from __future__ import annotations

_STATES = """
dead: dead death die kill fatality fatal toll perish succumb slay murder decease drown lifeless execute
injured: injure wound hurt injury maim
hospital: hospital hospitalise hospitalize hospitalisation hospitalization treat
critical: critical critically
missing: miss unaccount disappear vanish
arrested: arrest detain custody apprehend
alive: alive survive survivor
held: hold captive captivity imprison hostage-taking jail
freed: free release liberate swap exchange
displaced: evacuate displace flee homeless shelter
abducted: abduct abduction kidnap seize
charged: charge indict convict plead accuse
rescued: rescue save
destroyed: destroy damage burn flatten
"""
STATE_OF: dict[str, str] = {
    word: state.strip()
    for state, words in (line.split(":") for line in _STATES.strip().splitlines())
    for word in words.split()
}
VAGUE = frozenset("person people man woman child one other victim thing total number official case".split())
"""Nouns that count anything."""
