"""Deeds of news that go through stages, by the verbs and nouns that tell them, and the verbs that say which stage.

In compared form (see `rashomon.terms`), collected from the vocabulary of news reporting: diplomacy, courts, labour,
companies, emergencies, parliaments. A line of `_DEEDS` says: the name of a deed, its verbs, its nouns. The nouns of
`_MEASURES` are deeds of their own: a curfew and a tariff are two things.
"""

from __future__ import annotations

_DEEDS = """
journey: visit travel fly head arrive | visit trip tour journey
speech: address speak | address speech
prosecution: charge indict arraign prosecute | charge indictment prosecution arraignment
suit: sue | lawsuit suit
appeal: appeal | appeal
trial: | trial retrial
sentencing: sentence | sentencing
hearing: | hearing
invasion: invade | invasion incursion offensive
truce: | truce ceasefire armistice
deal: | deal agreement accord pact treaty settlement
sale: sell | sale
merger: merge acquire | merger takeover acquisition buyout
walkout: | strike walkout stoppage
negotiation: negotiate | talk negotiation
summit: | summit
conference: | conference
vote: vote ballot | vote ballot referendum election
inquiry: investigate probe | inquiry investigation probe
search: search | search hunt manhunt
rescue: rescue | rescue
evacuation: evacuate | evacuation
resignation: resign | resignation
release: release free | release
recall: recall | recall
launch: launch | launch liftoff
closure: close shut | closure shutdown
execution: execute | execution
burial: bury | funeral burial
testimony: testify | testimony
deployment: deploy | deployment
withdrawal: withdraw | withdrawal pullout
pardon: pardon | pardon
extradition: extradite | extradition
expulsion: deport expel | deportation expulsion
apology: apologise apologize | apology
autopsy: | autopsy
landing: land | landing
recount: | recount
"""
_MEASURES = "ban curfew sanction tariff embargo blockade moratorium lockdown restriction boycott siege quarantine"


def _lines() -> list[tuple[str, list[str], list[str]]]:
    found = []
    for line in _DEEDS.strip().splitlines():
        name, words = line.split(":")
        verbs, nouns = words.split("|")
        found.append((name, verbs.split(), nouns.split()))
    return found


DEED_OF_VERB: dict[str, str] = {verb: name for name, verbs, _ in _lines() for verb in verbs}
DEED_OF_NOUN: dict[str, str] = {
    **{noun: name for name, _, nouns in _lines() for noun in nouns},
    **{noun: noun for noun in _MEASURES.split()},
}
AWAITING = frozenset(
    """
    plan prepare schedule consider weigh propose seek urge demand await expect fear threaten discuss mull study
    contemplate want intend call push appeal pursue request postpone delay promise vow need press
    """.split()
)
"""Verbs whose object or complement ("call for") is still to come."""
MAKING = frozenset(
    """
    make hold carry conduct launch begin start open impose issue deliver give sign reach agree declare order stage file
    mount complete finish clinch seal strike broker pay enforce resume undergo conclude lead
    attend join undertake convene ratify secure
    """.split()
)
"""Verbs of which the object comes about when they are done."""
LASTING = frozenset("hold continue last remain maintain observe survive keep enter proceed".split())
"""Verbs of what is under way."""
ENDING = frozenset(
    """
    lift end drop scrap cancel abandon suspend reverse withdraw revoke halt stop overturn rescind waive dismiss quash
    call-off break violate collapse expire cut-short terminate shelve annul fail
    """.split()
)
"""Verbs that put an end to what was under way or to come."""
LETTING = frozenset("allow permit let admit invite authorise authorize".split())
"""Verbs that give leave to whoever or whatever is their object."""
STOPPING = frozenset("bar ban block forbid prohibit".split())
"""And those that refuse it."""
GIVING = frozenset("grant approve accept".split())
REFUSING = frozenset("deny refuse reject decline".split())
WEIGHING = frozenset("consider review weigh study examine await".split())
REQUESTS = frozenset(
    """
    request application petition bid appeal proposal visa entry permission access bail leave asylum permit licence
    license motion offer
    """.split()
)
"""What `GIVING` and `REFUSING` verbs answer, and `WEIGHING` verbs leave open."""
_CHAINS = """
custody: arrest detain apprehend capture seize | release free bail
trial: charge indict arraign | try | convict acquit plead clear | sentence jail imprison | appeal
bill: introduce propose | debate | pass approve adopt | sign enact | repeal overturn
deal: negotiate | sign reach | ratify break violate
post: nominate appoint | confirm | swear inaugurate
entry: close shut seal | reopen
pause: suspend halt adjourn | resume restore
hostage: abduct kidnap | free release rescue
takeover: bid | agree accept | complete finalise finalize
measure: impose | lift ease
flight: launch | land
missing: search | find locate | identify bury
"""
"""Stages of affairs in their order: whoever is at one has been at those on its left."""


def _ranks() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for line in _CHAINS.strip().splitlines():
        chain, stages = line.split(":")
        for rank, words in enumerate(stages.split("|")):
            for word in words.split():
                found.setdefault(word, {})[chain] = rank
    return found


RANKS: dict[str, dict[str, int]] = _ranks()
"""A verb to the chains it stands in, with its rank in each."""
