"""Nouns for what people are, by what they do, suffer or belong to, in the form in which reports are compared."""

from __future__ import annotations

from rashomon.lexicon.framing import PEOPLE

CALLINGS = frozenset(
    """
    citizen national man woman boy girl hostage prisoner captive tourist student journalist reporter soldier worker
    translator businessman businesswoman actor actress singer player swimmer runner driver pilot sailor doctor nurse
    engineer scientist researcher missionary teacher lawyer banker consultant activist dissident spy agent suspect
    attacker gunman victim climber cyclist footballer coach striker goalkeeper chef artist writer author director
    entrepreneur executive investor aide
    """.split()
)
"""What somebody may be said to be beside his country."""
FOLK = (
    PEOPLE
    | CALLINGS
    | frozenset(
        """
        people person child civilian resident villager neighbour neighbor passenger traveller traveler commuter patient
        employee staff member officer official minister guard crew fisherman fishermen miner farmer voter taxpayer
        parent family relative pupil patron guest visitor fan spectator shopper customer volunteer medic
        firefighter rescuer evacuee foreigner native believer worshipper worshiper adult
        teenager youth veteran troop personnel
        """.split()
    )
)
"""Whom an act may be done to."""
