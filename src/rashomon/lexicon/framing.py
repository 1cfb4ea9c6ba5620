"""English nouns by which reports characterise people and groups, and verbs that tell one act in different colours.

Collected by hand from the stylebooks' entries on loaded words (who is a terrorist, a militant, a fighter; a regime or a
government; a migrant or a refugee; a strike or a walkout) and from the noun classes for people and groups in WordNet.
Nouns in the singular; `singular` takes the plural off.
"""

from __future__ import annotations

NEUTRAL = frozenset(
    """
    group movement organisation organization party body company firm country state nation government leader chief head
    force agency union club team network service person man woman couple official member worker employee politician
    lawmaker institution business family player
    """.split()
)
"""Heads that say nothing alone: "the group"; with a word before them they do ("terror group")."""

PEOPLE = frozenset(
    """
    militant terrorist fighter gunman gunmen rebel insurgent guerrilla guerilla jihadist jihadi islamist extremist
    separatist secessionist loyalist militiaman militiamen partisan paramilitary soldier warrior mercenary commando
    activist protester protestor demonstrator rioter marcher striker campaigner dissident critic agitator troublemaker
    mob vandal thug hooligan looter
    migrant refugee immigrant exile alien
    suspect attacker assailant killer murderer shooter bomber hijacker kidnapper captor abductor perpetrator culprit
    criminal convict felon fugitive fraudster swindler
    victim survivor hostage captive prisoner detainee inmate abductee
    hero villain martyr traitor whistleblower leaker spy informant informer defector
    supporter follower loyalist sympathiser sympathizer operative thug henchman henchmen enforcer
    """.split()
)
"""People, as a report may call the members of a group or a person."""

CHARACTERS = (
    frozenset(
        """
        faction militia army gang cell outfit regime administration authority junta dictatorship monarchy
        leadership sect
        cult charity watchdog lobby coalition alliance enclave territory province region superpower ally foe enemy rival
        giant startup start-up corporation conglomerate multinational monopoly
        cartel ngo nonprofit think-tank insurgency
        strongman dictator autocrat tyrant ruler despot warlord kingpin mastermind ringleader boss populist nationalist
        leftist rightist conservative liberal progressive socialist communist fascist centrist moderate
        hardliner reformer
        reformist radical firebrand maverick veteran newcomer outsider insider heavyweight rival heir
        frontrunner underdog
        billionaire millionaire tycoon magnate oligarch mogul businessman businesswoman entrepreneur investor financier
        banker trader philanthropist socialite celebrity star legend icon diva prodigy genius
        cleric preacher scholar guru theorist commentator provocateur pundit influencer
        executive lobbyist adviser advisor aide confidant ally crony protege fixer strategist operative
        """.split()
    )
    | PEOPLE
    | NEUTRAL
)
"""Heads of what a report calls a named person, group or country."""

MODIFIERS = frozenset(
    """
    terror terrorist militant rebel insurgent guerrilla extremist islamist jihadist separatist opposition resistance
    armed paramilitary military ruling radical moderate hardline far-right far-left right-wing left-wing rightwing
    leftwing populist nationalist liberal conservative progressive socialist communist fascist neo-nazi supremacist
    advocacy rights lobby pressure protest aid relief humanitarian religious criminal drug crime hate fringe splinter
    breakaway shadowy secretive notorious controversial embattled disgraced beleaguered outspoken
    self-styled self-proclaimed self-declared so-called alleged accused convicted suspected wanted exiled jailed rogue
    occupied disputed besieged blockaded failed authoritarian autocratic democratic repressive
    illegal undocumented irregular rich wealthy poor popular beloved reclusive flamboyant charismatic
    """.split()
)
"""Words that stand before such a head and colour it, beside adjectives known by their ending."""

PLAIN = frozenset(
    """
    former ex veteran top senior junior longtime long-time young old new one first other then-
    tech oil media energy retail family real estate property local national international regional global political
    official social commercial financial medical american british
    """.split()
)
"""Words that may stand before such a head and only place it: they make no difference between two terms."""

Family = tuple[tuple[str, ...], ...]


def _families(lines: str) -> tuple[Family, ...]:
    return tuple(tuple(tuple(colour.split()) for colour in line.split("|")) for line in lines.strip().splitlines())


FATES = _families(
    """
killed slain | murdered | assassinated | executed | martyred | slaughtered massacred butchered
arrested detained | seized | nabbed
abducted kidnapped | captured | seized | snatched
freed released | liberated
fired sacked dismissed removed | ousted toppled | axed | purged
evicted displaced | expelled | cleansed | deported
criticised criticized | slammed blasted | condemned denounced | attacked
praised | hailed lauded | celebrated glorified
"""
)
"""Participles that tell one thing done to somebody, a line each; those of one colour stand between bars."""

HAPPENINGS = _families(
    """
attack assault | massacre slaughter bloodbath carnage pogrom | atrocity | rampage | incident | onslaught
invasion | incursion intervention | operation offensive | war conflict | occupation | aggression
protest demonstration march rally | riot unrest disorder | insurrection uprising rebellion revolt | coup putsch | siege
crash collision accident | disaster catastrophe | tragedy
strike stoppage | walkout
layoff redundancy cut | restructuring reorganisation reorganization
"""
)
"""Nouns in the singular for one happening, which a report ties to a day, a place or a target."""

DEEDS = _families(
    """
death | killing slaying | murder | assassination | execution | martyrdom
arrest detention | capture seizure | abduction kidnapping
release | liberation
dismissal firing sacking removal | ouster ousting overthrow toppling | purge
departure | resignation | exit | flight
eviction displacement | expulsion | cleansing | deportation
"""
)
"""Nouns in the singular for what was done to somebody: the murder of X, X's death."""

_PLURALS = {"gunmen": "gunman", "militiamen": "militiaman", "henchmen": "henchman", "businessmen": "businessman"}


def singular(noun: str) -> str:
    """The singular of a folded noun, by its ending."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
