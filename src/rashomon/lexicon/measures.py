"""What tolls and head counts measure: words in compared form (see `rashomon.terms`) a state of people or things.

Collected from general knowledge of tolls: deaths, injuries, arrests, rescues, displacement, damage.
Two numbers whose words name different states measure different things, however alike their sentences are.
"""

from __future__ import annotations

_STATES = """
dead: dead death die kill fatality fatal toll perish succumb slay murder decease drown lifeless execute
dead: slaughter massacre
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
destroyed: destroy damage burn flatten downed
"""
STATE_OF: dict[str, str] = {
    word: state.strip()
    for state, words in (line.split(":") for line in _STATES.strip().splitlines())
    for word in words.split()
}
VAGUE = frozenset(
    "person people man woman child one other victim thing total number official case citizen national".split()
)
"""Nouns that count anything."""
DEGREES = frozenset("minor slight light moderate serious severe grave life-threatening".split())
"""How badly somebody is hurt: tolls of different degrees count different people."""
_ONE_NOUN = """
children kid youngster
officer policeman policemen policewomen cop police constable
soldier troop
sailor seaman seamen crewmen crew
journalist reporter
worker employee staff
protester demonstrator marcher
student pupil
bullet shot round
house home
lawmaker legislator deputy mp
vehicle car
firefighter firemen
attendee spectator fan
customer shopper
militant fighter insurgent guerrilla operative rebel jihadist
airstrike raid sortie bombardment
missile rocket
ship vessel boat
plane aircraft jet airliner
prisoner inmate detainee
hostage captive
tourist holidaymaker
lawyer attorney
doctor physician medic
aftershock tremor quake earthquake
voter elector
flat apartment
shop store
girl schoolgirl
boy schoolboy
villager resident inhabitant
migrant refugee
"""
ONE_NOUN: dict[str, str] = {word: line.split()[0] for line in _ONE_NOUN.strip().splitlines() for word in line.split()}
"""Words for one kind of people or things, each with the first of its line."""
